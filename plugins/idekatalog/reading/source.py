"""Text to nodes that know their line.

A record is YAML front matter followed by fixed ``##`` sections; data are plain YAML. Every scalar
stays a string until the model types it (``12:30`` is no number, ``no`` is no Boolean). Anchors,
aliases and tags are refused, so a text can only grow into what it says.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import yaml

from ..language.words import _, marked
from . import slips
from .glyphs import EMOJI
from .problems import Origin, Problem, Said, told

MAX_BYTES = 1_000_000
MAX_DEPTH = 10
# More than any file of a catalogue needs, and little enough that every reader of it answers at once.
MAX_TEXTS = 10_000
MAX_ITEMS = 1_000

# What nobody sees: control characters but tab and newline, line separators, marks of width zero, changes of direction, tags,
# soft hyphens, letters and spaces that are blank, variants of a sign, and codes that mean nothing or only something here.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4\u17b5"
    r"\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3000\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0"
    r"\ufff0-\ufffc\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U0010ffff]"
    # Of an emoji only where there is one; a digit in a box is one too.
    rf"|(?<![{EMOJI}0-9#*])\ufe0f|(?<=[0-9#*])\ufe0f(?!\u20e3)|(?<![{EMOJI}\ufe0f])\u200d|\u200d(?![{EMOJI}])"
    # Accents heaped on one letter cover the lines around it.
    r"|[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3}"
)
# The signs that nearly every text is written with, each visible and in the one form it has: such a text needs no closer look.
_ORDINARY = re.compile(r"[\t\n -~\xa1-\xac\xae-\u024f\u2013\u2014\u2018-\u201e\u2026]*")
# Those of them that come with what is pasted from Word or a page, and that mean nothing when they are gone.
HARMLESS = {
    0x0B: marked("et linjeskift fra Word"),
    0xAD: marked("en blød bindestreg"),
    0x200B: marked("et mellemrum uden bredde"),
    0x200C: marked("en adskiller uden bredde"),
    0x2028: marked("et linjeskift"),
    0x2029: marked("et afsnitsskift"),
    0x2060: marked("en samler uden bredde"),
    0xFEFF: marked("et mærke uden bredde"),
}
_BREAKS = ("\x0b", "\u2028", "\u2029")
# The signs of fonts that Word takes its bullets from, where one begins a line.
_WORD_BULLET = re.compile(r"^([ \t]*)[\uf000-\uf0ff][ \t]*", re.MULTILINE)
UNSEEN = marked("slet tegnet, eller skriv linjen igen på tastaturet")
# Spaces of another width or that no line breaks at, as they come from Word: one thing can be meant.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"), " ")
HEADING = re.compile(r"##[ \t](.*)")

# What YAML calls nothing: written by programs where an author would leave the field out.
_NOTHING = frozenset(("~", "null", "Null", "NULL"))

# LibYAML is far faster; the Python loader reads the same events where a platform has no build of it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Text:
    """A scalar. ``exact`` tells that line n of the value stands n lines below ``line``."""

    line: int
    value: str
    exact: bool = False


@dataclass(frozen=True)
class Items:
    """A list."""

    line: int
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Fields:
    """A mapping: the node and the line of every key."""

    line: int
    nodes: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node: TypeAlias = Text | Items | Fields

# The key of the sentences that people would say who need the page: for search alone, and shown nowhere.
ASKED = "soegesaetninger"
# The key under which the "##" sections of a record stand among its fields.
SECTIONS = "afsnit"


def plain(node: Node) -> object:
    """The node as strings, lists and dicts, for the model to type."""
    match node:
        case Text():
            return node.value
        case Items():
            return [plain(item) for item in node.items]
        case Fields():
            return {key: plain(child) for key, child in node.nodes.items()}


def is_empty(value: object) -> bool:
    """Whether a value as ``plain`` gives it says nothing: no text but blanks, no item, no field that says anything."""
    match value:
        case str():
            return not value.strip()
        case dict():
            return all(map(is_empty, value.values()))
    return not value


def texts(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Every scalar below the node with the path of keys and indices that leads to it."""
    match node:
        case Text():
            yield path, node
        case Items():
            for index, item in enumerate(node.items):
                yield from texts(item, (*path, index))
        case Fields():
            for key, child in node.nodes.items():
                yield from texts(child, (*path, key))


