"""Views to text. Templates choose words; every fact in them comes from a view."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import jinja2
from markupsafe import Markup

from .. import addresses
from ..catalogue import Edition
from ..document import html, sheet_html, symbols
from ..document import markdown as to_markdown
from ..document.download import Download
from ..document.nodes import Blocks, Document, Html, To, words
from ..document.sheet import Blocks as SheetBlocks
from ..document.sheet import Sheet, Table
from ..document.terms import Terms
from ..language import words as language
from ..paper import qr
from ..paper.paper import Printed
from ..reading.markers import PUBLISHER_HERE
from ..records.publisher import Publisher
from ..views.publisher import reached

_LOADER = jinja2.PackageLoader("idekatalog.frames")
BROWSER = Path(__file__).parents[1] / "browser"
# A comment with lines of its own, types too: for those who work here, and nobody else need fetch it.
_COMMENT = re.compile(rb"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
# No text in a program is of several lines: a test sees to that.
_INDENT = re.compile(rb"^[ \t]+", re.MULTILINE)


def page(view: Document, documents: Sequence[Printed] = (), site: str = "", printed: bool = True) -> html.Page:
    """A page of the site, for the theme around it; ``documents`` stand beside it, ``site`` is its address, "" where unknown.

    Where nothing is ``printed``, no sheet has a picture of its first page.
    """
    return html.write(view, tuple(map(_download, documents)), site, printed)


def markdown(view: Document, documents: Sequence[Printed] = ()) -> str:
    """A page as Markdown, for any other generator."""
    return to_markdown.write(view, tuple(map(_download, documents)))


def _download(document: Printed) -> Download:
    extent = f" ({document.extent})" if document.extent else ""
    paper = document.paper
    return Download(
        paper.address, language._("{navn} som {slags}").format(navn=paper.name, slags=document.kind) + extent, paper.beside[0]
    )


def by_hand(page: str, address: str, terms: Terms, publisher: Publisher) -> str:
    """A Markdown page written by hand, with the words of the glossary it uses explained as on every other page.

    ``<!-- udgiver -->`` becomes the publisher.
    """
    linked = with_publisher(terms.explain(page), address, publisher)
    return f"{linked.rstrip()}\n\n{to_markdown.blocks(terms.section(), address)}\n"


def with_publisher(page: str, address: str, publisher: Publisher) -> str:
    """The Markdown of a page written by hand with the publisher where it is to be told."""
    return page.replace(PUBLISHER_HERE, to_markdown.blocks((reached(publisher),), address))


def found_at(address: str, site: str) -> Blocks:
    """Where a page is found, for whoever has it on paper: its address and a code; nothing where nobody knows the address."""
    if not site:
        return ()
    place = site.rstrip("/") + addresses.path(address)
    code = Markup('<p class="found-at"><span class="qr" aria-hidden="true">{}</span>{}</p>')
    return (Html(code.format(_code(qr.modules(place)), place)),)


def sheet(view: Sheet, edition: Edition, documents: Sequence[Printed] = ()) -> html.Page:
    """A sheet as a page for the theme around it, which prints the sheet alone."""
    return sheet_page(view.title, view.summary, _framed(f"{view.kind}.html.j2", view, edition, documents))


def sheet_page(title: str, summary: str, written: str) -> html.Page:
    """What is ``written`` as a page that is printed by itself."""
    contents = [html.Heading(level=1, id="", name=title, children=[])]
    return html.Page({"title": title, "description": summary, "kind": "ark"}, written, contents)


def alone(page: html.Page, address: str, back: To, site: str, style: str = "") -> str:
    """A page that is printed by itself, where no theme is laid around it: as plain as HTML is, and whole all the same.

    ``style`` is the address of the colours and measures it is shown in, if one.
    """
    return _HTML.get_template("alone.html.j2").render(
        page=page,
        written=Markup(page.html),
        back=words(back.body),
        to=addresses.relative_path(address, back.address),
        canonical=site and site.rstrip("/") + addresses.path(address),
        style=style and addresses.relative_path(address, style),
    )


def show(view: Sheet, edition: Edition) -> str:
    """Slides, which fill a screen of their own."""
    return _framed("slides.html.j2", view, edition)


def spreadsheet(view: Sheet) -> bytes:
    """The table of a template as Danish Excel opens it with a double click.

    There, and in Norwegian and Swedish, the comma is in numbers, so a semicolon parts the cells; and without a byte order mark
    Excel takes the file for Windows-1252 and shows "Ã¥" for "å". Its empty rows are left out: a spreadsheet has its own. A cell
    that would be a formula is text: https://owasp.org/www-community/attacks/CSV_Injection
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if language.code() == "en" else ";")
    for block in view.whole:
        if isinstance(block, Table):
            rows = [[column.name for column in block.columns], *(row for row in block.rows if any(row))]
            writer.writerows(map(_cell, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A text as a cell that a spreadsheet shows and never reckons with, whatever the sign before it."""
    first = text.lstrip()[:1]
    return f"'{text}" if unicodedata.normalize("NFKC", first) in ("=", "+", "-", "−", "@") else text


def foot(view: Sheet, edition: Edition) -> str:
    """The style sheet that writes what a sheet is, and where it is from, at the foot of every printed page.

    CSS has no other way of putting a text of a page there, and a file of its own needs no inline style.
    """
    return _framed("foot.css.j2", view, edition)


def asset(name: str) -> bytes:
    """A file of ``browser/`` as it is published: a program or a style sheet without its comments and the space around it."""
    content = (BROWSER / name).read_bytes()
    if name.endswith(".js"):
        return _INDENT.sub(b"", _COMMENT.sub(b"", content))
    return bare(content.decode()).encode() if name.endswith(".css") else content


def bare(style: str) -> str:
    """A style sheet with what a browser needs of it: no comment, no space around a brace. A tenth of a page."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\s*([{};])\s*", r"\1", style).strip() + "\n"


def _css_string(text: str) -> str:
    """A text as a CSS string: whatever could end the string, the style or the element is escaped."""
    return '"' + "".join(c if c.isalnum() or c in " .,-/:·" else f"\\{ord(c):06x}" for c in text) + '"'


_HTML = jinja2.Environment(
    loader=_LOADER,
    undefined=jinja2.StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_HTML.filters["css"] = _css_string
_HTML.globals |= {"HEART": Markup(symbols.HEART), "STAR": Markup(symbols.STAR)}
_HTML.globals |= {"_": language._, "plural": language.plural, "language": language.code}


def _framed(template: str, view: Sheet, edition: Edition, documents: Sequence[Printed] = ()) -> str:
    place = edition.site.rstrip("/") + addresses.path(view.address)

    def link(target: str) -> str:
        return addresses.relative_path(view.address, target)

    def written(blocks: SheetBlocks) -> Markup:
        return Markup(sheet_html.write(blocks, view.address))

    return _HTML.get_template(template).render(
        view=view,
        back=words(view.back.body),
        documents=documents,
        link=link,
        written=written,
        foot=addresses.foot(view.address),
        place=place,
        edition=edition,
        canonical=bool(edition.site),
        # A code that leads to no site would be a dead end on paper.
        qr=_code(qr.modules(place)) if edition.site else "",
    )


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules begins, the quiet zone before it, and how wide it is."""
    place = 4
    for dark, modules in groupby(row):
        wide = sum(1 for _ in modules)
        if dark:
            yield place, wide
        place += wide


def _code(rows: tuple[tuple[bool, ...], ...]) -> Markup:
    """A QR code as an SVG element as large as its place, with the quiet zone of four modules that the standard asks for."""
    size = len(rows) + 8
    dark = "".join(f"M{x} {y}h{wide}v1h-{wide}z" for y, row in enumerate(rows, 4) for x, wide in _runs(row))
    return Markup('<svg viewBox="0 0 {0} {0}"><path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>').format(size, dark)
