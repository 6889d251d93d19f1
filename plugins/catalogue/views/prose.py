"""A section of a record, with the pages it links to."""

from collections.abc import Mapping
from dataclasses import dataclass

from .. import addresses
from ..collection import Catalogue
from ..records.glossary import Entry
from ..text import references


@dataclass(frozen=True)
class Prose:
    """The Markdown of a section, and the address of every record it names by id."""

    text: str
    targets: Mapping[str, str]


def prose(text: str, catalogue: Catalogue) -> Prose:
    named = (target for kind, target, _ in references(text) if kind == "link")
    return Prose(text, {id: addresses.page(catalogue.by_id[id]) for id in named if id in catalogue.by_id})


def explained(title: str, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The words that a page with the title explains: all of the glossary but what the whole page is about."""
    about = title.casefold()
    return tuple(
        entry for entry in catalogue.glossary if not any(form.casefold() in about for form in (entry.word, *entry.forms))
    )
