"""A template: a sheet to fill in or hand out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import addresses
from ..catalogue import Catalogue, Drawing
from ..document import sheet
from ..document.nodes import Block, Medium, OnlyLine, Strong, bullets, join, line, only, paragraph
from ..document.sheet import Blank, Column, Deck, Origin, Sheet, Tick
from ..language.words import _
from ..reading.text import sentence
from ..records import template as written
from ..records.kinds import kind_of
from ..records.template import Layout, Template, Width
from . import parts
from .latest import latest
from .listing import belongs
from .parts import Markable, mark, to
from .prose import prose

WEIGHTS = {Width.NARROW: 2, Width.NORMAL: 3, Width.WIDE: 6}
# Shares are told in steps, so that a style sheet can have a class for each.
STEP = 5
# How many fields stand beside each other.
ACROSS = {Width.NARROW: 3, Width.NORMAL: 2, Width.WIDE: 1}


@latest
def template(record: Template, catalogue: Catalogue) -> Sheet:
    """The sheet of a template."""
    marked = bool(mark(*(part for block in record.blocks for part in _parts(block))))
    blocks = tuple(block for one in record.blocks for block in _blocks(one, record))
    drawing = _drawing(record, catalogue)
    if record.layout:
        blocks = tuple(_handed_out(blocks, record, record.layout, drawing))
    elif drawing:
        blocks = (sheet.Emblem(drawing), *blocks)
    body = blocks[: len(blocks) - _last(blocks)]
    return Sheet(
        kind="template",
        address=addresses.page(record),
        id=record.id,
        title=record.title,
        summary=record.summary,
        # What is handed out has a heading of its own.
        heading=record.title if record.layout else record.heading or record.title,
        back=to(addresses.listing("skabeloner"), _("Alle skabeloner")),
        imprint=parts.imprint(record, marked),
        marked=marked,
        opening=(
            *parts.draft_notice(record.is_draft),
            only(Medium.SCREEN, *_what(record, catalogue)),
            only(Medium.SCREEN, *_use(record, catalogue)),
        ),
        blocks=body,
        end=(*blocks[len(body) :], *_origin(record, catalogue)),
        landscape=record.landscape,
        others=tuple(to(addresses.page(other), other.title) for other in catalogue.handed_out_with(record)),
    )


def _what(record: Template, catalogue: Catalogue) -> Iterator[Block]:
    """What it is, and whose words, for the screen only: residents are handed the paper."""
    yield paragraph(Strong(line(record.summary)))
    audience = _("Skabelon til: {audience}").format(audience=sentence(record.audience)) + " " if record.audience else ""
    if record.belongs:
        yield paragraph(f"{audience}{_('Hører til:')} ", *parts.labels(belongs(record, catalogue)), ".")
    elif audience:
        yield paragraph(audience.strip())
    if record.suggestions:
        yield paragraph(_("Redaktionens forslag: {list}").format(list=" ".join(record.suggestions)))
    if record.spreadsheet:
        yield paragraph(to(addresses.spreadsheet(record), _("Hent tabellen som regneark (CSV)")))


def _use(record: Template, catalogue: Catalogue) -> Iterator[Block]:
    """What one must know before printing it, for the screen only, where it is folded."""
    if record.sections.use:
        yield from prose(record.sections.use, catalogue)
    yield paragraph(_("Gennemgået {date}.").format(date=parts.read_through(record)))


def _origin(record: Template, catalogue: Catalogue) -> Iterator[Origin]:
    if not record.sources:
        return
    sources = join("; ", (parts.cited(citation, catalogue) for citation in record.sources))
    # On a screen the footer says so.
    licence = catalogue.publisher.licence
    said = [OnlyLine(Medium.PAPER, line(" " + _("Tekst: {licens}.").format(licens=licence)))] if licence else []
    yield Origin((paragraph(f"{_('Kilde:')} ", *sources, ".", *said),))


def _drawing(record: Template, catalogue: Catalogue) -> Drawing | None:
    """What is drawn at its head: what it asks for, or what there is of the first that it belongs to."""
    if record.drawing:
        return catalogue.drawings.get(record.drawing)
    first = catalogue.by_id[record.belongs[0]] if record.belongs else None
    return catalogue.drawing(kind_of(first).address, first.id) if first else None


def _handed_out(blocks: sheet.Blocks, record: Template, layout: Layout, drawing: Drawing | None) -> Iterator[sheet.Block]:
    """The blocks as leaves: one with its own heading, and one for each note to leave at a door.

    The first blanks beside each other say when and where.
    """
    notes = tuple(block for block in blocks if isinstance(block, Deck) and layout is Layout.DOOR)
    first = next((block for block in blocks if isinstance(block, sheet.Blanks) and block.across == ACROSS[Width.NORMAL]), None)
    said = tuple(replace(block, facts=True) if block is first else block for block in blocks if block not in notes)
    yield sheet.Leaf(layout.value, record.heading or record.title, drawing, said)
    for note in notes:
        for number, card in enumerate(note.cards):
            inside = (sheet.Large(card.body), sheet.Blanks(card.blanks, ACROSS[Width.NORMAL], facts=True))
            yield sheet.Leaf("seddel", card.title, drawing, inside, copy=card in note.cards[:number])


def _last(blocks: sheet.Blocks) -> int:
    """How many blocks it ends with: a heading and its block, or a block; not the cards or the table that are the sheet itself."""
    match blocks:
        case (*_, Deck()):
            return 0
        case (*_, sheet.Heading(), _):
            return 2
        case (*_, sheet.Table() | sheet.Leaf()):
            return 0
    return 1


def _blocks(block: written.Block, record: Template) -> Iterator[sheet.Block]:
    match block:
        case written.Heading():
            yield sheet.Heading(line(block.text, *mark(block)), block.new_page)
        case written.Paragraph():
            said = line(block.text, *mark(block))
            yield sheet.Large(said) if block.large else paragraph(*said)
        case written.Bullets():
            yield bullets(line(item.text, *mark(block, item)) for item in block.items)
        case written.Ticks():
            ticks = tuple(Tick(item.text, block.editorial or item.editorial) for item in block.items)
            yield sheet.Ticks(ticks, across=3 if record.landscape else 2)
        case written.Blanks():
            yield sheet.Blanks(tuple(Blank(line(name, *mark(block))) for name in block.names), ACROSS[block.width])
        case written.Writing():
            yield sheet.Ask(line(block.text, *mark(block)), block.lines)
        case written.Choice():
            yield sheet.Choice(line(block.text, *mark(block)), block.answers)
        case written.Frame():
            yield sheet.Frame(line(block.text, *mark(block)), block.lines)
        case written.Legend():
            yield sheet.Legend(tuple((meaning.sign, line(meaning.text, *mark(block))) for meaning in block.meanings))
        case written.Table():
            yield _table(block)
        case written.Cards():
            yield Deck(tuple(_card(card, block) for card in block.cards for _ in range(card.copies)))


def _table(table: written.Table) -> sheet.Table:
    cells = len(table.columns)
    percent = shares([WEIGHTS[column.width] for column in table.columns])
    columns = (Column(column.name, share, column.signs) for column, share in zip(table.columns, percent, strict=True))
    rows = ((*row, *("",) * (cells - len(row))) for row in (*table.rows, *((),) * (table.empty or 0)))
    return sheet.Table(line(table.text, *mark(table)), tuple(columns), tuple(rows), table.lines)


def _card(card: written.Card, deck: written.Cards) -> sheet.Card:
    return sheet.Card(card.title or "", line(card.text, *mark(deck, card)), tuple(Blank(line(name)) for name in card.names))


def _parts(block: written.Block) -> Iterator[Markable]:
    """Whatever of it may be the editors' suggestion."""
    yield block
    match block:
        case written.Bullets() | written.Ticks():
            yield from block.items
        case written.Cards():
            yield from block.cards


def shares(weights: Sequence[int]) -> list[int]:
    """The weights as percent in whole steps that make a hundred; no share is less than a step."""
    steps = 100 // STEP
    result = [max(1, weight * steps // sum(weights)) for weight in weights]
    for index in sorted(range(len(weights)), key=lambda index: result[index] / weights[index])[: steps - sum(result)]:
        result[index] += 1
    return [share * STEP for share in result]
