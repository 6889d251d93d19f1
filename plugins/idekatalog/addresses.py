"""Every address of the site. They never change: people print them, send them and save them.

An address here is the file a page is published as, from the site's root: ``indsatser/x/index.md``.
"""

import posixpath
from functools import cache

from .records.kinds import kind_of
from .records.record import Titled

START = "index.md"
CATALOGUE_DATA = "katalog.json"
HEADERS = "_headers"
HANDOUT_STYLE = "assets/uddeling.css"
SLIDES_STYLE = "assets/dias.css"
SLIDES_SCRIPT = "assets/dias.js"
TOOLBAR_SCRIPT = "assets/vaerktoej.js"
ACTION_PLAN = "plan/index.html"
GLOSSARY = "ordliste/index.md"
COLOURS = "assets/stylesheets/tokens.css"
BESIDE_STYLE = "assets/idekatalog.css"
LIST_SCRIPT = "assets/liste.js"
SEARCH = "soeg/index.md"
REGISTER = "a-aa/index.md"
FIND = "find/index.md"
COMPARE = "sammenlign/index.md"


def listing(name: str) -> str:
    """The page of a list: ``indsatser``, ``metoder``, or the name of a vocabulary."""
    return f"{name}/index.md"


def group(name: str, value: str) -> str:
    """The page of one word of a vocabulary, such as a role."""
    return f"{name}/{value}/index.md"


def further(listing: str, number: int) -> str:
    """The page with the number of a list that is longer than a page; the first is the list's own."""
    return beside(listing, f"sider/{number}/index.md") if number > 1 else listing


def page(record: Titled) -> str:
    """The page of a record."""
    kind = kind_of(record)
    return f"{kind.address}/{record.id}/{kind.page}"


def sheet(record: Titled, name: str) -> str:
    """A page that is printed by itself and belongs to a record, such as its ``tjekliste``."""
    return f"{kind_of(record).address}/{record.id}/{name}/index.html"


def plan_with(*records: Titled) -> str:
    """The action plan with records in it; whoever goes on choosing puts more ids there, with commas between."""
    return f"{ACTION_PLAN}?valg={','.join(record.id for record in records)}"


def compared(record: Titled) -> str:
    """What is compared of a guide: whoever knows its id finds it."""
    return f"assets/sammenlign/guider/{record.id}.json"


def planned(record: Titled) -> str:
    """What a plan needs of a guide: whoever knows its id finds it."""
    return f"assets/plan/guider/{record.id}.json"


def spreadsheet(record: Titled) -> str:
    """The table of a template, for a spreadsheet."""
    return f"{kind_of(record).address}/{record.id}/{record.id}.csv"


def beside(page: str, file: str) -> str:
    """A file in the folder of a page, such as its ``guide.pdf``."""
    return f"{posixpath.dirname(page)}/{file}"


def shared(page: str = "") -> str:
    """The picture that others show of a link to a page, beside it; without one, that of every page that has none."""
    return posixpath.join(posixpath.dirname(page), "del.png")


def thumbnail(record: Titled, document: str = "forside") -> str:
    """The first page of a sheet as a picture; of a record with several, that of a document."""
    return f"{kind_of(record).address}/{record.id}/{document}.png"


def foot(sheet: str) -> str:
    """The style of a sheet's foot, beside the sheet: what stands there differs from sheet to sheet."""
    return beside(sheet, "fod.css")


def image(file: str) -> str:
    return f"billeder/{file}"


@cache
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
    file, hash, anchor = target.partition("#")
    # By hand: posixpath.relpath takes ten times as long, and pages have a hundred links each.
    (*here, _), there = path(start).split("/"), path(file).split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return ("../" * (len(here) - common) + "/".join(there[common:]) or "./") + hash + anchor
