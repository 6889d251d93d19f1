"""The engine's watcher where MkDocs' server has its own."""

from pathlib import Path
from queue import Queue
from unittest.mock import Mock

import pytest
from watchdog.events import FileModifiedEvent

from idekatalog.publishing import watching
from mkdocs_idekatalog.observer import Observer


def test_whoever_watches_a_folder_is_told_of_a_save_in_it_and_of_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "OFTEN", 20)
    monkeypatch.setattr(watching, "QUIET", 5)
    saved: dict[str, Queue[object]] = {name: Queue() for name in ("data", "content")}
    before = Mock()
    observer = Observer(before)
    for name, told in saved.items():
        (tmp_path / name).mkdir()
        assert observer.schedule(Mock(dispatch=told.put), str(tmp_path / name)) == str(tmp_path / name)
    observer.start()
    file = tmp_path / "data/a.yml"
    file.write_text("navn: Byen\n")
    assert saved["data"].get(timeout=10) == FileModifiedEvent(str(file))
    observer.stop()
    observer.join()
    assert saved["content"].empty()
    # What MkDocs watches already it goes on with.
    before.start.assert_called_once()
    before.stop.assert_called_once()
