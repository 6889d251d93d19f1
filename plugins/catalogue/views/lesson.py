"""Teaching with a film: the teacher's guide, the pupils' sheets, the cards and the slides."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..collection import Catalogue
from ..records.film import Fact, Film, LessonFlow, Participant, Topic
from ..records.glossary import Entry
from ..records.parts import Item, Link
from .guide import Cited, cited
from .label import Label
from .prose import Prose, explained, prose

# How many ruled lines an A4 page has room for, beside the questions.
LINES = 19


@dataclass(frozen=True)
class Material:
    """Something to print or to show: what it is called, where it is, and how many questions it has."""

    title: str
    address: str
    questions: int


@dataclass(frozen=True)
class Lesson:
    """The teacher's guide."""

    address: str
    source: str
    id: str
    title: str
    summary: str
    draft: bool
    link: Link
    facts: tuple[Fact, ...]
    participants: tuple[Participant, ...]
    levels: tuple[str, ...]
    subjects: tuple[str, ...]
    issues: tuple[str, ...]
    about: Prose
    why: Prose
    how: Prose
    topics: tuple[Topic, ...]
    groups: tuple[Item, ...]
    care: tuple[Item, ...]
    flows: tuple[LessonFlow, ...]
    worksheets: tuple[Material, ...]
    cards: Material
    slides: Material
    intervention: Label
    citations: tuple[Cited, ...]
    reviewed: date
    reviewer: str
    version: str
    resource: list[dict[str, object]]
    """The film and the teaching material as schema.org tells them, for machines."""
    glossary: tuple[Entry, ...]


@dataclass(frozen=True)
class Handout:
    """What is printed or shown of a film: one topic for a worksheet, all of them for cards and slides."""

    address: str
    lesson: str
    id: str
    film: str
    link: Link
    version: str
    reviewed: date
    reviewer: str
    topics: tuple[Topic, ...]
    lines: int
    """Ruled lines below each question, so that the answers to a topic fill one A4 page."""
    marked: bool
    """Whether a question is the editors' suggestion, so that the foot explains the mark."""


def lesson(film: Film, catalogue: Catalogue) -> Lesson:
    """The teacher's guide to a film."""
    intervention = catalogue.intervention(film.intervention)
    total = sum(len(topic.questions) for topic in film.topics)
    return Lesson(
        address=addresses.page(film),
        source=film.path,
        id=film.id,
        title=film.title,
        summary=film.summary,
        draft=film.is_draft,
        link=film.link,
        facts=film.facts,
        participants=film.participants,
        levels=film.levels,
        subjects=film.subjects,
        issues=film.issues,
        about=prose(film.sections.about, catalogue),
        why=prose(film.sections.why, catalogue),
        how=prose(film.sections.how, catalogue),
        topics=film.topics,
        groups=film.groups,
        care=film.care,
        flows=film.flows,
        worksheets=tuple(
            Material(topic.title, addresses.sheet(film, f"elevark-{number}"), len(topic.questions))
            for number, topic in enumerate(film.topics, 1)
        ),
        cards=Material("Samtalekort", addresses.sheet(film, "samtalekort"), total),
        slides=Material("Dias", addresses.sheet(film, "dias"), total),
        intervention=Label(intervention.title, addresses.page(intervention)),
        citations=cited(film.sources, catalogue),
        reviewed=film.reviewed,
        reviewer=film.reviewer,
        version=film.version,
        resource=resource(film),
        glossary=explained(film.title, catalogue),
    )


def worksheets(film: Film) -> tuple[Handout, ...]:
    """A sheet for each topic, with room to write and no answers."""
    return tuple(_handout(film, f"elevark-{number}", (topic,)) for number, topic in enumerate(film.topics, 1))


def cards(film: Film) -> Handout:
    """Every question on a card of its own."""
    return _handout(film, "samtalekort", film.topics)


def slides(film: Film) -> Handout:
    """Every question on a slide of its own."""
    return _handout(film, "dias", film.topics)


def resource(film: Film) -> list[dict[str, object]]:
    """The film as a ``VideoObject`` and its guide as a ``LearningResource``: https://schema.org/LearningResource."""
    return [
        {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": f"Undervisning: {film.title}",
            "description": film.summary,
            "inLanguage": "da",
            "learningResourceType": ["lærervejledning", "elevark", "samtalekort", "dias"],
            "educationalLevel": list(film.levels),
            "about": list(film.issues),
            "dateModified": film.reviewed.isoformat(),
            "license": "https://creativecommons.org/licenses/by/4.0/",
        },
        {
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "name": film.title,
            "description": film.summary,
            "inLanguage": "da",
            "url": film.link.url,
        },
    ]


def _handout(film: Film, name: str, topics: tuple[Topic, ...]) -> Handout:
    return Handout(
        address=addresses.sheet(film, name),
        lesson=addresses.page(film),
        id=film.id,
        film=film.title,
        link=film.link,
        version=film.version,
        reviewed=film.reviewed,
        reviewer=film.reviewer,
        topics=topics,
        lines=max(2, LINES // sum(len(topic.questions) for topic in topics)),
        marked=any(question.editorial for topic in topics for question in topic.questions),
    )
