"""Addresses and the links between them."""

import pytest

from catalogue import addresses


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("index.md", "/"),
        ("indsatser/index.md", "/indsatser/"),
        ("indsatser/skattejagt/tjekliste/index.html", "/indsatser/skattejagt/tjekliste/"),
        ("om.md", "/om/"),
        ("katalog.json", "/katalog.json"),
    ],
)
def test_what_a_visitor_sees(address: str, path: str) -> None:
    assert addresses.path(address) == path


def test_the_addresses_that_never_change() -> None:
    assert addresses.path(addresses.INTERVENTIONS) == "/indsatser/"
    assert addresses.path(addresses.guide("skattejagt")) == "/indsatser/skattejagt/"
    assert addresses.path(addresses.checklist("skattejagt")) == "/indsatser/skattejagt/tjekliste/"


def test_links_are_relative_so_that_a_site_can_lie_anywhere() -> None:
    start = addresses.guide("skattejagt")
    assert addresses.relative(start, "roller/index.md#ssp") == "../../roller/index.md#ssp"
    sheet = addresses.checklist("skattejagt")
    assert addresses.relative_path(sheet, start) == "../"
    assert addresses.relative_path(sheet, addresses.SHEET_STYLE) == "../../../assets/ark.css"
