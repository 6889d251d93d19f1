"""The press: papers to PDF through Typst, and to Word through python-docx.

Both are the extra ``documents``, and large: here they are loaded when something is printed.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..language.words import _, code
from ..reading import glyphs
from ..reading.problems import InvalidCatalogue, Origin, Problem
from .paper import Paper
from .thumbnail import small

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_FONTS = _HERE / "fonts"
# How many pixels an inch of a picture has: of a thumbnail few, of what is shared one a point.
THUMBNAIL = 24.0
PIXELS = {"share.typ": 72.0, "icon.typ": 72.0}
# The link over a place to write, as form.py knows it; Typst writes an address with other letters than ASCII's in hexadecimal.
_TO_FILL_IN = re.compile(rb"/URI(?:\(felt:|<66656C743A)")
PROGRAMS = ("typst", "pypdf", "docx")
_UNSEEN = re.compile(r"the text `\"(.*?)\"` could not be displayed")


def is_installed() -> bool:
    """Whether the programs that print are there."""
    return all(find_spec(name) for name in PROGRAMS)


def proof(papers: Sequence[Paper]) -> list[bytes]:
    """Instead of every document what it would be printed from: enough to check a catalogue, and to compare."""
    return [json.dumps(json.loads(paper.data), ensure_ascii=False, indent=1).encode() for paper in papers]


def press(papers: Sequence[Paper], done: Callable[[int], None] = lambda count: None) -> list[bytes]:
    """Every document, made side by side; the same papers give the same bytes. ``done`` hears how many are made.

    Raises InvalidCatalogue where a text has a character that no font has a shape for.
    """
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        # The longest first, so that no worker is left with it at the end.
        order = sorted(range(len(papers)), key=lambda index: -len(papers[index].data))
        made = {}
        for index, result in zip(order, workers.map(lambda index: _print(papers[index]), order), strict=True):
            made[index] = result
            done(len(made))
    results = [made[index] for index in range(len(papers))]
    if problems := [result for result in results if isinstance(result, Problem)]:
        raise InvalidCatalogue(problems)
    return [result for result in results if isinstance(result, bytes)]


def key(paper: Paper) -> str:
    """The cache key of the paper: the same key, the same bytes."""
    kind = paper.address.rpartition(".")[2]
    parts = (_machine(), _words(), kind, paper.template, str(paper.reviewed), paper.livery.data, paper.data)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _machine() -> str:
    """What all papers have in common: the programs, the templates, the fonts, and the code, down to the tree that Word walks."""
    files = sorted(path for folder in (_TEMPLATES, _FONTS) for path in folder.rglob("*") if path.is_file())
    engine = _HERE.parent
    read_by_word = (*sorted((engine / "document").glob("*.py")), engine / "records" / "template.py")
    code = (
        Path(__file__),
        _HERE / "word.py",
        _HERE / "qr.py",
        _HERE / "picture.py",
        _HERE / "thumbnail.py",
        _HERE / "form.py",
        *read_by_word,
    )
    parts = [
        *map(version, ("typst", "pypdf", "python-docx", "lxml", "segno")),
        *(hashlib.sha256(path.read_bytes()).hexdigest() for path in (*files, *code)),
    ]
    return " ".join(parts)


def _print(paper: Paper) -> bytes | Problem:
    if paper.form:
        from .word import word

        return word(paper.form(), paper.moment, paper.livery)
    import typst

    try:
        return _first_page(paper) if paper.address.endswith(".png") else _pdf(paper)
    except typst.TypstError as error:
        # Words that cannot be seen are no words to a screen reader either, so PDF/UA refuses them.
        if (found := _UNSEEN.search(str(error))) is None:
            raise
        characters = glyphs.unprintable(paper.data) or [found[1]]
        return Problem(Origin(paper.source or paper.address, 1), "fil", *glyphs.refused(characters))


def _words() -> str:
    """What the templates themselves say, as JSON, and in which language."""
    return json.dumps({
        "lang": code(),
        "page": _("side {n} af {alle}"),
        "draft": _("Kladde. Kun I, der skriver, kan se dette dokument."),
        "contents": _("Indhold"),
        "index": _("Stikord"),
        "code": _("QR-kode: {adresse}"),
    })  # fmt: skip


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])


def _pdf(paper: Paper) -> bytes:
    import typst

    made = typst.compile(
        _TEMPLATES / paper.template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": paper.data, "livery": paper.livery.data, "words": _words()},
        pdf_standards=["ua-1"],
        timestamp=int(paper.moment.timestamp()),
    )
    assert isinstance(made, bytes)
    if not _TO_FILL_IN.search(made):
        return made
    # Here, as for Word: a build that has all of it in its cache has no use for it.
    from .form import with_fields

    return with_fields(made)


def _first_page(paper: Paper) -> bytes:
    """The first page as a picture: as small as it stands in a list, or as large as it is shared."""
    import typst

    made = typst.compile(
        _TEMPLATES / paper.template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": paper.data, "livery": paper.livery.data, "words": _words()},
        timestamp=int(paper.moment.timestamp()),
        format="png",
        ppi=PIXELS.get(paper.template, THUMBNAIL),
    )
    first = made[0] if isinstance(made, list) else made
    assert isinstance(first, bytes)
    return first if paper.template in PIXELS else small(first)
