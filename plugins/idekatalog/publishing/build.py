"""The building of a site, at once and for good: from the lock on its folder to what the cache forgets at the end."""

import contextlib
import gc
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path

from ..catalogue import Catalogue, Logo
from ..files.load import pages_of, published
from ..frames.start import filled, parts
from ..language import words
from ..language.words import _, marked
from ..reading import wording
from ..reading.memory import BYTES
from ..reading.problems import InvalidCatalogue, Origin, Problem
from ..reading.unexpected import about, debugging, line
from ..reading.wording import Pages
from ..records.look import Palette
from ..records.publisher import Publisher
from ..views.start import ROLES, Start, start
from .artefacts import Artefact, explained, publish
from .cache import CACHE_FOLDER, Cache, Store, cached
from .lock import Busy, lock
from .pool import fork_each
from .progress import Progress
from .swap import put_aside, put_back, remove_others, restore

# Of the folders of a catalogue, those that a build must not empty, besides that of the pages written by hand.
NO_SITE = ("interventions", "data", "plugins", CACHE_FOLDER, ".git")
ENGINE = Path(__file__).parents[1]
# What a browser shows and Typst prints.
LOGO_KINDS = (".svg", ".png", ".jpg", ".jpeg")
NOTHING_BUILT = marked("Der er ikke bygget noget. Ret fejlene, og prøv igen.")


class Refused(Exception):
    """Why a site cannot be built, in Danish; what is wrong with the catalogue has been told already."""


@dataclass(frozen=True)
class Job:
    """What is to be built: the catalogue ``root`` into ``folder``.

    ``settings`` is the file of a generator's settings, if one, whose words pages show; ``name`` what the site is called, and
    ``site`` the address it will have, if that is known; ``language`` is that of its readers. ``pages`` are those written by hand;
    without them, those of which ``mkdocs.yml`` tells. ``logo`` and ``icon`` are files from the site's root, and ``places`` the
    folders that they may lie in. Whenever a file in ``programs`` changes, the cache is empty.
    """

    root: Path
    folder: Path
    settings: Path | None = None
    name: str = ""
    site: str = ""
    documents: bool = True
    language: str = words.DANISH
    programs: Sequence[Path] = ()
    pages: Pages | None = None
    logo: str = ""
    icon: str = ""
    places: Sequence[Path] = ()


@dataclass(frozen=True)
class Output:
    """A file of the site: its ``path`` from the site's root, and what makes its bytes.

    ``find_key`` gives its cache key, "" where it costs nothing to make; ``source``, ``too`` and ``further`` are those of its
    artefact.
    """

    path: str
    make: Callable[[], bytes]
    find_key: Callable[[], str]
    source: str | None = None
    too: Callable[[], object] | None = None
    further: Callable[[], Mapping[str, bytes]] | None = None

    @cached_property
    def key(self) -> str:
        """Its cache key, which a preview never asks for."""
        return self.find_key()


class Published:
    """What a build shows: a catalogue that is in order, and the files made of it; at first, none."""

    catalogue: Catalogue | None = None
    artefacts: Sequence[Artefact] = ()

    @property
    def publisher(self) -> Publisher | None:
        """Who publishes the catalogue."""
        return self.catalogue.publisher if self.catalogue else None

    @property
    def palette(self) -> Palette:
        """The colours of all that is shown."""
        return self.catalogue.look.palette if self.catalogue else Palette()

    @property
    def shown(self) -> dict[str, object]:
        """What a theme shows besides the pages: the drawings of two, the doors of who one is, a search, and its own words."""
        view = self._start_page
        shown = {"scene": view.scene, "lost": view.lost, "doors": parts(view).get(ROLES, "")}
        return {**shown, "example": view.tries[0][0] if view.tries else "", "_": words._, "plural": words.plural}

    def filled(self, page: str) -> str:
        """The HTML of the start page with what its author asks for."""
        return filled(page, self._start_page)

    @property
    def _start_page(self) -> Start:
        return start(self.catalogue) if self.catalogue else Start()

    def written(self, page: str) -> str | None:
        """The Markdown of a page written by hand, as it was when it was checked."""
        return self.catalogue.written.get(page) if self.catalogue else None

    def explained(self, markdown: str, title: str, page: str) -> str:
        """The Markdown of a page written by hand with its words explained."""
        if not self.catalogue:
            return markdown
        with about(self.catalogue.file(page)):
            return explained(markdown, title, page, self.catalogue)


