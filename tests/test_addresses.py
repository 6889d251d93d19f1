"""Addresses and the links between them."""

from pathlib import Path

import pytest

from idekatalog import addresses
from idekatalog.files.load import load


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


def test_the_addresses_that_never_change(small: Path) -> None:
    assert [addresses.path(addresses.page(record)) for record in load(small).shown] == [
        "/indsatser/naboaften/",
        "/indsatser/gaardmoede/",
        "/metoder/gaardtaelling/",
        "/eksempler/naboaften-solgaarden/",
        "/omraader/solgaarden/",
        "/undervisning/gaarden/",
        "/skabeloner/naboaften-ark/",
    ]
    assert addresses.path(addresses.sheet(load(small).interventions[0], "tjekliste")) == "/indsatser/naboaften/tjekliste/"
    assert [addresses.path(addresses.listing(name)) for name in ("indsatser", "roller")] == ["/indsatser/", "/roller/"]
    assert addresses.path(addresses.GLOSSARY) == "/ordliste/"


def test_links_are_relative_so_that_a_site_can_lie_anywhere() -> None:
    start, sheet = "indsatser/skattejagt/index.md", "indsatser/skattejagt/tjekliste/index.html"
    assert addresses.relative(start, "roller/index.md#ssp") == "../../roller/index.md#ssp"
    assert addresses.relative_path(sheet, start) == "../"
    assert addresses.relative_path(sheet, addresses.SLIDES_STYLE) == "../../../assets/dias.css"
