"""Where things happened: the page of an example, and the page of a housing area."""

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import Document, bullets, document, line, paragraph, section
from ..records.area import Area
from ..records.example import Example
from . import parts
from .latest import latest
from .listing import templates_of
from .parts import to
from .prose import prose, terms


@latest
def example_page(example: Example, catalogue: Catalogue) -> Document:
    """The page of an example."""
    words = terms(example.title, catalogue)
    intervention, area = catalogue.intervention(example.intervention), catalogue.area(example.area)
    belongs = line(
        "Eksempel på indsatsen ",
        to(addresses.page(intervention), intervention.title),
        ". Sted: ",
        to(addresses.page(area), area.title),
        f", {area.municipality} Kommune.",
    )
    blocks = [*parts.opening(example.summary, example.is_draft), paragraph(*belongs), *parts.figures(example.figures)]
    if example.sections.why:
        blocks.append(section("Hvorfor", *prose(example.sections.why, catalogue, words)))
    blocks.append(section("Sådan gjorde de", *prose(example.sections.what, catalogue, words)))
    if example.outcomes or example.voices:
        outcomes = [parts.outcomes(example.outcomes, words)] if example.outcomes else []
        blocks.append(section("Hvad der kom ud af det", *outcomes, *parts.voices(example.voices)))
    if example.advice:
        blocks.append(section("Gode råd", parts.advice(example.advice, words)))
    if templates := templates_of(example, catalogue):
        blocks.append(section("Skabeloner", parts.templates(templates)))
    sources = parts.sources(example.sources, example.links, catalogue)
    blocks.append(section("Kilder", sources, parts.reviewed(example)))
    blocks += words.section()
    return document(addresses.page(example), example.title, example.summary, blocks, kind="eksempel", id=example.id)


@latest
def area_page(area: Area, catalogue: Catalogue) -> Document:
    """The page of a housing area."""
    words = terms(area.title, catalogue)
    blocks = [
        *parts.opening(area.summary),
        paragraph(f"{area.municipality} Kommune"),
        *parts.figures(area.figures),
        section("Området", *prose(area.sections.place, catalogue, words)),
        section("Organisering", *prose(area.sections.organisation, catalogue, words)),
    ]
    # What was tried here: each example with its intervention, and the interventions that have none.
    tried = [
        *(
            line(
                to(addresses.page(example), example.title),
                f" ({catalogue.intervention(example.intervention).title}): {example.summary}",
            )
            for example in catalogue.examples
            if example.area == area.id
        ),
        *(
            line(to(addresses.page(record), record.title), f": {record.summary}")
            for record in catalogue.practices
            if area.id in record.areas
        ),
    ]
    if tried:
        blocks.append(section("Det har de prøvet her", bullets(tried)))
    blocks.append(section("Kilder", parts.sources(area.sources, (), catalogue)))
    blocks += words.section()
    return document(addresses.page(area), area.title, area.summary, blocks, kind="omraade", id=area.id)
