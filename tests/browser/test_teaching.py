"""What a teacher takes to class: a sheet for each theme, cards to cut out, slides for the board."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from idekatalog.files.load import load
from papers import bare
from places import ROOT

FILM = load(ROOT).films[0]
QUESTIONS = [question.text for topic in FILM.topics for question in topic.questions]


def printed(page: Page, url: str) -> list[str]:
    """The text of every printed page, bare."""
    page.goto(url)
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [bare(leaf.extract_text()) for leaf in sheet.pages]


def test_from_the_front_page_to_a_sheet_to_hand_out(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("main").locator("a[href*='undervisning']").first.click()
    page.get_by_role("link", name=FILM.title).first.click()
    page.get_by_role("link", name="Elevark").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == FILM.topics[0].title


def test_a_pupils_sheet_is_one_page_with_every_question_and_no_answer(page: Page, address: str) -> None:
    for number, topic in enumerate(FILM.topics, 1):
        leaves = printed(page, f"{address}/undervisning/{FILM.id}/elevark-{number}/")
        assert len(leaves) == 1, topic.title
        for question in topic.questions:
            assert bare(question.text) in leaves[0]


def test_eight_cards_to_a_page(page: Page, address: str) -> None:
    leaves = printed(page, f"{address}/undervisning/{FILM.id}/samtalekort/")
    for number, leaf in enumerate(leaves):
        for question in QUESTIONS[8 * number : 8 * number + 8]:
            assert bare(question) in leaf
    assert len(leaves) == -(-len(QUESTIONS) // 8)


# Firefox is started with reduced motion, and its driver cannot change that: so the style sheet's own rule for those who want
# movement is made to hold for everybody. How the page scrolls then is what the style sheet says.
MOVEMENT = """() => {
    for (const rule of [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])) {
        if (rule.media?.mediaText === "(prefers-reduced-motion: no-preference)") rule.media.mediaText = "all"
    }
    return getComputedStyle(document.documentElement).scrollBehavior
}"""


@pytest.fixture
def at_once(page: Page, address: str) -> Page:
    """The slides, each of which comes at once, as for those who want no movement."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/undervisning/{FILM.id}/dias/")
    return page


@pytest.fixture
def on_the_board(page: Page, address: str) -> Page:
    """The slides, which glide from one to the next."""
    page.goto(f"{address}/undervisning/{FILM.id}/dias/")
    assert page.evaluate(MOVEMENT) == "smooth"
    return page


def slide_is(page: Page, number: int) -> None:
    """The keyboard is on this slide, and so, in the end, is the page."""
    expect(page.locator(f"#dias-{number}")).to_be_focused()
    page.wait_for_function(f"() => Math.abs(document.getElementById('dias-{number}').getBoundingClientRect().top) < 2")


def test_slides_are_turned_with_the_keyboard(at_once: Page) -> None:
    for question in QUESTIONS:
        at_once.keyboard.press("ArrowRight")
        assert at_once.locator("section:focus h2").inner_text() == question
    last = len(QUESTIONS)
    at_once.keyboard.press("ArrowRight")
    slide_is(at_once, last)
    for key, slide in (("ArrowLeft", last - 1), ("Home", 0), ("PageDown", 1), ("Space", 2), ("ArrowDown", 3), ("Shift+Space", 2)):
        at_once.keyboard.press(key)
        slide_is(at_once, slide)
    for key, slide in (("PageUp", 1), ("ArrowUp", 0), ("End", last)):
        at_once.keyboard.press(key)
        slide_is(at_once, slide)


def test_every_press_counts_while_the_page_still_glides(on_the_board: Page) -> None:
    for key in ("ArrowRight", "Space", "ArrowRight", "PageDown", "Shift+Space", "ArrowDown"):
        on_the_board.keyboard.press(key)
    slide_is(on_the_board, 4)


def test_keys_go_on_from_where_a_link_or_a_wheel_has_led(on_the_board: Page) -> None:
    on_the_board.get_by_role("link", name="Første spørgsmål").click()
    slide_is(on_the_board, 1)
    on_the_board.keyboard.press("ArrowRight")
    slide_is(on_the_board, 2)
    height = on_the_board.evaluate("innerHeight")
    on_the_board.mouse.wheel(0, 3 * height)
    on_the_board.wait_for_function(
        "() => Math.abs(document.getElementById('dias-5').getBoundingClientRect().top) < innerHeight / 3"
    )
    on_the_board.keyboard.press("ArrowRight")
    slide_is(on_the_board, 6)


def test_slides_are_a_handout_on_paper(page: Page, address: str) -> None:
    text = "".join(printed(page, f"{address}/undervisning/{FILM.id}/dias/"))
    assert all(bare(question) in text for question in QUESTIONS)
