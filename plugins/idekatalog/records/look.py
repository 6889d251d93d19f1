"""The colours of a catalogue: what the file ``data/udseende.yml`` says of them, and the palette that is made of it.

A palette is a colour for each name that ``tokens.css``, the documents and the pictures paint with. Whoever gives one colour gets
all of them: as light and as strong as here, in the hue of that colour. What is given is taken as it is, or refused where
somebody could not read it; what is made of it is moved until everybody can.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from ..language.words import _, marked
from ..reading import source
from ..reading.problems import Origin, Problem
from .aliases import in_danish
from .colour import Shade, contrast, nearest, ranked, shade, written
from .errors import build
from .fields import Part, optional, wrong
from .record import Record

LOOK = "data/udseende.yml"

LIGHT = {
    # What one stands on.
    "paper": "#fbf7f0", "surface": "#ffffff", "sand": "#f3eadb", "leaf": "#e4eee6", "straw": "#fcefd2", "sky": "#e6edf2",
    "blush": "#f8e6de",
    # What one reads.
    "ink": "#2a231e", "ink-quiet": "#5d5147", "brick": "#8f3a1f", "brick-deep": "#6a2812", "on-brick": "#ffffff",
    "green": "#2b5c49", "on-green": "#ffffff", "amber": "#7a4a00",
    # What one sees.
    "edge": "#86745f", "focus": "#0b4f8a", "line": "#dfd1bc", "door-yellow": "#f6d588", "door-green": "#cfe2d3",
    "door-blue": "#c9d8e4", "door-rose": "#e9b9a2", "on-door": "#2a231e", "dawn": "#fcefd2", "grass": "#cfe2d3",
}  # fmt: skip
DARK = LIGHT | {
    "paper": "#1d1916", "surface": "#27211d", "sand": "#312923", "leaf": "#22322a", "straw": "#3a2c12", "sky": "#232c34",
    "blush": "#3b261e",
    "ink": "#f4ece2", "ink-quiet": "#cdbfb0", "brick": "#f0a98c", "brick-deep": "#ffd0bc", "on-brick": "#2a120a",
    "green": "#a3d2ba", "on-green": "#10261c", "amber": "#eec06a",
    "edge": "#93826f", "focus": "#8fc7ff", "line": "#4a3f36", "dawn": "#28231f", "grass": "#4c6b58",
}  # fmt: skip
"""By night; a door is as it is by day."""

# The colours that can be given, and those that are lighter or darker by as much as each of them is.
FAMILIES = {
    "bund": ("paper", "surface", "sand", "line", "edge"),
    "tekst": ("ink", "ink-quiet"),
    "links": ("brick", "brick-deep"),
    "tegn": ("green",),
}
# What has the hue of each, and is as light as it is here. The others mean something: "pas på" is yellow whatever the colours are.
TINTS = {
    "tekst": ("on-door",),
    "links": ("blush", "on-brick", "door-rose", "dawn"),
    "tegn": ("leaf", "on-green", "door-green", "grass"),
}

_GROUNDS = ("paper", "surface", "sand", "white")
_TEXT = (
    *product(("ink", "ink-quiet", "brick", "brick-deep", "green"), _GROUNDS),
    *product(("ink", "ink-quiet"), ("leaf", "sky", "straw", "blush", "dawn")),
    *product(("brick",), ("straw", "blush")),
    ("green", "leaf"),
    ("on-green", "green"),
    *product(("on-brick",), ("brick", "brick-deep")),
    *product(("on-door",), ("door-yellow", "door-green", "door-blue", "door-rose")),
)
_GRAPHICS = (*product(("edge", "focus"), _GROUNDS), ("amber", "straw"), ("amber", "paper"), ("focus", "straw"))
PAIRS = (*((colour, ground, 4.5) for colour, ground in _TEXT), *((colour, ground, 3.0) for colour, ground in _GRAPHICS))
"""Which colour meets which ground, and the contrast it has there: WCAG 2.2, 1.4.3 and 1.4.11."""

_NAMES = {
    "paper": marked("siden"), "surface": marked("kort og felter"),
    "sand": marked("de tonede bånd"), "white": marked("hvidt papir"),
    "leaf": marked("det, der virker"),
    "sky": marked("spørgsmål"), "straw": marked("Pas på"), "blush": marked("citater"), "dawn": marked("forsidens tegning"),
}  # fmt: skip
# Fewer than this is a grey, which has no hue.
_GREY = 0.004


def _colour(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        return value
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value.strip())
    if not found:
        raise wrong(_("'{value}' er ikke en farve").format(value=value), _('skriv den som "#0b4f71", med anførselstegn'))
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


Colour = Annotated[str, BeforeValidator(_colour)]


class Scheme(Part):
    """The colours of the light or the dark pages; what is "" is made of ``farve``."""

    ground: Colour = optional("bund", "Det, siden står på.", "")
    text: Colour = optional("tekst", "Det, man læser.", "")
    links: Colour = optional("links", "Links, knapper og overskrifter på papir.", "")
    signs: Colour = optional("tegn", "Tal, tegn og små overskrifter.", "")


class Look(Record):
    """The look of a catalogue; nothing given, it is that of the engine."""

    colour: Colour = optional("farve", 'Jeres farve, fx "#0b4f71". Alle andre farver bliver lavet af den.', "")
    light: Scheme = optional(
        "lys", "Farver til lyse sider og til papir, når de skal være andre end dem, der bliver lavet.", Scheme()
    )
    dark: Scheme = optional("moerk", "Det samme til mørke sider.", Scheme())

    @cached_property
    def palette(self) -> "Palette":
        """All colours."""
        return Palette(_made(self, "lys")[0], _made(self, "moerk")[0])

    def problems(self) -> Iterator[Problem]:
        """What is given and cannot be read or seen, each with the nearest that can."""
        found: dict[tuple[str, ...], _Refused] = {}
        for where, refused in _refusals(self):
            found.setdefault(where, refused)
        for where, refused in found.items():
            better = next(
                (one for one in ranked(self._given(where)) if where not in dict(_refusals(self._with(where, one)))), None
            )
            remedy = (
                _('skriv fx "{better}", den nærmeste der kan ses').format(better=better) if better else _("vælg en anden farve")
            )
            yield Problem(self.origin(*where), source.name(where), refused.told, remedy)

    def _given(self, where: tuple[str, ...]) -> str:
        value = self.model_dump(by_alias=True)
        for key in where:
            value = value[key]
        return str(value)

    def _with(self, where: tuple[str, ...], colour: str) -> "Look":
        said = self.model_dump(by_alias=True)
        inner = said if len(where) == 1 else said[where[0]]
        inner[where[-1]] = colour
        return Look.model_validate(said)


@dataclass(frozen=True)
class Palette:
    """A colour for every name, by day and on paper, and by night."""

    light: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    dark: Mapping[str, str] = field(default_factory=lambda: DARK)

    def paint(self, style: str) -> str:
        """A style sheet written with the colours of the engine, in these: by night in what follows the first dark rule."""
        if self == Palette():
            return style
        day, dark, night = style.partition("@media screen and (prefers-color-scheme: dark)")
        return _painted(day, self.light) + dark + _painted(night, self.dark if dark else self.light)


# What a colour of the engine is called where nothing says so. White is many things, and stays white.
_CALLED = {colour: name for base in (DARK, LIGHT) for name, colour in reversed(base.items()) if colour != "#ffffff"}


def _painted(style: str, colours: Mapping[str, str]) -> str:
    """The style sheet with these colours in its tokens, and where it has one of the engine's without naming it."""

    def painted(found: re.Match[str]) -> str:
        token, mark, was = found.groups()
        name = token if token in colours else _CALLED.get(f"#{was}")
        colour = colours[name][1:] if name else was
        return f"{f'--{token}: ' if token else ''}{mark}{colour}"

    return re.sub(r"(?:--([a-z-]+): )?(#|%23)([0-9a-f]{6})", painted, style)


