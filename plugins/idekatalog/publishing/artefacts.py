"""Every file of the site, in one list that reads like a table of contents."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, TypeVar

from pydantic_core import to_json

from .. import addresses, frames
from ..catalogue import LISTED_BY, Catalogue, Edition
from ..checking import links
from ..frames import compare, find, place_map, plan, screen
from ..language.words import _
from ..paper import documents
from ..paper.bundle import bundle
from ..paper.paper import Livery, Paper, Press, Printed
from ..paper.press import is_installed, key, press, proof
from ..reading.memory import TEXT, Form, Memory, nothing
from ..reading.problems import InvalidCatalogue, Origin, Problem
from ..records.area import Area
from ..records.example import Example
from ..records.film import Film
from ..records.kinds import KINDS, SHOWN
from ..records.look import Palette
from ..records.practice import Intervention, Method, Practice
from ..records.record import Titled
from ..records.template import Template
from ..search import page as search
from ..search.register import register
from ..search.words import called, everything, meanings
from ..views.book import book, last_review
from ..views.checklist import checklist
from ..views.compare import compared
from ..views.find import find as choices
from ..views.glossary import glossary
from ..views.guide import guide
from ..views.handouts import handouts
from ..views.label import tags
from ..views.lesson import lesson
from ..views.listing import group, grouped, listed
from ..views.listing import words as words_of
from ..views.parts import to
from ..views.place import area_page, example_page
from ..views.place_map import place_map as map_of
from ..views.plan import action_plan, planned
from ..views.prose import terms
from ..views.start import first_words, start_page
from ..views.template import template
from . import headers
from .site import Artefact, Near, Site, copied, of

__all__ = ["Artefact", "Paper", "Press", "explained", "is_installed", "key", "press", "proof", "publish"]

G = TypeVar("G")

# Files of text by their address.
FILES: Form[dict[str, bytes]] = Form(
    lambda files: to_json({uri: content.decode() for uri, content in files.items()}),
    lambda kept: {uri: text.encode() for uri, text in json.loads(kept).items()},
)


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
    edition = catalogue.edition(site)
    around = {record.id: cache(partial(catalogue.around, record)) for record in catalogue.shown}
    palette = catalogue.look.palette
    livery = Livery(palette.light, catalogue.logo)
    papers = tuple(replace(paper, livery=livery) for paper in _papers(catalogue, around, edition, memory)) if press else ()
    contents = press(papers) if press and at_once else [None] * len(papers)
    printed = [Printed(paper, press, content) for paper, content in zip(papers, contents, strict=True)] if press else []
    if press is not proof:
        printed += _bundles(catalogue, printed)
    contents_of_site = _contents(Site(catalogue, around, edition, printed, memory), at_once)
    artefacts = tuple(_painted(artefact, palette) for artefact in contents_of_site)
    if problems := [*_collisions(catalogue, artefacts), *_dead_links(catalogue, artefacts)]:
        raise InvalidCatalogue(problems)
    return artefacts


def explained(page: str, title: str, uri: str, catalogue: Catalogue) -> str:
    """The Markdown of a page written by hand, its words and its publisher explained; ``uri`` is its path from the site's root."""
    return frames.by_hand(page, uri, terms(title, catalogue), catalogue.publisher)


# What is published of each record, a function a kind: its files, and its documents.


def _guide(record: Practice, site: Site) -> Iterator[Artefact]:
    yield replace(site.page(record, guide), tags=tags(record, site.catalogue))
    yield from site.sheet(record, addresses.sheet(record, "tjekliste"), checklist)
    near = site.around[record.id]
    yield Artefact(addresses.planned(record), of(near), lambda: plan.data(planned(record, near())), record.path)
    if site.catalogue.questions:
        yield Artefact(addresses.compared(record), of(near), lambda: compare.data(compared(record, near())), record.path)


def _guide_papers(record: Practice, near: Near, edition: Edition) -> Iterator[Paper]:
    yield documents.guide(record, lambda: guide(record, near()), edition)
    yield from documents.checklists(record, lambda: checklist(record, near()), edition)


def _example(record: Example, site: Site) -> Iterator[Artefact]:
    yield site.page(record, example_page)


def _area(record: Area, site: Site) -> Iterator[Artefact]:
    yield site.page(record, area_page)


def _film(record: Film, site: Site) -> Iterator[Artefact]:
    yield site.page(record, lesson)
    for handout in handouts(record):
        write = site.slides if handout.sheet.kind == "slides" else site.sheet
        yield from write(record, handout.sheet.address, partial(_given, handout.sheet))


