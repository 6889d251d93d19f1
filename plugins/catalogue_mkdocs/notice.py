"""What an editor sees in the browser while the catalogue has problems. It never leaves the editor's own machine."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from catalogue.problems import Problem, printable

_templates = Environment(loader=FileSystemLoader(Path(__file__).parent / "theme"), autoescape=True)
_templates.filters["printable"] = printable


def notice(problems: Sequence[Problem], meanwhile: str) -> str:
    """Every problem as HTML, and what the site shows ``meanwhile``; "" where there are none."""
    return _templates.get_template("partials/notice.html").render(problems=problems, meanwhile=meanwhile) if problems else ""


def on_top(page: str, notice: str) -> str:
    """The HTML of a page with the notice before everything else a reader sees."""
    return re.sub(r"<body[^>]*>", lambda body: body[0] + notice, page, count=1)
