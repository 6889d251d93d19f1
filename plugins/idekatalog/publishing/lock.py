"""One build at a time for each site; the operating system lets go of the lock when a build ends, however it ends."""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from ..language.words import _
from .cache import CACHE_FOLDER, LOCK


class Busy(Exception):
    """Another build has the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("{folder}: en anden bygning er i gang i mappen; vent, til den er færdig, og prøv igen").format(folder=folder)
        )


def lock(root: Path, folder: Path) -> Callable[[], None]:
    """Takes the ``folder`` that something is built in for the catalogue ``root``, and returns what lets go of it.

    Raises Busy where somebody else has it. Where nothing can be locked, as on some drives on a network or where nothing can be
    written, it is taken for granted.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    try:
        (root / CACHE_FOLDER).mkdir(exist_ok=True)
        file = os.open(root / CACHE_FOLDER / f"{LOCK}{name}", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError:
        return lambda: None
    try:
        _take(file)
    except (BlockingIOError, PermissionError):
        os.close(file)
        raise Busy(folder) from None
    except OSError:
        pass

    held = [file]

    def let_go() -> None:
        # Once only: its number may be another file's by then.
        while held:
            os.close(held.pop())

    return let_go


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
