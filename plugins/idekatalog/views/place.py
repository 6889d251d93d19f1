"""Where things happened: the page of an example, and the page of a housing area."""

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Block,
    Cards,
    Columns,
    Document,
    Fact,
    Look,
    Opening,
    Section,
    Signs,
    Style,
    document,
    line,
    section,
)
from ..language.words import _, plural
from ..records.area import Area
from ..records.example import Example
from ..records.practice import Practice
from . import parts
from .card import card
from .label import Label
from .latest import latest
from .prose import prose, terms


@latest
def example_page(example: Example, catalogue: Catalogue) -> Document:
    """The page of an example."""
    words = terms(example.title, catalogue)
    intervention = catalogue.intervention(example.intervention)
    area = catalogue.area(example.area) if example.area else None
    place = (
        [Fact("hvor", _("Sted"), line(parts.label(Label(area.title, addresses.page(area)))), line(area.municipality or ""))]
        if area
        else []
    )
    facts = (
        *place,
        Fact("viden", _("Eksempel på"), line(parts.label(Label(intervention.title, addresses.page(intervention))))),
    )
    blocks: list[Block] = [
        Opening(
            (*parts.opening(example.summary, example.is_draft), *parts.figures(example.figures)),
            _beside(intervention, facts, catalogue),
        ),
    ]
    if example.sections.why:
        blocks.append(section(_("Hvorfor"), *prose(example.sections.why, catalogue, words)))
    if example.sections.what:
        blocks.append(section(_("Sådan gjorde de"), *prose(example.sections.what, catalogue, words)))
    if example.outcomes or example.voices:
        outcomes = [parts.outcomes(example.outcomes, words)] if example.outcomes else []
        blocks.append(section(_("Hvad der kom ud af det"), *outcomes, *parts.voices(example.voices)))
    if example.advice:
        blocks.append(section(_("Gode råd"), parts.advice(example.advice, words), style=Style.GOOD))
    if templates := catalogue.templates_of(example):
        blocks.append(
            section(_("Skabeloner"), Cards(tuple(parts.sheet_card(sheet, catalogue) for sheet in templates), Look.SHEET, level=3))
        )
    behind = parts.origin(example.sources, example.links, catalogue, parts.reviewed(example))
    blocks.append(_depth(*behind, *map(parts.folded, words.section())))
    return document(addresses.page(example), example.title, example.summary, blocks, kind="eksempel", id=example.id)


@latest
def area_page(area: Area, catalogue: Catalogue) -> Document:
    """The page of a housing area."""
    words = terms(area.title, catalogue)
    examples = tuple(example for example in catalogue.examples if example.area == area.id)
    # What was tried here: each example with its intervention, and the interventions that have none.
    practices = tuple(record for record in catalogue.practices if area.id in record.areas)
    tried = (
        *(card(example, catalogue) for example in examples),
        *(card(record, catalogue) for record in practices),
    )
    facts = [Fact("hvor", _("Kommune"), line(area.municipality))] if area.municipality else []
    if count := len({*(example.intervention for example in examples), *(record.id for record in practices)}):
        facts.append(Fact("proevet", _("Prøvet her"), line(plural("{n} indsats", "{n} indsatser", count))))
    told = ((_("Området"), area.sections.place), (_("Organisering"), area.sections.organisation))
    text = [section(heading, *prose(said, catalogue, words)) for heading, said in told if said]
    blocks: list[Block] = [
        Opening((*parts.opening(area.summary), *parts.figures(area.figures)), (_facts(*facts),) if facts else ()),
        *((Columns(tuple((one,) for one in text)),) if len(text) > 1 else text),
    ]
    if tried:
        blocks.append(section(_("Det har de prøvet her"), Cards(tried, level=3)))
    if behind := (*parts.origin(area.sources, (), catalogue), *map(parts.folded, words.section())):
        blocks.append(_depth(*behind))
    return document(addresses.page(area), area.title, area.summary, blocks, kind="omraade", id=area.id)


def _beside(intervention: Practice, facts: tuple[Fact, ...], catalogue: Catalogue) -> tuple[Block, ...]:
    return (*parts.drawn(intervention, catalogue), _facts(*facts))


def _facts(*facts: Fact) -> Section:
    return section(_("Kort fortalt"), Signs(facts), style=Style.FACTS)


def _depth(*folded: Section) -> Block:
    """What is folded at the foot."""
    return section(_("Vil I vide mere?"), *folded, key="mere")
