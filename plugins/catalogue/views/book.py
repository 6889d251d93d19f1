"""The printed catalogue: everything in one document, in the order one reads it."""

from dataclasses import dataclass, replace
from datetime import date

from ..collection import Catalogue
from ..records.area import Area
from ..records.example import Example
from ..records.film import Film
from ..records.glossary import Entry
from ..records.practice import Intervention, Method
from .glossary import Glossary, glossary
from .guide import Guide, guide
from .lesson import Lesson, lesson
from .listing import Page, grouped, listed
from .place import AreaPage, ExamplePage, area_page, example_page


@dataclass(frozen=True)
class Written:
    """A page written by hand: its path in ``content/``, and its Markdown."""

    path: str
    text: str


Part = Guide | Page | ExamplePage | AreaPage | Glossary | Lesson | Written


@dataclass(frozen=True)
class Chapter:
    """A page, and the pages that belong below it."""

    page: Part
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Book:
    chapters: tuple[Chapter, ...]
    glossary: tuple[Entry, ...]
    draft: bool


def last_review(catalogue: Catalogue) -> date | None:
    """The day the last record was reviewed; None where no record has one."""
    return max((record.reviewed for record in catalogue.reviewed), default=None)


def book(catalogue: Catalogue) -> Book:
    """The whole catalogue as one document."""
    chapters = (
        *(Chapter(Written(path, catalogue.written[path])) for path in catalogue.foreword if path in catalogue.written),
        Chapter(grouped("udfordringer", catalogue)),
        _listed(listed(Method, catalogue), *(guide(record, catalogue) for record in catalogue.methods)),
        _listed(listed(Intervention, catalogue), *(guide(record, catalogue) for record in catalogue.interventions)),
        _listed(listed(Example, catalogue), *(example_page(record, catalogue) for record in catalogue.examples)),
        _listed(listed(Area, catalogue), *(area_page(record, catalogue) for record in catalogue.areas)),
        _listed(listed(Film, catalogue), *(lesson(film, catalogue) for film in catalogue.films)),
        Chapter(glossary(catalogue)),
    )
    return Book(chapters, catalogue.glossary, any(record.is_draft for record in catalogue.shown))


def _listed(page: Page, *parts: Part) -> Chapter:
    """A list and what it lists: the parts themselves stand below it, so it need not tell of them."""
    return Chapter(replace(page, entries=()), parts)
