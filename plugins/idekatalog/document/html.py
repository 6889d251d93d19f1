"""A document as the page of a site: HTML, and what the theme around it asks for."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import TypedDict

from .. import addresses
from .download import Download, beside
from .nodes import (
    Also,
    Anchor,
    Block,
    Blocks,
    Break,
    Bullets,
    Card,
    Cards,
    Code,
    Document,
    Downloads,
    Drawing,
    Duties,
    Duty,
    Emphasis,
    Facts,
    Filter,
    Filtered,
    Html,
    Inline,
    Line,
    Look,
    Mark,
    Marked,
    Medium,
    Only,
    OnlyLine,
    Paragraph,
    Picture,
    Section,
    Steps,
    Strong,
    Term,
    Text,
    To,
    Web,
    words,
)
from .says import MARK, MARKED
from .terms import anchor

AT_ONCE = 4
"""How many pictures of a list a browser fetches at once; the others when they come near."""


class Heading(TypedDict):
    """An entry of the table of contents, as generators know it."""

    level: int
    id: str
    name: str
    children: "list[Heading]"


@dataclass(frozen=True)
class Page:
    """A page to be laid out: its fields, its HTML, and its table of contents, whose first entry is the title."""

    fields: dict[str, str]
    html: str
    contents: list[Heading]


def write(document: Document, downloads: Sequence[Download] = ()) -> Page:
    """The document as a page; ``downloads`` are the documents that stand beside it."""
    writer = Writer(document.address, downloads)
    fields = {"title": document.title, "description": document.summary, "kind": document.kind, "id": document.id}
    parts = [_heading(1, document.key, escape(document.title, quote=False)), *map(writer.block, document.blocks)]
    parts += [f'<script type="application/ld+json">{embedded(data)}</script>' for data in document.data]
    contents = _contents(document.blocks)
    return Page(
        {name: value for name, value in fields.items() if value},
        "\n".join(filter(None, parts)),
        [Heading(level=1, id=document.key, name=document.title, children=contents)],
    )


def embedded(value: object) -> str:
    """JSON that may stand in a script element or in front matter: no tag can begin or end in it."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


