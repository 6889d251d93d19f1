"""The programs that several pages share, and what makes of a list of things to do one that can be filled in on the screen.

Without them, it is a sheet to print.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial

from .. import addresses
from ..language import words
from . import asset

ASSETS = {
    "assets/dom.js": "dom.js",
    addresses.LIST_SCRIPT: "list.js",
    "assets/levende.js": "live.js",
    "assets/menus.js": "menus.js",
    addresses.TOOLBAR_SCRIPT: "toolbar.js",
    "assets/ark.css": "sheet.css",
    "assets/ark.js": "sheet.js",
    "assets/fill.js": "fill.js",
    "assets/skema.css": "form.css",
    "assets/tjekliste/tjekliste.css": "checklist/checklist.css",
    "assets/tjekliste/tjekliste.js": "checklist/checklist.js",
    "assets/worklist/worklist.js": "worklist/worklist.js",
    "assets/worklist/saved.js": "worklist/saved.js",
    "assets/worklist/day.js": "worklist/day.js",
    "assets/worklist/calendar.js": "worklist/calendar.js",
    "assets/worklist/actions.js": "worklist/actions.js",
}


def artefacts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each of the files: its address and what makes its bytes."""
    for uri, file in ASSETS.items():
        yield uri, partial(asset, file)
    yield "assets/words.js", _words


def _words() -> bytes:
    """The module that translates what stands in the programs, with the words of the language that they have a use for."""
    found: dict[str, str] = {}
    for danish, translated in words.translations(words.code(), "/browser/").items():
        one_or_two = (danish, translated) if isinstance(danish, tuple) else ((danish,), (translated,))
        found.update(zip(*one_or_two, strict=True))
    table = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return (
        asset("words.js")
        .replace(b"const WORDS = {}", f"const WORDS = {table}".encode())
        .replace(b"da-DK", words.region().encode())
    )
