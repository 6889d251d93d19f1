"""Every file of the site, in one list that reads like a table of contents."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TypeVar

from . import addresses, headers, pages, render
from .collection import LISTED_BY, Catalogue, Shown
from .document.html import Page
from .document.nodes import Document
from .memory import TEXT, Form, Memory, nothing, to_json
from .model import Record, Template
from .problems import InvalidCatalogue, Origin, Problem
from .render import documents, find, place_map, plan, screen, search
from .render.paper import Paper, Press, Printed
from .render.press import key, press, proof
from .unexpected import about
from .views.book import book, last_review
from .views.checklist import Checklist, checklist
from .views.find import find as choices
from .views.glossary import glossary
from .views.guide import guide
from .views.lesson import Handout, cards, lesson, slides, worksheets
from .views.list_page import list_page
from .views.listing import Page as List
from .views.listing import (
    areas,
    examples,
    films,
    group,
    grouped,
    interventions,
    long_groups,
    methods,
    part,
    templates,
)
from .views.listing import pages as pages_of
from .views.place import area_page, example_page
from .views.place_map import place_map as map_of
from .views.prose import terms
from .views.register import register
from .views.search import everything, meanings
from .views.template import TemplateSheet, template

__all__ = ["Artefact", "Paper", "Press", "explained", "key", "press", "proof", "publish"]

S = TypeVar("S", Checklist, Handout, TemplateSheet)
W = TypeVar("W", Document, Checklist, TemplateSheet)
T = TypeVar("T")

# Files of text by their address.
FILES: Form[dict[str, bytes]] = Form(
    lambda files: to_json({uri: content.decode() for uri, content in files.items()}),
    lambda kept: {uri: text.encode() for uri, text in json.loads(kept).items()},
)

Near = Callable[[], Catalogue]
"""All that the pages of a record are made of, put together once, and not before somebody asks for one of them."""


@dataclass(frozen=True)
class Artefact:
    """A file of the site, made when somebody asks for its content.

    ``uri`` is its path from the site's root, ``source`` the file it was made from, if one. ``title`` and ``summary`` are what
    lists say of a page of the generator's; "" where none does. Its ``page`` is what a theme is laid around, its content the same
    as Markdown, for any other generator.
    """

    uri: str
    of: Callable[[], Catalogue] | None = field(compare=False, repr=False)
    make: Callable[[], bytes] = field(compare=False, repr=False)
    source: str | None = None
    title: str = ""
    summary: str = ""
    page: Callable[[], Page] | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        """A name for all that goes into it, but for the engine, the site's address and whether there are documents.

        "" where it costs nothing to make.
        """
        return self.of().digest if self.of else ""

    @property
    def content(self) -> bytes:
        with about(self.source):
            return self.make()


def publish(
    catalogue: Catalogue, site: str = "", press: Press | None = proof, at_once: bool = True, memory: Memory = nothing
) -> Sequence[Artefact]:
    """Every generated file of the site; the same catalogue gives the same bytes.

    ``site`` is the address the site will have, for what is printed; "" where nobody knows yet. ``press``
    makes the documents: without one, each is only its proof, the data it would be printed from; None leaves them out. They are
    printed ``at_once``, so that links to them say how large they are, or else when somebody asks for one; so too the index of the
    search, which has as many files as it needs, or else one. ``memory`` is asked before any of these is made. Raises
    InvalidCatalogue, before the first file, where two things claim one address, a page written by hand links to
    what is not there, or a document cannot be printed; one that is printed later raises it then.
    """
    around = {record.id: cache(partial(catalogue.around, record)) for record in catalogue.shown}
    papers = tuple(_papers(catalogue, around, site, memory)) if press else ()
    contents = press(papers) if press and at_once else [None] * len(papers)
    printed = [Printed(paper, press, content) for paper, content in zip(papers, contents, strict=True)] if press else []
    artefacts = tuple(_artefacts(catalogue, around, site, printed, at_once, memory))
    if problems := [*_collisions(catalogue, artefacts), *_dead_links(catalogue, artefacts)]:
        raise InvalidCatalogue(problems)
    return artefacts


def explained(page: str, title: str, uri: str, catalogue: Catalogue) -> str:
    """The Markdown of a page written by hand, its words and its publisher explained; ``uri`` is its path from the site's root."""
    return render.by_hand(page, uri, terms(title, catalogue), catalogue.publisher)


