"""Slow work in several processes."""

import sys
from pathlib import Path

import pytest

from idekatalog.publishing import pool
from idekatalog.publishing.pool import MANY, fork_each
from places import contents

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


def test_many_things_are_done_and_counted_and_few_are_left_to_whoever_asks(tmp_path: Path) -> None:
    counts: list[int] = []
    fork_each(lambda number: (tmp_path / str(number)).write_text("x"), range(MANY), counts.append)
    assert len(contents(tmp_path)) == MANY
    assert counts[-1] == MANY
    assert counts == sorted(counts)
    fork_each(lambda number: pytest.fail("done here"), range(MANY - 1))


def test_what_fails_stops_only_its_own_process(tmp_path: Path) -> None:
    def work(number: int) -> None:
        if number == 0:
            raise ValueError
        (tmp_path / str(number)).write_text("x")

    fork_each(work, range(MANY))
    # Of two processes or more, one stops at its first.
    assert len(contents(tmp_path)) < MANY


def test_a_process_counts_what_it_has_done_and_ends_at_what_fails() -> None:
    counts = [0, 0]
    pool._each(lambda number: 1 / (3 - number), range(9), counts, 1)
    assert counts == [0, 3]
