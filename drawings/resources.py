"""What an area has: a tile for each resource."""

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
)
from .pen import Pen
from .people import Look, officer, person, seated
from .scenes import Scenes, scene
from .things import bubble, door, ground, heart, lamp, tree, window

TILE = (160, 110)
RESOURCES: Scenes = {}


@scene(RESOURCES, "ressourcer/beboernes-viden", "En beboer, der fortæller om et sted med et hjerte", TILE)
def residents_know(pen: Pen) -> None:
    person(pen, 46, 102, 0.92, Look(SKIN_3, "curly", BLACK, STRAW, BLUE), left="hip", right="out", gaze=2)
    bubble(pen, 82, 10, 66, 52)
    pen.box(94, 30, 16, 20, BRICK)
    pen.box(114, 22, 18, 28, SAND)
    heart(pen, 123, 34, 0.9)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/naboer", "To naboer i hver sin dør, der vinker til hinanden", TILE)
def neighbours(pen: Pen) -> None:
    pen.box(8, 8, 144, 94, SAND)
    for x, paint in ((46, GREEN), (114, BRICK)):
        door(pen, x, 102, 48, 86, paint)
    person(pen, 44, 102, 0.72, Look(SKIN_1, "bun", GREY, BLUE, BLACK, wear="coat", glasses=True), right="wave", gaze=2)
    person(pen, 116, 102, 0.72, Look(SKIN_4, "short", BLACK, STRAW, BLUE), left="wave", gaze=-2)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/laengstboende", "En ældre beboer ved et stort træ", TILE)
def here_for_long(pen: Pen) -> None:
    tree(pen, 112, 102, 32, 36)
    ground(pen, 102)
    look = Look(SKIN_2, "side", GREY, GREEN, BLACK, wear="coat", glasses=True)
    person(pen, 50, 102, 0.92, look, left="hip", right="out", gaze=2)
    pen.wire("M79 52V102", 3)


@scene(RESOURCES, "ressourcer/tilflyttere", "En beboer med flyttekasser ved en dør", TILE)
def new_here(pen: Pen) -> None:
    pen.box(90, 8, 62, 94, BRICK)
    door(pen, 120, 102, 36, 62, STRAW)
    window(pen, 98, 16, 14, 16, lit=True)
    window(pen, 128, 16, 14, 16)
    ground(pen, 102)
    person(pen, 50, 102, 0.92, Look(SKIN_2, "hijab", BLUE, ROSE, BLUE, wear="coat"), left="forward", right="forward", gaze=2)
    pen.box(36, 50, 30, 22, EARTH)
    pen.ink("M51 50v22M36 57h30", 1.6)
    pen.box(8, 82, 24, 20, EARTH)
    pen.ink("M20 82v20", 1.6)


@scene(RESOURCES, "ressourcer/ildsjaele", "En beboer med en gryde og et hjerte", TILE)
def volunteers(pen: Pen) -> None:
    heart(pen, 122, 30, 2.2)
    ground(pen, 102)
    look = Look(SKIN_1, "cap", BRICK, GREEN, STRAW, wear="overall", beard=True)
    person(pen, 62, 102, 0.94, look, left="wave", right="forward", gaze=2)
    pen.shape("M90 78h46v24h-46z", BLUE)
    pen.ink("M84 84h6M136 84h6M90 84h46", 2)
    pen.wire("M104 70q-3 -5 0 -9M116 70q-3 -5 0 -9", 1.8)


@scene(RESOURCES, "ressourcer/connectors", "En person, der kender tre andre", TILE)
def connectors(pen: Pen) -> None:
    pen.wire("M80 60L28 28M80 60L132 28M80 60L132 88", 2, "1 6")
    for x, y, paint in ((28, 28, STRAW), (132, 28, LEAF), (132, 88, ROSE)):
        pen.circle(x, y, 17, paint)
    for x, y, skin, top in ((28, 28, SKIN_4, GREEN), (132, 28, SKIN_1, BLUE), (132, 88, SKIN_3, BRICK)):
        pen.shape(f"M{x - 10} {y + 13}q0 -10 10 -10q10 0 10 10z", top)
        pen.circle(x, y - 4, 7, skin)
    person(pen, 72, 106, 0.8, Look(SKIN_2, "long", BLACK, STRAW, BLUE), left="wave", right="out")


@scene(RESOURCES, "ressourcer/faedre", "En far med et barn på skuldrene", TILE)
def fathers(pen: Pen) -> None:
    tree(pen, 124, 102, 17, 28)
    ground(pen, 102)
    seated(pen, 66, 50, 0.44, Look(SKIN_3, "curly", BLACK, STRAW, BRICK, head=1.3), left="out", right="wave")
    holds = [(22, -62), (16, -78)]
    person(pen, 66, 102, 0.8, Look(SKIN_3, "short", BLACK, BLUE, BLACK, beard=True), left=holds, right=holds)