class Build(Published):
    """Builds a site, in the order ``start``, ``write``, ``finish``; ``abandon`` where something went wrong on the way."""

    # What a reader sees on top of every page: nothing.
    notice = ""

    def __init__(self, progress: Callable[[], Progress] = Progress) -> None:
        self._begin, self._progress = progress, progress()
        # What moves the old site back, and what lets other builds into the folder.
        self._restore: Callable[[], None] = _nothing
        self._unlock: Callable[[], None] = _nothing
        # The folder, from when it is written in until the build is over.
        self._half: Path | None = None

    def start(self, job: Job) -> None:
        """Takes the folder, reads, checks and prints the catalogue, and moves the old site to where it is not emptied.

        Raises Refused where nothing can be built; it has told what is wrong with the catalogue.
        """
        self._job, self._progress = job, self._begin()
        self._unlock = take(job)
        words.use(job.language)
        try:
            self._store = Store(job.root)
            self._cache = Cache(self._store, ENGINE, *job.programs)
            self.catalogue = checked(published(job.root, self._cache, self._read_ahead, job.pages), job)
            press = cached(self._store, self._printed) if job.documents else None
            self.artefacts = publish(self.catalogue, job.site, press, True, self._cache)
        except InvalidCatalogue as invalid:
            self._progress.erase()
            tell(invalid)
            raise Refused(_(NOTHING_BUILT)) from None
        if not self.catalogue.beside:
            self._restore = lambda: restore(job.folder)
            put_aside(job.folder)

    def write(self, outputs: Sequence[Output]) -> None:
        """Puts the old site back and makes it the new one: all ``outputs``, and nothing else but what is hidden.

        Of a site that the catalogue only stands beside, what others have written stays.
        """
        slow = [output for output in outputs if output.key and not self._cache.knows(output.key)]
        # In the order of the files, so that what is made of one record is made in one process.
        groups = [list(group) for _, group in groupby(slow, lambda output: output.source)]
        fork_each(self._make, groups, lambda count: self._progress("Bygger", count, len(slow), "sider"))
        further = {path: content for output in outputs if output.further for path, content in output.further().items()}
        folder = self._job.folder
        beside = self.catalogue and self.catalogue.beside
        if not beside:
            put_back(folder)
        self._restore, self._half = _nothing, folder
        if not beside:
            remove_others(folder, {output.path for output in outputs} | further.keys())
        for number, output in enumerate(outputs):
            write(folder / output.path, self.content(output))
            self._progress("Skriver", number + 1, len(outputs), "filer")
        for path, content in further.items():
            write(folder / path, content)
        # Before the generator, or another plugin, has anything to say.
        self._progress.erase()

    def _make(self, output: Output) -> None:
        """Makes a file that is not in the cache, and what is made of the same."""
        self.content(output)
        if output.too:
            output.too()

    def content(self, output: Output) -> bytes:
        """The bytes of a file, from the cache where they are there."""
        with about(output.source):
            return self._cache(output.key, output.make, BYTES) if output.key else output.make()

    def finish(self) -> None:
        """Empties the cache of what nobody needs, and lets other builds in."""
        self._store.forget()
        self._end()
        # Python looks for garbage in all that has been read before it ends, which takes as long as reading it did.
        gc.freeze()

    def abandon(self, error: Exception) -> str | None:
        """Moves the old site back, if it is aside, and says in Danish what happened; None where a developer wants to see it."""
        half = (
            " " + _("Mappen {name} er halvt skrevet: ret fejlen, og byg den igen.").format(name=self._half.name)
            if self._half
            else ""
        )
        # What cannot be moved now is found by the next build.
        with contextlib.suppress(OSError):
            self._restore()
        self._end()
        return why(error, half)

    def _end(self) -> None:
        self._progress.erase()
        self._unlock()
        self._restore, self._half = _nothing, None

    def _read_ahead(self, reads: Mapping[str, Callable[[], object]]) -> None:
        slow = [[read] for name, read in reads.items() if not self._cache.knows(name)]
        fork_each(lambda read: read(), slow, lambda count: self._progress(_("Læser"), count, len(slow), _("poster")))

    def _printed(self, count: int, total: int) -> None:
        self._progress(_("Trykker"), count, total, _("dokumenter"))


