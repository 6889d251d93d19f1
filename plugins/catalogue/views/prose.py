"""A section of a record, with the pages it links to."""

from collections.abc import Mapping
from dataclasses import dataclass

from .. import addresses
from ..collection import Catalogue
from ..text import references


@dataclass(frozen=True)
class Prose:
    """The Markdown of a section, and the address of every record it names by id."""

    text: str
    targets: Mapping[str, str]


def prose(text: str, catalogue: Catalogue) -> Prose:
    named = {target for kind, target, _ in references(text) if kind == "link"}
    return Prose(text, {record.id: addresses.page(record) for record in catalogue.shown if record.id in named} if named else {})
