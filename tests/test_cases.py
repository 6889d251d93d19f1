"""Golden cases: a tiny catalogue in; the files it becomes, or what its author is told, out.

A case under ``problems`` holds only the files it changes in the small catalogue; ``without.txt`` names those it deletes.
``make golden`` writes what is expected anew: read the difference before you keep it.
"""

import re
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest

from idekatalog import addresses
from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
from idekatalog.reading.problems import InvalidCatalogue
from places import CASES

# The whole of what a catalogue may have; a record with its five fields and nothing else; and some lists, some kinds, some fields.
CATALOGUES = ("small", "minimal", "partly")
SITE = "https://example.org/katalog/"
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


@cache
def made(name: str) -> dict[str, bytes]:
    """Every file that a catalogue becomes; beside each page as Markdown, what the theme is laid around."""
    artefacts = publish(load(CASES / name / "catalogue"), SITE)
    files = {uri: content for artefact in artefacts for uri, content in artefact.files.items()}
    # A sheet is HTML with or without a theme.
    pages = {artefact.uri: artefact.page() for artefact in artefacts if artefact.page and artefact.uri.endswith(".md")}
    return files | {f"{uri.removesuffix('.md')}.html": f"{page.html}\n".encode() for uri, page in pages.items()}


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_catalogue_becomes_these_files(name: str, request: pytest.FixtureRequest) -> None:
    found = {uri: content for uri, content in made(name).items() if not COPIED.search(uri)}
    if name != "small":
        # What the small one does not show: which files there are, and what their pages say.
        listed = "".join(f"{uri}\n" for uri in sorted(found))
        found = {uri: content for uri, content in found.items() if uri.endswith(".md")} | {"files.txt": listed.encode()}
    folder = CASES / name / "expected"
    if request.config.getoption("--golden"):
        shutil.rmtree(folder, ignore_errors=True)
        for uri, content in found.items():
            (folder / uri).parent.mkdir(parents=True, exist_ok=True)
            (folder / uri).write_bytes(content)
    expected = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found.keys() == expected.keys()
    for uri, content in found.items():
        assert content.decode() == expected[uri].decode(), uri


# An element that holds nothing.
EMPTY = re.compile(r"<(p|ul|ol|dl|dd|h\d|section|details|figure|table|blockquote|fieldset)\b[^>]*>\s*</\1>")
# Pages that a program fills. What is filled in by hand, on a sheet, is empty too.
FILLED = re.compile("(find|sammenlign|soeg)/")


def hollow(markdown: str) -> list[str]:
    """The headings of a page below which nothing stands before the next of their level or a higher one."""
    rows = [row for row in markdown.split("\n---\n", 1)[-1].splitlines() if row.strip() not in ("", "<!-- -->")]
    levels = [len(row) - len(row.lstrip("#")) if row.startswith("#") else 7 for row in rows]
    return [row for row, level, below in zip(rows, levels, [*levels[1:], 0], strict=True) if level < 7 and below <= level]


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_page_has_an_empty_part_or_a_link_that_leads_nowhere(name: str) -> None:
    files = made(name)
    there = {addresses.path(uri) for uri in (*files, *load(CASES / name / "catalogue").pages)}
    empty, dead = [], []
    for uri, content in files.items():
        if uri.endswith(".md"):
            empty += [(uri, heading) for heading in hollow(content.decode())]
        if uri.endswith(".html"):
            page = content.decode()
            laid_out = uri.replace(".html", ".md") in files and not FILLED.match(uri)
            empty += [(uri, found[0]) for found in EMPTY.finditer(page) if laid_out and 'role="status"' not in found[0]]
            targets = {urljoin(addresses.path(uri), target) for target in re.findall(r'(?:href|src)="([^"#?:]+)["#?]', page)}
            dead += [(uri, target) for target in targets - there]
    assert (empty, dead) == ([], [])


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


# Names and words of the catalogue in this repository, its partners, film, model and licence.
OURS = (
    "Inspiration til det forebyggende", "inspirationskatalog", "Gladsaxe", "Ballerup", "Herlev", "Vestegn", "Aydin", "CC BY 4.0",
    "licenses/by/4.0", "Kommune", "forebygg", "boligområde", "kortlæg", "del af modellen", "projektet", "beboermøde", "Grantoften",
    "was.digst.dk", "brandtrap", "utryg opgang", "gruppe eller et område", "Landsbyggefonden", "SSP",
)  # fmt: skip


# Lists of the language's own words.
LANGUAGE = ("assets/soeg/forms.js", "assets/vendor/stemmer/stemmer-da.js")


@pytest.mark.parametrize("name", CATALOGUES)
def test_nothing_of_the_catalogue_here_is_in_another(name: str) -> None:
    """What the engine writes of itself has no word of ours; what the other catalogue says itself is its own."""
    own = "".join(
        file.read_text(encoding="utf-8") for file in (CASES / name / "catalogue").rglob("*") if file.is_file()
    ).casefold()
    said = {uri: content.decode(errors="ignore").casefold() for uri, content in made(name).items() if not uri.endswith(".png")}
    words = [word.casefold() for word in OURS if word.casefold() not in own]
    assert len(words) > len(OURS) / 2
    assert [(uri, word) for uri, text in said.items() if uri not in LANGUAGE for word in words if word in text] == []
