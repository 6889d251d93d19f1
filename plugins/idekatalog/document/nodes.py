"""What a page is made of: sections of blocks, and blocks of lines.

A view makes the tree, a writer walks it with ``match``. No node holds markup: text is text all the way to the medium. An
address is the file a page is published as, from the site's root, with ``#key`` behind it for a place on the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeAlias

from ..language.slug import slug


class Medium(Enum):
    """Where a part of a document belongs that does not belong everywhere."""

    SCREEN = "screen"
    PAPER = "paper"


# Within a line.


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    body: "Line"


@dataclass(frozen=True, slots=True)
class Emphasis:
    body: "Line"


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class To:
    """A link within the catalogue: to a record, a section or a file."""

    address: str
    body: "Line"


@dataclass(frozen=True, slots=True)
class Web:
    """A link out of the catalogue."""

    url: str
    body: "Line"


@dataclass(frozen=True, slots=True)
class Term:
    """A form of a word of the glossary, where the page explains it; ``key`` is the word's own."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that can be linked to."""

    key: str


@dataclass(frozen=True, slots=True)
class Picture:
    address: str
    described: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Says that what stands before it is the editors' suggestion."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign on a sheet for what is the editors' suggestion; its foot says what it means."""


@dataclass(frozen=True, slots=True)
class Also:
    """A link to each document that stands beside the page ``beside`` first of all."""

    beside: str


@dataclass(frozen=True, slots=True)
class OnlyLine:
    """A part of a line that belongs to one medium."""

    medium: Medium
    body: "Line"


Inline: TypeAlias = Text | Strong | Emphasis | Code | Break | To | Web | Term | Anchor | Picture | Marked | Mark | Also | OnlyLine
Line: TypeAlias = tuple[Inline, ...]


# Blocks.


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. ``key`` is its anchor; ``level`` is 2 for a part of the page, 3 for a part of that."""

    key: str
    heading: Line
    blocks: "Blocks"
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    body: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``loose`` where its author left room between the items."""

    items: "tuple[Blocks, ...]"
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """A numbered list."""

    items: "tuple[Blocks, ...]"
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names, each with what is said of it."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Downloads:
    """The documents beside the page; only those that stand there first of all, where it ``lists`` other pages."""

    lists: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG drawing, for paper."""

    svg: str
    described: str
    caption: str


@dataclass(frozen=True, slots=True)
class Html:
    """What only a browser can show: a tool, a map."""

    markup: str


@dataclass(frozen=True, slots=True)
class Only:
    """Blocks that belong to one medium."""

    medium: Medium
    blocks: "Blocks"


Block: TypeAlias = Section | Paragraph | Bullets | Steps | Facts | Downloads | Drawing | Html | Only
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A page. Make it with ``document``, which sees to it that no two sections share a key.

    ``key`` is the anchor of its title. ``kind`` and ``id`` say what page it is and which record it shows, "" where none.
    ``kicker`` stands above the title on paper. ``data`` is what it tells machines as schema.org does.
    """

    address: str
    key: str
    title: str
    summary: str
    blocks: Blocks
    kind: str = ""
    id: str = ""
    kicker: str = ""
    data: tuple[Mapping[str, object], ...] = ()

    @property
    def sections(self) -> Iterator[Section]:
        """The parts of the page, in order."""
        return (block for block in self.blocks if isinstance(block, Section))


def document(address: str, title: str, summary: str, blocks: Iterable[Block], **fields: Any) -> Document:
    """A document whose title and sections have a key of their own each: of two alike, the second gets ``_1`` behind it."""
    taken: set[str] = set()

    def free(key: str) -> str:
        result, number = key, 0
        while result in taken or not result:
            number += 1
            result = f"{key}_{number}"
        taken.add(result)
        return result

    def distinct(block: Block) -> Block:
        match block:
            case Section():
                key = free(block.key)
                blocks = tuple(map(distinct, block.blocks))
                return block if (key, blocks) == (block.key, block.blocks) else replace(block, key=key, blocks=blocks)
            case Only():
                return replace(block, blocks=tuple(map(distinct, block.blocks)))
        return block

    key = free(slug(title))
    return Document(address, key, title, summary, tuple(map(distinct, blocks)), **fields)


def section(heading: str, *blocks: Block, level: int = 2) -> Section:
    """A section whose key is its heading as an address has it."""
    return Section(slug(heading), (Text(heading),), blocks, level)


def paragraph(*parts: Inline | str) -> Paragraph:
    return Paragraph(line(*parts))


def bullets(items: Iterable[Line]) -> Bullets:
    """A list of single lines."""
    return Bullets(tuple((Paragraph(item),) for item in items))


def steps(items: Iterable[Line]) -> Steps:
    """A numbered list of single lines."""
    return Steps(tuple((Paragraph(item),) for item in items))


def line(*parts: Inline | str) -> Line:
    """A line of nodes and plain texts."""
    return tuple([Text(part) if isinstance(part, str) else part for part in parts if part])


def join(between: str, parts: Iterable[Line]) -> Line:
    """One line of several, with a text between each two."""
    result: list[Inline] = []
    for part in parts:
        if result:
            result.append(Text(between))
        result += part
    return tuple(result)


def only(medium: Medium, *blocks: Block) -> Only:
    return Only(medium, blocks)


def words(body: Line) -> str:
    """The words of a line alone."""
    return "".join(_words(part) for part in body)


def _words(part: Inline) -> str:
    match part:
        case Text(text) | Code(text) | Term(text, _):
            return text
        case Strong(body) | Emphasis(body) | To(_, body) | Web(_, body) | OnlyLine(_, body):
            return words(body)
        case Break():
            return " "
    return ""
