"""A colour as ``#rrggbb``: how well it is told from another, and the nearest one that would do.

Contrast is that of WCAG: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Lighter, darker and paler are those of the eye, in
OKLCH: https://www.w3.org/TR/css-color-4/#ok-lab.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple


class Shade(NamedTuple):
    """A colour in OKLCH: how light it is from 0 to 1, how strong, and which hue, an angle."""

    light: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """How well two colours are told from each other: from 1, not at all, to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: str, grounds: Iterable[tuple[str, float]]) -> str | None:
    """The colour as it is, or as little lighter or darker as it takes to reach a contrast to each of the grounds.

    None where no light or dark of it reaches them all.
    """
    asked = list(grounds)
    return next((one for one in ranked(colour) if all(contrast(one, ground) >= least for ground, least in asked)), None)


def ranked(colour: str) -> Iterator[str]:
    """The colour, then every lighter and darker one of the same hue, the nearest first."""
    yield colour
    first = shade(colour)
    for light in sorted((step / 400 for step in range(401)), key=lambda light: abs(light - first.light)):
        yield written(first._replace(light=light))


@cache
def shade(colour: str) -> Shade:
    """The colour as the eye takes it apart."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Shade(light, math.hypot(a, b), math.atan2(b, a))


@cache
def written(wanted: Shade) -> str:
    """The shade as ``#rrggbb``; what no screen can show is made paler until one can."""
    light, chroma = min(max(wanted.light, 0.0), 1.0), wanted.chroma
    while True:
        a, b = chroma * math.cos(wanted.hue), chroma * math.sin(wanted.hue)
        long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
        medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
        channels = (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
        if chroma < 0.001 or all(-0.0005 <= channel <= 1.0005 for channel in channels):
            return "#" + "".join(f"{round(255 * _seen(min(max(channel, 0.0), 1.0))):02x}" for channel in channels)
        chroma -= 0.002


@cache
def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    """How much light of red, green and blue."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _seen(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