def _papers(catalogue: Catalogue, around: Mapping[str, Near], site: str, memory: Memory) -> Iterator[Paper]:
    """Every document, PDF and Word."""

    def remembered(paper: Paper, of: Near) -> Paper:
        return replace(paper, write=lambda: memory(f"paper {paper.address} {site} {of().digest}", paper.write, TEXT))

    for practice in catalogue.practices:
        near = around[practice.id]
        yield remembered(documents.guide(practice, partial(_seen, partial(guide, practice), near), site), near)
        for paper in documents.checklists(practice, partial(_seen, partial(checklist, practice), near), site):
            yield remembered(paper, near)
    for film in catalogue.films:
        near = around[film.id]
        yield remembered(documents.lesson(film, partial(_seen, partial(lesson, film), near), site), near)
        yield remembered(documents.worksheets(film, worksheets(film), site), near)
        yield remembered(documents.cards(film, cards(film), site), near)
    for form in catalogue.templates:
        near = around[form.id]
        for paper in documents.templates(form, partial(_seen, partial(template, form), near), site):
            yield remembered(paper, near)
    if reviewed := last_review(catalogue):
        yield remembered(documents.book(partial(book, catalogue), reviewed, site), partial(_same, catalogue))


def _seen(view: Callable[[Catalogue], W], near: Near) -> W:
    return view(near())


