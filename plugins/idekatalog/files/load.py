"""The only reader of records and data."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from ..catalogue import Catalogue, Drawing
from ..checking import rules
from ..language.words import _
from ..reading import drawing, handwritten, source, text, wording
from ..reading.memory import Memory, nothing
from ..reading.problems import InvalidCatalogue, Origin, Problem
from ..reading.wording import SETTINGS, Pages
from ..records.area_map import CATEGORIES, DRAWING, PLACES, AreaMap, read_area_map
from ..records.glossary import Entry, Name
from ..records.kinds import KINDS
from ..records.look import LOOK, Look, read_look
from ..records.practice import Intervention
from ..records.publisher import PUBLISHER, Publisher, read_publisher
from ..records.vocabulary import Vocabulary
from . import lists
from .record import reads
from .walk import DATA, DRAWINGS, IMAGES, VOCABULARY, Files, walk

Ahead = Callable[[Mapping[str, Callable[[], object]]], None]
"""What reads records into a memory ahead of their turn, each under its name there."""


def find_root(start: Path) -> Path | None:
    """The catalogue that ``start`` is or lies in.

    It is the nearest folder that has interventions or lists of words, or whose settings name the plugin.
    """
    start = start.resolve()
    return next(filter(_is_root, (start, *start.parents)), None)


def _is_root(folder: Path) -> bool:
    if any((folder / name).is_dir() for name in (KINDS[Intervention].folder, VOCABULARY)):
        return True
    try:
        return re.search(r"^ *- idekatalog\b", (folder / SETTINGS).read_text(encoding="utf-8"), re.MULTILINE) is not None
    except (OSError, ValueError):
        return False


def load(root: Path, memory: Memory = nothing, pages: Pages | None = None) -> Catalogue:
    """The catalogue in the folder ``root``, with every rule kept.

    ``pages`` are those written by hand; without them, those of which the settings of the site tell.

    Raises InvalidCatalogue with all problems of all files at once. Reads only; writes nothing. A record that ``memory``
    knows is not parsed again.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems, memory, pages=pages)
    problems.extend(rules.check(catalogue))
    if problems:
        raise InvalidCatalogue(problems)
    return catalogue


def published(root: Path, memory: Memory = nothing, ahead: Ahead = lambda reads: None, pages: Pages | None = None) -> Catalogue:
    """The catalogue as its readers get it: without drafts, and whatever is wrong with a draft.

    So nobody's half-written record keeps the others from publishing. ``ahead`` may read records into the memory before each is
    asked for. Raises InvalidCatalogue as load does.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems, memory, ahead, pages)
    problems = [problem for problem in problems if problem.origin.path not in catalogue.drafts]
    catalogue = catalogue.published()
    problems.extend(rules.check(catalogue))
    if problems:
        raise InvalidCatalogue(problems)
    return catalogue


def unfinished(root: Path) -> Catalogue:
    """What can be read of the catalogue in ``root`` while some of its records are not finished.

    Enough to begin another record. Raises InvalidCatalogue where the vocabularies themselves are wrong.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems)
    if wrong := [problem for problem in problems if problem.origin.path.startswith(VOCABULARY)]:
        raise InvalidCatalogue(wrong)
    return catalogue


def external_links(root: Path) -> Iterator[tuple[str, Origin]]:
    """Every web address in the records, the data and the pages written by hand, and where it stands.

    What cannot be read is passed over: ``load`` tells of it.
    """
    files = walk(root, pages_of(root), [])
    by_hand = set(files.by_hand().values())
    for path in files.paths:
        node: source.Node | None = None
        if not path.endswith((".md", ".yml", ".geojson")) or (raw := files.read(path, [])) is None:
            continue
        if path in by_hand:
            node = source.Text(1, raw.decode("utf-8", "replace"), exact=True)
        elif path.endswith(".md"):
            node = source.record(path, raw, [])
        else:
            node = source.data(path, raw, [])
        if node is None:
            continue
        for where, words in source.texts(node):
            for url, offset in text.web_addresses(words.value):
                yield url, Origin(path, words.line + offset if words.exact else source.line(node, where))


def pages_of(root: Path) -> Pages:
    """The pages written by hand of the catalogue in ``root``."""
    return wording.pages(root / wording.SETTINGS)


