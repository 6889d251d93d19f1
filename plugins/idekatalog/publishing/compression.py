"""Compressed ahead, so that a server compresses nothing itself."""

import errno
import gzip
from pathlib import Path

import brotli

# What a host may send compressed: text. Pictures, fonts, PDF and Word are compressed already.
TEXT = frozenset((".css", ".csv", ".geojson", ".html", ".js", ".json", ".svg", ".txt", ".xml"))
# Below this, what it is sent in weighs more than what is saved.
SMALLEST = 1024


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
