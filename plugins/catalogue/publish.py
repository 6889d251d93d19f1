"""Every file of the site, in one list that reads like a table of contents."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import addresses, render
from .collection import Catalogue
from .model import Record
from .problems import InvalidCatalogue, Origin, Problem
from .render import place_map, plan, screen
from .views.checklist import Checklist, checklist
from .views.glossary import Glossary, glossary
from .views.guide import Guide, guide
from .views.lesson import Handout, Lesson, cards, lesson, slides, worksheets
from .views.listing import (
    Page,
    areas,
    by_challenge,
    by_model_part,
    by_resource,
    by_role,
    by_target_group,
    by_theme,
    examples,
    films,
    interventions,
    methods,
)
from .views.place import AreaPage, ExamplePage, area_page, example_page
from .views.prose import explained as words

V = TypeVar("V", Guide, Page, ExamplePage, AreaPage, Glossary, Lesson)
S = TypeVar("S", Checklist, Handout)


@dataclass(frozen=True)
class Artefact:
    """A file of the site: its path from the site's root, its bytes, and the file it was made from, if one."""

    uri: str
    content: bytes
    source: str | None = None


def publish(catalogue: Catalogue, site: str = "") -> Iterator[Artefact]:
    """Every generated file of the site; the same catalogue gives the same bytes.

    ``site`` is the address the site will have, for what is printed; "" where nobody knows yet. Raises
    InvalidCatalogue, before the first file, where two things claim one address.
    """
    artefacts = tuple(_artefacts(catalogue, site))
    if problems := list(_collisions(catalogue, artefacts)):
        raise InvalidCatalogue(problems)
    return iter(artefacts)


def explained(page: str, title: str, uri: str, catalogue: Catalogue) -> str:
    """The Markdown of a page written by hand, its words explained; ``uri`` is its path from the site's root."""
    return render.by_hand(page, uri, words(title, catalogue))


def _artefacts(catalogue: Catalogue, site: str) -> Iterator[Artefact]:
    yield _page(interventions(catalogue), render.page)
    yield _page(methods(catalogue), render.page)
    for practice in catalogue.practices:
        yield _page(guide(practice, catalogue), render.guide)
        yield from _sheet(checklist(practice, catalogue), render.checklist, site)
    yield _page(examples(catalogue), render.page)
    for example in catalogue.examples:
        yield _page(example_page(example, catalogue), render.example)
    yield _page(areas(catalogue), render.page)
    for area in catalogue.areas:
        yield _page(area_page(area, catalogue), render.area)
    yield _page(films(catalogue), render.page)
    for film in catalogue.films:
        yield _page(lesson(film, catalogue), render.lesson)
        for sheet in worksheets(film):
            yield from _sheet(sheet, render.worksheet, site)
        yield from _sheet(cards(film), render.cards, site)
        yield from _sheet(slides(film), render.slides, site)
    for view in (by_theme, by_target_group, by_role, by_challenge, by_resource, by_model_part):
        yield _page(view(catalogue), render.page)
    yield _page(glossary(catalogue), render.glossary)
    if catalogue.plan:
        yield from (Artefact(*file) for file in place_map.artefacts(catalogue.plan))
    yield from (Artefact(*file) for file in plan.artefacts(catalogue))
    yield from (Artefact(*file) for file in screen.artefacts())
    yield Artefact(addresses.CATALOGUE_DATA, _data(catalogue).encode())
    yield Artefact(addresses.SHEET_STYLE, render.asset("sheet.css"))
    yield Artefact(addresses.SLIDES_STYLE, render.asset("dias.css"))
    yield Artefact(addresses.SLIDES_SCRIPT, render.asset("dias.js"))


def _page(view: V, to_markdown: Callable[[V], str]) -> Artefact:
    return Artefact(view.address, to_markdown(view).encode(), view.source)


def _sheet(view: S, to_html: Callable[[S, str], str], site: str) -> Iterator[Artefact]:
    yield Artefact(view.address, to_html(view, site).encode(), view.source)
    yield Artefact(addresses.sheet_style(view.address), render.foot(view, site).encode(), view.source)


def _data(catalogue: Catalogue) -> str:
    """All records under the keys their authors write, for whoever wants to build something else of them."""
    kinds: dict[str, tuple[Record, ...]] = {
        "indsatser": catalogue.interventions,
        "metoder": catalogue.methods,
        "eksempler": catalogue.examples,
        "omraader": catalogue.areas,
        "film": catalogue.films,
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
