"""A guide: one intervention or method, from what it is to where it was tried."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Document,
    Downloads,
    Emphasis,
    Facts,
    Line,
    Medium,
    Section,
    Strong,
    bullets,
    document,
    join,
    line,
    only,
    paragraph,
    section,
    steps,
)
from ..document.says import MARKED
from ..document.terms import Terms
from ..records.example import Example
from ..records.kinds import kind_of
from ..records.parts import Item, Phase
from ..records.practice import Participants, Practice, Presence, Step
from . import parts
from .key import keys
from .label import Label, labels
from .latest import latest
from .listing import templates_of
from .parts import own, to
from .prose import prose, terms

T = TypeVar("T")

HEADINGS = {Phase.BEFORE: "Før", Phase.DURING: "Undervejs", Phase.AFTER: "Bagefter"}
EVERY = {"indsats": "Alle indsatser", "metode": "Alle metoder"}


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


def at_a_glance(record: Practice, catalogue: Catalogue, words: Terms) -> Section:
    def listed(name: str, values: Iterable[str]) -> Line:
        return parts.labels(labels(catalogue.vocabulary, name, values))

    def items(between: str, of: Sequence[Item]) -> Line:
        return join(between, (line(item.text, *own(item.editorial)) for item in of))

    roles = labels(catalogue.vocabulary, "roller", (role.role for role in record.roles))
    rows = (
        ("For hvem", listed("maalgrupper", record.target_groups)),
        *((presence.word, parts.labels(group)) for presence, group in by_presence(record, roles)),
        ("Antal deltagere", line(how_many(record.participants)) if record.participants else ()),
        ("Hvor", listed("rammer", record.settings)),
        ("Tid", items(" ", record.times)),
        ("Det skal I have med", items("; ", record.materials)),
        ("Svarer på", listed("udfordringer", record.challenges)),
        ("Bygger på", listed("ressourcer", record.resources)),
        ("Handler om", listed("temaer", record.themes)),
        ("Niveau", listed("niveauer", record.levels)),
        ("Del af modellen", listed("modeltrin", [record.model_part])),
    )
    return section("Kort fortalt", Facts(tuple((name, said) for name, said in rows if said)))


def how_many(participants: Participants) -> str:
    if participants.least and participants.most:
        return f"{participants.least} til {participants.most}"
    return f"mindst {participants.least}" if participants.least else f"højst {participants.most}"


def what(record: Practice, catalogue: Catalogue, words: Terms) -> Section:
    when = paragraph(Strong(line("Brug den, når:")), f" {record.problem}")
    return section("Hvad det er", when, *prose(record.sections.what, catalogue, words))


def why(record: Practice, catalogue: Catalogue, words: Terms) -> Section:
    return section("Hvorfor", *prose(record.sections.why, catalogue, words))


def how(record: Practice, catalogue: Catalogue, words: Terms) -> Section:
    told = prose(record.sections.how, catalogue, words)
    taken = (section(part.heading, steps(map(words_of(words), part.steps)), level=3) for part in phases(record, catalogue))
    return section("Sådan gør I", *told, *taken, who(record, catalogue))


def words_of(words: Terms) -> Callable[[tuple[Step, str | None]], Line]:
    def told(taken: tuple[Step, str | None]) -> Line:
        step, role = taken
        detail = line(" ", *words.told(step.detail)) if step.detail else ()
        said = parts.notes(step, f"Hvem: {role}" if role else None, MARKED if step.editorial else None)
        small = line(" ", Emphasis(line(said))) if said else ()
        return (Strong(line(f"{step.action}.")), *detail, *small)

    return told


def who(record: Practice, catalogue: Catalogue) -> Section:
    roles = labels(catalogue.vocabulary, "roller", (role.role for role in record.roles))
    tasks = [line(parts.label(label), f": {role.task}") for label, role in zip(roles, record.roles, strict=True)]
    groups = by_presence(record, tasks)
    blocks = (block for presence, group in groups for block in (paragraph(Strong(line(presence.word))), bullets(group)))
    return section("Hvem gør hvad", *blocks, level=3)


def by_presence(record: Practice, of_roles: Sequence[T]) -> tuple[tuple[Presence, tuple[T, ...]], ...]:
    """What there is for each role of the record, those that are always part of it first."""
    known = tuple(zip(record.roles, of_roles, strict=True))
    groups = ((presence, tuple(of for role, of in known if role.presence is presence)) for presence in Presence)
    return tuple((presence, group) for presence, group in groups if group)


def questions(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    asked = bullets(line(item.text, *own(item.editorial)) for item in record.questions)
    return section("Spørgsmål til gruppearbejdet", asked) if record.questions else None


def templates(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    found = templates_of(record, catalogue)
    return section("Skabeloner", paragraph("Ark, I kan printe og udfylde:"), parts.templates(found)) if found else None


def good_advice(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    return section("Gode råd", parts.advice(record.advice, words)) if record.advice else None


def take_care(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    care = bullets((*words.told(item.text), *own(item.editorial)) for item in record.care)
    return section("Pas på", care) if record.care else None


def experience(record: Practice, catalogue: Catalogue, words: Terms) -> Section:
    areas = tuple(Label(area.title, addresses.page(area)) for area in catalogue.areas if area.id in record.areas)
    return section(
        "Erfaringer",
        paragraph(catalogue.vocabulary.term("viden", record.evidence).explanation),
        *(paragraph(*words.told(place)) for place in record.tried),
        *([paragraph("Prøvet i ", *parts.labels(areas), ".")] if areas else []),
        *parts.figures(record.figures),
        *([paragraph("Det kom der ud af det:")] if record.outcomes else []),
        *([parts.outcomes(record.outcomes, words)] if record.outcomes else []),
        *parts.voices(record.voices),
        *(tried(example, catalogue) for example in catalogue.examples_of(record)),
    )


def tried(example: Example, catalogue: Catalogue) -> Section:
    """An example as the guide tells it in short."""
    area = catalogue.area(example.area)
    place = line("Sted: ", to(addresses.page(area), area.title), f", {area.municipality} Kommune. ")
    whole = to(addresses.page(example), f"Læs hele eksemplet: {example.title}")
    return section(example.title, paragraph(example.summary), paragraph(*place, whole), level=3)


def related(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    def told() -> Iterator[Line]:
        for relation in record.related:
            other, kind = catalogue.by_id[relation.id], catalogue.vocabulary.label("relationer", relation.kind)
            yield line(f"{kind}: ", to(addresses.page(other), other.title), f". {relation.reason}", *own(relation.editorial))

    return section("Læs også", bullets(told())) if record.related else None


def sources(record: Practice, catalogue: Catalogue, words: Terms) -> Section:
    return section("Kilder", parts.sources(record.sources, record.links, catalogue), parts.reviewed(record))


GUIDE: tuple[Callable[[Practice, Catalogue, Terms], Section | None], ...] = (
    at_a_glance, what, why, how, questions, templates, good_advice, take_care, experience, related, sources,
)  # fmt: skip


@latest
def guide(record: Practice, catalogue: Catalogue) -> Document:
    """The guide to an intervention or a method; a section that would be empty is not there."""
    words = terms(record.title, catalogue)
    number = f"{kind_of(record).noun.capitalize()} {record.number}"
    ways = (
        line(number),
        line(to(addresses.sheet(record, "tjekliste"), "Tjekliste til print")),
        line(to(addresses.plan_with(record), "Læg i min plan")),
        line(to(addresses.listing(kind_of(record).address), EVERY[kind_of(record).noun])),
    )
    return document(
        addresses.page(record),
        record.title,
        record.summary,
        [
            *parts.opening(record.summary, record.is_draft),
            only(Medium.SCREEN, paragraph(*join(" · ", ways)), Downloads()),
            *filter(None, [told(record, catalogue, words) for told in GUIDE]),
            *words.section(),
        ],
        kind=kind_of(record).noun,
        id=record.id,
        kicker=number,
        data=(how_to(record, catalogue),),
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
