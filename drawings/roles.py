"""A door for each role, and who opens it with what they bring."""

from collections.abc import Callable

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
from .people import Arm, Look, officer, person, seated
from .scenes import Scenes, scene
from .things import bubble, heart

ROLES: Scenes = {}
DOOR = (140, 170)


def _door(id: str, title: str, frame: Paint) -> Callable[[Callable[[Pen], None]], Callable[[Pen], None]]:
    """Notes a role: what the function below it draws stands in a door with a frame of the colour."""

    def note(draw: Callable[[Pen], None]) -> Callable[[Pen], None]:
        def whole(pen: Pen) -> None:
            pen.shape("M18 164V70a52 52 0 0 1 104 0v94z", frame)
            pen.shape("M28 164V72a42 42 0 0 1 84 0v92z", WHITE)
            draw(pen)
            pen.wire("M6 164h128", 2.6)

        scene(ROLES, f"roller/{id}", title, DOOR, 2.2)(whole)
        return draw

    return note


def _one(pen: Pen, look: Look, left: Arm = "down", right: Arm = "down", gaze: float = 0) -> None:
    """Somebody in the middle of the door."""
    person(pen, 70, 164, 1.2, look, left, right, gaze=gaze)


def _two(pen: Pen, one: Look, other: Look, left: Arm = "down", right: Arm = "down") -> None:
    """Two people beside each other; ``left`` and ``right`` are their outer arms."""
    person(pen, 51, 164, 1.06, one, left, "down")
    person(pen, 90, 164, 1.06, other, "down", right)


@_door("beboere", "En beboer og et barn i en dør", ROSE)
def residents(pen: Pen) -> None:
    person(pen, 60, 164, 1.14, Look(SKIN_4, "curly", BLACK, BRICK, SKIN_4, wear="dress"), left="wave", right="low")
    person(pen, 98, 164, 0.66, Look(SKIN_3, "short", BLACK, STRAW, BLUE, head=1.2), left=[(12, -72), (15, -74)])


@_door("frivillige", "En frivillig med et hjerte på trøjen", STRAW)
def volunteers(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "side", GREY, GREEN, BLUE, glasses=True), left="hip", right="wave")
    heart(pen, 70, 94, 1.1, WHITE)


@_door("bydelsmoedre", "To kvinder sammen i en dør", BRICK)
def mothers(pen: Pen) -> None:
    _two(
        pen,
        Look(SKIN_3, "hijab", GREEN, STRAW, GREEN, wear="coat"),
        Look(SKIN_2, "long", BLACK, ROSE, SKIN_2, wear="dress"),
        left="wave",
        right="low",
    )
    pen.shape("M112 122h-12l-2 20h16z", BLUE)
    pen.wire("M101 122q5 -10 10 0", 2)


@_door("faedre", "En far med et barn på armen", GREEN)
def fathers(pen: Pen) -> None:
    _one(pen, Look(SKIN_3, "short", BLACK, BLUE, BLACK, beard=True), left="down", right=None)
    seated(pen, 97, 130, 0.58, Look(SKIN_3, "curly", BLACK, STRAW, GREEN, head=1.25), left=None, right="up")
    pen.limb([(82, 84), (84, 113), (102, 117)], BLUE, 7.7)
    pen.circle(104, 117, 4.4, SKIN_3)


@_door("unge", "To unge i en dør", BLUE)
def young(pen: Pen) -> None:
    _two(pen, Look(SKIN_1, "pony", RED, BRICK, BLUE), Look(SKIN_4, "beanie", GREEN, STRAW, BLACK), left="wave", right="hip")


@_door("tidligere-deltagere", "En, der har været med før, med et bevis", ROSE)
def alumni(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "cap", GREEN, SAND, BLUE), left="down", right="out")
    pen.shape("M86 82h30v24h-30z", WHITE)
    pen.ink("M92 89h18M92 95h10", 1.8)
    pen.circle(110, 99, 4, STRAW)
    pen.circle(102, 106, 4.2, SKIN_2)


@_door("dialograad", "To beboere, der taler sammen", LEAF)
def council(pen: Pen) -> None:
    bubble(pen, 52, 36, 36, 20, STRAW)
    pen.ink("M60 43h20M60 49h12", 1.6)
    _two(
        pen,
        Look(SKIN_1, "bun", GREY, BLUE, BLACK, wear="coat", glasses=True),
        Look(SKIN_3, "short", BLACK, BRICK, GREEN, beard=True),
        left="hip",
        right="hip",
    )


