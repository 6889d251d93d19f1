"""What one sees: a tile for each challenge."""

import re

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
from .pen import Pen, number
from .people import Look, person, seated
from .scenes import Scenes, scene
from .things import bubble, door, ground, heart, tree, window

TILE = (160, 110)
CHALLENGES: Scenes = {}


@scene(CHALLENGES, "udfordringer/utryghed", "En beboer bag et vindue om aftenen", TILE)
def worried(pen: Pen) -> None:
    pen.box(18, 10, 92, 92, SAND)
    pen.box(34, 24, 60, 54, STRAW)
    seated(pen, 64, 112, 0.74, Look(SKIN_1, "bun", GREY, BLUE, GREEN, glasses=True), left="chin", right=None)
    pen.box(19.5, 80, 89, 20, SAND)
    pen.flat("M19.2 79h89.6v21h-89.6z", SAND)
    pen.shape("M34 24h14c2 20 -2 40 -14 50z", ROSE)
    pen.shape("M94 24h-14c-2 20 2 40 14 50z", ROSE)
    pen.ink("M34 24h60v54h-60z")
    pen.box(30, 76, 68, 8, WHITE)
    pen.circle(136, 26, 11, STRAW)
    ground(pen, 102)


@scene(CHALLENGES, "udfordringer/utrygge-steder", "En mørk tunnel og en lygte, der ikke lyser", TILE)
def dark_places(pen: Pen) -> None:
    pen.box(6, 34, 148, 68, EARTH)
    pen.shape("M46 102V70a30 30 0 0 1 60 0v32z", COAL)
    pen.shape("M56 102V74a20 20 0 0 1 40 0v28z", BLUE)
    ground(pen, 102)
    pen.wire("M130 102V24q0 -8 -8 -8h-4")
    pen.shape("M108 14h14l-3 9h-8z", SAND)
    pen.wire("M111 29l-4 6M115 30v7M120 29l4 6", 1.6)
    pen.ink("M126 42l8 6M126 48l8 -6", 1.8)


@scene(CHALLENGES, "udfordringer/utryghedsskabende-adfaerd", "Tre unge med musik på trappen ved en opgang", TILE)
def on_the_stairs(pen: Pen) -> None:
    pen.box(86, 8, 68, 94, BRICK)
    window(pen, 98, 18, 16, 18, lit=True)
    window(pen, 126, 18, 16, 18)
    pen.shape("M14 102v-14h22v-14h22v-14h22v-14h30v56z", EARTH)
    pen.wire("M14 64L82 22h30")
    person(pen, 44, 97, 0.57, Look(SKIN_1, "cap", BLUE, GREEN, BLACK, head=1.15), left="forward", right="forward")
    person(pen, 72, 83, 0.57, Look(SKIN_3, "curly", BLACK, STRAW, BLUE, head=1.15), right="wave")
    person(pen, 100, 69, 0.57, Look(SKIN_2, "beanie", ROOF, WHITE, BLACK, head=1.15), left="hip", right="forward")
    pen.box(14, 78, 16, 10, COAL, 3)
    pen.circle(19, 83, 3, SAND)
    pen.circle(26, 83, 2, SAND)
    ground(pen, 102)


@scene(CHALLENGES, "udfordringer/haervaerk", "En væltet affaldsbeholder og affald på jorden", TILE)
def litter(pen: Pen) -> None:
    pen.shape("M40 60l52 -12l8 34l-52 12z", GREEN)
    pen.shape("M32 56l12 -3l10 40l-12 3z", LEAF)
    pen.circle(94, 90, 7, COAL)
    pen.shape("M16 96l10 -8l6 8zM108 96h18l-4 -10h-10z", STRAW)
    pen.shape("M128 98l4 -16h6l3 16z", ROSE)
    pen.shape("M8 99c4 -8 12 -8 14 0z", WHITE)
    pen.wire("M120 40v-14M120 26h16M112 50l14 -8M60 22l6 10M80 16l2 12M44 30l10 6", 2)
    ground(pen, 100)


