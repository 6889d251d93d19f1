"""Drawings on paper: in the colours of a light page, whatever they have for a dark one."""

import json
from pathlib import Path

import pymupdf
import pytest
from test_word import parts

from idekatalog.files.load import load
from idekatalog.paper import documents
from idekatalog.paper.paper import Paper
from idekatalog.paper.picture import png
from idekatalog.paper.press import press
from idekatalog.records.template import Layout, Template
from idekatalog.views.template import template
from places import ROOT

CATALOGUE = load(ROOT)
HANDED_OUT = pytest.mark.parametrize(
    "record", [record for record in CATALOGUE.templates if record.layout], ids=lambda record: record.id
)
RED = (179, 18, 42)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 150"><style>.a{fill:#b3122a}'
    '@media(prefers-color-scheme:dark){.a{fill:#000}}</style><path class="a" d="M0 0h240v150H0z"/></svg>'
)


def papers(record: Template) -> tuple[Paper, Paper]:
    """A template as PDF and as Word."""
    pdf, _, docx = documents.templates(record, lambda: template(record, CATALOGUE), CATALOGUE.edition("https://example.org/"))
    return pdf, docx


def test_a_drawing_is_painted_for_a_light_page() -> None:
    picture = pymupdf.Pixmap(png(SVG))
    assert picture.pixel(picture.width // 2, picture.height // 2)[:3] == RED


@HANDED_OUT
def test_a_sheet_for_residents_shows_its_drawing_and_says_what_it_shows(record: Template, tmp_path: Path) -> None:
    pdf, docx = papers(record)
    drawing = CATALOGUE.drawings[record.drawing or ""]
    assert drawing.described in json.loads(pdf.data)["blocks"][0]["drawing"]["described"]
    document = parts(press([docx])[0])["word/document.xml"]
    assert f'descr="{drawing.described}"' in document


@HANDED_OUT
def test_no_code_leads_residents_to_an_empty_sheet(record: Template) -> None:
    pdf, docx = papers(record)
    assert "QR-kode" not in parts(press([docx])[0])["word/document.xml"]
    with pymupdf.open(stream=press([pdf])[0]) as document:
        assert "example.org" not in "".join(page.get_text() for page in document)


def test_a_poster_and_a_letter_are_one_page_and_two_notes_fill_one() -> None:
    pages = {}
    for record in CATALOGUE.templates:
        if record.layout:
            with pymupdf.open(stream=press(papers(record)[:1])[0]) as document:
                pages[record.layout] = len(document)
    assert pages == {Layout.POSTER: 1, Layout.LETTER: 1, Layout.DOOR: 3}
