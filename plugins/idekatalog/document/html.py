"""A document as the page of a site: HTML, and what the theme around it asks for."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import accumulate, count
from typing import TypedDict
from urllib.parse import quote

from .. import addresses
from ..language.words import _
from .download import Download, beside
from .nodes import (
    Also,
    Anchor,
    Block,
    Blocks,
    Break,
    Bullets,
    Callout,
    Card,
    Cards,
    Chips,
    Code,
    Columns,
    Document,
    Downloads,
    Drawing,
    Duties,
    Duty,
    Emphasis,
    Fact,
    Facts,
    Filter,
    Filtered,
    Html,
    Inline,
    Lane,
    Lanes,
    Line,
    Look,
    Mark,
    Marked,
    Medium,
    Minutes,
    Numbers,
    Only,
    OnlyLine,
    Opening,
    Paragraph,
    Picture,
    Procedure,
    Run,
    Section,
    Share,
    Signs,
    Step,
    Steps,
    Stretch,
    Strong,
    Style,
    Switch,
    Term,
    Text,
    To,
    Toolbar,
    Voice,
    Web,
    arranged,
    words,
)
from .says import MARK, MARKED, length
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


def write(document: Document, downloads: Sequence[Download] = (), site: str = "", printed: bool = True) -> Page:
    """The document as a page; ``downloads`` are the documents that stand beside it.

    ``site`` is the address of the site, for what is shared; "" where nobody knows. A page with an ``Opening`` is made of bands as
    wide as the window, each with a wrap of its own. Where nothing is
    ``printed``, there is no picture of the first page of a sheet.
    """
    writer = Writer(document.address, downloads, document.title, site, printed)
    fields = {"title": document.title, "description": document.summary, "kind": document.kind, "id": document.id}
    title = _heading(1, document.key, escape(document.title, quote=False))
    match document.blocks:
        case (Opening() as opening, *rest):
            parts = [writer.opening(title, opening), *map(writer.band, rest)]
        case blocks:
            parts = [title, *map(writer.block, blocks)]
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

    def __init__(
        self, address: str, downloads: Sequence[Download], title: str = "", site: str = "", printed: bool = True
    ) -> None:
        self._address, self._downloads, self._title, self._printed = address, downloads, title, printed
        self._hatches = count(1)
        self._shared = f"{site.rstrip('/')}{addresses.path(address)}" if site else ""

    def opening(self, title: str, opening: Opening) -> str:
        """The head of a page: its title and what stands below, and beside them the rest."""
        beside = f'\n<div class="opening__beside">\n{self._blocks(opening.beside)}\n</div>' if opening.beside else ""
        return f'<div class="wrap opening">\n<div>\n{title}\n{self._blocks(opening.blocks)}\n</div>{beside}\n</div>'

    def band(self, block: Block) -> str:
        """A part of a page as wide as the window."""
        match block:
            case Toolbar():
                return self._toolbar(block)
            case Only(medium, blocks):
                return "\n".join(map(self.band, blocks)) if medium is Medium.SCREEN else ""
        return f'<div class="wrap band">\n{self.block(block)}\n</div>'

    def _blocks(self, blocks: Blocks) -> str:
        return "\n".join(filter(None, map(self.block, blocks)))

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
            case Section(style=Style.FOLD):
                return self._fold(block)
            case Section(key, heading, blocks, level, style):
                inside = f"{_heading(level, key, self.line(heading))}\n{self._blocks(blocks)}"
                return f'<section class="panel panel--{style.value}">\n{inside}\n</section>' if style else inside
            case Downloads(lists):
                found = beside(self._downloads, self._address if lists else "")
                return self._list("ul", [self._download(download) for download in found]) if found else ""
            case Cards(cards, look, level):
                written = (self._card(card, look, level, number >= AT_ONCE) for number, card in enumerate(cards))
                return "\n".join([f'<ul class="{look.value}">', *written, "</ul>"])
            case Filtered(filters, cards):
                return self._filtered(filters, cards)
            case Duties(duties, plan):
                return "\n".join([self._acts(plan), '<ol class="duties">', *map(self._duty, duties), "</ol>"])
            case Html(markup):
                return markup
            case Only(medium, blocks):
                return self._blocks(blocks) if medium is Medium.SCREEN else ""
            case Opening(blocks, aside):
                return self._blocks((*blocks, *aside))
            case Toolbar():
                return self._toolbar(block)
            case Columns(side_by_side, timeline):
                inner = "\n".join(f"<div>\n{self._blocks(column)}\n</div>" for column in side_by_side)
                return f'<div class="{"timeline" if timeline else "abreast"}">\n{inner}\n</div>'
            case Switch():
                return self._switch(block)
            case Callout(name, body):
                return f'<p class="callout"><strong>{escape(name, quote=False)}</strong> {self.line(body)}</p>'
            case Chips(name, items, certain):
                chips = "".join(f"<li>{self.line(item)}</li>" for item in items)
                known = f'<strong>{escape(name, quote=False)}</strong> <ul class="chips">{chips}</ul>'
                return f'<div class="named{"" if certain else " named--unsure"}">{known}</div>'
            case Signs(signs):
                return "\n".join(['<dl class="facts">', *map(self._fact, signs), "</dl>"])
            case Procedure(runs):
                return "\n".join(map(self._run, runs))
            case Lanes(columns=names, rows=lanes):
                heads = "".join(f'<th scope="col">{escape(name, quote=False)}</th>' for name in (_("Rolle"), *names))
                inner = "\n".join(self._lane(lane, names) for lane in lanes)
                return f'<table class="lanes"><thead><tr>{heads}</tr></thead>\n<tbody>\n{inner}\n</tbody></table>'
            case Minutes():
                return self._minutes(block)
            case Share():
                return self._share(block)
            case Numbers(items):
                return f'<ul class="numbers">{self._numbers(items)}</ul>'
            case Voice(who, says):
                return f'<p class="voice"><strong>{escape(who, quote=False)}</strong> {escape(says, quote=False)}</p>'
            case Drawing():
                raise AssertionError("a drawing is for paper")

    def _fold(self, section: Section) -> str:
        beside = f" <span>{escape(section.note, quote=False)}</span>" if section.note else ""
        summary = f"<summary><h{section.level}>{self.line(section.heading)}</h{section.level}>{beside}</summary>"
        # The anchor is in what is folded: so a browser that is led to it opens it.
        return f'<details class="fold">{summary}\n<div id="{section.key}">\n{self._blocks(section.blocks)}\n</div></details>'

    def _fact(self, fact: Fact) -> str:
        more = f" <small>{self.line(fact.more)}</small>" if fact.more else ""
        said = f"<dt>{escape(fact.name, quote=False)}</dt> <dd>{self.line(fact.said)}{more}</dd>"
        return f'<div class="sign sign-{fact.sign}">{said}</div>'

    def _toolbar(self, bar: Toolbar) -> str:
        actions = (
            f'<a class="btn{"" if number == 0 else " ghost"} sign-{sign}" href="{escape(_link(self._address, to.address))}">'
            f"{self.line(to.body)}</a>"
            for number, (sign, to) in enumerate(bar.actions)
        )
        files = "".join(f"<li>{self._download(download)}</li>" for download in self._downloads)
        fetch = _menu("hent", _("Hent"), f"<ul>{files}</ul>") if files else ""
        # Where nobody knows the address of the site, the script asks the browser.
        mail = f"mailto:?subject={quote(self._title)}" + (f"&body={quote(self._shared)}" if self._shared else "")
        share = (
            f'<label class="screen">{_("Sidens adresse")} <input readonly value="{escape(self._shared)}"></label> '
            f'<a class="btn ghost screen" href="{escape(mail)}">{_("Send som mail")}</a>'
        )
        parts = "".join(f'<li><a href="#{key}">{escape(name, quote=False)}</a></li>' for key, name in bar.parts)
        ways = f'\n<nav class="screen" aria-label="{_("På siden")}"><ul>{parts}</ul></nav>' if parts else ""
        return (
            f'<div class="bar"><div class="wrap">\n<div class="acts">\n{" ".join(actions)}\n'
            f'<button class="btn ghost screen sign-print" type="button" data-print>{_("Print")}</button>\n{fetch}\n'
            f"{_menu('del', _('Del'), share)}\n</div>{ways}\n</div></div>\n"
            f'<script type="module" src="{escape(_link(self._address, addresses.TOOLBAR_SCRIPT))}"></script>'
        )

    def _switch(self, switch: Switch) -> str:
        # The name of the group of buttons is the page's own: there is one switch on it.
        choices = "".join(
            f'<label><input type="radio" name="vis"{"" if number else " checked"}>{escape(name, quote=False)}</label>'
            for number, (name, _) in enumerate(switch.views)
        )
        views = "\n".join(f'<div class="view">\n{self._blocks(view)}\n</div>' for _, view in switch.views)
        legend = f"<legend>{escape(switch.name, quote=False)}</legend>"
        return f'<div class="switch"><fieldset class="screen">{legend}{choices}</fieldset>\n{views}\n</div>'

    def _minutes(self, lesson: Minutes) -> str:
        """A drawn line, which the list below tells in words. Its sizes are attributes: a style of its own would be stopped."""
        hatch = f"skraa-{next(self._hatches)}"
        open_ones = sum(one.minutes is None for one in lesson.stretches)
        # What nobody knows is drawn all the same, where the others leave it no room.
        wide = [one.minutes or max(lesson.rest / open_ones, lesson.total / 9) for one in lesson.stretches]
        starts = list(accumulate(wide, initial=0))
        drawn = "".join(
            _stretch(one, 100 * start / starts[-1], 100 * width / starts[-1], hatch)
            for one, start, width in zip(lesson.stretches, starts, wide, strict=False)
        )
        lines = '<path d="M0 12 12 0M-3 3 3-3M9 15 15 9" class="hatch"/>'
        pattern = f'<pattern id="{hatch}" width="12" height="12" patternUnits="userSpaceOnUse">{lines}</pattern>'
        told = [
            f"<b>{length(one)}</b> <span>{self.line(one.action)}"
            + "".join(f" <small><b>{name}:</b> {escape(said, quote=False)}</small>" for name, said in one.more)
            + "</span>"
            for one in lesson.stretches
        ]
        bar = f'<svg class="minutes" width="100%" height="76" aria-hidden="true"><defs>{pattern}</defs>{drawn}</svg>'
        return f'<div class="lesson">\n{bar}\n{self._list("ol", told)}\n</div>'

    def _share(self, share: Share) -> str:
        copy = f'<button class="btn ghost" type="button" data-copy>{_("Kopiér")}</button>'
        rows = [f"<p><b>{name}</b> <span data-said>{escape(said, quote=False)}</span> {copy}</p>" for name, said in _told(share)]
        rows += [f"<p>{self._inline(link)} {copy}</p>" for link in share.links]
        said = '<p class="heard" role="status" data-copied></p>'
        return "\n".join(['<div class="share screen">', *rows, said, "</div>"])

    def _run(self, run: Run) -> str:
        who = f'<p class="who">{escape(run.who, quote=False)}</p>\n' if run.who else ""
        first = run.steps[0].number
        start = f' start="{first}"' if first != 1 else ""
        return f'{who}<ol class="steps"{start}>\n' + "\n".join(map(self._step, run.steps)) + "\n</ol>"

    def _step(self, step: Step) -> str:
        said = self.line(step.action) + _notes(step)
        opened = ' class="optional"' if step.optional else ""
        if not step.detail:
            return f"<li{opened}><p>{said}</p></li>"
        return f"<li{opened}><details><summary>{said}</summary> <p>{self.line(step.detail)}</p></details></li>"

    def _lane(self, lane: Lane, columns: Sequence[str]) -> str:
        unsure = "" if lane.certain else " tag--unsure"
        presence = f' <span class="tag{unsure}">{escape(lane.presence, quote=False)}</span>' if lane.presence else ""
        told = f"<b>{self.line(lane.who)}</b>{presence}{f' <span>{escape(lane.task, quote=False)}</span>' if lane.task else ''}"
        if not any(lane.cells):
            return f'<tr><th scope="row" colspan="{1 + len(columns)}">{told}</th></tr>'
        cells = "".join(
            f'<td data-column="{escape(name)}">{"".join(self._in_lane(steps))}</td>'
            for name, steps in zip(columns, lane.cells, strict=True)
        )
        return f'<tr><th scope="row">{told}</th>{cells}</tr>'

    def _in_lane(self, steps: Sequence[Step]) -> Iterator[str]:
        if steps:
            yield "<ol>"
            for step in steps:
                opened = ' class="optional"' if step.optional else ""
                yield f'<li value="{step.number}"{opened}><span>{self.line(step.action)}{_notes(step)}</span></li>'
            yield "</ol>"

    def _numbers(self, items: Iterable[tuple[str, str]]) -> str:
        return "".join(
            f"<li><b>{escape(number, quote=False)}</b> {escape(meaning, quote=False)}</li>" for number, meaning in items
        )

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
                return f"<em>{_(MARKED)}</em>"
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
        seen = card.picture and (self._printed or look is not Look.SHEET)
        drawn = self._picture(replace(card.picture, late=late)) if card.picture and seen else ""
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
        again = _("{navn} som {slags}").partition("{slags}")[0].format(navn=title)
        before, after = f'<span class="heard">{again}</span>', f'<span class="heard">: {title}</span>'
        said = self.line(card.more).removeprefix(" · ")
        return said.replace(f">{again}", f">{before}").replace(f": {title}<", f"{after}<")

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
                f'<p class="count">{_("Viser {antal} af {alle}.").format(antal="<span></span>", alle=count)}</p>',
                f'<script type="module" src="{script}"></script>',
                "</div>",
            ]
        )

    def _acts(self, plan: str) -> str:
        """What one can do with all of it: print it, where a script can, and plan with it."""
        put = f'<a class="btn ghost" href="{escape(_link(self._address, plan))}">{_("Læg i min plan")}</a>'
        script = escape(_link(self._address, addresses.TOOLBAR_SCRIPT))
        return (
            f'<p class="acts screen"><button class="btn" type="button" data-print>{_("Print")}</button> {put}</p>\n'
            f'<script type="module" src="{script}"></script>'
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
    link = f'<a class="headerlink" href="#{key}" title="{_("Link til afsnittet")}" aria-hidden="true" tabindex="-1"></a>'
    return f'<h{level} id="{key}">{heading}{link}</h{level}>'


def _menu(sign: str, name: str, inside: str) -> str:
    """What opens below a button of the toolbar."""
    summary = f'<summary class="btn ghost sign-{sign}">{name}</summary>'
    return f'<details class="menu">{summary}<div>{inside}</div></details>'


def _stretch(one: Stretch, start: float, wide: float, hatch: str) -> str:
    """A part of the line of minutes, hatched where nobody knows how long it takes."""
    place = f'x="{start:.2f}%" width="{max(wide - 0.4, 0.1):.2f}%" height="100%" rx="6"'
    over = "" if one.minutes else f'<rect {place} fill="url(#{hatch})"/>'
    inside = f"{start + 1:.2f}%"
    top, below = (str(one.minutes), "min") if one.minutes else ("?", "")
    return (
        f'<rect {place} class="{one.look}"/>{over}<text x="{inside}" y="30" class="long">{top}</text>'
        f'<text x="{inside}" dx="{0.95 * len(top) + 0.3:.2f}em" y="30" class="unit">{below}</text>'
        f'<text x="{inside}" y="56" class="what">{escape(one.short, quote=False)}</text>'
    )


def _told(share: Share) -> Iterator[tuple[str, str]]:
    yield _("Titel"), share.title
    yield _("Tekst"), share.text


def _notes(step: Step) -> str:
    return f" <small>{escape(step.notes, quote=False)}</small>" if step.notes else ""


def _contents(blocks: Blocks) -> list[Heading]:
    result: list[Heading] = []
    for block in arranged(blocks):
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
