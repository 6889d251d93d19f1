"""The engine's only writer of disk."""

import contextlib
import ctypes
import gzip
import hashlib
import os
import pickle
import shutil
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import brotli

from .blank import blank
from .collection import Catalogue
from .load import CONTENT
from .model import Intervention
from .problems import InvalidCatalogue, Origin, Problem
from .publish import Paper, Press, key, press, proof, publish
from .slug import slug

T = TypeVar("T")

# Where what has been made lies until what goes into it changes. It may be deleted at any time.
KEPT = ".gemt"
DAY = 24 * 60 * 60
MONTH = 30 * DAY

# What a host may send compressed: text. Pictures, fonts, PDF and Word are compressed already.
TEXT = frozenset((".css", ".csv", ".geojson", ".html", ".js", ".json", ".svg", ".txt", ".xml"))
# Below this, what it is sent in weighs more than what is saved.
SMALLEST = 1024


def keeping(root: Path) -> Press:
    """A press that makes only what it has not made before, and keeps what it makes in the catalogue ``root``.

    A file is put in its place when it is complete, so that a build that is stopped leaves nothing half written, and two
    builds may run at once.
    """
    folder = root / KEPT

    def kept(papers: Sequence[Paper]) -> list[bytes]:
        names = [key(paper) for paper in papers]
        found = {name: content for name in names if (content := _read(folder / name))}
        missing = {name: paper for name, paper in zip(names, papers, strict=True) if name not in found}
        for name, content in zip(missing, press(list(missing.values())), strict=True):
            _put(folder / name, content)
            found[name] = content
        return [found[name] for name in names]

    return kept


def _read(file: Path) -> bytes | None:
    try:
        content = file.read_bytes()
        if file.stat().st_mtime < time.time() - DAY:
            os.utime(file)
        return content
    except FileNotFoundError:
        return None


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    complete = file.with_name(f"ny-{os.getpid()}-{file.name}")
    complete.write_bytes(content)
    complete.replace(file)


class Kept:
    """A memory that outlives the build, in the catalogue ``root``.

    ``engine`` are the folders of the programs whose every change makes it forget all; so does any other version of a package.
    """

    def __init__(self, root: Path, *engine: Path) -> None:
        self._folder = root / KEPT
        packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
        self._made_by = hashlib.sha256(" ".join((sys.version, *packages)).encode())
        for file in sorted(path for folder in engine for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            self._made_by.update(file.read_bytes())

    def __call__(self, name: str, make: Callable[[], T], /) -> T:
        file = self._file(name)
        if kept := _read(file):
            # A machine that lost its power may have kept less than it was given.
            with contextlib.suppress(EOFError, pickle.UnpicklingError):
                result: T = pickle.loads(kept)
                return result
        made = make()
        _put(file, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        return made

    def knows(self, name: str) -> bool:
        """Whether it need not make what has the name."""
        return self._file(name).is_file()

    def _file(self, name: str) -> Path:
        found = self._made_by.copy()
        found.update(name.encode())
        return self._folder / found.hexdigest()


def forget(root: Path) -> None:
    """Deletes what nobody has asked for in a month."""
    for file in (root / KEPT).glob("*"):
        # Another build may have put it in its place in between.
        with contextlib.suppress(FileNotFoundError):
            if file.stat().st_mtime < time.time() - MONTH:
                file.unlink()


def export(catalogue: Catalogue, root: Path, folder: Path, site: str = "", press: Press = proof) -> None:
    """The generated files and the hand-written pages in ``folder``, for any generator to build.

    All or nothing: the files are written beside the folder and moved there when they are complete.
    Raises FileExistsError where the folder holds something already, InvalidCatalogue as publish does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    artefacts = list(publish(catalogue, site, press))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        complete = Path(temporary) / "export"
        shutil.copytree(root / CONTENT, complete) if (root / CONTENT).is_dir() else complete.mkdir()
        for artefact in artefacts:
            target = complete / artefact.uri
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(artefact.content)
        # An empty folder gives way to a rename, on every platform but Windows.
        if folder.exists():
            folder.rmdir()
        complete.replace(folder)


def compress(folder: Path) -> None:
    """Puts ``x.gz`` and ``x.br`` beside every text file x in the folder; the same file gives the same bytes."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in TEXT and file.stat().st_size >= SMALLEST:
            content = file.read_bytes()
            # Without the time, which gzip would write into the file.
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, mtime=0))
            file.with_name(f"{file.name}.br").write_bytes(brotli.compress(content))


def replace(folder: Path, by: Path) -> None:
    """Puts the complete folder ``by`` in the place of ``folder``, if there is one, and that in the place of ``by``.

    Linux swaps the two in one step, so that whoever reads ``folder`` meets the old one or the new one.
    Elsewhere there is a moment between two renames; a run that ended in it is mended by the next.
    Raises FileNotFoundError where ``by`` is not there.
    """
    aside = folder.with_name(f".{folder.name}-old")
    if aside.exists():
        # Left by a run that was interrupted: what is no longer needed, or all there is.
        shutil.rmtree(aside) if folder.exists() else aside.rename(folder)
    if not by.exists():
        raise FileNotFoundError(by)
    if not folder.exists():
        by.rename(folder)
    elif not _exchange(folder, by):
        folder.rename(aside)
        by.rename(folder)
        aside.rename(by)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False where the platform or the file system cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
    return rename is not None and rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0


def new(root: Path, id: str, title: str, catalogue: Catalogue, today: date) -> Path:
    """A new intervention to fill in, and the file it is in.

    Raises InvalidCatalogue where the id is no slug or belongs to another record already.
    """
    path = f"{Intervention.folder}/{id}.md"
    if not id or id != slug(id):
        nearest = slug(id) or slug(title) or "min-indsats"
        problem = Problem(Origin(path, 1), "id", f"'{id}' kan ikke bruges i en adresse", f"skriv fx {nearest}")
        raise InvalidCatalogue([problem])
    if any(Path(known).stem == id for known in catalogue.known):
        raise InvalidCatalogue([Problem(Origin(path, 1), "id", f"'{id}' er taget", "vælg et andet id")])
    # Records that are not finished yet have taken a number too.
    files = sum(Path(known).parent == Path(Intervention.folder) for known in catalogue.known)
    number = max([files, *(record.number for record in catalogue.interventions)]) + 1
    words = {name: list(terms) for name, terms in catalogue.vocabulary.lists.items()}
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(blank(words, number, title, today))
    return file
