"""The catalogue in English that was made of methods in another shape, as a browser meets it."""

from collections.abc import Iterator

import pytest
from hosts import hosted
from playwright.sync_api import Browser, expect
from test_every_page import walk

from foreign import build, convert
from idekatalog.language import words

PAGES = ["/", "/indsatser/", "/indsatser/open-door/", "/indsatser/interview/", "/indsatser/world-cafe/tjekliste/"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("ways")
    convert(root)
    site = build(root)
    words.use(words.DANISH)
    with hosted(site) as address:
        yield address


def test_anybody_can_use_it(served: str, browser: Browser) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visits = walk(context.new_page(), served, PAGES)
    assert [visit for visit in visits if visit.found or visit.lost or visit.complaints or visit.kept] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_guide_of_a_text_alone_shows_it_as_its_text(served: str, browser: Browser, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{served}/indsatser/open-door/")
        told = page.get_by_text("Choose a place that people pass anyway.")
        expect(told).to_be_visible()
        colour = page.get_by_text("Those who never answer a letter").evaluate("one => getComputedStyle(one).color")
        expect(told).to_have_css("color", colour)