def lists(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Items]]:
    """Every list below the node, and the node itself if it is one, with the path that leads to it."""
    match node:
        case Items():
            yield path, node
            for index, item in enumerate(node.items):
                yield from lists(item, (*path, index))
        case Fields():
            for key, child in node.nodes.items():
                yield from lists(child, (*path, key))


def keys(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Every key below the node, by the path that ends with it, and its line."""
    match node:
        case Items():
            for index, item in enumerate(node.items):
                yield from keys(item, (*path, index))
        case Fields():
            for key, child in node.nodes.items():
                yield (*path, key), node.lines[key]
                yield from keys(child, (*path, key))


def line(node: Node, path: tuple[str | int, ...]) -> int:
    """The line of what ``path`` names, or of the nearest thing around it that exists."""
    found = node.line
    for step in path:
        match node:
            case Fields() if step in node.nodes:
                found, node = node.lines[str(step)], node.nodes[str(step)]
            case Items() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                found = node.line
            case _:
                break
    return found


def name(path: tuple[str | int, ...]) -> str:
    """The path as an author reads it: ``trin[2].fase`` counted from 1, ``## Hvorfor`` for a section."""
    if path[:1] == (SECTIONS,) and len(path) > 1:
        return f"## {path[1]}"
    words = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".") or "fil"


def digest(path: str, raw: bytes) -> str:
    """The digest of what a file says and where it lies."""
    return hashlib.sha256(path.encode() + b"\n" + raw).hexdigest()


def record(path: str, raw: bytes, problems: list[Problem], headings: Collection[str] = ()) -> Fields | None:
    """Front matter and sections of one record file.

    What is one of the ``headings`` but for its signs is told, and taken for it. Problems are appended to ``problems``; None where
    the front matter cannot be read at all.
    """
    if (found := parts(path, raw, problems)) is None:
        return None
    front, body = found
    # The leading "---" stays, as a document start, so that YAML counts the lines of the real file.
    node = _compose(path, "\n".join(front) + "\n", problems)
    if not isinstance(node, Fields):
        if node is not None:
            problems.append(
                Problem(
                    Origin(path, 1), "fil", _("har ingen felter mellem de to linjer ---"), _("skriv felterne som navn: værdi")
                )
            )
        return None
    if SECTIONS in node.nodes:
        message, remedy = _("feltet kendes ikke"), _("skriv afsnittene under felterne, hvert med sin ##-overskrift")
        problems.append(Problem(Origin(path, node.lines[SECTIONS]), SECTIONS, message, remedy))
    sections = _sections(path, [*front, "---", *body], len(front) + 1, problems, headings)
    return Fields(node.line, {**node.nodes, SECTIONS: sections}, {**node.lines, SECTIONS: sections.line})


def parts(path: str, raw: bytes, problems: list[Problem]) -> tuple[list[str], list[str]] | None:
    """The lines of a record's fields, with the dashes above them, and those of its sections.

    None, and a problem, where it has no such parts.
    """
    if (text := decode(path, raw, problems)) is None:
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.append(
            Problem(
                Origin(path, 1),
                "fil",
                _("begynder ikke med ---"),
                _("lad første linje være --- og skriv felterne under den"),
            )
        )
        return None
    end = next((i for i, row in enumerate(lines[1:], 1) if row.rstrip() == "---"), None)
    if end is None:
        problems.append(
            Problem(Origin(path, 1), "fil", _("felterne øverst slutter ikke"), _("sæt en linje med --- efter det sidste felt"))
        )
        return None
    return lines[:end], lines[end + 1 :]


def data(path: str, raw: bytes, problems: list[Problem]) -> Node | None:
    """The content of a YAML file; problems are appended, None where it cannot be read."""
    text = decode(path, raw, problems)
    return None if text is None else _compose(path, text, problems)


