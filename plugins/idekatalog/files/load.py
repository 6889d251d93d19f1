"""The only reader of records and data."""

import difflib
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from ..catalogue import Catalogue, Drawing, SearchWord
from ..checking import rules
from ..checking.spelling import SPELLING
from ..language.slug import slug
from ..reading import drawing, handwritten, source, text
from ..reading.memory import Form, Memory, nothing, to_json
from ..reading.problems import InvalidCatalogue, Origin, Problem
from ..reading.unexpected import problem as unexpected
from ..records import vocabulary
from ..records.area_map import CATEGORIES, DRAWING, PLACES, AreaMap, read_area_map
from ..records.errors import build, build_again
from ..records.fields import Part
from ..records.glossary import Entry, Headed, Name
from ..records.kinds import KINDS, Kind
from ..records.publisher import PUBLISHER, Publisher, read_publisher
from ..records.record import Titled
from ..records.vocabulary import SearchWords, Term, Vocabulary
from .walk import CONTENT, DATA, DRAWINGS, IMAGES, VOCABULARY, Files, walk

GLOSSARY = "data/glossary.yml"
NAMES = "data/organisations.yml"
# Danish words, and English ones: apart, because they are long.
SEARCH_WORDS = ("data/vocabulary/soegeord.yml", "data/vocabulary/engelsk.yml")
BOOK = "data/book.yml"

DRAFT = re.compile(rb"status:[ \t]*[\"']?kladde\b")

T = TypeVar("T")
Ahead = Callable[[Mapping[str, Callable[[], object]]], None]
"""What reads records into a memory ahead of their turn, each under its name there."""
_Read: TypeAlias = tuple[tuple[T, ...], tuple[Problem, ...]]
"""What a list of the catalogue holds, and what is wrong with it."""
H = TypeVar("H", bound=Headed)
P = TypeVar("P", bound=Part)


def find_root(start: Path) -> Path | None:
    """The catalogue that ``start`` is or lies in: the nearest folder that holds ``data/vocabulary``."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / VOCABULARY).is_dir()), None)


def load(root: Path, memory: Memory = nothing) -> Catalogue:
    """The catalogue in the folder ``root``, with every rule kept.

    Raises InvalidCatalogue with all problems of all files at once. Reads only; writes nothing. A record that ``memory``
    knows is not parsed again.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems, memory)
    problems.extend(rules.check(catalogue))
    if problems:
        raise InvalidCatalogue(problems)
    return catalogue