def take(job: Job) -> Callable[[], None]:
    """Takes the site's folder, so that nobody else builds in it, and returns what lets go of it; Refused where that cannot be."""
    if not re.fullmatch(r"\d{1,11}", epoch := os.environ.get("SOURCE_DATE_EPOCH", "0")):
        raise Refused(
            _("SOURCE_DATE_EPOCH: {epoch} er ikke et antal sekunder siden 1970; ret det, eller slet det").format(
                epoch=repr(epoch)
            )
        )
    # Not Path.resolve, which fails where a link leads to itself.
    place, home = Path(os.path.realpath(job.folder)), Path(os.path.realpath(job.root))
    kept = (*NO_SITE, (job.pages or pages_of(job.root)).folder)
    if home.is_relative_to(place) or any(place.is_relative_to(home / name) for name in kept):
        raise Refused(
            _("{folder}: der kan ikke bygges i en mappe, som kataloget ligger i; vælg en anden, fx site").format(
                folder=job.folder
            )
        )
    try:
        return lock(job.root, job.folder)
    except Busy as busy:
        raise Refused(str(busy)) from None


def checked(catalogue: Catalogue, job: Job) -> Catalogue:
    """The catalogue, where what the settings give its pages is in order too; else InvalidCatalogue."""
    found = list(wording.problems(job.settings) if job.settings else ())
    logo = _logo(job, found)
    if found:
        raise InvalidCatalogue(found)
    return replace(catalogue, name=job.name, logo=logo, icon=job.icon)


def _logo(job: Job, problems: list[Problem]) -> Logo | None:
    """The logo of the settings; None, and a problem, where it cannot be shown on a page and printed."""
    if not job.logo:
        return None
    file = next((place / job.logo for place in job.places if (place / job.logo).is_file()), None)
    if file and file.suffix.lower() in LOGO_KINDS:
        return Logo(job.logo, file.read_bytes())
    settings = job.settings.read_text(encoding="utf-8") if job.settings else ""
    line = next((number for number, line in enumerate(settings.splitlines(), 1) if line.strip().startswith("logo:")), 1)
    message = (
        _("'{logo}' er af en slags, som ikke kan trykkes").format(logo=job.logo)
        if file
        else _("'{logo}' findes ikke").format(logo=job.logo)
    )
    remedy = (
        _("brug en af disse: {words}").format(words=", ".join(LOGO_KINDS))
        if file
        else _("skriv navnet på en fil i content, fx billeder/logo.svg")
    )
    problems.append(Problem(Origin(job.settings.name if job.settings else "logo", line), "theme.logo", message, remedy))
    return None


def write(target: Path, content: bytes) -> None:
    """Writes a file, unless it is as it shall be: then it keeps its time, and whoever copies the site passes it over."""
    try:
        if target.read_bytes() == content:
            return
    except OSError:
        pass
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def why(error: Exception, half: str = "") -> str | None:
    """What to say of a build that has failed; None where a developer wants to see the error itself."""
    if isinstance(error, InvalidCatalogue):
        tell(error)
        return _(NOTHING_BUILT)
    return None if debugging() else "\n".join((line(error), _("Siden er ikke bygget færdig.") + half))


def tell(invalid: InvalidCatalogue) -> None:
    """Shows what is wrong with a catalogue."""
    # Printed, not logged: MkDocs logs the same words only once, but an author may make the same mistake twice.
    print(_("Kataloget har fejl:"), invalid, sep="\n", file=sys.stderr)


def _nothing() -> None:
    pass
