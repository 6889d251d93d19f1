"""The only reader of records and data."""

import difflib
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any, Protocol, TypeVar

from . import drawing, handwritten, rules, source, text, vocabulary
from .collection import Catalogue, SearchWord
from .model import (
    Area,
    Chapter,
    Entry,
    Example,
    Film,
    Headed,
    Intervention,
    Method,
    Name,
    Part,
    Record,
    Reviewed,
    SearchWords,
    Template,
    Term,
    build,
)
from .plan import CATEGORIES, read_plan
from .problems import InvalidCatalogue, Origin, Problem
from .publisher import PUBLISHER, read_publisher
from .slug import slug
from .vocabulary import Vocabulary

CONTENT = "content"
IMAGES = "content/billeder"
VOCABULARY = "data/vocabulary"
GLOSSARY = "data/glossary.yml"
NAMES = "data/organisations.yml"
# Danish words, and English ones: apart, because they are long.
SEARCH_WORDS = ("data/vocabulary/soegeord.yml", "data/vocabulary/engelsk.yml")
BOOK = "data/book.yml"
SPELLING = "data/spelling.txt"

DRAFT = re.compile(rb"status:[ \t]*[\"']?kladde\b")

T = TypeVar("T")
R = TypeVar("R", bound=Record)
H = TypeVar("H", bound=Headed)
P = TypeVar("P", bound=Part)


class Memory(Protocol):
    """What has been made before under a name that says all that goes into it; else it is made."""

    def __call__(self, name: str, make: Callable[[], T], /) -> T: ...


def nothing(name: str, make: Callable[[], T], /) -> T:
    """The memory of whoever reads a catalogue once."""
    return make()


def recalling() -> Memory:
    """A memory that lasts as long as whoever holds it."""
    known: dict[str, Any] = {}

    def memory(name: str, make: Callable[[], T], /) -> T:
        if name not in known:
            known[name] = make()
        result: T = known[name]
        return result

    return memory


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