def published(root: Path, memory: Memory = nothing, ahead: Ahead = lambda reads: None) -> Catalogue:
    """The catalogue as its readers get it: without drafts, and whatever is wrong with a draft.

    So nobody's half-written record keeps the others from publishing. ``ahead`` may read records into the memory before each is
    asked for. Raises InvalidCatalogue as load does.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems, memory, ahead)
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
    files = walk(root, [])
    for path in files.paths:
        node: source.Node | None = None
        if not path.endswith((".md", ".yml", ".geojson")) or (raw := files.read(path, [])) is None:
            continue
        if path.startswith(f"{CONTENT}/"):
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


def _read(root: Path, problems: list[Problem], memory: Memory = nothing, ahead: Ahead = lambda reads: None) -> Catalogue:
    """Everything in ``root`` that fits its model; what does not is a problem."""
    files = walk(root, problems)
    words = _vocabulary(files, problems)
    reads = {record: dict(_records(files, kind, problems, words, memory)) for record, kind in KINDS.items()}
    ahead({name: one for found in reads.values() for name, one in found.items()})
    read = {record: [one() for one in found.values()] for record, found in reads.items()}
    # Text that must not be shown is a problem, but no reason to hide what the rules would find.
    problems.extend(problem for found in read.values() for file in found for problem in file.problems)
    record_files = [file for found in read.values() for file in found]
    shown = {file.path for record, found in read.items() if KINDS[record].address for file in found}
    written = _written(files, problems, memory)
    problems.extend((*_strays(files), *_names(files)))
    drawings = dict(_drawings(files, problems, memory))
    return Catalogue(
        vocabulary=Vocabulary(words),
        by_kind={
            record: tuple(sorted((file.record for file in found if file.record), key=KINDS[record].order))
            for record, found in read.items()
        },
        glossary=_data(files, GLOSSARY, partial(_entries, Entry), problems, memory),
        names=_data(files, NAMES, partial(_entries, Name), problems, memory),
        area_map=_area_map(files, problems),
        foreword=tuple(_foreword(files, written, problems)),
        publisher=read_publisher(root, problems) if PUBLISHER in files.paths else Publisher(),
        spelling=_spelling(files, problems),
        known=frozenset(file.path for file in record_files),
        drafts=frozenset(file.path for file in record_files if file.is_draft),
        pages=tuple(_below(CONTENT, files.below(CONTENT))),
        written=written,
        images=frozenset(name for name in _below(IMAGES, files.below(IMAGES)) if "/" not in name),
        drawings=drawings,
        by_hand=tuple(memory(f"page {path} {text}", partial(handwritten.read, path, text)) for path, text in written.items()),
        search_words=tuple(
            word for name in SEARCH_WORDS for word in _data(files, name, _search_words, problems, memory, SEARCH_FORM)
        ),
        data=_digest(files, (*(path for path in files.below(DATA) if path not in shown), *files.below(DRAWINGS)), problems),
        content=_digest(files, files.below(CONTENT), problems),
    )


def _area_map(files: Files, problems: list[Problem]) -> AreaMap | None:
    """The drawn map; None also where a file of it, or a list of words, may not be read, which the walk has told."""
    needed = {DRAWING, PLACES, *(f"{VOCABULARY}/{name}.yml" for name in CATEGORIES.values())}
    there = {path for path in needed if (files.root / path).exists()}
    return read_area_map(files.root, problems) if there <= files.paths.keys() else None


def _below(folder: str, paths: Iterable[str]) -> list[str]:
    return [path.removeprefix(f"{folder}/") for path in paths]


def _digest(files: Files, paths: Iterable[str], problems: list[Problem]) -> str:
    """A name for what the files say and where they lie."""
    found = hashlib.sha256()
    for path in paths:
        raw = files.read(path, problems) or b""
        found.update(f"{path} {hashlib.sha256(raw).hexdigest()} ".encode())
    return found.hexdigest()


def _calls_itself_draft(raw: bytes) -> bool:
    """Asked of the bytes, since a record that cannot be read may be a draft all the same."""
    if b"kladde" not in raw:
        return False
    front_matter = takewhile(lambda row: row.rstrip() != b"---", raw.split(b"\n")[1:])
    return any(DRAFT.match(row) for row in front_matter)


def _vocabulary(files: Files, problems: list[Problem]) -> dict[str, dict[str, Term]]:
    lists = {}
    for name in vocabulary.NAMES:
        path = f"{VOCABULARY}/{name}.yml"
        if path not in files.paths:
            if not os.path.lexists(files.root / path):
                problems.append(Problem(Origin(path, 1), "fil", "findes ikke", "opret listen"))
        elif (raw := files.read(path, problems)) is not None and (terms := vocabulary.read(path, raw, problems)) is not None:
            lists[name] = terms
    return lists


@dataclass(frozen=True)
class _File:
    """The file of a record: the record, if it fits its model, what is wrong with it, and whether it calls itself a draft."""

    path: str
    record: Titled | None
    problems: tuple[Problem, ...]
    is_draft: bool


def _records(
    files: Files, kind: Kind[Any], problems: list[Problem], words: dict[str, dict[str, Term]], memory: Memory
) -> Iterator[tuple[str, Callable[[], _File]]]:
    """What reads each record of a kind, under the name that the memory has for it."""
    choices = {name: list(terms) for name, terms in words.items()}
    known = hashlib.sha256(repr(choices).encode()).hexdigest()

    def read(name: str, path: str, raw: bytes) -> _File:
        form = Form(_kept_record, partial(_kept_again, kind, path, raw, choices))
        file = memory(name, partial(_record, kind, path, raw, choices), form)
        if file.record:
            # Large, and read again by the few that tell something about the file.
            vars(file.record).pop("node", None)
        return file

    for path in files.below(kind.folder):
        if (raw := files.read(path, problems)) is not None:
            name = f"record {source.digest(path, raw)} {known}"
            yield name, partial(read, name, path, raw)


def _record(kind: Kind[Any], path: str, raw: bytes, choices: dict[str, list[str]]) -> _File:
    found: list[Problem] = []
    record = None
    try:
        node = source.record(path, raw, found)
        if node is not None:
            found.extend((*text.problems(path, node), *text.unprintable(path, node)))
            record = build(kind.record, path, node, found, choices, raw)
        if record:
            # Read out of its texts here, they are kept with the record.
            _ = record.references
            vars(record)["node"] = node
    except Exception as error:
        record = None
        found.append(unexpected(error, path))
    return _File(path, record, tuple(found), _is_draft(kind, raw))


def _is_draft(kind: Kind[Any], raw: bytes) -> bool:
    return kind.reviewed and _calls_itself_draft(raw)


def _kept_record(file: _File) -> bytes | None:
    """What is read out of a record's file, as data; None where it has problems, so that they are found again."""
    if file.record is None or file.problems:
        return None
    record = file.record
    return to_json([source.plain(record.node), record.references])


