"""What is written on a sheet is on its paper, however small the paper and however large the letters."""

import mimetypes
import re

import pymupdf
import pytest
from playwright.sync_api import Page

from idekatalog.publishing.artefacts import Artefact, publish
from papers import CATALOGUE, cut, fill, missing, printed, sheets
from places import PLUGINS

SHEETS = list(sheets())
# One of each kind. All of them on every paper, and in other browsers: make browsers.
KINDS = (
    "tjekliste/",
    "plan/",
    "elevark-1/",
    "samtalekort/",
    "dias/",
    "indbydelse-opslag/",
    "ruteark-tryghedsvandring/",
    "sammenlign/",
    "kort/",
)


@pytest.mark.parametrize("kind", KINDS)
def test_large_print_on_small_paper_holds_all_that_is_written(kind: str, page: Page, address: str) -> None:
    sheet = next(sheet for sheet in SHEETS if sheet.url.split("?")[0].endswith(kind))
    page.goto(f"{address}/{sheet.url}", wait_until="networkidle")
    typed = fill(page)
    paper = printed(page, "A5", 1.3)
    assert missing(paper, [*sheet.texts, *typed, *sheet.imprint]) == []
    assert cut(paper) == []


ADDRESS = "https://kommune.example/katalog/"
# How many A4 pages each may be: those of its PDF.
PAGES = {"tjekliste/index.html": 2, "elevark-1/index.html": 2, "elevark-2/index.html": 1}


THEME = PLUGINS / "mkdocs_idekatalog/theme"
# What of the theme decides how a sheet is printed.
FRAME = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{0}tokens.css"><link rel="stylesheet" href="{0}base.css">
<link rel="stylesheet" href="{0}print.css"><body><main><div class="wrap"><article data-kind="ark">{1}</article></div></main>"""


@pytest.fixture(scope="module")
def addressed() -> dict[str, Artefact]:
    """The site that knows its address, and prints it on its sheets; without documents."""
    return {f"{ADDRESS}{artefact.uri}": artefact for artefact in publish(CATALOGUE, ADDRESS, press=None)}


def body(url: str, addressed: dict[str, Artefact]) -> bytes:
    """A file of the site; a page in as much of the theme as is printed."""
    if url not in addressed:
        return (THEME / url.removeprefix(ADDRESS)).read_bytes()
    made = addressed[url]
    return FRAME.format(f"{ADDRESS}assets/stylesheets/", made.page().html).encode() if made.page else made.content


@pytest.mark.chromium_only("How much stands on a page is counted in one browser")
def test_a_sheet_with_an_address_is_no_longer_than_its_document(page: Page, addressed: dict[str, Artefact]) -> None:
    page.route(
        f"{ADDRESS}**",
        lambda route: route.fulfill(
            body=body(route.request.url, addressed), content_type=mimetypes.guess_type(route.request.url)[0]
        ),
    )
    pages = {}
    for url, most in ((url, most) for ending, most in PAGES.items() for url in addressed if re.search(f"/{ending}$", url)):
        page.goto(url)
        page.evaluate("document.fonts.ready")
        assert page.locator(".place, .from, footer").filter(has_text=ADDRESS).count() > 0, url
        if (count := len(pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf"))) > most:
            pages[url] = count
    assert pages == {}