class Writer:
    """The blocks and lines of the page at an address."""

    def __init__(self, address: str, downloads: Sequence[Download]) -> None:
        self._address, self._downloads = address, downloads

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(body):
                return f"<p>{self.line(body)}</p>"
            case Bullets(items, loose):
                return self._list("ul", [self._item(item, loose) for item in items])
            case Steps(items, loose):
                return self._list("ol", [self._item(item, loose) for item in items])
            case Facts(rows):
                return self._list(
                    "ul", [f"<strong>{escape(name, quote=False)}:</strong> {self.line(said)}" for name, said in rows]
                )
            case Section(key, heading, blocks, level):
                return "\n".join([_heading(level, key, self.line(heading)), *filter(None, map(self.block, blocks))])
            case Downloads(lists):
                found = beside(self._downloads, self._address if lists else "")
                return self._list("ul", [self._download(download) for download in found]) if found else ""
            case Cards(cards, look, level):
                written = (self._card(card, look, level, number >= AT_ONCE) for number, card in enumerate(cards))
                return "\n".join([f'<ul class="{look.value}">', *written, "</ul>"])
            case Filtered(filters, cards):
                return self._filtered(filters, cards)
            case Duties(duties):
                return "\n".join(['<ol class="duties">', *map(self._duty, duties), "</ol>"])
            case Html(markup):
                return markup
            case Only(medium, blocks):
                return "\n".join(filter(None, map(self.block, blocks))) if medium is Medium.SCREEN else ""
            case Drawing():
                raise AssertionError("a drawing is for paper")

    def line(self, body: Line) -> str:
        return "".join(map(self._inline, body))

    def _inline(self, part: Inline) -> str:
        match part:
            case Text(text):
                return escape(text, quote=False)
            case To(address, body):
                return f'<a href="{escape(_link(self._address, address))}">{self.line(body)}</a>'
            case Strong(body):
                return f"<strong>{self.line(body)}</strong>"
            case Emphasis(body):
                return f"<em>{self.line(body)}</em>"
            case Term(text, _):
                return f'<a href="#{anchor(part)}">{escape(text, quote=False)}</a>'
            case Web(url, body):
                return f'<a href="{escape(url)}">{self.line(body)}</a>'
            case Marked():
                return f"<em>{MARKED}</em>"
            case Mark():
                return MARK
            case Break():
                return "<br>"
            case Anchor(key):
                return f'<span id="{key}"></span>'
            case Code(text):
                return f"<code>{escape(text, quote=False)}</code>"
            case Picture():
                return self._picture(part)
            case Also(page):
                return "".join(f" · {self._download(download)}" for download in beside(self._downloads, page))
            case OnlyLine(medium, body):
                # A page may be printed from the browser too; then the style leaves it out.
                return f'<span class="screen">{self.line(body)}</span>' if medium is Medium.SCREEN else ""

    def _picture(self, picture: Picture) -> str:
        size = ' width="{}" height="{}"'.format(*picture.size) if picture.size else ""
        late = ' loading="lazy"' if picture.late else ""
        address = escape(_link(self._address, picture.address))
        return f'<img alt="{escape(picture.described)}" src="{address}"{size}{late}>'

    def _card(self, card: Card, look: Look, level: int, late: bool) -> str:
        place, marks = f' id="{card.key}"' if card.key else "", "".join(f" {mark}" for mark in card.marks)
        drawn = self._picture(replace(card.picture, late=late)) if card.picture else ""
        lead = f'<span class="heard">{escape(card.lead, quote=False)} </span>' if card.lead else ""
        figures = "".join(
            f"<li><b>{escape(figure, quote=False)}</b> {escape(meaning, quote=False)}</li>" for figure, meaning in card.figures
        )
        rows = (
            f'<p class="over">{escape(card.over, quote=False)}</p>' if card.over else "",
            f"<h{level}>{self._inline(To(card.address, (Text(card.title),)))}</h{level}>",
            f"<p>{lead}{self.line(card.body)}</p>" if card.body else "",
            f'<ul class="figures">{figures}</ul>' if figures else "",
            f'<p class="note">{escape(card.note, quote=False)}</p>' if card.note else "",
            f'<p class="ways">{more}</p>' if (more := self._ways(card)) else "",
        )
        told = "".join(
            f'<li class="sign-{sign.name}"><span class="heard">{sign.label}: </span>{escape(sign.text, quote=False)}</li>'
            for sign in card.signs
        )
        signs = f'<ul class="signs">{told}</ul>' if told else ""
        # A sheet that nobody has printed is shown as an empty one.
        shown = f'<div class="pic ground-{card.ground}">{drawn}</div>' if drawn or look is Look.SHEET else ""
        return f'<li class="card{marks}"{place}>{shown}<div class="body">{"".join(rows)}</div>{signs}</li>'

    def _ways(self, card: Card) -> str:
        """The links of a card: what each says again of the title is only heard."""
        title = escape(card.title, quote=False)
        heard = f'><span class="heard">{title} som </span>'
        return self.line(card.more).removeprefix(" · ").replace(f">{title} som ", heard)

    def _filtered(self, filters: Sequence[Filter], cards: Cards) -> str:
        """The buttons, the cards, and behind them how many are to be seen, which the style counts."""
        count = sum("find" not in card.marks for card in cards.cards)
        script = escape(_link(self._address, addresses.LIST_SCRIPT))
        return "\n".join(
            [
                '<div class="filtered">',
                '<div class="filters">',
                *(_filter(number, one) for number, one in enumerate(filters, 1)),
                "</div>",
                self.block(cards),
                f'<p class="count">Viser <span></span> af {count}.</p>',
                f'<script type="module" src="{script}"></script>',
                "</div>",
            ]
        )

    def _duty(self, duty: Duty) -> str:
        drawn = self._picture(replace(duty.card.picture, late=True)) if duty.card.picture else ""
        over = f'<p class="over">{escape(duty.card.over, quote=False)}</p>' if duty.card.over else ""
        title = self._inline(To(duty.card.address, (Text(duty.card.title),)))
        phases = (
            f'<div class="phase-{look}"><h3>{name}</h3>{self._list("ul", list(map(self.line, steps)))}</div>'
            for look, name, steps in duty.phases
        )
        return "\n".join(
            [
                f'<li><div class="whose">{drawn}<div>{over}<h2>{title}</h2>',
                f'<p class="part part-{duty.look}">{duty.part}</p></div></div>',
                f'<p class="task">{self.line(duty.task)}</p>',
                *phases,
                "</li>",
            ]
        )

    def _download(self, download: Download) -> str:
        return self._inline(To(download.address, (Text(download.name),)))

    def _item(self, item: Blocks, loose: bool) -> str:
        if loose:
            return "".join(map(self.block, item))
        return "\n".join(self.line(block.body) if isinstance(block, Paragraph) else self.block(block) for block in item)

    def _list(self, tag: str, items: Sequence[str]) -> str:
        return "\n".join([f"<{tag}>", *(f"<li>{item}</li>" for item in items), f"</{tag}>"])


def _filter(number: int, one: Filter) -> str:
    """A filter as radio buttons: the style hides what the chosen one is not the mark of."""
    buttons = (
        f'<span><input type="radio" name="f{number}" id="f{number}-{place}"{"" if place else " checked"}>'
        f'<label for="f{number}-{place}">{escape(option, quote=False)}</label></span>'
        for place, option in enumerate((one.every, *one.options))
    )
    return f"<fieldset><legend>{escape(one.legend, quote=False)}</legend>{''.join(buttons)}</fieldset>"


def _heading(level: int, key: str, heading: str) -> str:
    # Only a mouse has a use for the anchor: it is not heard, and its sign is in the style.
    link = f'<a class="headerlink" href="#{key}" title="Link til afsnittet" aria-hidden="true" tabindex="-1"></a>'
    return f'<h{level} id="{key}">{heading}{link}</h{level}>'


def _contents(blocks: Blocks) -> list[Heading]:
    result: list[Heading] = []
    for block in blocks:
        if isinstance(block, Section):
            name = words(block.heading)
            result.append(Heading(level=block.level, id=block.key, name=name, children=_contents(block.blocks)))
        elif isinstance(block, Only) and block.medium is Medium.SCREEN:
            result += _contents(block.blocks)
    return result


_QUERY = re.compile(r"[?#]")


@lru_cache(maxsize=4096)
def _link(start: str, target: str) -> str:
    """The link as a browser follows it."""
    found = _QUERY.search(target)
    file, rest = (target[: found.start()], target[found.start() :]) if found else (target, "")
    return addresses.relative_path(start, file) + rest
