"""The printed catalogue: everything in one document, in the order one reads it."""

from dataclasses import dataclass, replace
from datetime import date

from ..catalogue import Catalogue, Drawing
from ..document import read
from ..document.nodes import Document, Section, words
from ..language.slug import slug
from ..records.area import Area
from ..records.example import Example
from ..records.film import Film
from ..records.glossary import Entry
from ..records.practice import Intervention, Method
from .glossary import glossary
from .guide import guide
from .lesson import lesson
from .list_page import list_page
from .listing import Page, gathered, listed
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
    """The whole catalogue as one document."""
    chapters = (
        *(Chapter(written(path, catalogue.written[path], catalogue)) for path in catalogue.foreword if path in catalogue.written),
        Chapter(list_page(gathered("udfordringer", catalogue))),
        _listed(listed(Method, catalogue), *(guide(record, catalogue) for record in catalogue.methods)),
        _listed(listed(Intervention, catalogue), *(guide(record, catalogue) for record in catalogue.interventions)),
        _listed(listed(Example, catalogue), *(example_page(record, catalogue) for record in catalogue.examples)),
        _listed(listed(Area, catalogue), *(area_page(record, catalogue) for record in catalogue.areas)),
        _listed(listed(Film, catalogue), *(lesson(film, catalogue) for film in catalogue.films)),
        Chapter(glossary(catalogue)),
    )
    return Book(chapters, catalogue.glossary, any(record.is_draft for record in catalogue.shown), catalogue.drawings.get(COVER))


def _listed(page: Page, *parts: Document) -> Chapter:
    """A list and what it lists: the parts themselves stand below it, so it need not tell of them."""
    return Chapter(list_page(replace(page, cards=(), groups=(), filters=())), parts)


def written(path: str, markdown: str, catalogue: Catalogue) -> Document:
    """A page written by hand, by the title that it shows."""
    match read.page(markdown, path):
        case (Section(key, heading, _, 1), *blocks):
            return Document(path, key, words(heading), "", tuple(blocks))
        case blocks:
            title = next(page.title for page in catalogue.by_hand if page.path == path)
            return Document(path, slug(title), title, "", tuple(blocks))
