"""A guide: one intervention or method, from what it is to where it was tried."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from .. import addresses
from ..collection import Catalogue
from ..records.example import Example
from ..records.glossary import Entry
from ..records.kinds import kind_of
from ..records.parts import Advice, Citation, Figure, Item, Link, Outcome, Phase, Voice
from ..records.practice import Participants, Practice, Presence, Step
from .key import keys
from .label import Label, labels
from .listing import Entry as Listed
from .listing import templates_of
from .prose import Prose, explained, prose

T = TypeVar("T")

HEADINGS = {Phase.BEFORE: "Før", Phase.DURING: "Undervejs", Phase.AFTER: "Bagefter"}


@dataclass(frozen=True)
class AtAGlance:
    target_groups: tuple[Label, ...]
    roles: tuple[tuple[Presence, tuple[Label, ...]], ...]
    settings: tuple[Label, ...]
    times: tuple[Item, ...]
    participants: Participants | None
    materials: tuple[Item, ...]
    model_part: Label
    challenges: tuple[Label, ...]
    resources: tuple[Label, ...]
    levels: tuple[Label, ...]
    themes: tuple[Label, ...]


@dataclass(frozen=True)
class What:
    prose: Prose
    problem: str


@dataclass(frozen=True)
class Why:
    prose: Prose


@dataclass(frozen=True)
class Task:
    role: Label
    task: str


@dataclass(frozen=True)
class PhaseSteps:
    """The steps under one heading: of a phase or, where it is several meetings, of one of them."""

    phase: Phase
    meeting: str | None
    heading: str
    id: str
    steps: tuple[tuple[Step, str | None], ...]
    """Each step with the name of the role that takes it."""
    keys: tuple[str, ...]
    """The key of each step, for whatever people write about it."""


@dataclass(frozen=True)
class How:
    prose: Prose
    phases: tuple[PhaseSteps, ...]
    tasks: tuple[tuple[Presence, tuple[Task, ...]], ...]


@dataclass(frozen=True)
class Questions:
    questions: tuple[Item, ...]


@dataclass(frozen=True)
class Templates:
    templates: tuple[Listed, ...]


@dataclass(frozen=True)
class GoodAdvice:
    advice: tuple[Advice, ...]


@dataclass(frozen=True)
class TakeCare:
    care: tuple[Item, ...]


@dataclass(frozen=True)
class Cited:
    """A citation with the title of the work."""

    title: str
    citation: Citation


@dataclass(frozen=True)
class Tried:
    """An example as the guide tells it in short."""

    title: str
    summary: str
    address: str
    area: str
    area_address: str
    municipality: str


@dataclass(frozen=True)
class Experience:
    evidence: str
    tried: tuple[str, ...]
    areas: tuple[Label, ...]
    outcomes: tuple[Outcome, ...]
    figures: tuple[Figure, ...]
    voices: tuple[Voice, ...]
    examples: tuple[Tried, ...]


@dataclass(frozen=True)
class RelatedRecord:
    title: str
    address: str
    kind: str
    reason: str
    editorial: bool


@dataclass(frozen=True)
class Related:
    records: tuple[RelatedRecord, ...]


@dataclass(frozen=True)
class Sources:
    citations: tuple[Cited, ...]
    links: tuple[Link, ...]
    reviewed: date
    reviewer: str
    version: str
    file: str


def at_a_glance(record: Practice, catalogue: Catalogue) -> AtAGlance:
    words = catalogue.vocabulary
    return AtAGlance(
        target_groups=labels(words, "maalgrupper", record.target_groups),
        roles=by_presence(record, labels(words, "roller", (role.role for role in record.roles))),
        settings=labels(words, "rammer", record.settings),
        times=record.times,
        participants=record.participants,
        materials=record.materials,
        model_part=labels(words, "modeltrin", [record.model_part])[0],
        challenges=labels(words, "udfordringer", record.challenges),
        resources=labels(words, "ressourcer", record.resources),
        levels=labels(words, "niveauer", record.levels),
        themes=labels(words, "temaer", record.themes),
    )


def what(record: Practice, catalogue: Catalogue) -> What:
    return What(prose(record.sections.what, catalogue), record.problem)


def why(record: Practice, catalogue: Catalogue) -> Why:
    return Why(prose(record.sections.why, catalogue))


def how(record: Practice, catalogue: Catalogue) -> How:
    roles = labels(catalogue.vocabulary, "roller", (role.role for role in record.roles))
    tasks = [Task(label, role.task) for label, role in zip(roles, record.roles, strict=True)]
    return How(prose=prose(record.sections.how, catalogue), phases=phases(record, catalogue), tasks=by_presence(record, tasks))


def by_presence(record: Practice, of_roles: Sequence[T]) -> tuple[tuple[Presence, tuple[T, ...]], ...]:
    """What there is for each role of the record, those that are always part of it first."""
    known = tuple(zip(record.roles, of_roles, strict=True))
    groups = ((presence, tuple(of for role, of in known if role.presence is presence)) for presence in Presence)
    return tuple((presence, group) for presence, group in groups if group)


def questions(record: Practice, catalogue: Catalogue) -> Questions | None:
    return Questions(record.questions) if record.questions else None


def templates(record: Practice, catalogue: Catalogue) -> Templates | None:
    found = templates_of(record, catalogue)
    return Templates(found) if found else None


def good_advice(record: Practice, catalogue: Catalogue) -> GoodAdvice | None:
    return GoodAdvice(record.advice) if record.advice else None


def take_care(record: Practice, catalogue: Catalogue) -> TakeCare | None:
    return TakeCare(record.care) if record.care else None


def experience(record: Practice, catalogue: Catalogue) -> Experience:
    return Experience(
        evidence=catalogue.vocabulary.term("viden", record.evidence).explanation,
        tried=record.tried,
        areas=tuple(Label(area.title, addresses.page(area)) for area in catalogue.areas if area.id in record.areas),
        outcomes=record.outcomes,
        figures=record.figures,
        voices=record.voices,
        examples=tuple(tried(example, catalogue) for example in catalogue.examples_of(record)),
    )


def tried(example: Example, catalogue: Catalogue) -> Tried:
    area = catalogue.area(example.area)
    return Tried(example.title, example.summary, addresses.page(example), area.title, addresses.page(area), area.municipality)


def related(record: Practice, catalogue: Catalogue) -> Related | None:
    records = tuple(
        RelatedRecord(
            title=catalogue.by_id[relation.id].title,
            address=addresses.page(catalogue.by_id[relation.id]),
            kind=catalogue.vocabulary.label("relationer", relation.kind),
            reason=relation.reason,
            editorial=relation.editorial,
        )
        for relation in record.related
    )
    return Related(records) if records else None


def sources(record: Practice, catalogue: Catalogue) -> Sources:
    return Sources(cited(record.sources, catalogue), record.links, record.reviewed, record.reviewer, record.version, record.path)


Section = AtAGlance | What | Why | How | Questions | Templates | GoodAdvice | TakeCare | Experience | Related | Sources

GUIDE: tuple[Callable[[Practice, Catalogue], Section | None], ...] = (
    at_a_glance, what, why, how, questions, templates, good_advice, take_care, experience, related, sources,
)  # fmt: skip


@dataclass(frozen=True)
class Guide:
    address: str
    id: str
    noun: str
    listing: str
    title: str
    number: int
    summary: str
    draft: bool
    checklist: str
    plan: str
    how_to: dict[str, object]
    """The guide as schema.org tells it, for machines."""
    sections: tuple[Section, ...]
    glossary: tuple[Entry, ...]
    """Every word that the page explains where it uses it first."""


def guide(record: Practice, catalogue: Catalogue) -> Guide:
    """The guide to an intervention or a method; a section that would be empty is not there."""
    sections = (section(record, catalogue) for section in GUIDE)
    return Guide(
        address=addresses.page(record),
        id=record.id,
        noun=kind_of(record).noun,
        listing=addresses.listing(kind_of(record).address),
        title=record.title,
        number=record.number,
        summary=record.summary,
        draft=record.is_draft,
        checklist=addresses.sheet(record, "tjekliste"),
        plan=addresses.plan_with(record),
        how_to=how_to(record, catalogue),
        sections=tuple(section for section in sections if section is not None),
        glossary=explained(record.title, catalogue),
    )


def phases(record: Practice, catalogue: Catalogue) -> tuple[PhaseSteps, ...]:
    """The steps of each phase that has any, meeting by meeting, each with the name of its role."""
    words = catalogue.vocabulary
    known = tuple(zip(record.steps, keys(step.action for step in record.steps), strict=True))
    result = []
    for phase in Phase:
        here = [(step, key) for step, key in known if step.phase is phase]
        for number, (meeting, found) in enumerate(groupby(here, key=lambda item: item[0].meeting), 1):
            group = list(found)
            steps = tuple((step, words.label("roller", step.role) if step.role else None) for step, _ in group)
            id = f"{phase.value}-{number}" if meeting else phase.value
            keys_of = tuple(key for _, key in group)
            result.append(PhaseSteps(phase, meeting, meeting or HEADINGS[phase], id, steps, keys_of))
    return tuple(result)


def cited(citations: Iterable[Citation], catalogue: Catalogue) -> tuple[Cited, ...]:
    return tuple(Cited(catalogue.vocabulary.label("kilder", citation.source), citation) for citation in citations)


def how_to(record: Practice, catalogue: Catalogue) -> dict[str, object]:
    """The record as a schema.org ``HowTo``: https://schema.org/HowTo."""
    result: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": record.title,
        "description": record.summary,
        "inLanguage": "da",
        "dateModified": record.reviewed.isoformat(),
        "version": record.version,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "keywords": ", ".join(
            (*(label.text for label in labels(catalogue.vocabulary, "temaer", record.themes)), *record.synonyms)
        ),
        "step": [
            {"@type": "HowToStep", "position": position, "text": f"{step.action}. {step.detail or ''}".strip()}
            for position, step in enumerate(record.steps, 1)
        ],
    }
    if record.materials:
        result["supply"] = [{"@type": "HowToSupply", "name": material.text} for material in record.materials]
    return result
