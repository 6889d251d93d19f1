"""A terminal that remembers what was written to it."""

import io


class Terminal(io.StringIO):
    """A terminal, and what it shows once everything is written."""

    def isatty(self) -> bool:
        return True

    @property
    def line(self) -> str:
        shown = ""
        for written in self.getvalue().split("\r"):
            shown = written + shown[len(written) :]
        return shown.rstrip()
