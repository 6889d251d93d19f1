"""A host for a built site, as its visitors meet it."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


class Host(http.server.SimpleHTTPRequestHandler):
    """Sends a file with the headers it is given."""

    def __init__(self, headers_sent: Sequence[tuple[str, str]], *arguments: Any, **more: Any) -> None:
        self.headers_sent = headers_sent
        super().__init__(*arguments, **more)

    def end_headers(self) -> None:
        for name, value in self.headers_sent:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextlib.contextmanager
def hosted(site: Path) -> Iterator[str]:
    """The address where the site is served, with its own headers as a host sends them."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    headers_sent = [(name, value) for name, _, value in (line.strip().partition(": ") for line in lines)]
    handler = functools.partial(Host, headers_sent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
