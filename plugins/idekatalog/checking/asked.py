"""The sentences that people say who need a page: whether they lead to it.

An estimate of what the search in the browser does, which alone knows sections, slips and half words: each page is a set of terms,
and a term is worth more the fewer pages have it, and more in a title than in a text.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..catalogue import Catalogue
from ..language.danish import LIGHT_WORDS, among, parts, term, words
from ..reading.problems import Origin, Problem
from ..reading.source import ASKED
from .passages import texts

# What a term is worth where it stands, and how much less a word counts that says little.
TEXT, SAID, NAME = 1.0, 1.5, 3.0
LIGHT = 0.15
# What stands among so many is found.
AMONG = 5

Terms = frozenset[str]


@dataclass(frozen=True)
class _Page:
    title: str
    sentences: tuple[tuple[Origin, str], ...]
    # The texts of each worth.
    texts: tuple[tuple[float, str], ...]


def sentences_find_their_page(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A sentence has words that lead to its own page, and no other page has it too."""
    pages = list(_pages(catalogue))
    terms = _terms(pages)
    weighed = [_weighed(page, terms) for page in pages]
    spread = Counter(one for page in weighed for one in page)
    light = {term(word) for word in LIGHT_WORDS}
    rare = {one: math.log(1 + len(pages) / count) * (LIGHT if one in light else 1) for one, count in spread.items()}
    said: dict[Terms, tuple[Origin, str]] = {}
    for number, page in enumerate(pages):
        for origin, sentence in page.sentences:
            asked = terms(sentence)
            first, other = said.setdefault(asked, (origin, sentence))
            if first.path != origin.path:
                yield Problem(
                    origin,
                    ASKED,
                    f"'{sentence}' har de samme ord som '{other}' i {first}",
                    "behold den, hvor den hører til, eller sig den anden med andre ord",
                )
                continue
            scores = [sum(rare[one] * page.get(one, 0) for one in asked) for page in weighed]
            better = sorted((other for other in range(len(pages)) if scores[other] > scores[number]), key=lambda n: -scores[n])
            if len(better) >= AMONG:
                others = ", ".join(pages[other].title for other in better[:2])
                yield Problem(
                    origin,
                    ASKED,
                    f"'{sentence}' fører nok til andre sider, fx {others}",
                    "brug ord, som kun hører til her, eller slet linjen",
                )


def _pages(catalogue: Catalogue) -> Iterator[_Page]:
    """What has sentences: records, chapters and the pages written by hand."""
    read = {origin.path: tuple((TEXT, passage.text) for passage in passages) for origin, passages in texts(catalogue)}
    for record in catalogue.records:
        asked: tuple[str, ...] = getattr(record, "asked", ())
        if asked:
            names = ((NAME, name) for name in (record.title, *record.other_names))
            said = ((SAID, text) for text in (record.summary, *asked))
            sentences = tuple((record.origin(ASKED, index), sentence) for index, sentence in enumerate(asked))
            yield _Page(record.title, sentences, (*names, *said, *read[record.path]))
    for page in catalogue.by_hand:
        if page.asked:
            path = catalogue.file(page.path)
            said = ((SAID, text) for text in (page.summary, *page.asked))
            sentences = tuple((Origin(path, line), text) for line, text in zip(page.asked_lines, page.asked, strict=True))
            yield _Page(page.title, sentences, ((NAME, page.title), *said, *read.get(path, ())))


def _terms(pages: list[_Page]) -> Callable[[str], Terms]:
    """What gives the terms of a text: of its words, and of what a compound is made of."""
    known = among({term(word) for page in pages for _, text in page.texts for word in words(text)})

    @cache
    def of_word(word: str) -> tuple[str, ...]:
        return (term(word), *parts(word, known))

    return lambda text: frozenset(one for word in words(text) for one in of_word(word))


def _weighed(page: _Page, terms: Callable[[str], Terms]) -> dict[str, float]:
    """Every term of a page with what it is worth there."""
    weighed: dict[str, float] = {}
    for worth, text in page.texts:
        for one in terms(text):
            weighed[one] = max(weighed.get(one, 0), worth)
    return weighed
