"""Where things happened: the page of an example, and the page of a housing area."""

from dataclasses import dataclass

from .. import addresses
from ..collection import Catalogue
from ..records.area import Area
from ..records.example import Example
from ..records.glossary import Entry as Word
from ..records.kinds import kind_of
from ..records.parts import Advice, Figure, Link, Outcome, Voice
from .guide import Cited, cited
from .label import Label
from .listing import Entry, entry, templates_of
from .prose import Prose, explained, prose


@dataclass(frozen=True)
class ExamplePage:
    address: str
    id: str
    title: str
    summary: str
    draft: bool
    intervention: Label
    area: Label
    municipality: str
    why: Prose | None
    what: Prose
    figures: tuple[Figure, ...]
    outcomes: tuple[Outcome, ...]
    voices: tuple[Voice, ...]
    advice: tuple[Advice, ...]
    templates: tuple[Entry, ...]
    citations: tuple[Cited, ...]
    links: tuple[Link, ...]
    glossary: tuple[Word, ...]


@dataclass(frozen=True)
class AreaPage:
    address: str
    id: str
    title: str
    summary: str
    municipality: str
    figures: tuple[Figure, ...]
    place: Prose
    organisation: Prose
    examples: tuple[Entry, ...]
    """What was tried here, each with the intervention it is an example of."""
    tried: tuple[Entry, ...]
    """Interventions tried here without an example of their own."""
    citations: tuple[Cited, ...]
    glossary: tuple[Word, ...]


def example_page(example: Example, catalogue: Catalogue) -> ExamplePage:
    intervention = catalogue.intervention(example.intervention)
    area = catalogue.area(example.area)
    return ExamplePage(
        address=addresses.page(example),
        id=example.id,
        title=example.title,
        summary=example.summary,
        draft=example.is_draft,
        intervention=Label(intervention.title, addresses.page(intervention)),
        area=Label(area.title, addresses.page(area)),
        municipality=area.municipality,
        why=prose(example.sections.why, catalogue) if example.sections.why else None,
        what=prose(example.sections.what, catalogue),
        figures=example.figures,
        outcomes=example.outcomes,
        voices=example.voices,
        advice=example.advice,
        templates=templates_of(example, catalogue),
        citations=cited(example.sources, catalogue),
        links=example.links,
        glossary=explained(example.title, catalogue),
    )


def area_page(area: Area, catalogue: Catalogue) -> AreaPage:
    return AreaPage(
        address=addresses.page(area),
        id=area.id,
        title=area.title,
        summary=area.summary,
        municipality=area.municipality,
        figures=area.figures,
        place=prose(area.sections.place, catalogue),
        organisation=prose(area.sections.organisation, catalogue),
        examples=tuple(
            Entry(
                example.title,
                example.summary,
                addresses.page(example),
                kind_of(example).noun,
                note=catalogue.intervention(example.intervention).title,
            )
            for example in catalogue.examples
            if example.area == area.id
        ),
        tried=tuple(entry(record) for record in catalogue.practices if area.id in record.areas),
        citations=cited(area.sources, catalogue),
        glossary=explained(area.title, catalogue),
    )
