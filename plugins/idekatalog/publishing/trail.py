"""The way to a page: the pages above it. It has no opinion about a record."""

import posixpath
from collections.abc import Container, Mapping
from dataclasses import dataclass

from ..addresses import shared


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


def picture(address: str, files: Container[str]) -> str:
    """The file that others show of a link to a page: its own, or that of the nearest page above; "" where none has one."""
    found = shared(f"{address}/" if address else "")
    if found in files:
        return found
    return picture(posixpath.dirname(address), files) if address else ""


def folder(source: str) -> str:
    """The address of a page without slashes at its ends: ``indsatser/x`` for the file ``indsatser/x/index.md``."""
    return posixpath.normpath("/" + source.removesuffix(".md").removesuffix(".html").removesuffix("index")).strip("/")
