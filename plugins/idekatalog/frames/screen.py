"""The programs that several pages share, and what makes of the checklist one that can be filled in on the screen.

Without them, it is a sheet to print.
"""

from collections.abc import Callable, Iterator
from functools import partial

from .. import addresses
from . import asset

ASSETS = {
    "assets/dom.js": "dom.js",
    addresses.LIST_SCRIPT: "list/list.js",
    "assets/levende.js": "live.js",
    "assets/tjekliste/tjekliste.css": "checklist/checklist.css",
    "assets/tjekliste/tjekliste.js": "checklist/checklist.js",
    "assets/tjekliste/saved.js": "checklist/saved.js",
    "assets/tjekliste/calendar.js": "checklist/calendar.js",
}


def artefacts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each of the files: its address and what makes its bytes."""
    for uri, file in ASSETS.items():
        yield uri, partial(asset, file)
