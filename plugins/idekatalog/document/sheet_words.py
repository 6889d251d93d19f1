"""The blocks of a sheet as the words on it, for search."""

from collections.abc import Iterable, Iterator

from . import sheet
from .nodes import words
from .sections import parts


def write(blocks: Iterable[sheet.Block]) -> Iterator[str]:
    """Each text of the blocks, those within others too, in the order of the sheet."""
    for block in blocks:
        match block:
            case sheet.Part(heading=heading, blocks=within):
                yield words(heading)
                yield from write(within)
            case sheet.Together(within):
                yield from write(within)
            case sheet.Leaf(copy=True) | sheet.Emblem():
                pass
            case sheet.Leaf(heading=called, blocks=within):
                yield called
                yield from write(within)
            case sheet.Origin() | sheet.Hint() | sheet.Lines() | sheet.Tasks():
                # Where it is from, how it is printed, and room to write are nothing that it says.
                pass
            case sheet.Heading(body, _) | sheet.Large(body) | sheet.Ask(body, _) | sheet.Frame(body, _):
                yield words(body)
            case sheet.Blanks(blanks):
                yield from (words(blank.name) for blank in blanks)
            case sheet.Ticks(ticks):
                yield from (tick.text for tick in ticks)
            case sheet.Questions(questions):
                yield from map(words, questions)
            case sheet.Choice(body, answers):
                yield from (words(body), *answers)
            case sheet.Legend(meanings):
                yield from (words(meaning) for _, meaning in meanings)
            case sheet.Table(caption, columns, rows):
                yield from (words(caption), *(column.name for column in columns), *(cell for row in rows for cell in row))
            case sheet.Slides(slides):
                for slide in slides:
                    yield from (slide.kind, words(slide.title), *map(words, slide.items))
            case sheet.Deck(cards):
                for card in dict.fromkeys(cards):
                    yield from (card.title, words(card.body), *(words(blank.name) for blank in card.blanks))
            case _:
                yield from (text for part in parts((block,)) for text in (*part.text.split("\n"), *part.labels.split("\n")))
