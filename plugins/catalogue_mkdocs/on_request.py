"""While somebody writes, a file is made when their browser asks for it: of a thousand pages they look at one."""

import contextlib
import posixpath
import sys
from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.livereload import LiveReloadServer

from catalogue.problems import InvalidCatalogue
from catalogue.unexpected import problem
from catalogue_mkdocs.layout import RecordFile
from catalogue_mkdocs.notice import notice


def on_request(server: LiveReloadServer, files: Callable[[], Sequence[RecordFile]]) -> LiveReloadServer:
    """The server, which first makes the file that is asked for where it is one of ``files`` and not there yet."""
    build, answer, one_at_a_time = server.builder, server.serve_request, Lock()
    waiting: list[tuple[str, str]] = []

    def make(asked: Container[str]) -> None:
        for file in files():
            if file.dest_uri in asked and not Path(file.abs_dest_path).is_file():
                file.write()

    def builder() -> None:
        with one_at_a_time:
            build()
            # A build empties the folder, also of what somebody was just about to get.
            for asked in tuple(waiting):
                with contextlib.suppress(Exception):
                    make(asked)

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(server.mount_path)
        # The server itself leads from a folder's name to its page, once that is there.
        asked = (path, posixpath.normpath(f"{path}/index.html").lstrip("/"))
        waiting.append(asked)
        try:
            with one_at_a_time:
                make(asked)
            return answer(environ, start_response)
        except Exception as error:
            invalid = error if isinstance(error, InvalidCatalogue) else InvalidCatalogue([problem(error, path)])
            print(f"Kataloget har fejl:\n{invalid}", file=sys.stderr)
            start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [notice(invalid.problems, "Filen kan ikke laves så længe.").encode()]
        finally:
            waiting.remove(asked)

    server.builder = builder
    server.set_app(app)
    return server
