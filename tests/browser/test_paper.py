"""What a practitioner carries into the meeting: the checklist on A4."""

import io

import pymupdf
import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from idekatalog.files.load import load
from idekatalog.records.practice import Intervention
from papers import bare
from places import ROOT

A4 = (595, 842)
INTERVENTIONS = load(ROOT).interventions


@pytest.fixture(params=INTERVENTIONS, ids=lambda record: record.id)
def record(request: pytest.FixtureRequest) -> Intervention:
    return request.param


def printed(page: Page, url: str) -> PdfReader:
    page.goto(url)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_every_step_and_every_warning_is_on_the_paper(record: Intervention, page: Page, address: str) -> None:
    sheet = printed(page, f"{address}/indsatser/{record.id}/tjekliste/")
    text = bare("".join(leaf.extract_text() for leaf in sheet.pages))
    steps = (line for step in record.steps for line in (step.action, step.on_paper) if line)
    items = (item.text for item in (*record.care, *record.materials, *record.questions))
    for line in (record.title, *steps, *items, "Aftalt næste skridt"):
        assert bare(line) in text, line
    for leaf in sheet.pages:
        assert [float(leaf.mediabox.width), float(leaf.mediabox.height)] == pytest.approx(A4, abs=1)
    # What it is and where it is from: at the end, and not twice.
    assert bare(f"{record.id} · version {record.version}") in bare(sheet.pages[-1].extract_text())
    assert text.count(bare("CC BY 4.0")) == 1


@pytest.mark.chromium_only("Firefox prints nothing in the margins of a page")
@pytest.mark.parametrize("url", ["indsatser/beboermoede/tjekliste/", "skabeloner/ruteark-tryghedsvandring/"])
def test_a_page_that_got_lost_says_which_it_is(url: str, page: Page, address: str) -> None:
    sheet = printed(page, f"{address}/{url}")
    assert len(sheet.pages) > 1
    for number, leaf in enumerate(sheet.pages, 1):
        text = bare(leaf.extract_text())
        assert bare(url.split("/")[1]) in text
        assert f"side{number}/{len(sheet.pages)}" in text


def test_boxes_can_be_ticked_with_a_pen_and_nothing_is_clipped(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    # An A4 page between its margins, in CSS pixels.
    page.set_viewport_size({"width": 680, "height": 1000})
    millimetre = 96 / 25.4
    for record in INTERVENTIONS:
        page.goto(f"{address}/indsatser/{record.id}/tjekliste/")
        for box in page.locator("input[type=checkbox]").all():
            size = box.bounding_box()
            assert size is not None
            assert min(size["width"], size["height"]) >= 5 * millimetre
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), record.id
        clipped = "[...document.querySelectorAll('td, th, li, h1, h2')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.innerText)"
        assert page.evaluate(clipped) == [], record.id


def test_the_last_page_of_an_empty_sheet_is_worth_its_paper(record: Intervention, page: Page, address: str) -> None:
    last = printed(page, f"{address}/indsatser/{record.id}/tjekliste/").pages[-1].extract_text()
    assert "Vores egne punkter" in last
    assert "Aftalt næste skridt" in last


def test_no_row_is_split_between_two_pages(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    for record in INTERVENTIONS:
        page.goto(f"{address}/indsatser/{record.id}/tjekliste/")
        assert page.evaluate("[...document.querySelectorAll('tr')].every(row => getComputedStyle(row).breakInside === 'avoid')")


def test_the_sheet_needs_no_colour(page: Page, address: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{address}/indsatser/beboermoede/tjekliste/")
    # As a black and white printer sees it.
    dark = """[...document.querySelectorAll('#ark *')].every(e => {
        const [r, g, b] = getComputedStyle(e).color.match(/\\d+/g).map(Number)
        return .3 * r + .59 * g + .11 * b < 95
    })"""
    assert page.evaluate(dark)


def test_the_browser_prints_the_letters_of_the_document(page: Page, address: str) -> None:
    for url, document in (
        ("indsatser/beboermoede/tjekliste/", "indsatser/beboermoede/tjekliste.pdf"),
        ("skabeloner/kortlaegningsark/", "skabeloner/kortlaegningsark/kortlaegningsark.pdf"),
    ):
        sheet = pymupdf.open(stream=page.request.get(f"{address}/{document}").body())
        page.goto(f"{address}/{url}", wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        own = pymupdf.open(stream=page.pdf(prefer_css_page_size=True))
        for paper in (sheet, own):
            # Firefox has the dots of its lists in a font of its own.
            letters = {font[3].split("+")[-1] for leaf in paper for font in leaf.get_fonts()} - {"Mozilla_Bullet"}
            assert all(name.startswith("AtkinsonHyperlegibleNext") for name in letters), letters
        # Without what stands at the foot of every page.
        first, printed = (paper[0].get_text(clip=pymupdf.Rect(0, 0, 600, 780)).split() for paper in (sheet, own))
        assert first[:4] == printed[:4]


@pytest.mark.chromium_only("only Chromium prints to a file")
def test_the_start_page_is_two_pages_of_paper(page: Page, address: str) -> None:
    assert len(printed(page, f"{address}/").pages) <= 2
