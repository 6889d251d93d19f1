"""Slow work in several processes."""

import os
import sys
from itertools import chain
from pathlib import Path

import pytest

from idekatalog.publishing import pool
from idekatalog.publishing.pool import MANY, fork_each
from places import contents


def each(count: int) -> list[list[int]]:
    """So many numbers, each a group of its own."""
    return [[number] for number in range(count)]


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


def test_many_things_are_done_and_counted_and_few_are_left_to_whoever_asks(tmp_path: Path) -> None:
    counts: list[int] = []
    fork_each(lambda number: (tmp_path / str(number)).write_text("x"), each(MANY), counts.append)
    assert len(contents(tmp_path)) == MANY
    assert counts[-1] == MANY
    assert counts == sorted(counts)
    fork_each(lambda number: pytest.fail("done here"), each(MANY - 1))


def test_what_fails_stops_only_its_own_process(tmp_path: Path) -> None:
    def work(number: int) -> None:
        if number == 0:
            raise ValueError
        (tmp_path / str(number)).write_text("x")

    fork_each(work, each(MANY))
    # Of two processes or more, one stops at its first.
    assert len(contents(tmp_path)) < MANY


def test_each_thing_is_done_once_and_a_group_in_one_process(tmp_path: Path) -> None:
    groups = [[(group, number) for number in range(3)] for group in range(pool.MOST + 50)]

    def work(thing: tuple[int, int]) -> None:
        with (tmp_path / str(os.getpid())).open("a") as file:
            print(*thing, file=file)

    fork_each(work, groups)
    done = [[tuple(map(int, line.split())) for line in file.read_text().splitlines()] for file in tmp_path.iterdir()]
    assert sorted(chain.from_iterable(done)) == list(chain.from_iterable(groups))
    for things in done:
        assert all(things[at : at + 3] == groups[things[at][0]] for at in range(0, len(things), 3))


def test_a_process_counts_what_it_has_done_and_ends_at_what_fails() -> None:
    counts = [0, 0]
    pool._each(lambda number: 1 / (3 - number), [[0, 1, 2], [3], [4]], 1, pool._numbers(3), counts, 1)
    assert counts == [0, 3]
