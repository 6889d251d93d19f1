"""The page "Min plan": a list of every guide, and what a script needs to make one plan of those chosen."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial

from .. import addresses
from ..catalogue import Catalogue
from ..views.plan import ActionPlan, action_plan
from . import _HTML, asset

ASSETS = ("plan.css", "plan.js", "merge.js", "carry.js")


def artefacts(catalogue: Catalogue, site: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the page: its address and what makes its bytes. ``site`` is the site's address, "" where unknown."""
    yield addresses.ACTION_PLAN, lambda: page(action_plan(catalogue), site).encode()
    yield "assets/plan/plan.json", lambda: data(action_plan(catalogue)).encode()
    for name in ASSETS:
        yield f"assets/plan/{name}", partial(asset, f"plan/{name}")


def page(view: ActionPlan, site: str) -> str:
    """The page, which without a script leads to the checklists."""
    return _HTML.get_template("plan/page.html.j2").render(
        view=view,
        link=lambda target: addresses.relative_path(view.address, target),
        canonical=site.rstrip("/") + addresses.path(view.address) if site else "",
    )


def data(view: ActionPlan) -> str:
    """The guides as JSON, by id; no key of a guide's own says where the site lies."""
    return json.dumps({"guides": list(map(asdict, view.guides))}, ensure_ascii=False, indent=1) + "\n"
