"""Search to files: its page, its index, the words of every page, and the scripts."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from .. import addresses
from ..views.search import Found
from . import _HTML, _MARKDOWN
from .markdown import Markdown, block
from .search_index import index, passages

_HERE = Path(__file__).parent
_ASSETS = "assets/soeg/"
_SCRIPTS = ("client.js", "danish.js", "engine.js", "felt.js", "index.js", "passage.js", "side.js", "worker.js")
_VENDOR = {
    "minisearch.js": "vendor/minisearch/minisearch.js",
    "minisearch-LICENSE.txt": "vendor/minisearch/LICENSE",
    "stemmer-da.js": "vendor/stemmer/stemmer-da.js",
    "stemmer-da-LICENSE.txt": "vendor/stemmer/LICENSE",
}

# Comments are for those who work here; whoever searches need not fetch them.
_COMMENT = re.compile(rb"^ *//.*\n", re.MULTILINE)


def artefacts(
    everything: Callable[[], tuple[Found, ...]], meanings: Callable[[], Iterable[tuple[str, str]]]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the search: its address and what makes its bytes."""
    yield addresses.SEARCH, lambda: page().encode()
    yield f"{_ASSETS}indeks.json", lambda: _json(index(everything(), meanings()))
    for path, texts in passages(everything()).items():
        yield f"{_ASSETS}tekst/{path.strip('/').replace('/', '-')}.json", partial(_json, texts)
    for script in _SCRIPTS:
        yield f"{_ASSETS}{script}", partial(_script, script)
    for name, file in _VENDOR.items():
        yield f"{_ASSETS}{name}", (_HERE / file).read_bytes


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


def _script(name: str) -> bytes:
    return _COMMENT.sub(b"", (_HERE / "templates/soeg" / name).read_bytes())


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
