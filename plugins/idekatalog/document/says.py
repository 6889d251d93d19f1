"""Words that every medium writes alike."""

from typing import Protocol

MARKED = "Redaktionens forslag"
# What follows a text on a sheet that is the editors' suggestion; the foot says what it means.
MARK = "*"


class Markable(Protocol):
    """What may be the editors' suggestion."""

    @property
    def editorial(self) -> bool: ...


def mark(*parts: Markable) -> str:
    """The mark of what is printed on a sheet, where it or what it is part of is the editors' suggestion."""
    return MARK if any(part.editorial for part in parts) else ""
