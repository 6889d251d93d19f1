"""Every sheet, filled in, on every paper, at both sizes of letters; in the browser that --engine names.

Named so that only who names it runs it: make browsers.
"""

import pytest
from playwright.sync_api import Page

from papers import PAPERS, SCALES, Sheet, cut, fill, missing, printed, sheets


@pytest.mark.parametrize("sheet", list(sheets()), ids=lambda sheet: sheet.url.split("?")[0])
def test_all_that_is_written_is_on_the_paper(sheet: Sheet, page: Page, address: str) -> None:
    page.goto(f"{address}/{sheet.url}", wait_until="networkidle")
    expected = [*sheet.texts, *fill(page), *sheet.imprint]
    for size in PAPERS:
        for scale in SCALES:
            paper = printed(page, size, scale)
            assert missing(paper, expected) == [], (size, scale)
            assert cut(paper) == [], (size, scale)
