"""A scene for each intervention."""

from .paints import (
    BLACK,
    BLOND,
    BLUE,
    BRICK,
    CHESTNUT,
    COAL,
    EARTH,
    GREEN,
    GREY,
    LEAF,
    MIST,
    RED,
    ROOF,
    ROSE,
    SAND,
    SKIN_1,
    SKIN_2,
    SKIN_3,
    SKIN_4,
    STRAW,
    WHITE,
    Paint,
)
from .pen import Pen
from .people import Hair, Look, person, seated
from .scenes import Scenes, scene
from .things import bubble, door, ground, heart, lamp, tree, window

INTERVENTIONS: Scenes = {}


@scene(INTERVENTIONS, "indsatser/beboermoede", "Fire beboere taler sammen om et bord med kaffe; sedler hænger på tavlen")
def residents_meeting(pen: Pen) -> None:
    pen.box(60, 8, 120, 40, WHITE, 3)
    for x, paint in ((70, STRAW), (94, LEAF), (118, ROSE), (142, STRAW)):
        pen.box(x, 16, 16, 14, paint, 1)
    pen.ink("M74 38h40M122 38h30", 1.6)
    seated(pen, 52, 150, 0.9, Look(SKIN_3, "curly", BLACK, BRICK, GREEN, wear="coat"))
    seated(pen, 98, 146, 0.9, Look(SKIN_1, "side", GREY, BLUE, GREEN, wear="coat", glasses=True), right="wave")
    seated(pen, 144, 146, 0.9, Look(SKIN_2, "hijab", GREEN, STRAW, GREEN, wear="coat"))
    seated(pen, 190, 150, 0.9, Look(SKIN_1, "long", BLOND, GREEN, GREEN, wear="coat"), left="wave")
    pen.shape("M20 112h200l8 12H12z", SAND)
    pen.wire("M30 124v20M210 124v20")
    ground(pen, 144)
    pen.shape("M106 112v-8h26v8z", ROSE)
    pen.ink("M106 107h26M119 104v-4", 1.6)
    for x in (66, 164):
        pen.shape(f"M{x} 112v-9h10v9z", WHITE)
        pen.ink(f"M{x + 10} 105q5 0 0 5", 1.4)


@scene(INTERVENTIONS, "indsatser/faedregruppe", "To fædre ude med hver sit barn; det ene sidder på skuldrene")
def fathers(pen: Pen) -> None:
    tree(pen, 26, 138, 18, 30)
    pen.box(186, 40, 46, 98, SAND)
    window(pen, 194, 52, 12, 14, lit=True)
    window(pen, 212, 52, 12, 14)
    window(pen, 194, 80, 12, 14)
    window(pen, 212, 80, 12, 14, lit=True)
    door(pen, 210, 138, 20, 28, BRICK)
    ground(pen, 138)
    seated(pen, 84, 78, 0.52, Look(SKIN_3, "curly", BLACK, STRAW, BRICK, head=1.3), left="wave", right="wave")
    person(
        pen,
        84,
        138,
        1.0,
        Look(SKIN_3, "short", BLACK, GREEN, BLUE, beard=True),
        left=[(22, -62), (16, -78)],
        right=[(22, -62), (16, -78)],
    )
    person(pen, 140, 138, 1.02, Look(SKIN_1, "cap", ROOF, STRAW, BLACK), right="low", gaze=1)
    person(
        pen,
        170,
        138,
        0.58,
        Look(SKIN_1, "pony", BLOND, BRICK, BLUE, wear="dress", head=1.25),
        left=[(12, -72), (14, -74)],
        right="down",
    )
    pen.circle(116, 131, 7, WHITE)
    pen.ink("M110 131h12M116 124v14", 1.2)


@scene(INTERVENTIONS, "indsatser/medborgerskabsseminar", "En oplægsholder ved en tavle og fire deltagere ved borde")
def citizenship(pen: Pen) -> None:
    pen.box(78, 10, 98, 56, WHITE, 3)
    pen.circle(104, 38, 14, STRAW)
    pen.ink("M104 38v-14M104 38l12 7", 1.6)
    pen.ink("M128 26h36M128 36h28M128 46h32", 1.8)
    person(pen, 52, 140, 1.0, Look(SKIN_2, "long", BLACK, BRICK, BLACK), left="hip", right="point")
    ground(pen, 140)
    people: tuple[tuple[float, Look], ...] = (
        (118, Look(SKIN_1, "short", RED, GREEN, GREEN, wear="coat")),
        (146, Look(SKIN_4, "short", BLACK, STRAW, GREEN, wear="coat")),
        (196, Look(SKIN_1, "bun", GREY, BLUE, GREEN, wear="coat")),
        (224, Look(SKIN_3, "hijab", ROSE, LEAF, GREEN, wear="coat")),
    )
    for x, look in people:
        seated(pen, x, 168, 0.8, look, left=None, right=None)
    pen.shape("M104 128h56l4 8h-64z", SAND)
    pen.shape("M182 128h56v8h-60z", SAND)
    pen.wire("M132 136v12M210 136v12")


