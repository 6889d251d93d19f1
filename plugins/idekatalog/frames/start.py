"""The start page: HTML in the place of each marker of the page written by hand."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from .. import addresses
from ..document.html import Writer
from ..views.start import NUMBERS, TRIES, Start
from . import _HTML

_MARKER = re.compile(r"<!--\s*(\w+)(?::[^<>]*?)?\s*-->")


def filled(page: str, view: Start) -> str:
    """The HTML of the page with what its markers ask for; a comment that asks for nothing stays."""
    said = parts(view)
    return _MARKER.sub(lambda found: str(said.get(found[1], found[0])), page)


def parts(view: Start) -> Mapping[str, Markup]:
    """What each marker asks for, with links as they lead from the start page."""
    writer = Writer(addresses.START, ())
    cards = {name: Markup(writer.block(cards)) for name, cards in view.cards.items() if cards.cards}
    return cards | {name: Markup(_HTML.get_template(f"start/{name}.html.j2").render(view=view)) for name in (TRIES, NUMBERS)}
