"""The line that says how far a slow build is."""

import io

import pytest

from idekatalog.publishing.progress import Progress
from terminal import Terminal


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_build_of_three_seconds_says_nothing_and_a_longer_one_how_far_it_is(clock: Clock) -> None:
    terminal = Terminal()
    progress = Progress(terminal, clock)
    clock.seconds += 2.9
    progress("Bygger", 400, 1000, "sider")
    assert terminal.getvalue() == ""
    clock.seconds += 0.1
    progress("Bygger", 412, 1000, "sider")
    assert terminal.line == "Bygger: 412 af 1000 sider"
    clock.seconds += 1
    progress("Skriver", 7, 9, "filer")
    assert terminal.line == "Skriver: 7 af 9 filer"


def test_at_the_end_nothing_is_left_of_it(clock: Clock) -> None:
    terminal = Terminal()
    progress = Progress(terminal, clock)
    clock.seconds += 5
    progress("Bygger", 1, 2, "sider")
    progress.erase()
    assert terminal.line == ""
    assert terminal.getvalue().endswith("\r")
    written = terminal.getvalue()
    progress.erase()
    assert terminal.getvalue() == written


def test_it_is_not_written_more_often_than_it_is_read(clock: Clock) -> None:
    terminal = Terminal()
    progress = Progress(terminal, clock)
    clock.seconds += 5
    for number in range(1000):
        clock.seconds += 0.001
        progress("Bygger", number, 1000, "sider")
    assert 5 < terminal.getvalue().count("\r") < 15


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_a_log_or_a_program_without_a_screen_gets_no_line(
    stream: io.StringIO | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = io.StringIO()
    monkeypatch.setattr("sys.stderr", log if stream else None)
    progress = Progress(stream, clock)
    clock.seconds += 5
    progress("Bygger", 412, 1000, "sider")
    progress.erase()
    assert log.getvalue() == ""
    assert not stream or stream.getvalue() == ""
