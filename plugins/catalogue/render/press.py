"""The press: papers to PDF through Typst, and to Word through pandoc."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pypandoc
import typst

from ..problems import InvalidCatalogue, Origin, Problem
from . import for_word
from .paper import Paper

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates" / "paper"
_FONTS = _HERE / "fonts"
_UNSEEN = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_REFERENCE = _TEMPLATES / "reference.docx"
# What word.html.j2 marks, because pandoc has no word for it: how high a row is in millimetres, and where a page begins.
_ROW = re.compile(rb"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?(.*?)</w:tr>", re.DOTALL)
_ROOM = re.compile("\ue000(\\d+);".encode())
_NEW_PAGE = re.compile(b'(<w:pStyle w:val="Heading1" />)((?:(?!</w:p>).)*?)' + "\ue001".encode(), re.DOTALL)
# How wide a table is; unless it is then said to be centred, its words begin at the margin, and its edge outside it.
_TABLE = re.compile(b"(<w:tblW [^>]*>)")
# A picture in a line of its own, and one at the top of the page on the right, where the code is on all paper.
_INLINE = re.compile(rb"<wp:inline>(.*?)(<wp:docPr .*?)</wp:inline>", re.DOTALL)
_AT_TOP = (
    b'<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
    b' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    b'<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    b'<wp:positionV relativeFrom="page"><wp:posOffset>144000</wp:posOffset></wp:positionV>'
    rb'\1<wp:wrapSquare wrapText="left"/>\2</wp:anchor>'
)
# How pandoc reads its command line, and so the footer: in UTF-8, whatever the language of the machine. Not every Mac has C.UTF-8.
_LOCALE = {"LC_ALL": "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"}
# A4 on its side, and where its footer ends, in twentieths of a point.
_LYING = b'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape" />'
_FOOT, _FOOT_LYING = b'w:pos="9865"', b'w:pos="14797"'


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
    """A name for all that goes into the paper: the same name, the same bytes."""
    return hashlib.sha256("\0".join((_machine(), paper.template, str(paper.reviewed), paper.data)).encode()).hexdigest()


@cache
def _machine() -> str:
    """What all papers have in common: the programs, the templates, the fonts, and this file."""
    files = sorted(path for folder in (_TEMPLATES, _FONTS) for path in folder.iterdir())
    parts = [
        version("typst"),
        version("pypandoc_binary"),
        version("segno"),
        *(hashlib.sha256(path.read_bytes()).hexdigest() for path in (*files, Path(__file__), _HERE / "qr.py")),
    ]
    return " ".join(parts)


def _print(paper: Paper) -> bytes | Problem:
    if not paper.template.endswith(".typ"):
        return _word(paper)
    try:
        return _pdf(paper)
    except typst.TypstError as error:
        # Words that cannot be seen are no words to a screen reader either, so PDF/UA refuses them.
        if (found := _UNSEEN.search(str(error))) is None:
            raise
        origin = Origin(paper.source or paper.address, 1)
        return Problem(origin, "fil", f"tegnet {found[1]} kan ikke trykkes", "slet det, eller skriv det med bogstaver")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])


def _pdf(paper: Paper) -> bytes:
    made = typst.compile(
        _TEMPLATES / paper.template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": paper.data},
        pdf_standards=["ua-1"],
        timestamp=_seconds(paper),
    )
    assert isinstance(made, bytes)
    return made


def _word(paper: Paper) -> bytes:
    # The title is the document's own; its sections are its headings of level 1.
    command = [
        pypandoc.get_pandoc_path(),
        "--from=html",
        "--to=docx",
        "--shift-heading-level-by=-1",
        f"--reference-doc={_REFERENCE}",
        "--output=-",
    ]
    data = json.loads(paper.data)
    # What the footer of the reference document shows.
    command += [f"--metadata=subject:{data['identity']}", f"--metadata=description:{data['place']}"]
    environment = {**os.environ, **_LOCALE, "SOURCE_DATE_EPOCH": str(_seconds(paper))}
    page = for_word(paper.template, data)
    done = subprocess.run(command, input=page.encode(), env=environment, capture_output=True, check=True)
    return _finished(done.stdout, data["landscape"])


def _finished(document: bytes, landscape: bool) -> bytes:
    """The document with what pandoc cannot say: how a page lies and begins, how high a row is, and that none is split."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "word/document.xml":
                content = _NEW_PAGE.sub(rb"\1<w:pageBreakBefore />\2", _ROW.sub(_row, content))
                content = _TABLE.sub(rb'\1<w:jc w:val="center" />', _INLINE.sub(_AT_TOP, content))
                if landscape:
                    content = re.sub(rb"<w:pgSz [^>]*>", _LYING, content)
            elif part.filename == "word/footer1.xml" and landscape:
                content = content.replace(_FOOT, _FOOT_LYING)
            after.writestr(part, content)
    return result.getvalue()


def _row(row: re.Match[bytes]) -> bytes:
    heights = [int(height) for height in _ROOM.findall(row[2])]
    room = b'<w:trHeight w:val="%d" w:hRule="atLeast"/>' % (max(heights) * 1440 / 25.4) if heights else b""
    return b"<w:tr><w:trPr><w:cantSplit/>%b%b</w:trPr>%b</w:tr>" % (row[1] or b"", room, _ROOM.sub(b"", row[2]))


def _seconds(paper: Paper) -> int:
    """The moment that files carry: the day of the review, so that they change only when what they say does."""
    return int(datetime.combine(paper.reviewed, time(12), UTC).timestamp())
