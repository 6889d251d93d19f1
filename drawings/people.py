"""People: one figure with many kinds of skin, hair, clothes and poses."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .paints import BLUE, COAL, STRAW, Paint
from .pen import Pen, Point, number

Hair = Literal["short", "long", "curly", "bun", "pony", "side", "hijab", "cap", "police", "beanie"]
Wear = Literal["shirt", "dress", "coat", "overall"]
Pose = Literal["down", "hip", "wave", "up", "forward", "out", "point", "low", "ear", "knock", "chin"]
Arm = Pose | Sequence[Point] | None

# Where the elbow and the hand of a right arm are, measured from the point between the feet.
_POSES: dict[Pose, Sequence[Point]] = {
    "down": [(16, -54), (15, -40)],
    "hip": [(23, -56), (13, -45)],
    "wave": [(22, -62), (27, -86)],
    "up": [(18, -84), (16, -103)],
    "forward": [(17, -53), (5, -51)],
    "out": [(22, -60), (31, -55)],
    "point": [(23, -68), (37, -73)],
    "low": [(18, -54), (24, -40)],
    "ear": [(23, -62), (13, -82)],
    "knock": [(20, -60), (30, -72)],
    "chin": [(17, -54), (6, -70)],
}
_HEAD = -85
_BODIES: dict[Wear, str] = {
    "shirt": "M-12.5,-66 C-12.5,-74 -8,-75 -4,-75 L4,-75 C8,-75 12.5,-74 12.5,-66 L12,-37 L-12,-37 Z",
    "overall": "M-13,-66 C-13,-74 -8,-75 -4,-75 L4,-75 C8,-75 13,-74 13,-66 L14,-26 L-14,-26 Z",
    "coat": "M-13,-66 C-13,-74 -8,-75 -4,-75 L4,-75 C8,-75 13,-74 13,-66 L14,-26 L-14,-26 Z",
    "dress": "M-12,-66 C-12,-74 -8,-75 -4,-75 L4,-75 C8,-75 12,-74 12,-66 L18,-20 L-18,-20 Z",
}
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


@dataclass(frozen=True)
class Look:
    """How somebody looks. ``hair_paint`` is the colour of what is on the head, a cap too; a child has a larger ``head``."""

    skin: Paint
    hair: Hair
    hair_paint: Paint
    top: Paint
    legs: Paint
    wear: Wear = "shirt"
    beard: bool = False
    glasses: bool = False
    head: float = 1


def person(
    pen: Pen,
    x: float,
    y: float,
    size: float,
    look: Look,
    left: Arm = "down",
    right: Arm = "down",
    walk: float = 0,
    gaze: float = 0,
) -> None:
    """Somebody who stands with their feet at x and y, and is a hundred times ``size`` high.

    ``left`` and ``right`` are the arms as we see them: a pose, the elbow and the hand, or none. ``walk`` parts the feet,
    and ``gaze`` turns the face.
    """
    figure = _Figure(pen, x, y, size, look)
    figure.legs(walk)
    figure.rest(left, right, gaze)


def seated(
    pen: Pen, x: float, y: float, size: float, look: Look, left: Arm = "forward", right: Arm = "forward", gaze: float = 0
) -> None:
    """Somebody whose legs are behind what is drawn after them, a table say; otherwise like ``person``."""
    _Figure(pen, x, y, size, look).rest(left, right, gaze)


class _Figure:
    """A figure whose measures are those of somebody a hundred high with their feet at 0, 0."""

    def __init__(self, pen: Pen, x: float, y: float, size: float, look: Look) -> None:
        self.pen, self.x, self.y, self.size, self.look = pen, x, y, size, look
        self.radius = 11 * look.head
        # A face can be seen however small it is.
        self.fine = max(size, 0.8)

    def at(self, across: float, up: float) -> Point:
        return self.x + across * self.size, self.y + up * self.size

    def path(self, path: str) -> str:
        """A path whose points are written ``across,up``; only commands with absolute points."""

        def placed(point: re.Match[str]) -> str:
            x, y = self.at(float(point[1]), float(point[2]))
            return f"{number(x)} {number(y)}"

        return _POINT.sub(placed, path)

    def shape(self, path: str, paint: Paint) -> None:
        self.pen.shape(self.path(path), paint)

    def circle(self, across: float, up: float, radius: float, paint: Paint) -> None:
        self.pen.circle(*self.at(across, up), radius * self.size, paint)

    def arm(self, side: int, arm: Arm) -> None:
        if arm is None:
            return
        points = _POSES[arm] if isinstance(arm, str) else arm
        joints = [self.at(side * across, up) for across, up in ((10.5, -68), *points)]
        self.pen.limb(joints, self.look.top, 6.4 * self.size)
        self.pen.circle(*joints[-1], 3.7 * self.size, self.look.skin)

    def legs(self, walk: float) -> None:
        hips = (-4, 4) if walk else (-5, 5)
        feet = (-4 - walk, 4 + walk) if walk else (-7, 7)
        for hip, foot in zip(hips, feet, strict=True):
            self.pen.limb([self.at(hip, -40), self.at(foot, -4)], self.look.legs, 7 * self.size)
        for foot in feet:
            # Who stands has the toes to both sides, who walks to the right.
            to = 1 if walk or foot > 0 else -1
            back, tip, top = foot - 4.5 * to, foot + 7 * to, foot + 3 * to
            self.shape(f"M{back},0 L{tip},0 L{top},-5 L{back},-5 Z", COAL)

    def rest(self, left: Arm, right: Arm, gaze: float) -> None:
        """All but the legs, from what is behind to the hands."""
        self.hair_behind()
        self.body()
        self.head(gaze)
        self.face(gaze)
        self.arm(-1, left)
        self.arm(1, right)

    def hair_behind(self) -> None:
        r, paint = self.radius, self.look.hair_paint
        match self.look.hair:
            case "long":
                self.shape(
                    f"M{-r - 1.5},{_HEAD} C{-r - 1.5},{_HEAD - r - 5} {r + 1.5},{_HEAD - r - 5} {r + 1.5},{_HEAD}"
                    f" L{r + 2},{_HEAD + 17} L{-r - 2},{_HEAD + 17} Z",
                    paint,
                )
            case "curly":
                for angle in range(150, 400, 32):
                    turn = math.radians(angle)
                    self.circle(math.cos(turn) * (r - 1), _HEAD - 1 + math.sin(turn) * (r - 1), 5.2 * self.look.head, paint)
            case "bun":
                self.circle(0, _HEAD - r - 3, 5 * self.look.head, paint)
            case "pony":
                self.shape(
                    f"M{-r + 2},{_HEAD - 6} C{-r - 12},{_HEAD - 6} {-r - 11},{_HEAD + 10} {-r - 6},{_HEAD + 16}"
                    f" C{-r - 3},{_HEAD + 8} {-r},{_HEAD + 4} {-r + 2},{_HEAD} Z",
                    paint,
                )

    def body(self) -> None:
        look = self.look
        if look.hair != "hijab":
            self.pen.limb([self.at(0, -76), self.at(0, -72)], look.skin, 6 * self.size)
        self.shape(_BODIES[look.wear], look.top)
        if look.wear == "coat":
            self.pen.ink(self.path("M0,-74 L0,-26"))
        if look.wear == "overall":
            self.shape("M-9,-62 L9,-62 L12,-37 L-12,-37 Z", look.legs)
            self.pen.ink(self.path("M-8,-62 L-6,-75 M8,-62 L6,-75"))

    def head(self, gaze: float) -> None:
        r, h, paint, look = self.radius, _HEAD, self.look.hair_paint, self.look
        if look.hair == "hijab":
            self.shape(
                f"M{-r - 2},{h} C{-r - 2},{h - r - 7} {r + 2},{h - r - 7} {r + 2},{h} C{r + 2},{h + 10} {r + 4},{h + 14} 13,-67 "
                f"C6,-62 -6,-62 -13,-67 C{-r - 4},{h + 14} {-r - 2},{h + 10} {-r - 2},{h} Z",
                paint,
            )
            self.circle(gaze, h + 1, 8.3 * look.head, look.skin)
        else:
            self.circle(0, h, r, look.skin)
        if look.beard:
            self.shape(
                f"M{-r},{h + 1} C{-r},{h + r + 6} {r},{h + r + 6} {r},{h + 1} C{r - 2},{h + 6} 5,{h + 4} 0,{h + 4}"
                f" C-5,{h + 4} {-r + 2},{h + 6} {-r},{h + 1} Z",
                paint,
            )
        match look.hair:
            case "short" | "long" | "bun" | "pony":
                self.shape(
                    f"M{-r - 0.6},{h} C{-r - 2},{h - r - 6} {r + 2},{h - r - 6} {r + 0.6},{h}"
                    f" C{r - 2},{h - 5} {r - 6},{h - 7} 1,{h - 7} C-4,{h - 7} {-r + 2},{h - 4} {-r - 0.6},{h} Z",
                    paint,
                )
            case "curly":
                self.shape(
                    f"M{-r - 0.6},{h - 1} C{-r},{h - r - 4} {r},{h - r - 4} {r + 0.6},{h - 1}"
                    f" C{r - 4},{h - 6} {-r + 4},{h - 6} {-r - 0.6},{h - 1} Z",
                    paint,
                )
            case "side":
                self.shape(
                    f"M{-r - 0.6},{h + 2} C{-r - 1},{h - 4} {-r + 2},{h - 5} {-r + 3},{h - 6} L{-r + 4},{h + 1} Z "
                    f"M{r + 0.6},{h + 2} C{r + 1},{h - 4} {r - 2},{h - 5} {r - 3},{h - 6} L{r - 4},{h + 1} Z",
                    paint,
                )
            case "cap":
                self.shape(f"M{-r - 1},{h - 2} C{-r - 1},{h - r - 8} {r + 1},{h - r - 8} {r + 1},{h - 2} Z", paint)
                self.shape(f"M{r - 7},{h - 2} L{r + 6},{h - 2} C{r + 5},{h - 6} {r},{h - 6} {r - 5},{h - 5} Z", paint)
            case "police":
                self.shape(f"M{-r - 1},{h - 2} C{-r - 1},{h - r - 8} {r + 1},{h - r - 8} {r + 1},{h - 2} Z", paint)
                self.shape(f"M{-r - 2},{h - 3} L{r + 2},{h - 3} L{r + 1},{h} L{-r - 1},{h} Z", COAL)
                self.circle(0, h - 8, 2, STRAW)
            case "beanie":
                self.shape(f"M{-r - 1},{h - 2} C{-r - 1},{h - r - 9} {r + 1},{h - r - 9} {r + 1},{h - 2} Z", paint)
                self.pen.ink(self.path(f"M{-r},{h - 6} L{r},{h - 6}"))

    def face(self, gaze: float) -> None:
        pen, look = self.pen, self.look
        for side in (-1, 1):
            pen.dot(*self.at(gaze + side * 3.5 * look.head, _HEAD + 0.5), 1.15 * self.fine)
        if look.beard:
            smile = f"M{gaze - 3.2},{_HEAD + 5.6} Q{gaze},{_HEAD + 8.6} {gaze + 3.2},{_HEAD + 5.6}"
            pen.streak(self.path(smile), look.skin, 2.4 * self.fine)
        else:
            pen.ink(self.path(f"M{gaze - 3.4},{_HEAD + 4.6} Q{gaze},{_HEAD + 8} {gaze + 3.4},{_HEAD + 4.6}"), 1.5)
        if look.glasses:
            for side in (-1, 1):
                pen.ring(*self.at(gaze + side * 4, _HEAD + 0.5), 3.2 * self.size, 1.3)


def officer(skin: Paint) -> Look:
    """Somebody of the local police."""
    return Look(skin, "police", BLUE, BLUE, COAL)
