"""A page of the catalogue in a site that has a look of its own: what a generator reads as if an author had written it."""

import json
import re
from html import escape

from .. import addresses
from ..document.html import Heading, Page
from ..records.kinds import KINDS, SHOWN
from .site import Artefact

__all__ = ["Heading", "in_menu", "written"]

# What nobody searches for, which a search of Material passes over where it is told to.
BUTTONS = re.compile(r'<(?:(?:a|button|summary) class="btn|details class="menu|nav class="screen)')


def in_menu(artefact: Artefact) -> bool:
    """Whether a menu of all pages has it: records and their lists, and not all that they are listed by."""
    return artefact.uri.split("/")[0] in {KINDS[kind].address for kind in SHOWN}


def written(artefact: Artefact, page: Page) -> str:
    """The page as Markdown: its fields, and its HTML in an element of its own, whose style takes hold of nothing outside it."""
    fields = {"title": page.fields["title"], "description": page.fields.get("description"), "tags": list(artefact.tags)}
    head = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value)
    style = addresses.relative_path(artefact.uri, addresses.BESIDE_STYLE)
    kind = f' data-kind="{escape(page.fields["kind"])}"' if "kind" in page.fields else ""
    html = BUTTONS.sub(lambda found: found[0].replace(" ", " data-search-exclude ", 1), page.html)
    return f'---\n{head}\n---\n\n<div class="idekatalog"{kind}>\n<link rel="stylesheet" href="{style}">\n{html}\n</div>\n'
