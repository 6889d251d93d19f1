"""Many pages in as many processes as there are processors."""

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

# For fewer it is not worth starting another process.
MANY = 100


def side_by_side(work: Callable[[T], object], things: Sequence[T]) -> None:
    """Does the work for every thing, where they are many and the platform copies a process safely, which Linux does.

    What ``work`` returns is lost: it is for work that is kept, and found done by whoever asks afterwards. What could not be done
    is not told either: whoever asks does it, and meets what was wrong.
    """
    processors = os.cpu_count() or 1
    if len(things) < MANY or sys.platform != "linux":
        return
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=_each, args=(work, things[start::processors])) for start in range(processors)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def _each(work: Callable[[T], object], things: Sequence[T]) -> None:
    with contextlib.suppress(Exception):
        for thing in things:
            work(thing)
