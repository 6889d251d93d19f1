"""The start page: the houses, and the people before them, each a layer of one picture."""

from .paints import BLACK, BLUE, BRICK, GREEN, GREY, LEAF, RED, ROOF, ROSE, SAND, SKIN_1, SKIN_2, SKIN_3, SKIN_4, STRAW, WHITE
from .pen import Pen
from .people import Look, person, seated
from .scenes import Scenes, scene
from .things import door, heart, lamp, tree, window

BANNER = (760, 330)
START: Scenes = {}


@scene(START, "start/huse", "Etagehuse og et hus med et hjerte, og solen skinner", BANNER, 2.2)
def houses(pen: Pen) -> None:
    pen.flat("M0 296C120 268 640 268 760 296V330H0z", LEAF)
    pen.circle(690, 52, 24, STRAW)
    pen.box(34, 70, 150, 232, SAND)
    for y in range(86, 250, 34):
        for x in (48, 82, 116, 150):
            window(pen, x, y, 18, 20, lit=x * y % 5 == 0)
    door(pen, 108, 302, 32, 48, LEAF)
    pen.box(184, 30, 172, 272, BRICK)
    for y in range(48, 240, 40):
        for x in (200, 246, 320):
            window(pen, x, y, 20, 22, lit=(x + y) % 3 == 0)
    for y in (74, 154):
        pen.box(276, y - 18, 36, 26, WHITE)
        pen.ink(f"M294 {y - 18}v26", 1.4)
        pen.shape(f"M270 {y + 4}h48v16h-48z", ROSE)
        pen.ink(f"M282 {y + 4}v16M294 {y + 4}v16M306 {y + 4}v16", 1.4)
    pen.circle(286, 64, 6, SKIN_3)
    pen.dot(284, 64, 1)
    pen.dot(289, 64, 1)
    pen.shape("M262 302v-42a20 20 0 0 1 40 0v42z", STRAW)
    pen.ink("M282 240v62", 1.4)
    pen.dot(277, 274, 1.6)
    pen.dot(287, 274, 1.6)
    pen.shape("M356 302V150L432 104L508 150V302z", SAND)
    window(pen, 376, 166, 22, 24, lit=True)
    window(pen, 464, 166, 22, 24)
    window(pen, 376, 216, 22, 24)
    door(pen, 432, 302, 36, 58, GREEN)
    heart(pen, 432, 146, 1.3, BRICK)
    pen.box(508, 206, 150, 96, WHITE)
    pen.shape("M502 206L583 168L664 206z", ROOF)
    window(pen, 524, 222, 22, 24, lit=True)
    window(pen, 560, 222, 22, 24)
    window(pen, 620, 222, 22, 24)
    tree(pen, 704, 302, 30, 46)
    tree(pen, 18, 302, 16, 26)
    pen.wire("M4 302H756")
    lamp(pen, 672, 302, 104, True, -1)


@scene(START, "start/folk-1", "Fire beboere, en af dem et barn", BANNER, 2.2)
def residents(pen: Pen) -> None:
    person(pen, 70, 314, 0.86, Look(SKIN_1, "bun", GREY, BLUE, BLACK, wear="coat", glasses=True), left="out", right="wave")
    person(pen, 140, 318, 0.9, Look(SKIN_3, "short", BLACK, STRAW, BLUE, beard=True), right="out", walk=5)
    person(pen, 178, 319, 0.56, Look(SKIN_3, "curly", BLACK, BRICK, GREEN, head=1.2), left=[(24, -62), (31, -84)])
    person(pen, 228, 318, 0.9, Look(SKIN_2, "hijab", GREEN, SAND, BLACK, wear="coat"), left="out", right="forward")


@scene(START, "start/folk-2", "En betjent, en ejendomsfunktionær og to beboere", BANNER, 2.2)
def professionals(pen: Pen) -> None:
    person(pen, 332, 320, 0.92, Look(SKIN_1, "police", BLUE, BLUE, BLACK, wear="shirt"), right="wave")
    person(pen, 392, 320, 0.92, Look(SKIN_4, "short", BLACK, WHITE, BLUE), left="forward", right="point", walk=4)
    person(pen, 476, 320, 0.9, Look(SKIN_1, "side", GREY, STRAW, BLUE, wear="overall"), left="hip")
    person(pen, 536, 320, 0.88, Look(SKIN_2, "long", BLACK, ROSE, SKIN_2, wear="dress"), right="forward")


@scene(START, "start/folk-3", "En beboer i kørestol, en voksen og et barn", BANNER, 2.2)
def neighbours(pen: Pen) -> None:
    seated(pen, 610, 308, 0.86, Look(SKIN_1, "short", RED, GREEN, BLUE), left=None, right="out")
    pen.wire("M590 262v50M590 310h44l10 6M584 262h6", 2.6)
    pen.circle(604, 306, 17, WHITE)
    pen.circle(604, 306, 3, SAND)
    pen.circle(640, 318, 5, WHITE)
    pen.limb([(612, 278), (636, 282), (640, 308)], BLUE, 6)
    person(pen, 658, 320, 0.88, Look(SKIN_4, "bun", BLACK, STRAW, BLUE, wear="coat"))
    person(
        pen,
        690,
        321,
        0.52,
        Look(SKIN_4, "curly", BLACK, BRICK, GREEN, head=1.2),
        left=[(14, -60), (18, -72)],
        right=[(24, -62), (31, -84)],
    )
