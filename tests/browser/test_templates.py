"""A template on paper: all of it, on A4, with room for a pen; and on a telephone."""

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from idekatalog.files.load import load
from idekatalog.records.template import Template
from papers import bare, block_texts
from places import ROOT

A4 = [595, 842]
MILLIMETRE = 96 / 25.4
TEMPLATES = load(ROOT).templates


@pytest.fixture(params=TEMPLATES, ids=lambda record: record.id)
def record(request: pytest.FixtureRequest) -> Template:
    return request.param


def test_every_text_of_the_record_is_on_the_paper(record: Template, page: Page, address: str) -> None:
    page.goto(f"{address}/skabeloner/{record.id}/")
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    leaves = [bare(leaf.extract_text()) for leaf in sheet.pages]
    blocks = record.model_dump(mode="json", by_alias=True, exclude_none=True)["blokke"]
    for text in (record.heading or record.title, *block_texts(blocks)):
        assert bare(text) in "".join(leaves), text
    # What the editors have made up is told to whoever uses the sheet, and not to whoever is handed it.
    for text in record.suggestions:
        assert bare(text) in bare(page.inner_text("main")), text
        assert bare(text) not in "".join(leaves), text
    for leaf in sheet.pages:
        size = [float(leaf.mediabox.width), float(leaf.mediabox.height)]
        assert size == pytest.approx(A4[::-1] if record.landscape else A4, abs=1)
    assert bare(f"{record.id} · version {record.version}") in leaves[-1]
    assert "".join(leaves).count(bare("CC BY 4.0")) == 1


def test_nothing_is_clipped_no_row_is_split_and_a_pen_has_room(record: Template, page: Page, address: str) -> None:
    page.emulate_media(media="print")
    # An A4 page between its margins, in CSS pixels.
    page.set_viewport_size({"width": round((267 if record.landscape else 180) * MILLIMETRE), "height": 1000})
    page.goto(f"{address}/skabeloner/{record.id}/")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    clipped = """[...document.querySelectorAll('main *')].filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1
        && getComputedStyle(e).display !== 'inline').map(e => e.innerText)"""
    assert page.evaluate(clipped) == []
    whole = "tr, .deck li, .frame, .choice, .ticks li, .blanks div"
    assert page.evaluate(f"[...document.querySelectorAll('{whole}')].every(e => getComputedStyle(e).breakInside === 'avoid')")
    lines = "[...document.querySelectorAll('tbody tr, .line, .blanks div')].map(e => e.getBoundingClientRect().height)"
    assert all(height >= 8.9 * MILLIMETRE for height in page.evaluate(lines))


def test_a_template_is_read_on_a_telephone(record: Template, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{address}/skabeloner/{record.id}/")
    # A scroll bar may take some of the width.
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.get_by_text(record.summary).is_visible()


def test_no_sign_needs_its_colour(page: Page, address: str) -> None:
    """In black and white every sign is told by its shape and its word."""
    for id, words in (("analyseark", {"Rød", "Gul", "Grøn"}), ("ruteark-tryghedsvandring", {"Hjerte", "Stjerne"})):
        page.goto(f"{address}/skabeloner/{id}/")
        signs = page.locator(".sign").evaluate_all(
            "e => e.map(s => [s.innerText.trim(), s.querySelector('svg').children[0].outerHTML])"
        )
        shapes = {re.sub(r' (fill|stroke)[^=]*="[^"]*"', "", shape): word for word, shape in signs}
        assert sorted(shapes.values()) == sorted(words)


def test_from_the_front_page_to_a_template_and_back_to_its_guide(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Skabeloner").first.click()
    page.get_by_role("main").get_by_role("link", name=re.compile("Logbog over henvendelser")).first.click()
    sheet = page.get_by_role("link", name="Hent tabellen som regneark").evaluate("link => link.href")
    assert page.request.get(sheet).body().decode("utf-8-sig").startswith("Nr.;Dato;")
    page.get_by_role("link", name="Feedback").click()
    assert page.get_by_role("main").get_by_role("heading", name="Skabeloner").is_visible()


def test_a_template_is_written_on_the_screen_and_printed_as_written(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}/skabeloner/ruteark-tryghedsvandring/")
    assert page.locator(".felt").count() == 0
    page.get_by_role("button", name="Udfyld", exact=True).click()
    page.get_by_label("Område").fill("Grantoften")
    page.get_by_label("Sted, række 1", exact=True).first.fill("Legepladsen bag nummer 12, og stien ned til søen")
    paper = "".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    for typed in ("Grantoften", "Legepladsen bag nummer 12, og stien ned til søen"):
        assert bare(typed) in bare(paper)
    assert bare("Udfyld") not in bare(paper)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