def published(root: Path, memory: Memory = nothing) -> Catalogue:
    """The catalogue as its readers get it: without drafts, and whatever is wrong with a draft.

    So nobody's half-written record keeps the others from publishing. Raises InvalidCatalogue as load does.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems, memory)
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
    for file in (*_files(root / Intervention.folder, "*.md"), *_files(root / "data", "**/*"), *_files(root / CONTENT, "**/*.md")):
        path, raw = _relative(root, file), file.read_bytes()
        if file.is_relative_to(root / CONTENT):
            node: source.Node | None = source.Text(1, raw.decode("utf-8", "replace"), exact=True)
        elif file.suffix == ".md":
            node = source.record(path, raw, [])
        elif file.suffix in (".yml", ".geojson"):
            node = source.data(path, raw, [])
        else:
            continue
        if node is None:
            continue
        for where, words in source.texts(node):
            for url, offset in text.web_addresses(words.value):
                yield url, Origin(path, words.line + offset if words.exact else source.line(node, where))


def _read(root: Path, problems: list[Problem], memory: Memory = nothing) -> Catalogue:
    """Everything in ``root`` that fits its model; what does not is a problem."""
    words = _vocabulary(root, problems)
    read = {kind: list(_records(root, kind, problems, words, memory)) for kind in KINDS}

    def records(kind: type[R]) -> list[R]:
        return [file.record for file in read[kind] if isinstance(file.record, kind)]

    record_files = [file for files in read.values() for file in files]
    shown = {file.path for kind, files in read.items() if kind is not Chapter for file in files}
    written = _written(root, problems, memory)
    problems.extend((*_strays(root), *_names(root)))
    _drawings(root, problems, memory)
    return Catalogue(
        vocabulary=Vocabulary(words),
        interventions=tuple(sorted(records(Intervention), key=lambda record: (record.number, record.is_draft))),
        methods=tuple(sorted(records(Method), key=lambda record: (record.number, record.is_draft))),
        examples=tuple(sorted(records(Example), key=lambda record: (record.intervention, record.number))),
        areas=tuple(sorted(records(Area), key=lambda record: record.id)),
        films=tuple(sorted(records(Film), key=lambda record: record.title)),
        templates=tuple(sorted(records(Template), key=lambda record: (record.number, record.is_draft))),
        chapters=tuple(records(Chapter)),
        glossary=_data(root, GLOSSARY, partial(_entries, Entry), problems, memory),
        names=_data(root, NAMES, partial(_entries, Name), problems, memory),
        plan=read_plan(root, problems),
        foreword=tuple(_foreword(root, problems)),
        publisher=read_publisher(root, problems),
        spelling=_spelling(root, problems),
        known=frozenset(file.path for file in record_files),
        drafts=frozenset(file.path for file in record_files if file.is_draft),
        pages=tuple(sorted(_relative(root / CONTENT, path) for path in _files(root / CONTENT, "**/*"))),
        written=written,
        images=frozenset(path.name for path in _files(root / IMAGES, "*")),
        by_hand=tuple(memory(f"page {path} {text}", partial(handwritten.read, path, text)) for path, text in written.items()),
        search_words=tuple(word for name in SEARCH_WORDS for word in _data(root, name, _search_words, problems, memory)),
        data=_digest(root, (path for path in _files(root / "data", "**/*") if _relative(root, path) not in shown)),
        content=_digest(root, _files(root / CONTENT, "**/*")),
    )


def _digest(root: Path, files: Iterable[Path]) -> str:
    """A name for what the files say and where they lie."""
    found = hashlib.sha256()
    for file in files:
        found.update(f"{_relative(root, file)} {hashlib.sha256(file.read_bytes()).hexdigest()} ".encode())
    return found.hexdigest()


def _calls_itself_draft(raw: bytes) -> bool:
    """Asked of the bytes, since a record that cannot be read may be a draft all the same."""
    if b"kladde" not in raw:
        return False
    front_matter = takewhile(lambda row: row.rstrip() != b"---", raw.split(b"\n")[1:])
    return any(DRAFT.match(row) for row in front_matter)


KINDS: tuple[type[Record], ...] = (Intervention, Method, Example, Area, Film, Template, Chapter)


def _vocabulary(root: Path, problems: list[Problem]) -> dict[str, dict[str, Term]]:
    lists = {}
    for name in vocabulary.NAMES:
        path = root / VOCABULARY / f"{name}.yml"
        if not path.is_file():
            problems.append(Problem(Origin(_relative(root, path), 1), "fil", "findes ikke", "opret listen"))
        elif (terms := vocabulary.read(_relative(root, path), path.read_bytes(), problems)) is not None:
            lists[name] = terms
    return lists


@dataclass(frozen=True)
class _File:
    """The file of a record: the record, if it fits its model, what is wrong with it, and whether it calls itself a draft."""

    path: str
    record: Record | None
    problems: tuple[Problem, ...]
    is_draft: bool


def _records(
    root: Path, kind: type[Record], problems: list[Problem], words: dict[str, dict[str, Term]], memory: Memory
) -> Iterator[_File]:
    """The files of the records of a kind; what is wrong with any is a problem."""
    choices = {name: list(terms) for name, terms in words.items()}
    known = hashlib.sha256(repr(choices).encode()).hexdigest()
    for file in _files(root / kind.folder, "*"):
        path = _relative(root, file)
        if file.suffix != ".md":
            problems.append(Problem(Origin(path, 1), "fil", "er ikke en post", "giv filen endelsen .md, eller flyt den"))
            continue
        raw = file.read_bytes()
        # Text that must not be shown is a problem, but no reason to hide what the rules would find.
        read = memory(f"record {source.digest(path, raw)} {known}", partial(_record, kind, path, raw, choices))
        problems.extend(read.problems)
        yield read


def _record(kind: type[Record], path: str, raw: bytes, choices: dict[str, list[str]]) -> _File:
    found: list[Problem] = []
    node = source.record(path, raw, found)
    record = None
    if node is not None:
        found.extend(text.problems(path, node))
        record = build(kind, path, node, found, choices, raw)
    if record:
        # Read out of its texts here, they are kept with the record.
        _ = record.references, record.mentions
    return _File(path, record, tuple(found), issubclass(kind, Reviewed) and _calls_itself_draft(raw))


def _data(
    root: Path, name: str, read: Callable[[str, bytes, list[Problem]], Iterable[T]], problems: list[Problem], memory: Memory
) -> tuple[T, ...]:
    """What ``read`` makes of a file of the catalogue; nothing where it has no such file."""
    if not (root / name).is_file():
        return ()
    raw = (root / name).read_bytes()

    def make() -> tuple[tuple[T, ...], list[Problem]]:
        found: list[Problem] = []
        return tuple(read(name, raw, found)), found

    made, found = memory(f"data {source.digest(name, raw)}", make)
    problems.extend(found)
    return made


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
        for item in node.items:
            if entry := build(kind, name, item, found, {}):
                yield item, entry
    elif not found:
        found.append(Problem(Origin(name, 1), "fil", "er ikke en liste", "begynd hvert punkt med en bindestreg"))
    problems.extend(found)


def _foreword(root: Path, problems: list[Problem]) -> Iterable[str]:
    """The pages written by hand that the printed catalogue begins with; none where no file names any."""
    if not (root / BOOK).is_file():
        return
    node = source.data(BOOK, (root / BOOK).read_bytes(), problems)
    there = {_relative(root / CONTENT, path) for path in _files(root / CONTENT, "**/*.md")}
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
            yield name
        else:
            problems.append(
                Problem(Origin(BOOK, item.line), "fil", f"'{name}' findes ikke", "skriv navnet på en side i content/")
            )


def _spelling(root: Path, problems: list[Problem]) -> tuple[str, ...]:
    """The words of the catalogue's own dictionary: one a line, what begins with # is an explanation."""
    file = root / SPELLING
    rows = (source.decode(SPELLING, file.read_bytes(), problems) or "").split("\n") if file.is_file() else []
    return tuple(row.strip() for row in rows if row.strip() and not row.startswith("#"))


