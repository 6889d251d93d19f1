"""A document on its way to paper: all that goes into it, and the bytes that come out."""

import base64
import dataclasses
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cached_property
from pathlib import PurePosixPath

from ..catalogue import Logo
from ..document.sheet import Blocks
from ..language.words import plural
from ..records.look import LIGHT

# How many pages a PDF has: Typst writes it first, and it stays there.
_PAGES = re.compile(rb"/Type ?/Pages\s*/Count (\d+)")


@dataclass(frozen=True)
class Editable:
    """A sheet to become a Word file, and what stands around its blocks; a QR code of the ``place`` where it is ``coded``."""

    title: str
    work: str
    identity: str
    place: str
    coded: bool
    landscape: bool
    notice: bool
    blocks: Blocks

    @property
    def data(self) -> str:
        """All of it as JSON, each node with its kind."""
        return json.dumps(self, ensure_ascii=False, default=_told)


def _told(node: object) -> object:
    if isinstance(node, Enum):
        return node.value
    assert dataclasses.is_dataclass(node)
    fields = {field.name: getattr(node, field.name) for field in dataclasses.fields(node)}
    return {"kind": type(node).__name__, **fields}


@dataclass(frozen=True)
class Livery:
    """What the documents of a publisher wear: a colour for every name, and the logo, if there is one."""

    colours: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    logo: Logo | None = None

    @cached_property
    def data(self) -> str:
        """All of it as JSON."""
        return json.dumps({"colours": dict(self.colours), "logo": self.drawn})

    @cached_property
    def drawn(self) -> str:
        """The logo as SVG, "" for none."""
        if self.logo is None or self.logo.file.lower().endswith(".svg"):
            return self.logo.content.decode() if self.logo else ""
        # Here, since a build that prints nothing has no use for python-docx, which knows how large a picture is.
        from docx.image.image import Image

        image = Image.from_blob(self.logo.content)
        encoded = base64.b64encode(self.logo.content).decode()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {image.px_width} {image.px_height}">'
            f'<image width="100%" height="100%" href="data:{image.content_type};base64,{encoded}"/></svg>'
        )


@dataclass(frozen=True)
class Paper:
    """A document to print.

    ``address`` is the file it becomes, ``source`` the file of its record, ``beside`` the pages that link to it, and
    ``name`` what they call it. ``template``, ``reviewed``, the ``livery`` and ``data``, a JSON text that is written when it is
    needed, are all that goes in. ``template`` is the file that Typst sets it by, "" for a Word file, which is made of its
    ``form``.
    """

    address: str
    source: str | None
    beside: tuple[str, ...]
    name: str
    template: str
    reviewed: date
    write: Callable[[], str] = field(compare=False, repr=False)
    form: Callable[[], Editable] | None = field(default=None, compare=False, repr=False)
    livery: Livery = field(default_factory=Livery, repr=False)

    @cached_property
    def data(self) -> str:
        return self.write()

    @property
    def moment(self) -> datetime:
        """The moment that its file carries: the day of the review, so that it changes only when what it says does."""
        return datetime.combine(self.reviewed, time(12), UTC)


Press = Callable[[Sequence[Paper]], Sequence[bytes]]
"""Every paper as the bytes of its file."""


@dataclass(frozen=True)
class Printed:
    """A paper, the press for it, and the bytes of its file where it is printed already."""

    paper: Paper
    press: Press
    content: bytes | None

    def read(self) -> bytes:
        """The bytes of its file."""
        return self.press([self.paper])[0] if self.content is None else self.content

    @property
    def kind(self) -> str:
        return {".docx": "Word", ".zip": "zip"}.get(PurePosixPath(self.paper.address).suffix, "PDF")

    @property
    def extent(self) -> str:
        """How many pages it has, where not only the reader's own program can tell, and its size; "" before it is printed."""
        if self.content is None:
            return ""
        found = _PAGES.search(self.content) if self.kind == "PDF" else None
        thousands = -(-len(self.content) // 1000)
        pages = [] if not found else [plural("{n} side", "{n} sider", int(found[1]))]
        return ", ".join([*pages, f"{thousands} kB" if thousands < 1000 else f"{thousands / 1000:.1f} MB".replace(".", ",")])
