"""A template: a sheet to fill in or hand out, block by block, for any renderer to walk with ``match``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import Blocks
from ..records.template import (
    Blanks,
    Bullets,
    Card,
    Cards,
    Choice,
    Frame,
    Heading,
    Legend,
    Paragraph,
    Sign,
    Table,
    Template,
    Ticks,
    Width,
    Writing,
)
from ..records.template import Block as Written
from .guide import Cited, cited
from .label import Label
from .listing import belongs
from .prose import prose

WEIGHTS = {Width.NARROW: 2, Width.NORMAL: 3, Width.WIDE: 6}
# Shares are told in steps, so that a style sheet can have a class for each.
STEP = 5


@dataclass(frozen=True)
class GridColumn:
    """A column; ``share`` is its part of the table's width in percent, ``signs`` what to ring in an empty cell."""

    name: str
    share: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Grid:
    """A table: rows written beforehand, then empty ones, each with a cell for every column.

    A cell that is "" is to be filled in, and has room for ``lines`` lines of handwriting.
    """

    text: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: int
    editorial: bool


@dataclass(frozen=True)
class Deck:
    """Cards to cut out, each as often as it is needed."""

    cards: tuple[Card, ...]
    editorial: bool


Block: TypeAlias = Heading | Paragraph | Bullets | Ticks | Blanks | Writing | Choice | Frame | Legend | Grid | Deck


@dataclass(frozen=True)
class TemplateSheet:
    """``title`` is what lists call it, ``heading`` what stands on the paper; ``use`` is for the screen only.

    ``suggestions`` are what the editors added to the source; ``marked`` tells whether some of it is marked on the paper, so that
    its foot explains the mark. Who read it last, and when, is for the screen only: residents are handed the paper.
    ``spreadsheet`` is the address of the table as a file for a spreadsheet, where there is one.
    """

    address: str
    listing: str
    id: str
    title: str
    heading: str
    summary: str
    audience: str
    draft: bool
    landscape: bool
    belongs: tuple[Label, ...]
    use: Blocks
    blocks: tuple[Block, ...]
    suggestions: tuple[str, ...]
    marked: bool
    citations: tuple[Cited, ...]
    version: str
    last_read: date
    reader: str
    spreadsheet: str | None


def template(record: Template, catalogue: Catalogue) -> TemplateSheet:
    """The sheet of a template."""
    return TemplateSheet(
        address=addresses.page(record),
        listing=addresses.listing("skabeloner"),
        id=record.id,
        title=record.title,
        heading=record.heading or record.title,
        summary=record.summary,
        audience=record.audience,
        draft=record.is_draft,
        landscape=record.landscape,
        belongs=belongs(record, catalogue),
        use=prose(record.sections.use, catalogue),
        blocks=tuple(map(_block, record.blocks)),
        suggestions=record.suggestions,
        marked=any(_is_marked(block) for block in record.blocks),
        citations=cited(record.sources, catalogue),
        version=record.version,
        last_read=record.reviewed,
        reader=record.reviewer,
        spreadsheet=addresses.spreadsheet(record) if record.spreadsheet else None,
    )


def _block(block: Written) -> Block:
    match block:
        case Table():
            percent = shares([WEIGHTS[column.width] for column in block.columns])
            cells = len(block.columns)
            return Grid(
                text=block.text,
                columns=tuple(
                    GridColumn(column.name, share, column.signs) for column, share in zip(block.columns, percent, strict=True)
                ),
                rows=(
                    *((*row, *("",) * (cells - len(row))) for row in block.rows),
                    *((("",) * cells,) * (block.empty or 0)),
                ),
                lines=block.lines,
                editorial=block.editorial,
            )
        case Cards():
            return Deck(tuple(card for card in block.cards for _ in range(card.copies)), block.editorial)
    return block


def _is_marked(block: Written) -> bool:
    match block:
        case Bullets() | Ticks():
            return block.editorial or any(item.editorial for item in block.items)
        case Cards():
            return block.editorial or any(card.editorial for card in block.cards)
    return block.editorial


def shares(weights: Sequence[int]) -> list[int]:
    """The weights as percent in whole steps that make a hundred; no share is less than a step."""
    steps = 100 // STEP
    result = [max(1, weight * steps // sum(weights)) for weight in weights]
    for index in sorted(range(len(weights)), key=lambda index: result[index] / weights[index])[: steps - sum(result)]:
        result[index] += 1
    return [share * STEP for share in result]
