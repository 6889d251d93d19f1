"""Every file of the site, in one list that reads like a table of contents."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import addresses, headers, pages, render
from .collection import Catalogue
from .model import Record
from .problems import InvalidCatalogue, Origin, Problem
from .render import documents, place_map, plan, screen, search
from .render import find as find_files
from .render.paper import Paper, Printed
from .render.press import Press, key, press, proof
from .views.book import book
from .views.checklist import Checklist, checklist
from .views.find import find
from .views.glossary import Glossary, glossary
from .views.guide import Guide, guide
from .views.lesson import Handout, Lesson, cards, lesson, slides, worksheets
from .views.listing import (
    Page,
    areas,
    by_challenge,
    by_level,
    by_model_part,
    by_resource,
    by_role,
    by_target_group,
    by_theme,
    examples,
    films,
    interventions,
    methods,
    templates,
)
from .views.place import AreaPage, ExamplePage, area_page, example_page
from .views.prose import explained as words
from .views.register import Register, register
from .views.search import everything, meanings
from .views.template import TemplateSheet, template

__all__ = ["Artefact", "Paper", "Press", "explained", "key", "press", "proof", "publish"]

V = TypeVar("V", Guide, Page, ExamplePage, AreaPage, Glossary, Lesson, Register)
S = TypeVar("S", Checklist, Handout, TemplateSheet)


@dataclass(frozen=True)
class Artefact:
    """A file of the site: its path from the site's root, its bytes, and the file it was made from, if one."""

    uri: str
    content: bytes
    source: str | None = None


def publish(catalogue: Catalogue, site: str = "", press: Press | None = proof) -> Iterator[Artefact]:
    """Every generated file of the site; the same catalogue gives the same bytes.

    ``site`` is the address the site will have, for what is printed; "" where nobody knows yet. ``press``
    makes the documents: without one, each is only its proof, the data it would be printed from; None leaves them out. Raises
    InvalidCatalogue, before the first file, where two things claim one address or a page written by hand links to
    what is not there.
    """
    papers = tuple(_papers(catalogue, site)) if press else ()
    printed = tuple(map(Printed, papers, press(papers))) if press else ()
    artefacts = tuple(_artefacts(catalogue, site, printed))
    if problems := [*_collisions(catalogue, artefacts), *_dead_links(catalogue, artefacts)]:
        raise InvalidCatalogue(problems)
    return iter(artefacts)


def explained(page: str, title: str, uri: str, catalogue: Catalogue) -> str:
    """The Markdown of a page written by hand, its words and its publisher explained; ``uri`` is its path from the site's root."""
    return render.by_hand(page, uri, words(title, catalogue), catalogue.publisher)


def _papers(catalogue: Catalogue, site: str) -> Iterator[Paper]:
    """Every document, PDF and Word."""
    for practice in catalogue.practices:
        yield documents.guide(guide(practice, catalogue), site)
        yield from documents.checklists(checklist(practice, catalogue), site)
    for film in catalogue.films:
        yield documents.lesson(lesson(film, catalogue), site)
        yield documents.worksheets(worksheets(film), site)
        yield documents.cards(cards(film), site)
    for record in catalogue.templates:
        yield from documents.templates(template(record, catalogue), site)
    if whole := book(catalogue):
        yield documents.book(whole, site)