def _kept_again(kind: Kind[Any], path: str, raw: bytes, choices: dict[str, list[str]], kept: bytes) -> _File:
    fields, references = json.loads(kept)
    record = build_again(kind.record, path, fields, choices, raw)
    vars(record).update(references=tuple(map(tuple, references)))
    return _File(path, record, (), _is_draft(kind, raw))


def _data(
    files: Files,
    name: str,
    read: Callable[[str, bytes, list[Problem]], Iterable[T]],
    problems: list[Problem],
    memory: Memory,
    form: "Form[_Read[T]] | None" = None,
) -> tuple[T, ...]:
    """What ``read`` makes of a file of the catalogue; nothing where it has no such file."""
    if name not in files.paths or (raw := files.read(name, problems)) is None:
        return ()

    def make() -> _Read[T]:
        found: list[Problem] = []
        return tuple(read(name, raw, found)), tuple(found)

    made, found = memory(f"data {source.digest(name, raw)}", make, form)
    problems.extend(found)
    return made


def _kept_words(read: "_Read[SearchWord]") -> bytes | None:
    words, problems = read
    return None if problems else to_json([[word.typed, word.meant, word.origin.path, word.origin.line] for word in words])


def _words_again(kept: bytes) -> "_Read[SearchWord]":
    return tuple(SearchWord(typed, tuple(meant), Origin(path, line)) for typed, meant, path, line in json.loads(kept)), ()


SEARCH_FORM = Form(_kept_words, _words_again)


def _entries(kind: type[H], name: str, raw: bytes, problems: list[Problem]) -> Iterable[H]:
    """The entries of a file that is one list, each under its own heading."""
    entries: dict[str, H] = {}
    for node, entry in _items(kind, name, raw, problems):
        if entries.setdefault(slug(entry.heading), entry) is not entry:
            problems.append(Problem(Origin(name, node.line), "fil", f"'{entry.heading}' står to gange", "slet det ene"))
    return entries.values()


def _search_words(name: str, raw: bytes, problems: list[Problem]) -> Iterable[SearchWord]:
    for node, group in _items(SearchWords, name, raw, problems):
        for typed, meant in group.words.items():
            yield SearchWord(typed, meant, Origin(name, source.line(node, ("ord", typed))))


def _items(kind: type[P], name: str, raw: bytes, problems: list[Problem]) -> Iterable[tuple[source.Node, P]]:
    """What a file that is one list holds, each with its node."""
    found: list[Problem] = []
    node = source.data(name, raw, found)
    if isinstance(node, source.Items):
        found.extend(text.problems(name, node))
        if issubclass(kind, Headed):
            # What people search for is not printed.
            found.extend(text.unprintable(name, node))
        for item in node.items:
            if entry := build(kind, name, item, found, {}):
                yield item, entry
    elif not found:
        found.append(Problem(Origin(name, 1), "fil", "er ikke en liste", "begynd hvert punkt med en bindestreg"))
    problems.extend(found)


