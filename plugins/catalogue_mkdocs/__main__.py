"""``python -m catalogue_mkdocs``: the catalogue in a browser, made anew at every save, while somebody writes."""

import os
import socket
import sys
from pathlib import Path

from watchfiles import PythonFilter, run_process

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
PLUGINS = Path(__file__).parents[1]


def free(ports: range) -> int | None:
    """The first of the ports that nobody uses."""
    for port in ports:
        with socket.socket() as attempt:
            # As the server itself asks: a port that was used a moment ago is free.
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((HOST, port))
            except OSError:
                continue
            return port
    return None


def main() -> int:
    """Serves the catalogue in this folder until Ctrl+C; 2 where no port is free."""
    port = free(PORTS)
    if port is None:
        print(f"Portene {PORTS.start}-{PORTS.stop - 1} er alle i brug; luk et vindue med make serve", file=sys.stderr)
        return 2
    if port != PORTS.start:
        print(f"Port {PORTS.start} er i brug af et andet program, måske en make serve i et andet vindue.")
    print(f"Åbn http://{HOST}:{port} om et øjeblik. Stop med Ctrl+C.", flush=True)
    command = f'"{sys.executable}" -m mkdocs serve --quiet --livereload -a {HOST}:{port}'
    # What maintainers read about the future of MkDocs and Material (see CONTRIBUTING.md) is no news to who writes.
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    # Not --strict: what is wrong is told by the catalogue itself, and a server that stops helps nobody.
    packages = (PLUGINS / "catalogue", PLUGINS / "catalogue_mkdocs")
    run_process(*packages, target=command, target_type="command", watch_filter=PythonFilter(), sigint_timeout=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
