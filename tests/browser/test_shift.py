"""Nothing moves while a page comes: what a script fills in has its place from the beginning."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route

# A page of every kind, and what is on it when its scripts have filled it in.
KINDS = {
    "/": "h1",
    "/indsatser/skattejagt/": "h1",
    "/indsatser/skattejagt/tjekliste/": ".fold",
    "/ordliste/": "h1",
    "/find/": ".find-svar ol > li",
    "/find/?udfordringer=utryghed&sammenlign=beboermoede,feedback": ".find-svar ol > li",
    "/sammenlign/?sammenlign=beboermoede,feedback": "[role=table]",
    "/soeg/": "h1",
    "/soeg/?q=utryg+opgang": "#soegeresultater li",
    "/plan/?valg=beboermoede,feedback": "#samlet table",
    "/kort/": ".kort-knap",
}
# The largest sum of shifts that people do not mind: https://web.dev/articles/cls
LIMIT = 0.1
SUM_UP = """window.shifts = []
new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value, sources }) => (
  { value, what: sources.map(({ node }) => (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML.slice(0, 80)) }
)))).observe({ type: "layout-shift", buffered: true })"""


def drawn(page: Page) -> None:
    """Until the browser has drawn the page as it is now."""
    page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


def slow(page: Page) -> None:
    """As on a slow line: every script and every file of data comes after the page has been drawn without it."""

    def late(route: Route) -> None:
        drawn(page)
        route.continue_()

    page.route(re.compile(r"\.js(on)?$"), late)
    page.route("**/assets/levende.js", lambda route: route.continue_())


@pytest.mark.chromium_only("only Chromium counts what moves")
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_comes(browser: Browser, address: str, width: int) -> None:
    moved = {}
    for path, filled in KINDS.items():
        page = browser.new_page(viewport={"width": width, "height": 740})
        page.add_init_script(SUM_UP)
        slow(page)
        page.goto(address + path)
        page.locator(filled).first.wait_for()
        drawn(page)
        shifts = page.evaluate("shifts")
        if sum(shift["value"] for shift in shifts) > LIMIT:
            moved[path] = shifts
        page.close()
    assert moved == {}


def test_passages_are_fetched_of_the_results_that_are_shown_and_each_file_once(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/soeg/?q=utryg+opgang", wait_until="networkidle")
    page.locator("#soegeresultater .passage:not(:empty)").first.wait_for()
    shown = page.locator("#soegeresultater > li:visible")
    assert page.locator("#soegeresultater .passage:not(:empty)").count() == shown.count() == 8
    assert page.locator("#soegeresultater > li").count() > 10
    texts = [url for url in asked if "/tekst/" in url]
    assert 0 < len(texts) == len(set(texts)) <= 8
