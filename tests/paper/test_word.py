"""Word files: what they say of themselves, and that words stay words."""

import dataclasses
import glob
import io
import json
import re
import tomllib
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from idekatalog.files.load import load
from idekatalog.paper.word import word
from idekatalog.publishing.artefacts import Paper, publish
from places import PLUGINS, ROOT

REFERENCE = PLUGINS / "idekatalog/paper/templates/word"


@pytest.fixture
def papers(small: Path) -> list[Paper]:
    """Everything that becomes a Word file in the small catalogue, whose address is known."""
    found: list[Paper] = []
    publish(load(small), "https://example.org/katalog/", press=lambda papers: [found.extend(papers) or b"" for _ in papers])
    return list({paper.address: paper for paper in found if paper.template == "word"}.values())


def parts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if not name.endswith(".png")}


def words(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)


def test_a_word_file_says_what_it_is(papers: list[Paper]) -> None:
    for paper in papers:
        data, found = json.loads(paper.data), parts(word(paper))
        about = found["docProps/core.xml"]
        for element, says in (
            ("dc:title", data["title"]),
            ("dc:creator", data["work"]),
            ("dc:subject", data["identity"]),
            ("dc:language", "da-DK"),
            ("dcterms:created", f"{paper.reviewed}T12:00:00Z"),
            ("dcterms:modified", f"{paper.reviewed}T12:00:00Z"),
        ):
            assert re.search(rf"<{element}[^>]*>{re.escape(says)}</{element}>", about), element
        assert '<w:lang w:val="da-DK"' in found["word/styles.xml"]
        assert words(found["word/footer1.xml"]).split() == f"{data['identity']}side 1 af 1{data['place']}".split()
        assert f'descr="QR-kode: {data["place"]}"' in found["word/document.xml"]


def test_a_word_file_holds_nothing_but_the_document_and_no_moment_of_its_making(papers: list[Paper]) -> None:
    for paper in papers:
        with zipfile.ZipFile(io.BytesIO(word(paper))) as package:
            assert {file.date_time for file in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert sorted(package.namelist()) == [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml",
                "word/footer1.xml", "word/media/image1.png", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
            ]  # fmt: skip


def test_every_box_can_be_ticked_by_a_click(papers: list[Paper]) -> None:
    for paper in papers:
        document = parts(word(paper))["word/document.xml"]
        assert document.count("<w14:checkbox>") == words(document).count("☐") > 0, paper.address


def changed(value: Any, change: Callable[[str], str]) -> Any:
    """The data with every text changed, and nothing that says what a block is or where a link leads."""
    if isinstance(value, dict):
        return {key: inner if key in ("kind", "sign", "date", "qr") else changed(inner, change) for key, inner in value.items()}
    if isinstance(value, list):
        return [changed(inner, change) for inner in value]
    return change(value) if isinstance(value, str) and value else value


@pytest.mark.parametrize("typed", ["<w:p/>", "&amp;", "]]>", "<!-- x -->", "\"'", "{ PAGE }", "{{ x }}", "\ue000;", "=1+1"])
def test_what_is_written_stays_words(papers: list[Paper], typed: str) -> None:
    def shape(file: bytes) -> dict[str, Counter[str]]:
        return {name: Counter(re.findall(r"<[\w:]+", part)) for name, part in parts(file).items()}

    for paper in papers:
        data = json.loads(paper.data)
        hostile = dataclasses.replace(paper, write=lambda data=data: json.dumps(changed(data, lambda words: f"{words} {typed}")))
        assert shape(word(hostile)) == shape(word(paper))


def test_a_title_longer_than_python_docx_takes_is_cut_where_programs_read_it_only(papers: list[Paper]) -> None:
    paper = papers[0]
    title = "x" * 300
    data = {**json.loads(paper.data), "title": title}
    found = parts(word(dataclasses.replace(paper, write=lambda: json.dumps(data))))
    assert title in found["word/document.xml"]
    assert title[:255] in found["docProps/core.xml"]


def test_the_styles_have_the_colours_of_the_site_and_of_paper() -> None:
    tokens = (PLUGINS / "mkdocs_idekatalog/theme/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    paper = (PLUGINS / "idekatalog/paper/templates/blocks.typ").read_text(encoding="utf-8")
    # Yellow on paper has an outline; a letter has none, so its yellow is darker.
    known = {colour.upper() for colour in re.findall(r"#(\w{6})\b", tokens + paper)} | {"A87400"}
    for file in ("styles.xml", "numbering.xml"):
        colours = re.findall(r'"([0-9A-F]{6})"', (REFERENCE / "word" / file).read_text(encoding="utf-8"))
        assert colours
        assert set(colours) <= known


def test_the_whole_reference_document_comes_with_the_package() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        patterns = tomllib.load(file)["tool"]["setuptools"]["package-data"]["idekatalog"]
    engine = PLUGINS / "idekatalog"
    # As setuptools reads them: a name that begins with a dot is only what is asked for by name.
    packed = {found for pattern in patterns for found in glob.glob(pattern, root_dir=engine, recursive=True)}  # noqa: PTH207
    assert {file.relative_to(engine).as_posix() for file in REFERENCE.rglob("*") if file.is_file()} <= packed
