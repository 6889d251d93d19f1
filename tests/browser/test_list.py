"""Lists of cards: filters, the page of a role, and what they cost."""

import gzip

import pymupdf
import pytest
from playwright.sync_api import Browser, Page, Response

from idekatalog.files.load import load
from idekatalog.records.practice import Intervention
from idekatalog.views.listing import listed
from places import ROOT

CATALOGUE = load(ROOT)
LIST = listed(Intervention, CATALOGUE)


def shown(page: Page) -> list[str]:
    return [card.inner_text() for card in page.locator(".card:not(.find) h2").all() if card.is_visible()]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_filter_shows_what_fits_says_how_many_and_keeps_the_way_on(browser: Browser, address: str, javascript: bool) -> None:
    with browser.new_context(java_script_enabled=javascript) as context:
        page = context.new_page()
        page.goto(f"{address}/indsatser/")
        everything = [card.title for card in LIST.cards if "find" not in card.marks]
        assert shown(page) == everything
        # By keyboard: the first of each row is chosen, an arrow chooses the next.
        page.get_by_role("radio", name="Alle", exact=True).focus()
        page.keyboard.press("ArrowRight")
        fits = [card.title for card in LIST.cards if "f1-1" in card.marks]
        assert 0 < len(fits) < len(everything)
        assert shown(page) == fits
        count = page.locator(".count span").evaluate("e => getComputedStyle(e, '::before').content")
        assert str(len(fits)) in count or "counter" in count
        assert page.get_by_role("link", name="Find det, der hjælper").last.is_visible()
        if javascript:
            assert page.locator("#sagt").inner_text() == f"Viser {len(fits)} af {len(everything)}."


def test_the_page_of_a_role_is_one_sheet_of_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/roller/lokalpoliti/")
    assert len(pymupdf.open(stream=page.pdf(format="A4", prefer_css_page_size=True))) == 1


def test_an_old_address_of_a_role_leads_to_its_tile(page: Page, address: str) -> None:
    page.goto(f"{address}/roller/#lokalpoliti")
    page.locator("#lokalpoliti").get_by_role("link").click()
    assert page.url == f"{address}/roller/lokalpoliti/"
    assert page.get_by_role("heading", level=1).inner_text() == "Lokalpoliti"


@pytest.mark.parametrize("path", ["indsatser", "roller", "roller/arrangoer", "skabeloner", "udfordringer"])
def test_a_list_weighs_at_most_45_kilobytes_and_90_with_its_pictures(browser: Browser, address: str, path: str) -> None:
    page, responses = browser.new_page(), list[Response]()
    page.on("response", lambda response: responses.append(response))
    page.goto(f"{address}/{path}/", wait_until="networkidle")
    bodies = {response.url: response.body() for response in responses}
    page.close()
    weights = {url: len(body if url.endswith((".woff2", ".png")) else gzip.compress(body)) for url, body in bodies.items()}
    pictures = sum(weight for url, weight in weights.items() if url.endswith((".svg", ".png")))
    assert 10_000 < sum(weights.values()) - pictures <= 45_000
    assert sum(weights.values()) <= 90_000
