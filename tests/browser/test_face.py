"""What a visitor sees first: the start page, a guide, and the ways round."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from idekatalog.files.load import load
from idekatalog.views.start import start
from places import ROOT

CATALOGUE = load(ROOT)
INTERVENTIONS = CATALOGUE.interventions
FILM = CATALOGUE.films[0]
START = start(CATALOGUE)
DESK = {"width": 1280, "height": 900}


def test_the_start_page_opens_with_a_search_and_doors(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(address)
    main = page.get_by_role("main")
    expect(main.get_by_role("combobox", name="Søg")).to_be_in_viewport(ratio=1)
    assert page.get_by_role("search").count() == 1
    for door in START.cards["roller"].cards:
        expect(main.locator(".doors").get_by_role("link", name=door.title, exact=True)).to_be_in_viewport(ratio=1)


def test_the_start_page_leads_to_all_that_its_author_asks_for(page: Page, address: str) -> None:
    page.goto(address)
    main = page.get_by_role("main")
    for name, look in (("roller", ".doors"), ("udfordringer", ".tiles"), ("indsatser", ".cards")):
        assert main.locator(f"{look} h3").all_inner_texts() == [card.title for card in START.cards[name].cards]
    assert main.locator(".number b").all_inner_texts() == [number.who for number in START.numbers]
    assert main.locator(".loop strong").all_inner_texts() == ["Samarbejde", "Kortlægning", "Analyse", "Indsats"]


def test_a_search_that_is_proposed_finds_something(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name=START.tries[0][0], exact=True).click()
    page.locator("#soegeresultater li").first.wait_for()
    assert page.locator("#soegeord").input_value() == START.tries[0][0]


def test_all_of_a_card_leads_to_its_guide(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(address)
    # Forced, for the link lies over the words.
    page.locator(".cards").get_by_text(INTERVENTIONS[0].problem).click(force=True)
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


def test_a_page_says_where_it_is(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(f"{address}/indsatser/skattejagt/")
    assert page.get_by_role("navigation", name="Du er her").get_by_role("link").all_inner_texts() == ["Start", "Indsatser"]
    menu = page.get_by_role("navigation", name="Hovedmenu")
    assert menu.locator("[aria-current]:visible").all_inner_texts() == ["Indsatser"]


def test_each_page_of_a_chapter_leads_to_the_others(page: Page, address: str) -> None:
    page.goto(f"{address}/analyse/")
    others = page.get_by_role("navigation", name="Mere under Modellen")
    expect(others.get_by_role("link", name="Analyse", exact=True)).to_have_count(0)
    others.get_by_role("link", name="Kortlæg området").click()
    assert page.url == f"{address}/metoder/"


def test_on_a_phone_the_menu_opens_by_keyboard_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(f"{address}/indsatser/skattejagt/")
    page.get_by_text("Menu", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Undervisning").click()
    assert page.url == f"{address}/undervisning/"
    page.close()


def test_an_address_that_leads_nowhere_leads_on(page: Page, address: str, site: Path) -> None:
    page.route("**/tryghedsvandring/rute/", lambda route: route.fulfill(status=404, path=site / "404.html"))
    page.goto(f"{address}/tryghedsvandring/rute/")
    page.get_by_role("button", name="Gæt").click()
    guesses = page.locator("#gaet").get_by_role("link")
    guesses.first.wait_for()
    assert "Tryghedsvandringer" in guesses.all_inner_texts()
    page.locator(".doors").get_by_role("link").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == START.cards["roller"].cards[0].title


def test_a_page_weighs_at_most_45_kilobytes_and_90_with_its_pictures(browser: Browser, address: str) -> None:
    paths = ["/", "/indsatser/", "/soeg/", "/plan/", "/404.html", *(f"/indsatser/{record.id}/" for record in INTERVENTIONS)]
    # A plan fetches its guides, and a search what its words stand in.
    more = {
        f"/plan/?valg={INTERVENTIONS[0].id},{INTERVENTIONS[1].id}": 48_000,
        "/soeg/?q=unge+på+brandtrappen": 90_000,
        # A lesson is the longest page of all.
        f"/undervisning/{FILM.id}/": 47_000,
    }
    visits: list[tuple[str, Page, list[Response]]] = []
    # All of them at once, each for somebody who has never been here.
    for path in (*paths, *more):
        page, responses = browser.new_page(), list[Response]()
        page.on("response", lambda response, seen=responses: seen.append(response))
        page.goto(address + path, wait_until="commit")
        visits.append((path, page, responses))
    words, all_of_it = dict[str, int](), dict[str, int]()
    for path, page, responses in visits:
        page.wait_for_load_state("networkidle", timeout=120_000)
        sizes = {
            response.url: len(body if response.url.endswith(".woff2") else gzip.compress(body))
            for response in responses
            for body in [response.body()]
        }
        words[path] = sum(size for url, size in sizes.items() if not url.endswith((".svg", ".png")))
        all_of_it[path] = sum(sizes.values())
        page.close()
    assert {path: size for path, size in words.items() if not 10_000 < size <= more.get(path, 45_000)} == {}
    assert {path: size for path, size in all_of_it.items() if size > 90_000} == {}


def test_on_paper_a_guide_is_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}/indsatser/beboermoede/")
    page.emulate_media(media="print")
    for gone in ("header", "footer a", "nav", ".soegefelt"):
        assert not any(element.is_visible() for element in page.locator(gone).all()), gone
    assert "CC BY 4.0" in page.locator("footer").inner_text()
    for heading in page.get_by_role("heading", level=2).all():
        assert heading.is_visible()
