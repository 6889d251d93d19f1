"""The words of a sheet to print and fill in, which is no document yet."""

from collections.abc import Iterator

from ..document.sections import Part, is_sentence, parts
from ..records.template import Blanks, Bullets, Choice, Frame, Heading, Legend, Paragraph, Ticks, Writing
from ..views.template import Block, Deck, Grid, TemplateSheet


def sheet(view: TemplateSheet) -> tuple[Part]:
    """How the sheet is used and what is on it; all of it at the top, since a sheet has no anchors."""
    said = [text for block in view.blocks for text in _said(block)]
    text = [*(part.text for part in parts(view.use)), *filter(is_sentence, said)]
    labels = [view.heading, view.audience, *(text for text in said if not is_sentence(text))]
    return (Part("", "", "\n".join(text), "\n".join(labels)),)


def _said(block: Block) -> Iterator[str]:
    """Each text of a block."""
    match block:
        case Heading(text=text) | Frame(text=text) | Paragraph(text=text) | Writing(text=text):
            yield text
        case Bullets(items=items) | Ticks(items=items):
            yield from (item.text for item in items)
        case Blanks(names=names):
            yield from names
        case Choice(text=text, answers=answers):
            yield from (text, *answers)
        case Legend(meanings=meanings):
            yield from (meaning.text for meaning in meanings)
        case Grid(text=text, columns=columns, rows=rows):
            yield from (text, *(column.name for column in columns), *(cell for row in rows for cell in row if cell))
        case Deck(cards=cards):
            for card in dict.fromkeys(cards):
                yield from (text for text in (card.title, card.text, *card.names) if text)