@_door("afdelingsbestyrelse", "En valgt beboer med en mappe", STRAW)
def board(pen: Pen) -> None:
    _one(pen, Look(SKIN_4, "bun", BLACK, BLUE, BLACK, wear="coat"), left="forward", right="down")
    pen.shape("M50 92h24v30h-24z", BRICK)
    pen.box(54, 98, 16, 8, WHITE)
    pen.circle(82, 92, 4, STRAW)


@_door("lokalpoliti", "En betjent fra lokalpolitiet i en dør", BLUE)
def police(pen: Pen) -> None:
    _one(pen, officer(SKIN_3), right="wave")


@_door("ssp", "En SSP-medarbejder med et kort i hånden", STRAW)
def ssp(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "long", CHESTNUT, GREEN, BLACK), left=[(18, -52), (4, -54)], right="wave")
    pen.box(50, 92, 22, 16, SAND, 2)
    pen.ink("M55 97h12M55 102h8", 1.5)


@_door("gadeteam", "En medarbejder i vest på vej ud", GREEN)
def street_team(pen: Pen) -> None:
    person(pen, 70, 164, 1.2, Look(SKIN_4, "short", BLACK, STRAW, BLUE), right="wave", walk=6)
    pen.shape("M55 98h30v7h-30z", WHITE)
    pen.ink("M70 75v45", 2)


@_door("ungdomsklub", "En klubmedarbejder med en bold", BRICK)
def youth_club(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "cap", RED, LEAF, BLUE, beard=True), left="hip", right=[(18, -56), (9, -46)])
    pen.circle(91, 112, 11, WHITE)
    pen.shape("M91 106l5 4l-2 6h-6l-2 -6z", COAL)
    pen.ink("M91 106v-5M96 110l5 -2M94 116l3 4M88 116l-3 4M86 110l-5 -2", 1.4)


@_door("skole", "En lærer med en bog i en dør", LEAF)
def school(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "hijab", ROOF, STRAW, BLACK, wear="coat"), left="forward", right="hip")
    pen.shape("M54 94l12 4l12 -4v16l-12 4l-12 -4z", WHITE)
    pen.ink("M66 98v16", 1.5)


@_door("institutioner", "En pædagog og et barn med en klods", STRAW)
def nursery(pen: Pen) -> None:
    person(pen, 56, 164, 1.12, Look(SKIN_1, "long", BLOND, GREEN, BLUE), left="hip", right="low")
    person(pen, 95, 164, 0.56, Look(SKIN_4, "curly", BLACK, ROSE, BLUE, head=1.3), left=[(12, -74), (16, -84)], right="out")
    pen.box(107, 126, 10, 10, BRICK)


@_door("bibliotek", "En bibliotekar med en stak bøger", ROSE)
def library(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "bun", GREY, BLUE, BLACK, glasses=True), left="forward", right="forward")
    pen.box(54, 98, 32, 7, STRAW)
    pen.box(57, 91, 28, 7, BRICK)
    pen.box(55, 84, 30, 7, GREEN)


@_door("boligsociale", "En boligsocial medarbejder med en kop kaffe", BRICK)
def social_workers(pen: Pen) -> None:
    _one(pen, Look(SKIN_3, "long", BLACK, ROSE, BLUE), left="hip", right=[(20, -56), (18, -70)])
    pen.shape("M86 68h14l-2 14h-10z", WHITE)
    pen.ink("M99 71q6 1 -1 7", 1.6)
    pen.ink("M90 64q-2 -3 0 -6M95 64q-2 -3 0 -6", 1.4)
    pen.circle(91, 80, 4.2, SKIN_3)


@_door("boligorganisation", "En medarbejder med papirer fra boligorganisationen", BRICK)
def housing(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "side", GREY, SAND, BLUE, wear="coat", glasses=True), left="forward")
    pen.shape("M54 96h22v28h-22z", STRAW)
    pen.ink("M59 103h12M59 109h12M59 115h7", 1.5)


@_door("driftschef", "En driftschef med nøgler og tavle", SAND)
def operations(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "short", GREY, BLUE, BLACK, wear="coat", beard=True), left="forward", right="low")
    pen.shape("M52 92h24v30h-24z", WHITE)
    pen.box(60, 88, 8, 6, COAL)
    pen.ink("M57 102l3 3l5 -6M57 112l3 3l5 -6M69 103h4M69 113h4", 1.6)
    pen.circle(99, 120, 5, STRAW)
    pen.ink("M99 125v14M99 134h5M99 139h4", 2)


