"""A scene for each method."""

from .paints import (
    BLACK,
    BLOND,
    BLUE,
    BRICK,
    COAL,
    EARTH,
    GREEN,
    GREY,
    LEAF,
    MIST,
    RED,
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
from .things import bubble, ground, heart

METHODS: Scenes = {}


@scene(METHODS, "metoder/standard", "Et foldet kort med hjerter og stjerner")
def any_method(pen: Pen) -> None:
    pen.shape("M24 30l48 -12l48 12l48 -12l48 12v96l-48 -12l-48 12l-48 -12l-48 12z", WHITE)
    pen.ink("M72 18v96M120 30v96M168 18v96", 1.6)
    pen.shape("M84 60h24v26h-24z", ROSE)
    pen.shape("M132 50h28v20h-28z", LEAF)
    pen.shape("M34 50h28v18h-28z", STRAW)
    pen.shape("M178 72h26v26h-26z", MIST)
    heart(pen, 48, 92, 1.4, BRICK)
    heart(pen, 190, 54, 1.2, BRICK)
    pen.shape("M146 82l3 7l7 1l-5 5l1 7l-6 -4l-6 4l1 -7l-5 -5l7 -1z", STRAW)
    pen.shape("M96 100l2.500 6l6 .8l-4.500 4.300l1 6.200l-5 -3.200l-5 3.200l1 -6.200l-4.500 -4.300l6 -.8z", STRAW)


def _map_on_table(pen: Pen) -> None:
    """A long table with a map upon it."""
    pen.shape("M20 112h200l8 14H12z", SAND)
    pen.wire("M30 126v18M210 126v18")
    pen.shape("M74 104l92 0l16 14h-124z", WHITE)
    pen.ink("M106 104l-8 14M136 104l8 14", 1.4)
    ground(pen, 144)


@scene(METHODS, "metoder/kortlaegning-professionelle", "En betjent, en ejendomsfunktionær og to andre fagfolk om et kort")
def professionals(pen: Pen) -> None:
    bubble(pen, 92, 6, 56, 28, STRAW)
    heart(pen, 108, 19, 0.9)
    pen.ink("M120 15h18M120 23h12", 1.6)
    seated(pen, 46, 148, 0.94, officer(SKIN_2))
    seated(pen, 96, 144, 0.94, Look(SKIN_1, "long", RED, GREEN, GREEN), right="out")
    seated(pen, 146, 144, 0.94, Look(SKIN_4, "short", BLACK, ROSE, GREEN, glasses=True))
    seated(pen, 194, 148, 0.94, Look(SKIN_1, "cap", GREEN, STRAW, GREEN, wear="overall"), left="out")
    _map_on_table(pen)
    heart(pen, 88, 111, 0.6)
    pen.shape("M112 108h14l2 6h-14z", LEAF)
    pen.shape("M146 108h14l4 6h-14z", BRICK)


@scene(METHODS, "metoder/kortlaegning-beboere", "Fire beboere sætter hjerter på et kort")
def by_residents(pen: Pen) -> None:
    heart(pen, 60, 24, 1.2)
    heart(pen, 120, 16, 1.6, GREEN)
    heart(pen, 180, 24, 1.2)
    seated(pen, 48, 148, 0.94, Look(SKIN_1, "bun", GREY, BLUE, GREEN, wear="coat", glasses=True), right="out")
    seated(pen, 98, 144, 0.94, Look(SKIN_4, "curly", BLACK, STRAW, GREEN))
    seated(pen, 146, 144, 0.94, Look(SKIN_2, "hijab", BRICK, SAND, GREEN, wear="coat"))
    seated(pen, 194, 148, 0.94, Look(SKIN_1, "short", RED, GREEN, GREEN, beard=True), left="out")
    _map_on_table(pen)
    heart(pen, 86, 111, 0.7)
    heart(pen, 121, 110, 0.7, GREEN)
    heart(pen, 156, 111, 0.7)


@scene(METHODS, "metoder/kortlaegning-beboere-og-professionelle", "To beboere og to fagfolk ved et kort på væggen")
def together(pen: Pen) -> None:
    pen.shape("M78 16l28 -8l28 8l28 -8v88l-28 8l-28 -8l-28 8z", WHITE)
    pen.ink("M106 8v88M134 16v88", 1.6)
    pen.shape("M84 28h16v16h-16z", STRAW)
    pen.shape("M112 54h16v16h-16z", LEAF)
    pen.shape("M140 24h16v16h-16z", MIST)
    heart(pen, 92, 74, 1.1)
    heart(pen, 120, 34, 1.1, GREEN)
    pen.shape("M148 54l3 6l7 1l-5 5l1 7l-6 -4l-6 4l1 -7l-5 -5l7 -1z", STRAW)
    ground(pen, 142)
    person(pen, 24, 142, 0.94, Look(SKIN_3, "long", BLACK, BRICK, BLUE), left="hip", gaze=1)
    person(pen, 60, 142, 0.94, Look(SKIN_1, "side", GREY, STRAW, BLACK, glasses=True), right=[(20, -66), (30, -72)], gaze=2)
    person(pen, 180, 142, 0.94, officer(SKIN_2), left=[(20, -66), (30, -72)], gaze=-2)
    person(pen, 216, 142, 0.94, Look(SKIN_1, "bun", BLOND, GREEN, BLACK), right="hip", gaze=-1)


@scene(METHODS, "metoder/virtuel-kortlaegning", "En beboer svarer på et spørgeskema på en computer")
def online(pen: Pen) -> None:
    pen.box(14, 12, 60, 60, MIST)
    pen.ink("M44 12v60M14 42h60", 1.6)
    seated(pen, 92, 146, 1.06, Look(SKIN_2, "hijab", GREEN, STRAW, GREEN, wear="coat"), gaze=2)
    pen.shape("M16 108h208l8 14H8z", SAND)
    pen.wire("M28 122v22M212 122v22")
    pen.box(126, 28, 92, 66, COAL, 5)
    pen.box(132, 34, 80, 54, WHITE, 2)
    pen.box(140, 42, 9, 9, STRAW)
    pen.ink("M141 46l3 4l7 -9", 2.4)
    pen.box(140, 58, 9, 9, WHITE)
    pen.box(140, 74, 9, 9, WHITE)
    pen.ink("M156 46h46M156 62h34M156 78h40", 2)
    pen.shape("M116 108l8 -14h96l8 14z", BLUE)
    pen.shape("M26 108v-10h12v10z", ROSE)
    pen.ink("M38 100q6 1 0 6", 1.4)
    ground(pen, 144)


def _code(pen: Pen, x: float, y: float) -> None:
    """A square that looks like a code to scan."""
    pen.box(x, y, 30, 30, WHITE)
    for across, down in ((3, 3), (19, 3), (3, 19)):
        pen.box(x + across, y + down, 8, 8, COAL)
    pen.ink(f"M{x + 15} {y + 5}v5M{x + 15} {y + 16}h5M{x + 22} {y + 16}h4M{x + 17} {y + 22}v4M{x + 23} {y + 22}h3v4", 2.4)


@scene(METHODS, "metoder/virtuel-kortlaegning-facebook", "En beboer med en mobil og en indbydelse med en QR-kode")
def on_the_phone(pen: Pen) -> None:
    pen.shape("M14 36h72v92H14z", WHITE)
    pen.shape("M14 36h72v20H14z", STRAW)
    pen.ink("M24 46h40M24 66h52M24 74h44", 2)
    _code(pen, 35, 86)
    ground(pen, 140)
    person(pen, 120, 140, 1.06, Look(SKIN_3, "short", BLACK, GREEN, BLUE, beard=True), left="down", right="out", gaze=2)
    pen.box(148, 18, 64, 110, COAL, 8)
    pen.box(154, 28, 52, 88, WHITE, 2)
    pen.shape("M154 28h52v30h-52z", LEAF)
    pen.shape("M162 58v-16h12v16zM174 58v-22h14v22z", BRICK)
    pen.ink("M162 68h34M162 76h26", 2)
    heart(pen, 170, 96, 1.2)
    bubble(pen, 180, 86, 22, 18, STRAW)
    pen.circle(152, 84, 4, SKIN_3)


@scene(METHODS, "metoder/virtuel-kortlaegning-e-boks", "En beboer får et spørgeskema som digital post")
def digital_post(pen: Pen) -> None:
    pen.box(104, 20, 122, 84, COAL, 6)
    pen.box(110, 26, 110, 72, MIST, 2)
    pen.shape("M130 50h70v40h-70z", WHITE)
    pen.shape("M146 34h40v42h-40z", WHITE)
    pen.box(152, 42, 7, 7, STRAW)
    pen.ink("M164 46h16M164 56h16M164 66h12", 1.8)
    pen.box(152, 54, 7, 7, WHITE)
    pen.shape("M130 50l35 24l35 -24v40h-70z", STRAW)
    pen.ink("M130 90l26 -22M200 90l-26 -22", 1.8)
    pen.shape("M152 104h26l4 12h-34z", EARTH)
    pen.shape("M84 116h148v10H84z", SAND)
    pen.wire("M94 126v16M222 126v16")
    ground(pen, 142)
    person(pen, 56, 142, 1.08, Look(SKIN_1, "side", GREY, BLUE, BLACK, glasses=True), left="down", right="point", gaze=2)