def _face(pen: Pen, x: float, y: float, skin: Paint, hair: Hair, hair_paint: Paint, top: Paint) -> None:
    """Somebody on a screen: head and shoulders."""
    pen.shape(f"M{x - 13} {y + 16}c0 -9 6 -10 13 -10s13 1 13 10z", top)
    if hair == "hijab":
        pen.shape(f"M{x - 9.5} {y - 3}c0 -13 19 -13 19 0c0 6 2 8 3 12h-25c1 -4 3 -6 3 -12z", hair_paint)
        pen.circle(x, y - 2, 5.6, skin)
    else:
        if hair == "long":
            pen.shape(f"M{x - 9} {y + 6}v-9c0 -11 18 -11 18 0v9z", hair_paint)
        pen.circle(x, y - 2, 7.6, skin)
        pen.shape(f"M{x - 8} {y - 2}c-1 -12 17 -12 16 0c-3 -5 -12 -5 -16 0z", hair_paint)
    pen.dot(x - 2.5, y - 1.5, 1)
    pen.dot(x + 2.5, y - 1.5, 1)
    pen.ink(f"M{x - 2} {y + 1.6}q2 2 4 0", 1.3)


@scene(INTERVENTIONS, "indsatser/temadage-negativ-social-kontrol", "En fagperson foran en skærm med seks deltagere")
def theme_days(pen: Pen) -> None:
    pen.box(34, 14, 124, 88, COAL, 6)
    pen.box(40, 20, 112, 76, WHITE, 2)
    for x, y, paint in ((42, 22, LEAF), (79, 22, STRAW), (116, 22, ROSE), (42, 60, STRAW), (79, 60, MIST), (116, 60, LEAF)):
        pen.box(x, y, 34, 34, paint, 2)
    _face(pen, 59, 39.5, SKIN_1, "long", CHESTNUT, BRICK)
    _face(pen, 96, 39.5, SKIN_3, "short", BLACK, GREEN)
    _face(pen, 133, 39.5, SKIN_1, "short", GREY, BLUE)
    _face(pen, 59, 77.5, SKIN_2, "hijab", ROOF, WHITE)
    _face(pen, 96, 77.5, SKIN_4, "short", BLACK, GREEN)
    _face(pen, 133, 77.5, SKIN_2, "long", BLACK, ROSE)
    pen.shape("M22 102h148l10 14H12z", EARTH)
    pen.shape("M66 102h60l3 6H63z", SAND)
    person(pen, 202, 146, 1.0, Look(SKIN_3, "bun", BLACK, STRAW, GREEN, wear="coat"), left="chin")
    ground(pen, 146)
    pen.wire("M20 116v30M172 116v30")


@scene(INTERVENTIONS, "indsatser/ejendomsfunktionaerer", "En ejendomsfunktionær, en betjent og en beboer foran en opgang")
def caretakers(pen: Pen) -> None:
    pen.box(8, 16, 112, 124, SAND)
    window(pen, 20, 30, 18, 20, lit=True)
    window(pen, 48, 30, 18, 20)
    window(pen, 20, 62, 18, 20)
    window(pen, 92, 30, 18, 20)
    window(pen, 92, 62, 18, 20, lit=True)
    door(pen, 60, 140, 34, 58, BRICK)
    ground(pen, 140)
    person(pen, 110, 140, 1.02, Look(SKIN_1, "cap", GREEN, STRAW, GREEN, wear="overall"), right="forward")
    pen.circle(117, 85, 4, STRAW)
    pen.wire("M119 89l6 12M123 97l4 -2", 2)
    person(pen, 164, 140, 1.02, Look(SKIN_2, "police", BLUE, BLUE, BLACK), left="forward")
    person(pen, 210, 140, 0.96, Look(SKIN_4, "curly", BLACK, ROSE, SKIN_4, wear="dress"), left="wave")


