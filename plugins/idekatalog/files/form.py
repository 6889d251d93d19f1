"""Which records are not in their one form, and putting them in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from ..reading.problems import Problem
from ..records.form import formed
from ..records.kinds import KINDS
from .load import pages_of
from .walk import walk


def unformed(root: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """Every record of the catalogue in ``root`` that is not in the one form, and what it is in it.

    For those that cannot be read, the problems are appended to ``problems``.
    """
    files = walk(root, pages_of(root), [])
    for kind in KINDS.values():
        for path in files.below(kind.folder):
            if (raw := files.read(path, problems)) is not None:
                content = formed(kind, path, raw, problems)
                if content is not None and content != raw:
                    yield path, content


def write(root: Path, path: str, content: bytes) -> None:
    """Puts a file of the catalogue in place of the one that is there, all at once."""
    file = root / path
    new = file.with_name(f".{file.name}.ny")
    new.write_bytes(content)
    shutil.copymode(file, new)
    new.replace(file)
