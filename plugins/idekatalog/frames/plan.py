"""The page "Min plan": a list of every guide, and what a script needs to make one plan of those chosen."""

from collections.abc import Callable, Iterator
from functools import partial

from pydantic_core import to_json

from .. import addresses
from ..catalogue import Edition
from ..document.html import Page
from ..language.words import _
from ..views.plan import ActionPlan, Planned
from . import _HTML, asset, sheet_page

ASSETS = ("plan.css", "plan.js", "merge.js", "carry.js")


def artefacts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The programs of the page, and its style: their addresses and what makes their bytes."""
    for name in ASSETS:
        yield f"assets/plan/{name}", partial(asset, f"plan/{name}")


def page(view: ActionPlan, edition: Edition) -> Page:
    """The page, which without a script leads to the checklists."""
    link = partial(addresses.relative_path, view.address)
    written = _HTML.get_template("plan/page.html.j2").render(view=view, link=link, edition=edition)
    return sheet_page(
        _("Min plan: flere guider i én handleplan"),
        _("Vælg guider, og få én handleplan: trin, frister og roller, til skærm, kalender og print."),
        written,
    )


def data(guide: Planned) -> bytes:
    """What a plan needs of a guide, as JSON; no key of it says where the site lies."""
    return to_json(guide, indent=1) + b"\n"
