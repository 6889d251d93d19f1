"""What can be found, as an index: every term, and where it stands. ``browser/search/index.js`` reads what is written here."""

import hashlib
import json
import string
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, takewhile
from operator import sub
from sys import intern
from typing import Any

from .. import addresses
from ..language.danish import LIGHT_WORDS, STOP_WORDS, among, parts, term, words
from ..language.slug import slug
from ..language.words import _
from ..reading.memory import Form, Memory, nothing, to_json
from .found import OVERVIEW, WORD, Found, results

FIELDS = ("titel", "synonymer", "resume", "overskrift", "tekst", "saetninger")

# The terms of every word.
TERMS: Form[dict[str, list[str]]] = Form(to_json, json.loads)

_DIGITS = string.digits + string.ascii_lowercase


@dataclass(frozen=True)
class Document:
    """What is ranked: the head of something found, a sentence people say of it, or a part. A text for each of ``FIELDS``."""

    found: int
    texts: tuple[str, ...]


def documents(everything: Iterable[Found]) -> Iterator[Document]:
    """Head, sentences and parts of all that can be found; ``found`` counts what they belong to, from 0.

    A sentence is a document of its own: a query that says nearly the same is worth more than one whose words lie scattered.
    """
    for number, found in enumerate(everything):
        yield Document(number, (found.title, "\n".join(found.synonyms), found.summary, "", "", ""))
        yield from (Document(number, ("", "", "", "", "", sentence)) for sentence in found.asked)
        for part in found.parts:
            # A word of a list is found by its name, not by the words that explain it.
            names = f"{part.heading}\n{part.names}"
            yield Document(
                number, ("", "", "", names, "" if found.kind in (OVERVIEW, WORD) else f"{part.text}\n{part.labels}", "")
            )


def terms(documents: Iterable[Document], memory: Memory = nothing) -> Iterator[tuple[list[str], ...]]:
    """The terms of every text of every document: each word, and behind a compound the words it is made of.

    Each term once: the texts are so short that how often it stands there says little, and weighs 2 KB.
    """
    # Interned, a word that stands in a thousand texts is one string: of 10,000 records, that is 300 MB less.
    read = [tuple(tuple(map(intern, words(text))) if text else () for text in document.texts) for document in documents]
    every = sorted({word for texts in read for text in texts for word in text})
    # Most changes of a catalogue bring no word that stands nowhere else.
    made = memory(f"terms {hashlib.sha256(' '.join(every).encode()).hexdigest()}", partial(_made, every), TERMS)
    return (tuple(list(dict.fromkeys(chain.from_iterable(map(made.__getitem__, text)))) for text in texts) for texts in read)


def _made(words: Collection[str]) -> dict[str, list[str]]:
    """The term of every word, and behind it the terms that it is made of."""
    known = among({term(word) for word in words})
    return {word: [term(word), *parts(word, known)] for word in words}


def index(
    everything: tuple[Found, ...],
    meanings: Iterable[tuple[str, str]],
    memory: Memory = nothing,
    called: Mapping[str, str] | None = None,
) -> tuple[dict[str, Any], dict[str, str], dict[str, list[str]]]:
    """All that the search needs to rank and to name what it finds, as ``browser/search/engine.js`` reads it.

    First what every query needs, then every term, in order, with a row that says where it stands, and then what is meant by the
    terms that may be typed: ``meant`` writes some of them. ``called`` is what readers see of a kind of result, by its word,
    where the catalogue has a word of its own.
    """
    where, lengths = _where(terms(documents(everything), memory))
    typed = _typed(meanings, where.keys())
    # The pages of a kind have the same parts: so the anchors are listed once. A part of a page has its own anchor in its id.
    parted = [tuple("" if found.id.endswith(f"#{part.anchor}") else part.anchor for part in found.parts) for found in everything]
    anchors = list(dict.fromkeys(parted))
    head = {
        "fields": FIELDS,
        "kinds": {
            result.word: [
                (called or {}).get(result.word) or _(result.label),
                result.worth,
                " ".join(dict.fromkeys(map(term, _(result.asked).split()))) if result.asked else "",
            ]
            for result in results()
        },
        "found": [
            # Where an id is made of the title, the script makes it too.
            [
                "" if found.id == made_id(found) else found.id,
                found.kind.word,
                addresses.path(found.address),
                found.title,
                one,
                len(found.asked),
            ]
            for found, one in zip(everything, map(anchors.index, parted), strict=True)
        ],
        "anchors": anchors,
        "lengths": lengths,
        # Of how many words is the longest that means something else.
        "longest": max((key.count(" ") + 1 for key in typed), default=1),
        "stop": " ".join(sorted(STOP_WORDS)),
        "light": " ".join(sorted({term(word) for word in LIGHT_WORDS})),
    }
    return head, {term: _row(fields) for term, fields in where.items()}, typed


def front_coded(terms: Iterable[str]) -> str:
    """Each term of a sorted list as how many letters it has from the one before, and the rest of it, a line each."""
    lines, before = [], ""
    for one in terms:
        shared = min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, one, strict=False))), 35)
        lines.append(_base36(shared) + one[shared:])
        before = one
    return "\n".join(lines)


def made_id(found: Found) -> str:
    """The id of a word on a list: the list's address and, as the anchor, the slug of the word."""
    return f"{addresses.path(found.address).strip('/')}#{slug(found.title)}"


def passages(found: Found) -> dict[str, tuple[str, str]]:
    """The words of something found, for the passage that is shown: each anchor to heading and text.

    The summary stands under the anchor of the top, "".
    """
    anchors = {"": ("", found.summary)} if found.summary else {}
    for part in found.parts:
        _, before = anchors.get(part.anchor, ("", ""))
        anchors[part.anchor] = (part.heading, "\n".join(filter(None, (before, part.text))))
    return anchors


def _where(found_terms: Iterable[tuple[list[str], ...]]) -> tuple[dict[str, dict[int, list[int]]], list[list[int]]]:
    """Every term in order: each field it stands in, and there the documents, in order; and how long each field of each is."""
    documents = [defaultdict[str, list[int]](list) for _ in FIELDS]
    lengths: list[list[int]] = [[] for _ in FIELDS]
    for document, texts in enumerate(found_terms):
        for field, text in enumerate(texts):
            lengths[field].append(len(text))
            for one in text:
                documents[field][one].append(document)
    where: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
    for field, found in enumerate(documents):
        for one, places in found.items():
            where[one][field] = places
    return dict(sorted(where.items())), lengths


def _row(fields: dict[int, list[int]]) -> str:
    """Each field, and there each document as the step from the one before it: ``0a,1 4e``."""
    return " ".join(f"{field}{','.join(map(_base36, map(sub, found, (0, *found))))}" for field, found in sorted(fields.items()))


def _typed(meanings: Iterable[tuple[str, str]], known: Set[str]) -> dict[str, list[str]]:
    """The terms that may be typed, in order, each with the terms that are found for them."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for typed, meant in meanings:
        key, found = (" ".join(map(term, words(text))) for text in (typed, meant))
        if key and found and key != found and known >= set(found.split()):
            rows[key].add(found)
    return {key: sorted(rows[key]) for key in sorted(rows)}


def meant(typed: Iterable[tuple[str, list[str]]]) -> str:
    """A row for every meaning: the terms that are found, and behind a colon the terms that are typed for them."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for key, every in typed:
        for found in every:
            rows[found].append(key)
    return "\n".join(f"{found}:{','.join(rows[found])}" for found in sorted(rows))


@cache
def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
