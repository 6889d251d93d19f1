"""What a sidebar lists beside a page."""

from dataclasses import replace

import pytest

from idekatalog.publishing.chapters import LONGEST, Chapter, Entry, beside, chapters, folder


@pytest.mark.parametrize(
    ("source", "address"),
    [("index.md", ""), ("om.md", "om"), ("indsatser/index.md", "indsatser"), ("indsatser/x/index.md", "indsatser/x")],
)
def test_a_page_has_an_address_without_slashes(source: str, address: str) -> None:
    assert folder(source) == address


def test_a_chapter_is_a_page_and_those_below_it_in_their_order() -> None:
    below = (Entry("b", "B", "Den anden.", "indsatser/b/"), Entry("a", "A", "", "indsatser/a/"))
    pages = {
        "": Entry("", "Forsiden", "", "./"),
        "om": Entry("om", "Om", "", "om/"),
        "indsatser": Entry("indsatser", "Indsatser", "", "indsatser/"),
        "indsatser/b": below[0],
        "indsatser/a": below[1],
    }
    assert chapters(pages) == {"indsatser": Chapter("Indsatser", "indsatser/", below)}


def test_beside_a_page_of_a_long_chapter_stand_the_pages_around_it() -> None:
    entries = tuple(Entry(f"{number:03}", "", "", f"k/{number:03}/") for number in range(100))
    chapter = Chapter("K", "k/", entries)
    short = replace(chapter, entries=entries[:LONGEST])
    assert beside(short, entries[7].url) == short
    assert chapter.first == short.entries
    for entry in entries:
        shown = beside(chapter, entry.url).entries
        assert len(shown) <= LONGEST
        assert entry in shown
