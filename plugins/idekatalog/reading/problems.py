"""What can be wrong with a catalogue, with file and line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..language import keys
from ..language.words import _
from .glyphs import JOINER

Said = tuple[str, str]
"""What is wrong, and what to do about it."""

# A part of a message repeats what an author wrote, but not a whole file of it.
LONGEST = 600
# What the runner of a CI reads as a command wherever it stands in a line.
_COMMAND = re.compile(r"##(?=\w*\[)")


def told(said: Said) -> Said:
    """Words that a module has ``marked``, in the language of the site."""
    message, remedy = said
    return _(message), _(remedy)


def printable(text: str) -> str:
    r"""The text as one line that a terminal, a log and a page can only show.

    Whatever is not printed, such as an escape sequence, a line break or a change of direction, is written as ``\x1b``; only
    what joins two emoji stays, so that an author sees the one that is meant.
    """
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}…"
    if not text.isprintable():
        joined = {found.start() for found in JOINER.finditer(text)}
        text = "".join(
            c if c.isprintable() or at in joined else c.encode("unicode_escape", "surrogatepass").decode()
            for at, c in enumerate(text)
        )
    return _COMMAND.sub(r"#\\x23", text)


@dataclass(frozen=True, order=True)
class Origin:
    """A place in a file: its path relative to the catalogue's root, and a line counted from 1."""

    path: str
    line: int

    def below(self, lines: int) -> "Origin":
        """The place so many lines further down."""
        return Origin(self.path, self.line + lines)

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an author must mend: where, in which field, what is wrong, and what to do."""

    origin: Origin
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        field, message, remedy = map(printable, (keys.field(self.field), self.message, self.remedy))
        return f"{self.origin}: {field}: {message}; {remedy}"


class InvalidCatalogue(Exception):
    """A catalogue that cannot be published. Holds every problem found, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
