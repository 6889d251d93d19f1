"""Lists: everything of a kind, and everything that carries a word of a vocabulary."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .. import addresses
from ..collection import Catalogue
from ..model import Example, Practice, Template
from .label import Label
from .prose import Prose, prose


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
    label: str
    explanation: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Page:
    """A page with a list: its words, from a chapter, and its entries, derived."""

    address: str
    source: str
    title: str
    summary: str
    heading: str | None
    introduction: Prose
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()


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


def by_theme(catalogue: Catalogue) -> Page:
    return _grouped(catalogue, "temaer", lambda record: dict.fromkeys(record.themes))


def by_target_group(catalogue: Catalogue) -> Page:
    return _grouped(catalogue, "maalgrupper", lambda record: dict.fromkeys(record.target_groups))


def by_challenge(catalogue: Catalogue) -> Page:
    return _grouped(catalogue, "udfordringer", lambda record: dict.fromkeys(record.challenges))


def by_resource(catalogue: Catalogue) -> Page:
    return _grouped(catalogue, "ressourcer", lambda record: dict.fromkeys(record.resources))


def by_model_part(catalogue: Catalogue) -> Page:
    return _grouped(catalogue, "modeltrin", lambda record: {record.model_part: None})


def by_level(catalogue: Catalogue) -> Page:
    return _grouped(catalogue, "niveauer", lambda record: dict.fromkeys(record.levels))


def by_role(catalogue: Catalogue) -> Page:
    """Every role with its task in each guide."""
    return _grouped(catalogue, "roller", lambda record: {role.role: role.task for role in record.roles})


GROUPED: dict[str, Callable[[Catalogue], Page]] = {
    "temaer": by_theme,
    "maalgrupper": by_target_group,
    "roller": by_role,
    "udfordringer": by_challenge,
    "ressourcer": by_resource,
    "modeltrin": by_model_part,
    "niveauer": by_level,
}
"""The pages that list the guides by the words of a vocabulary, by its name."""


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


def _grouped(catalogue: Catalogue, name: str, words: Callable[[Practice], Mapping[str, str | None]]) -> Page:
    """The guides by the vocabulary ``name``, in its order; a word that no guide carries is left out.

    ``words`` gives a record's words, each with its note.
    """
    carried = [(record, words(record)) for record in catalogue.practices]
    groups = []
    for term in catalogue.vocabulary.terms(name):
        entries = tuple(entry(record, notes[term.value]) for record, notes in carried if term.value in notes)
        if entries:
            groups.append(Group(term.label, term.explanation, entries))
    return _page(catalogue, name, (), tuple(groups))


def _page(catalogue: Catalogue, name: str, entries: Iterable[Entry], groups: tuple[Group, ...] = ()) -> Page:
    chapter = catalogue.chapter(name)
    return Page(
        address=addresses.listing(name),
        source=chapter.path,
        title=chapter.title,
        summary=chapter.summary,
        heading=chapter.heading,
        introduction=prose(chapter.sections.introduction, catalogue),
        entries=tuple(entries),
        groups=groups,
    )
