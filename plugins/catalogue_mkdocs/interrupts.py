"""Who answers Ctrl+C, which a terminal sends to every process that was started from it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def left_to_this_process() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl+C; this process hears it afterwards. Windows has no such mask."""
    if sys.platform == "win32":
        yield
        return
    # Python starts its tracker with the first process, and hears Ctrl+C again when it has.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
