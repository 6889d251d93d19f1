"""Views to text. Templates choose words; every fact in them comes from a view."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import jinja2
from babel.dates import format_date
from markdown_it import MarkdownIt
from markupsafe import Markup

from .. import addresses
from ..records.glossary import Entry
from ..records.parts import PageBasis
from ..records.practice import Step
from ..records.publisher import Publisher
from ..slug import slug
from ..views.book import Part, Written
from ..views.checklist import Checklist
from ..views.glossary import Glossary
from ..views.guide import Guide
from ..views.lesson import Handout, Lesson
from ..views.listing import Page
from ..views.place import AreaPage, ExamplePage
from ..views.prose import Prose
from ..views.register import Register
from ..views.template import Grid, TemplateSheet
from . import qr
from .markdown import Markdown, Words, address, literal, prose
from .paper import Printed

_LOADER = jinja2.PackageLoader("catalogue.render")
BROWSER = Path(__file__).parents[1] / "browser"
# A comment with lines of its own, types too: for those who work here, and nobody else need fetch it.
_COMMENT = re.compile(rb"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)


def guide(view: Guide, documents: Sequence[Printed] = ()) -> str:
    """A guide as Markdown, so that its headings reach any generator's table of contents and search."""
    return _markdown("guide.md.j2", view, documents)


def page(view: Page, documents: Sequence[Printed] = ()) -> str:
    """A page with a list as Markdown."""
    return _markdown("page.md.j2", view, documents)


def example(view: ExamplePage, documents: Sequence[Printed] = ()) -> str:
    """An example as Markdown."""
    return _markdown("example.md.j2", view, documents)


def area(view: AreaPage, documents: Sequence[Printed] = ()) -> str:
    """A housing area as Markdown."""
    return _markdown("area.md.j2", view, documents)


def glossary(view: Glossary, documents: Sequence[Printed] = ()) -> str:
    """The glossary as Markdown."""
    return _markdown("glossary.md.j2", view, documents)


def lesson(view: Lesson, documents: Sequence[Printed] = ()) -> str:
    """A teacher's guide as Markdown."""
    return _markdown("lesson.md.j2", view, documents)


def framed(template: str) -> Callable[[Any, Sequence[Printed]], str]:
    """What writes the view of a record's page as Markdown, through the template of the name."""
    return partial(_markdown, template)


def on_paper(view: Part) -> tuple[str, str]:
    """The address of a page and its Markdown, without what only a screen needs."""
    if isinstance(view, Written):
        return view.path, view.text
    return view.address, _markdown(_ON_PAPER[type(view)], view, screen=False)


def register(view: Register) -> str:
    """The register from A to Å as Markdown."""
    return _markdown("register.md.j2", view, ())


# Where a page written by hand says who publishes it: a comment, so that whoever does not know it shows nothing.
PUBLISHER_HERE = "<!-- udgiver -->"


def by_hand(page: str, address: str, glossary: tuple[Entry, ...], publisher: Publisher) -> str:
    """A Markdown page written by hand, with the words of the glossary it uses explained as on every other page.

    ``<!-- udgiver -->`` becomes the publisher.
    """
    words = Words(glossary)
    linked = words.explain(page).replace(PUBLISHER_HERE, _MARKDOWN.get_template("publisher.md.j2").render(publisher=publisher))
    return f"{linked.rstrip()}\n\n{_render('words.md.j2', address, words)}"


def checklist(view: Checklist, site: str, documents: Sequence[Printed] = ()) -> str:
    """A checklist as a page of its own, made for A4. ``site`` is the site's address, "" where unknown."""
    return _sheet("checklist.html.j2", view, site, documents)


def worksheet(view: Handout, site: str, documents: Sequence[Printed] = ()) -> str:
    """A pupils' sheet: one topic, with room to write."""
    return _sheet("worksheet.html.j2", view, site, documents)


def cards(view: Handout, site: str, documents: Sequence[Printed] = ()) -> str:
    """Conversation cards, eight to a page, to cut out."""
    return _sheet("cards.html.j2", view, site, documents)


def slides(view: Handout, site: str, documents: Sequence[Printed] = ()) -> str:
    """Slides for a classroom, one question each; printed, they are a handout."""
    return _sheet("slides.html.j2", view, site, documents)


def template(view: TemplateSheet, site: str, documents: Sequence[Printed] = ()) -> str:
    """A template as a page of its own, made for A4."""
    return _sheet("template.html.j2", view, site, documents)


def spreadsheet(view: TemplateSheet) -> bytes:
    """The table of a template as Danish Excel opens it with a double click.

    There the comma is in numbers, so a semicolon parts the cells; and without a byte order mark Excel takes
    the file for Windows-1252 and shows "Ã¥" for "å". Its empty rows are left out: a spreadsheet has its own. A cell that would
    be a formula is text: https://owasp.org/www-community/attacks/CSV_Injection
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    for block in view.blocks:
        if isinstance(block, Grid):
            rows = [[column.name for column in block.columns], *(row for row in block.rows if any(row))]
            writer.writerows(map(_cell, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A text as a cell that a spreadsheet shows and never reckons with, whatever the sign before it."""
    first = text.lstrip()[:1]
    return f"'{text}" if unicodedata.normalize("NFKC", first) in ("=", "+", "-", "−", "@") else text


