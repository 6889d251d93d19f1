"""A file of the site, and how a page, a sheet or a list becomes files of it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from typing import TypeAlias, TypeVar

from .. import addresses, frames
from ..catalogue import Catalogue, Edition
from ..document.html import Page
from ..document.nodes import Blocks, Document, To
from ..document.sheet import Sheet
from ..paper.paper import Printed
from ..reading.memory import TEXT, Memory
from ..reading.unexpected import about
from ..records.chapter import Chapter
from ..records.record import Titled
from ..records.template import Template
from ..records.vocabulary import Term
from ..search.found import FOUND, Found
from ..search.words import found_of
from ..views.list_page import list_page
from ..views.listing import Page as List
from ..views.listing import pages as pages_of
from ..views.listing import part
from ..views.template import template

T = TypeVar("T", bound=Titled)
V = TypeVar("V")

View: TypeAlias = Callable[[T, Catalogue], V]
"""A record, and what is around it, arranged as what a page or a sheet shows."""

Near = Callable[[], Catalogue]
"""All that the pages of a record are made of, put together once, and not before somebody asks for one of them."""

Digest = Callable[[], str]
"""The digest of all that a file shows, worked out when somebody asks."""


@dataclass(frozen=True)
class Artefact:
    """A file of the site, made when somebody asks for its content.

    ``uri`` is its path from the site's root, ``source`` the file it was made from, if one. Its ``digest`` names what it shows:
    what is around its record, its part of a list, or the whole catalogue; None where it costs nothing to make. ``title`` and
    ``summary`` are what lists say of a page of the generator's; "" where none does; ``tags`` are the words it is listed
    under. Its ``page`` is what a theme is laid around, its content the same as Markdown, for any other generator; or as HTML,
    where it is printed by itself. ``too`` makes and keeps what else is made of the same, and ``further`` are the files that come
    with it, each under its address: how many they are shows when they are made.
    """

    uri: str
    digest: Digest | None = field(compare=False, repr=False)
    make: Callable[[], bytes] = field(compare=False, repr=False)
    source: str | None = None
    title: str = ""
    summary: str = ""
    tags: Sequence[str] = ()
    page: Callable[[], Page] | None = field(default=None, compare=False, repr=False)
    too: Callable[[], object] | None = field(default=None, compare=False, repr=False)
    further: Callable[[], Mapping[str, bytes]] | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        """Its cache key: the digest of what it shows, without the engine, the site's address and whether there are documents.

        "" where it costs nothing to make.
        """
        return self.digest() if self.digest else ""

    @property
    def content(self) -> bytes:
        with about(self.source):
            return self.make()

    @property
    def files(self) -> Mapping[str, bytes]:
        """The content of it and of what comes with it, each under its address."""
        return {self.uri: self.content, **(self.further() if self.further else {})}


@dataclass(frozen=True)
class Site:
    """What is being published: the catalogue, what is around each record, the edition, the documents, and the memory."""

    catalogue: Catalogue
    around: Mapping[str, Near]
    edition: Edition
    printed: Sequence[Printed]
    memory: Memory

    @cached_property
    def _beside(self) -> Mapping[str, Sequence[Printed]]:
        """The documents that are named on each page, by its address."""
        found: dict[str, list[Printed]] = {}
        for document in self.printed:
            for address in document.paper.beside:
                found.setdefault(address, []).append(document)
        return found

    def written(
        self, address: str, digest: Digest, view: Callable[[], Document], source: str | None, title: str = "", summary: str = ""
    ) -> Artefact:
        """A page, for the theme and as Markdown."""
        documents = self._beside.get(address, ())

        def make() -> bytes:
            return frames.markdown(view(), documents).encode()

        def page() -> Page:
            shown = view()
            if self.catalogue.beside:
                # A search that is not ours reads it as text.
                shown = replace(shown, data=())
            return frames.page(shown, documents, self.edition.site, printed=bool(self.printed))

        return Artefact(address, digest, make, source, title, summary, page=page)

    def page(self, record: T, view: View[T, Document]) -> Artefact:
        """The page of a record."""
        near, address = self.around[record.id], addresses.page(record)
        page = self.written(address, of(near), lambda: view(record, near()), record.path, record.title, record.summary)
        return replace(page, too=partial(self.found, record))

    def sheet(self, record: T, address: str, view: View[T, Sheet]) -> Iterator[Artefact]:
        """A sheet, and the style of its foot."""
        near, documents = self.around[record.id], self._beside.get(address, ())

        def page() -> Page:
            return frames.sheet(view(record, near()), self.edition, documents)

        yield self.printed_alone(address, of(near), page, lambda: view(record, near()).back, record.path)
        yield self._foot(record, address, view)

    def _foot(self, record: T, address: str, view: View[T, Sheet]) -> Artefact:
        """The style of a sheet's foot: written into the page, it would be stopped by the site's headers."""
        near = self.around[record.id]

        def make() -> bytes:
            return frames.foot(view(record, near()), self.edition).encode()

        return Artefact(addresses.foot(address), of(near), make, record.path)

    def printed_alone(
        self, address: str, digest: Digest, page: Callable[[], Page], back: Callable[[], To], source: str | None = None
    ) -> Artefact:
        """A page that is printed by itself. Its file is HTML whatever the generator: no other knows how to print it alone."""

        def make() -> bytes:
            style = addresses.COLOURS if self.catalogue.beside else ""
            return frames.alone(page(), address, back(), self.edition.site, style).encode()

        return Artefact(address, digest, make, source, page=page)

    def slides(self, record: T, address: str, view: View[T, Sheet]) -> Iterator[Artefact]:
        """Slides, which fill the screen: no theme is laid around them."""
        near = self.around[record.id]

        def make() -> bytes:
            return frames.show(view(record, near()), self.edition).encode()

        yield Artefact(address, of(near), make, record.path)
        yield self._foot(record, address, view)

    def table(self, record: Template) -> Artefact:
        """The table of a template, for a spreadsheet."""
        near = self.around[record.id]

        def make() -> bytes:
            return frames.spreadsheet(template(record, near()))

        return Artefact(addresses.spreadsheet(record), of(near), make, record.path)

    def listing(self, name: str, chapter: Chapter, view: Callable[[Catalogue], List], entries: int = 0) -> Iterator[Artefact]:
        """The pages of a list of the whole catalogue, whose first words are the chapter of that name."""
        return self.pages(addresses.listing(name), view, entries, chapter.path, chapter.title, chapter.summary)

    def word(
        self, address: str, view: Callable[[Catalogue], List], entries: int, chapter: Chapter, word: Term
    ) -> Iterator[Artefact]:
        """The pages of a word of a vocabulary, such as a role; printed, they say where they are found."""
        found = frames.found_at(address, self.edition.site)
        return self.pages(address, view, entries, chapter.path, word.label, word.explanation, found)

    def pages(
        self,
        address: str,
        view: Callable[[Catalogue], List],
        entries: int,
        source: str,
        title: str,
        summary: str,
        end: Blocks = (),
    ) -> Iterator[Artefact]:
        """The pages of a list that goes on when it is long; each is made anew only when what it shows has changed."""
        whole_list = cache(lambda: view(self.catalogue))

        def shown(number: int) -> Document:
            written = list_page(part(whole_list(), number))
            return replace(written, blocks=(*written.blocks, *end))

        def digest_of(number: int) -> str:
            beside = self._beside.get(addresses.further(address, number), ())
            extents = [(document.paper.address, document.extent) for document in beside]
            return hashlib.sha256(repr((part(whole_list(), number), extents)).encode()).hexdigest()

        @cache
        def digests() -> Sequence[str]:
            name = f"list {address} {self.catalogue.digest}"
            return self.memory(name, lambda: "\n".join(map(digest_of, numbers)), TEXT).split("\n")

        def digest(number: int) -> str:
            return digests()[number - 1]

        numbers = range(1, pages_of(entries) + 1)
        for number in numbers:
            called, page = f"{title}, side {number}" if number > 1 else title, addresses.further(address, number)
            yield self.written(page, partial(digest, number), partial(shown, number), source, called, summary)

    def of_all(
        self, address: str, view: Callable[[], Document], source: str | None = None, title: str = "", summary: str = ""
    ) -> Artefact:
        """A page made of the whole catalogue."""
        return self.written(address, self._whole, view, source, title, summary)

    def whole(self, uri: str, make: Callable[[], bytes], source: str | None = None) -> Artefact:
        """A file made of the whole catalogue."""
        return Artefact(uri, self._whole, make, source)

    def found(self, record: Titled) -> Found:
        """What is found of a record."""
        near = self.around[record.id]
        return self.memory(f"found {record.path} {near().digest}", lambda: found_of(record, near()), FOUND)

    def _whole(self) -> str:
        return self.catalogue.digest


def of(near: Near) -> Digest:
    """The digest of what is around a record."""
    return lambda: near().digest


def copied(uri: str, make: Callable[[], bytes], source: str | None = None) -> Artefact:
    """A file that is there already."""
    return Artefact(uri, None, make, source)
