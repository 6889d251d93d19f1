"""Slow work in as many forks as there are processors."""

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

# For fewer it is not worth forking.
MANY = 100
# Seconds between two reports of how far it is.
OFTEN = 0.2


def fork_each(work: Callable[[T], object], things: Sequence[T], done: Callable[[int], None] = lambda count: None) -> None:
    """Does the work for every thing, where they are many and the platform forks safely, which Linux does.

    What ``work`` returns is lost: it is for work that is cached, and found done afterwards. What could not be done is not told
    either: who asks for it afterwards does it, and meets what was wrong. ``done`` hears now and then how many are done.
    """
    if len(things) < MANY or sys.platform != "linux":
        return
    processors = os.cpu_count() or 1
    fork = multiprocessing.get_context("fork")
    # A counter each, so that none waits for the lock of another that was killed.
    counts = fork.RawArray("i", processors)
    processes = [
        fork.Process(target=_each, args=(work, things[number::processors], counts, number)) for number in range(processors)
    ]
    for process in processes:
        process.start()
    for process in processes:
        while process.is_alive():
            process.join(OFTEN)
            done(sum(counts))


def _each(work: Callable[[T], object], things: Sequence[T], counts: Any, number: int) -> None:
    with contextlib.suppress(Exception):
        for thing in things:
            work(thing)
            counts[number] += 1