def _hen(pen: Pen, x: float, y: float, size: float, paint: Paint) -> None:
    """A hen that looks to the right; x and y are where its tail is."""

    def path(path: str) -> str:
        return re.sub(r"-?[\d.]+", lambda measure: number(float(measure[0]) * size), path)

    def at(across: float, down: float) -> str:
        return f"M{number(x + across * size)} {number(y + down * size)}"

    pen.shape(at(0, 0) + path("c-2 -16 10 -14 14 -10c2 -12 12 -12 13 -3c2 12 -4 19 -13 19s-13 -2 -14 -6z"), paint)
    pen.flat(at(18, -17) + path("q3 -7 5 0q4 -4 3 3z"), BRICK)
    pen.dot(x + 22 * size, y - 10 * size, 1.2)
    pen.shape(at(27, -9) + path("l6 3l-6 2z"), STRAW)
    pen.wire(f"{at(12, 6)}v{number(8 * size)}{at(18, 6)}v{number(8 * size)}", 1.8)


@scene(CHALLENGES, "udfordringer/rygter", "En fjer, der bliver til fem høns", TILE)
def rumours(pen: Pen) -> None:
    pen.shape("M10 40C18 18 40 14 52 20C44 34 28 42 10 40z", WHITE)
    pen.ink("M8 46C18 36 34 26 50 21", 1.6)
    pen.wire("M60 34h14m-6 -6l7 6l-7 6")
    _hen(pen, 84, 40, 0.9, SAND)
    _hen(pen, 122, 46, 0.8, ROSE)
    _hen(pen, 22, 86, 0.95, STRAW)
    _hen(pen, 66, 88, 0.9, WHITE)
    _hen(pen, 106, 86, 0.95, SAND)
    ground(pen, 100)


@scene(CHALLENGES, "udfordringer/hvor-henvender-man-sig", "Tre vejvisere med spørgsmålstegn", TILE)
def whom_to_ask(pen: Pen) -> None:
    pen.wire("M80 102V18", 2.6)
    pen.shape("M80 22h44l12 9l-12 9h-44z", STRAW)
    pen.shape("M80 46h-44l-12 9l12 9h44z", LEAF)
    pen.shape("M80 70h36l10 8l-10 8h-36z", ROSE)
    for x, y in ((100, 31), (54, 55), (98, 78)):
        pen.ink(f"M{x - 3} {y - 3}c0 -6 8 -5 7 0c-1 3 -4 2 -4 5m0 3v.1", 1.8)
    ground(pen, 102)


@scene(CHALLENGES, "udfordringer/far-rollen", "En far med sit barn i hånden og et spørgsmål", TILE)
def being_a_father(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 58, 102, 0.94, Look(SKIN_3, "short", BLACK, GREEN, BLUE, beard=True), right="low")
    person(
        pen,
        94,
        102,
        0.6,
        Look(SKIN_3, "curly", BLACK, BRICK, BLACK, head=1.22),
        left=[(12, -74), (17, -82)],
        right="down",
        gaze=-1,
    )
    bubble(pen, 100, 8, 48, 28, WHITE)
    pen.ink("M118 18c0 -6 10 -5 9 1c-1 3 -4 3 -4 6m0 4v.1", 2)
    tree(pen, 20, 102, 13, 22)


@scene(CHALLENGES, "udfordringer/fordomme", "To mennesker på hver sin side af et stakit", TILE)
def prejudice(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 36, 102, 0.9, Look(SKIN_1, "side", GREY, BLUE, BLACK), left="hip", right="hip", gaze=-2)
    person(pen, 124, 102, 0.9, Look(SKIN_4, "short", BLACK, STRAW, GREEN), left="hip", right="hip", gaze=2)
    for x in (66, 76, 86):
        pen.shape(f"M{x} 102V60l4 -6l4 6v42z", WHITE)
    pen.shape("M62 70h36v6h-36zM62 88h36v6h-36z", SAND)


@scene(CHALLENGES, "udfordringer/stoffer-og-indbrud", "Et kælderrum, hvor hængelåsen er brudt op", TILE)
def broken_lock(pen: Pen) -> None:
    pen.box(8, 12, 144, 90, EARTH)
    pen.box(24, 22, 50, 80, COAL)
    pen.box(40, 76, 24, 26, SAND)
    pen.ink("M40 86h24M52 76v10", 1.6)
    pen.shape("M74 22l34 8v72h-34z", BRICK)
    pen.ink("M85 25v77M97 28v74", 1.6)
    pen.wire("M74 60h-12")
    pen.ink("M113 46v-8q0 -8 8 -8q7 0 8 6", 3)
    pen.box(109, 46, 24, 20, STRAW, 3)
    pen.dot(121, 54, 2)
    pen.ink("M121 55v5M138 34l6 -5M141 42l8 -1M135 27l2 -7", 1.8)
    ground(pen, 102)


