"""Where a catalogue is read from."""

from pathlib import Path

import pytest

from idekatalog.files.load import load, published
from idekatalog.reading.problems import InvalidCatalogue
from idekatalog.reading.wording import Pages


@pytest.mark.parametrize("folder", ["docs", "sider/vores"])
def test_the_pages_written_by_hand_lie_where_the_settings_say(folder: str, small: Path) -> None:
    before = load(small)
    (small / folder).parent.mkdir(exist_ok=True)
    (small / "content").rename(small / folder)
    said = "" if folder == "docs" else f"docs_dir: ./{folder}/\n"
    (small / "mkdocs.yml").write_text(f"site_name: Et lille katalog\n{said}", encoding="utf-8")
    moved = load(small)
    assert (moved.folder, moved.pages, moved.images, dict(moved.written)) == (folder, before.pages, before.images, before.written)
    (small / folder / "om.md").write_text("# Om\n\n<b>[Væk](vaek.png)\n\n![](https://example.org/x.png)\n", encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as told:
        load(small)
    assert {problem.origin.path for problem in told.value.problems} == {f"{folder}/om.md"}


def test_who_builds_may_know_better_where_they_lie(small: Path) -> None:
    (small / "mkdocs.yml").write_text("docs_dir: !ENV [SIDER, docs]\n", encoding="utf-8")
    (small / "content").rename(small / "sider")
    assert published(small, pages=Pages("sider")).pages == ("billeder/langbord.svg", "index.md")


def test_a_link_on_the_way_to_the_pages_is_not_followed(small: Path) -> None:
    (small / "mkdocs.yml").write_text("docs_dir: sider/vores\n", encoding="utf-8")
    (small / "andre").mkdir()
    (small / "content").rename(small / "andre/vores")
    (small / "sider").symlink_to("andre")
    with pytest.raises(InvalidCatalogue) as told:
        load(small)
    assert "sider:1: fil: er et link til et andet sted" in str(told.value)
