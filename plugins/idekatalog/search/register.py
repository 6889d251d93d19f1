"""The register: every title, every word for it and every term of the catalogue, from A to Å."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from .. import addresses
from ..document.nodes import Document, Line, Section, Style, bullets, document, filled, join, line, paragraph, section
from ..language.danish import alphabetical
from ..language.words import _, plural
from ..views import parts
from ..views.glossary import initial
from ..views.parts import to
from .found import HANDOUT, OVERVIEW, ROLE, TOOL, Found


@dataclass(frozen=True)
class Target:
    """Where an entry leads; ``note`` tells targets of one entry apart."""

    title: str
    note: str
    address: str


@dataclass(frozen=True)
class Entry:
    word: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Letter:
    letter: str
    entries: tuple[Entry, ...]


def register(everything: Iterable[Found]) -> Document:
    """The page with all that can be found, in the order of a Danish dictionary."""
    entries: dict[str, Entry] = {}
    for found in everything:
        if found.kind in (HANDOUT, TOOL):
            # What is beside a page, or leads to all of them, is no word of the catalogue.
            continue
        target = _target(found)
        for word in dict.fromkeys((found.title, *found.synonyms)):
            key = alphabetical(word)
            entry = entries.get(key, Entry(word, ()))
            if key and target not in entry.targets:
                entries[key] = Entry(entry.word, (*entry.targets, target))
    # What has the word for its title comes before what is only called so.
    ordered = [
        Entry(entry.word, tuple(sorted(entry.targets, key=lambda target: alphabetical(target.title) != key)))
        for key, entry in sorted(entries.items())
    ]
    return document(
        addresses.REGISTER,
        _("Fra A til Å"),
        _("Alle titler, synonymer og ord i kataloget, i alfabetisk orden."),
        [
            *parts.opening(_("Alle titler og synonymer og alle ord i ordlisten.")),
            paragraph(*filled(_("Du kan også {søge}."), søge=to(addresses.SEARCH, _("søge")))),
            *map(_section, _letters(ordered)),
        ],
        kind="register",
    )


def _section(letter: Letter) -> Section:
    """A letter, folded: there are a thousand entries, and somebody looks for one."""
    count = len(letter.entries)
    return section(letter.letter, bullets(map(_told, letter.entries)), style=Style.FOLD, note=plural("{n} ord", "{n} ord", count))


def _told(entry: Entry) -> Line:
    def target(found: Target) -> Line:
        return line(to(found.address, f"{found.title} ({found.note})" if found.note else found.title))

    match entry.targets:
        case [only] if only.title == entry.word:
            return line(to(only.address, entry.word))
    return line(f"{entry.word}: ", *join(", ", map(target, entry.targets)))


def _target(found: Found) -> Target:
    _, hash, anchor = found.id.partition("#")
    named = hash or found.kind in (OVERVIEW, ROLE)
    return Target(found.title, found.parts[0].heading if named and found.parts else "", found.address + hash + anchor)


def _letters(entries: Iterable[Entry]) -> Iterator[Letter]:
    return (Letter(letter, tuple(group)) for letter, group in groupby(entries, key=_letter))


def _letter(entry: Entry) -> str:
    """The heading an entry stands under."""
    return initial(entry.word)
