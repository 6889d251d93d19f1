"""Search to files: its page, its index, the words of every page, and the scripts."""

import json
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from .. import addresses
from ..catalogue import GUIDES, Catalogue
from ..document.nodes import Document, Html, bullets, document, line, section
from ..frames import _HTML, BROWSER, asset
from ..language.words import _, code
from ..reading.memory import Memory, nothing
from ..views.parts import to
from ..views.start import tries
from .found import Found
from .index import front_coded, index, meant, passages

_ASSETS = "assets/soeg/"
_MODULES = ("client", "danish", "engine", "forms", "index", "passage", "suggest", "worker")
INDEX = f"{_ASSETS}indeks.json"
_TEXTS = f"{_ASSETS}tekst/"
TEXT_OF_ALL = f"{_TEXTS}0.json"
# What pages name keeps its address; a module that others import lies beside them as it does in ``browser/``.
_PROGRAMS = {
    f"{_ASSETS}felt.js": "search/field.js",
    f"{_ASSETS}side.js": "search/page.js",
    f"{_ASSETS}ikke-fundet.js": "search/lost.js",
    **{f"{_ASSETS}{name}.js": f"search/{name}.js" for name in _MODULES},
}

LIMIT = 20_000
"""How many letters the terms and rows of an index in one file may have: some 10 KB to fetch."""

SHARD = (800, 60_000)
"""When a shard is full, in bytes before it is compressed. A query needs some five of them: 1 KB each while the catalogue is
small, and at most 25 KB, which is little beside the terms of so large a one."""

TEXT = (2_000, 250_000)
"""When a file of passages is full, in bytes before it is compressed: some 2 KB to fetch, and at most 70, so that a large
catalogue has no file for each result."""

MANY = 90
"""How many shards, and how many files of passages, there are of each before they become larger."""


def artefacts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the search but its page, the index and the passages: its address and what makes its bytes."""
    for address, file in _PROGRAMS.items():
        yield address, partial(asset, file)
    # The other modules import the stems of a Danish word: of another language, they stand in their place.
    yield f"{_ASSETS}stems-da.js", partial(asset, f"search/stems-{code()}.js")
    yield f"assets/vendor/stemmer/stemmer-{code()}.js", (BROWSER / f"vendor/stemmer/stemmer-{code()}.js").read_bytes
    yield "assets/vendor/stemmer/LICENSE.txt", (BROWSER / "vendor/stemmer/LICENSE").read_bytes


def cut_index(
    everything: tuple[Found, ...],
    meanings: Iterable[tuple[str, str]],
    limit: int = LIMIT,
    shard: tuple[int, int] = SHARD,
    memory: Memory = nothing,
    called: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """The index and the passages, each by the address of its file; ``called`` is what the catalogue calls a kind of result.

    An index of more than ``limit`` is cut: all terms in one file, where they stand and what is meant by them in shards. So are
    the passages; the index says what each file of them begins with.
    """
    head, rows, typed = index(everything, meanings, memory, called)
    words = list(_files(everything))
    head["texts"] = [first for first, _ in words]
    files = {f"{_TEXTS}{number}.json": content for number, (_, content) in enumerate(words)}
    if sum(len(term) + len(row) for term, row in rows.items()) <= limit:
        return {INDEX: _whole(head, rows, typed), **files}
    shards = list(_shards(rows, shard))
    firsts = [terms[0] for terms in shards]
    typed_in: list[list[tuple[str, list[str]]]] = [[] for _ in shards]
    for key, found in typed.items():
        # What is typed need be no term that is found; it is looked for where it would stand.
        typed_in[max(0, bisect(firsts, key.split(" ")[0]) - 1)].append((key, found))
    texts = (_shard((rows[term] for term in terms), few) for terms, few in zip(shards, typed_in, strict=True))
    files |= {f"{_ASSETS}indeks/{number}.json": _json(text) for number, text in enumerate(texts)}
    return {INDEX: _json({**head, "terms": [front_coded(terms) for terms in shards]}), **files}


def whole_index(
    everything: tuple[Found, ...], meanings: Iterable[tuple[str, str]], called: Mapping[str, str] | None = None
) -> bytes:
    """The index as one file, however large, of passages in one file."""
    head, rows, typed = index(everything, meanings, called=called)
    return _whole({**head, "texts": [0]}, rows, typed)


def whole_text(everything: tuple[Found, ...]) -> bytes:
    """All passages as one file, however large."""
    return _json([passages(found) for found in everything])


def _full(size: int, between: tuple[int, int]) -> int:
    """When a file is full, where all of them have so many bytes."""
    least, most = between
    return min(most, max(least, size // MANY))


def _files(everything: Iterable[Found]) -> Iterator[tuple[int, bytes]]:
    """The files of the passages: the number of what each begins with, and its bytes."""
    texts = [_json(passages(found)) for found in everything]
    full = _full(sum(map(len, texts)), TEXT)
    first, size = 0, 0
    for number, text in enumerate(texts):
        if size >= full:
            yield first, b"[" + b",".join(texts[first:number]) + b"]"
            first, size = number, 0
        size += len(text)
    yield first, b"[" + b",".join(texts[first:]) + b"]"


def _whole(head: dict[str, Any], rows: dict[str, str], typed: dict[str, list[str]]) -> bytes:
    return _json({**head, "terms": [front_coded(rows)], "rows": _shard(rows.values(), typed.items())})


def _shard(rows: Iterable[str], typed: Iterable[tuple[str, list[str]]]) -> str:
    """Where the terms of a shard stand, and behind an empty line what is meant by what is typed."""
    return "\n".join(rows) + "\n\n" + meant(typed)


def _shards(rows: dict[str, str], between: tuple[int, int]) -> Iterator[list[str]]:
    """The terms of every shard, in order."""
    full = _full(sum(map(len, rows.values())), between)
    terms, size = [], 0
    for term, row in rows.items():
        terms.append(term)
        size += len(row) + 1
        if size >= full:
            yield terms
            terms, size = [], 0
    if terms:
        yield terms


def page(catalogue: Catalogue) -> Document:
    """The page of all results; a script fills it, and where nothing is sure, it leads to the publisher."""
    form = _HTML.get_template("soeg.html.j2").render(
        url=lambda target: addresses.relative_path(addresses.SEARCH, target),
        mail=catalogue.publisher.mail,
        example=next(iter(tries(catalogue)), ""),
    )
    find = [(addresses.FIND, _("Find det, der hjælper: ud fra det, I ser, og det, I har"))] if catalogue.questions else []
    lists = [(addresses.listing(name), _("Alle {name}").format(name=_(name))) for name in GUIDES if name in catalogue.lists]
    ways = (*find, (addresses.REGISTER, _("Alle ord fra A til Å")), *lists[:1])
    return document(
        addresses.SEARCH,
        _("Søg"),
        _("Søg i alt, hvad der er i kataloget."),
        [Html(form), section(_("Andre veje ind"), bullets(line(to(*way)) for way in ways), key="andre-veje-ind")],
        kind="soeg",
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