@scene(RESOURCES, "ressourcer/bydelsmoedre", "To kvinder, der taler sammen", TILE)
def mothers(pen: Pen) -> None:
    bubble(pen, 56, 4, 44, 22, STRAW)
    pen.ink("M64 12h28M64 18h18", 1.6)
    ground(pen, 102)
    person(pen, 50, 102, 0.84, Look(SKIN_3, "hijab", BRICK, GREEN, GREEN, wear="coat"), left="hip", right="out", gaze=2)
    person(pen, 108, 102, 0.84, Look(SKIN_1, "long", CHESTNUT, STRAW, SKIN_1, wear="dress"), left="forward", right="hip", gaze=-2)


@scene(RESOURCES, "ressourcer/boernefamilier", "To voksne og to børn på vej ud", TILE)
def families(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 34, 102, 0.88, Look(SKIN_4, "short", BLACK, STRAW, BLUE), right="low", walk=4, gaze=1)
    person(pen, 66, 102, 0.5, Look(SKIN_4, "pony", BLACK, ROSE, GREEN, head=1.3), left=[(12, -74), (16, -80)], right="down")
    person(pen, 96, 102, 0.54, Look(SKIN_2, "short", CHESTNUT, GREEN, BLUE, head=1.3), left="down", right=[(12, -74), (16, -80)])
    person(pen, 128, 102, 0.88, Look(SKIN_2, "bun", CHESTNUT, BRICK, BLACK), left="low", walk=4, gaze=-1)


@scene(RESOURCES, "ressourcer/unges-evner", "En ung med en guitar", TILE)
def talents(pen: Pen) -> None:
    ground(pen, 102)
    pen.wire("M112 58V34l20 -5v22M28 60V42", 2)
    pen.circle(108, 59, 4.5, COAL)
    pen.circle(128, 52, 4.5, COAL)
    pen.circle(24, 61, 4.5, COAL)
    person(pen, 68, 102, 0.94, Look(SKIN_2, "beanie", BRICK, GREEN, BLUE), left=None, right=None)
    pen.limb([(68, 62), (108, 46)], EARTH, 4)
    pen.shape("M50 58c10 -8 16 0 20 2c6 -2 12 6 8 12c-4 8 -12 6 -14 2c-6 8 -20 6 -22 -4c0 -6 4 -10 8 -12z", STRAW)
    pen.circle(66, 66, 4, COAL)
    pen.limb([(58, 39), (48, 52), (60, 62)], GREEN, 6)
    pen.circle(60, 63, 3.5, SKIN_2)
    pen.limb([(78, 39), (94, 54), (92, 56)], GREEN, 6)
    pen.circle(93, 54, 3.5, SKIN_2)


@scene(RESOURCES, "ressourcer/tidligere-deltagere", "En, der har været med før, tager en ny med", TILE)
def alumni(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 50, 102, 0.88, Look(SKIN_3, "cap", STRAW, BLUE, BLACK), left="wave", right="out", gaze=2)
    person(pen, 106, 102, 0.84, Look(SKIN_1, "pony", RED, GREEN, BLUE), left="forward", walk=4, gaze=-2)
    pen.shape("M50 45l2 4l5 1l-4 3l1 5l-4 -3l-4 3l1 -5l-4 -3l5 -1z", STRAW)


@scene(RESOURCES, "ressourcer/foreninger", "En bold, en tromme og et tørklæde i tre ringe", TILE)
def associations(pen: Pen) -> None:
    for x, y, paint in ((42, 38, LEAF), (118, 38, STRAW), (80, 76, ROSE)):
        pen.circle(x, y, 28, paint)
    pen.circle(42, 38, 15, WHITE)
    pen.shape("M42 30l7 5l-3 8h-8l-3 -8z", COAL)
    pen.ink("M42 30v-7M49 35l7 -2M46 43l4 6M38 43l-4 6M35 35l-7 -2", 1.5)
    pen.shape("M104 30q14 -8 28 0v20q-14 8 -28 0z", BRICK)
    pen.shape("M104 30q14 8 28 0q-14 -8 -28 0z", WHITE)
    pen.ink("M104 36l7 16l7 -16l7 16l7 -16", 1.6)
    pen.shape("M62 66l18 10l18 -10l3 6l-21 14l-21 -14z", BLUE)
    pen.shape("M76 84l4 16l4 -16z", BLUE)


