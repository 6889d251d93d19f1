"""What a visitor sees first: the start page, a guide, and the ways round."""

import gzip

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from idekatalog.files.load import load
from places import ROOT

INTERVENTIONS = load(ROOT).interventions


def test_the_start_page_opens_with_doors_parts_and_interventions(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    main = page.get_by_role("main")
    for door in ("Se alle indsatser", "Gå til undervisning", "Om kataloget"):
        expect(main.get_by_role("link", name=door, exact=True)).to_be_in_viewport(ratio=1)
    for part in ("Samarbejde", "Kortlægning", "Analyse", "Indsats"):
        expect(main.locator("ol").get_by_text(part, exact=True)).to_be_in_viewport(ratio=1)
    cards = main.get_by_role("heading", level=3)
    assert cards.all_inner_texts() == [record.title for record in INTERVENTIONS]
    for card in cards.all()[:3]:
        expect(card).to_be_in_viewport(ratio=1)


def test_all_of_a_card_leads_to_its_guide(page: Page, address: str) -> None:
    page.goto(address)
    # Forced, for the link lies over the words.
    page.get_by_text(INTERVENTIONS[0].summary).click(force=True)
    assert page.url == f"{address}/indsatser/{INTERVENTIONS[0].id}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_as_dark_as_the_visitor_asks_with_nothing_stored(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, java_script_enabled=False)  # type: ignore[arg-type]
    page.goto(address)
    page_and_letters = "[document.body].map(getComputedStyle).flatMap(s => [s.backgroundColor, s.color])"
    lightness = [sum(map(int, c[4:-1].split(", "))) / 3 for c in page.evaluate(page_and_letters)]
    assert (lightness[0] > lightness[1]) == (scheme == "light")
    assert abs(lightness[0] - lightness[1]) > 150
    page.close()


def test_beside_a_guide_stands_its_chapter_and_no_other_page(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/indsatser/skattejagt/")
    chapter = page.get_by_role("navigation", name="Indsatser")
    assert chapter.get_by_role("listitem").all_inner_texts() == [record.title for record in INTERVENTIONS]
    assert chapter.locator("[aria-current=page]").all_inner_texts() == ["Skattejagt"]
    assert page.get_by_role("navigation", name="Kapitler").locator("[aria-current]:visible").all_inner_texts() == ["Indsatser"]


def test_on_a_phone_the_chapters_open_by_keyboard_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(f"{address}/indsatser/skattejagt/")
    page.get_by_text("Menu", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Kapitler").get_by_role("link", name="Undervisning").click()
    assert page.url == f"{address}/undervisning/"
    page.close()


def test_a_guide_weighs_at_most_45_kilobytes(browser: Browser, address: str) -> None:
    weights: dict[str, int] = {}
    visits: list[tuple[Page, list[Response]]] = []
    # All of them at once, each for somebody who has never been here.
    for record in INTERVENTIONS:
        page, responses = browser.new_page(), list[Response]()
        page.on("response", lambda response, seen=responses: seen.append(response))
        page.goto(f"{address}/indsatser/{record.id}/", wait_until="commit")
        visits.append((page, responses))
    for page, responses in visits:
        page.wait_for_load_state("networkidle", timeout=120_000)
        bodies = {response.url: response.body() for response in responses}
        weights[page.url] = sum(len(body if url.endswith(".woff2") else gzip.compress(body)) for url, body in bodies.items())
        page.close()
    assert len(weights) == len(INTERVENTIONS)
    assert {url: weight for url, weight in weights.items() if not 10_000 < weight <= 45_000} == {}


def test_on_paper_a_guide_is_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}/indsatser/beboermoede/")
    page.emulate_media(media="print")
    for gone in ("header", "footer a", "nav", ".soegefelt"):
        assert not any(element.is_visible() for element in page.locator(gone).all()), gone
    assert "CC BY 4.0" in page.locator("footer").inner_text()
    for heading in page.get_by_role("heading", level=2).all():
        assert heading.is_visible()