def _artefacts(catalogue: Catalogue, site: str, printed: Sequence[Printed]) -> Iterator[Artefact]:
    def page(view: V, to_markdown: Callable[[V, Sequence[Printed]], str]) -> Artefact:
        return Artefact(view.address, to_markdown(view, beside(view.address)).encode(), view.source)

    def sheet(view: S, to_html: Callable[[S, str, Sequence[Printed]], str]) -> Iterator[Artefact]:
        """A sheet, and the style of its foot: a style written into the page would be stopped by the site's headers."""
        yield Artefact(view.address, to_html(view, site, beside(view.address)).encode(), view.source)
        yield Artefact(addresses.foot(view.address), render.foot(view, site).encode(), view.source)

    def beside(address: str) -> Sequence[Printed]:
        return [document for document in printed if address in document.paper.beside]

    yield page(interventions(catalogue), render.page)
    yield page(methods(catalogue), render.page)
    for practice in catalogue.practices:
        yield page(guide(practice, catalogue), render.guide)
        yield from sheet(checklist(practice, catalogue), render.checklist)
    yield page(examples(catalogue), render.page)
    for example in catalogue.examples:
        yield page(example_page(example, catalogue), render.example)
    yield page(areas(catalogue), render.page)
    for area in catalogue.areas:
        yield page(area_page(area, catalogue), render.area)
    yield page(films(catalogue), render.page)
    for film in catalogue.films:
        yield page(lesson(film, catalogue), render.lesson)
        for worksheet in worksheets(film):
            yield from sheet(worksheet, render.worksheet)
        yield from sheet(cards(film), render.cards)
        yield from sheet(slides(film), render.slides)
    yield page(templates(catalogue), render.page)
    for record in catalogue.templates:
        form = template(record, catalogue)
        yield from sheet(form, render.template)
        if form.spreadsheet:
            yield Artefact(form.spreadsheet, render.spreadsheet(form), form.source)
    for view in (by_theme, by_target_group, by_role, by_challenge, by_resource, by_model_part, by_level):
        yield page(view(catalogue), render.page)
    yield page(glossary(catalogue), render.glossary)
    for document in printed:
        yield Artefact(document.paper.address, document.content, document.paper.source)
    if catalogue.plan:
        yield from (Artefact(*file) for file in place_map.artefacts(catalogue.plan))
    yield from (Artefact(*file) for file in plan.artefacts(catalogue, site))
    yield from (Artefact(*file) for file in screen.artefacts())
    yield from (Artefact(*file) for file in find_files.artefacts(find(catalogue)))
    found = everything(catalogue)
    yield page(register(found), render.register)
    yield from (Artefact(*file) for file in search.artefacts(found, meanings(catalogue)))
    yield Artefact(addresses.CATALOGUE_DATA, _data(catalogue).encode())
    yield Artefact(addresses.HEADERS, headers.file().encode())
    yield Artefact(addresses.SHEET_STYLE, render.asset("sheet.css"))
    yield Artefact(addresses.SLIDES_STYLE, render.asset("dias.css"))
    yield Artefact(addresses.SLIDES_SCRIPT, render.asset("dias.js"))


def _data(catalogue: Catalogue) -> str:
    """All records under the keys their authors write, for whoever wants to build something else of them."""
    kinds: dict[str, tuple[Record, ...]] = {
        "indsatser": catalogue.interventions,
        "metoder": catalogue.methods,
        "eksempler": catalogue.examples,
        "omraader": catalogue.areas,
        "film": catalogue.films,
        "skabeloner": catalogue.templates,
    }
    data = {
        kind: [{"id": record.id, **record.model_dump(mode="json", by_alias=True, exclude_none=True)} for record in records]
        for kind, records in kinds.items()
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _collisions(catalogue: Catalogue, artefacts: Sequence[Artefact]) -> Iterator[Problem]:
    """A problem for every address that two files claim, at the second of them."""
    claimed: dict[str, str] = {}
    for uri, file in [(artefact.uri, artefact.source or artefact.uri) for artefact in artefacts] + [
        (page, f"content/{page}") for page in catalogue.pages
    ]:
        first = claimed.setdefault(addresses.path(uri), file)
        if first != file:
            yield Problem(
                Origin(file, 1), "fil", f"vil have adressen {addresses.path(uri)}, som {first} har", "giv filen et andet navn"
            )


def _dead_links(catalogue: Catalogue, artefacts: Sequence[Artefact]) -> Iterator[Problem]:
    made = {artefact.uri: artefact.content.decode() if artefact.uri.endswith(".md") else "" for artefact in artefacts}
    return pages.dead_links(catalogue.written, dict.fromkeys(catalogue.pages, "") | made | dict(catalogue.written))
