"""A guide in one screen: what one sees first, what is folded, and the two ways to see the steps."""

import pytest
from playwright.sync_api import Browser, Page, expect

from idekatalog.files.load import load
from places import ROOT

GUIDES = [record.id for record in load(ROOT).interventions]
TOP = "selector => document.querySelector(selector).getBoundingClientRect().top + scrollY"


@pytest.mark.parametrize(("width", "step", "longest"), [(1280, 850, 3800), (390, 1160, 6500)])
def test_a_guide_is_short_and_says_first_when_to_use_it(
    browser: Browser, address: str, width: int, step: int, longest: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for guide in GUIDES:
        page.goto(f"{address}/indsatser/{guide}/")
        assert page.evaluate(TOP, ".callout") <= 400, guide
        assert page.evaluate(TOP, ".steps > li") <= step, guide
        assert page.evaluate("document.documentElement.scrollHeight") <= longest, guide
    page.close()


def test_what_is_folded_opens_where_an_address_leads_to_it_without_a_script(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/indsatser/tryghedsvandringer/")
    expect(page.locator("#hvad-det-er")).to_be_hidden()
    page.goto(f"{address}/indsatser/tryghedsvandringer/#hvorfor")
    expect(page.locator("#hvorfor")).to_be_in_viewport()
    expect(page.locator("#hvad-det-er")).to_be_hidden()
    page.close()


def test_the_steps_are_seen_by_time_or_by_role(page: Page, address: str) -> None:
    page.goto(f"{address}/indsatser/turning-tables/")
    table, line = page.get_by_role("table"), page.locator(".timeline")
    expect(table).to_be_hidden()
    page.get_by_role("radio", name="Efter rolle").focus()
    page.keyboard.press("Space")
    expect(table.get_by_role("rowheader", name="Turning Tables Danmark")).to_be_visible()
    expect(line).to_be_hidden()
    page.get_by_role("radio", name="Efter tid").check(force=True)
    expect(line).to_be_visible()
    page.goto(f"{address}/indsatser/turning-tables/#hvem-goer-hvad")
    expect(table).to_be_visible()


def test_the_toolbar_stays_in_sight_and_shares_the_address(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/indsatser/skattejagt/#kilder", wait_until="networkidle")
    expect(page.locator("#kilder")).to_be_visible()
    expect(page.get_by_role("link", name="Tjekliste", exact=True)).to_be_in_viewport(ratio=1)
    page.get_by_text("Del", exact=True).click()
    expect(page.get_by_label("Sidens adresse")).to_have_value(f"{address}/indsatser/skattejagt/")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Sidens adresse")).to_be_hidden()


@pytest.mark.chromium_only("only Chromium prints to a file")
def test_on_paper_nothing_is_folded(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/indsatser/tryghedsvandringer/")
    page.emulate_media(media="print")
    for hidden in page.locator("article details:not(.menu) > :not(summary)").all():
        assert hidden.bounding_box()
    expect(page.locator(".bar")).to_be_hidden()
    page.close()
