"""A document on its way to paper: all that goes into it, and the bytes that come out."""

import re
from dataclasses import dataclass
from datetime import date

# How many pages a PDF has: Typst writes it first.
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


@dataclass(frozen=True)
class Paper:
    """A document to print.

    ``address`` is the file it becomes, ``source`` the file of its record, ``beside`` the pages that link to it, and
    ``name`` what they call it. ``template`` and ``data``, a JSON text, are all that goes in.
    """

    address: str
    source: str | None
    beside: tuple[str, ...]
    name: str
    template: str
    data: str
    reviewed: date


@dataclass(frozen=True)
class Printed:
    """A paper and the bytes of its file."""

    paper: Paper
    content: bytes

    @property
    def kind(self) -> str:
        return "Word" if self.paper.address.endswith(".docx") else "PDF"

    @property
    def pages(self) -> int | None:
        """How many pages it has; None where only the reader's own program can tell."""
        found = _PAGES.search(self.content)
        return int(found[1]) if found else None

    @property
    def size(self) -> str:
        thousands = -(-len(self.content) // 1000)
        return f"{thousands} kB" if thousands < 1000 else f"{thousands / 1000:.1f} MB".replace(".", ",")
