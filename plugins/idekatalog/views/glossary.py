"""The glossary: every word, abbreviation and name, explained once."""

from collections.abc import Iterator, Sequence

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Block,
    Chips,
    Document,
    Line,
    Medium,
    OnlyLine,
    Section,
    Web,
    document,
    line,
    only,
    paragraph,
    section,
)
from ..language.danish import alphabetical, letter
from ..language.slug import slug
from ..language.words import _, marked
from ..reading.text import sentence
from ..records.glossary import Entry, Name, NameKind
from . import parts
from .prose import prose

HEADINGS = {
    NameKind.ORGANISATION: marked("Organisationer"),
    NameKind.PROJECT: marked("Projekter"),
    NameKind.PUBLICATION: marked("Udgivelser og film"),
    NameKind.PLACE: marked("Steder"),
    NameKind.PERSON: marked("Personer"),
}


def glossary(catalogue: Catalogue) -> Document:
    """The page of the glossary."""
    chapter = catalogue.chapter("ordliste")
    introduction = chapter.sections.introduction
    kinds = [kind for kind in HEADINGS if any(name.kind is kind for name in catalogue.names)]
    named = ((_(HEADINGS[kind]), [name for name in catalogue.names if name.kind is kind]) for kind in kinds)
    return document(
        addresses.GLOSSARY,
        chapter.title,
        chapter.summary,
        [
            *parts.opening(chapter.summary),
            *(prose(introduction, catalogue) if introduction else ()),
            *([section(_("Ord og forkortelser"), *_words(catalogue.glossary, kinds))] if catalogue.glossary else []),
            *(section(heading, *map(_name, names)) for heading, names in named),
        ],
        kind="liste",
    )


def initial(word: str) -> str:
    """The letter that a word stands under; all numbers stand together."""
    return letter(alphabetical(word))


def _words(entries: Sequence[Entry], kinds: Sequence[NameKind]) -> Iterator[Block]:
    """The words, and on a screen a link to the first of each letter, and to the names of each kind."""
    letters: dict[str, Line] = {}
    for entry in entries:
        first = initial(entry.word)
        letters.setdefault(first, line(parts.to(f"{addresses.GLOSSARY}#{slug(entry.word)}", first)))
    headings = [_(HEADINGS[kind]) for kind in kinds]
    names = (line(parts.to(f"{addresses.GLOSSARY}#{slug(heading)}", heading)) for heading in headings)
    yield only(Medium.SCREEN, Chips(_("Gå til"), (*letters.values(), *names)))
    yield from map(_word, entries)


def _word(entry: Entry) -> Section:
    stands_for = _("Forkortelse for {stands_for}").format(stands_for=sentence(entry.stands_for)) + " " if entry.stands_for else ""
    return section(entry.word, paragraph(f"{stands_for}{entry.explanation}{_whose(entry)}"), level=3)


def _name(name: Name) -> Section:
    short = " " + _("Forkortes {abbreviation}.").format(abbreviation=name.abbreviation) if name.abbreviation else ""
    forms = " " + _("Kaldes også {list}.").format(list=", ".join(name.forms)) if name.forms else ""
    said = paragraph(f"{name.explanation}{short}{forms}{_whose(name)}")
    return section(name.name, said, *([paragraph(_link(name, name.url))] if name.url else []), level=3)


def _link(name: Name, url: str) -> Web:
    on_screen, on_paper = line(_("{name} på nettet").format(name=name.name)), line(url)
    return Web(url, (OnlyLine(Medium.SCREEN, on_screen), OnlyLine(Medium.PAPER, on_paper)))


def _whose(item: Entry | Name) -> str:
    return f" {_('(Redaktionens forklaring.)')}" if item.editorial else ""
