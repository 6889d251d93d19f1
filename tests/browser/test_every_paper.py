"""What is written on a sheet is on its paper, however small the paper and however large the letters."""

import pytest
from playwright.sync_api import Page

from papers import cut, fill, missing, printed, sheets

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