def read_look(root: Path, problems: list[Problem]) -> Look:
    """The look of the catalogue in ``root``; that of the engine, where it has no such file or where problems were found."""
    if not (root / LOOK).is_file():
        return Look()
    found: list[Problem] = []
    raw = (root / LOOK).read_bytes()
    look = None
    if unquoted := list(_unquoted(raw.decode("utf-8", "replace"))):
        problems.extend(unquoted)
        return Look()
    node = in_danish(Look, LOOK, source.data(LOOK, raw, found), found)
    if isinstance(node, source.Fields):
        look = build(Look, LOOK, node, found, {}, raw)
        found.extend(look.problems() if look else ())
    elif not found and node != source.Text(1, ""):
        found.append(Problem(Origin(LOOK, 1), "fil", _("har ingen felter"), _('skriv en linje som farve: "#0b4f71"')))
    problems.extend(found)
    return look if look and not found else Look()


def _unquoted(text: str) -> Iterator[Problem]:
    """Colours that YAML takes for a comment."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.fullmatch(r"\s*(\w+):\s+(#[0-9a-fA-F]{3,6})\s*", line):
            yield Problem(
                Origin(LOOK, number),
                found[1],
                _("alt efter # bliver væk, også {colour}").format(colour=found[2]),
                _('skriv "{colour}"').format(colour=found[2]),
            )


# The palette of a scheme.


class _Refused(NamedTuple):
    """A colour that cannot be told from a ground, by their names; ``key`` is the one that was given."""

    key: str
    colour: str
    name: str
    ground: str
    least: float

    @property
    def told(self) -> str:
        ratio, least = (
            f"{int(value * 10) / 10:g}".replace(".", ",") for value in (contrast(self.colour, self.ground), self.least)
        )
        where = f"{_(_NAMES[self.name])} ({self.ground})"
        return _("{colour} kan ikke ses på {where}: kontrasten er {ratio}:1 og skal være mindst {least}:1").format(
            colour=self.colour, where=where, ratio=ratio, least=least
        )


_BASE = {"lys": LIGHT, "moerk": DARK}


def _made(look: Look, scheme: str) -> tuple[Mapping[str, str], Sequence[_Refused]]:
    """The colours of a scheme, and what was refused."""
    part = look.light if scheme == "lys" else look.dark
    given = {key: value for key, value in part.model_dump(by_alias=True).items() if value}
    # What the rest has its hue from; by day the colour itself is that of the links and the signs too.
    links, signs = look.colour or look.light.links, look.light.signs or look.colour
    seeds = {"links": links, "tegn": signs, "bund": look.colour, "tekst": look.colour}
    if scheme == "lys" and look.colour:
        given = {"links": look.colour, "tegn": look.colour} | given
    return _resolved(scheme, {key: value for key, value in seeds.items() if value}, given)


def _refusals(look: Look) -> Iterator[tuple[tuple[str, ...], _Refused]]:
    """What was refused in either scheme, with the keys that lead to what was given."""
    for scheme, part in (("lys", look.light), ("moerk", look.dark)):
        own = part.model_dump(by_alias=True)
        for refused in _made(look, scheme)[1]:
            yield (scheme, refused.key) if own[refused.key] else ("farve",), refused


def _resolved(scheme: str, seeds: Mapping[str, str], given: Mapping[str, str]) -> tuple[Mapping[str, str], Sequence[_Refused]]:
    colours = _derived(_BASE[scheme], seeds, given)
    refused: list[_Refused] = []
    keys = {FAMILIES[key][0]: key for key in given}
    for colour in dict.fromkeys(colour for colour, _ground, _least in PAIRS):
        # All that is printed stands on white too.
        grounds = colours | ({"white": "#ffffff"} if scheme == "lys" else {})
        asked = [(ground, least) for one, ground, least in PAIRS if one == colour and ground in grounds]
        better = nearest(colours[colour], ((grounds[ground], least) for ground, least in asked))
        if better and colour not in keys:
            colours[colour] = better
        # Where nothing can be read in any shade, the ground is neither light nor dark.
        elif better != colours[colour] and (key := keys.get(colour) or ("bund" if "bund" in given and not refused else "")):
            name, least = min(asked, key=lambda pair: contrast(colours[colour], grounds[pair[0]]) / pair[1])
            refused.append(_Refused(key, colours[colour], name, grounds[name], least))
    return colours, refused


def _derived(base: Mapping[str, str], seeds: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """The colours of the engine in the hues of the seeds, and as light or dark as what is given."""
    colours = dict(base)
    for key, (first, *others) in FAMILIES.items():
        if key in seeds:
            # A second colour of one's own is to the first as the engine's is to the engine's.
            reference = "green" if key == "tegn" and seeds["tegn"] != seeds.get("links") else "brick"
            for name in (first, *others, *TINTS.get(key, ())):
                colours[name] = _in_hue_of(seeds[key], LIGHT[reference], base[name])
        if key in given:
            for name in others:
                colours[name] = _beside(given[key], base[first], base[name])
            colours[first] = given[key]
    return colours


def _in_hue_of(seed: str, reference: str, colour: str) -> str:
    """A colour of the engine in the hue of a seed, and paler where the seed is paler than what it takes the place of."""
    own, wanted = shade(colour), shade(seed)
    return written(Shade(own.light, own.chroma * min(1.0, wanted.chroma / shade(reference).chroma), wanted.hue))


def _beside(given: str, first: str, colour: str) -> str:
    """A colour that is to a given one as it was to the one whose place that has taken."""
    own, was, now = shade(colour), shade(first), shade(given)
    hue = now.hue if now.chroma > _GREY else own.hue
    return written(Shade(own.light + now.light - was.light, max(0.0, own.chroma + now.chroma - was.chroma), hue))
