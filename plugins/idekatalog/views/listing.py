"""Lists: everything of a kind, and everything that carries a word of a vocabulary."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import starmap

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..document.nodes import Blocks
from ..records.area import Area
from ..records.example import Example
from ..records.kinds import KINDS, kind_of
from ..records.practice import Intervention, Method, Practice
from ..records.record import Titled
from ..records.template import Template
from .label import Label
from .latest import latest
from .prose import prose


@dataclass(frozen=True)
class Entry:
    """A record in a list.

    ``problem``, ``checklist`` and ``plan`` are there for a guide, ``place`` for what happened somewhere, ``belongs`` and
    ``spreadsheet`` for a template; ``note`` says what the record is to the heading it stands under,
    ``opens`` what a link to it says first.
    """

    title: str
    summary: str
    address: str
    noun: str
    opens: str = ""
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


def listed(kind: type[Titled], catalogue: Catalogue) -> Page:
    """The list of all records of a kind."""
    entries = LISTS[kind](catalogue) if kind in LISTS else map(_plain, catalogue.of(kind))
    return _page(catalogue, KINDS[kind].address, entries)


def _examples(catalogue: Catalogue) -> Iterator[Entry]:
    """The examples in the order of their interventions."""
    interventions = {record.id: record for record in catalogue.interventions}
    for example in sorted(catalogue.examples, key=lambda example: (interventions[example.intervention].number, example.number)):
        intervention = interventions[example.intervention].title
        yield replace(_plain(example), place=catalogue.area(example.area).title, note=intervention)


def _areas(catalogue: Catalogue) -> Iterator[Entry]:
    return (replace(_plain(area), place=f"{area.municipality} Kommune") for area in catalogue.areas)


LISTS: Mapping[type[Titled], Callable[[Catalogue], Iterable[Entry]]] = {
    Intervention: lambda catalogue: map(entry, catalogue.interventions),
    Method: lambda catalogue: map(entry, catalogue.methods),
    Example: _examples,
    Area: _areas,
    Template: lambda catalogue: (template_entry(template, catalogue) for template in catalogue.templates),
}
"""The lists of the kinds whose entries say more than a title and a summary."""


def grouped(name: str, catalogue: Catalogue) -> Page:
    """The guides by the words of a vocabulary, in its order; a word that no guide carries is left out."""
    carried = _carried(name, catalogue)
    groups = (
        Group(term.label, term.explanation, tuple(starmap(entry, carried[term.value])), addresses.group(name, term.value))
        for term in catalogue.vocabulary.terms(name)
        if term.value in carried
    )
    return _page(catalogue, name, (), tuple(groups))


@latest
def _carried(name: str, catalogue: Catalogue) -> Mapping[str, Sequence[tuple[Practice, str | None]]]:
    """The guides that carry each word of a vocabulary, each with its note, by the word."""
    carried: dict[str, list[tuple[Practice, str | None]]] = {}
    for record in catalogue.practices:
        for value, note in LISTED_BY[name](record).items():
            carried.setdefault(value, []).append((record, note))
    return carried


def group(name: str, value: str, catalogue: Catalogue) -> Page:
    """The guides that carry one word of a vocabulary, as a page of its own."""
    term, chapter = catalogue.vocabulary.term(name, value), catalogue.chapter(name)
    return Page(
        address=addresses.group(name, value),
        title=f"{chapter.title}: {term.label}",
        summary=term.explanation,
        heading=None,
        introduction=(),
        entries=tuple(entry(record) for record, _ in _carried(name, catalogue)[value]),
    )


def long_groups(name: str, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """The words of a vocabulary whose guides are too many for one heading, and how many they are."""
    carried = {value: len(guides) for value, guides in _carried(name, catalogue).items()}
    found = ((term.value, carried.get(term.value, 0)) for term in catalogue.vocabulary.terms(name))
    return ((value, count) for value, count in found if count > LONG)


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
        noun=kind_of(record).noun,
        number=record.number,
        problem=record.problem,
        checklist=addresses.sheet(record, "tjekliste"),
        plan=addresses.plan_with(record),
        note=note,
        draft=record.is_draft,
    )


def template_entry(record: Template, catalogue: Catalogue) -> Entry:
    spreadsheet = addresses.spreadsheet(record) if record.spreadsheet else None
    return replace(_plain(record), belongs=belongs(record, catalogue), spreadsheet=spreadsheet)


def _plain(record: Titled) -> Entry:
    kind = kind_of(record)
    return Entry(record.title, record.summary, addresses.page(record), kind.noun, opens=kind.opens, draft=record.is_draft)


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
