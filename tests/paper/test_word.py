"""Word files: what they say of themselves, and that words stay words."""

import dataclasses
import glob
import io
import re
import tomllib
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from idekatalog.document import nodes
from idekatalog.document.says import MARKED
from idekatalog.document.sheet import Part
from idekatalog.document.sheet_paper import COLUMNS
from idekatalog.files.load import load
from idekatalog.paper.paper import Editable, Livery
from idekatalog.paper.word import word
from idekatalog.publishing.artefacts import Paper, publish
from idekatalog.records.look import LIGHT
from idekatalog.records.template import Sign
from places import PLUGINS, ROOT

# Words of the engine: its code is in the key too.
OURS = " ".join((MARKED, *(name for name, _ in COLUMNS), *(sign.word for sign in Sign)))
EMPTY = Editable("Titel", "", "", "", coded=False, landscape=False, notice=False, blocks=())
REFERENCE = PLUGINS / "idekatalog/paper/templates/word"


@pytest.fixture
def papers(small: Path) -> list[Paper]:
    """Everything that becomes a Word file in the small catalogue, whose address is known."""
    found: list[Paper] = []
    publish(load(small), "https://example.org/katalog/", press=lambda papers: [found.extend(papers) or b"" for _ in papers])
    return list({paper.address: paper for paper in found if paper.form}.values())


def form(paper: Paper) -> Editable:
    assert paper.form
    return paper.form()


def made(paper: Paper) -> bytes:
    return word(form(paper), paper.moment, Livery())


def parts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if not name.endswith(".png")}


def words(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)


def test_a_word_file_says_what_it_is(papers: list[Paper]) -> None:
    for paper in papers:
        said, found = form(paper), parts(made(paper))
        about = found["docProps/core.xml"]
        for element, says in (
            ("dc:title", said.title),
            ("dc:creator", said.work),
            ("dc:subject", said.identity),
            ("dc:language", "da-DK"),
            ("dcterms:created", f"{paper.reviewed}T12:00:00Z"),
            ("dcterms:modified", f"{paper.reviewed}T12:00:00Z"),
        ):
            assert re.search(rf"<{element}[^>]*>{re.escape(says)}</{element}>", about), element
        assert '<w:lang w:val="da-DK"' in found["word/styles.xml"]
        assert words(found["word/footer1.xml"]).split() == f"{said.identity}side 1 af 1{said.place}".split()
        assert f'descr="QR-kode: {said.place}"' in found["word/document.xml"]


def test_a_word_file_holds_nothing_but_the_document_and_no_moment_of_its_making(papers: list[Paper]) -> None:
    for paper in papers:
        with zipfile.ZipFile(io.BytesIO(made(paper))) as package:
            assert {file.date_time for file in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert sorted(package.namelist()) == [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml",
                "word/footer1.xml", "word/media/image1.png", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
            ]  # fmt: skip


def test_every_box_can_be_ticked_by_a_click(papers: list[Paper]) -> None:
    boxes = 0
    for paper in papers:
        document = parts(made(paper))["word/document.xml"]
        assert document.count("<w14:checkbox>") == words(document).count("☐"), paper.address
        boxes += document.count("<w14:checkbox>")
    assert boxes


def changed(value: Any, change: Callable[[str], str]) -> Any:
    """The tree with every text changed, and nothing that says how a block looks or where a link leads."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        told = {name: changed(inner, change) for name, inner in fields.items() if name not in ("key", "look", "address", "url")}
        return dataclasses.replace(value, **told)
    if isinstance(value, tuple):
        return tuple(changed(inner, change) for inner in value)
    return change(value) if isinstance(value, str) and value else value


@pytest.mark.parametrize("typed", ["<w:p/>", "&amp;", "]]>", "<!-- x -->", "\"'", "{ PAGE }", "{{ x }}", "\ue000;", "=1+1"])
def test_what_is_written_stays_words(papers: list[Paper], typed: str) -> None:
    def shape(file: bytes) -> dict[str, Counter[str]]:
        return {name: Counter(re.findall(r"<[\w:]+", part)) for name, part in parts(file).items()}

    for paper in papers:
        hostile = changed(form(paper), lambda words: f"{words} {typed}")
        assert shape(word(hostile, paper.moment, Livery())) == shape(made(paper))


def test_a_title_longer_than_python_docx_takes_is_cut_where_programs_read_it_only(papers: list[Paper]) -> None:
    paper = papers[0]
    title = "x" * 300
    found = parts(word(dataclasses.replace(form(paper), title=title), paper.moment, Livery()))
    assert title in found["word/document.xml"]
    assert title[:255] in found["docProps/core.xml"]


def test_the_styles_name_the_colours_of_the_site_and_have_those_of_signs() -> None:
    paper = (PLUGINS / "idekatalog/paper/templates/blocks.typ").read_text(encoding="utf-8")
    # Yellow on paper has an outline; a letter has none, so its yellow is darker.
    signs = {colour.upper() for colour in re.findall(r"#(\w{6})\b", paper)} | {"A87400"}
    for file in ("styles.xml", "numbering.xml"):
        text = (REFERENCE / "word" / file).read_text(encoding="utf-8")
        colours = re.findall(r'w:(?:color|fill)(?: w:val)?="([^"]+)"', text)
        assert set(colours) & LIGHT.keys()
        assert set(colours) <= {*LIGHT, *signs, "auto"}, file


def test_the_whole_reference_document_comes_with_the_package() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        patterns = tomllib.load(file)["tool"]["setuptools"]["package-data"]["idekatalog"]
    engine = PLUGINS / "idekatalog"
    # As setuptools reads them: a name that begins with a dot is only what is asked for by name.
    packed = {found for pattern in patterns for found in glob.glob(pattern, root_dir=engine, recursive=True)}  # noqa: PTH207
    assert {file.relative_to(engine).as_posix() for file in REFERENCE.rglob("*") if file.is_file()} <= packed


def test_a_line_in_word_says_what_paper_shows() -> None:
    body = nodes.line(
        "a ", nodes.Strong(nodes.line("b", nodes.Emphasis(nodes.line("c")))), nodes.Term("d", "d"), nodes.Break(),
        nodes.To("x.md", nodes.line("e")), nodes.Web("https://x.example", nodes.line("f")), nodes.Code("g"), nodes.Mark(),
        nodes.Marked(), nodes.Also("x.md"), nodes.Anchor("h"), nodes.Picture("x.png", "i"),
        nodes.OnlyLine(nodes.Medium.SCREEN, nodes.line("j")), nodes.OnlyLine(nodes.Medium.PAPER, nodes.line("k")),
    )  # fmt: skip
    blocks = (Part(nodes.line("skjult"), (nodes.Paragraph(body),), hidden=True), nodes.Paragraph(body))
    found = docx.Document(
        io.BytesIO(word(dataclasses.replace(EMPTY, blocks=blocks), datetime(2026, 11, 22, tzinfo=UTC), Livery()))
    )
    _, said = found.paragraphs
    assert said.text == "a bcd\nefg*Redaktionens forslagk"
    assert [run.text for run in said.runs if run.style.name == "Strong"] == ["b"]
    assert [run.text for run in said.runs if run.style.name == "Emphasis"] == ["c", "Redaktionens forslag"]


def test_every_text_of_a_word_file_goes_into_its_key(papers: list[Paper]) -> None:
    for paper in papers:
        document = docx.Document(io.BytesIO(made(paper)))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        for words in re.findall(r"\w{4,}", "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))):
            assert words in paper.data or words in OURS, paper.address
