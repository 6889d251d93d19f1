"""What a teacher takes to class: sheets for pupils, cards to cut out, slides for the board."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from idekatalog.document.nodes import words
from idekatalog.document.sheet import Deck, Slide, Slides
from idekatalog.files.load import load
from idekatalog.views.handouts import handouts
from papers import bare
from places import ROOT

FILM = load(ROOT).films[0]
QUESTIONS = [question.text for topic in FILM.topics for question in topic.questions]
SHEETS = {handout.sheet.address: handout.sheet for handout in handouts(FILM)}
HOME = f"/undervisning/{FILM.id}/"


def slides() -> tuple[Slide, ...]:
    return next(block.slides for sheet in SHEETS.values() for block in sheet.blocks if isinstance(block, Slides))


SLIDES = slides()
FIRST_QUESTION = next(number for number, slide in enumerate(SLIDES, 1) if slide.kind.startswith("Spørgsmål"))


def printed(page: Page, url: str) -> list[str]:
    """The text of every printed page, bare."""
    page.goto(url)
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [bare(leaf.extract_text()) for leaf in sheet.pages]


def test_from_the_front_page_to_the_printed_set_in_two_clicks(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("main").locator(f"a[href*='undervisning/{FILM.id}']").first.click()
    assert page.url.endswith(HOME)
    with page.expect_download() as fetched:
        page.get_by_role("main").get_by_role("link", name="Alt til timen").last.click()
    assert fetched.value.suggested_filename.endswith(".zip")


def test_the_page_begins_with_care(page: Page, address: str) -> None:
    page.goto(f"{address}{HOME}")
    headings = page.get_by_role("main").locator("h2").all_inner_texts()
    assert headings.index("Pas på") < headings.index("Sådan går timen") < headings.index("Temaer og spørgsmål")


def test_a_lesson_of_another_length_is_a_key_away(page: Page, address: str) -> None:
    page.goto(f"{address}{HOME}")
    short, long = (page.get_by_role("heading", name=f"Forslag til {flow.minutes} minutter") for flow in FILM.flows)
    expect(short).to_be_visible()
    expect(long).to_be_hidden()
    page.get_by_role("radio", name=f"{FILM.flows[0].minutes} minutter").focus()
    page.keyboard.press("ArrowRight")
    expect(long).to_be_visible()
    expect(short).to_be_hidden()


def test_a_teacher_copies_what_the_class_is_to_have(page: Page, address: str) -> None:
    page.goto(f"{address}{HOME}")
    page.evaluate("() => { navigator.clipboard.writeText = async text => { window.copied = text } }")
    share = page.locator(".share")
    share.get_by_role("button").first.click()
    expect(share.get_by_role("status")).to_have_text("Kopieret.")
    assert page.evaluate("copied") == FILM.title
    share.locator("p", has=page.get_by_role("link", name="Elevark:").first).get_by_role("button").first.click()
    page.wait_for_function("() => copied.startsWith('http')")


def test_a_pupils_sheet_has_every_question(page: Page, address: str) -> None:
    for number, topic in enumerate(FILM.topics, 1):
        leaves = printed(page, f"{address}{HOME}elevark-{number}/")
        # What there is to read first has a page of its own.
        assert len(leaves) == (2 if topic.studies else 1), topic.title
        assert all(bare(question.text) in leaves[-1] for question in topic.questions)


def test_a_pupil_writes_on_the_screen_and_prints_it(page: Page, address: str) -> None:
    page.goto(f"{address}{HOME}elevark-2/")
    page.get_by_role("button", name="Udfyld").click()
    page.get_by_role("textbox", name="Svar på spørgsmål 1", exact=True).fill("Vi taler om rollen.")
    written = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert "Vi taler om rollen." in written.pages[0].extract_text()
    assert page.evaluate("localStorage.length") == 0


def test_no_sheet_of_a_film_says_its_slug_or_version(page: Page, address: str) -> None:
    for place in SHEETS:
        page.goto(f"{address}/{place.removesuffix('index.html')}")
        text = page.locator("body").inner_text()
        assert FILM.id not in text, place
        assert "version" not in text.lower(), place
        assert "CC BY 4.0" in page.locator("body").text_content(), place


def test_eight_cards_to_a_page_and_no_page_half_empty(page: Page, address: str) -> None:
    cards = next(block.cards for sheet in SHEETS.values() for block in sheet.blocks if isinstance(block, Deck))
    # The last place is that of the card that says where they are from.
    assert len(cards) % 8 == 7
    leaves = printed(page, f"{address}{HOME}samtalekort/")
    assert len(leaves) == (len(cards) + 1) / 8
    for number, card in enumerate(cards):
        assert bare(words(card.body)).rstrip("*") in leaves[number // 8].replace("*", ""), card


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
    page.goto(f"{address}{HOME}dias/")
    return page


@pytest.fixture
def on_the_board(page: Page, address: str) -> Page:
    """The slides, which glide from one to the next."""
    page.goto(f"{address}{HOME}dias/")
    assert page.evaluate(MOVEMENT) == "smooth"
    return page


@pytest.fixture
def notes(at_once: Page) -> Iterator[Page]:
    """The teacher's window beside the slides, opened with a key."""
    with at_once.expect_popup() as opened:
        at_once.keyboard.press("n")
    yield opened.value
    opened.value.close()