@_door("ejendomsfunktionaerer", "En ejendomsfunktionær med en spand", GREEN)
def caretakers(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "cap", GREEN, STRAW, GREEN, wear="overall"), right="low")
    pen.shape("M92 116h14l-1 20h-12z", ROSE)
    pen.wire("M92 116q7 -12 14 0", 2)


@_door("kommune", "En medarbejder fra kommunen med et navneskilt", MIST)
def municipality(pen: Pen) -> None:
    _one(pen, Look(SKIN_4, "short", BLACK, GREEN, BLACK, glasses=True), left="wave", right="down")
    pen.ink("M64 75l6 18l6 -18", 1.6)
    pen.box(62, 93, 16, 12, WHITE, 1)
    pen.ink("M66 98h8M66 101h5", 1.4)


@_door("kommunens-drift", "En medarbejder fra kommunens drift med en kost", STRAW)
def grounds(pen: Pen) -> None:
    pen.wire("M104 64V148", 4)
    pen.shape("M96 148h16l4 16h-24z", STRAW)
    _one(pen, Look(SKIN_2, "beanie", BRICK, BLUE, COAL, wear="overall", beard=True), left="hip", right="out")


@_door("tryghedskonsulent", "En tryghedskonsulent med en lygte", LEAF)
def safety(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "short", RED, BLUE, BLACK, wear="coat"), left="wave", right="low")
    pen.ink("M91 126q8 -16 16 0", 2)
    pen.box(90, 128, 18, 18, STRAW, 2)
    pen.box(88, 124, 22, 5, COAL, 2)
    pen.box(88, 145, 22, 5, COAL, 2)


@_door("socialraadgivere", "En socialrådgiver med en notesbog", ROSE)
def counsellors(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "curly", CHESTNUT, SAND, GREEN, glasses=True), left="forward", right="chin")
    pen.box(50, 96, 22, 26, GREEN, 2)
    pen.ink("M56 96v26", 1.6)


@_door("jobcenter", "En medarbejder fra jobcentret med et ansøgningsark", BLUE)
def job_centre(pen: Pen) -> None:
    _one(pen, Look(SKIN_3, "side", BLACK, WHITE, BLUE), left="hip", right="out")
    pen.shape("M67 75l3 4l3 -4M70 79l-4 20l4 6l4 -6z", BRICK)
    pen.shape("M92 78h22v30h-22z", STRAW)
    pen.circle(99, 86, 3.4, ROSE)
    pen.ink("M105 84h5M97 94h12M97 100h12", 1.5)
    pen.circle(96, 102, 4.2, SKIN_3)


@_door("fagfolk", "To fagfolk i en dør", GREEN)
def colleagues(pen: Pen) -> None:
    _two(pen, Look(SKIN_1, "long", BLOND, GREEN, BLACK), officer(SKIN_4), left="hip", right="wave")


@_door("arrangoer", "En arrangør med en kalender", BRICK)
def organisers(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "bun", BLACK, STRAW, BLUE), left="wave", right="forward")
    pen.box(66, 90, 32, 28, WHITE, 2)
    pen.shape("M66 90h32v9h-32z", BRICK)
    pen.ink("M74 87v6M90 87v6", 2)
    pen.ink("M72 105h5M80 105h5M88 105h4M72 112h5", 2)
    pen.circle(83, 112, 3, STRAW)


@_door("facilitator", "En facilitator, der giver ordet videre", STRAW)
def facilitators(pen: Pen) -> None:
    bubble(pen, 30, 70, 24, 17, LEAF)
    _one(pen, Look(SKIN_3, "short", BLACK, BRICK, BLACK, glasses=True), left="out", right="out")


@_door("procesansvarlig", "En procesansvarlig med et ur", BLUE)
def process(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "pony", CHESTNUT, GREEN, BLUE), left="hip", right=[(21, -60), (20, -74)])
    pen.circle(94, 68, 12, WHITE)
    pen.ink("M94 60v8l6 4", 2)
    pen.circle(94, 80, 4.2, SKIN_1)


