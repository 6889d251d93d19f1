"""The engine's only writer of disk."""

import ctypes
import errno
import gzip
import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import brotli

from .collection import Catalogue
from .problems import InvalidCatalogue, Origin, Problem
from .publish import Press, proof, publish
from .records.blank import blank
from .records.kinds import Kind
from .slug import slug
from .unexpected import about
from .walk import CONTENT, Files, walk

# What a host may send compressed: text. Pictures, fonts, PDF and Word are compressed already.
TEXT = frozenset((".css", ".csv", ".geojson", ".html", ".js", ".json", ".svg", ".txt", ".xml"))
# Below this, what it is sent in weighs more than what is saved.
SMALLEST = 1024


def export(catalogue: Catalogue, root: Path, folder: Path, site: str = "", press: Press = proof) -> None:
    """The generated files and the hand-written pages in ``folder``, for any generator to build.

    All or nothing: the files are written beside the folder and moved there when they are complete.
    Raises FileExistsError where the folder holds something already, InvalidCatalogue as publish does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    artefacts = list(publish(catalogue, site, press))
    by_hand, problems = Files(root), list[Problem]()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        complete = Path(temporary) / "export"
        complete.mkdir()
        for page in catalogue.pages:
            if (content := by_hand.read(f"{CONTENT}/{page}", problems)) is not None:
                _put(complete / page, content)
        if problems:
            raise InvalidCatalogue(problems)
        for artefact in artefacts:
            with about(artefact.source):
                _put(complete / artefact.uri, artefact.content)
        # An empty folder gives way to a rename, on every platform but Windows.
        if folder.exists():
            folder.rmdir()
        complete.replace(folder)


def _put(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def compress(folder: Path) -> None:
    """Puts ``x.gz`` and ``x.br`` beside every text file x in the folder; the same file gives the same bytes.

    A link is none of the site's files, and is passed over. Raises FileNotFoundError where there is no folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
    for file in sorted(folder.rglob("*")):
        if file.suffix in TEXT and not file.is_symlink() and file.is_file() and file.stat().st_size >= SMALLEST:
            content = file.read_bytes()
            # Without the time, which gzip would write into the file.
            _put_whole(file.with_name(f"{file.name}.gz"), gzip.compress(content, mtime=0))
            _put_whole(file.with_name(f"{file.name}.br"), brotli.compress(content))


def _put_whole(file: Path, content: bytes) -> None:
    """Writes the file so that whoever reads it meanwhile, such as a server, never meets half of it."""
    complete = file.with_name(f".{file.name}-ny")
    complete.unlink(missing_ok=True)
    with complete.open("xb") as stream:
        stream.write(content)
    complete.replace(file)


def replace(folder: Path, by: Path) -> None:
    """Puts the complete folder ``by`` in the place of ``folder``, if there is one, and that in the place of ``by``.

    Linux swaps the two in one step, so that whoever reads ``folder`` meets the old one or the new one.
    Elsewhere there is a moment between two renames; a run that ended in it is mended by the next.
    A link is followed, so that what it leads to is replaced. Raises FileNotFoundError where ``by`` is not there,
    NotADirectoryError where one of them is no folder, and OSError where they cannot be moved; then ``folder`` is as it was.
    """
    folder, by = folder.resolve(), by.resolve()
    aside = folder.with_name(f".{folder.name}-old")
    if aside.exists():
        # Left by a run that was interrupted: what is no longer needed, or all there is.
        shutil.rmtree(aside) if folder.exists() else aside.rename(folder)
    if not by.exists():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(by))
    for path in (folder, by):
        if path.exists() and not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "no folder", str(path))
    if not folder.exists():
        by.rename(folder)
    elif folder != by and not _exchange(folder, by):
        folder.rename(aside)
        try:
            by.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        aside.rename(by)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False where the platform or the file system cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
    return rename is not None and rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0


def new(root: Path, kind: Kind[Any], id: str, title: str, catalogue: Catalogue, today: date) -> Path:
    """A new record of a kind to fill in, and the file it is in.

    Raises InvalidCatalogue where the id is no slug or belongs to another record already, where the title is no text, or where the
    folder of the kind is none.
    """
    path = f"{kind.folder}/{id}.md"
    if not id or id != slug(id):
        nearest = slug(id) or slug(title) or slug(kind.noun)
        problem = Problem(Origin(path, 1), "id", f"'{id}' kan ikke bruges i en adresse", f"skriv fx {nearest}")
        raise InvalidCatalogue([problem])
    if any(Path(known).stem == id for known in catalogue.known):
        raise InvalidCatalogue([Problem(Origin(path, 1), "id", f"'{id}' er taget", "vælg et andet id")])
    number = 0
    if kind.numbered:
        # Records that are not finished yet have taken a number too.
        files = sum(Path(known).parent == Path(kind.folder) for known in catalogue.known)
        number = max([files, *(record.number for record in catalogue.of(kind.record))]) + 1
    words = {name: list(terms) for name, terms in catalogue.vocabulary.lists.items()}
    found: list[Problem] = []
    walk(root, found)
    if elsewhere := [problem for problem in found if problem.origin.path == kind.folder]:
        raise InvalidCatalogue(elsewhere)
    try:
        content = blank(kind, words, number, title, today).encode()
    except UnicodeEncodeError:
        raise InvalidCatalogue([Problem(Origin(path, 1), "titel", "er ikke UTF-8", "skriv titlen igen")]) from None
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as stream:
        stream.write(content)
    return file