def _artefacts(
    catalogue: Catalogue, around: Mapping[str, Near], site: str, printed: Sequence[Printed], at_once: bool, memory: Memory
) -> Iterator[Artefact]:
    all_of_it = partial(_same, catalogue)
    beside: dict[str, list[Printed]] = {}
    for document in printed:
        for address in document.paper.beside:
            beside.setdefault(address, []).append(document)

    def written(
        address: str, near: Near, view: Callable[[], Document], source: str | None, title: str = "", summary: str = ""
    ) -> Artefact:
        """A page, for the theme and as Markdown."""
        documents = beside.get(address, ())
        return Artefact(
            address,
            near,
            lambda: render.markdown(view(), documents).encode(),
            source,
            title,
            summary,
            lambda: render.page(view(), documents),
        )

    def page(record: Shown, near: Near, view: Callable[[Catalogue], Document]) -> Artefact:
        """The page of a record."""
        return written(addresses.page(record), near, lambda: view(near()), record.path, record.title, record.summary)

    def long_list(
        address: str, view: Callable[[], List], entries: int, source: str, title: str, summary: str
    ) -> Iterator[Artefact]:
        """The pages of a list that goes on when it is long."""
        whole_list = cache(view)
        for number in range(1, pages_of(entries) + 1):
            called = f"{title}, side {number}" if number > 1 else title
            yield written(
                addresses.further(address, number), all_of_it, partial(_part, whole_list, number), source, called, summary
            )

    def records(name: str, view: Callable[[Catalogue], List], entries: int) -> Iterator[Artefact]:
        """The list of all records of a kind, or of all words of a vocabulary."""
        chapter = catalogue.chapter(name)
        return long_list(addresses.listing(name), partial(view, catalogue), entries, chapter.path, chapter.title, chapter.summary)

    def sheet(
        address: str,
        record: Shown,
        near: Near,
        view: Callable[[Catalogue], S],
        to_html: Callable[[S, str, Sequence[Printed]], str],
    ) -> Iterator[Artefact]:
        """A sheet, and the style of its foot: a style written into the page would be stopped by the site's headers."""
        documents = beside.get(address, ())
        yield Artefact(address, near, lambda: to_html(view(near()), site, documents).encode(), record.path)
        yield Artefact(addresses.foot(address), near, lambda: render.foot(view(near()), site).encode(), record.path)

    def whole(uri: str, make: Callable[[], bytes], source: str | None = None) -> Artefact:
        """A file made of the whole catalogue."""
        return Artefact(uri, all_of_it, make, source)

    def copied(uri: str, make: Callable[[], bytes], source: str | None = None) -> Artefact:
        """A file that is there already."""
        return Artefact(uri, None, make, source)

    yield from records("indsatser", interventions, len(catalogue.interventions))
    yield from records("metoder", methods, len(catalogue.methods))
    for practice in catalogue.practices:
        near = around[practice.id]
        yield page(practice, near, partial(guide, practice))
        to_tick = addresses.sheet(practice, "tjekliste")
        yield from sheet(to_tick, practice, near, partial(checklist, practice), render.checklist)
    yield from records("eksempler", examples, len(catalogue.examples))
    for example in catalogue.examples:
        near = around[example.id]
        yield page(example, near, partial(example_page, example))
    yield from records("omraader", areas, len(catalogue.areas))
    for area in catalogue.areas:
        near = around[area.id]
        yield page(area, near, partial(area_page, area))
    yield from records("undervisning", films, len(catalogue.films))
    for film in catalogue.films:
        near = around[film.id]
        yield page(film, near, partial(lesson, film))
        for worksheet in worksheets(film):
            yield from sheet(worksheet.address, film, near, partial(_made, worksheet), render.worksheet)
        yield from sheet(addresses.sheet(film, "samtalekort"), film, near, partial(_made, cards(film)), render.cards)
        yield from sheet(addresses.sheet(film, "dias"), film, near, partial(_made, slides(film)), render.slides)
    yield from records("skabeloner", templates, len(catalogue.templates))
    for form in catalogue.templates:
        near = around[form.id]
        yield from sheet(addresses.page(form), form, near, partial(template, form), render.template)
        if form.spreadsheet:
            yield Artefact(addresses.spreadsheet(form), near, partial(_rows, form, near), form.path)
    for name in LISTED_BY:
        yield from records(name, partial(grouped, name), 0)
        for value, count in long_groups(name, catalogue):
            word, chapter = catalogue.vocabulary.term(name, value), catalogue.chapter(name)
            title = f"{chapter.title}: {word.label}"
            view = partial(group, name, value, catalogue)
            yield from long_list(addresses.group(name, value), view, count, chapter.path, title, word.explanation)
    words_used = catalogue.chapter("ordliste")
    yield written(
        addresses.GLOSSARY, all_of_it, partial(glossary, catalogue), words_used.path, words_used.title, words_used.summary
    )
    for document in printed:
        yield copied(document.paper.address, document.read, document.paper.source)
    if catalogue.plan:
        drawn = map_of(catalogue.plan)
        yield written(drawn.address, all_of_it, partial(place_map.page, drawn), drawn.source)
        yield from (whole(*file) for file in place_map.artefacts(drawn, catalogue.plan))
    yield from (whole(*file) for file in plan.artefacts(catalogue, site))
    yield from (copied(*file) for file in screen.artefacts())
    yield written(addresses.FIND, all_of_it, lambda: find.page(choices(catalogue)), None)
    yield from (whole(*file) for file in find.artefacts(catalogue))
    found = cache(lambda: everything(catalogue))
    yield written(addresses.REGISTER, all_of_it, lambda: register(found()), None)
    yield written(addresses.SEARCH, all_of_it, search.page, None)
    yield from (whole(*file) for file in search.artefacts())
    if at_once:
        index = memory(f"index {catalogue.digest}", lambda: search.cut_index(found(), meanings(catalogue)), FILES)
        yield from (copied(uri, partial(_same, content)) for uri, content in index.items())
    else:
        yield whole(search.INDEX, lambda: search.whole_index(found(), meanings(catalogue)))
        yield whole(search.TEXT_OF_ALL, lambda: search.whole_text(found()))
    yield whole(addresses.CATALOGUE_DATA, lambda: _data(catalogue).encode())
    yield copied(addresses.HEADERS, lambda: headers.file().encode())
    yield copied(addresses.SHEET_STYLE, partial(render.asset, "sheet.css"))
    yield copied(addresses.SLIDES_STYLE, partial(render.asset, "dias.css"))
    yield copied(addresses.SLIDES_SCRIPT, partial(render.asset, "dias.js"))


def _part(whole: Callable[[], List], number: int) -> Document:
    return list_page(part(whole(), number))


def _same(thing: T) -> T:
    return thing


def _made(view: S, near: Catalogue) -> S:
    """A view that shows nothing of what is around its record."""
    return view


def _rows(form: Template, near: Near) -> bytes:
    return render.spreadsheet(template(form, near()))


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
    made = {artefact.uri: artefact.make if artefact.uri.endswith(".md") else bytes for artefact in artefacts}
    texts = {page: text.encode for page, text in catalogue.written.items()}
    return pages.dead_links(catalogue.written, dict.fromkeys(catalogue.pages, bytes) | made | texts)
