"""Teaching with a film: the teacher's guide, the pupils' sheets, the cards and the slides."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Document,
    Downloads,
    Facts,
    Line,
    Medium,
    Section,
    Strong,
    Web,
    bullets,
    document,
    join,
    line,
    only,
    paragraph,
    section,
    steps,
)
from ..records.film import Film, LessonFlow, LessonStep, Topic
from ..records.parts import Item, Link, Phase
from . import parts
from .parts import own, to
from .prose import prose, terms

# How many ruled lines an A4 page has room for, beside the questions.
LINES = 19
PHASES = {Phase.BEFORE: "Før filmen", Phase.DURING: "Filmen", Phase.AFTER: "Efter filmen"}


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


def lesson(film: Film, catalogue: Catalogue) -> Document:
    """The teacher's guide to a film."""
    words = terms(film.title, catalogue)
    title = f"Undervisning: {film.title}"
    intervention = catalogue.intervention(film.intervention)
    facts = ((fact.name, fact.value) for fact in film.facts)
    people = ((person.name, person.who) for person in film.participants)
    labelled = (
        ("Niveau", line("; ".join(film.levels))),
        ("Fag", line(", ".join(film.subjects))),
        ("Emner", line(", ".join(film.issues))),
    )
    blocks = [
        *parts.opening(film.summary, film.is_draft),
        paragraph(Web(film.link.url, line(f"Se filmen: {film.link.title}"))),
        only(Medium.SCREEN, section("Til timen", bullets(_materials(film)), Downloads())),
        section(
            "Om filmen",
            *prose(film.sections.about, catalogue, words),
            Facts(tuple((name, line(said)) for name, said in (*facts, *people))),
        ),
        section("Fag og niveau", Facts(labelled)),
        section("Hvorfor vise den", *prose(film.sections.why, catalogue, words)),
        section("Sådan bruger du den", *prose(film.sections.how, catalogue, words), *map(_flow, film.flows)),
        section("Temaer og spørgsmål", *(_topic(number, topic) for number, topic in enumerate(film.topics, 1))),
        section("Gruppearbejde", bullets(map(_item, film.groups))),
        section("Pas på", bullets(map(_item, film.care))),
        section(
            "Kilder",
            paragraph("Filmen er en del af indsatsen ", to(addresses.page(intervention), intervention.title), "."),
            parts.sources(film.sources, (), catalogue),
            parts.reviewed(film),
        ),
        *words.section(),
    ]
    data = tuple(resource(film))
    return document(addresses.page(film), title, film.summary, blocks, kind="undervisning", id=film.id, data=data)


def _materials(film: Film) -> list[Line]:
    """What there is to print and to show, each with how many questions it has."""
    total = sum(len(topic.questions) for topic in film.topics)
    return [
        *(
            line(
                to(addresses.sheet(film, f"elevark-{number}"), f"Elevark: {topic.title}"),
                f" ({len(topic.questions)} spørgsmål, til print)",
            )
            for number, topic in enumerate(film.topics, 1)
        ),
        line(to(addresses.sheet(film, "samtalekort"), "Samtalekort til print"), f" ({total} kort til at klippe ud)"),
        line(to(addresses.sheet(film, "dias"), "Dias til tavlen"), f" ({total} spørgsmål, et ad gangen)"),
    ]


def _flow(flow: LessonFlow) -> Section:
    whose = [paragraph("Forløbet er redaktionens forslag.")] if flow.editorial else []
    return section(f"Forslag til {flow.minutes} minutter", *whose, steps(map(_step, flow.steps)), level=3)


def _step(step: LessonStep) -> Line:
    minutes = f", {step.minutes} minutter" if step.minutes else ""
    return line(Strong(line(f"{PHASES[step.phase]}{minutes}:")), f" {step.text}", *own(step.editorial))


def _topic(number: int, topic: Topic) -> Section:
    read_more = paragraph("Læs mere: ", *join("; ", (line(parts.web(link)) for link in topic.links)), ".")
    return section(
        f"Tema {number}: {topic.title}",
        *([paragraph(topic.introduction)] if topic.introduction else []),
        bullets(map(_item, topic.questions)),
        *([read_more] if topic.links else []),
        level=3,
    )


def _item(item: Item) -> Line:
    return line(item.text, *own(item.editorial))


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
