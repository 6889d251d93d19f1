"""What is kept between builds, in the folder ``.gemt``: data with a checksum, and whatever is not that is made again.

A file is named by all that goes into it. It begins with a line that says its name and the SHA-256 of what follows, so that a file
that is cut short, damaged, renamed or from elsewhere is passed over. Nothing in it is ever run.
"""

import contextlib
import functools
import hashlib
import os
import stat
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from ..language import words
from ..reading.memory import Form
from ..reading.problems import InvalidCatalogue, Origin, Problem
from ..reading.unexpected import reason
from .artefacts import Paper, Press, is_installed, key, press

T = TypeVar("T")

NO_PRESS = (
    "PDF og Word bliver ikke lavet, for det, der laver dem, er ikke installeret; skriv pip install 'idekatalog[documents]',"
    " eller sluk for dem i mkdocs.yml med documents: false"
)

# Where what has been made lies until what goes into it changes. It may be deleted at any time.
CACHE_FOLDER = ".gemt"
# What the names of the locks begin with that lie there too.
LOCK = "optaget-"
# The form of the files; another one begins with another number.
VERSION = "gemt 1"
DAY = 24 * 60 * 60
MONTH = 30 * DAY
# Beyond so many bytes, only what this build asked for is kept.
LIMIT = 2_000_000_000


class Store:
    """The store of the catalogue ``root``.

    Raises InvalidCatalogue where git tracks it: then anybody who proposes a change could say what the site shows.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / CACHE_FOLDER
        self._asked: set[str] = set()
        self._there = {entry.name for entry in os.scandir(self._folder)} if self._folder.is_dir() else set[str]()
        self._told = False
        if _tracked(root):
            message, remedy = (
                "ligger i git, så andre kan bestemme, hvad siden viser",
                f"kør git rm -r --cached {CACHE_FOLDER}, og slet mappen",
            )
            raise InvalidCatalogue([Problem(Origin(CACHE_FOLDER, 1), "mappe", message, remedy)])

    def read(self, name: str) -> bytes | None:
        """What was written under the name; None where nothing was, or where it is no longer whole."""
        self._asked.add(name)
        file = self._folder / name
        try:
            found = file.lstat()
            if not stat.S_ISREG(found.st_mode):
                return None
            head, _, content = file.read_bytes().partition(b"\n")
            if head != _head(name, content):
                return None
            if found.st_mtime < time.time() - DAY:
                os.utime(file)
        except OSError:
            return None
        return content

    def write(self, name: str, content: bytes) -> None:
        """Keeps the content under the name.

        The file is put in its place when it is complete, so that a build that is stopped leaves nothing half written, and two
        builds may run at once. Where it cannot be written the build goes on without, and says so once.
        """
        complete = self._folder / f"ny-{os.getpid()}-{name}"
        try:
            with _new(complete) as file:
                file.write(_head(name, content) + b"\n" + content)
            complete.replace(self._folder / name)
            self._there.add(name)
        except OSError as error:
            with contextlib.suppress(OSError):
                complete.unlink()
            if not self._told:
                self._told = True
                why, remedy = reason(error)
                print(f"{CACHE_FOLDER}: intet gemmes til næste gang, for {why}; {remedy}", file=sys.stderr)

    def knows(self, name: str) -> bool:
        """Whether there was a file of the name when the build began, or it has written one."""
        return name in self._there

    def forget(self) -> None:
        """Deletes what nobody has asked for in a month and, where the store is too large, all that was not asked for now."""
        files: dict[str, os.stat_result] = {}
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                # Another build may have put it in its place in between.
                with contextlib.suppress(OSError):
                    files[entry.name] = entry.stat(follow_symlinks=False)
        now, too_large = time.time(), sum(found.st_size for found in files.values()) > LIMIT
        for name, found in files.items():
            unused = too_large and name not in self._asked
            # What a build that was stopped has begun is of no use to anybody.
            old = DAY if name.startswith("ny-") else MONTH
            if (unused or found.st_mtime < now - old) and not name.startswith(LOCK):
                with contextlib.suppress(OSError):
                    (self._folder / name).unlink()


class Cache:
    """A memory that outlives the build.

    ``engine`` are the folders of the programs whose every change makes it forget all; so does any other version of a package, and
    another language.
    """

    def __init__(self, store: Store, *engine: Path) -> None:
        self._store = store
        packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
        self._made_by = hashlib.sha256(" ".join((VERSION, sys.version, words.code(), *packages)).encode())
        for file in sorted(path for folder in engine for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            self._made_by.update(file.read_bytes())

    def __call__(self, name: str, make: Callable[[], T], form: Form[T] | None = None, /) -> T:
        if form is None:
            return make()
        file = self._file(name)
        if (kept := self._store.read(file)) is not None:
            # Whatever was kept and cannot be read is made again.
            with contextlib.suppress(Exception):
                return form.read(kept)
        made = make()
        if (content := form.write(made)) is not None:
            self._store.write(file, content)
        return made

    def knows(self, name: str) -> bool:
        """Whether it need not make what has the name."""
        return self._store.knows(self._file(name))

    def _file(self, name: str) -> str:
        found = self._made_by.copy()
        found.update(name.encode())
        return found.hexdigest()


def cached(store: Store, done: Callable[[int, int], None] = lambda count, total: None) -> Press | None:
    """A press that prints only what is not in the store yet; ``done`` hears how many of how many are printed.

    None, which is told once, where the programs that print are not installed.
    """
    if not _can_print():
        return None

    def kept(papers: Sequence[Paper]) -> list[bytes]:
        names = [key(paper) for paper in papers]
        found = {name: content for name in names if (content := store.read(name)) is not None}
        missing = {name: paper for name, paper in zip(names, papers, strict=True) if name not in found}
        for name, content in zip(missing, press(list(missing.values()), lambda count: done(count, len(missing))), strict=True):
            store.write(name, content)
            found[name] = content
        return [found[name] for name in names]

    return kept


@functools.cache
def _can_print() -> bool:
    if not is_installed():
        print(NO_PRESS, file=sys.stderr)
    return is_installed()


def _new(file: Path) -> BinaryIO:
    """The file, opened anew, so that nothing is written through a link that somebody has put there."""
    try:
        return file.open("xb")
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        file.unlink()
    return file.open("xb")


def _head(name: str, content: bytes) -> bytes:
    return f"{VERSION} {name} {hashlib.sha256(content).hexdigest()}".encode()


def _tracked(root: Path) -> bool:
    """Whether git tracks anything in the store; where git cannot tell, it does not."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--", CACHE_FOLDER]
    try:
        done = subprocess.run(command, env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(done.stdout)
