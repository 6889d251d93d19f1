"""The menu and the start page of a site whose author has made neither."""

import re
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_idekatalog.menu import menu
from places import CASES

CONFIG = "site_name: Vores idéer\ndocs_dir: content\ntheme: idekatalog\nplugins: [idekatalog: {documents: false}]\n"
TITLES = {"indsatser/index.md": "Indsatser", "roller/index.md": "Roller", "find/index.md": "", "metoder/index.md": "Metoder"}


def test_a_chapter_has_the_pages_that_are_there_and_the_name_of_the_first() -> None:
    assert menu(TITLES, ["index.md", "om.md", "hjem.md"], ["om.md"]) == [
        {"Start": "index.md"},
        {"Indsatser": [{"Indsatser": "indsatser/index.md"}, {"Roller": "roller/index.md"}]},
        {"Find": "find/index.md"},
        {"Metoder": "metoder/index.md"},
        "hjem.md",
    ]


def test_many_pages_written_by_hand_stand_in_one_chapter_and_a_folder_in_its_own() -> None:
    assert menu({}, ["a.md", "vores-gade/b.md", "vores-gade/c.md"], []) == [
        {"Start": "index.md"},
        "a.md",
        {"Vores gade": ["vores-gade/b.md", "vores-gade/c.md"]},
    ]
    assert menu({}, ["a.md", "b.md", "c.md", "d.md"], [])[1:] == [{"Mere": ["a.md", "b.md", "c.md", "d.md"]}]


@pytest.mark.parametrize(
    ("name", "chapters"),
    [("minimal", ["Indsatser"]), ("partly", ["Indsatser", "Find", "Skabeloner", "Undervisning", "Metoder", "Om kataloget"])],
)
def test_a_site_without_navigation_and_start_page_has_both(name: str, chapters: list[str], tmp_path: Path) -> None:
    root = tmp_path / "katalog"
    shutil.copytree(CASES / name / "catalogue", root)
    (root / "content").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    loaded = load_config(str(root / "mkdocs.yml"), strict=True)
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    page = (root / "site/index.html").read_text(encoding="utf-8")
    header = page[page.index('<nav class="nav"') :].split("</nav>")[0]
    assert re.findall(r">([^<>]+)</a>", header) == [*chapters, "Min plan"]
    assert re.search(r"<h1[^>]*>Vores idéer<", page)
    assert 'class="scene"' not in page
