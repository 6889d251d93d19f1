"""Every sheet, filled in, on every paper, at both sizes of letters; in the browser that --engine names.

Named so that only who names it runs it: make browsers.
"""

import pytest
from playwright.sync_api import Page

from papers import PAPERS, SCALES, SITE, Sheet, cut, ends_with_words, fill, missing, printed, sheets


@pytest.mark.parametrize("sheet", list(sheets()), ids=lambda sheet: sheet.url.split("?")[0])
def test_all_that_is_written_is_on_the_paper(sheet: Sheet, page: Page, address: str) -> None:
    page.goto(f"{address}/{sheet.url}", wait_until="networkidle")
    written = [*sheet.texts, *fill(page)]
    for size in PAPERS:
        for scale in SCALES:
            paper = printed(page, size, scale)
            assert missing(paper, [*written, *sheet.imprint]) == [], (size, scale)
            assert cut(paper) == [], (size, scale)
            # A long table on small paper fills its last page, and Firefox keeps nothing together with a table.
            if size != "A5" and scale == 1 and sheet.imprint != SITE:
                assert ends_with_words(paper, written), size
