"""Every address of the site. They never change: people print them, send them and save them.

An address here is the file a page is published as, from the site's root: ``indsatser/x/index.md``.
"""

import posixpath

from .model import Area, Example, Film, Intervention, Method, Record

CATALOGUE_DATA = "katalog.json"
SHEET_STYLE = "assets/ark.css"
SLIDES_STYLE = "assets/dias.css"
SLIDES_SCRIPT = "assets/dias.js"
ACTION_PLAN = "plan/index.html"
GLOSSARY = "ordliste/index.md"

FOLDERS: dict[type[Record], str] = {
    Intervention: "indsatser",
    Method: "metoder",
    Example: "eksempler",
    Area: "omraader",
    Film: "undervisning",
}


def listing(name: str) -> str:
    """The page of a list: ``indsatser``, ``metoder``, or the name of a vocabulary."""
    return f"{name}/index.md"


def page(record: Record) -> str:
    """The page of a record."""
    return f"{FOLDERS[type(record)]}/{record.id}/index.md"


def sheet(record: Record, name: str) -> str:
    """A page that is printed by itself and belongs to a record, such as its ``tjekliste``."""
    return f"{FOLDERS[type(record)]}/{record.id}/{name}/index.html"


def sheet_style(sheet: str) -> str:
    """The style sheet that writes a sheet's own line at the foot of every printed page."""
    return f"{posixpath.dirname(sheet)}/fod.css"


def image(file: str) -> str:
    return f"billeder/{file}"


def path(address: str) -> str:
    """What a visitor sees: ``/indsatser/x/`` for ``indsatser/x/index.md``."""
    folder, file = posixpath.split(address)
    name, extension = posixpath.splitext(file)
    if extension not in (".md", ".html"):
        return f"/{address}"
    return "/" + "".join(f"{part}/" for part in (folder, "" if name in ("index", "README") else name) if part)


def relative(start: str, target: str) -> str:
    """The link from one page to another as written in Markdown, which names the target's file."""
    file, hash, anchor = target.partition("#")
    return posixpath.relpath(file, posixpath.dirname(start)) + hash + anchor


def relative_path(start: str, target: str) -> str:
    """The link from one page to another as a browser follows it."""
    result = posixpath.relpath(path(target), path(start))
    return f"{result}/" if path(target).endswith("/") else result
