"""The way to a page: the pages above it. It has no opinion about a record."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A page as a link shows it."""

    title: str
    url: str


def above(address: str, pages: Mapping[str, Entry], chapters: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """The pages above the one at an address, the topmost first, where the chapter of the navigation begins.

    ``pages`` are all pages, each under its address as ``folder`` gives it; ``chapters`` has the first page of the chapter under
    the address of each page in it.
    """
    found: list[Entry] = []
    top = address
    while parent := posixpath.dirname(top):
        top = parent
        if top in pages:
            found.insert(0, pages[top])
    first = chapters.get(top)
    if first and first.url not in {entry.url for entry in (*found, pages[address])}:
        found.insert(0, first)
    return tuple(found)


def folder(source: str) -> str:
    """The address of a page without slashes at its ends: ``indsatser/x`` for the file ``indsatser/x/index.md``."""
    return posixpath.normpath("/" + source.removesuffix(".md").removesuffix("index")).strip("/")
