"""What an editor sees in the browser while the catalogue has problems. It never leaves the editor's own machine."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from ..reading.problems import Problem, printable

_FRAMES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
_FRAMES.filters["printable"] = printable
# A generator's server reloads pages, but not the one that says a page does not exist: that one must look for itself.
_RELOAD = '<meta http-equiv="refresh" content="3">'


def notice(problems: Sequence[Problem], meanwhile: str) -> str:
    """Every problem as HTML, and what the site shows ``meanwhile``; "" where there are none."""
    return _FRAMES.get_template("notice.html.j2").render(problems=problems, meanwhile=meanwhile) if problems else ""


def on_top(page: str, notice: str) -> str:
    """The HTML of a page with the notice before everything else a reader sees."""
    return re.sub(r"<body[^>]*>", lambda body: body[0] + notice, page, count=1)


def reloading(page: str, notice: str) -> str:
    """The same for a page that no server reloads: while there is a notice it asks again every three seconds."""
    return on_top(page.replace("<head>", f"<head>{_RELOAD}", 1), notice) if notice else page
