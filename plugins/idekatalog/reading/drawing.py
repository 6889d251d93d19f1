"""A drawing, SVG, that shows and does nothing else: no script, nothing from elsewhere, no end that a reader waits for."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from ..language.words import _
from . import source, text
from .problems import Origin, Problem, told

SVG = "http://www.w3.org/2000/svg"
# What a drawing may be made of. No script, no picture, no link, nothing that moves.
ELEMENTS = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "pattern", "clipPath", "linearGradient", "radialGradient", "stop", "style",
}  # fmt: skip
MAX_DEPTH = 50
MAX_ELEMENTS = 10_000
# How many elements a browser draws, those that are drawn again by each <use> among them.
MAX_DRAWN = 100_000

# In a value: what fetches, or hides that it does. url() may lead to a part of the drawing; no other function but those that
# paint and move may stand there, for image-set() and src() fetch too.
_OUTSIDE = re.compile(
    r"@|\\|javascript:|/\*"
    r"|url\s*\((?!\s*(['\"]?)#[\w.-]+\1\s*\))"
    r"|(?<![\w-])(?!(?:url|rgba?|hsla?|translate|scale|rotate|matrix|skew[XY])\s*\()[\w-]+\s*\(",
    re.IGNORECASE,
)
# The one rule that a style may have: what is drawn otherwise on a dark page.
_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)")
_VIEW_BOX = re.compile(r"\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+\.?\d*)[\s,]+(\d+\.?\d*)\s*")
_WORDS = re.compile(r"aria-\w+|id|class|lang|role|font-family")


@dataclass
class Drawn:
    """What a drawing says of itself.

    The ``attributes`` of its outermost element, its ``title``, "" where it has none, and whether it has a style.
    """

    attributes: dict[str, str] = field(default_factory=dict)
    title: str = ""
    styled: bool = False

    @property
    def size(self) -> tuple[int, int] | None:
        """Its width and height, by its ``viewBox``; None where it has none that can be read."""
        found = _VIEW_BOX.fullmatch(self.attributes.get("viewBox", ""))
        return (round(float(found[1])), round(float(found[2]))) if found else None


class _Unreadable(Exception):
    """A drawing that must not be read further; its problem is reported already."""


def unsafe_attribute(name: str, value: str) -> tuple[str, str] | None:
    """What is wrong with an attribute of a drawing, and what to do; ``name`` is without its namespace."""
    if name.lower().startswith("on"):
        return _("kan ikke bruges"), _("slet det")
    fetches = name.lower() in ("href", "src", "base") and not value.startswith("#")
    if fetches or (text.UNSAFE_ADDRESS if _WORDS.fullmatch(name) else _OUTSIDE).search(value):
        return _("henviser til noget uden for tegningen"), _("slet det, eller tegn det i filen")
    return None


def read(path: str, raw: bytes, problems: list[Problem]) -> Drawn | None:
    """What the drawing says of itself; None, and the problems, where the file is no drawing, or does more than show."""
    drawn = Drawn()
    root = drawn.attributes
    found: list[Problem] = []
    names: list[str] = []
    styles: list[str] = []
    # For every open element: whether something may draw it again, and whether it is drawn over and over as a pattern.
    opened: list[tuple[bool, bool]] = []
    elements = uses = 0
    # Joined at the end: expat gives every line on its own, and a text that grows is copied each time.
    words: list[str] = []
    # The line of the file at which every line of the words begins.
    lines = [1]

    def report(message: str, remedy: str, field: str = "svg") -> None:
        found.append(Problem(Origin(path, parser.CurrentLineNumber), field, message, remedy))

    def start(qualified: str, attributes: dict[str, str]) -> None:
        nonlocal elements, uses
        namespace, _blank, name = qualified.rpartition(" ")
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if not opened:
            if (namespace, name) != (SVG, "svg"):
                report(_("er ikke en SVG-tegning"), _('begynd filen med <svg xmlns="http://www.w3.org/2000/svg">'))
                raise _Unreadable
            root.update(own)
            opened.append((False, False))
        elif namespace != SVG or name not in ELEMENTS:
            report(
                _("elementet {name} kan ikke bruges").format(name=name), _("tegn med former og tekst, og gem som almindelig SVG")
            )
        elements, uses = elements + 1, uses + (name == "use")
        if elements > MAX_ELEMENTS or uses * elements > MAX_DRAWN or len(opened) > MAX_DEPTH:
            report(_("har for mange dele"), _("tegn det enklere"))
            raise _Unreadable
        names.append(name)
        again, pattern = opened[-1]
        again, pattern = again or "id" in own or name in ("symbol", "defs"), pattern or name in ("pattern", "clipPath")
        opened.append((again and len(opened) > 1, pattern))
        # Each of these would be drawn as often as what it stands in: a few lines, and a browser draws for ever.
        if name == "use" and (opened[-1][0] or pattern or own.get("href") == f"#{root.get('id')}"):
            report(_("tegner igen noget, som selv kan tegnes igen"), _("slet id, eller tegn delen, hvor den skal være"), "use")
        if opened[-2][1] and any("url" in value.lower() for value in own.values()):
            report(_("et mønster henter selv et mønster"), _("giv formen en farve"))
        for key, value in own.items():
            if wrong := unsafe_attribute(key, value):
                report(*wrong, key)
            if key.startswith("aria-"):
                reject(key, value)

    def end(name: str) -> None:
        opened.pop()
        if names.pop() == "style":
            drawn.styled = True
            rules = _DARK.sub("", "".join(styles))
            # Not even to a part of the drawing: then a rule could have it drawn over and over.
            if _OUTSIDE.search(rules) or "url" in rules.lower():
                report(_("henviser til noget andet"), _("lad reglerne kun sige farver og streger"), "style")
            styles.clear()

    def characters(data: str) -> None:
        words.append(data)
        if names == ["svg", "title"]:
            drawn.title += data
        elif names[-1] == "style":
            styles.append(data)
        lines.extend(parser.CurrentLineNumber + 1 for _row in range(data.count("\n")))
        if hidden := source.INVISIBLE.search(data):
            report(*source.invisible(hidden), "tekst")

    def reject(field: str, value: str) -> None:
        found.extend(
            Problem(Origin(path, parser.CurrentLineNumber), field, *told(text.NO_CPR)) for _row in text.cpr_numbers(value)
        )

    def doctype(*seen: object) -> None:
        report(_("DOCTYPE kan ikke bruges"), _("slet linjen med <!DOCTYPE"))
        raise _Unreadable

    def declaration(version: str, encoding: str | None, standalone: int) -> None:
        # Read here as UTF-8 all the same, and by a browser as it says.
        if encoding and encoding.upper() != "UTF-8":
            report(_("er ikke UTF-8"), _("gem filen som UTF-8"))

    def instruction(*seen: object) -> None:
        report(_("linjer med <? kan ikke bruges"), _("slet linjen"))

    if len(raw) > source.MAX_BYTES:
        problems.append(Problem(Origin(path, 1), "fil", _("fylder mere end 1 MB"), _("tegn enklere")))
        return None
    parser = expat.ParserCreate("UTF-8", " ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    # Before any entity can be named: without a document type there is none to expand.
    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    parser.ProcessingInstructionHandler = instruction
    try:
        parser.Parse(raw, True)
    except _Unreadable:
        pass
    except expat.ExpatError as error:
        message, remedy = _("kan ikke læses som SVG"), _("se på < og >, anførselstegn og at hvert element lukkes")
        found.append(Problem(Origin(path, error.lineno), "fil", message, remedy))
    found.extend(Problem(Origin(path, lines[number]), "tekst", *told(text.NO_CPR)) for number in text.cpr_numbers("".join(words)))
    problems.extend(found)
    drawn.title = " ".join(drawn.title.split())
    return None if found else drawn