@_door("oplaegsholder", "En oplægsholder med en mikrofon", ROSE)
def speakers(pen: Pen) -> None:
    _one(pen, Look(SKIN_4, "long", BLACK, BLUE, BLACK, wear="coat"), left=[(20, -56), (9, -70)], right="out")
    pen.limb([(59, 78), (57, 90)], COAL, 3)
    pen.circle(60, 74, 5, MIST)


@_door("siri", "En medarbejder fra SIRI med en bærbar computer", SAND)
def siri(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "short", CHESTNUT, LEAF, BLUE), left="forward", right="forward")
    pen.shape("M52 90h36v24h-36z", COAL)
    pen.shape("M55 93h30v18h-30z", MIST)
    pen.shape("M48 114h44l-4 6h-36z", GREY)


@_door("turning-tables", "En fra Turning Tables med et kamera", BRICK)
def film_makers(pen: Pen) -> None:
    _one(pen, Look(SKIN_3, "beanie", STRAW, BLUE, BLACK), left="down", right=[(19, -54), (10, -48)], gaze=1)
    pen.box(72, 92, 28, 18, COAL, 3)
    pen.box(100, 96, 9, 10, BLUE, 1)
    for x in (80, 92):
        pen.circle(x, 87, 5.4, COAL)
        pen.circle(x, 87, 1.8, WHITE)


@_door("lokale-aktoerer", "To mennesker med et flag", LEAF)
def local_parties(pen: Pen) -> None:
    pen.ink("M70 164V38", 2.6)
    pen.shape("M70 38h26l-6 8l6 8h-26z", BRICK)
    neighbour = Look(SKIN_3, "hijab", BLUE, LEAF, GREEN, wear="coat")
    _two(pen, Look(SKIN_1, "short", RED, STRAW, BLUE), neighbour, left="wave", right="low")


@_door("foreninger", "En spejder med tørklæde", GREEN)
def associations(pen: Pen) -> None:
    _one(pen, Look(SKIN_1, "short", BLOND, BLUE, EARTH), left="hip", right="wave")
    pen.shape("M58 74l12 8l12 -8l2 6l-14 9l-14 -9z", STRAW)
    pen.shape("M67 86l3 14l3 -14z", STRAW)


@_door("handelsforening", "En butiksejer med en kurv", STRAW)
def shops(pen: Pen) -> None:
    _one(pen, Look(SKIN_3, "side", GREY, WHITE, BRICK, wear="overall"), left="wave", right="low")
    pen.limb([(96, 96), (104, 112)], WHITE, 0.1)
    pen.shape("M86 118h28l-4 18h-20z", EARTH)
    pen.circle(95, 115, 5, BRICK)
    pen.circle(105, 115, 5, GREEN)
    pen.ink("M86 118h28", 2.2)


@_door("projektgruppe", "To fra en projektgruppe med en fælles plan", MIST)
def project_group(pen: Pen) -> None:
    planner = Look(SKIN_1, "side", GREY, GREEN, BLACK, beard=True)
    _two(pen, Look(SKIN_4, "curly", BLACK, BRICK, BLUE), planner, left="hip", right="hip")
    pen.shape("M56 96h30v26h-30z", WHITE)
    pen.ink("M62 104h18M62 110h18M62 116h10", 1.6)
    pen.circle(56, 112, 4, SKIN_4)
    pen.circle(86, 112, 4, SKIN_1)


@_door("noegleperson", "En nøgleperson med en stor nøgle", BLUE)
def key_person(pen: Pen) -> None:
    _one(pen, Look(SKIN_2, "long", RED, SAND, BLUE, wear="coat"), left="wave", right=[(19, -58), (16, -66)])
    pen.limb([(89, 82), (89, 116)], STRAW, 4)
    pen.limb([(91, 108), (98, 108)], STRAW, 3)
    pen.limb([(91, 115), (97, 115)], STRAW, 3)
    pen.circle(89, 74, 10, STRAW)
    pen.circle(89, 74, 4, WHITE)
    pen.circle(89, 90, 4.2, SKIN_2)


@_door("facebook-administratorer", "En administrator med en mobil og en besked", ROSE)
def administrators(pen: Pen) -> None:
    bubble(pen, 31, 58, 24, 19, STRAW)
    heart(pen, 43, 67, 0.7)
    _one(pen, Look(SKIN_1, "curly", CHESTNUT, GREEN, BLUE), left="down", right=[(18, -56), (14, -66)])
    pen.box(82, 66, 12, 20, COAL, 2)
    pen.circle(88, 86, 4.2, SKIN_1)
