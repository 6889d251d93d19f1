"""The catalogue in a browser, made anew at every save, while somebody writes."""

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from watchfiles import PythonFilter, watch

from catalogue_mkdocs.building import readable

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
PLUGINS = Path(__file__).parents[1]
ENGINE = (PLUGINS / "catalogue", PLUGINS / "catalogue_mkdocs")


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
    """Serves the catalogue in this folder until Ctrl+C.

    0, 1 where its settings are wrong, 2 where no port is free, or what a server that ends by itself says.
    """
    if not readable():
        return 1
    port = free(PORTS)
    if port is None:
        print(f"Portene {PORTS.start}-{PORTS.stop - 1} er alle i brug; luk et vindue med make serve", file=sys.stderr)
        return 2
    if port != PORTS.start:
        print(f"Port {PORTS.start} er i brug af et andet program, måske en make serve i et andet vindue.")
    print(f"Åbn http://{HOST}:{port} om et øjeblik. Stop med Ctrl+C.", flush=True)
    # Ctrl+C is how it ends, and nothing to warn of.
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        while True:
            with started(port) as server:
                if not changed(server):
                    # None while it still answers.
                    return server.poll() or 0
    except KeyboardInterrupt:
        return 0


@contextmanager
def started(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process of its own, which the terminal's Ctrl+C does not reach, and which ends with this one."""
    command = [sys.executable, "-c", f"from catalogue_mkdocs.serving import serve; serve({port})"]
    # MkDocs does not tidy up when it is stopped while it starts.
    with tempfile.TemporaryDirectory(prefix="katalog-", ignore_cleanup_errors=True) as folder:
        environment = {**os.environ, "TMPDIR": folder}
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, start_new_session=True) as server:
            try:
                yield server
            finally:
                server.terminate()


def changed(server: subprocess.Popen[bytes]) -> bool:
    """Waits: True when the engine's own code has changed, False at Ctrl+C or when the server has ended."""
    for changes in watch(*ENGINE, watch_filter=PythonFilter(), raise_interrupt=False, rust_timeout=500, yield_on_timeout=True):
        if changes:
            return True
        if server.poll() is not None:
            break
    return False


def serve(port: int) -> None:
    """Serves the catalogue in this process until it is stopped, or nobody is left to write to its standard input."""
    Thread(target=end_with_parent, daemon=True).start()
    # What maintainers read about the future of MkDocs and Material (see CONTRIBUTING.md) is no news to who writes.
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    from mkdocs.__main__ import cli

    # Not --strict: what is wrong is told by the catalogue itself, and a server that stops helps nobody.
    cli.main(["serve", "--quiet", "--livereload", "-a", f"{HOST}:{port}"], prog_name="mkdocs")


def end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)
