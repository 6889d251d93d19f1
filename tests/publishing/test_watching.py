"""Whoever watches is told of every save, once, wherever the file lies and however it is written."""

import os
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from idekatalog.publishing import watching
from idekatalog.publishing.watching import Watcher


@pytest.fixture(params=["events and polling", "events", "polling"])
def told(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue[str]]:
    """What is told of the folder ``records`` and the file ``settings.yml``, also where a system offers only one of the two."""
    (tmp_path / "records/deep/er").mkdir(parents=True)
    for name in ("records/a.md", "records/deep/er/b.md", "settings.yml", "other.yml"):
        (tmp_path / name).write_text("Gemt.", encoding="utf-8")
    watch = watching.watch

    def one_only(*places: Path, force_polling: bool, **options: object) -> Iterator[object]:
        if request.param != "events and polling" and force_polling != (request.param == "polling"):
            raise OSError("no more watches")
        return watch(*places, force_polling=force_polling, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "watch", one_only)
    monkeypatch.setattr(watching, "OFTEN", 20)
    monkeypatch.setattr(watching, "QUIET", 5)
    saved: Queue[str] = Queue()
    watcher = Watcher([tmp_path / "records", tmp_path / "settings.yml"], saved.put)
    watcher.start()
    yield saved
    watcher.stop()
    watcher.join(10)


def test_every_save_is_told_also_of_what_is_new_deep_or_gone(told: Queue[str], tmp_path: Path) -> None:
    new = tmp_path / "records/deep/ny.md"
    (tmp_path / "other.yml").write_text("Andet.", encoding="utf-8")
    for file in (tmp_path / "records/a.md", tmp_path / "records/deep/er/b.md", tmp_path / "settings.yml", new):
        save(file, "Rettet med flere ord.", 1)
        assert told.get(timeout=10) == str(file)
    new.unlink()
    assert told.get(timeout=10) == str(new)


@pytest.mark.parametrize("name", ["records/a.md", "settings.yml"])
def test_a_file_that_an_editor_replaces_is_watched_on(name: str, told: Queue[str], tmp_path: Path) -> None:
    for number in (1, 2):
        written = tmp_path / "new"
        save(written, f"Udgave {number}", number)
        written.replace(tmp_path / name)
        assert told.get(timeout=10) == str(tmp_path / name)


def save(file: Path, text: str, seconds: int) -> None:
    """Saves the file some seconds later than the last time; polling tells seconds apart, and nothing less."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, (file.stat().st_atime, file.stat().st_mtime + seconds))


def test_two_saves_in_one_second_that_are_as_long_as_each_other_are_two(tmp_path: Path) -> None:
    saved: Queue[str] = Queue()
    file = tmp_path / "a.md"
    watcher = Watcher([tmp_path], saved.put)
    watcher.start()
    for words in ("Her A", "Her B", "Her C", "Her D"):
        file.write_text(words, encoding="utf-8")
        assert saved.get(timeout=10) == str(file)
    watcher.stop()
    watcher.join(10)
