"""The way to a page."""

import pytest

from idekatalog.publishing.trail import Entry, above, folder, picture

PAGES = {
    address: Entry(address, f"{address}/") for address in ("", "model", "analyse", "om", "indsatser", "indsatser/x", "indsatser/x/tjekliste", "roller", "roller/ssp")
}  # fmt: skip
CHAPTERS = {"model": PAGES["model"], "analyse": PAGES["model"], "indsatser": PAGES["indsatser"], "roller": PAGES["indsatser"]}


@pytest.mark.parametrize(
    ("source", "address"),
    [("index.md", ""), ("om.md", "om"), ("indsatser/index.md", "indsatser"), ("indsatser/x/index.md", "indsatser/x")],
)
def test_a_page_has_an_address_without_slashes(source: str, address: str) -> None:
    assert folder(source) == address


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("om", []),
        ("model", []),
        ("analyse", ["model"]),
        ("indsatser", []),
        ("indsatser/x", ["indsatser"]),
        ("indsatser/x/tjekliste", ["indsatser", "indsatser/x"]),
        ("roller", ["indsatser"]),
        ("roller/ssp", ["indsatser", "roller"]),
    ],
)
def test_the_way_to_a_page_is_the_pages_above_it_and_the_chapter_they_are_in(address: str, way: list[str]) -> None:
    assert [entry.title for entry in above(address, PAGES, CHAPTERS)] == way


def test_an_address_between_that_is_no_page_is_no_step_of_the_way() -> None:
    pages = PAGES | {"roller/alle/ssp": Entry("", "roller/alle/ssp/")}
    assert [entry.title for entry in above("roller/alle/ssp", pages, CHAPTERS)] == ["indsatser", "roller"]


def test_a_page_is_shared_with_its_own_picture_or_that_of_the_page_above_it() -> None:
    files = {"del.png", "indsatser/x/del.png", "om.md"}
    pages = ("indsatser/x", "indsatser/x/tjekliste", "indsatser", "", "om")
    assert [picture(page, files) for page in pages] == ["indsatser/x/del.png"] * 2 + ["del.png"] * 3
    assert picture("indsatser/x", {"om.md"}) == ""
