"""Find what helps, to files: its page, what its script chooses among, and the script."""

import json
from collections.abc import Iterator
from pathlib import Path

from .. import addresses
from ..model import Phase
from ..views.find import Candidate, Find
from . import _HTML, _MARKDOWN
from .markdown import block

_HERE = Path(__file__).parent
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


def artefacts(view: Find) -> Iterator[tuple[str, bytes]]:
    """Every file of the tool: its address and its bytes."""
    yield view.address, page(view).encode()
    data = {"rows": _ROWS, "candidates": [_candidate(candidate) for candidate in view.candidates]}
    yield f"{_ASSETS}find.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    for name in ("find.js", "find.css"):
        yield f"{_ASSETS}{name}", (_HERE / "templates/find" / name).read_bytes()


def page(view: Find) -> str:
    """The page as Markdown: the choices as lists of links, which a script makes boxes of."""
    tool = _HTML.get_template("find.html.j2").render(view=view, url=lambda target: addresses.relative_path(view.address, target))
    return _MARKDOWN.get_template("find.md.j2").render(tool=block(tool))


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
