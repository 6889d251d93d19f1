"""Somewhere an intervention was tried."""

from ..reading import source
from .fields import Line, Prose, Summary, WholeNumber, asked_field, optional, required
from .parts import Advice, Citation, Figure, Link, Outcome, Voice
from .record import Reviewed, Sections


class ExampleSections(Sections):
    why: Prose | None = optional("Hvorfor", "Hvorfor man gjorde det netop her.", None)
    what: Prose | None = optional("Sådan gjorde de", "Hvad der skete.", None)


class Example(Reviewed):
    """Somewhere an intervention was tried."""

    title: Line = required("titel", "Det, eksemplet hedder.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad skete der hvor?")
    asked: tuple[Line, ...] = asked_field()
    intervention: Line = required("indsats", "Id'et på den indsats, der blev prøvet.")
    area: Line | None = optional("omraade", "Id'et på det område, det skete i.", None)
    number: WholeNumber | None = optional("nummer", "Eksemplets plads blandt indsatsens eksempler.", None)
    figures: tuple[Figure, ...] = optional("tal", "Tal fra kilden.", min_length=1)
    outcomes: tuple[Outcome, ...] = optional("resultater", "Hvad der kom ud af det.", min_length=1)
    advice: tuple[Advice, ...] = optional("gode_raad", "Gode råd fra dem, der prøvede.", min_length=1)
    voices: tuple[Voice, ...] = optional("stemmer", "Mennesker, der fortæller om det.", min_length=1)
    sources: tuple[Citation, ...] = optional("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: ExampleSections = required(source.SECTIONS, "Teksten under front matter.")
