"""Lists: everything of a kind, and everything that carries a word of a vocabulary."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .. import addresses
from ..collection import LISTED_BY, Catalogue
from ..document.nodes import Blocks
from ..model import Example, Practice, Template
from .label import Label
from .prose import prose


@dataclass(frozen=True)
class Entry:
    """A record in a list.

    ``problem``, ``checklist`` and ``plan`` are there for a guide, ``place`` for what happened somewhere, ``belongs`` and
    ``spreadsheet`` for a template; ``note`` says what the record is to the heading it stands under.
    """

    title: str
    summary: str
    address: str
    noun: str
    number: int | None = None
    problem: str | None = None
    checklist: str | None = None
    plan: str | None = None
    place: str | None = None
    note: str | None = None
    belongs: tuple[Label, ...] = ()
    spreadsheet: str | None = None
    draft: bool = False


@dataclass(frozen=True)
class Group:
    """A heading and what stands below it; where that is not all ``count`` entries, ``address`` leads to them."""

    label: str
    explanation: str
    entries: tuple[Entry, ...]
    address: str
    count: int = 0


@dataclass(frozen=True)
class Page:
    """A page with a list: its words, from a chapter, and its entries, derived.

    Where the list is long, ``further`` is the address of the page it goes on at, and ``before`` of the one it comes from.
    """

    address: str
    title: str
    summary: str
    heading: str | None
    introduction: Blocks
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()
    before: str | None = None
    further: str | None = None


# How many entries stand on a page, or below a heading, before the list goes on elsewhere.
LONG = 100


def interventions(catalogue: Catalogue) -> Page:
    return _page(catalogue, "indsatser", map(entry, catalogue.interventions))


def methods(catalogue: Catalogue) -> Page:
    return _page(catalogue, "metoder", map(entry, catalogue.methods))


def examples(catalogue: Catalogue) -> Page:
    places = {area.id: area.title for area in catalogue.areas}
    order = {record.id: record for record in catalogue.interventions}
    return _page(
        catalogue,
        "eksempler",
        (
            Entry(
                example.title,
                example.summary,
                addresses.page(example),
                example.noun,
                place=places[example.area],
                note=order[example.intervention].title,
                draft=example.is_draft,
            )
            for example in sorted(catalogue.examples, key=lambda example: (order[example.intervention].number, example.number))
        ),
    )


def areas(catalogue: Catalogue) -> Page:
    return _page(
        catalogue,
        "omraader",
        (
            Entry(area.title, area.summary, addresses.page(area), area.noun, place=f"{area.municipality} Kommune")
            for area in catalogue.areas
        ),
    )


def films(catalogue: Catalogue) -> Page:
    return _page(
        catalogue,
        "undervisning",
        (Entry(film.title, film.summary, addresses.page(film), film.noun, draft=film.is_draft) for film in catalogue.films),
    )


def templates(catalogue: Catalogue) -> Page:
    return _page(catalogue, "skabeloner", (template_entry(template, catalogue) for template in catalogue.templates))


def grouped(name: str, catalogue: Catalogue) -> Page:
    """The guides by the words of a vocabulary, in its order; a word that no guide carries is left out."""
    carried = [(record, LISTED_BY[name](record)) for record in catalogue.practices]
    groups = []
    for term in catalogue.vocabulary.terms(name):
        entries = tuple(entry(record, notes[term.value]) for record, notes in carried if term.value in notes)
        if entries:
            groups.append(Group(term.label, term.explanation, entries, addresses.group(name, term.value)))
    return _page(catalogue, name, (), tuple(groups))


def group(name: str, value: str, catalogue: Catalogue) -> Page:
    """The guides that carry one word of a vocabulary, as a page of its own."""
    term, chapter = catalogue.vocabulary.term(name, value), catalogue.chapter(name)
    return Page(
        address=addresses.group(name, value),
        title=f"{chapter.title}: {term.label}",
        summary=term.explanation,
        heading=None,
        introduction=(),
        entries=tuple(entry(record) for record in catalogue.practices if value in LISTED_BY[name](record)),
    )


def long_groups(name: str, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """The words of a vocabulary whose guides are too many for one heading, and how many they are."""
    carried = Counter(value for record in catalogue.practices for value in LISTED_BY[name](record))
    return ((term.value, carried[term.value]) for term in catalogue.vocabulary.terms(name) if carried[term.value] > LONG)


def pages(entries: int) -> int:
    """How many pages a list with so many entries has."""
    return max(1, -(-entries // LONG))


def part(whole: Page, number: int) -> Page:
    """The page of a list with the number, counted from 1; below a heading stand as many entries as on a page."""
    count = pages(len(whole.entries))
    first = replace(
        whole,
        entries=whole.entries[:LONG],
        groups=tuple(replace(group, entries=group.entries[:LONG], count=len(group.entries)) for group in whole.groups),
        further=addresses.further(whole.address, 2) if count > 1 else None,
    )
    if number == 1:
        return first
    return replace(
        first,
        address=addresses.further(whole.address, number),
        title=f"{whole.title}, side {number}",
        summary=f"Side {number} af {count}.",
        introduction=(),
        entries=whole.entries[LONG * (number - 1) : LONG * number],
        before=addresses.further(whole.address, number - 1),
        further=addresses.further(whole.address, number + 1) if number < count else None,
    )


def entry(record: Practice, note: str | None = None) -> Entry:
    return Entry(
        title=record.title,
        summary=record.summary,
        address=addresses.page(record),
        noun=record.noun,
        number=record.number,
        problem=record.problem,
        checklist=addresses.sheet(record, "tjekliste"),
        plan=addresses.plan_with(record),
        note=note,
        draft=record.is_draft,
    )


def template_entry(record: Template, catalogue: Catalogue) -> Entry:
    return Entry(
        title=record.title,
        summary=record.summary,
        address=addresses.page(record),
        noun=record.noun,
        belongs=belongs(record, catalogue),
        spreadsheet=addresses.spreadsheet(record) if record.spreadsheet else None,
        draft=record.is_draft,
    )


def belongs(record: Template, catalogue: Catalogue) -> tuple[Label, ...]:
    """What a template belongs to, in the order its author gave."""
    others = (catalogue.by_id[id] for id in record.belongs)
    return tuple(Label(other.title, addresses.page(other)) for other in others)


def templates_of(record: Practice | Example, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The templates that belong to a guide or an example."""
    return tuple(template_entry(template, catalogue) for template in catalogue.templates_of(record))


def _page(catalogue: Catalogue, name: str, entries: Iterable[Entry], groups: tuple[Group, ...] = ()) -> Page:
    chapter = catalogue.chapter(name)
    return Page(
        address=addresses.listing(name),
        title=chapter.title,
        summary=chapter.summary,
        heading=chapter.heading,
        introduction=prose(chapter.sections.introduction, catalogue),
        entries=tuple(entries),
        groups=groups,
    )
