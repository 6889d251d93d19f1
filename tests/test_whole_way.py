"""The whole way from text to page, whatever the text: pages that show it as text, or problems with file and line."""

import json
import re
import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idekatalog.document import read
from idekatalog.document.terms import Terms
from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
from idekatalog.reading import source, text
from idekatalog.reading.problems import InvalidCatalogue
from places import CASES, ROOT, lines
from properties import examples

SMALL = CASES / "small" / "catalogue"
RECORDS = [path.relative_to(SMALL) for path in (*SMALL.glob("interventions/*.md"), *SMALL.glob("data/*/*.md"))]
REAL = [path.relative_to(ROOT) for path in (*ROOT.glob("interventions/*.md"), *ROOT.glob("data/*/*.md"))]

# What has been known to go wrong somewhere, among what anybody may type.
TRAPS = [
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](data:text/html,x)",
    "{{ config }}", "{% raw %}", "{: onclick=x }", "{#x}", "&lt;b&gt;", "<!-- x -->", "]]>", "---", "## Hvorfor", "# x", "1. x",
    "- x", "> x", "```", "~~~", "    x", "| a | b |", "[^1]", "[x]: y", "*[HTML]: x", "!!! note", "<https://example.org>",
    "a@example.org", "\\", "\u202e", "\ufeff", "\u2028", "\x00", "å", "010203-1234", "'; --", '"', "*x*", "**", "_x_", "`x`", "$x$", ":::", "%s",
]  # fmt: skip
anything = st.lists(st.sampled_from(TRAPS) | st.text(max_size=20), min_size=1, max_size=4).map(" ".join)


class Reader(HTMLParser):
    """What a page is made of, and what its reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.made_of: Counter[str] = Counter()
        self.addresses: set[str] = set()
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made_of.update([tag, *(f"{tag} {name}" for name, _ in attrs)])
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.words += data

    @property
    def seen(self) -> str:
        return "".join(self.words.split())


def pages(root: Path) -> dict[str, Reader]:
    """Every page of a catalogue as a browser gets it, without any generator's theme."""
    return {
        artefact.uri: Reader(artefact.page().html if artefact.page else artefact.content.decode())
        for artefact in publish(load(root))
        if artefact.uri.endswith((".md", ".html"))
    }