@scene(CHALLENGES, "udfordringer/kriminalitet", "Et forstørrelsesglas over et mørkt vindue i et hus", TILE)
def suspicion(pen: Pen) -> None:
    pen.box(14, 8, 98, 94, BRICK)
    for x, y in ((26, 18), (54, 18), (84, 18), (26, 50), (84, 50), (26, 76)):
        window(pen, x, y, 16, 18, lit=(x, y) in ((26, 18), (84, 18), (26, 76)))
    ground(pen, 102)
    pen.limb([(88, 80), (118, 104)], GREEN, 8)
    pen.circle(68, 64, 26, MIST)
    pen.box(54, 48, 28, 32, COAL)
    pen.streak("M68 49v30M55 64h26", MIST, 1.6)
    pen.ring(68, 64, 26, 5)


@scene(CHALLENGES, "udfordringer/bandemiljoe", "En ung, hvor vejen deler sig i to", TILE)
def two_ways(pen: Pen) -> None:
    pen.box(108, 16, 44, 46, COAL)
    pen.box(8, 22, 38, 40, SAND)
    window(pen, 14, 28, 10, 12, lit=True)
    window(pen, 30, 28, 10, 12, lit=True)
    heart(pen, 27, 53, 0.7)
    pen.streak("M118 28h6M136 28h6M118 44h6M136 44h6", BLUE, 3)
    pen.flat("M26 64C40 84 60 90 62 108H98C100 90 118 84 136 64H110C98 72 86 80 80 90C74 80 62 72 52 64z", EARTH)
    pen.wire("M26 64C40 84 60 90 62 108M98 108C100 90 118 84 136 64M52 64C62 72 74 80 80 90C86 80 98 72 110 64")
    pen.wire("M6 64H24M138 64H154M54 64h54")
    person(pen, 80, 106, 0.72, Look(SKIN_2, "beanie", GREEN, STRAW, BLUE), left="down", right="chin", gaze=-2)


@scene(CHALLENGES, "udfordringer/kriminalitetstruede-unge", "En voksen og en ung går sammen", TILE)
def side_by_side(pen: Pen) -> None:
    tree(pen, 136, 102, 15, 26)
    ground(pen, 102)
    person(
        pen,
        52,
        102,
        0.92,
        Look(SKIN_1, "long", CHESTNUT, GREEN, BLACK),
        left="down",
        right=[(22, -64), (32, -58)],
        walk=5,
        gaze=2,
    )
    person(pen, 90, 102, 0.78, Look(SKIN_3, "cap", BLUE, STRAW, BLUE, head=1.1), walk=5, gaze=-1)
    person(
        pen, 52, 102, 0.92, Look(SKIN_1, "long", CHESTNUT, GREEN, BLACK), left=None, right=[(22, -64), (33, -58)], walk=5, gaze=2
    )


@scene(CHALLENGES, "udfordringer/modborgerskab", "En beboer foran en skranke, hvor lugen er lukket", TILE)
def closed_hatch(pen: Pen) -> None:
    pen.box(64, 8, 88, 94, SAND)
    pen.box(78, 20, 60, 48, MIST)
    pen.ink("M78 29h60M78 38h60M78 47h60M78 56h60", 1.6)
    pen.box(72, 68, 72, 9, BRICK)
    pen.box(96, 32, 24, 20, WHITE, 2)
    pen.ink("M101 37l14 10M115 37l-14 10", 2)
    ground(pen, 102)
    person(pen, 36, 102, 0.92, Look(SKIN_4, "short", BLACK, STRAW, BLUE, wear="coat"), left="down", right="hip", gaze=2)


@scene(CHALLENGES, "udfordringer/negativt-billede", "Husene i farver, og de samme huse grå i en avis", TILE)
def grey_picture(pen: Pen) -> None:
    pen.box(96, 46, 26, 56, BRICK)
    pen.shape("M122 102V60l15 -12l15 12v42z", STRAW)
    window(pen, 103, 54, 12, 14, lit=True)
    window(pen, 131, 64, 12, 14)
    door(pen, 137, 102, 12, 18, GREEN)
    door(pen, 109, 102, 12, 18)
    heart(pen, 109, 78, 0.6, WHITE)
    pen.circle(138, 22, 10, STRAW)
    ground(pen, 102)
    pen.shape("M10 14l66 -6l10 80l-66 6z", WHITE)
    pen.ink("M18 24l52 -5", 6)
    pen.ink("M20 35l20 -2M20 43l20 -2M21 51l20 -2M24 72l52 -5M25 80l52 -5", 1.8)
    pen.shape("M45 34l24 -2l4 28l-25 2z", MIST)
    pen.shape("M50 61l-2 -16l8 -1l2 16zM58 60l-1 -9l6 -6l7 5l2 9z", BLUE)