def slide_is(page: Page, number: int) -> None:
    """The keyboard is on this slide, and so, in the end, is the page."""
    expect(page.locator(f"#dias-{number}")).to_be_focused()
    page.wait_for_function(f"() => Math.abs(document.getElementById('dias-{number}').getBoundingClientRect().top) < 2")


def test_slides_are_turned_with_the_keyboard(at_once: Page) -> None:
    last = len(SLIDES)
    for slide in SLIDES:
        at_once.keyboard.press("ArrowRight")
        assert at_once.locator("section:focus h2").inner_text().rstrip("*") == words(slide.title).rstrip("*")
    at_once.keyboard.press("ArrowRight")
    slide_is(at_once, last)
    for key, slide in (("ArrowLeft", last - 1), ("Home", 0), ("PageDown", 1), ("Space", 2), ("ArrowDown", 3), ("Shift+Space", 2)):
        at_once.keyboard.press(key)
        slide_is(at_once, slide)
    for key, slide in (("PageUp", 1), ("ArrowUp", 0), ("End", last)):
        at_once.keyboard.press(key)
        slide_is(at_once, slide)


def test_a_slide_has_an_address_and_says_its_number(at_once: Page) -> None:
    at_once.keyboard.press("ArrowRight")
    at_once.keyboard.press("ArrowRight")
    assert at_once.url.endswith("#dias-2")
    assert at_once.title().startswith(f"2 af {len(SLIDES)}")


def test_every_press_counts_while_the_page_still_glides(on_the_board: Page) -> None:
    for key in ("ArrowRight", "Space", "ArrowRight", "PageDown", "Shift+Space", "ArrowDown"):
        on_the_board.keyboard.press(key)
    slide_is(on_the_board, 4)


def test_keys_go_on_from_where_a_link_or_a_wheel_has_led(on_the_board: Page) -> None:
    on_the_board.get_by_role("link", name="Begynd").click()
    slide_is(on_the_board, 1)
    on_the_board.keyboard.press("ArrowRight")
    slide_is(on_the_board, 2)
    on_the_board.wait_for_function("() => Math.abs(document.getElementById('dias-2').getBoundingClientRect().top) < 1")
    on_the_board.mouse.wheel(0, 3 * on_the_board.evaluate("innerHeight"))
    on_the_board.wait_for_function(
        "() => Math.abs(document.getElementById('dias-5').getBoundingClientRect().top) < innerHeight / 3"
    )
    on_the_board.keyboard.press("ArrowRight")
    slide_is(on_the_board, 6)


def test_what_is_taught_is_read_from_the_back_of_the_room(at_once: Page) -> None:
    at_once.set_viewport_size({"width": 1280, "height": 720})
    sizes = at_once.evaluate(
        "() => [...document.querySelectorAll('h2, .said')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 32
    heights = at_once.evaluate("() => [...document.querySelectorAll('section')].map(e => e.getBoundingClientRect().height)")
    assert max(heights) <= 721, heights


def test_a_clock_runs_when_the_teacher_starts_it(at_once: Page) -> None:
    clock = at_once.locator("#clock")
    expect(clock).to_be_hidden()
    at_once.clock.install()
    at_once.goto(f"{at_once.url}#dias-{FIRST_QUESTION}")
    at_once.reload()
    clock.get_by_role("button", name="5 min", exact=True).click()
    expect(clock.get_by_role("timer")).to_have_text("5:00")
    at_once.clock.run_for(60_000)
    expect(clock.get_by_role("timer")).to_have_text("4:00")
    at_once.clock.run_for(240_000)
    expect(at_once.locator("#over")).to_have_text("Tiden er gået.")


def test_notes_follow_the_slides_in_a_window_of_their_own(at_once: Page, notes: Page) -> None:
    expect(at_once.locator(".notes").first).to_be_hidden()
    for _ in range(FIRST_QUESTION):
        at_once.keyboard.press("ArrowRight")
    question = FILM.topics[0].questions[0]
    expect(notes.locator(f"#dias-{FIRST_QUESTION} .notes")).to_contain_text(question.note or "")
    notes.keyboard.press("ArrowRight")
    # One window has the keyboard at a time.
    at_once.bring_to_front()
    slide_is(at_once, FIRST_QUESTION + 1)


def test_slides_are_a_handout_on_paper_without_the_notes(page: Page, address: str) -> None:
    leaves = printed(page, f"{address}{HOME}dias/")
    text = "".join(leaves)
    assert all(bare(question) in text for question in QUESTIONS)
    assert len(leaves) <= (len(SLIDES) + 1) / 2
    assert bare(FILM.topics[0].questions[0].note or "") not in text
