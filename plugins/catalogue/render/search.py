"""Search to files: its page, its index, the words of every page, and the scripts."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from .. import addresses
from ..views.search import Found
from . import _HTML, _MARKDOWN
from .markdown import Markdown, block
from .search_index import index, passages

_HERE = Path(__file__).parent
_ASSETS = "assets/soeg/"
_SCRIPTS = ("client.js", "danish.js", "engine.js", "felt.js", "index.js", "passage.js", "side.js", "worker.js")
_VENDOR = {
    "stemmer-da.js": "vendor/stemmer/stemmer-da.js",
    "stemmer-da-LICENSE.txt": "vendor/stemmer/LICENSE",
}

LIMIT = 300_000
"""How large an index in one file may be, in bytes as it is fetched, compressed: a second at 3 Mbit/s, on a slow phone."""

SHARD = 60_000
"""When a shard is full, in bytes before it is compressed: some 25 KB to fetch, little beside the terms themselves."""

# Comments are for those who work here; whoever searches need not fetch them.
_COMMENT = re.compile(rb"^ *//.*\n", re.MULTILINE)


def artefacts(
    everything: tuple[Found, ...], meanings: Iterable[tuple[str, str]], limit: int = LIMIT, shard: int = SHARD
) -> Iterator[tuple[str, bytes]]:
    """Every file of the search: its address and its bytes. The index is cut into shards where it is beyond the limit."""
    yield addresses.SEARCH, page().encode()
    yield from _index(*index(everything, meanings), limit, shard)
    for path, texts in passages(everything).items():
        yield f"{_ASSETS}tekst/{path.strip('/').replace('/', '-')}.json", _json(texts)
    for script in _SCRIPTS:
        yield f"{_ASSETS}{script}", _COMMENT.sub(b"", (_HERE / "templates/soeg" / script).read_bytes())
    for name, file in _VENDOR.items():
        yield f"{_ASSETS}{name}", (_HERE / file).read_bytes()


def _index(head: dict[str, Any], rows: list[str], limit: int, shard: int) -> Iterator[tuple[str, bytes]]:
    """The index as one file or, where that is too large, cut: all terms in one, and where they stand in shards."""
    whole = _json({**head, "cuts": [0], "rows": "\n".join(rows)})
    if len(gzip.compress(whole, 6)) <= limit:
        yield f"{_ASSETS}indeks.json", whole
        return
    cuts = list(_cuts(rows, shard))
    yield f"{_ASSETS}indeks.json", _json({**head, "cuts": cuts})
    for number, (first, end) in enumerate(pairwise([*cuts, len(rows)])):
        yield f"{_ASSETS}indeks/{number}.json", _json("\n".join(rows[first:end]))


def _cuts(rows: list[str], shard: int) -> Iterator[int]:
    """The number of the first row of every shard."""
    size = shard
    for number, row in enumerate(rows):
        if size >= shard:
            yield number
            size = 0
        size += len(row) + 1


def page() -> str:
    """The page of all results as Markdown; a script fills it."""

    def link(target: str) -> Markdown:
        return Markdown(addresses.relative(addresses.SEARCH, target))

    form = _HTML.get_template("soeg.html.j2").render(url=lambda target: addresses.relative_path(addresses.SEARCH, target))
    return _MARKDOWN.get_template("soeg.md.j2").render(
        form=block(form),
        link=link,
        find=addresses.FIND,
        register=addresses.REGISTER,
        interventions=addresses.listing("indsatser"),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
