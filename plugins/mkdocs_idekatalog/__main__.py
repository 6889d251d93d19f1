"""The command ``idekatalog``; ``python -m mkdocs_idekatalog`` is the same."""

import signal
import sys


def run() -> int:
    """Runs what was typed, and returns its exit code."""
    # Until the programs are there, Ctrl+C ends this without a word; and a build, which any end leaves whole, to its last moment.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from mkdocs_idekatalog.command import COMMANDS, main

    if not COMMANDS & set(sys.argv):
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return main()


if __name__ == "__main__":
    sys.exit(run())
