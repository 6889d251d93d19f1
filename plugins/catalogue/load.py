"""The only reader of records and data."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

from . import page, rules, source, text, vocabulary
from .collection import Catalogue, Written
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
    SearchWords,
    Template,
    Term,
    build,
)
from .plan import read_plan
from .problems import InvalidCatalogue, Origin, Problem
from .publisher import read_publisher
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

R = TypeVar("R", bound=Record)
H = TypeVar("H", bound=Headed)
P = TypeVar("P", bound=Part)


def find_root(start: Path) -> Path | None:
    """The catalogue that ``start`` is or lies in: the nearest folder that holds ``data/vocabulary``."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / VOCABULARY).is_dir()), None)


def load(root: Path) -> Catalogue:
    """The catalogue in the folder ``root``, with every rule kept.

    Raises InvalidCatalogue with all problems of all files at once. Reads only; writes nothing.
    """
    problems: list[Problem] = []
    catalogue = _read(root, problems)
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


def _read(root: Path, problems: list[Problem]) -> Catalogue:
    """Everything in ``root`` that fits its model; what does not is a problem."""
    words = _vocabulary(root, problems)
    known = {name: list(terms) for name, terms in words.items()}

    def records(kind: type[R]) -> list[R]:
        return list(_records(root, kind, problems, known))

    files = [path.relative_to(root / CONTENT) for path in _files(root / CONTENT, "**/*")]
    return Catalogue(
        vocabulary=Vocabulary(words),
        interventions=tuple(sorted(records(Intervention), key=lambda record: (record.number, record.is_draft))),
        methods=tuple(sorted(records(Method), key=lambda record: (record.number, record.is_draft))),
        examples=tuple(sorted(records(Example), key=lambda record: (record.intervention, record.number))),
        areas=tuple(sorted(records(Area), key=lambda record: record.id)),
        films=tuple(sorted(records(Film), key=lambda record: record.title)),
        templates=tuple(sorted(records(Template), key=lambda record: (record.number, record.is_draft))),
        chapters=tuple(records(Chapter)),
        glossary=_entries(root, GLOSSARY, Entry, problems),
        names=_entries(root, NAMES, Name, problems),
        plan=read_plan(root, problems),
        written=tuple(_written(root, problems)),
        publisher=read_publisher(root, problems),
        known=frozenset(_relative(root, path) for kind in KINDS for path in _files(root / kind.folder, "*.md")),
        pages=tuple(sorted(str(PurePosixPath(path)) for path in files)),
        images=frozenset(path.name for path in _files(root / IMAGES, "*")),
        by_hand=tuple(_pages(root, problems)),
        search_words=tuple(item for name in SEARCH_WORDS for item in _items(root, name, SearchWords, problems)),
    )


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


def _records(root: Path, kind: type[R], problems: list[Problem], words: dict[str, list[str]]) -> Iterable[R]:
    for file in _files(root / kind.folder, "*"):
        path = _relative(root, file)
        if file.suffix != ".md":
            problems.append(Problem(Origin(path, 1), "fil", "er ikke en post", "giv filen endelsen .md, eller flyt den"))
            continue
        found: list[Problem] = []
        if node := source.record(path, file.read_bytes(), found):
            found.extend(text.problems(path, node))
            record = build(kind, path, node, found, words)
            # Text that must not be shown is a problem, but no reason to hide what the rules would find.
            if record:
                yield record
        problems.extend(found)


def _entries(root: Path, name: str, kind: type[H], problems: list[Problem]) -> tuple[H, ...]:
    """The entries of a file that is one list, each under its own heading."""
    entries: dict[str, H] = {}
    for origin, entry in _items(root, name, kind, problems):
        if entries.setdefault(slug(entry.heading), entry) is not entry:
            problems.append(Problem(origin, "fil", f"'{entry.heading}' står to gange", "slet det ene"))
    return tuple(entries.values())


def _items(root: Path, name: str, kind: type[P], problems: list[Problem]) -> Iterable[tuple[Origin, P]]:
    """What a file that is one list holds, with its places; nothing where a catalogue has no such file."""
    if not (root / name).is_file():
        return
    found: list[Problem] = []
    node = source.data(name, (root / name).read_bytes(), found)
    if isinstance(node, source.Items):
        found.extend(text.problems(name, node))
        for item in node.items:
            if entry := build(kind, name, item, found, {}):
                yield Origin(name, item.line), entry
    elif not found:
        found.append(Problem(Origin(name, 1), "fil", "er ikke en liste", "begynd hvert punkt med en bindestreg"))
    problems.extend(found)


def _pages(root: Path, problems: list[Problem]) -> Iterable[page.HandPage]:
    for file in _files(root / CONTENT, "**/*.md"):
        path = file.relative_to(root / CONTENT).as_posix()
        if found := page.read(path, CONTENT, file.read_bytes(), problems):
            yield found


def _written(root: Path, problems: list[Problem]) -> Iterable[Written]:
    """The pages written by hand that the printed catalogue begins with; none where no file names any."""
    if not (root / BOOK).is_file():
        return
    node = source.data(BOOK, (root / BOOK).read_bytes(), problems)
    for item in node.items if isinstance(node, source.Items) else ():
        name = item.value if isinstance(item, source.Text) else ""
        file = root / CONTENT / name
        if file.suffix != ".md" or not file.is_file() or not file.resolve().is_relative_to((root / CONTENT).resolve()):
            problems.append(
                Problem(Origin(BOOK, item.line), "fil", f"'{name}' findes ikke", "skriv navnet på en side i content/")
            )
            continue
        try:
            yield Written(name, file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            problems.append(Problem(Origin(f"{CONTENT}/{name}", 1), "fil", "er ikke gemt som UTF-8", "gem filen som UTF-8"))


def _files(folder: Path, pattern: str) -> list[Path]:
    """The visible files below the folder, sorted; none where there is no folder."""
    return sorted(path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith("."))


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
