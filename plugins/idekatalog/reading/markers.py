"""Comments in a page written by hand that ask for something the engine knows: ``<!-- roller: vaert, skole -->``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKER = re.compile(r"<!--\s*(\w+)(?::([^<>]*?))?\s*-->")

PUBLISHER_HERE = "<!-- udgiver -->"
"""Where a page says who publishes it."""


@dataclass(frozen=True)
class Marker:
    """What is asked for, the words behind the colon, and the line it stands in."""

    name: str
    values: tuple[str, ...]
    line: int


def markers(markdown: str) -> Iterator[Marker]:
    """The markers of a page, in order."""
    for number, row in enumerate(markdown.split("\n"), 1):
        for found in _MARKER.finditer(row):
            values = (value.strip() for value in (found[2] or "").split(","))
            yield Marker(found[1], tuple(filter(None, values)), number)
