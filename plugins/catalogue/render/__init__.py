"""Views to text. Templates choose words; every fact in them comes from a view."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from babel.dates import format_date
from markupsafe import Markup

from .. import addresses
from ..model import Entry
from ..slug import slug
from ..views.checklist import Checklist
from ..views.glossary import Glossary
from ..views.guide import Guide
from ..views.lesson import Handout, Lesson
from ..views.listing import Page
from ..views.place import AreaPage, ExamplePage
from ..views.prose import Prose
from . import qr
from .markdown import Markdown, Words, address, literal, prose

_LOADER = jinja2.PackageLoader("catalogue.render")
_HERE = Path(__file__).parent


def guide(view: Guide) -> str:
    """A guide as Markdown, so that its headings reach any generator's table of contents and search."""
    return _markdown("guide.md.j2", view)


def page(view: Page) -> str:
    """A page with a list as Markdown."""
    return _markdown("page.md.j2", view)


def example(view: ExamplePage) -> str:
    """An example as Markdown."""
    return _markdown("example.md.j2", view)


def area(view: AreaPage) -> str:
    """A housing area as Markdown."""
    return _markdown("area.md.j2", view)


def glossary(view: Glossary) -> str:
    """The glossary as Markdown."""
    return _markdown("glossary.md.j2", view)


def lesson(view: Lesson) -> str:
    """A teacher's guide as Markdown."""
    return _markdown("lesson.md.j2", view)


def by_hand(page: str, address: str, glossary: tuple[Entry, ...]) -> str:
    """A Markdown page written by hand, with the words of the glossary it uses explained as on every other page."""
    words = Words(glossary)
    linked = words.explain(page)
    return f"{linked.rstrip()}\n\n{_render('words.md.j2', address, words)}"


def checklist(view: Checklist, site: str) -> str:
    """A checklist as a page of its own, made for A4. ``site`` is the site's address, "" where unknown."""
    return _sheet("checklist.html.j2", view, site)


def worksheet(view: Handout, site: str) -> str:
    """A pupils' sheet: one topic, with room to write."""
    return _sheet("worksheet.html.j2", view, site)


def cards(view: Handout, site: str) -> str:
    """Conversation cards, eight to a page, to cut out."""
    return _sheet("cards.html.j2", view, site)


def slides(view: Handout, site: str) -> str:
    """Slides for a classroom, one question each; printed, they are a handout."""
    return _sheet("slides.html.j2", view, site)


def foot(view: Checklist | Handout, site: str) -> str:
    """The style sheet that writes what a sheet is, and where it is from, at the foot of every printed page.

    CSS has no other way of putting a text of a page there, and a file of its own needs no inline style.
    """
    return _sheet("foot.css.j2", view, site)


def asset(name: str) -> bytes:
    """A style sheet or a script that the sheets share."""
    return (_HERE / "templates" / name).read_bytes()


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
    environment.filters |= {"date": _danish_date, "slug": slug}
    return environment


_HTML = _environment(autoescape=True)
_HTML.filters["css"] = _css_string
# In Markdown, whatever a template prints is text to show, unless it is Markdown already.
_MARKDOWN = _environment(finalize=lambda value: value if isinstance(value, Markdown) else literal(str(value)))
_MARKDOWN.filters |= {"json": _json, "markdown": Markdown, "address": address}


def _markdown(template: str, view: Guide | Page | ExamplePage | AreaPage | Glossary | Lesson) -> str:
    return _render(template, view.address, Words(getattr(view, "glossary", ())), view)


def _render(template: str, start: str, words: Words, view: object = None) -> str:
    def link(target: str) -> Markdown:
        return Markdown(addresses.relative(start, target))

    def section(part: Prose) -> Markdown:
        return prose(part.text, lambda id: link(part.targets[id]), lambda file: link(addresses.image(file)), words)

    return _MARKDOWN.get_template(template).render(
        view=view, link=link, prose=section, explained=words.literal, words=words, kind=lambda part: type(part).__name__
    )


def _sheet(template: str, view: Checklist | Handout, site: str) -> str:
    place = site.rstrip("/") + addresses.path(view.address)
    return _HTML.get_template(template).render(
        view=view,
        link=lambda target: addresses.relative_path(view.address, target),
        foot=addresses.sheet_style(view.address),
        place=place,
        # A code that leads to no site would be a dead end on paper.
        qr=_code(qr.modules(place)) if site else "",
    )


def _code(rows: tuple[tuple[bool, ...], ...]) -> Markup:
    """A QR code as an SVG element as large as its place, with the quiet zone of four modules that the standard asks for."""
    size = len(rows) + 8
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows, 4) for x, module in enumerate(row, 4) if module)
    return Markup('<svg viewBox="0 0 {0} {0}"><path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>').format(size, dark)
