"""One site takes the place of another: whole, and in one step where the platform can.

A generator empties the folder it builds in, but of thousands of files only a few have changed. So the folder is moved aside, and
moved back when the files are to be written.
"""

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Set
from pathlib import Path


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


def put_aside(site: Path) -> None:
    """Moves the site, if there is one, to where MkDocs does not empty it.

    Where a folder cannot be moved, as one that is a container's volume, MkDocs empties it.
    """
    if site.is_dir():
        # Left by a build that was stopped, and older than the site.
        shutil.rmtree(_aside(site), ignore_errors=True)
        with contextlib.suppress(OSError):
            site.rename(_aside(site))


def put_back(site: Path) -> None:
    """Moves the site back, if it is aside; that may be since a build was stopped.

    Before MkDocs writes: where another plugin has written already, that is the site, and what is aside is no longer needed.
    """
    if site.exists():
        shutil.rmtree(_aside(site), ignore_errors=True)
    else:
        restore(site)


def restore(site: Path) -> None:
    """Moves the site back, if it is aside, whatever a build that failed has left in its place."""
    if _aside(site).is_dir():
        shutil.rmtree(site, ignore_errors=True)
        _aside(site).rename(site)


def remove_others(site: Path, ours: Set[str]) -> None:
    """Removes what is in the site but for ``ours``, paths from its root, and for what is hidden there, as MkDocs does."""
    if site.is_dir():
        _remove_others(site, "", ours)


def _remove_others(folder: str | Path, above: str, ours: Set[str]) -> bool:
    """Removes them from a folder of the site; whether anything is left in it."""
    left = False
    for entry in list(os.scandir(folder)):
        place = above + entry.name
        if place.startswith("."):
            left = True
        elif entry.is_dir(follow_symlinks=False):
            if _remove_others(entry.path, f"{place}/", ours):
                left = True
            else:
                Path(entry.path).rmdir()
        # A link is none of ours, whatever it is called: to write the file would be to write what it leads to.
        elif place not in ours or entry.is_symlink():
            Path(entry.path).unlink()
        else:
            left = True
    return left


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-aside")
