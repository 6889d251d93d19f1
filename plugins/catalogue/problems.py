"""What can be wrong with a catalogue, in Danish, with file and line."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Origin:
    """A place in a file: its path relative to the catalogue's root, and a line counted from 1."""

    path: str
    line: int

    def below(self, lines: int) -> "Origin":
        """The place so many lines further down."""
        return Origin(self.path, self.line + lines)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an author must mend: where, in which field, what is wrong, and what to do."""

    origin: Origin
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.field}: {self.message}; {self.remedy}"


class InvalidCatalogue(Exception):
    """A catalogue that cannot be published. Holds every problem found, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
