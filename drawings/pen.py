"""The pen: shapes, lines and limbs of a drawing, and the SVG that they become."""

from collections.abc import Iterable
from html import escape

from .paints import INK, WIRE, Paint

Point = tuple[float, float]


def number(value: float) -> str:
    """A measure with one decimal at most, which is finer than anybody sees."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Pen:
    """A drawing on its way: what is drawn last lies on top.

    Paths are those of SVG. A shape has an outline; ``wire`` is a line on the bare page and ``ink`` one on something painted.
    """

    def __init__(self, width: int, height: int, line: float) -> None:
        self.width, self.height, self.line = width, height, line
        self._parts: list[str] = []
        # What the style must tell of: a class, and its rule on a light and on a dark page.
        self._rules: dict[str, tuple[str, str]] = {}

    def shape(self, path: str, paint: Paint) -> None:
        self._parts.append(f'<path class="{self._fill(paint)}" d="{path}"/>')

    def flat(self, path: str, paint: Paint) -> None:
        """A shape without an outline."""
        self._parts.append(f'<path class="{self._fill(paint)}" stroke="none" d="{path}"/>')

    def circle(self, x: float, y: float, radius: float, paint: Paint) -> None:
        self._parts.append(f'<circle class="{self._fill(paint)}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')

    def box(self, x: float, y: float, width: float, height: float, paint: Paint, round: float = 0) -> None:
        corner = f' rx="{number(round)}"' if round else ""
        place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        self._parts.append(f'<rect class="{self._fill(paint)}" {place}{corner}/>')

    def dot(self, x: float, y: float, radius: float) -> None:
        self._rules["t"] = (f"fill:{INK.light};stroke:none", f"fill:{INK.dark}")
        self._parts.append(f'<circle class="t" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')

    def wire(self, path: str, width: float = 0, dash: str = "") -> None:
        self._rules["w"] = (f"fill:none;stroke:{WIRE.light}", f"stroke:{WIRE.dark}")
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(f'<path class="w" d="{path}"{_stroke(width)}{dashed}/>')

    def ink(self, path: str, width: float = 0) -> None:
        self._rules["i"] = ("fill:none", "")
        self._parts.append(f'<path class="i" d="{path}"{_stroke(width)}/>')

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        self._rules["i"] = ("fill:none", "")
        self._parts.append(f'<circle class="i"{_stroke(width)} cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')

    def streak(self, path: str, paint: Paint, width: float) -> None:
        """A line in a colour."""
        self._rules[f"L{paint.name}"] = (f"fill:none;stroke:{paint.light}", f"stroke:{paint.dark}")
        self._parts.append(f'<path class="L{paint.name}"{_stroke(width)} d="{path}"/>')

    def limb(self, points: Iterable[Point], paint: Paint, width: float) -> None:
        """A streak with an outline, from point to point: an arm, a leg, a neck."""
        path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.ink(path, width + 2 * self.line)
        self.streak(path, paint, width)

    def svg(self, title: str) -> str:
        """The file: what it shows, its colours by day and by night, and its parts."""
        rules = sorted(self._rules.items())
        light = "".join(f".{name}{{{rule}}}" for name, (rule, _) in rules)
        dark = "".join(f".{name}{{{rule}}}" for name, (_, rule) in rules if rule)
        style = f"svg{{stroke:{INK.light}}}{light}@media(prefers-color-scheme:dark){{svg{{stroke:{INK.dark}}}{dark}}}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"'
            f' stroke-width="{number(self.line)}" stroke-linecap="round" stroke-linejoin="round">'
            f"<title>{escape(title, quote=False)}</title><style>{style}</style>{''.join(self._parts)}</svg>\n"
        )

    def _fill(self, paint: Paint) -> str:
        self._rules[paint.name] = (f"fill:{paint.light}", f"fill:{paint.dark}")
        return paint.name


def _stroke(width: float) -> str:
    return f' stroke-width="{number(width)}"' if width else ""
