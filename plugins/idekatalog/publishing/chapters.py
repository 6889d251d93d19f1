"""What a sidebar and the start page list: the pages that belong together. It has no opinion about a record."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

# What a sidebar and the start page list of a chapter at most. Beside every page, more would cost the square of the chapter.
LONGEST = 40


@dataclass(frozen=True)
class Entry:
    """A page as a list shows it; ``id`` is the last part of its address."""

    id: str
    title: str
    summary: str
    url: str


@dataclass(frozen=True)
class Chapter:
    """Pages that belong together; ``url`` is that of the page which leads to them, "" where none does."""

    title: str
    url: str
    entries: tuple[Entry, ...]

    @property
    def first(self) -> tuple[Entry, ...]:
        """As many entries as the start page shows; a link leads to the others."""
        return self.entries[:LONGEST]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of every entry in the list, by its address."""
        return {entry.url: place for place, entry in enumerate(self.entries)}


def beside(chapter: Chapter, url: str) -> Chapter:
    """The chapter as the sidebar of the page ``url`` lists it: all of it or, where it is long, the pages around this one."""
    if len(chapter.entries) <= LONGEST:
        return chapter
    first = max(0, chapter.places.get(url, 0) - LONGEST // 2)
    return replace(chapter, entries=chapter.entries[first : first + LONGEST])


def chapters(entries: Mapping[str, Entry]) -> dict[str, Chapter]:
    """Every page that others lie below, under its address, with those others in the order of their publishing.

    ``entries`` are all pages, each under its address as ``folder`` gives it.
    """
    below: dict[str, list[Entry]] = {}
    for address, page in entries.items():
        below.setdefault(posixpath.dirname(address), []).append(page)
    return {
        address: Chapter(index.title, index.url, tuple(below[address]))
        for address, index in entries.items()
        if address and address in below
    }


def folder(source: str) -> str:
    """The address of a page without slashes at its ends: ``indsatser/x`` for the file ``indsatser/x/index.md``."""
    return posixpath.normpath("/" + source.removesuffix(".md").removesuffix("index")).strip("/")