def foot(view: Checklist | Handout | TemplateSheet, site: str) -> str:
    """The style sheet that writes what a sheet is, and where it is from, at the foot of every printed page.

    CSS has no other way of putting a text of a page there, and a file of its own needs no inline style.
    """
    return _sheet("foot.css.j2", view, site)


def asset(name: str) -> bytes:
    """A file of ``browser/`` as it is published: a style sheet as it stands, a program without its comments."""
    content = (BROWSER / name).read_bytes()
    return _COMMENT.sub(b"", content) if name.endswith(".js") else content


BASIS = {
    PageBasis.PRINTED: "",
    PageBasis.COUNTED: " (sidetallet er talt op fra de trykte)",
    PageBasis.REFERENCED: " (inspirationskataloget henviser selv til siden)",
    PageBasis.RANGE: " (teksten ligger inden for disse sider)",
    PageBasis.UNKNOWN: " (uden sidetal)",
}


# What follows a text on a sheet that is the editors' suggestion; the foot says what it means.
MARK = "*"


class Markable(Protocol):
    """What may be the editors' suggestion."""

    @property
    def editorial(self) -> bool: ...


def mark(*parts: Markable) -> str:
    """The mark of what is printed on a sheet, where it or what it is part of is the editors' suggestion."""
    return MARK if any(part.editorial for part in parts) else ""


def notes(step: Step, role: str | None) -> str:
    """What is said small after a step: whether it may be left out, which time it is taken, and by whom."""
    return " · ".join(filter(None, ("hvis I vil" if step.skippable else "", step.occasion and step.occasion.word, role)))


def _danish_date(value: date) -> Markdown:
    # No markup in it, and "22." begins no list where a template puts it.
    return Markdown(format_date(value, "long", locale="da"))


def _css_string(text: str) -> str:
    """A text as a CSS string: whatever could end the string, the style or the element is escaped."""
    return '"' + "".join(c if c.isalnum() or c in " .,-/:·" else f"\\{ord(c):06x}" for c in text) + '"'


def _json(value: object) -> Markdown:
    """JSON that may stand in a script element or in front matter: no tag can begin or end in it."""
    text = json.dumps(value, ensure_ascii=False)
    return Markdown(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _environment(**options: Any) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=_LOADER,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )
    environment.filters |= {"date": _danish_date, "slug": slug, "basis": BASIS.__getitem__}
    environment.globals |= {"mark": mark, "notes": notes}
    return environment


_HTML = _environment(autoescape=True)
_HTML.filters["css"] = _css_string
# In Markdown, whatever a template prints is text to show, unless it is Markdown already.
_MARKDOWN = _environment(finalize=lambda value: value if isinstance(value, Markdown) else literal(str(value)))
_MARKDOWN.filters |= {"json": _json, "markdown": Markdown, "address": address}


_ON_PAPER: dict[type, str] = {
    Guide: "guide.md.j2",
    Page: "page.md.j2",
    ExamplePage: "example.md.j2",
    AreaPage: "area.md.j2",
    Glossary: "glossary.md.j2",
    Lesson: "lesson.md.j2",
}


def _markdown(
    template: str,
    view: Any,
    documents: Sequence[Printed] = (),
    screen: bool = True,
) -> str:
    return _render(template, view.address, Words(getattr(view, "glossary", ())), view, documents, screen)


def _render(
    template: str,
    start: str,
    words: Words,
    view: object = None,
    documents: Sequence[Printed] = (),
    screen: bool = True,
) -> str:
    def link(target: str) -> Markdown:
        return Markdown(addresses.relative(start, target))

    def section(part: Prose) -> Markdown:
        return prose(part.text, lambda id: link(part.targets[id]), lambda file: link(addresses.image(file)), words)

    return _MARKDOWN.get_template(template).render(
        view=view,
        link=link,
        prose=section,
        explained=words.literal,
        words=words,
        kind=lambda part: type(part).__name__,
        documents=documents,
        screen=screen,
    )


def _sheet(template: str, view: Checklist | Handout | TemplateSheet, site: str, documents: Sequence[Printed] = ()) -> str:
    place = site.rstrip("/") + addresses.path(view.address)

    def link(target: str) -> str:
        return addresses.relative_path(view.address, target)

    def section(part: Prose) -> str:
        # Written anew from its tree, so that no markup but our own is in it.
        text = prose(part.text, lambda id: link(part.targets[id]), lambda file: link(addresses.image(file)))
        return str(MarkdownIt().render(text))

    return _HTML.get_template(template).render(
        view=view,
        documents=documents,
        link=link,
        prose=section,
        kind=lambda part: type(part).__name__,
        foot=addresses.foot(view.address),
        place=place,
        canonical=bool(site),
        # A code that leads to no site would be a dead end on paper.
        qr=_code(qr.modules(place)) if site else "",
    )


def _code(rows: tuple[tuple[bool, ...], ...]) -> Markup:
    """A QR code as an SVG element as large as its place, with the quiet zone of four modules that the standard asks for."""
    size = len(rows) + 8
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows, 4) for x, module in enumerate(row, 4) if module)
    return Markup('<svg viewBox="0 0 {0} {0}"><path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>').format(size, dark)
