"""A word of a vocabulary as readers meet it."""

from collections.abc import Iterable
from dataclasses import dataclass

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..records.practice import Practice
from ..records.vocabulary import Vocabulary


@dataclass(frozen=True)
class Label:
    """What to show, and where readers find everything that carries the word, if there is such a page."""

    text: str
    address: str | None


def labels(words: Vocabulary, name: str, values: Iterable[str]) -> tuple[Label, ...]:
    """The labels of the values of the vocabulary ``name``, in the order given."""
    listed = name in LISTED_BY
    return tuple(Label(words.label(name, value), addresses.group(name, value) if listed else None) for value in values)


def tags(record: Practice, catalogue: Catalogue) -> tuple[str, ...]:
    """The words that a guide is listed under."""
    lists = {name: words(record) for name, words in LISTED_BY.items() if name in catalogue.lists}
    return tuple(catalogue.vocabulary.label(name, value) for name, values in lists.items() for value in values)