def _film_papers(record: Film, near: Near, edition: Edition) -> Iterator[Paper]:
    yield documents.lesson(record, lambda: lesson(record, near()), edition)
    yield from documents.handouts(record, handouts(record), edition)


def _template(record: Template, site: Site) -> Iterator[Artefact]:
    yield from site.sheet(record, addresses.page(record), template)
    if record.spreadsheet:
        yield site.table(record)


def _template_papers(record: Template, near: Near, edition: Edition) -> Iterator[Paper]:
    return documents.templates(record, lambda: template(record, near()), edition)


VIEWS: Mapping[type[Titled], Callable[[Any, Site], Iterable[Artefact]]] = {
    Intervention: _guide,
    Method: _guide,
    Example: _example,
    Area: _area,
    Film: _film,
    Template: _template,
}
"""The files of a record, by its kind: the columns of ``records.kinds.KINDS`` that know views."""

PAPERS: Mapping[type[Titled], Callable[[Any, Near, Edition], Iterable[Paper]]] = {
    Intervention: _guide_papers,
    Method: _guide_papers,
    Film: _film_papers,
    Template: _template_papers,
}
"""The documents of a record, PDF and Word, by its kind; a kind that has none is left out."""


def _papers(catalogue: Catalogue, around: Mapping[str, Near], edition: Edition, memory: Memory) -> Iterator[Paper]:
    """Every document, PDF and Word."""

    def remembered(paper: Paper, needs: Near) -> Paper:
        return replace(paper, write=lambda: memory(f"paper {paper.address} {edition.site} {needs().digest}", paper.write, TEXT))

    for kind, papers in PAPERS.items():
        for record in catalogue.of(kind):
            near = around[record.id]
            yield from (remembered(paper, near) for paper in papers(record, near, edition))
    for record in () if catalogue.beside else catalogue.shown:
        yield remembered(documents.shared(record, catalogue), around[record.id])
    if not catalogue.beside:
        yield documents.shared_by_all(*first_words(catalogue), catalogue.work)
        yield from documents.icons(catalogue.name or catalogue.work)
    if reviewed := last_review(catalogue):
        yield remembered(documents.book(partial(book, catalogue), catalogue.lists, reviewed, edition), lambda: catalogue)


def _bundles(catalogue: Catalogue, printed: Sequence[Printed]) -> Iterator[Printed]:
    """Everything a teacher prints of a film, in one file."""
    for film in catalogue.films:
        page = addresses.page(film)
        if documents := [one for one in printed if one.paper.source == film.path and one.paper.beside]:
            yield bundle(addresses.beside(page, f"{film.id}.zip"), "Alt til timen", page, documents)


def _contents(site: Site, at_once: bool) -> Iterator[Artefact]:
    """The table of contents of the site."""
    catalogue = site.catalogue
    if not catalogue.beside and not {addresses.START, "README.md"} & set(catalogue.pages):
        yield site.of_all(addresses.START, partial(start_page, catalogue), title=catalogue.name)
    for kind in SHOWN:
        records = catalogue.of(kind)
        if not records:
            continue
        listing = partial(listed, kind)
        name = KINDS[kind].address
        yield from site.listing(name, catalogue.chapter(name), listing, len(records))
        for record in records:
            yield from VIEWS[kind](record, site)
    for name in LISTED_BY:
        if name not in catalogue.lists:
            continue
        chapter = catalogue.chapter(name)
        counted = tuple(words_of(name, catalogue))
        yield from site.listing(name, chapter, partial(grouped, name), len(counted))
        for value, count in counted:
            word = catalogue.vocabulary.term(name, value)
            yield from site.word(addresses.group(name, value), partial(group, name, value), count, chapter, word)
    if "ordliste" in catalogue.lists:
        words_used = catalogue.chapter("ordliste")
        yield site.of_all(addresses.GLOSSARY, partial(glossary, catalogue), words_used.path, words_used.title, words_used.summary)
    for document in site.printed:
        yield copied(document.paper.address, document.read, document.paper.source)
    if catalogue.area_map:
        drawn = map_of(catalogue.area_map)
        yield site.of_all(drawn.address, partial(place_map.page, drawn), drawn.source)
        yield from (site.whole(*file) for file in place_map.artefacts(drawn, catalogue.area_map))
    if catalogue.practices:
        start = to(addresses.START, "Til forsiden")
        yield site.printed_alone(
            addresses.ACTION_PLAN, site._whole, lambda: plan.page(action_plan(catalogue), site.edition), lambda: start
        )
        yield from (copied(*file) for file in plan.artefacts())
    yield from (copied(*file) for file in screen.artefacts())
    if catalogue.questions:
        yield site.of_all(addresses.FIND, lambda: find.page(choices(catalogue)))
        yield from (site.whole(*file) for file in find.artefacts(catalogue))
        yield site.of_all(addresses.COMPARE, lambda: compare.page(catalogue))
        yield from (copied(*file) for file in compare.artefacts())
    yield site.whole(addresses.CATALOGUE_DATA, partial(_data, catalogue))
    if catalogue.templates:
        yield copied(addresses.HANDOUT_STYLE, partial(frames.asset, "handout.css"))
    if catalogue.films:
        yield copied(addresses.SLIDES_STYLE, partial(frames.asset, "slides/slides.css"))
        yield copied(addresses.SLIDES_SCRIPT, partial(frames.asset, "slides/slides.js"))
    if catalogue.beside:
        yield copied(addresses.BESIDE_STYLE, partial(frames.asset, "beside.css"))
    else:
        yield from _finding(site, at_once)
        yield copied(addresses.HEADERS, lambda: headers.file().encode())


