"""The catalogue in a browser, made anew at every save, while somebody writes."""

import sys
from pathlib import Path

from idekatalog.publishing.supervisor import end_with_parent, supervise
from mkdocs_idekatalog.building import readable, silence

HERE = Path(__file__).parent
SERVE = "from mkdocs_idekatalog.serving import serve; serve({!r}, {})"


def main() -> int:
    """Serves the catalogue in this folder until Ctrl+C.

    0, 1 where its settings are wrong, 2 where no port is free, or what a server that ends by itself says.
    """
    if not readable():
        return 1
    return supervise(lambda host, port: [sys.executable, "-c", SERVE.format(host, port)], code=(HERE.parent / "idekatalog", HERE))


def serve(host: str, port: int) -> None:
    """Serves the catalogue in this process until it is stopped, or its supervisor has ended."""
    end_with_parent()
    silence()
    from mkdocs.__main__ import cli

    # Not --strict: what is wrong is told by the catalogue itself, and a server that stops helps nobody.
    cli.main(["serve", "--quiet", "--livereload", "-a", f"{host}:{port}"], prog_name="mkdocs")
