"""A view that still has what it made last."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from ..catalogue import Catalogue

R = TypeVar("R")
V = TypeVar("V")


def latest(view: Callable[[R, Catalogue], V]) -> Callable[[R, Catalogue], V]:
    """The view, made once for all that ask for the same record of the same catalogue one after the other.

    The page, its Markdown, the search and the documents all do. Only the last is kept: those of a large catalogue would fill the
    memory.
    """
    kept: list[tuple[R, Catalogue, V]] = []

    @wraps(view)
    def made(record: R, catalogue: Catalogue) -> V:
        if not (kept and kept[0][0] is record and kept[0][1] is catalogue):
            kept[:] = [(record, catalogue, view(record, catalogue))]
        return kept[0][2]

    return made
