"""Things that many drawings have: ground, trees, lamps, windows, doors, hearts, what is said."""

from .paints import BRICK, LEAF, SAND, STRAW, WHITE, Paint
from .pen import Pen, number


def ground(pen: Pen, y: float, start: float = 6, end: float = 0) -> None:
    """The line that everything stands on, from edge to edge unless it ends before."""
    pen.wire(f"M{number(start)} {number(y)}H{number(end or pen.width - 6)}")


def tree(pen: Pen, x: float, y: float, crown: float = 20, trunk: float = 34, paint: Paint = LEAF) -> None:
    pen.wire(f"M{x} {y}v-{trunk + crown * 0.4}")
    pen.circle(x, y - trunk - crown * 0.7, crown, paint)
    pen.ink(
        f"M{x} {number(y - trunk + crown * 0.1)}V{number(y - trunk - crown * 1.05)}"
        f"M{x} {number(y - trunk - crown * 0.3)}l-{number(crown * 0.38)} -{number(crown * 0.34)}"
        f"M{x} {number(y - trunk - crown * 0.6)}l{number(crown * 0.34)} -{number(crown * 0.3)}",
        1.5,
    )


def lamp(pen: Pen, x: float, y: float, height: float = 92, lit: bool = True, to: int = 1) -> None:
    """A street lamp that leans to the right, or with ``to=-1`` to the left."""
    pen.wire(f"M{x} {y}V{y - height}q0 -8 {8 * to} -8h{6 * to}")
    pen.shape(f"M{x + 10 * to} {y - height - 10}h{14 * to}l{-3 * to} 8h{-8 * to}z", STRAW if lit else SAND)


def window(pen: Pen, x: float, y: float, width: float = 14, height: float = 16, lit: bool = False) -> None:
    pen.box(x, y, width, height, STRAW if lit else WHITE)
    pen.ink(f"M{number(x + width / 2)} {y}v{height}", 1.4)


def door(pen: Pen, x: float, y: float, width: float = 26, height: float = 44, paint: Paint = LEAF) -> None:
    """A door with a round top; x is its middle and y its threshold."""
    half = width / 2
    side, round = number(height - half), number(half)
    pen.shape(f"M{number(x - half)} {y}v-{side}a{round} {round} 0 0 1 {number(width)} 0v{side}z", paint)
    pen.dot(x + half - 5, y - height * 0.4, 1.5)


def heart(pen: Pen, x: float, y: float, size: float = 1, paint: Paint = BRICK) -> None:
    def at(across: float, down: float) -> str:
        return f"{number(x + across * size)} {number(y + down * size)}"

    pen.shape(f"M{at(0, 7)}C{at(-12, -1)} {at(-6, -9)} {at(0, -3)}C{at(6, -9)} {at(12, -1)} {at(0, 7)}z", paint)


def bubble(pen: Pen, x: float, y: float, width: float, height: float, paint: Paint = WHITE, to: int = 1) -> None:
    """What somebody says; its tail points to the left, or with ``to=-1`` to the right."""
    tail, back = (-6, -4) if to > 0 else (8, -14)
    pen.shape(
        f"M{number(x + 8)} {number(y)}h{number(width - 16)}q8 0 8 8v{number(height - 16)}q0 8 -8 8h-{number(width / 2 - 10)}"
        f"l{tail} 9l{back} -9h-{number(width / 2 - 16)}q-8 0 -8 -8v-{number(height - 16)}q0 -8 8 -8z",
        paint,
    )