def _foreword(files: Files, written: dict[str, str], problems: list[Problem]) -> Iterable[str]:
    """The pages written by hand that the printed catalogue begins with; none where no file names any."""
    if BOOK not in files.paths or (raw := files.read(BOOK, problems)) is None:
        return
    node = source.data(BOOK, raw, problems)
    there = set(_below(CONTENT, files.below(CONTENT, ".md")))
    if not isinstance(node, source.Items):
        if node is not None and node != source.Text(1, ""):
            problems.append(Problem(Origin(BOOK, 1), "fil", "er ikke en liste", "begynd hvert navn med en bindestreg"))
        return
    problems.extend(text.problems(BOOK, node))
    named: set[str] = set()
    for item in node.items:
        name = item.value if isinstance(item, source.Text) else ""
        if name in named:
            problems.append(Problem(Origin(BOOK, item.line), "fil", f"'{name}' står to gange", "slet det ene"))
        elif name in there:
            named.add(name)
            problems.extend(handwritten.unprintable(f"{CONTENT}/{name}", written.get(name, "")))
            yield name
        else:
            problems.append(
                Problem(Origin(BOOK, item.line), "fil", f"'{name}' findes ikke", "skriv navnet på en side i content/")
            )


def _spelling(files: Files, problems: list[Problem]) -> tuple[str, ...]:
    """The words of the catalogue's own dictionary: one a line, what begins with # is an explanation."""
    raw = files.read(SPELLING, problems) if SPELLING in files.paths else None
    rows = (source.decode(SPELLING, raw, problems) or "").split("\n") if raw is not None else []
    return tuple(row.strip() for row in rows if row.strip() and not row.startswith("#"))


def _written(files: Files, problems: list[Problem], memory: Memory) -> dict[str, str]:
    """The Markdown of the pages written by hand in which there is no problem, by their path below ``content/``."""
    pages = {}
    for path in files.below(CONTENT, ".md"):
        if (raw := files.read(path, problems)) is None:
            continue
        page, found = memory(f"written {source.digest(path, raw)}", partial(_page, path, raw))
        problems.extend(found)
        if page is not None and not found:
            pages[path.removeprefix(f"{CONTENT}/")] = page
    return pages


def _page(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    found: list[Problem] = []
    page = source.decode(path, raw, found)
    if page is not None:
        found.extend(handwritten.problems(path, page))
    return page, found


def _strays(files: Files) -> Iterator[Problem]:
    """A problem for every list that nothing reads, which would be passed over without a word."""
    lists = [f"{VOCABULARY}/{name}.yml" for name in (*vocabulary.NAMES, *CATEGORIES.values())]
    known = [GLOSSARY, NAMES, BOOK, PUBLISHER, *SEARCH_WORDS, *lists]
    for path in files.below(DATA, ".yml"):
        if path not in known:
            near = difflib.get_close_matches(path, known, n=1)
            remedy = f"mente du {near[0]}?" if near else "slet filen, eller flyt den ud af data"
            yield Problem(Origin(path, 1), "fil", "er ingen af de filer, som kataloget læser", remedy)


def _drawings(files: Files, problems: list[Problem], memory: Memory) -> Iterator[tuple[str, Drawing]]:
    """What is drawn of the records and words, by its place; adds what is wrong with any drawing, whoever shows it.

    Any at all, since somebody may open the file itself.
    """
    for path in files.below(CONTENT, ".svg"):
        if (raw := files.read(path, problems)) is None:
            continue
        drawn, found = memory(f"drawing {source.digest(path, raw)}", partial(_drawing, path, raw))
        problems.extend(found)
        if drawn and path.startswith(f"{DRAWINGS}/"):
            place = path.removeprefix(f"{DRAWINGS}/").removesuffix(".svg")
            yield place, Drawing(path.removeprefix(f"{CONTENT}/"), drawn.title, source.digest(path, raw))


def _drawing(path: str, raw: bytes) -> tuple[drawing.Drawn | None, list[Problem]]:
    found: list[Problem] = []
    drawn = drawing.read(path, raw, found)
    if drawn and not drawn.title and path.startswith(f"{DRAWINGS}/"):
        message, remedy = "siger ikke, hvad den viser", "skriv fx <title>Naboer går gennem området</title> under den første linje"
        found.append(Problem(Origin(path, 1), "title", message, remedy))
    return drawn, found


def _names(files: Files) -> Iterator[Problem]:
    """A problem for every file whose name could be somebody's CPR number: it stands in an address."""
    for path in files.paths:
        if next(text.cpr_numbers(path), None) is not None:
            yield Problem(Origin(path, 1), "fil", "navnet ligner et CPR-nummer", "giv filen et andet navn")
