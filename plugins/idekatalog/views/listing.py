"""Lists: everything of a kind, the words of a vocabulary, and everything that carries one of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .. import addresses
from ..catalogue import GUIDES, LISTED_BY, Catalogue
from ..document.nodes import Blocks, Card, Filter, Look, Picture, line
from ..language.slug import slug
from ..language.words import _, plural
from ..records.area import Area
from ..records.example import Example
from ..records.kinds import KINDS, kind_of
from ..records.practice import Intervention, Practice, Presence, Rhythm, Step
from ..records.record import Titled
from ..records.template import Template
from .card import card, picture, short
from .label import Label
from .latest import latest
from .prose import prose


@dataclass(frozen=True)
class Entry:
    """A template where it is named beside what it belongs to."""

    title: str
    summary: str
    address: str
    spreadsheet: str | None = None
    draft: bool = False


@dataclass(frozen=True)
class Group:
    """A heading and the cards below it."""

    label: str
    explanation: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Task:
    """What a role does in one guide: how far it is part of it, its task in a sentence, and the steps it takes."""

    card: Card
    noun: str
    presence: Presence
    task: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Page:
    """A page with a list: its words, from a chapter or a word of a vocabulary, and what it lists, derived.

    Where the list is long, ``further`` is the address of the page it goes on at, and ``before`` of the one it comes from.
    """

    address: str
    title: str
    summary: str
    heading: str | None
    introduction: Blocks
    cards: tuple[Card, ...] = ()
    look: Look = Look.CARD
    filters: tuple[Filter, ...] = ()
    groups: tuple[Group, ...] = ()
    tasks: tuple[Task, ...] = ()
    plan: str = ""
    picture: Picture | None = None
    before: str | None = None
    further: str | None = None


# How many cards stand on a page before the list goes on at the next.
LONG = 100
# A filter has so many buttons at most: the style sheet counts them.
MOST_OPTIONS = 8

FINDS = ("find",)
"""The mark of the card that leads to where one finds what fits; where there is something to find guides by."""


def listed(kind: type[Titled], catalogue: Catalogue) -> Page:
    """The list of all records of a kind."""
    page = _page(catalogue, KINDS[kind].address)
    if kind in LISTS:
        return LISTS[kind](page, catalogue)
    return replace(page, cards=tuple(card(record, catalogue) for record in catalogue.of(kind)))


def _interventions(page: Page, catalogue: Catalogue) -> Page:
    """The interventions with what they are filtered by: whom they are for, where and how often they happen."""
    words, records = catalogue.vocabulary, catalogue.interventions

    def groups(name: str, values: Iterable[str]) -> set[str]:
        return {group for value in values if (group := words.term(name, value).group)}

    asked: tuple[tuple[str, str, tuple[str, ...], list[set[str]]], ...] = (
        (_("Hvem"), _("Alle"), words.groups("maalgrupper"), [groups("maalgrupper", record.target_groups) for record in records]),
        (_("Hvor"), _("Alle steder"), words.groups("rammer"), [groups("rammer", record.settings) for record in records]),
        (
            _("Hvor tit"),
            _("Begge"),
            tuple(rhythm.word for rhythm in Rhythm),
            [{record.rhythm.word} if record.rhythm else set() for record in records],
        ),
    )
    filters: list[Filter] = []
    marks: list[tuple[str, ...]] = [() for _ in records]
    for legend, every, options, said in asked:
        known = [option for option in options if any(option in has for has in said)][:MOST_OPTIONS]
        if len(known) < 2:
            continue
        filters.append(Filter(legend, every, tuple(known)))
        here = len(filters)
        marks = [
            (*before, *(f"f{here}-{known.index(option) + 1}" for option in known if option in has))
            for before, has in zip(marks, said, strict=True)
        ]
    cards = tuple(replace(card(record, catalogue), marks=of) for record, of in zip(records, marks, strict=True))
    return replace(page, cards=(*cards, _nothing_fits()) if catalogue.questions else cards, filters=tuple(filters))


def _nothing_fits() -> Card:
    return Card(
        addresses.FIND,
        _("Find det, der hjælper"),
        line(_("Passer ingen helt? Sig, hvad I ser, og hvem I har, så viser vi det, der passer bedst.")),
        marks=FINDS,
    )


def _examples(page: Page, catalogue: Catalogue) -> Page:
    """The examples in the order of their interventions."""
    places = {record.id: place for place, record in enumerate(catalogue.interventions)}
    ordered = sorted(catalogue.examples, key=lambda example: places[example.intervention])
    return replace(page, cards=tuple(card(example, catalogue) for example in ordered))


def _templates(page: Page, catalogue: Catalogue) -> Page:
    """The sheets by when they are used, in the order in which the first of them comes."""
    groups: dict[str, list[Card]] = {}
    for record in catalogue.templates:
        groups.setdefault(record.used or "", []).append(card(record, catalogue))
    if set(groups) <= {""}:
        return replace(page, cards=tuple(groups.get("", ())), look=Look.SHEET)
    named = (Group(label or _("Andre ark"), "", tuple(cards)) for label, cards in groups.items())
    return replace(page, groups=tuple(named), look=Look.SHEET)


LISTS: Mapping[type[Titled], Callable[[Page, Catalogue], Page]] = {
    Intervention: _interventions,
    Example: _examples,
    Template: _templates,
    Area: lambda page, catalogue: replace(page, cards=tuple(card(area, catalogue) for area in catalogue.areas)),
}
"""The lists of the kinds that are more than a card for each record, in order."""


def grouped(name: str, catalogue: Catalogue) -> Page:
    """The words of a vocabulary, in its order, those that are drawn first; a word that no guide carries is left out."""
    carried = {value: len(guides) for value, guides in _carried(name, catalogue).items()}
    tiles = [
        Card(
            addresses.group(name, term.value),
            term.label,
            note=plural("{n} guide", "{n} guider", carried[term.value]),
            picture=picture(name, term.value, catalogue),
            # Where its guides stood before they had a page of their own: the addresses of these places are printed.
            key=slug(term.label),
        )
        for term in catalogue.vocabulary.terms(name)
        if term.value in carried
    ]
    return replace(_page(catalogue, name), cards=tuple(sorted(tiles, key=lambda tile: tile.picture is None)), look=Look.TILE)


def gathered(name: str, catalogue: Catalogue) -> Page:
    """The guides by the words of a vocabulary, all on one page, as the printed catalogue has them."""
    carried = _carried(name, catalogue)
    groups = []
    for term in catalogue.vocabulary.terms(name):
        if here := carried.get(term.value):
            cards = tuple(
                short(record, catalogue, line(note or record.summary), _over(record, catalogue)) for record, note in here
            )
            groups.append(Group(term.label, term.explanation, cards))
    return replace(_page(catalogue, name), groups=tuple(groups))


def group(name: str, value: str, catalogue: Catalogue) -> Page:
    """The page of one word of a vocabulary: the guides that carry it, or what a role does in each of them."""
    term = catalogue.vocabulary.term(name, value)
    page = Page(
        address=addresses.group(name, value),
        title=term.label,
        summary=term.explanation,
        heading=None,
        introduction=(),
        picture=picture(name, value, catalogue),
    )
    carried = [record for record, _ in _carried(name, catalogue).get(value, ())]
    tasks = [task(record, value, catalogue) for record in carried] if name == "roller" else []
    if tasks:
        order = list(Presence)
        ordered = tuple(sorted(tasks, key=lambda task: order.index(task.presence)))
        return replace(page, tasks=ordered, plan=addresses.plan_with(*carried))
    return replace(page, cards=tuple(card(record, catalogue) for record in carried))


def task(record: Practice, role: str, catalogue: Catalogue) -> Task:
    """What a role of a guide does in it."""
    known = next(one for one in record.roles if one.role == role)
    steps = tuple(step for step in record.steps if step.role == role)
    return Task(short(record, catalogue, (), _over(record, catalogue)), kind_of(record).noun, known.presence, known.task, steps)


def _over(record: Practice, catalogue: Catalogue) -> str:
    """What stands above a guide that is not one of the interventions it stands among."""
    return "" if kind_of(record).address == GUIDES[0] else catalogue.called(record)


def words(name: str, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """The words of a vocabulary that have a page, and how many guides carry each."""
    carried = _carried(name, catalogue)
    return ((term.value, len(carried[term.value])) for term in catalogue.vocabulary.terms(name) if term.value in carried)


@latest
def _carried(name: str, catalogue: Catalogue) -> Mapping[str, Sequence[tuple[Practice, str | None]]]:
    """The guides that carry each word of a vocabulary, each with its note, by the word."""
    carried: dict[str, list[tuple[Practice, str | None]]] = {}
    for record in catalogue.practices:
        for value, note in LISTED_BY[name](record).items():
            carried.setdefault(value, []).append((record, note))
    return carried


def pages(entries: int) -> int:
    """How many pages a list with so many entries has."""
    return max(1, -(-entries // LONG))


def part(whole: Page, number: int) -> Page:
    """The page of a list with the number, counted from 1. Filters hide what stands on a page, so a list of several has none."""
    there = tuple(card for card in whole.cards if card.marks != FINDS)
    count = pages(max(len(there), len(whole.tasks)))
    if count == 1:
        return whole
    here = slice(LONG * (number - 1), LONG * number)
    first = replace(whole, cards=there[here], tasks=whole.tasks[here], filters=())
    if number == 1:
        return replace(first, further=addresses.further(whole.address, 2))
    return replace(
        first,
        address=addresses.further(whole.address, number),
        title=_("{title}, side {number}").format(title=whole.title, number=number),
        summary=_("Side {number} af {count}.").format(number=number, count=count),
        introduction=(),
        before=addresses.further(whole.address, number - 1),
        further=addresses.further(whole.address, number + 1) if number < count else None,
    )


def belongs(record: Template, catalogue: Catalogue) -> tuple[Label, ...]:
    """What a template belongs to, in the order its author gave."""
    others = (catalogue.by_id[id] for id in record.belongs)
    return tuple(Label(other.title, addresses.page(other)) for other in others)


def templates_of(record: Practice | Example, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The templates that belong to a guide or an example."""
    return tuple(
        Entry(
            template.title,
            template.summary,
            addresses.page(template),
            addresses.spreadsheet(template) if template.spreadsheet else None,
            template.is_draft,
        )
        for template in catalogue.templates_of(record)
    )


def _page(catalogue: Catalogue, name: str) -> Page:
    chapter = catalogue.chapter(name)
    introduction = chapter.sections.introduction
    return Page(
        address=addresses.listing(name),
        title=chapter.title,
        summary=chapter.summary,
        heading=chapter.heading if introduction else None,
        introduction=prose(introduction, catalogue) if introduction else (),
    )
