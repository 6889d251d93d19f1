"""The words of a sheet to print and fill in."""

from collections.abc import Iterable, Iterator

from ..catalogue import Catalogue
from ..document import sheet as blocks
from ..document.nodes import words
from ..document.sections import Part, is_sentence, parts
from ..records.template import Template
from ..views.prose import prose
from ..views.template import template


def sheet(record: Template, catalogue: Catalogue) -> tuple[Part]:
    """How the sheet of a template is used and what is on it; all of it at the top, since a sheet has no anchors."""
    view = template(record, catalogue)
    said = [text for text in _said((*view.blocks, *view.end)) if text]
    use = (part.text for part in parts(prose(record.sections.use, catalogue)))
    labels = [view.heading, record.audience, *(text for text in said if not is_sentence(text))]
    return (Part("", "", "\n".join([*use, *filter(is_sentence, said)]), "\n".join(labels)),)


def _said(told: Iterable[blocks.Block]) -> Iterator[str]:
    """Each text of the blocks."""
    for block in told:
        match block:
            case blocks.Part(heading=heading, blocks=within):
                yield words(heading)
                yield from _said(within)
            case blocks.Together(within):
                yield from _said(within)
            case blocks.Origin() | blocks.Hint() | blocks.Lines() | blocks.Tasks():
                # Where it is from, how it is printed, and room to write are nothing that it says.
                pass
            case blocks.Heading(body, _) | blocks.Large(body) | blocks.Ask(body, _) | blocks.Frame(body, _):
                yield words(body)
            case blocks.Blanks(blanks):
                yield from (words(blank.name) for blank in blanks)
            case blocks.Ticks(ticks):
                yield from (tick.text for tick in ticks)
            case blocks.Questions(questions):
                yield from map(words, questions)
            case blocks.Choice(body, answers):
                yield from (words(body), *answers)
            case blocks.Legend(meanings):
                yield from (words(meaning) for _, meaning in meanings)
            case blocks.Table(caption, columns, rows):
                yield from (words(caption), *(column.name for column in columns), *(cell for row in rows for cell in row))
            case blocks.Deck(cards) | blocks.Slides(cards):
                for card in dict.fromkeys(cards):
                    yield from (card.title, words(card.body), *(words(blank.name) for blank in card.blanks))
            case _:
                yield from (text for part in parts((block,)) for text in (*part.text.split("\n"), *part.labels.split("\n")))
