"""The printed catalogue: everything in one document, in the order one reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..catalogue import Catalogue, Drawing
from ..document import read
from ..document.nodes import Document, Section, words
from ..language.slug import slug
from ..records.area import Area
from ..records.example import Example
from ..records.film import Film
from ..records.glossary import Entry
from ..records.practice import Intervention, Method
from ..records.record import Titled
from .glossary import glossary
from .guide import guide
from .lesson import lesson
from .list_page import list_page
from .listing import gathered, listed
from .place import area_page, example_page

COVER = "forside"
"""What the drawing of the cover is called."""


@dataclass(frozen=True)
class Chapter:
    """A page, and the pages that belong below it."""

    page: Document
    parts: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Book:
    chapters: tuple[Chapter, ...]
    glossary: tuple[Entry, ...]
    draft: bool
    cover: Drawing | None = None


def last_review(catalogue: Catalogue) -> date | None:
    """The day the last record was reviewed; None where no record has one."""
    return max((record.reviewed for record in catalogue.reviewed), default=None)


def book(catalogue: Catalogue) -> Book:
    """The whole catalogue as one document: of what there is, in this order."""
    there = catalogue.lists
    foreword = (path for path in catalogue.foreword if path in catalogue.written)
    kinds = (_listed(kind, page, catalogue) for kind, page in PARTS.items() if catalogue.of(kind))
    chapters = (
        *(Chapter(written(path, catalogue.written[path], catalogue)) for path in foreword),
        *([Chapter(list_page(gathered("udfordringer", catalogue)))] if "udfordringer" in there else []),
        *kinds,
        *([Chapter(glossary(catalogue))] if "ordliste" in there else []),
    )
    return Book(chapters, catalogue.glossary, any(record.is_draft for record in catalogue.shown), catalogue.drawings.get(COVER))


PARTS: Mapping[type[Titled], Callable[[Any, Catalogue], Document]] = {
    Method: guide,
    Intervention: guide,
    Example: example_page,
    Area: area_page,
    Film: lesson,
}
"""The pages of the records that are printed, kind by kind."""


def _listed(kind: type[Titled], page: Callable[[Any, Catalogue], Document], catalogue: Catalogue) -> Chapter:
    """A list and what it lists: the parts themselves stand below it, so it need not tell of them."""
    parts = tuple(page(record, catalogue) for record in catalogue.of(kind))
    return Chapter(list_page(replace(listed(kind, catalogue), cards=(), groups=(), filters=())), parts)


def written(path: str, markdown: str, catalogue: Catalogue) -> Document:
    """A page written by hand, by the title that it shows."""
    match read.page(markdown, path):
        case (Section(key, heading, _, 1), *blocks):
            return Document(path, key, words(heading), "", tuple(blocks))
        case blocks:
            title = next(page.title for page in catalogue.by_hand if page.path == path)
            return Document(path, slug(title), title, "", tuple(blocks))
