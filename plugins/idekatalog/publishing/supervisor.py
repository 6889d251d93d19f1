"""A server in a process of its own, started anew when the code it runs has changed."""

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from watchfiles import PythonFilter, watch

HOST = "127.0.0.1"
PORTS = range(8000, 8020)


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


def supervise(command: Callable[[str, int], Sequence[str]], code: Sequence[Path]) -> int:
    """Runs the ``command`` of a server for a host and a free port until Ctrl+C, and anew whenever a file of the ``code`` changes.

    Returns 0, 2 where no port is free, or what a server that ends by itself says.
    """
    port = free(PORTS)
    if port is None:
        print(f"Portene {PORTS.start}-{PORTS.stop - 1} er alle i brug; luk et vindue med idekatalog serve", file=sys.stderr)
        return 2
    if port != PORTS.start:
        print(f"Port {PORTS.start} er i brug af et andet program, måske idekatalog serve i et andet vindue.")
    print(f"Åbn http://{HOST}:{port} om et øjeblik. Stop med Ctrl+C.", flush=True)
    # Ctrl+C is how it ends, and nothing to warn of.
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        while True:
            with _started(command(HOST, port)) as server:
                if not _changed(server, code):
                    # None while it still answers.
                    return server.poll() or 0
    except KeyboardInterrupt:
        return 0


def end_with_parent() -> None:
    """For the server: ends this process when the one that supervises it has ended, however it ended."""
    Thread(target=_end_with_parent, daemon=True).start()


@contextmanager
def _started(command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process of its own, which the terminal's Ctrl+C does not reach, and which ends with this one."""
    # A generator does not tidy up when it is stopped while it starts.
    with tempfile.TemporaryDirectory(prefix="katalog-", ignore_cleanup_errors=True) as folder:
        environment = {**os.environ, "TMPDIR": folder}
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, start_new_session=True) as server:
            try:
                yield server
            finally:
                server.terminate()


def _changed(server: subprocess.Popen[bytes], code: Sequence[Path]) -> bool:
    """Waits: True when the code has changed, False at Ctrl+C or when the server has ended."""
    for changes in watch(*code, watch_filter=PythonFilter(), raise_interrupt=False, rust_timeout=500, yield_on_timeout=True):
        if changes:
            return True
        if server.poll() is not None:
            break
    return False


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)