def _read(
    root: Path,
    problems: list[Problem],
    memory: Memory = nothing,
    ahead: Ahead = lambda reads: None,
    pages: Pages | None = None,
) -> Catalogue:
    """Everything in ``root`` that fits its model; what does not is a problem."""
    files = walk(root, pages or pages_of(root), problems)
    words = lists.vocabularies(files, problems)
    readers = {record: dict(reads(files, kind, problems, words, memory)) for record, kind in KINDS.items()}
    ahead({name: one for found in readers.values() for name, one in found.items()})
    read = {record: [one() for one in found.values()] for record, found in readers.items()}
    # Text that must not be shown is a problem, but no reason to hide what the rules would find.
    problems.extend(problem for found in read.values() for file in found for problem in file.problems)
    record_files = [file for found in read.values() for file in found]
    shown = {file.path for record, found in read.items() if KINDS[record].address for file in found}
    written = _written(files, problems, memory)
    problems.extend((*lists.strays(files), *_names(files)))
    drawings, drawn = dict(_drawings(files, problems, memory)), files.by_hand(below=DRAWINGS).values()
    return Catalogue(
        vocabulary=Vocabulary({name: terms for name, terms in words.items() if terms is not None}),
        by_kind={
            record: tuple(sorted((file.record for file in found if file.record), key=KINDS[record].order))
            for record, found in read.items()
        },
        glossary=lists.entries(files, Entry, lists.GLOSSARY, problems, memory),
        names=lists.entries(files, Name, lists.NAMES, problems, memory),
        area_map=_area_map(files, problems),
        foreword=tuple(lists.foreword(files, written, problems)),
        publisher=read_publisher(root, problems) if PUBLISHER in files.paths else Publisher(),
        look=read_look(root, problems) if LOOK in files.paths else Look(),
        spelling=lists.spelling(files, problems),
        known=frozenset(file.path for file in record_files),
        drafts=frozenset(file.path for file in record_files if file.is_draft),
        folder=files.pages.folder,
        beside=files.pages.beside,
        pages=tuple(files.by_hand()),
        written=written,
        images=frozenset(name for name in files.by_hand(below=IMAGES) if "/" not in name),
        drawings=drawings,
        by_hand=tuple(memory(f"page {path} {text}", partial(handwritten.read, path, text)) for path, text in written.items()),
        search_words=tuple(lists.search_words(files, problems, memory)),
        data=_digest(files, (*(path for path in files.below(DATA) if path not in shown), *drawn), problems),
        content=_digest(files, files.by_hand().values(), problems),
    )


def _area_map(files: Files, problems: list[Problem]) -> AreaMap | None:
    """The drawn map; None also where a file of it, or a list of words, may not be read, which the walk has told."""
    needed = {
        DRAWING,
        PLACES,
        *(f"{VOCABULARY}/{name}.yml" for name in CATEGORIES.values()),
    }
    there = {path for path in needed if (files.root / path).exists()}
    return read_area_map(files.root, problems) if there <= files.paths.keys() else None


def _digest(files: Files, paths: Iterable[str], problems: list[Problem]) -> str:
    """The digest of what the files say and where they lie."""
    found = hashlib.sha256()
    for path in paths:
        raw = files.read(path, problems) or b""
        found.update(f"{path} {hashlib.sha256(raw).hexdigest()} ".encode())
    return found.hexdigest()


def _written(files: Files, problems: list[Problem], memory: Memory) -> dict[str, str]:
    """The Markdown of the pages written by hand in which there is no problem, by their path from their folder."""
    pages = {}
    for name, path in files.by_hand(".md").items():
        if (raw := files.read(path, problems)) is None:
            continue
        page, found = memory(f"written {source.digest(path, raw)}", partial(_page, path, raw))
        problems.extend(found)
        if page is not None and not found:
            pages[name] = page
    return pages


def _page(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    found: list[Problem] = []
    page = source.decode(path, raw, found)
    if page is not None:
        found.extend(handwritten.problems(path, page))
    return page, found


def _drawings(files: Files, problems: list[Problem], memory: Memory) -> Iterator[tuple[str, Drawing]]:
    """What is drawn of the records and words, by its place; adds what is wrong with any drawing, whoever shows it.

    Any at all, since somebody may open the file itself.
    """
    for name, path in files.by_hand(".svg").items():
        if (raw := files.read(path, problems)) is None:
            continue
        shown = name.startswith(f"{DRAWINGS}/")
        drawn, found = memory(f"drawing {source.digest(path, raw)}", partial(_drawing, path, raw, shown))
        problems.extend(found)
        if drawn and shown:
            place = name.removeprefix(f"{DRAWINGS}/").removesuffix(".svg")
            yield place, Drawing(name, drawn.title, source.digest(path, raw), drawn.size, raw.decode("utf-8-sig"))


def _drawing(path: str, raw: bytes, shown: bool) -> tuple[drawing.Drawn | None, list[Problem]]:
    found: list[Problem] = []
    drawn = drawing.read(path, raw, found)
    if drawn and not drawn.title and shown:
        message, remedy = (
            _("siger ikke, hvad den viser"),
            _("skriv fx <title>Naboer går gennem området</title> under den første linje"),
        )
        found.append(Problem(Origin(path, 1), "title", message, remedy))
    return drawn, found


def _names(files: Files) -> Iterator[Problem]:
    """A problem for every file whose name could be somebody's CPR number: it stands in an address."""
    for path in files.paths:
        if next(text.cpr_numbers(path), None) is not None:
            yield Problem(Origin(path, 1), "fil", _("navnet ligner et CPR-nummer"), _("giv filen et andet navn"))
