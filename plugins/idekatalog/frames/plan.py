"""The page "Min plan": a list of every guide, and what a script needs to make one plan of those chosen."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from pydantic_core import to_json

from .. import addresses
from ..catalogue import Catalogue
from ..views.plan import ActionPlan, action_plan
from . import _HTML, asset

ASSETS = ("plan.css", "plan.js", "merge.js", "carry.js")


def artefacts(catalogue: Catalogue, site: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the page: its address and what makes its bytes. ``site`` is the site's address, "" where unknown."""
    view = cache(partial(action_plan, catalogue))
    yield addresses.ACTION_PLAN, lambda: page(view(), site).encode()
    yield "assets/plan/plan.json", lambda: data(view())
    for name in ASSETS:
        yield f"assets/plan/{name}", partial(asset, f"plan/{name}")


def page(view: ActionPlan, site: str) -> str:
    """The page, which without a script leads to the checklists."""
    return _HTML.get_template("plan/page.html.j2").render(
        view=view,
        link=lambda target: addresses.relative_path(view.address, target),
        canonical=site.rstrip("/") + addresses.path(view.address) if site else "",
    )


def data(view: ActionPlan) -> bytes:
    """The guides as JSON, by id; no key of a guide's own says where the site lies."""
    return to_json({"guides": list(map(vars, view.guides))}, indent=1) + b"\n"
