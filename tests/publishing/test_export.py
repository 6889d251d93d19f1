"""A folder to build elsewhere."""

from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
from idekatalog.publishing.export import export
from places import contents


def test_an_export_holds_every_artefact_and_every_page_written_by_hand(small: Path, tmp_path: Path) -> None:
    export(load(small), small, tmp_path / "ud")
    expected = {uri: content for artefact in publish(load(small)) for uri, content in artefact.files.items()} | contents(
        small / "content"
    )
    assert contents(tmp_path / "ud") == expected


def test_an_export_never_touches_a_folder_with_something_in_it(small: Path, tmp_path: Path) -> None:
    (tmp_path / "min.txt").write_text("min")
    with pytest.raises(FileExistsError):
        export(load(small), small, tmp_path)
    assert (tmp_path / "min.txt").read_text() == "min"


def test_an_export_that_fails_leaves_nothing_behind(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(tmp_path)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="no space"):
        export(load(small), small, tmp_path / "ud")
    monkeypatch.undo()
    assert contents(tmp_path) == before
    assert not (tmp_path / "ud").exists()