@scene(INTERVENTIONS, "indsatser/dialograad", "Fem beboere taler sammen om et rundt bord")
def council(pen: Pen) -> None:
    bubble(pen, 30, 8, 60, 30, STRAW)
    pen.ink("M42 18h36M42 26h22", 1.6)
    bubble(pen, 146, 4, 58, 30, LEAF, -1)
    pen.ink("M158 14h34M158 22h26", 1.6)
    seated(pen, 34, 146, 0.84, Look(SKIN_1, "bun", GREY, GREEN, GREEN, wear="coat", glasses=True))
    seated(pen, 76, 140, 0.84, Look(SKIN_3, "short", BLACK, BRICK, GREEN, wear="coat", beard=True), right="out")
    seated(pen, 120, 138, 0.84, Look(SKIN_1, "pony", BLOND, BLUE, GREEN, wear="coat"))
    seated(pen, 164, 140, 0.84, Look(SKIN_2, "hijab", ROOF, STRAW, GREEN, wear="coat"), left="out")
    seated(pen, 206, 146, 0.84, Look(SKIN_4, "beanie", GREEN, ROSE, GREEN, wear="coat"))
    pen.shape("M14 116C14 102 226 102 226 116S14 130 14 116z", SAND)
    pen.wire("M60 126v20M180 126v20")
    ground(pen, 146)
    pen.shape("M104 110q16 16 32 0z", WHITE)
    pen.circle(114, 107, 4.5, BRICK)
    pen.circle(123, 106, 4.5, STRAW)
    pen.circle(131, 108, 3.5, GREEN)
    pen.ink("M104 110h32", 2)


@scene(INTERVENTIONS, "indsatser/turning-tables", "Tre unge optager en film foran et hus")
def film_makers(pen: Pen) -> None:
    pen.box(150, 18, 80, 120, ROOF)
    for y in (28, 56, 84):
        for x in (160, 182, 204):
            window(pen, x, y, 14, 16, lit=(x + y) % 4 == 0)
    ground(pen, 138)
    pen.wire("M92 138L104 92L116 138M104 92V138", 2.2)
    pen.box(84, 66, 40, 26, COAL, 4)
    pen.box(124, 72, 10, 14, BLUE, 1)
    pen.circle(92, 60, 7, COAL)
    pen.circle(110, 58, 9, COAL)
    pen.circle(92, 60, 2.5, WHITE)
    pen.circle(110, 58, 3, WHITE)
    person(pen, 58, 138, 1.02, Look(SKIN_3, "curly", BLACK, STRAW, BLUE), right=[(20, -62), (30, -68)], gaze=2)
    person(pen, 178, 138, 1, Look(SKIN_2, "cap", BLUE, WHITE, BLACK), left="wave", right="hip", gaze=-1)
    person(pen, 216, 138, 0.96, Look(SKIN_1, "long", CHESTNUT, GREEN, BLUE), right="up")
    pen.shape("M6 22h32v22h-32z", WHITE)
    pen.shape("M6 22l30 -9l2 9z", COAL)
    pen.ink("M12 31h20M12 37h12", 1.6)


@scene(INTERVENTIONS, "indsatser/tryghedsvandringer", "To beboere med et kort, en betjent og et barn går gennem området")
def walk(pen: Pen) -> None:
    pen.flat("M6 138H234L220 148H20z", EARTH)
    tree(pen, 214, 112, 20, 30)
    lamp(pen, 178, 116, 82, True, -1)
    pen.box(6, 40, 44, 84, SAND)
    window(pen, 13, 50, 12, 14, lit=True)
    window(pen, 31, 50, 12, 14)
    window(pen, 13, 76, 12, 14)
    window(pen, 31, 76, 12, 14, lit=True)
    ground(pen, 138)
    person(pen, 64, 138, 0.98, Look(SKIN_1, "side", GREY, GREEN, BLACK), right="forward", walk=6, gaze=2)
    person(
        pen,
        100,
        138,
        0.98,
        Look(SKIN_2, "hijab", ROOF, STRAW, BLUE, wear="coat"),
        left=[(14, -52), (6, -52)],
        right="point",
        walk=5,
        gaze=2,
    )
    pen.shape("M84 84l10 -4l8 4l9 -4v14l-9 4l-8 -4l-10 4z", WHITE)
    pen.ink("M94 80v14M102 84v14", 1.2)
    person(pen, 144, 138, 0.98, Look(SKIN_1, "police", BLUE, BLUE, BLACK), walk=5, gaze=2)
    person(pen, 190, 138, 0.62, Look(SKIN_4, "beanie", BRICK, GREEN, BLUE, head=1.2), right="wave", walk=6)


