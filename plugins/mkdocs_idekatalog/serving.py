"""The catalogue in a browser, made anew at every save, while somebody writes."""

import sys
from collections.abc import Iterator
from pathlib import Path

from idekatalog.publishing.supervisor import end_with_parent, supervise
from mkdocs_idekatalog.building import readable, silence

HERE = Path(__file__).parent
SERVE = "from mkdocs_idekatalog.serving import serve; serve({!r}, {}, {})"


def main(open_browser: bool = False) -> int:
    """Serves the catalogue in this folder until Ctrl+C, and may open it in a browser once it is there.

    0, 1 where its settings are wrong, 2 where no port is free, or what a server that ends by itself says.
    """
    if not readable():
        return 1
    opens = _once(open_browser)
    return supervise(
        lambda host, port: [sys.executable, "-c", SERVE.format(host, port, next(opens))],
        code=(HERE.parent / "idekatalog", HERE),
    )


def _once(first: bool) -> Iterator[bool]:
    """Whether the browser is opened: never by a server that is started anew."""
    yield first
    while True:
        yield False


def serve(host: str, port: int, open_browser: bool) -> None:
    """Serves the catalogue in this process until it is stopped, or its supervisor has ended."""
    end_with_parent()
    silence()
    from mkdocs.__main__ import cli

    # Not --strict: what is wrong is told by the catalogue itself, and a server that stops helps nobody.
    opened = ["--open"] if open_browser else []
    cli.main(["serve", "--quiet", "--livereload", "-a", f"{host}:{port}", *opened], prog_name="mkdocs")
