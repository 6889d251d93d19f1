"""What a page is made of: sections of blocks, and blocks of lines.

A view makes the tree, a writer walks it with ``match``. No node holds markup: text is text all the way to the medium. An
address is the file a page is published as, from the site's root, with ``#key`` behind it for a place on the page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeAlias

from ..language.slug import slug
from ..language.words import danish


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
    """A picture; one that only adorns is not ``described``.

    Where its size is known, a page keeps room for it. One that is ``late`` a browser need not fetch before it is near.
    """

    address: str
    described: str
    size: tuple[int, int] | None = None
    late: bool = False


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


class Style(Enum):
    """How a section stands out: as a panel of one colour, as the facts beside a title, or folded until somebody opens it."""

    GOOD = "good"
    CARE = "care"
    ASK = "ask"
    FACTS = "facts"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. ``key`` is its anchor; ``level`` is 2 for a part of the page, 3 for a part of that.

    ``note`` is said beside the heading of one that is folded.
    """

    key: str
    heading: Line
    blocks: "Blocks"
    level: int = 2
    style: Style | None = None
    note: str = ""


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


class Look(Enum):
    """How cards look that stand together."""

    CARD = "cards"
    """A drawing above, what it is below."""
    TILE = "tiles"
    """A small drawing beside a few words."""
    DOOR = "doors"
    """A drawing with a name below."""
    SHEET = "sheets"
    """The first page of a sheet beside what it is."""
    EXAMPLE = "examples"
    """Where it was tried, and its numbers, without a drawing."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A fact of a card in a word or three: ``name`` says which sign stands beside it, ``label`` is what is heard instead."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A record, or something else that has a page, wherever it is listed: all of it is the link.

    ``body`` is what is said of it, with ``lead`` heard before it; ``over`` stands above the title, ``note`` is said small below.
    ``ground`` is the colour behind its picture, 0 where nothing decides. ``figures`` are numbers, each with what it counts.
    ``more`` are links of its own. ``marks`` are the options of the filters it stands in, such as ``f1-2`` for the second option
    of the first.
    """

    address: str
    title: str
    body: Line = ()
    lead: str = ""
    over: str = ""
    note: str = ""
    picture: Picture | None = None
    ground: int = 0
    figures: tuple[tuple[str, str], ...] = ()
    signs: tuple[Sign, ...] = ()
    more: Line = ()
    key: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side, their titles headings of a ``level``."""

    cards: tuple[Card, ...]
    look: Look = Look.CARD
    level: int = 2


@dataclass(frozen=True, slots=True)
class Filter:
    """Buttons above cards, one of them chosen: those of its options, and first the one for ``every`` card."""

    legend: str
    every: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filtered:
    """Cards, and the filters that hide those of them that do not have the mark of what is chosen."""

    filters: tuple[Filter, ...]
    cards: Cards


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody does in one guide: how far they are part of it, in words and as a class, their task, and their steps.

    The steps stand under their phase, which has a class too.
    """

    card: Card
    part: str
    look: str
    task: Line
    phases: tuple[tuple[str, str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """All that somebody does, guide by guide; ``plan`` is the action plan with all of these guides."""

    duties: tuple[Duty, ...]
    plan: str


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


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of a page, first among its blocks: what stands below the title, and what stands beside that."""

    blocks: "Blocks"
    beside: "Blocks" = ()


@dataclass(frozen=True, slots=True)
class Toolbar:
    """What one can do with the page: print, fetch and share it, the ``actions``, and its parts. On a screen it stays in sight."""

    actions: tuple[tuple[str, To], ...]
    """Each with the name of its sign."""
    parts: tuple[tuple[str, str], ...] = ()
    """The key of each, and what it is called."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side where there is room; on a ``timeline``, each follows the one before it."""

    columns: "tuple[Blocks, ...]"
    timeline: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """The same told in several ways, each with its name, of which a screen shows one at a time; paper shows all."""

    name: str
    views: "tuple[tuple[str, Blocks], ...]"


@dataclass(frozen=True, slots=True)
class Callout:
    """The one thing to read first, such as when to use it."""

    name: str
    body: Line


@dataclass(frozen=True, slots=True)
class Chips:
    """A name, and what belongs under it; drawn fainter where that is not ``certain``."""

    name: str
    items: tuple[Line, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact beside a sign, and what is said small below it."""

    sign: str
    name: str
    said: Line
    more: Line = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """Short facts, each beside its sign."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, with its number, more about it, and what is said small."""

    number: int
    action: Line
    detail: Line = ()
    notes: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Steps that follow each other, all of them taken by one role; ``who`` is "" where nobody is named."""

    who: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Procedure:
    """What to do, step by step."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lesson: when it is, and how many minutes it takes, None where nobody knows.

    ``look`` is foer, under or efter; ``short`` is what stands on the line; ``more`` is what is said and shown meanwhile, each
    with its name.
    """

    look: str
    when: str
    minutes: int | None
    short: str
    action: Line
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """A lesson as a line of minutes, each part as wide as it is long; those that nobody knows share the rest."""

    total: int
    stretches: tuple[Stretch, ...]

    @property
    def rest(self) -> int:
        """How many minutes are left where nobody has said how many."""
        return max(0, self.total - sum(stretch.minutes or 0 for stretch in self.stretches))


@dataclass(frozen=True, slots=True)
class Share:
    """What one sends on: a title, a text, and links, each with what it leads to; a script copies them."""

    title: str
    text: str
    links: tuple[To | Web, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A role, how surely it takes part, its task, and its steps in each column."""

    who: Line
    presence: str
    certain: bool
    task: str
    cells: tuple[tuple[Step, ...], ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """Who does what when, as a table with a row for each role."""

    columns: tuple[str, ...]
    rows: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers, each with what it counts."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody tells, in reported speech."""

    who: str
    says: str


Block: TypeAlias = (
    Section
    | Paragraph
    | Bullets
    | Steps
    | Facts
    | Downloads
    | Drawing
    | Html
    | Only
    | Opening
    | Toolbar
    | Columns
    | Switch
    | Callout
    | Chips
    | Signs
    | Procedure
    | Lanes
    | Minutes
    | Share
    | Numbers
    | Voice
    | Cards
    | Filtered
    | Duties
)
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
        return (block for block in arranged(self.blocks) if isinstance(block, Section))


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
                blocks = all_distinct(block.blocks)
                return block if (key, blocks) == (block.key, block.blocks) else replace(block, key=key, blocks=blocks)
            case Only(blocks=blocks):
                return replace(block, blocks=all_distinct(blocks))
            case Opening(blocks, beside):
                return Opening(all_distinct(blocks), all_distinct(beside))
            case Columns(columns):
                return replace(block, columns=tuple(map(all_distinct, columns)))
            case Switch(views=views):
                return replace(block, views=tuple((name, all_distinct(view)) for name, view in views))
            case Cards(cards):
                return replace(block, cards=tuple(replace(card, key=free(card.key)) if card.key else card for card in cards))
        return block

    def all_distinct(blocks: Iterable[Block]) -> Blocks:
        return tuple(map(distinct, blocks))

    key = free(slug(title))
    return Document(address, key, title, summary, all_distinct(blocks), **fields)


def arranged(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, and in place of those that only arrange others, what they arrange."""
    for block in blocks:
        match block:
            case Opening(first, beside):
                yield from arranged((*first, *beside))
            case Columns(columns):
                yield from (inner for column in columns for inner in arranged(column))
            case Switch(_, views):
                yield from (inner for _, view in views for inner in arranged(view))
            case _:
                yield block


def section(heading: str, *blocks: Block, level: int = 2, style: Style | None = None, key: str = "", note: str = "") -> Section:
    """A section; its key is its Danish heading as an address has it, where no other is given."""
    return Section(key or slug(danish(heading)), (Text(heading),), blocks, level, style, note)


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


def filled(text: str, **parts: Inline) -> Line:
    """A text as a line, with a node in place of each name in braces: a sentence is translated whole."""
    return line(*(parts[piece] if place % 2 else piece for place, piece in enumerate(re.split(r"\{(\w+)\}", text))))


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
