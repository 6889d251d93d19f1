"""Guides side by side, to files: the page, what its script asks for of each guide, and the script."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from .. import addresses
from ..catalogue import GUIDES, Catalogue
from ..document.nodes import Document, Html, document
from ..language.words import _
from ..views.compare import Compared
from ..views.parts import opening
from . import _HTML, asset

_ASSETS = "assets/sammenlign/"


def artefacts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The script, and the style of its page: their addresses and what makes their bytes."""
    for name in ("compare.js", "table.js", "compare.css"):
        yield f"{_ASSETS}{name}", partial(asset, f"compare/{name}")


def page(catalogue: Catalogue) -> Document:
    """The page, which without a script says how guides are compared by hand."""
    lists = [(addresses.listing(name), catalogue.chapter(name).title) for name in GUIDES if name in catalogue.lists]
    tool = _HTML.get_template("compare.html.j2").render(
        url=lambda target: addresses.relative_path(addresses.COMPARE, target), lists=lists
    )
    return document(
        addresses.COMPARE,
        _("Sammenlign"),
        _("Se op til fire guider side om side."),
        [*opening(_("Se op til fire guider side om side.")), Html(tool)],
        kind="sammenlign",
    )


def data(view: Compared) -> bytes:
    """What is compared of a guide, as JSON."""
    guide = {
        "id": view.id,
        "kind": view.kind,
        "title": view.title,
        "path": addresses.path(view.address)[1:],
        "checklist": addresses.path(view.checklist)[1:],
        "rows": [{"name": row.name, "texts": row.texts, "taken": row.taken} for row in view.rows],
    }
    return json.dumps(guide, ensure_ascii=False, separators=(",", ":")).encode()