@scene(RESOURCES, "ressourcer/afdelingsbestyrelse", "Tre valgte beboere ved et bord", TILE)
def board(pen: Pen) -> None:
    seated(pen, 36, 106, 0.84, Look(SKIN_1, "side", GREY, BLUE, GREEN, glasses=True))
    seated(pen, 80, 104, 0.84, Look(SKIN_4, "bun", BLACK, STRAW, GREEN), right="wave")
    seated(pen, 124, 106, 0.84, Look(SKIN_2, "long", RED, BRICK, GREEN))
    pen.shape("M10 76h140l6 10H4z", SAND)
    pen.wire("M18 86v16M142 86v16")
    pen.shape("M58 76v-5h26v5z", WHITE)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/raad-og-grupper", "Fire stole om et rundt bord", TILE)
def councils(pen: Pen) -> None:
    for x, paint in ((26, BRICK), (62, GREEN), (98, STRAW), (134, BLUE)):
        pen.box(x - 11, 26, 22, 30, paint, 4)
        pen.wire(f"M{x - 9} 56v20M{x + 9} 56v20")
    pen.shape("M10 74C10 60 150 60 150 74S10 88 10 74z", SAND)
    pen.wire("M40 84v18M120 84v18")
    pen.shape("M64 69v-9h12v9zM90 69v-9h12v9z", WHITE)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/ejendomsfunktionaerer", "En ejendomsfunktionær med et nøglebundt", TILE)
def caretakers(pen: Pen) -> None:
    pen.box(92, 8, 60, 94, SAND)
    window(pen, 102, 18, 16, 18, lit=True)
    window(pen, 128, 18, 16, 18)
    door(pen, 122, 102, 32, 54, BRICK)
    ground(pen, 102)
    person(pen, 48, 102, 0.94, Look(SKIN_1, "cap", GREEN, STRAW, GREEN, wear="overall"), left="wave", right="out", gaze=1)
    pen.ring(80, 56, 6, 2)
    pen.shape("M77 61h6v14h-6z", STRAW)


@scene(RESOURCES, "ressourcer/lokale-fagfolk", "Tre fagfolk side om side", TILE)
def professionals(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 36, 102, 0.88, Look(SKIN_4, "long", BLACK, GREEN, BLACK), left="hip", right="down")
    person(pen, 80, 102, 0.9, officer(SKIN_2))
    person(pen, 124, 102, 0.88, Look(SKIN_1, "cap", BRICK, STRAW, BRICK, wear="overall", beard=True), right="hip")


@scene(RESOURCES, "ressourcer/politi-og-ssp", "En betjent og en SSP-medarbejder med et kort", TILE)
def police_and_ssp(pen: Pen) -> None:
    ground(pen, 102)
    person(pen, 44, 102, 0.92, officer(SKIN_3), right="forward", gaze=2)
    person(pen, 116, 102, 0.92, Look(SKIN_1, "long", BLOND, GREEN, BLACK), left="forward", gaze=-2)
    pen.shape("M58 44l15 -5l14 5l15 -5v30l-15 5l-14 -5l-15 5z", WHITE)
    pen.ink("M73 39v30M87 44v30", 1.5)
    heart(pen, 80, 56, 0.7)


@scene(RESOURCES, "ressourcer/skole-og-klub", "En skole med ur og en klub med flag", TILE)
def school_and_club(pen: Pen) -> None:
    pen.box(10, 38, 78, 64, SAND)
    pen.shape("M4 38L49 12L94 38z", ROOF)
    pen.circle(49, 28, 7, WHITE)
    pen.ink("M49 24v4l3 2", 1.5)
    window(pen, 18, 48, 16, 18)
    window(pen, 64, 48, 16, 18, lit=True)
    door(pen, 49, 102, 22, 38, GREEN)
    pen.box(98, 56, 54, 46, BLUE)
    window(pen, 104, 66, 14, 14, lit=True)
    door(pen, 136, 102, 18, 32, STRAW)
    pen.wire("M124 56V26", 2)
    pen.shape("M124 26h22l-5 6l5 6h-22z", BRICK)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/oplaegsholder", "En oplægsholder ved en tavle", TILE)
def speaker(pen: Pen) -> None:
    pen.box(70, 12, 82, 54, WHITE, 3)
    pen.circle(92, 38, 12, STRAW)
    pen.ink("M92 38v-12M92 38l10 6M112 28h30M112 38h24M112 48h28", 1.8)
    ground(pen, 102)
    person(pen, 40, 102, 0.94, Look(SKIN_4, "long", BLACK, BLUE, BLACK, wear="coat"), left="hip", right="point", gaze=1)


@scene(RESOURCES, "ressourcer/personlig-fortaelling", "En, der fortæller, med hånden på hjertet", TILE)
def story(pen: Pen) -> None:
    bubble(pen, 88, 8, 62, 40, STRAW)
    pen.ink("M98 20h42M98 28h42M98 36h26", 1.8)
    ground(pen, 102)
    person(pen, 54, 102, 0.96, Look(SKIN_2, "short", BLACK, GREEN, BLUE, beard=True), left="down", right=[(19, -56), (5, -61)])
    heart(pen, 56, 54, 0.6)


