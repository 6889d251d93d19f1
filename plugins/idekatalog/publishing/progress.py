"""How far a slow build is: one line on a terminal, erased at the end, and nothing in a log."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

# Seconds: whoever waits no longer than this needs no line, and nobody reads faster than a line changes.
PATIENCE = 3.0
OFTEN = 0.1


class Progress:
    """The line of one build, on ``stream`` or else on standard error; ``clock`` tells seconds."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream or sys.stderr, clock
        self._next = clock() + PATIENCE
        self._shown = ""

    def __call__(self, doing: str, done: int, total: int, things: str) -> None:
        """Shows for example "Bygger: 412 af 1000 sider", unless it is too early or nobody is there to see it."""
        if self._clock() < self._next or not (self._stream and self._stream.isatty()):
            return
        self._next = self._clock() + OFTEN
        self._show(f"{doing}: {done} af {total} {things}")

    def erase(self) -> None:
        """Leaves nothing of the line; what is written next begins where it began."""
        if self._shown:
            self._show("")
            self._stream.write("\r")
            self._stream.flush()

    def _show(self, line: str) -> None:
        # Blanks over what is left of a longer line, which every terminal understands.
        self._stream.write("\r" + line.ljust(len(self._shown)))
        self._stream.flush()
        self._shown = line
