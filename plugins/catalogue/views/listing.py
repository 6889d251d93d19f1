"""Lists: all interventions, and all by theme, target group and role."""

from collections.abc import Callable
from dataclasses import dataclass

from .. import addresses
from ..collection import Catalogue
from ..model import Intervention


@dataclass(frozen=True)
class Entry:
    """An intervention in a list; ``note`` says what it is to the heading it stands under."""

    number: int
    title: str
    summary: str
    problem: str
    guide: str
    checklist: str
    draft: bool
    note: str | None = None


@dataclass(frozen=True)
class Listing:
    """Every intervention, by number."""

    address: str
    source: str
    title: str
    summary: str
    introduction: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Group:
    label: str
    explanation: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Overview:
    """The interventions under each word of a vocabulary, in its order; a word nothing carries is left out."""

    address: str
    source: str
    title: str
    summary: str
    introduction: str
    groups: tuple[Group, ...]


def listing(catalogue: Catalogue) -> Listing:
    chapter = catalogue.chapter("indsatser")
    return Listing(
        address=addresses.INTERVENTIONS,
        source=chapter.path,
        title=chapter.title,
        summary=chapter.summary,
        introduction=chapter.sections.introduction,
        entries=tuple(entry(record) for record in catalogue.interventions),
    )


def by_theme(catalogue: Catalogue) -> Overview:
    return overview(catalogue, "temaer", lambda record: dict.fromkeys(record.themes))


def by_target_group(catalogue: Catalogue) -> Overview:
    return overview(catalogue, "maalgrupper", lambda record: dict.fromkeys(record.target_groups))


def by_role(catalogue: Catalogue) -> Overview:
    return overview(catalogue, "roller", lambda record: {role.role: role.task for role in record.roles})


def overview(catalogue: Catalogue, name: str, words: Callable[[Intervention], dict[str, str | None]]) -> Overview:
    """The interventions by the vocabulary ``name``; ``words`` gives a record's words, each with its note."""
    chapter = catalogue.chapter(name)
    carried = [(record, words(record)) for record in catalogue.interventions]
    groups = []
    for term in catalogue.vocabulary.terms(name):
        entries = tuple(entry(record, notes[term.value]) for record, notes in carried if term.value in notes)
        if entries:
            groups.append(Group(term.label, term.explanation, entries))
    return Overview(
        address=f"{name}/index.md",
        source=chapter.path,
        title=chapter.title,
        summary=chapter.summary,
        introduction=chapter.sections.introduction,
        groups=tuple(groups),
    )


def entry(record: Intervention, note: str | None = None) -> Entry:
    return Entry(
        number=record.number,
        title=record.title,
        summary=record.summary,
        problem=record.problem,
        guide=addresses.guide(record.id),
        checklist=addresses.checklist(record.id),
        draft=record.is_draft,
        note=note,
    )