@scene(CHALLENGES, "udfordringer/negativ-social-kontrol", "En person med øjne rundt om sig", TILE)
def watched(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 80, 102, 0.86, Look(SKIN_2, "long", BLACK, ROSE, BLUE), left="down", right="chin")
    for x, y in ((30, 24), (20, 62), (50, 46), (130, 24), (140, 62), (110, 46)):
        pen.shape(f"M{x - 13} {y}q13 -14 26 0q-13 14 -26 0z", WHITE)
        pen.circle(x + (4 if x < 80 else -4), y, 5, BLUE)
        pen.dot(x + (5 if x < 80 else -5), y, 2)


@scene(CHALLENGES, "udfordringer/faglig-tvivl", "En fagperson ved et skrivebord med et spørgsmål", TILE)
def in_doubt(pen: Pen) -> None:
    bubble(pen, 94, 6, 54, 34)
    pen.ink("M116 18c0 -7 12 -6 10 1c-1 4 -5 4 -5 8m0 4v.1", 2.4)
    seated(pen, 62, 108, 0.96, Look(SKIN_1, "bun", BLOND, GREEN, GREEN, wear="coat", glasses=True), right="chin")
    pen.shape("M10 76h138l6 9H4z", SAND)
    pen.wire("M18 85v17M140 85v17")
    pen.shape("M96 76l4 -16h34l4 16z", BLUE)
    pen.shape("M20 76v-7h26v7z", STRAW)
    ground(pen, 102)


@scene(CHALLENGES, "udfordringer/faerre-helhedsplaner", "Fire planer på en tavle; to af dem er væk", TILE)
def fewer_plans(pen: Pen) -> None:
    pen.box(8, 10, 144, 78, SAND, 3)
    for x, paint in ((18, STRAW), (84, LEAF)):
        pen.shape(f"M{x} 22h28v54h-28z", paint)
        pen.ink(f"M{x + 6} 34h16M{x + 6} 42h16M{x + 6} 50h10", 1.8)
        heart(pen, x + 14, 64, 0.7)
        pen.dot(x + 14, 22, 2.4)
    for x in (51, 117):
        pen.wire(f"M{x} 22h26v54h-26z", 1.8, "3 5")
    ground(pen, 102)
    pen.wire("M28 88v14M132 88v14")


@scene(CHALLENGES, "udfordringer/spredte-indsatser", "Fire brikker, der ikke er lagt sammen", TILE)
def apart(pen: Pen) -> None:
    pen.shape("M30 16h30v10a7 7 0 1 1 0 12v10h-30z", STRAW)
    pen.shape("M98 14h32v32h-11a7 7 0 1 0 -12 0h-9v-10a7 7 0 1 1 0 -12z", LEAF)
    pen.shape("M28 68h10a7 7 0 1 0 12 0h10v32h-32z", BRICK)
    pen.shape("M100 66h9a7 7 0 1 1 12 0h11v32h-32v-10a7 7 0 1 0 0 -12z", BLUE)
    pen.wire("M20 30h-12m5 -5l-5 5l5 5M140 30h12m-5 -5l5 5l-5 5M20 84h-12m5 -5l-5 5l5 5M140 82h12m-5 -5l5 5l-5 5", 2)


@scene(CHALLENGES, "udfordringer/manglende-lokal-viden", "Et kort, hvor den ene halvdel er tom", TILE)
def half_a_map(pen: Pen) -> None:
    pen.shape("M12 22l34 -10l34 10l34 -10l34 10v76l-34 -10l-34 10l-34 -10l-34 10z", WHITE)
    pen.ink("M46 12v76M80 22v76M114 12v76", 1.6)
    pen.shape("M20 36l18 -5v18l-18 5z", STRAW)
    pen.shape("M54 34l18 5v16l-18 -5z", LEAF)
    heart(pen, 29, 74, 1)
    heart(pen, 62, 72, 1, GREEN)
    pen.ink("M104 44c0 -12 20 -11 18 1c-1 7 -9 7 -9 14m0 8v.1", 3)
