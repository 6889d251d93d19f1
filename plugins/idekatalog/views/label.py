"""A word of a vocabulary as readers meet it."""

from collections.abc import Iterable
from dataclasses import dataclass

from .. import addresses
from ..catalogue import LISTED_BY
from ..language.slug import slug
from ..records.vocabulary import Vocabulary


@dataclass(frozen=True)
class Label:
    """What to show, and where readers find everything that carries the word, if there is such a page."""

    text: str
    address: str | None


def labels(words: Vocabulary, name: str, values: Iterable[str]) -> tuple[Label, ...]:
    """The labels of the values of the vocabulary ``name``, in the order given."""
    texts = (words.label(name, value) for value in values)
    return tuple(Label(text, f"{addresses.listing(name)}#{slug(text)}" if name in LISTED_BY else None) for text in texts)
