"""One site takes the place of another."""

import contextlib
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from idekatalog.publishing import swap
from places import contents


def test_a_folder_that_is_replaced_is_never_missing_and_never_half(tmp_path: Path) -> None:
    folder, by = tmp_path / "site", tmp_path / ".site"
    folder.mkdir()
    by.mkdir()
    in_one_step = swap._exchange(folder, by)
    by.rmdir()
    (folder / "side").write_text("0")
    missing: list[OSError] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (folder / "side").read_text()
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(100):
        by.mkdir(exist_ok=True)
        (by / "side").write_text(str(number))
        swap.replace(folder, by)
    done.set()
    reader.join()
    assert contents(tmp_path) == {"site/side": b"99", ".site/side": b"98"}
    assert missing == [] or not in_one_step


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("calls", range(4))
def test_a_replacing_that_is_interrupted_leaves_a_whole_folder_or_is_mended_by_the_next(
    calls: int, exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, by = tmp_path / "site", tmp_path / ".site"
    for path, text in ((folder, "old"), (by, "new")):
        path.mkdir()
        (path / "side").write_text(text)
    left = iter(range(calls))

    def interrupted(original: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            if next(left, None) is None:
                raise KeyboardInterrupt
            return original(*arguments)

        return call

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", interrupted(Path.rename))
        broken.setattr(shutil, "rmtree", interrupted(shutil.rmtree))
        if not exchange:
            broken.setattr(swap, "_exchange", lambda one, other: False)
        with contextlib.suppress(KeyboardInterrupt):
            swap.replace(folder, by)
    if exchange:
        assert (folder / "side").read_text() in ("old", "new")
    by.mkdir(exist_ok=True)
    (by / "side").write_text("newer")
    swap.replace(folder, by)
    found = contents(tmp_path)
    assert found.pop("site/side") == b"newer"
    assert list(found) == [".site/side"]


def test_where_nothing_can_be_replaced_the_folder_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, by = tmp_path / "site", tmp_path / ".site"
    with pytest.raises(FileNotFoundError):
        swap.replace(folder, by)
    by.write_text("no folder")
    with pytest.raises(NotADirectoryError):
        swap.replace(folder, by)
    by.unlink()
    by.mkdir()
    (by / "side").write_text("first")
    swap.replace(folder, by)
    assert contents(tmp_path) == {"site/side": b"first"}

    def refuse(path: Path, target: Path) -> Path:
        if path == by:
            raise PermissionError
        return rename(path, target)

    rename = Path.rename
    by.mkdir()
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        swap.replace(folder, by)
    assert contents(tmp_path) == {"site/side": b"first"}


def test_only_linux_swaps_in_one_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(swap.sys, "platform", "win32")
    assert not swap._exchange(tmp_path, tmp_path)
