"""The catalogue in a browser, made anew at every save, while somebody writes."""

import logging
import multiprocessing
import os
import signal
import socket
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from watchfiles import PythonFilter, watch

from catalogue_mkdocs.interrupts import left_to_this_process

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
    """Serves the catalogue in this folder until Ctrl+C: 0, 2 where no port is free, or what a server that ends by itself says."""
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
        while changed(server := started(port)):
            server.terminate()
            server.join()
    except KeyboardInterrupt:
        return 0
    # It has ended by itself, or else it ends with this process.
    return server.exitcode or 0


def started(port: int) -> BaseProcess:
    """A server in a process of its own, which ends with this one."""
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(port,))
    with left_to_this_process():
        server.start()
    return server


def changed(server: BaseProcess) -> bool:
    """Waits: True when the engine's own code has changed, False at Ctrl+C or when the server has ended."""
    for changes in watch(*ENGINE, watch_filter=PythonFilter(), raise_interrupt=False, rust_timeout=500, yield_on_timeout=True):
        if changes:
            return True
        if not server.is_alive():
            break
    return False


def serve(port: int) -> None:
    """Serves the catalogue in this process until it is terminated, or its parent is gone."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())
    Thread(target=end_with_parent, daemon=True).start()
    # What maintainers read about the future of MkDocs and Material (see CONTRIBUTING.md) is no news to who writes.
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    from mkdocs.__main__ import cli

    # Not --strict: what is wrong is told by the catalogue itself, and a server that stops helps nobody.
    cli.main(["serve", "--quiet", "--livereload", "-a", f"{HOST}:{port}"], prog_name="mkdocs")


def end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
