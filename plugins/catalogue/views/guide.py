"""A guide: one intervention, from what it is to where it was tried."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..collection import Catalogue
from ..model import Advice, Citation, Example, Figure, Intervention, Link, Participants, Phase, Step, Voice
from .label import Label, labels


@dataclass(frozen=True)
class AtAGlance:
    target_groups: tuple[Label, ...]
    needed: tuple[Label, ...]
    optional: tuple[Label, ...]
    settings: tuple[Label, ...]
    times: tuple[str, ...]
    participants: Participants | None
    materials: tuple[str, ...]
    model_part: str
    levels: tuple[Label, ...]
    themes: tuple[Label, ...]


@dataclass(frozen=True)
class What:
    prose: str
    problem: str


@dataclass(frozen=True)
class Why:
    prose: str


@dataclass(frozen=True)
class Task:
    role: Label
    task: str
    needed: bool


@dataclass(frozen=True)
class PhaseSteps:
    phase: Phase
    steps: tuple[tuple[Step, str | None], ...]
    """Each step with the name of the role that takes it."""


@dataclass(frozen=True)
class How:
    prose: str
    phases: tuple[PhaseSteps, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Questions:
    questions: tuple[str, ...]


@dataclass(frozen=True)
class GoodAdvice:
    advice: tuple[Advice, ...]


@dataclass(frozen=True)
class TakeCare:
    care: tuple[str, ...]


@dataclass(frozen=True)
class Cited:
    """A citation with the title of the work."""

    title: str
    citation: Citation


@dataclass(frozen=True)
class Tried:
    """An example as the guide tells it, with the area it happened in."""

    example: Example
    area: str
    municipality: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True)
class Experience:
    evidence: str
    tried: tuple[str, ...]
    outcomes: tuple[str, ...]
    figures: tuple[Figure, ...]
    voices: tuple[Voice, ...]
    examples: tuple[Tried, ...]


@dataclass(frozen=True)
class RelatedRecord:
    title: str
    address: str
    kind: str
    reason: str


@dataclass(frozen=True)
class Related:
    records: tuple[RelatedRecord, ...]


@dataclass(frozen=True)
class Sources:
    citations: tuple[Cited, ...]
    links: tuple[Link, ...]
    reviewed: date
    version: str
    file: str


def at_a_glance(record: Intervention, catalogue: Catalogue) -> AtAGlance:
    words = catalogue.vocabulary
    return AtAGlance(
        target_groups=labels(words, "maalgrupper", record.target_groups),
        needed=labels(words, "roller", (role.role for role in record.roles if role.needed)),
        optional=labels(words, "roller", (role.role for role in record.roles if not role.needed)),
        settings=labels(words, "rammer", record.settings),
        times=record.times,
        participants=record.participants,
        materials=record.materials,
        model_part=words.label("modeltrin", record.model_part),
        levels=labels(words, "niveauer", record.levels),
        themes=labels(words, "temaer", record.themes),
    )


def what(record: Intervention, catalogue: Catalogue) -> What:
    return What(record.sections.what, record.problem)


def why(record: Intervention, catalogue: Catalogue) -> Why:
    return Why(record.sections.why)


def how(record: Intervention, catalogue: Catalogue) -> How:
    words = catalogue.vocabulary
    tasks = zip(labels(words, "roller", (role.role for role in record.roles)), record.roles, strict=True)
    return How(
        prose=record.sections.how,
        phases=phases(record, catalogue),
        tasks=tuple(Task(label, role.task, role.needed) for label, role in tasks),
    )


def questions(record: Intervention, catalogue: Catalogue) -> Questions | None:
    return Questions(record.questions) if record.questions else None


def good_advice(record: Intervention, catalogue: Catalogue) -> GoodAdvice | None:
    return GoodAdvice(record.advice) if record.advice else None


def take_care(record: Intervention, catalogue: Catalogue) -> TakeCare | None:
    return TakeCare(record.care) if record.care else None


def experience(record: Intervention, catalogue: Catalogue) -> Experience:
    areas = {area.id: area for area in catalogue.areas}
    return Experience(
        evidence=catalogue.vocabulary.term("viden", record.evidence).explanation,
        tried=record.tried,
        outcomes=record.outcomes,
        figures=record.figures,
        voices=record.voices,
        examples=tuple(
            Tried(example, areas[example.area].title, areas[example.area].municipality, cited(example.sources, catalogue))
            for example in catalogue.examples_of(record)
        ),
    )


def related(record: Intervention, catalogue: Catalogue) -> Related | None:
    titles = {other.id: other.title for other in catalogue.interventions}
    records = tuple(
        RelatedRecord(
            title=titles[relation.id],
            address=addresses.guide(relation.id),
            kind=catalogue.vocabulary.label("relationer", relation.kind),
            reason=relation.reason,
        )
        for relation in record.related
    )
    return Related(records) if records else None


def sources(record: Intervention, catalogue: Catalogue) -> Sources:
    return Sources(cited(record.sources, catalogue), record.links, record.reviewed, record.version, record.path)


Section = AtAGlance | What | Why | How | Questions | GoodAdvice | TakeCare | Experience | Related | Sources

GUIDE: tuple[Callable[[Intervention, Catalogue], Section | None], ...] = (
    at_a_glance, what, why, how, questions, good_advice, take_care, experience, related, sources,
)  # fmt: skip


@dataclass(frozen=True)
class Guide:
    address: str
    source: str
    title: str
    number: int
    summary: str
    draft: bool
    checklist: str
    how_to: dict[str, object]
    """The guide as schema.org tells it, for machines."""
    sections: tuple[Section, ...]


def guide(record: Intervention, catalogue: Catalogue) -> Guide:
    """The guide to an intervention; a section that would be empty is not there."""
    sections = (section(record, catalogue) for section in GUIDE)
    return Guide(
        address=addresses.guide(record.id),
        source=record.path,
        title=record.title,
        number=record.number,
        summary=record.summary,
        draft=record.is_draft,
        checklist=addresses.checklist(record.id),
        how_to=how_to(record, catalogue),
        sections=tuple(section for section in sections if section is not None),
    )


def phases(record: Intervention, catalogue: Catalogue) -> tuple[PhaseSteps, ...]:
    """The steps of each phase that has any, each with the name of its role."""
    words = catalogue.vocabulary
    result = []
    for phase in Phase:
        steps = tuple(
            (step, words.label("roller", step.role) if step.role else None) for step in record.steps if step.phase is phase
        )
        if steps:
            result.append(PhaseSteps(phase, steps))
    return tuple(result)


def cited(citations: Iterable[Citation], catalogue: Catalogue) -> tuple[Cited, ...]:
    return tuple(Cited(catalogue.vocabulary.label("kilder", citation.source), citation) for citation in citations)


def how_to(record: Intervention, catalogue: Catalogue) -> dict[str, object]:
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
        result["supply"] = [{"@type": "HowToSupply", "name": material} for material in record.materials]
    return result
