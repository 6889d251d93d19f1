"""A new catalogue, with every kind it may begin with, as a browser meets it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import hosted
from playwright.sync_api import Browser
from test_every_page import walk

from idekatalog.files.starter import KINDS
from mkdocs_idekatalog import command

PAGES = ["/", "/indsatser/eksempel/", "/indsatser/eksempel/tjekliste/", "/skabeloner/eksempel-indbydelse/", "/tilgaengelighed/"]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the new catalogue is served, in a colour of its own and without PDF and Word."""
    folder: Path = tmp_path_factory.mktemp("tom") / "lillerup"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mkdocs_idekatalog.building.os.environ", dict(os.environ))
        assert command.main(["init", str(folder), "--farve", "#0b4f71", "--with", ",".join(KINDS)]) == 0
        settings = folder / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8").replace("{language: da}", "{language: da, documents: false}")
        settings.write_text(text, encoding="utf-8")
        patch.chdir(folder)
        assert command.main(["build"]) == 0
    with hosted(folder / "site") as address:
        yield address


def test_anybody_can_use_it_and_it_asks_nobody_else(begun: str, browser: Browser) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visits = walk(context.new_page(), begun, PAGES)
    assert [visit for visit in visits if visit.found or visit.lost or visit.complaints or visit.kept] == []
    assert [url for visit in visits for url in visit.asked if not url.startswith(begun)] == []
