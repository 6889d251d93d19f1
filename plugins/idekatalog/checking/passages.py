"""The catalogue as running text: passages, sentences and words, each with its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..reading import text
from ..reading.problems import Origin
from ..reading.source import ASKED, SECTIONS, name
from ..records.record import Record
from . import links

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# A stop, and then a capital or a number: not the one of "ca. 10" or "7. november".
STOP = re.compile(r"([.!?][\"'”»)]*\s+(?=[\"'“«(]*[A-ZÆØÅ])|(?<!ca)(?<!kl)(?<!nr)(?<!\bs)(?<!\bd)(?<!\d)[.!?]\s+(?=\d))")
# An id, a word of a list, a date, an address: nothing anybody reads as a sentence.
NO_TEXT = re.compile(r"[a-z0-9-]+|https?://\S+")


@dataclass(frozen=True)
class Passage:
    """A piece of text that stands by itself: a field, a paragraph, an item of a list.

    Its lines are those of the file where ``exact``; otherwise all of it stands at its origin.
    """

    origin: Origin
    field: str
    text: str
    exact: bool

    def at(self, position: int) -> Origin:
        return Origin(self.origin.path, self.origin.line + (self.text.count("\n", 0, position) if self.exact else 0))


@dataclass(frozen=True)
class Sentence:
    origin: Origin
    field: str
    words: tuple[str, ...]


def passages(record: Record) -> Iterator[Passage]:
    """What a record gives its readers to read."""
    for path, found in record.texts():
        if path[:1] == (ASKED,):
            # What others would say, as they would say it; nobody reads it.
            continue
        if path[:1] == (SECTIONS,):
            for offset, paragraph in text.paragraphs(text.parse(found.value)):
                yield Passage(Origin(record.path, found.line + offset), name(path), paragraph, exact=True)
        elif not NO_TEXT.fullmatch(found.value):
            yield Passage(record.origin(*path), name(path), found.value, exact=False)


def written(file: str, markdown: str) -> Iterator[Passage]:
    """What a page written by hand gives its readers to read."""
    for line, paragraph in links.paragraphs(markdown):
        yield Passage(Origin(file, line), "tekst", paragraph, exact=True)


def texts(catalogue: Catalogue) -> Iterator[tuple[Origin, tuple[Passage, ...]]]:
    """Every record and every page written by hand, with what it gives its readers to read."""
    for record in catalogue.records:
        yield record.origin(), tuple(passages(record))
    for page, markdown in catalogue.written.items():
        file = catalogue.file(page)
        yield Origin(file, 1), tuple(written(file, markdown))


def sentences(passage: Passage) -> Iterator[Sentence]:
    ends = [stop.end() for stop in STOP.finditer(passage.text)]
    for start, end in zip([0, *ends], [*ends, len(passage.text)], strict=True):
        if words := tuple(WORD.findall(passage.text[start:end])):
            yield Sentence(passage.at(start), passage.field, words)


def lix(found: Iterable[Sentence]) -> int:
    """How hard a text is to read: words in a sentence, and percent of words longer than six letters."""
    sentences = [sentence.words for sentence in found]
    words = [word for sentence in sentences for word in sentence]
    return round(len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)) if words else 0
