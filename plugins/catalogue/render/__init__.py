"""Views to text. Templates choose words; every fact in them comes from a view."""

import json
from datetime import date
from typing import Any

import jinja2
from babel.dates import format_date

from .. import addresses
from ..views.checklist import Checklist
from ..views.guide import Guide
from ..views.listing import Listing, Overview
from .markdown import Markdown, address, literal, prose

_LOADER = jinja2.PackageLoader("catalogue.render")


def guide(view: Guide) -> str:
    """A guide as Markdown, so that its headings reach any generator's table of contents and search."""
    return _markdown("guide.md.j2", view, guide=view)


def listing(view: Listing) -> str:
    """The list of all interventions as Markdown."""
    return _markdown("listing.md.j2", view, listing=view)


def overview(view: Overview) -> str:
    """The interventions under the words of a vocabulary as Markdown."""
    return _markdown("overview.md.j2", view, overview=view)


def checklist(view: Checklist, site: str) -> str:
    """A checklist as a page of its own, made for A4. ``site`` is the site's address, "" where unknown."""
    return _HTML.get_template("checklist.html.j2").render(
        list=view,
        link=lambda target: addresses.relative_path(view.address, target),
        place=site.rstrip("/") + addresses.path(view.address),
    )


def style() -> str:
    """The style sheet of everything that is printed by itself."""
    return _HTML.get_template("sheet.css").render()


def _danish_date(value: date) -> Markdown:
    # No markup in it, and "22." begins no list where a template puts it.
    return Markdown(format_date(value, "long", locale="da"))


def _css_string(text: str) -> str:
    """A text as a CSS string: whatever could end the string, the style or the element is escaped."""
    return '"' + "".join(c if c.isalnum() or c in " .,-/:·" else f"\\{ord(c):06x}" for c in text) + '"'


def _json(value: object) -> Markdown:
    """JSON that may stand in a script element or in front matter: no tag can begin or end in it."""
    text = json.dumps(value, ensure_ascii=False)
    return Markdown(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _environment(**options: Any) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=_LOADER,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )
    environment.filters["date"] = _danish_date
    return environment


_HTML = _environment(autoescape=True)
_HTML.filters["css"] = _css_string
# In Markdown, whatever a template prints is text to show, unless it is Markdown already.
_MARKDOWN = _environment(finalize=lambda value: value if isinstance(value, Markdown) else literal(str(value)))
_MARKDOWN.filters |= {"json": _json, "markdown": Markdown, "address": address}


def _markdown(template: str, view: Guide | Listing | Overview, **context: object) -> str:
    def link(target: str) -> Markdown:
        return Markdown(addresses.relative(view.address, target))

    def text(section: str) -> Markdown:
        return prose(section, record=lambda id: link(addresses.guide(id)), image=lambda file: link(addresses.image(file)))

    return _MARKDOWN.get_template(template).render(link=link, prose=text, kind=lambda part: type(part).__name__, **context)
