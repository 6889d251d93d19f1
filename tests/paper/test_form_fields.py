"""What is written on a sheet of paper can be typed in its PDF: fields with names, in the order of reading."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf
import pytest
from pypdf import PdfReader

from idekatalog.files.load import load
from idekatalog.paper import documents, form
from idekatalog.paper.paper import Paper
from idekatalog.paper.press import press
from idekatalog.views.checklist import checklist
from idekatalog.views.handouts import handouts
from idekatalog.views.template import template
from places import ROOT

CATALOGUE = load(ROOT)
EDITION = CATALOGUE.edition("https://katalog.example/")
FILM = CATALOGUE.films[0]
PRACTICE = CATALOGUE.practices[0]
NAMED = [("Navn", "Text"), ("Klasse", "Text"), ("Dato", "Text")]


def papers() -> Iterator[Paper]:
    yield from documents.handouts(FILM, handouts(FILM), EDITION)
    yield from documents.checklists(PRACTICE, lambda: checklist(PRACTICE, CATALOGUE), EDITION)
    for record in CATALOGUE.templates:
        yield from documents.templates(record, lambda record=record: template(record, CATALOGUE), EDITION)


def made(papers: Sequence[Paper]) -> dict[str, bytes]:
    return {paper.address.rpartition("/")[2]: content for paper, content in zip(papers, press(papers), strict=True)}


@pytest.fixture(scope="module")
def printed() -> list[Paper]:
    """The PDFs of the film, of a checklist, and of every template."""
    return [paper for paper in papers() if paper.address.endswith(".pdf")]


@pytest.fixture(scope="module")
def sheets(printed: list[Paper]) -> dict[str, bytes]:
    return made(printed)


def fields(pdf: bytes) -> list[tuple[str, str]]:
    """The name and the kind of every field, page by page."""
    with pymupdf.open(stream=pdf) as document:
        return [(field.field_label, field.field_type_string) for page in document for field in page.widgets()]


def is_multiline(pdf: bytes, name: str) -> bool:
    with pymupdf.open(stream=pdf) as document:
        (found,) = [field for page in document for field in page.widgets() if field.field_label == name]
        return bool(found.field_flags & pymupdf.PDF_TX_FIELD_IS_MULTILINE)


def test_pupils_write_their_answers_in_the_pdf(sheets: dict[str, bytes]) -> None:
    numbered = [[f"{number}. {one.text}" for number, one in enumerate(topic.questions, 1)] for topic in FILM.topics]
    asked = [[*NAMED, *((name, "Text") for name in names)] for names in numbered]
    assert fields(sheets["elevark.pdf"]) == [field for topic in asked for field in topic]
    assert is_multiline(sheets["elevark.pdf"], numbered[0][0])
    # With help, the beginning of an answer is part of what is asked.
    helped = [name for name, _ in fields(sheets["elevark-med-hjaelp.pdf"])]
    assert helped[3] == f"{numbered[0][0]} {FILM.topics[0].questions[0].starter}"
    assert len(helped) == len(fields(sheets["elevark.pdf"]))


def test_what_is_the_editors_is_read_aloud_without_its_mark(sheets: dict[str, bytes]) -> None:
    endings = [(f"{number}. {item.text}", "Text") for number, item in enumerate(FILM.ending, 1)]
    assert fields(sheets["exitbillet.pdf"]) == [*NAMED, *endings]
    assert all(item.editorial for item in FILM.ending)


def test_a_template_has_a_field_for_every_place_to_write_and_none_to_draw(sheets: dict[str, bytes]) -> None:
    names = [name for name, _ in fields(sheets["elevark-tryghedsworkshop.pdf"])]
    assert names[:3] == ["Hold", "Klasse", "Dato"]
    assert names[4:] == [
        "Jeres historie (skriv ikke navne på andre):",
        "På en tryghedsvandring går man sammen rundt i området og taler om, hvordan trygheden kan øges. Find gode idéer til"
        " vandringer, som unge og ældre går sammen.",
        "Hvad fungerer godt for jer i bydelen?",
        "Hvad bekymrer eller irriterer jer?",
    ]


def test_a_checklist_is_ticked_and_a_table_filled_in(sheets: dict[str, bytes]) -> None:
    found = fields(sheets["tjekliste.pdf"])
    step = PRACTICE.steps[0].action
    assert (step, "CheckBox") in found
    assert {(f"{column}, {step}", "Text") for column in ("Hvem", "Hvornår", "Note")} <= set(found)
    assert found[-1] == ("Aftalt næste skridt", "Text")


def test_a_program_that_reads_aloud_and_the_keyboard_meet_every_field_in_order(sheets: dict[str, bytes]) -> None:
    with_fields = {name: pdf for name, pdf in sheets.items() if fields(pdf)}
    assert len(with_fields) > 20
    for name, pdf in with_fields.items():
        reader = PdfReader(io.BytesIO(pdf))
        root: Any = reader.trailer["/Root"]
        form = [field.idnum for field in root["/AcroForm"]["/Fields"]]
        assert [annotation.idnum for annotation in told(root["/StructTreeRoot"])] == form, name
        assert all(page["/Tabs"] == "/S" for page in reader.pages)
        every = [field.get_object() for field in root["/AcroForm"]["/Fields"]]
        assert all(field["/TU"].strip() and "/A" not in field for field in every), name
        assert len({field["/T"] for field in every}) == len(every)


def told(element: Any) -> Iterator[Any]:
    """The fields below an element of the structure, in the order of reading."""
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        below = child.get_object()
        if isinstance(below, dict) and below.get("/Type") == "/OBJR":
            if element["/S"] == "/Form":
                yield below.raw_get("/Obj")
        elif isinstance(below, dict):
            yield from told(below)


def test_fields_change_no_word_and_no_byte_from_one_time_to_the_next(
    printed: list[Paper], sheets: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    some = [paper for paper in printed if paper.address.endswith(("/elevark.pdf", "/tjekliste-a5.pdf"))]
    assert len(some) == 2
    for name, again in made(some).items():
        assert again == sheets[name]
    monkeypatch.setattr(form, "with_fields", lambda pdf: pdf)
    for name, without in made(some).items():
        assert without != sheets[name]
        assert words(without) == words(sheets[name])


def words(pdf: bytes) -> list[str]:
    with pymupdf.open(stream=pdf) as document:
        return [str(page.get_text()) for page in document]
