"""While somebody writes, a file is made when their browser asks for it: of a thousand pages they look at one."""

import contextlib
import posixpath
from collections.abc import Callable, Collection, Iterable
from threading import Lock
from typing import Any, TypeAlias

App: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""What a server of WSGI asks for an answer."""


def on_demand(
    answer: App,
    build: Callable[[], None],
    make: Callable[[Collection[str]], None],
    refuse: Callable[[Exception, str], str],
    prefix: str = "/",
) -> tuple[App, Callable[[], None]]:
    """The two halves of a server, its ``answer`` and its ``build``, where the files asked for are made before the answer.

    ``make`` gets the paths that may be meant, from the site's root, and makes those that are files of the site and not there yet.
    What it raises goes to ``refuse`` with the path, whose page is the answer. ``prefix`` is the path of the site on the server.
    """
    one_at_a_time = Lock()
    waiting: list[tuple[str, str]] = []

    def rebuild() -> None:
        with one_at_a_time:
            build()
            # A build empties the folder, also of what somebody was just about to get.
            for asked in tuple(waiting):
                with contextlib.suppress(Exception):
                    make(asked)

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(prefix)
        # The server itself leads from a folder's name to its page, once that is there.
        asked = (path, posixpath.normpath(f"{path}/index.html").lstrip("/"))
        waiting.append(asked)
        try:
            with one_at_a_time:
                make(asked)
            return answer(environ, start_response)
        except Exception as error:
            page = refuse(error, path)
            start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [page.encode()]
        finally:
            waiting.remove(asked)

    return app, rebuild
