"""What stands in the site from the last build stays there while it is right.

MkDocs empties the site's folder before it builds. Of thousands of files only a few are others than they were, so the folder is
moved aside while MkDocs does so, and moved back.
"""

import contextlib
import os
import shutil
from collections.abc import Set
from pathlib import Path


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
    # A folder comes after all that it holds.
    for folder, folders, names in os.walk(site, topdown=False):
        above = "" if folder == str(site) else f"{Path(folder).relative_to(site).as_posix()}/"
        # A link is none of ours, whatever it is called: to write the file would be to write what it leads to.
        links = [name for name in (*folders, *names) if (Path(folder) / name).is_symlink()]
        for place in {above + name for name in (*links, *names)}:
            if not place.startswith(".") and (place not in ours or (site / place).is_symlink()):
                (site / place).unlink()
        if above and not above.startswith("."):
            with contextlib.suppress(OSError):  # It is not empty.
                Path(folder).rmdir()


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-aside")
