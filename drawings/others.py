"""The film, its teacher, and the page that was not found."""

from dataclasses import replace

from .paints import BLACK, BLUE, BRICK, COAL, EARTH, GREEN, LEAF, SAND, SKIN_1, SKIN_2, SKIN_3, STRAW, WHITE
from .pen import Pen
from .people import Look, person, seated
from .roles import ROLES
from .scenes import Scenes, scene
from .things import ground, tree, window

OTHERS: Scenes = {}


@scene(OTHERS, "undervisning/film-mit-moede-med-aydin-soei", "To mænd taler sammen på en bænk foran et etagehus")
def film(pen: Pen) -> None:
    pen.box(10, 12, 74, 126, SAND)
    for y in (22, 50, 78, 106):
        for x in (18, 40, 62):
            window(pen, x, y, 14, 16, lit=x * y % 3 == 0)
    tree(pen, 216, 138, 22, 36)
    ground(pen, 138)
    pen.flat("M84 138h110v8H84z", EARTH)
    seated(pen, 118, 152, 0.98, Look(SKIN_2, "short", BLACK, BLUE, BLACK), right="out", gaze=2)
    seated(pen, 168, 152, 0.98, Look(SKIN_3, "short", BLACK, GREEN, BLUE, beard=True), left="out", gaze=-2)
    pen.shape("M96 114h94v7H96z", BRICK)
    pen.wire("M102 121v17M184 121v17")
    for x, paint in ((112, BLACK), (124, BLACK), (162, BLUE), (174, BLUE)):
        pen.limb([(x, 118), (x, 134)], paint, 7)
    pen.shape("M107 138h10v-4h-7zM119 138h10v-4h-7zM157 138h10v-4h-7zM169 138h10v-4h-7z", COAL)


OTHERS["undervisning/laerer"] = replace(ROLES["roller/skole"], title="En lærer i en dør med en åben bog")


@scene(OTHERS, "ikke-fundet", "En person med et kort foran en dør med et spørgsmålstegn")
def not_found(pen: Pen) -> None:
    pen.box(20, 14, 132, 126, BRICK)
    window(pen, 34, 28, 20, 22, lit=True)
    window(pen, 74, 28, 20, 22)
    window(pen, 118, 28, 20, 22)
    window(pen, 34, 64, 20, 22)
    window(pen, 118, 64, 20, 22, lit=True)
    pen.shape("M66 140V98a20 20 0 0 1 40 0v42z", LEAF)
    pen.dot(100, 122, 1.8)
    pen.ink("M80 104c0 -8 12 -7 11 0c-1 5 -5 4 -5 9m0 6v.1", 2.4)
    ground(pen, 140)
    person(pen, 180, 140, 1.02, Look(SKIN_1, "beanie", GREEN, STRAW, BLUE), left="forward", right="ear", gaze=-2)
    pen.shape("M160 84l9 -3l8 3l8 -3v14l-8 3l-8 -3l-9 3z", WHITE)
    tree(pen, 222, 140, 13, 24)
