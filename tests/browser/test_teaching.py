"""What a teacher takes to class: a sheet for each theme, cards to cut out, slides for the board."""

import io
import re

from playwright.sync_api import Page
from pypdf import PdfReader

from catalogue.load import load
from places import ROOT

FILM = load(ROOT).films[0]
QUESTIONS = [question.text for topic in FILM.topics for question in topic.questions]


def printed(page: Page, url: str) -> list[str]:
    """The text of every printed page, without white space."""
    page.goto(url)
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [re.sub(r"\s+", "", leaf.extract_text()) for leaf in sheet.pages]


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


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


def test_slides_are_turned_with_the_keyboard(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/undervisning/{FILM.id}/dias/")
    for question in QUESTIONS:
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.tagName === 'SECTION'")
        assert page.evaluate("document.activeElement.querySelector('h2').textContent") == question
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.querySelector('h2').textContent") == QUESTIONS[-2]
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.id") == "dias-0"


def test_slides_are_a_handout_on_paper(page: Page, address: str) -> None:
    text = "".join(printed(page, f"{address}/undervisning/{FILM.id}/dias/"))
    assert all(bare(question) in text for question in QUESTIONS)
