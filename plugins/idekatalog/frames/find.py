"""Find what helps, to files: its page, what its script ranks, what it says of those it shows, and the script."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from markupsafe import Markup

from .. import addresses
from ..catalogue import Catalogue, Drawing
from ..document.nodes import Document, Html, document, section
from ..language.words import _
from ..views.find import Candidate, Find, find
from ..views.parts import opening
from . import _HTML, asset

_ASSETS = "assets/find/"
# What is said of so many guides stands in one file: few are asked for at once, and of a large catalogue never all.
PART = 50


def artefacts(catalogue: Catalogue) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the tool but its page: its address and what makes its bytes."""
    view = cache(lambda: find(catalogue))
    yield f"{_ASSETS}find.json", lambda: data(view())
    for number in range(-(-len(catalogue.practices) // PART)):
        yield f"{_ASSETS}guider/{number}.json", partial(_part, view, number)
    for name in ("find.js", "rank.js", "find.css"):
        yield f"{_ASSETS}{name}", partial(asset, f"find/{name}")


def page(view: Find) -> Document:
    """The page: the choices as lists of links, which a script makes boxes of."""
    tool = _HTML.get_template("find.html.j2").render(
        view=view, url=lambda target: addresses.relative_path(view.address, target), sign=_sign
    )
    return document(
        view.address,
        _("Find det, der hjælper"),
        _("Vælg, hvad I ser, og hvad I har, og find de guider, der passer bedst."),
        [
            *opening(_("Vælg det, I ser, og det, I har. Så står de guider øverst, der passer bedst.")),
            section(_("Dine valg"), Html(tool)),
        ],
        kind="find",
    )


def _sign(drawing: Drawing) -> Markup:
    """The shapes of a sign in the page itself, where the style sheet gives them their colour; beside it stands what it means."""
    shapes = re.sub(r"<title>.*?</title>|</?svg[^>]*>", "", drawing.svg, flags=re.DOTALL).strip()
    return Markup('<svg viewBox="0 0 24 24" aria-hidden="true">{}</svg>').format(Markup(shapes))


def data(view: Find) -> bytes:
    """What the script ranks, as JSON: of every guide its id, its title and the places of its choices among all choices."""
    return _json({"part": PART, "guides": [(guide.id, guide.title, guide.carries) for guide in view.candidates]})


def _part(view: Callable[[], Find], number: int) -> bytes:
    """What is said of the guides of a part, in their order."""
    return _json([_said(guide) for guide in view().candidates[number * PART : (number + 1) * PART]])


def _said(guide: Candidate) -> dict[str, object]:
    return {
        "kind": guide.kind,
        "summary": guide.summary,
        "path": addresses.path(guide.address)[1:],
        "checklist": addresses.path(guide.checklist)[1:],
        "steps": guide.steps,
        "roles": guide.roles,
        "times": guide.times,
        "tried": guide.tried,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