def decode(path: str, raw: bytes, problems: list[Problem]) -> str | None:
    """The text of a file, in the one form that all files have: UTF-8, NFC, LF.

    What Windows puts in front of a text and at the end of a line is taken without a word.
    """

    def report(at: int, message: str, remedy: str) -> None:
        problems.append(Problem(Origin(path, at), "fil", message, remedy))

    if len(raw) > MAX_BYTES:
        report(1, _("fylder mere end 1 MB"), _("del teksten i flere filer"))
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        report(raw.count(b"\n", 0, error.start) + 1, _("er ikke UTF-8"), _("gem filen som UTF-8"))
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if is_ordinary(text):
        return text
    for number, row in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", row):
            report(
                number, _("har et bogstav sat sammen af to tegn, fx å som a og en ring"), _("skriv bogstavet igen på tastaturet")
            )
        if found := INVISIBLE.search(row):
            report(number, *invisible(found))
    return INVISIBLE.sub(lambda found: " " if found[0] in _BREAKS else "", _WORD_BULLET.sub(r"\1- ", in_one_form(text)))


def in_one_form(text: str) -> str:
    """The text in NFC, every space that only looks like one as a space."""
    return text if is_ordinary(text) else unicodedata.normalize("NFC", text).translate(_SPACES)


def is_ordinary(text: str) -> bool:
    """Whether all signs of the text are visible and in the one form that all files have. One with others may be too."""
    return _ORDINARY.fullmatch(text) is not None


def invisible(found: re.Match[str]) -> Said:
    """What to say about a match of ``INVISIBLE``: message and remedy."""
    if len(found[0]) == 3:
        return _("har flere accenter oven på hinanden"), _("skriv bogstavet igen på tastaturet")
    code = ord(found[0])
    if 0xF000 <= code <= 0xF0FF:
        return _("har punkttegnet U+{code} fra Word").format(code=f"{code:04X}"), _(
            "skriv - og et mellemrum i stedet, eller slet det"
        )
    said = _("har det usynlige tegn U+{code}").format(code=f"{code:04X}")
    if code in HARMLESS:
        return f"{said}, {_(HARMLESS[code])}", _("{remedy} (i en post sletter kommandoen format det)").format(remedy=_(UNSEEN))
    return said, _(UNSEEN)


def _headings(
    path: str, lines: list[str], start: int, problems: list[Problem], known: Collection[str]
) -> Iterator[tuple[int, str]]:
    """The line index and the words of every heading of a section."""
    found = ((i, HEADING.fullmatch(lines[i])) for i in range(start, len(lines)))
    # Stripped here: in the pattern, blanks that two of its parts could take would be tried in every way.
    written = {i: match[1].strip().rstrip("#").rstrip() for i, match in found if match}
    missing = {name.casefold(): name for name in known if name not in written.values()}
    for i in range(start, len(lines)):
        row = lines[i].strip()
        if written.get(i) in known or not row.startswith(("#", "**", "__")):
            continue
        without_blank = row[2:] if row.startswith("##") and row[2:3] not in ("", "#", " ", "\t") else None
        if meant := missing.get(row.strip("#*_: \t").casefold(), without_blank):
            written[i] = meant
            problems.append(
                Problem(
                    Origin(path, i + 1),
                    f"## {meant}",
                    _("er skrevet '{row}'").format(row=row),
                    _("skriv ## {meant}").format(meant=meant),
                )
            )
    yield from sorted(written.items())


def _sections(path: str, lines: list[str], start: int, problems: list[Problem], known: Collection[str]) -> Fields:
    """The ``##`` sections from line index ``start`` on: heading to text."""
    headings = list(_headings(path, lines, start, problems, known))
    first = headings[0][0] if headings else len(lines)
    for index in range(start, first):
        if lines[index].strip():
            problems.append(
                Problem(
                    Origin(path, index + 1),
                    "fil",
                    _("har tekst før det første afsnit"),
                    _("flyt teksten ind under en ##-overskrift"),
                )
            )
            break
    sections = Fields(start)
    for (index, heading), (end, _next) in pairwise([*headings, (len(lines), "")]):
        if heading in sections.nodes:
            problems.append(
                Problem(
                    Origin(path, index + 1),
                    f"## {heading}",
                    _("står to gange"),
                    _("saml teksten under overskriften i linje {lines}").format(lines=sections.lines[heading]),
                )
            )
        else:
            sections.lines[heading] = index + 1
            sections.nodes[heading] = Text(index + 2, "\n".join(lines[index + 1 : end]).rstrip(), exact=True)
    return sections


class _Unreadable(Exception):
    """A text that must not be read further; its problem is reported already."""


