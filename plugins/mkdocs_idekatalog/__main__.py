"""``python -m mkdocs_idekatalog`` serves the catalogue in this folder; with ``build MAPPE`` it builds it."""

import signal
import sys

if __name__ == "__main__":
    # Until the server is there, Ctrl+C ends it without a word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from mkdocs_idekatalog import building, serving

    sys.exit(building.main(sys.argv[2]) if sys.argv[1:2] == ["build"] else serving.main())
