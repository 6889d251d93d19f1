"""The glossary: every word, abbreviation and name, explained once."""

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import Document, Medium, OnlyLine, Section, Web, document, line, paragraph, section
from ..records.glossary import Entry, Name, NameKind
from . import parts
from .prose import prose

HEADINGS = {
    NameKind.ORGANISATION: "Organisationer",
    NameKind.PROJECT: "Projekter",
    NameKind.PUBLICATION: "Udgivelser og film",
    NameKind.PLACE: "Steder",
    NameKind.PERSON: "Personer",
}


def glossary(catalogue: Catalogue) -> Document:
    """The page of the glossary."""
    chapter = catalogue.chapter("ordliste")
    named = ((HEADINGS[kind], [name for name in catalogue.names if name.kind is kind]) for kind in HEADINGS)
    return document(
        addresses.GLOSSARY,
        chapter.title,
        chapter.summary,
        [
            *parts.opening(chapter.summary),
            *prose(chapter.sections.introduction, catalogue),
            *([section("Ord og forkortelser", *map(_word, catalogue.glossary))] if catalogue.glossary else []),
            *(section(heading, *map(_name, names)) for heading, names in named if names),
        ],
        kind="liste",
    )


def _word(entry: Entry) -> Section:
    stands_for = f"Forkortelse for {entry.stands_for}. " if entry.stands_for else ""
    return section(entry.word, paragraph(f"{stands_for}{entry.explanation}{_whose(entry)}"), level=3)


def _name(name: Name) -> Section:
    short = f" Forkortes {name.abbreviation}." if name.abbreviation else ""
    forms = f" Kaldes også {', '.join(name.forms)}." if name.forms else ""
    said = paragraph(f"{name.explanation}{short}{forms}{_whose(name)}")
    return section(name.name, said, *([paragraph(_link(name, name.url))] if name.url else []), level=3)


def _link(name: Name, url: str) -> Web:
    on_screen, on_paper = line(f"{name.name} på nettet"), line(url)
    return Web(url, (OnlyLine(Medium.SCREEN, on_screen), OnlyLine(Medium.PAPER, on_paper)))


def _whose(item: Entry | Name) -> str:
    return " (Redaktionens forklaring.)" if item.editorial else ""
