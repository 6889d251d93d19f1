"""Golden cases: a tiny catalogue in; the files it becomes, or what its author is told, out.

A case under ``problems`` holds only the files it changes in the small catalogue; ``without.txt`` names those it deletes.
``make golden`` writes what is expected anew: read the difference before you keep it.
"""

import re
import shutil
from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
from idekatalog.reading.problems import InvalidCatalogue
from places import CASES

EXPECTED = CASES / "small" / "expected"
# Files that are published as they stand in the engine say nothing about a catalogue.
COPIED = re.compile(r"\.js$|LICENSE\.txt$|^assets/.*\.css$")
TOLD = ("problems.txt", "without.txt")
PROBLEMS = sorted(folder.name for folder in (CASES / "problems").iterdir())


def told(root: Path) -> str:
    """What ``check`` tells the author of the catalogue."""
    try:
        publish(load(root))
    except InvalidCatalogue as invalid:
        return f"{invalid}\n"
    return ""


def test_the_small_catalogue_becomes_these_files(small: Path, request: pytest.FixtureRequest) -> None:
    made = {
        uri: content
        for artefact in publish(load(small), "https://example.org/katalog/")
        if not COPIED.search(artefact.uri)
        for uri, content in artefact.files.items()
    }
    # Beside each page as Markdown, what the theme is laid around.
    pages = {artefact.uri: artefact.page() for artefact in publish(load(small), "https://example.org/katalog/") if artefact.page}
    # A sheet is HTML with or without a theme.
    pages = {uri: page for uri, page in pages.items() if uri.endswith(".md")}
    made |= {f"{uri.removesuffix('.md')}.html": f"{page.html}\n".encode() for uri, page in pages.items()}
    if request.config.getoption("--golden"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for uri, content in made.items():
            (EXPECTED / uri).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / uri).write_bytes(content)
    expected = {path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()}
    assert made.keys() == expected.keys()
    for uri, content in made.items():
        assert content.decode() == expected[uri].decode(), uri


@pytest.mark.parametrize("name", PROBLEMS)
def test_bad_input_gets_file_line_field_and_remedy(name: str, small: Path, request: pytest.FixtureRequest) -> None:
    case = CASES / "problems" / name
    expected = case / "problems.txt"
    shutil.copytree(case, small, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*TOLD))
    for name in (case / "without.txt").read_text(encoding="utf-8").split() if (case / "without.txt").exists() else ():
        (small / name).unlink()
    if request.config.getoption("--golden"):
        expected.write_text(told(small), encoding="utf-8")
    assert told(small) == expected.read_text(encoding="utf-8")
    assert told(small) != ""


# Names of the catalogue in this repository, its partners, film and licence.
OURS = (
    "Inspiration til det forebyggende", "inspirationskatalog", "Gladsaxe", "Ballerup", "Herlev", "Vestegn", "Aydin", "CC BY 4.0",
    "licenses/by/4.0",
)  # fmt: skip


def test_nothing_of_the_catalogue_here_is_in_another() -> None:
    """What the engine writes of itself names no work, no municipality, no film and no licence."""
    files = [file for file in (CASES / "small" / "expected").rglob("*") if file.is_file() and file.suffix != ".png"]
    assert len(files) > 50
    found = [
        (file.name, name) for file in files for name in OURS if name.casefold() in file.read_text(encoding="utf-8").casefold()
    ]
    assert found == []
