"""The blocks of a sheet as HTML; the frame around them, and the programs that fill them in, know their classes and data."""

from collections.abc import Iterable, Sequence
from html import escape

from .. import addresses
from ..catalogue import Drawing
from ..language.words import _, marked
from ..records.template import Sign
from . import html, sheet
from .nodes import Line, Mark
from .says import MARK, MARKED
from .sheet import Block, Blocks
from .symbols import SIGNS

# The classes of blanks, by how many stand beside each other.
_ACROSS = {1: "blanks one", 2: "blanks two", 3: "blanks"}
_COLUMNS = (marked("Hvem"), marked("Hvornår"), marked("Note"))
_BOX = '<input type="checkbox">'


def write(blocks: Blocks, address: str) -> str:
    """Blocks of the sheet at the address. Cards to talk about are the items of a list that the frame begins and ends."""
    return _Writer(address).blocks(blocks)


class _Writer:
    def __init__(self, address: str) -> None:
        self._address = address
        self._page = html.Writer(address, ())
        self._line = self._page.line

    def blocks(self, blocks: Blocks) -> str:
        return _lines(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case sheet.Part(heading, below, key, look, hidden):
                opening = f'<section id="{key}" hidden>' if hidden else f'<section class="{look}">' if look else "<section>"
                anchor = f' id="{key}"' if key and not hidden else ""
                return _lines([opening, f"<h2{anchor}>{self._line(heading)}</h2>", self.blocks(below), "</section>"])
            case sheet.Heading(body, new_page):
                look = ' class="new-page"' if new_page else ""
                return f"<h2{look}>{self._line(body)}</h2>"
            case sheet.Together(below):
                return self.blocks(below)
            case sheet.Origin(below):
                return f'<div class="origin">\n{self.blocks(below)}\n</div>'
            case sheet.Hint(body):
                return f'<p class="screen">{self._line(body)}</p>'
            case sheet.Large(body):
                return f'<p class="large">{self._line(body)}</p>'
            case sheet.Blanks(blanks, across, facts):
                return self._blanks(blanks, across, " facts" if facts else "")
            case sheet.Ticks(ticks) if any(tick.key for tick in ticks):
                return _lines(["<ul>", *map(_kept, ticks), "</ul>"])
            case sheet.Ticks(ticks):
                return _list('<ul class="ticks">', (f"<label>{_BOX} <span>{_said(tick)}</span></label>" for tick in ticks))
            case sheet.Tasks(tasks, named):
                return self._tasks(tasks, named)
            case sheet.Lines(count, key):
                kept = f'<div data-hoved="{key}" data-slags="textarea"></div>' if key else ""
                return _lines([kept, *['<p class="line"></p>'] * count])
            case sheet.Ask(body, lines):
                return _lines(['<div class="ask">', self._prompt(body), *['<p class="line"></p>'] * lines, "</div>"])
            case sheet.Questions(questions, lines):
                return _list(
                    '<ol class="questions">', (self._line(body) + '<span class="line"></span>' * lines for body in questions)
                )
            case sheet.Choice(body, answers):
                boxes = (f"<label>{_BOX} <span>{_escaped(answer)}</span></label>" for answer in answers)
                return _lines(['<fieldset class="choice">', f"<legend>{self._line(body)}</legend>", *boxes, "</fieldset>"])
            case sheet.Frame(body, lines):
                return _lines(['<div class="frame">', self._prompt(body), *['<div class="room"></div>'] * lines, "</div>"])
            case sheet.Legend(meanings):
                return _list('<ul class="signs">', (f"{_sign(sign)}: {self._line(body)}" for sign, body in meanings))
            case sheet.Table():
                return self._table(block)
            case sheet.Deck(cards, talk=True):
                return _lines(self._card(card) for card in cards)
            case sheet.Deck(cards):
                # A card is heard once, however many of it are cut out.
                heard = zip(cards, (None, *cards), strict=False)
                return _lines(['<ul class="deck">', *(self._card(card, card == before) for card, before in heard), "</ul>"])
            case sheet.Emblem(drawing):
                return self._drawing(drawing, ' class="emblem"')
            case sheet.Leaf():
                return self._leaf(block)
            case sheet.Slides(slides):
                return _lines(self._slide(number, slides) for number in range(len(slides)))
            case _:
                return self._page.block(block)

    def _prompt(self, body: Line) -> str:
        return f'<p class="prompt">{self._line(body)}</p>'

    def _drawing(self, drawing: Drawing, look: str = "") -> str:
        address = addresses.relative_path(self._address, drawing.file)
        return f'<img{look} src="{escape(address)}" alt="{escape(drawing.described)}" width="240" height="150">'

    def _leaf(self, leaf: sheet.Leaf) -> str:
        """Its heading is one of a page whose own heading is what lists call it."""
        heard = ' aria-hidden="true"' if leaf.copy else ""
        drawing = self._drawing(leaf.drawing) if leaf.drawing else ""
        return _lines(
            [
                f'<div class="handout {leaf.look}"{heard}>',
                f'<div class="door"><h2>{_escaped(leaf.heading)}</h2>{drawing}</div>',
                self.blocks(leaf.blocks),
                '<p class="logos"></p>' if leaf.look != "seddel" else "",
                "</div>",
            ]
        )

    def _blanks(self, blanks: Iterable[sheet.Blank], across: int, look: str = "") -> str:
        return _lines([f'<dl class="{_ACROSS[across]}{look}">', *map(self._blank, blanks), "</dl>"])

    def _blank(self, blank: sheet.Blank) -> str:
        kept = f' data-hoved="{blank.key}" data-slags="{"date" if blank.date else "text"}"' if blank.key else ""
        return f"<div><dt>{self._line(blank.name)}</dt><dd{kept}></dd></div>"

    def _tasks(self, tasks: Iterable[sheet.Task], named: str) -> str:
        columns = "".join(f'<th scope="col">{_(name)}</th>' for name in _COLUMNS)
        return _lines(
            [
                f'<table class="tasks" aria-labelledby="{named}">',
                f'<thead><tr><th scope="col" class="action">{_("Handling")}</th>{columns}</tr></thead>',
                "<tbody>",
                *(_task(number, task) for number, task in enumerate(tasks, 1)),
                "</tbody>",
                "</table>",
            ]
        )

    def _table(self, table: sheet.Table) -> str:
        def cell(column: sheet.Column, words: str) -> str:
            room = " ".join(map(_sign, column.signs)) if column.signs else '<span class="room"></span>' * table.lines
            return f'<td data-column="{escape(column.name)}">{_escaped(words) or room}</td>'

        head = "".join(f'<th scope="col" class="w{column.share}">{_escaped(column.name)}</th>' for column in table.columns)
        rows = [line for row in table.rows for line in (_row(row), *map(cell, table.columns, row), "</tr>")]
        caption = f"<caption>{self._line(table.caption)}</caption>"
        return _lines(["<table>", caption, f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>"])

    def _card(self, card: sheet.Card, hidden: bool = False) -> str:
        kind = f'<p class="kind">{_escaped(card.title)}</p>' if card.title else ""
        blanks = self._blanks(card.blanks, 1) if card.blanks else ""
        opening = '<li aria-hidden="true">' if hidden else "<li>"
        return _lines([opening, kind, f'<p class="question">{self._line(card.body)}</p>', blanks, "</li>"])

    def _slide(self, place: int, slides: Sequence[sheet.Slide]) -> str:
        """A slide has its number as its address; the one before the first is the front."""
        slide, number, total = slides[place], place + 1, len(slides)
        items = _list('<ul class="said">', map(self._line, slide.items)) if slide.items else ""
        marked = Mark() in (*slide.title, *(part for item in slide.items for part in item))
        before = _("dias {n}").format(n=place) if place else _("forsiden")
        after = _("Næste: {dias}").format(dias=_("dias {n}").format(n=number + 1))
        called = _("Dias {n} af {alle}").format(n=number, alle=total)
        ways = [
            f'<a href="#dias-{place}" aria-label="{_("Forrige: {dias}").format(dias=before)}">{_("Forrige")}</a>',
            f'<span aria-hidden="true">{_("{n} af {alle}").format(n=f"<strong>{number}</strong>", alle=total)}</span>',
            f'<a href="#dias-{number + 1}" aria-label="{after}">{_("Næste")}</a>' if number < total else "",
        ]
        notes = "".join(f"<p><b>{_escaped(name)}</b> {_escaped(said)}</p>" for name, said in slide.notes)
        timed = " data-timed" if slide.timed else ""
        return _lines(
            [
                f'<section id="dias-{number}" tabindex="-1" aria-label="{called}"{timed}>',
                f'<p class="topic">{_escaped(slide.kind)}</p>' if slide.kind else "",
                f"<h2>{self._line(slide.title)}</h2>",
                items,
                f'<p class="marked">{MARK} {_(MARKED)}</p>' if marked else "",
                f'<aside class="notes" aria-label="{_("Noter til dias {n}").format(n=number)}">{notes}</aside>' if notes else "",
                f'<nav aria-label="{_("Skift fra dias {n}").format(n=number)}">{" ".join(filter(None, ways))}</nav>',
                "</section>",
            ]
        )


def _row(cells: Iterable[str]) -> str:
    return "<tr>" if any(cells) else '<tr class="empty">'


def _task(number: int, task: sheet.Task) -> str:
    """A row; one without words is to be written, and is known by its number."""
    note = f" <small>{_escaped(task.note)}</small>" if task.note else ""
    remember = f' <span class="husk">{_escaped(task.remember)}</span>' if task.remember else ""
    if task.text:
        about = f'data-tekst="{escape(task.text)}"'
        said = (
            f'{_BOX} <span><span id="trin-{task.key}">{_escaped(task.text)}</span>{_star(task.editorial)}{note}{remember}</span>'
        )
    else:
        about = f'data-eget="{number}"'
        said = f'<input type="checkbox" id="trin-{task.key}" aria-label="{_("Eget punkt {n}").format(n=number)}"> <span></span>'
    room = "".join(f'<td data-navn="{_(name)}"></td>' for name in _COLUMNS)
    return f'<tr data-punkt="{task.key}" {about}><th scope="row" class="action"><label>{said}</label></th>{room}</tr>'


def _kept(tick: sheet.Tick) -> str:
    """A box for programs that keep what is ticked."""
    return f'<li data-punkt="{tick.key}" data-tekst="{escape(tick.text)}"><label>{_BOX} {_said(tick)}</label></li>'


def _sign(sign: Sign) -> str:
    return f'<span class="sign">{SIGNS[sign]} {sign.word}</span>'


def _said(tick: sheet.Tick) -> str:
    return _escaped(tick.text) + _star(tick.editorial)


def _star(editorial: bool) -> str:
    return MARK if editorial else ""


def _list(opening: str, items: Iterable[str]) -> str:
    return _lines([opening, *(f"<li>{item}</li>" for item in items), f"</{opening[1:3]}>"])


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(filter(None, parts))


def _escaped(text: str) -> str:
    return escape(text, quote=False)