@scene(INTERVENTIONS, "indsatser/skattejagt", "Tre børn med et skattekort ved en skattekiste")
def treasure_hunt(pen: Pen) -> None:
    tree(pen, 34, 132, 26, 34)
    tree(pen, 216, 128, 18, 24)
    pen.box(66, 46, 104, 84, SAND)
    pen.shape("M60 46L118 20L176 46z", ROOF)
    window(pen, 78, 60, 18, 18)
    window(pen, 140, 60, 18, 18, lit=True)
    door(pen, 118, 130, 26, 46, LEAF)
    ground(pen, 138)
    pen.shape("M174 138v-18h34v18z", BRICK)
    pen.shape("M174 120c0 -14 34 -14 34 0z", STRAW)
    pen.ink("M191 118v8", 3)
    pen.circle(182, 104, 4, STRAW)
    pen.circle(198, 100, 4, STRAW)
    person(pen, 72, 138, 0.66, Look(SKIN_1, "pony", RED, STRAW, BLUE, head=1.22), right="forward")
    person(pen, 104, 138, 0.62, Look(SKIN_4, "curly", BLACK, GREEN, BRICK, head=1.22), left="forward", right="up")
    person(pen, 144, 138, 0.68, Look(SKIN_2, "short", BLACK, BRICK, GREEN, head=1.2), right="point", walk=5)
    pen.shape("M76 106l9 -4l8 4l8 -4v15l-8 4l-8 -4l-9 4z", WHITE)
    pen.ink("M81 113l4 -3l4 4M94 109l5 5M99 109l-5 5", 1.3)


@scene(INTERVENTIONS, "indsatser/opgangsmoeder", "Fire naboer på trappen i opgangen; en af dem banker på en dør")
def stairwell(pen: Pen) -> None:
    pen.box(6, 10, 228, 130, SAND)
    door(pen, 196, 140, 44, 86, BRICK)
    pen.box(66, 22, 58, 22, WHITE, 2)
    for i in range(4):
        pen.ink(f"M{71 + i * 13} 29h8M{71 + i * 13} 37h8", 1.4)
    pen.shape("M6 140v-52h26v13h26v13h26v13h26v13z", EARTH)
    person(pen, 30, 88, 0.72, Look(SKIN_1, "bun", GREY, BLUE, BLACK, wear="coat"), left="out", right="wave")
    person(pen, 74, 114, 0.86, Look(SKIN_3, "short", BLACK, STRAW, GREEN, beard=True), right="out")
    person(pen, 130, 140, 0.96, Look(SKIN_2, "long", BLACK, GREEN, BLUE), left="hip")
    person(pen, 164, 140, 0.94, Look(SKIN_1, "cap", RED, ROSE, BLUE), right="knock", gaze=2)
    pen.ink("M186 66l4 -5M189 72l6 -2M182 62v-6", 1.6)
    ground(pen, 140)


@scene(INTERVENTIONS, "indsatser/feedback", "En beboer og en fagperson i telefon med hinanden")
def feedback(pen: Pen) -> None:
    pen.box(10, 30, 60, 110, BRICK)
    window(pen, 20, 42, 16, 18, lit=True)
    window(pen, 44, 42, 16, 18)
    ground(pen, 140)
    person(pen, 58, 140, 1.04, Look(SKIN_1, "bun", GREY, STRAW, GREEN, wear="coat"), right="ear", gaze=2)
    pen.box(68, 46, 6, 12, COAL, 2)
    person(pen, 188, 140, 1.04, Look(SKIN_3, "short", BLACK, BLUE, BLACK), left=[(23, -62), (13, -82)], right="forward", gaze=-2)
    pen.box(171, 46, 6, 12, COAL, 2)
    pen.shape("M188 80h26v32h-26z", WHITE)
    pen.ink("M193 88h16M193 95h16M193 102h10", 1.6)
    pen.wire("M96 40C112 22 134 22 150 40", 2, "1 6")
    pen.wire("M150 62C134 80 112 80 96 62", 2.2)
    pen.wire("M102 74l-6 -12l13 1", 2.2)
    heart(pen, 123, 52, 1.1, BRICK)
