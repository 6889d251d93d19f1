"""What a sheet is made of besides what a page is: blocks to tick, to write in and to cut out.

A view makes the tree, a writer walks it with ``match``.
"""

from dataclasses import dataclass
from typing import TypeAlias

from ..catalogue import Drawing
from ..records.template import Sign
from . import nodes
from .nodes import Line, To


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it. ``look`` is materials, ask, care or next.

    One that is ``hidden`` is for programs to show, and not for paper.
    """

    heading: Line
    blocks: "Blocks"
    key: str = ""
    look: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    body: Line
    new_page: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that no page parts."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it is from, in small print."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Hint:
    """A paragraph for whoever has the sheet on a screen."""

    body: Line


@dataclass(frozen=True, slots=True)
class Large:
    """A paragraph to be read from afar."""

    body: Line


@dataclass(frozen=True, slots=True)
class Blank:
    """A name with room to write beside it; a ``key`` is for programs that keep what is written."""

    name: Line
    key: str = ""
    date: bool = False


@dataclass(frozen=True, slots=True)
class Blanks:
    """Blanks, so many beside each other. Those that are ``facts`` are what one must find on a door: they are large."""

    blanks: tuple[Blank, ...]
    across: int = 3
    facts: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    text: str
    editorial: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, in columns on paper."""

    ticks: tuple[Tick, ...]
    across: int


@dataclass(frozen=True, slots=True)
class Task:
    """What to do, what is said small after it, and what to bear in mind; one without words is to be written."""

    key: str
    text: str = ""
    editorial: bool = False
    note: str = ""
    remember: str = ""


@dataclass(frozen=True, slots=True)
class Tasks:
    """Boxes to tick, with room for who does it, when, and a note; ``named`` is the key of the heading above."""

    tasks: tuple[Task, ...]
    named: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines; a ``key`` is for programs that keep what is written."""

    count: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, and lines for the answer."""

    body: Line
    lines: int


@dataclass(frozen=True, slots=True)
class Questions:
    """Numbered questions, and lines for each answer."""

    questions: tuple[Line, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A question, and the answers to tick one of."""

    body: Line
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame to draw in, as high as so many lines."""

    body: Line
    lines: int


@dataclass(frozen=True, slots=True)
class Legend:
    """What the signs on the sheet mean."""

    meanings: tuple[tuple[Sign, Line], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``share`` is its part of the table's width in percent, ``signs`` what to ring in an empty cell."""

    name: str
    share: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows written beforehand, then empty ones, each with a cell for every column.

    A cell that is "" is to be filled in, and has room for ``lines`` lines of handwriting.
    """

    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    body: Line
    blanks: tuple[Blank, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards to cut out. Questions to ``talk`` about fill pages of their own, eight to a page."""

    cards: tuple[Card, ...]
    talk: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a resident is handed: its heading in a doorway beside a drawing, and blocks.

    ``look`` is opslag, brev, doerseddel or seddel; two of the last fill a page. One that is a ``copy`` of the one before is not
    heard.
    """

    look: str
    heading: str
    drawing: Drawing | None
    blocks: "Blocks"
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Emblem:
    """What is drawn beside the heading of a sheet."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Slide:
    """A screen of a lesson: what it is, its title, and what is listed below that.

    ``notes`` are for the teacher alone, each with its name. On one that is ``timed`` the teacher may start a clock.
    """

    kind: str
    title: Line
    items: tuple[Line, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Slides:
    """A slide at a time, on a screen."""

    slides: tuple[Slide, ...]


Fill: TypeAlias = (
    Part | Heading | Together | Origin | Hint | Large | Blanks | Ticks | Tasks | Lines | Ask | Questions | Choice | Frame | Legend
    | Table | Deck | Leaf | Emblem | Slides
)  # fmt: skip
Block: TypeAlias = nodes.Block | Fill
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True)
class Sheet:
    """A page that is printed by itself. ``blocks`` stand between its ``opening`` and its ``end``, which is never alone on a page.

    ``kind`` names the frame around it, ``id`` the record it is of. ``title`` is what lists call it; on it stands its ``heading``,
    below its ``kicker``; ``short`` is what its pages are called at their foot. ``back`` leads to the page it belongs to, and
    ``others`` to the sheets that what is written on it can be used on. ``imprint`` says which sheet it is; where something on it
    is ``marked`` as the editors' suggestion, it explains the mark.
    """

    kind: str
    address: str
    id: str
    title: str
    summary: str
    heading: str
    back: To
    imprint: str
    marked: bool
    opening: Blocks
    blocks: Blocks
    end: Blocks = ()
    kicker: str = ""
    landscape: bool = False
    others: tuple[To, ...] = ()
    short: str = ""

    @property
    def foot(self) -> str:
        """What stands at the foot of every page of it: the id of its record, where no ``short`` name of it is given."""
        return self.short or self.id

    @property
    def notice(self) -> bool:
        """Whether it is to be read from across the stairwell."""
        return any(isinstance(block, Large) for block in self.whole)

    @property
    def whole(self) -> Blocks:
        """All that stands on it, in order."""
        return (*self.opening, *self.blocks, *self.end)
