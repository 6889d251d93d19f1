"""Who cannot name it gets there by what they see and what they have."""

import io

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from idekatalog.files.load import load
from papers import bare
from places import ROOT

CATALOGUE = load(ROOT).published()


@pytest.fixture
def find_page(page: Page, address: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/find/")
    expect(page.locator(".find-svar li").first).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    return page.locator(".find-svar h3 a").all_inner_texts()


def test_every_choice_narrows_what_fits_and_says_why(find_page: Page) -> None:
    challenge, group = CATALOGUE.vocabulary.terms("udfordringer")[0], CATALOGUE.vocabulary.terms("maalgrupper")[1]
    find_page.get_by_role("checkbox", name=challenge.label).check()
    fit = [record for record in CATALOGUE.practices if challenge.value in record.challenges]
    assert shown(find_page) == [record.title for record in fit]
    find_page.get_by_text("Hvem er det for?").click()
    find_page.get_by_role("checkbox", name=group.label).check()
    fit = [record for record in fit if group.value in record.target_groups]
    assert shown(find_page) == [record.title for record in fit]
    expect(find_page.locator(".find-grund").first).to_have_text(f"Passer, fordi: {challenge.label} · {group.label}")
    expect(find_page.get_by_role("main").get_by_role("status")).to_have_text(f"{len(fit)} af 17 guider passer til dine valg.")


def test_each_box_says_how_many_would_be_left_and_what_nothing_fits_cannot_be_chosen(find_page: Page) -> None:
    find_page.get_by_role("checkbox", name="Beboere er utrygge").check()
    fit = [record for record in CATALOGUE.practices if "utryghed" in record.challenges]
    for term in CATALOGUE.vocabulary.terms("udfordringer"):
        left = sum(term.value in record.challenges for record in fit)
        item = find_page.locator(f"[data-name=udfordringer] li[data-value={term.value}]")
        if item.count():
            expect(item).to_contain_text(f"({left})" if left else "(ingen passer)")
            assert item.get_by_role("checkbox").is_enabled() == (left > 0)


def test_a_choice_is_taken_back_by_its_name_by_its_box_and_by_the_browser(find_page: Page) -> None:
    everything = shown(find_page)
    box = find_page.get_by_role("checkbox", name="Beboere er utrygge")
    box.check()
    find_page.get_by_role("button", name="Fjern Beboere er utrygge").click()
    assert shown(find_page) == everything
    box.check()
    box.uncheck()
    assert shown(find_page) == everything
    box.check()
    find_page.go_back()
    expect(box).not_to_be_checked()
    assert shown(find_page) == everything


def test_the_address_holds_the_choices_and_can_be_sent(page: Page, address: str) -> None:
    page.goto(f"{address}/find/?udfordringer=utryghed&roller=ssp,findes-ikke")
    expect(page.get_by_role("checkbox", name="SSP")).to_be_checked()
    fit = [r for r in CATALOGUE.practices if "utryghed" in r.challenges and "ssp" in [role.role for role in r.roles]]
    assert shown(page) == [record.title for record in fit]


def test_by_keyboard_a_choice_is_made_and_taken_back(find_page: Page) -> None:
    find_page.get_by_role("checkbox", name="Beboere er utrygge").focus()
    find_page.keyboard.press("Space")
    remove = find_page.get_by_role("button", name="Fjern Beboere er utrygge")
    remove.focus()
    find_page.keyboard.press("Enter")
    expect(remove).to_have_count(0)
    assert find_page.evaluate("document.activeElement !== document.body")


def test_two_to_four_are_compared_side_by_side_and_printed(find_page: Page) -> None:
    records = CATALOGUE.interventions[:5]
    for record in records[:4]:
        find_page.get_by_role("checkbox", name=f"Sammenlign {record.title}").check()
    assert find_page.get_by_role("checkbox", name=f"Sammenlign {records[4].title}").is_disabled()
    table = find_page.get_by_role("table")
    assert table.get_by_role("columnheader").all_inner_texts() == [record.title for record in records[:4]]
    for record in records[:4]:
        for step in record.steps:
            expect(table).to_contain_text(step.action)
    titles = ", ".join(record.title for record in records[:4])
    expect(find_page.locator("#sagt")).to_have_text(f"4 står side om side nederst på siden: {titles}.")
    assert "sammenlign=" in find_page.url
    paper = PdfReader(io.BytesIO(find_page.pdf(format="A4")))
    text = bare("".join(leaf.extract_text() for leaf in paper.pages))
    for record in records[:4]:
        for step in record.steps:
            assert bare(step.action) in text


def test_without_a_script_the_choices_are_lists_with_links(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/find/")
    page.get_by_role("link", name="Beboere er utrygge").click()
    assert page.url == f"{address}/udfordringer/#beboere-er-utrygge"
    page.close()


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_nothing_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}/find/?udfordringer=utryghed&sammenlign=beboermoede,opgangsmoeder")
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
