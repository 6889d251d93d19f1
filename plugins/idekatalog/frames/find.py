"""Find what helps, to files: its page, what its script chooses among, and the script."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import Document, Html, document, section
from ..records.parts import Phase
from ..views.find import Candidate, Find, find
from ..views.parts import opening
from . import _HTML, asset

_ASSETS = "assets/find/"
_PHASES = {Phase.BEFORE: "Før", Phase.DURING: "Undervejs", Phase.AFTER: "Bagefter"}
_NOUNS = {"indsats": "Indsats", "metode": "Kortlægning"}
# What is compared: the words of a row, and where the script finds it.
_ROWS = (
    ("For hvem", "for"),
    ("Roller", "roles"),
    *((name, phase.value) for phase, name in _PHASES.items()),
    ("Tal", "figures"),
    ("Det kom der ud af det", "outcomes"),
)


def artefacts(catalogue: Catalogue) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of the tool but its page: its address and what makes its bytes."""
    yield f"{_ASSETS}find.json", lambda: data(find(catalogue)).encode()
    for name in ("find.js", "find.css"):
        yield f"{_ASSETS}{name}", partial(asset, f"find/{name}")


def page(view: Find) -> Document:
    """The page: the choices as lists of links, which a script makes boxes of."""
    tool = _HTML.get_template("find.html.j2").render(view=view, url=lambda target: addresses.relative_path(view.address, target))
    return document(
        view.address,
        "Find det, der hjælper",
        "Vælg, hvad I ser, og hvad I har, og find de indsatser og metoder, der passer.",
        [
            *opening(
                "Vælg det, I ser, og det, I har. Så viser siden de indsatser og måder at kortlægge på, der passer, "
                "og hvorfor de passer."
            ),
            section("Dine valg", Html(tool)),
        ],
        kind="find",
    )


def data(view: Find) -> str:
    """What the page of the tool finds in, as JSON."""
    found = {"rows": _ROWS, "candidates": [_candidate(candidate) for candidate in view.candidates]}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "id": candidate.id,
        "kind": _NOUNS[candidate.noun],
        "title": candidate.title,
        "summary": candidate.summary,
        "path": addresses.path(candidate.address)[1:],
        "checklist": addresses.path(candidate.checklist)[1:],
        "carries": candidate.carries,
        "for": candidate.target_groups,
        "roles": candidate.roles,
        **{phase.value: candidate.steps.get(phase, ()) for phase in Phase},
        "figures": candidate.figures,
        "outcomes": candidate.outcomes,
    }
