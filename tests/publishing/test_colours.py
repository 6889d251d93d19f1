"""A catalogue with a colour of its own has none of the engine's: in no style sheet, document or picture."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest

from idekatalog.catalogue import Logo
from idekatalog.files.load import load
from idekatalog.paper.picture import png
from idekatalog.paper.press import press
from idekatalog.publishing.artefacts import publish
from idekatalog.records.look import DARK, LIGHT, LOOK
from places import CASES

BLUE = "#0b4f71"
# Square, and of a colour that nothing else has.
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M0 0h40v40H0z" fill="#cc00cc"/></svg>'
# What a catalogue's own colour paints: not what is yellow because it warns, or blue because it asks, nor white.
HUED = (
    "paper",
    "sand",
    "blush",
    "leaf",
    "ink",
    "ink-quiet",
    "brick",
    "brick-deep",
    "green",
    "edge",
    "line",
    "door-green",
    "door-rose",
)
OURS = {colours[name] for colours in (LIGHT, DARK) for name in HUED}
WANTED = re.compile(
    r"\.css$|naboaften/guide\.pdf$|naboaften/tjekliste\.(pdf|docx)$|naboaften-ark\.(pdf|docx)$|samtalekort\.pdf$|^naboer\.pdf$"
    r"|naboaften/del\.png$"
)


@pytest.fixture(scope="module")
def blue(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The style sheets of the small catalogue in blue, a document of each sort, and a picture."""
    root = tmp_path_factory.mktemp("blue") / "katalog"
    shutil.copytree(CASES / "small" / "catalogue", root)
    (root / LOOK).write_text(f'farve: "{BLUE}"\n', encoding="utf-8")
    made = publish(load(root), "https://example.org/", press, at_once=False)
    return {artefact.uri: artefact.content for artefact in made if WANTED.search(artefact.uri)}


def written(number: int) -> str:
    return f"#{number:06x}"


def seen(pdf: bytes) -> Iterator[str]:
    """The colours of all that is printed and drawn."""
    for page in pymupdf.open(stream=pdf):
        for drawing in page.get_drawings():
            for colour in (drawing["fill"], drawing["color"]):
                if colour:
                    yield "#" + "".join(f"{round(255 * part):02x}" for part in colour)
        for block in page.get_text("dict")["blocks"]:
            yield from (written(span["color"]) for line in block.get("lines", ()) for span in line["spans"])


def test_no_style_sheet_has_a_colour_of_the_engine(blue: Mapping[str, bytes]) -> None:
    sheets = {uri: content.decode() for uri, content in blue.items() if uri.endswith(".css")}
    assert any(BLUE in text for text in sheets.values())
    assert [(uri, colour) for uri, text in sheets.items() for colour in OURS if colour[1:] in text] == []


def test_no_pdf_has_one_either(blue: Mapping[str, bytes]) -> None:
    papers = {uri: set(seen(content)) for uri, content in blue.items() if uri.endswith(".pdf")}
    assert len(papers) == 5
    for uri, colours in papers.items():
        assert not colours & OURS, uri
    assert all(BLUE in colours for uri, colours in papers.items() if uri.endswith(("guide.pdf", "naboer.pdf", "samtalekort.pdf")))


def test_no_word_file_has_one_either(blue: Mapping[str, bytes]) -> None:
    files = {uri: zipfile.ZipFile(io.BytesIO(content)) for uri, content in blue.items() if uri.endswith(".docx")}
    assert len(files) == 2
    for uri, file in files.items():
        text = "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))
        colours = set(re.findall(r"w:(?:color|fill)(?: w:val)?=\"([^\"]*)\"", text))
        assert BLUE[1:].upper() in colours
        # Every name of a colour has become one.
        assert all(re.fullmatch(r"auto|[0-9A-F]{6}", colour) for colour in colours), uri
        assert not {f"#{colour.lower()}" for colour in colours} & OURS, uri


def test_a_shared_picture_is_painted_too(blue: Mapping[str, bytes]) -> None:
    picture = pymupdf.Pixmap(blue["indsatser/naboaften/del.png"])
    assert "#" + bytes(picture.pixel(600, 625)[:3]).hex() == BLUE
    assert "#" + bytes(picture.pixel(5, 5)[:3]).hex() not in OURS


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_logo_is_on_documents_and_pictures(small: Path, kind: str) -> None:
    """In the foot of a PDF, in the head of a Word file, on the cover, in what is shared, and as the icon of a phone."""
    content = LOGO.encode() if kind == "svg" else png(LOGO)
    catalogue = replace(load(small), logo=Logo(f"billeder/logo.{kind}", content))
    made = {artefact.uri: artefact for artefact in publish(catalogue, "", press, at_once=False)}
    for uri in ("indsatser/naboaften/guide.pdf", "naboer.pdf", "undervisning/gaarden/samtalekort.pdf"):
        page = pymupdf.open(stream=made[uri].content)[0]
        marks = [drawing["fill"] for drawing in page.get_drawings()] if kind == "svg" else page.get_images()
        assert (
            (0.8, 0.0, 0.8) in [tuple(round(part, 2) for part in mark) for mark in marks if mark] if kind == "svg" else marks
        ), uri
    word = zipfile.ZipFile(io.BytesIO(made["indsatser/naboaften/tjekliste.docx"].content))
    assert 'descr="Logo"' in "".join(word.read(name).decode() for name in word.namelist() if "header" in name)
    for uri, place in (("indsatser/naboaften/del.png", (90, 550)), ("assets/images/icon-192.png", (96, 96))):
        assert pymupdf.Pixmap(made[uri].content).pixel(*place)[:3] == (204, 0, 204), uri
