"""Search to files: its page, its index, the words of every page, and the scripts."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from .. import addresses
from ..document.nodes import Document, Html, bullets, document, line, section
from ..frames import _HTML, BROWSER, asset
from ..language.words import _
from ..reading.memory import Memory, nothing
from ..records.publisher import Publisher
from ..views.parts import to
from .found import Found
from .index import front_coded, index, passages

_ASSETS = "assets/soeg/"
_MODULES = ("client", "danish", "engine", "forms", "index", "passage", "worker")
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
_VENDOR = {
    "assets/vendor/stemmer/stemmer-da.js": "vendor/stemmer/stemmer-da.js",
    "assets/vendor/stemmer/LICENSE.txt": "vendor/stemmer/LICENSE",
}

LIMIT = 650_000
"""How many letters the terms and rows of an index in one file may have: some 300 KB to fetch, a second at 3 Mbit/s."""

SHARD = 60_000
"""When a shard is full, in bytes before it is compressed: some 25 KB to fetch, little beside the terms themselves."""

TEXT = 250_000
"""When a file of passages is full, in bytes before it is compressed: some 70 KB to fetch, once, and no file for each result."""


def artefacts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the search but its page, the index and the passages: its address and what makes its bytes."""
    for address, file in _PROGRAMS.items():
        yield address, partial(asset, file)
    for address, file in _VENDOR.items():
        yield address, (BROWSER / file).read_bytes


def cut_index(
    everything: tuple[Found, ...],
    meanings: Iterable[tuple[str, str]],
    limit: int = LIMIT,
    shard: int = SHARD,
    text: int = TEXT,
    memory: Memory = nothing,
) -> dict[str, bytes]:
    """The index and the passages, each by the address of its file.

    An index of more than ``limit`` is cut: all terms in one file, and where they stand in shards. So are the passages, into files
    of ``text``; the index says what each begins with.
    """
    head, rows = index(everything, meanings, memory)
    words = list(_files(everything, text))
    head["texts"] = [first for first, _ in words]
    files = {f"{_TEXTS}{number}.json": content for number, (_, content) in enumerate(words)}
    if sum(len(term) + len(row) for term, row in rows.items()) <= limit:
        return {INDEX: _whole(head, rows), **files}
    shards = list(_shards(rows, shard))
    texts = ("\n".join(rows[term] for term in terms) for terms in shards)
    files |= {f"{_ASSETS}indeks/{number}.json": _json(text) for number, text in enumerate(texts)}
    return {INDEX: _json({**head, "terms": [front_coded(terms) for terms in shards]}), **files}


def whole_index(everything: tuple[Found, ...], meanings: Iterable[tuple[str, str]]) -> bytes:
    """The index as one file, however large, of passages in one file."""
    head, rows = index(everything, meanings)
    return _whole({**head, "texts": [0]}, rows)


def whole_text(everything: tuple[Found, ...]) -> bytes:
    """All passages as one file, however large."""
    return _json([passages(found) for found in everything])


def _files(everything: Iterable[Found], full: int) -> Iterator[tuple[int, bytes]]:
    """The files of the passages: the number of what each begins with, and its bytes."""
    first, parts, size = 0, list[bytes](), 0
    for number, found in enumerate(everything):
        if size >= full:
            yield first, b"[" + b",".join(parts) + b"]"
            first, parts, size = number, [], 0
        parts.append(_json(passages(found)))
        size += len(parts[-1])
    yield first, b"[" + b",".join(parts) + b"]"


def _whole(head: dict[str, Any], rows: dict[str, str]) -> bytes:
    return _json({**head, "terms": [front_coded(rows)], "rows": "\n".join(rows.values())})


def _shards(rows: dict[str, str], full: int) -> Iterator[list[str]]:
    """The terms of every shard, in order."""
    terms, size = [], 0
    for term, row in rows.items():
        terms.append(term)
        size += len(row) + 1
        if size >= full:
            yield terms
            terms, size = [], 0
    if terms:
        yield terms


def page(publisher: Publisher) -> Document:
    """The page of all results; a script fills it, and where nothing is sure, it leads to the publisher."""
    form = _HTML.get_template("soeg.html.j2").render(
        url=lambda target: addresses.relative_path(addresses.SEARCH, target), mail=publisher.mail
    )
    ways = (
        (addresses.FIND, _("Find det, der hjælper: ud fra det, I ser, og det, I har")),
        (addresses.REGISTER, _("Alle ord fra A til Å")),
        (addresses.listing("indsatser"), _("Alle indsatser")),
    )
    return document(
        addresses.SEARCH,
        _("Søg"),
        _("Søg i indsatser, metoder, undervisning, eksempler og baggrund."),
        [Html(form), section(_("Andre veje ind"), bullets(line(to(*way)) for way in ways), key="andre-veje-ind")],
        kind="soeg",
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