def _finding(site: Site, at_once: bool) -> Iterator[Artefact]:
    """What finds things: the register, and the search with its index."""
    catalogue = site.catalogue
    all_found = cache(lambda: everything(catalogue, site.found))
    yield site.of_all(addresses.REGISTER, lambda: register(all_found()), title=_("Fra A til Å"))
    yield site.of_all(addresses.SEARCH, lambda: search.page(catalogue))
    yield from (site.whole(*file) for file in search.artefacts())
    if at_once:
        cut = partial(search.cut_index, memory=site.memory, called=called(catalogue))
        name = f"index {catalogue.digest}"
        files = cache(lambda: site.memory(name, lambda: cut(all_found(), meanings(catalogue)), FILES))
        index = site.whole(search.INDEX, lambda: files()[search.INDEX])
        yield replace(index, further=lambda: {uri: content for uri, content in files().items() if uri != search.INDEX})
    else:
        yield site.whole(search.INDEX, lambda: search.whole_index(all_found(), meanings(catalogue), called(catalogue)))
        yield site.whole(search.TEXT_OF_ALL, lambda: search.whole_text(all_found()))


def _painted(artefact: Artefact, palette: Palette) -> Artefact:
    """A style sheet in the colours of the catalogue; any other file as it is."""
    if not artefact.uri.endswith(".css"):
        return artefact
    return replace(artefact, make=lambda: palette.paint(artefact.make().decode()).encode())


def _given(thing: G, *_: object) -> G:
    """What needs nothing else to be made."""
    return thing


def _data(catalogue: Catalogue) -> bytes:
    """All records under the keys their authors write, for whoever wants to build something else of them."""
    data = {
        KINDS[kind].data or KINDS[kind].address: [
            {"id": record.id, **record.model_dump(mode="json", by_alias=True, exclude_none=True)} for record in catalogue.of(kind)
        ]
        for kind in SHOWN
    }
    return to_json(data, indent=1) + b"\n"


def _collisions(catalogue: Catalogue, artefacts: Sequence[Artefact]) -> Iterator[Problem]:
    """A problem for every address that two files claim, at the second of them."""
    claimed: dict[str, str] = {}
    for uri, file in [(artefact.uri, artefact.source or artefact.uri) for artefact in artefacts] + [
        (page, catalogue.file(page)) for page in catalogue.pages
    ]:
        first = claimed.setdefault(addresses.path(uri), file)
        if first != file:
            yield Problem(
                Origin(file, 1),
                "fil",
                _("vil have adressen {path}, som {first} har").format(path=addresses.path(uri), first=first),
                _("giv filen et andet navn"),
            )


def _dead_links(catalogue: Catalogue, artefacts: Sequence[Artefact]) -> Iterator[Problem]:
    made = {artefact.uri: artefact.make if artefact.uri.endswith(".md") else bytes for artefact in artefacts}
    texts = {page: text.encode for page, text in catalogue.written.items()}
    return links.dead_links(catalogue.written, dict.fromkeys(catalogue.pages, bytes) | made | texts, catalogue.folder)