@scene(RESOURCES, "ressourcer/beslutningskraft", "Et stempel på et papir med et flueben", TILE)
def decisions(pen: Pen) -> None:
    pen.shape("M16 24h76v78h-76z", WHITE)
    pen.ink("M28 40h52M28 52h52M28 64h30", 2)
    pen.ink("M30 82l8 9l18 -20", 4)
    pen.shape("M96 86h44v12h-44z", BRICK)
    pen.shape("M110 86c0 -14 -4 -22 -4 -30a12 12 0 0 1 24 0c0 8 -4 16 -4 30z", STRAW)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/moedesteder", "En bænk under en lygte på et torv", TILE)
def meeting_places(pen: Pen) -> None:
    lamp(pen, 28, 102, 74)
    tree(pen, 136, 102, 16, 26)
    pen.box(56, 62, 58, 8, BRICK)
    pen.box(54, 78, 62, 7, BRICK)
    pen.wire("M62 85v17M108 85v17M62 70v8M108 70v8")
    pen.box(76, 66, 10, 12, WHITE)
    pen.ink("M86 69q5 1 0 5", 1.4)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/udearealer", "Et boldmål og en bold mellem træer", TILE)
def outdoors(pen: Pen) -> None:
    pen.flat("M6 96H154V104H6z", LEAF)
    tree(pen, 20, 102, 14, 24)
    tree(pen, 142, 102, 13, 22)
    pen.wire("M42 102V50H112V102", 3)
    pen.wire("M56 50v52M70 50v52M84 50v52M98 50v52M42 66h70M42 82h70", 1)
    pen.circle(122, 94, 8, WHITE)
    pen.ink("M122 90l4 3l-2 4h-4l-2 -4z", 1.4)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/handelsliv", "En butik med stribet markise", TILE)
def shops(pen: Pen) -> None:
    pen.box(16, 20, 128, 82, SAND)
    pen.box(28, 54, 58, 34, MIST)
    pen.circle(44, 80, 6, BRICK)
    pen.circle(57, 80, 6, STRAW)
    pen.circle(70, 80, 6, GREEN)
    pen.box(100, 54, 30, 48, GREEN)
    pen.dot(124, 80, 1.8)
    for number in range(8):
        pen.shape(f"M{16 + 16 * number} 32h16v12a8 8 0 0 1 -16 0z", (BRICK, WHITE)[number % 2])
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/kort", "Et kort med et hjerte, en stjerne og en rute", TILE)
def area_map(pen: Pen) -> None:
    pen.shape("M12 22l34 -10l34 10l34 -10l34 10v76l-34 -10l-34 10l-34 -10l-34 10z", WHITE)
    pen.ink("M46 12v76M80 22v76M114 12v76", 1.6)
    pen.shape("M54 34l18 5v16l-18 -5z", LEAF)
    pen.shape("M122 28l18 5v16l-18 -5z", MIST)
    heart(pen, 29, 42, 1.2)
    pen.shape("M98 58l3 6l7 1l-5 5l1 7l-6 -4l-6 4l1 -7l-5 -5l7 -1z", STRAW)
    pen.ink("M29 54c4 24 40 26 62 18", 2.4)


@scene(RESOURCES, "ressourcer/henvendelser", "En telefon og en stak beskeder", TILE)
def enquiries(pen: Pen) -> None:
    pen.box(20, 14, 46, 86, COAL, 7)
    pen.box(25, 24, 36, 64, WHITE, 2)
    bubble(pen, 76, 12, 66, 26, STRAW)
    bubble(pen, 84, 46, 66, 26, LEAF)
    pen.ink("M86 21h46M86 29h30M94 55h46M94 63h26", 1.8)
    heart(pen, 43, 56, 1.4)
    pen.box(84, 86, 60, 14, WHITE)
    pen.ink("M84 86l30 9l30 -9", 1.6)
    ground(pen, 102)


@scene(RESOURCES, "ressourcer/lokale-facebookgrupper", "En mobil med et opslag fra området", TILE)
def local_groups(pen: Pen) -> None:
    pen.box(48, 6, 62, 98, COAL, 8)
    pen.box(54, 16, 50, 76, WHITE, 2)
    pen.shape("M54 40h50v26h-50z", LEAF)
    pen.shape("M62 66v-16h12v16zM76 66v-20h16v20z", BRICK)
    pen.circle(62, 28, 5, STRAW)
    pen.ink("M72 26h26M72 31h16M60 74h38", 1.8)
    heart(pen, 66, 84, 0.7)
    bubble(pen, 114, 24, 36, 22, STRAW, -1)
    bubble(pen, 10, 50, 36, 22, ROSE)
    pen.ink("M20 58h16M20 64h10M122 32h18M122 38h10", 1.6)
