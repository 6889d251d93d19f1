"""Teaching with a film: the teacher's guide, the pupils' sheets, the cards and the slides."""

from collections.abc import Iterable
from typing import Any

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Document,
    Downloads,
    Facts,
    Line,
    Medium,
    Paragraph,
    Section,
    Strong,
    Style,
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
from ..document.sheet import Blank, Blanks, Card, Deck, Hint, Questions, Sheet, Slides
from ..records.film import Film, LessonFlow, LessonStep, Topic
from ..records.parts import Item, Phase
from . import parts
from .parts import mark, own, to
from .prose import prose, terms

# How many ruled lines an A4 page has room for, beside the questions.
LINES = 19
PHASES = {Phase.BEFORE: "Før filmen", Phase.DURING: "Filmen", Phase.AFTER: "Efter filmen"}


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
        section("Pas på", bullets(map(_item, film.care)), style=Style.CARE),
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


def worksheets(film: Film) -> tuple[Sheet, ...]:
    """A sheet for each topic, with room to write and no answers."""
    return tuple(_worksheet(film, number, topic) for number, topic in enumerate(film.topics, 1))


def _worksheet(film: Film, number: int, topic: Topic) -> Sheet:
    named = ("Navn", "Klasse", "Dato")
    links = [line(f"{link.title}: ", Web(link.url, line(link.url))) for link in topic.links]
    asked = tuple(line(question.text, *mark(question)) for question in topic.questions)
    return _handout(
        film,
        "worksheet",
        f"elevark-{number}",
        [topic],
        title=f"Elevark: {topic.title}",
        summary=f"Elevark til filmen {film.title}: {topic.title}.",
        heading=topic.title,
        kicker=f"Elevark · {film.title}",
        opening=(
            Blanks(tuple(Blank(line(name)) for name in named)),
            *([paragraph(topic.introduction)] if topic.introduction else []),
            *([only(Medium.SCREEN, bullets(links)), only(Medium.PAPER, *map(Paragraph, links))] if links else []),
        ),
        # The answers to a topic fill one A4 page.
        blocks=(Questions(asked, max(2, LINES // len(asked))),),
    )


def cards(film: Film) -> Sheet:
    """Every question on a card of its own."""
    return _handout(
        film,
        "cards",
        "samtalekort",
        film.topics,
        title=f"Samtalekort: {film.title}",
        summary=f"Samtalekort til filmen {film.title}: et spørgsmål på hvert kort, otte kort på en side.",
        opening=(Hint(line("Print siden, og klip langs de stiplede linjer. Der er otte kort på en side.")),),
        blocks=(Deck(_cards(film), talk=True),),
    )


def slides(film: Film) -> Sheet:
    """Every question on a slide of its own."""
    return _handout(
        film,
        "slides",
        "dias",
        film.topics,
        title=f"Dias: {film.title}",
        summary=f"Dias til filmen {film.title}: et spørgsmål ad gangen, til tavlen.",
        opening=(paragraph(Web(film.link.url, line(f"Se filmen: {film.link.title}"))),),
        blocks=(Slides(_cards(film)),),
        back="Til lærervejledningen",
    )


def _cards(film: Film) -> tuple[Card, ...]:
    return tuple(Card(topic.title, line(question.text, *mark(question))) for topic in film.topics for question in topic.questions)


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


def _handout(
    film: Film, kind: str, name: str, topics: Iterable[Topic], back: str = "", heading: str = "", **fields: Any
) -> Sheet:
    """What is printed or shown of a film: one topic for a worksheet, all of them for cards and slides."""
    marked = bool(mark(*(question for topic in topics for question in topic.questions)))
    return Sheet(
        kind=kind,
        address=addresses.sheet(film, name),
        id=film.id,
        heading=heading or film.title,
        back=to(addresses.page(film), back or f"Til lærervejledningen: {film.title}"),
        version=film.version,
        imprint=parts.imprint(film, marked),
        marked=marked,
        **fields,
    )
