"""Slow work in as many forks as there are processors."""

import contextlib
import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")

# For fewer it is not worth forking.
MANY = 100
# Seconds between two reports of how far it is.
OFTEN = 0.2
# The numbers that every system's pipe holds at once, and the bytes of each.
MOST, WIDTH = 2000, 2


def fork_each(
    work: Callable[[T], object], groups: Sequence[Sequence[T]], done: Callable[[int], None] = lambda count: None
) -> None:
    """Does the work for every thing of every group, where they are many and the platform forks safely, which Linux does.

    The things of a group are done in one process, one after the other. What ``work`` returns is lost: it is for work that is
    cached, and found done afterwards. What could not be done is not told either: who asks for it afterwards does it, and meets
    what was wrong. ``done`` hears now and then how many are done.
    """
    if sum(map(len, groups)) < MANY or sys.platform != "linux":
        return
    processors = os.cpu_count() or 1
    fork = multiprocessing.get_context("fork")
    # A counter each, so that none waits for the lock of another that was killed.
    counts = fork.RawArray("i", processors)
    shares = -(-len(groups) // MOST)
    waiting = _numbers(-(-len(groups) // shares))
    processes = [fork.Process(target=_each, args=(work, groups, shares, waiting, counts, number)) for number in range(processors)]
    # What is here stays: to look through it for garbage would copy all of it into every process.
    gc.freeze()
    for process in processes:
        process.start()
    for process in processes:
        while process.is_alive():
            process.join(OFTEN)
            done(sum(counts))
    os.close(waiting)
    gc.unfreeze()


def _each(work: Callable[[T], object], groups: Sequence[Sequence[T]], share: int, waiting: int, counts: Any, number: int) -> None:
    with contextlib.suppress(Exception):
        while next := os.read(waiting, WIDTH):
            first = int.from_bytes(next, "big") * share
            for thing in chain.from_iterable(groups[first : first + share]):
                work(thing)
                counts[number] += 1


def _numbers(count: int) -> int:
    """A pipe that gives each number from 0 once, whichever process reads it."""
    reads, writes = os.pipe()
    os.write(writes, b"".join(number.to_bytes(WIDTH, "big") for number in range(count)))
    os.close(writes)
    return reads
