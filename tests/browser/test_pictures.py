"""The pictures in the README. ``make screenshots`` takes them anew."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from places import ROOT

PICTURES = {
    # Name: page, media, width and height. A4 is 794 x 1123 px of CSS.
    "guide": ("indsatser/skattejagt/", "screen", 1240, 860),
    "tjekliste": ("indsatser/skattejagt/tjekliste/", "print", 794, 1123),
}
# A clone is read on a phone too.
LARGEST = 250_000


def file(name: str) -> Path:
    return ROOT / "docs" / f"{name}.png"


@pytest.mark.parametrize("name", PICTURES)
def test_the_readme_shows_the_picture(name: str, page: Page, address: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--screenshots"):
        url, media, width, height = PICTURES[name]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media=media, color_scheme="light")  # type: ignore[arg-type]
        page.goto(f"{address}/{url}")
        if media == "print":
            # The margins of the paper, which no screen has.
            page.evaluate("document.documentElement.style.padding = '15mm'")
        page.screenshot(path=file(name))
    assert re.search(rf"!\[[^\]]+\]\(docs/{name}\.png\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert file(name).stat().st_size < LARGEST