def _compose(path: str, text: str, problems: list[Problem]) -> Node | None:
    """The node tree of a YAML text; None, and a problem, where it is no YAML we take."""
    try:
        return _Composer(path, text, problems).document()
    except _Unreadable:
        return None
    except yaml.YAMLError as error:
        problems.extend(slips.problems(path, text, error, LOADER))
    return None


class _Composer:
    """Builds nodes from YAML events, because PyYAML's own trees expand aliases and lose duplicate keys."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.lines = text.split("\n")
        self.events = yaml.parse(text, Loader=LOADER)
        self.texts = 0

    def document(self) -> Node:
        result: Node = Text(1, "")
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refuse(event, _("der står flere dokumenter i filen"), _("slet linjen med ---"))
                result = self.node(next(self.events), 0)
        return result

    def node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refuse(
                event, _("henvisninger med & og * kan ikke bruges"), _("skriv teksten ud, eller sæt den i anførselstegn")
            )
        if tag := getattr(event, "tag", None):
            raise self.refuse(
                event, _("mærket {tag} kan ikke bruges").format(tag=tag), _("slet det, eller sæt teksten i anførselstegn")
            )
        if depth > MAX_DEPTH:
            raise self.refuse(event, _("listerne ligger for dybt i hinanden"), _("se på indrykning og kantede parenteser"))
        at = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            self.texts += 1
            if self.texts > MAX_TEXTS:
                raise self.refuse(
                    event,
                    _("filen har flere end {most} ord og tekster").format(most=MAX_TEXTS),
                    _("del den i flere filer"),
                )
            if not event.style and slips.QUOTED.fullmatch(event.value):
                self.problems.append(Problem(Origin(self.path, at), "yaml", *told(slips.CURLY)))
            if not event.style and slips.RUN_ON.match(event.value) and self.begins_line(event):
                raise self.refuse(event, *told(slips.NO_BLANK))
            if not event.style and (comment := self.comment_after(event)):
                self.problems.append(
                    Problem(
                        Origin(self.path, at),
                        "yaml",
                        _("alt efter '{comment}' bliver væk").format(comment=comment),
                        _("sæt hele teksten i anførselstegn"),
                    )
                )
            return Text(at, "" if not event.style and event.value in _NOTHING else in_one_form(event.value))
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                if len(items) == MAX_ITEMS:
                    raise self.refuse(
                        event, _("listen har flere end {most} punkter").format(most=MAX_ITEMS), _("gør den kortere")
                    )
                items.append(self.node(event, depth + 1))
            return Items(at, tuple(items))
        fields = Fields(at)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, value = self.node(event, depth + 1), self.node(next(self.events), depth + 1)
            if not isinstance(key, Text):
                raise self.refuse(event, _("et feltnavn skal være et ord"), _("se på indrykning og parenteser"))
            if slips.OPENED.match(key.value):
                raise self.refuse(event, *told(slips.CURLY))
            if not key.value.strip():
                message, remedy = _("der mangler et navn før kolonet"), _("skriv feltet som navn: værdi")
                self.problems.append(Problem(Origin(self.path, key.line), "yaml", message, remedy))
            elif key.value in fields.nodes:
                first = fields.lines[key.value]
                self.problems.append(
                    Problem(
                        Origin(self.path, key.line),
                        key.value,
                        _("feltet står to gange"),
                        _("slet det ene (det første står i linje {first})").format(first=first),
                    )
                )
            else:
                fields.nodes[key.value], fields.lines[key.value] = value, key.line
        return fields

    def comment_after(self, event: yaml.ScalarEvent) -> str | None:
        """The sign that begins a comment behind a value, where an author may have meant it as text."""
        assert event.end_mark is not None
        rest = self.lines[event.end_mark.line][event.end_mark.column :] if event.end_mark.line < len(self.lines) else ""
        return " #" if rest and event.value and re.match(r"\s+#", rest) else None

    def begins_line(self, event: yaml.Event) -> bool:
        """Whether nothing stands before it."""
        assert event.start_mark is not None
        return not self.lines[event.start_mark.line][: event.start_mark.column].strip()

    def refuse(self, event: yaml.Event, message: str, remedy: str) -> _Unreadable:
        self.problems.append(Problem(Origin(self.path, _line(event)), "yaml", message, remedy))
        return _Unreadable()


def _line(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return int(event.start_mark.line) + 1
