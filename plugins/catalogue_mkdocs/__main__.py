"""``python -m catalogue_mkdocs``."""

import signal
import sys

if __name__ == "__main__":
    # Until the server is there, Ctrl+C ends it without a word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from catalogue_mkdocs.serving import main

    sys.exit(main())