def _written(root: Path, problems: list[Problem], memory: Memory) -> dict[str, str]:
    """The Markdown of the pages written by hand in which there is no problem, by their path below ``content/``."""
    pages = {}
    for file in _files(root / CONTENT, "**/*.md"):
        path, raw = _relative(root, file), file.read_bytes()
        page, found = memory(f"written {source.digest(path, raw)}", partial(_page, path, raw))
        problems.extend(found)
        if page is not None and not found:
            pages[_relative(root / CONTENT, file)] = page
    return pages


def _page(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    found: list[Problem] = []
    page = source.decode(path, raw, found)
    if page is not None:
        found.extend(handwritten.problems(path, page))
    return page, found


def _strays(root: Path) -> Iterator[Problem]:
    """A problem for every list that nothing reads, which would be passed over without a word."""
    lists = [f"{VOCABULARY}/{name}.yml" for name in (*vocabulary.NAMES, *CATEGORIES.values())]
    known = [GLOSSARY, NAMES, BOOK, PUBLISHER, *SEARCH_WORDS, *lists]
    for file in (*_files(root / "data", "*.y*ml"), *_files(root / VOCABULARY, "*.y*ml")):
        if (path := _relative(root, file)) not in known:
            near = difflib.get_close_matches(path, known, n=1)
            remedy = f"mente du {near[0]}?" if near else "slet filen, eller flyt den ud af data"
            yield Problem(Origin(path, 1), "fil", "er ingen af de filer, som kataloget læser", remedy)


def _drawings(root: Path, problems: list[Problem], memory: Memory) -> None:
    """Adds what is wrong with any drawing, whoever shows it: somebody may open the file itself."""
    for file in _files(root / CONTENT, "**/*"):
        if file.suffix.lower() == ".svg":
            path, raw = _relative(root, file), file.read_bytes()
            problems.extend(memory(f"drawing {source.digest(path, raw)}", partial(_drawing, path, raw)))


def _drawing(path: str, raw: bytes) -> list[Problem]:
    found: list[Problem] = []
    drawing.read(path, raw, found)
    return found


def _names(root: Path) -> Iterator[Problem]:
    """A problem for every file whose name could be somebody's CPR number: it stands in an address."""
    for folder in (Intervention.folder, "data", CONTENT):
        for file in _files(root / folder, "**/*"):
            path = _relative(root, file)
            if next(text.cpr_numbers(path), None) is not None:
                yield Problem(Origin(path, 1), "fil", "navnet ligner et CPR-nummer", "giv filen et andet navn")


def _files(folder: Path, pattern: str) -> list[Path]:
    """The visible files below the folder, sorted; none where there is no folder."""
    return sorted((path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith(".")), key=str)


def _relative(root: Path, path: Path) -> str:
    return path.as_posix().removeprefix(f"{root.as_posix()}/")