@pytest.fixture(scope="module")
def before() -> dict[str, Reader]:
    return pages(SMALL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small catalogue, for one test to change and put back as often as it likes."""
    folder = tmp_path / "katalog"
    shutil.copytree(SMALL, folder)
    return folder


def places(file: Path) -> list[tuple[str | int, ...]]:
    node = source.record(file.as_posix(), (SMALL / file).read_bytes(), [])
    assert node is not None
    return [path for path, _ in source.texts(node)]


def put(typed: str, place: tuple[str | int, ...], file: Path, root: Path) -> None:
    """Writes the text into that field or section of the record."""
    raw = (SMALL / file).read_text(encoding="utf-8")
    node = source.record(file.as_posix(), raw.encode(), [])
    assert node is not None
    if place[0] == source.SECTIONS:
        head, body = raw.split(f"## {place[1]}\n", 1)
        rest = re.search(r"^## ", body, re.MULTILINE)
        raw = f"{head}## {place[1]}\n\n{typed}\n\n{body[rest.start() :] if rest else ''}"
    else:
        sections = raw.split("\n---\n", 1)[1]
        plain = source.plain(source.Fields(1, {key: child for key, child in node.nodes.items() if key != source.SECTIONS}))
        at = plain
        for step in place[:-1]:
            at = at[step]  # type: ignore[index]
        at[place[-1]] = typed  # type: ignore[index]
        raw = f"---\n{yaml_of(plain)}\n---\n{sections}"
    (root / file).write_bytes(raw.encode("utf-8", "surrogatepass"))


def yaml_of(value: object) -> str:
    """Front matter: JSON is YAML."""
    assert isinstance(value, dict)
    return "\n".join(f"{key}: {json.dumps(child)}" for key, child in value.items())


def told(problems: InvalidCatalogue, root: Path) -> None:
    """Every problem has a file that is there and a line that is in it."""
    assert problems.problems
    for problem in problems.problems:
        file = root / problem.origin.path
        assert file.is_file(), problem
        assert 1 <= problem.origin.line <= lines(file.read_bytes()), problem
        assert problem.message
        assert problem.remedy


PLACES = [(file, place) for file in RECORDS for place in places(file)]


@examples(40)
@given(st.sampled_from(PLACES), anything)
def test_any_text_in_any_field_is_shown_as_text_or_told(
    root: Path, before: dict[str, Reader], place: tuple[Path, tuple[str | int, ...]], typed: str
) -> None:
    file, path = place
    put(typed, path, file, root)
    try:
        after = pages(root)
    except InvalidCatalogue as invalid:
        told(invalid, root)
        return
    finally:
        shutil.copy(SMALL / file, root / file)
    known = {kind for page in before.values() for kind in page.made_of} | {"p", "em", "strong", "br", "ul", "ol", "li"}
    for uri, page in after.items():
        assert page.made_of.keys() <= known | {"img alt", "img", "img src", "ol start", "a", "a href", "span", "span id"}, uri
        assert not [
            address
            for address in page.addresses
            # "data:," is the icon of a sheet, which is none.
            if address != "data:," and re.match(r"\s*(javascript|vbscript|data):", address, re.IGNORECASE)
        ], uri
    if path[0] != source.SECTIONS and path[-1] not in ("synonymer", "id", "url", "version") and "synonymer" not in path:
        shown = "".join(typed.split())
        assert any(shown in page.seen for page in after.values()), typed


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Path, bytes]:
    """A record of the real catalogue after some slips of the hand."""
    file = draw(st.sampled_from(REAL))
    lines = (ROOT / file).read_bytes().split(b"\n")
    for _ in range(draw(st.integers(1, 3))):
        row = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[row])))
        match draw(st.sampled_from(["delete", "double", "swap", "indent", "outdent", "type", "byte", "cut"])):
            case "delete":
                del lines[row : row + 1 + draw(st.integers(0, 3))]
                lines = lines or [b""]
            case "double":
                lines.insert(other, lines[row])
            case "swap":
                lines[row], lines[other] = lines[other], lines[row]
            case "indent":
                lines[row] = b" " * draw(st.integers(1, 4)) + lines[row]
            case "outdent":
                lines[row] = lines[row].lstrip()
            case "type":
                slip = draw(anything | st.sampled_from([*"-:[]{}#&*!|>'\"%@`,?"]))
                lines[row] = lines[row][:column] + slip.encode("utf-8", "surrogatepass") + lines[row][column:]
            case "byte":
                lines[row] = lines[row][:column] + bytes([draw(st.integers(0, 255))]) + lines[row][column + 1 :]
            case "cut":
                lines[row] = lines[row][:column]
    return file, b"\n".join(lines)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue, to break."""
    folder = tmp_path_factory.mktemp("ægte")
    for name in ("interventions", "data", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@examples(5)
@given(mutated())
def test_a_real_record_after_a_slip_is_a_catalogue_or_told(real: Path, record: tuple[Path, bytes]) -> None:
    file, raw = record
    (real / file).write_bytes(raw)
    try:
        publish(load(real))
    except InvalidCatalogue as invalid:
        told(invalid, real)
    finally:
        shutil.copy(ROOT / file, real / file)


@pytest.mark.parametrize("piece", ["[", "![a](", "](", "*a **a_", "\n- ", "- ", "`", "<", "<a ", "&", "\\", "0102", "https://a"])
def test_what_brings_parsers_to_a_stop_does_not_stop_this_one(piece: str) -> None:
    """Quadratic and exponential parsers would still be reading when the tests are stopped."""
    long = (piece * 20_000)[:20_000]
    sections = source.Fields(1, {"Hvorfor": source.Text(1, long, exact=True)}, {"Hvorfor": 1})
    node = source.Fields(1, {"titel": source.Text(1, long), source.SECTIONS: sections}, {"titel": 1, source.SECTIONS: 1})
    assert list(text.problems("x.md", node)) or read.prose(long, {}, Terms(()))
