"""The blocks of a sheet as the data that Typst sets on paper."""

from collections.abc import Iterable, Iterator

from ..language.words import _, marked
from ..records.template import Sign
from . import paper, sheet
from .nodes import Line
from .paper import Block, plain
from .says import MARK
from .sheet import Blocks

# The columns of a task, and how wide they are in percent.
COLUMNS = ((marked("Handling"), 55), (marked("Hvem"), 15), (marked("Hvornår"), 15), (marked("Note"), 15))
POCKET = ((marked("Handling"), 60), (marked("Hvem"), 20), (marked("Hvornår"), 20))
# How many cards to talk about a page has room for.
EIGHT = 8


def write(blocks: Blocks, address: str, site: str, pocket: bool = False) -> list[Block]:
    """Blocks of the sheet at the address; ``site`` is the address of the site. A ``pocket`` has room for fewer columns."""
    return list(_Writer(address, site, POCKET if pocket else COLUMNS).blocks(blocks))


class _Writer:
    def __init__(self, address: str, site: str, columns: tuple[tuple[str, int], ...]) -> None:
        self._page = paper.Writer(address, site, lambda words: [paper.text(words)], False)
        # The heading that lines stand below: what is written there is called.
        self._below = ""
        self._columns = [{"title": _(title), "width": width} for title, width in columns]

    def blocks(self, blocks: Blocks) -> Iterator[Block]:
        notes = 0
        for block in blocks:
            match block:
                case sheet.Leaf(look="seddel"):
                    # Two to a page.
                    yield from [{"kind": "break"}] if notes % 2 == 0 else []
                    notes += 1
                    yield self._leaf(block)
                case sheet.Part(hidden=True) | sheet.Hint() | sheet.Slides():
                    pass
                case sheet.Part(heading, below, look="care"):
                    yield {"kind": "frame", "blocks": [self._heading(heading), *self.blocks(below)]}
                case sheet.Part(heading, below):
                    yield self._heading(heading)
                    self._below = self._words(heading)
                    yield from self.blocks(below)
                case sheet.Heading(body, new_page):
                    yield from [{"kind": "break"}] if new_page else []
                    yield self._heading(body)
                case sheet.Together(below):
                    yield {"kind": "together", "blocks": list(self.blocks(below))}
                case sheet.Origin(below):
                    yield {"kind": "origin", "blocks": list(self.blocks(below))}
                case sheet.Large(body):
                    yield {"kind": "large", "body": self._page.line(body)}
                case sheet.Blanks(blanks, across, facts):
                    yield {"kind": "blanks", "names": self._names(blanks), "across": across, **({"facts": True} if facts else {})}
                case sheet.Leaf():
                    yield self._leaf(block)
                case sheet.Emblem(drawing):
                    yield {"kind": "emblem", "svg": drawing.svg, "described": drawing.described}
                case sheet.Ticks(ticks, across):
                    yield {"kind": "boxes", "items": [_said(tick) for tick in ticks], "across": across}
                case sheet.Tasks(tasks):
                    rows = [[_task(task), *("" for _ in self._columns[1:])] for task in tasks]
                    yield {"kind": "table", "columns": self._columns, "rows": rows}
                case sheet.Lines(count):
                    yield {"kind": "lines", "count": count, "name": self._below}
                case sheet.Ask(body, lines):
                    yield {"kind": "ask", "text": self._words(body), "lines": lines}
                case sheet.Questions(questions, lines):
                    yield {"kind": "questions", "items": [self._words(body) for body in questions], "lines": lines}
                case sheet.Choice(body, answers):
                    yield {"kind": "choice", "text": self._words(body), "answers": answers}
                case sheet.Frame(body, lines):
                    yield {"kind": "room", "text": self._words(body), "lines": lines}
                case sheet.Legend(meanings):
                    yield {"kind": "signs", "items": [{**_sign(sign), "text": self._words(body)} for sign, body in meanings]}
                case sheet.Table(caption):
                    yield {"kind": "prompt", "text": self._words(caption)}
                    yield _table(block)
                case sheet.Deck(cards, talk=True):
                    every = [{"topic": card.title, "question": self._words(card.body)} for card in cards]
                    yield from ({"kind": "cards", "cards": every[start : start + EIGHT]} for start in range(0, len(every), EIGHT))
                case sheet.Deck(cards):
                    yield {"kind": "deck", "cards": list(map(self._card, cards))}
                case _:
                    yield from self._page.blocks((block,))

    def _leaf(self, leaf: sheet.Leaf) -> Block:
        drawing = {"svg": leaf.drawing.svg, "described": leaf.drawing.described} if leaf.drawing else None
        blocks = list(self.blocks(leaf.blocks))
        return {"kind": "leaf", "look": leaf.look, "heading": leaf.heading, "drawing": drawing, "blocks": blocks}

    def _card(self, card: sheet.Card) -> Block:
        return {"title": card.title, "text": self._words(card.body), "names": self._names(card.blanks)}

    def _heading(self, body: Line) -> Block:
        return {"kind": "heading", "level": 2, "body": self._page.line(body), "id": None}

    def _names(self, blanks: Iterable[sheet.Blank]) -> list[str]:
        return [self._words(blank.name) for blank in blanks]

    def _words(self, body: Line) -> str:
        return plain(self._page.line(body))


def _task(task: sheet.Task) -> Block:
    return {"text": _starred(task.text, task.editorial), "note": task.note, "remember": task.remember}


def _said(tick: sheet.Tick) -> str:
    return _starred(tick.text, tick.editorial)


def _starred(words: str, editorial: bool) -> str:
    return f"{words}{MARK}" if editorial else words


def _table(table: sheet.Table) -> Block:
    """A table with what is written beforehand; an empty cell has its signs to ring, or room for its lines."""
    empty = [{"signs": list(map(_sign, column.signs))} if column.signs else {"room": table.lines} for column in table.columns]
    rows = [[words or room for words, room in zip(row, empty, strict=True)] for row in table.rows]
    return {"kind": "table", "columns": [{"title": column.name, "width": column.share} for column in table.columns], "rows": rows}


def _sign(sign: Sign) -> Block:
    return {"sign": sign.value, "word": sign.word}
