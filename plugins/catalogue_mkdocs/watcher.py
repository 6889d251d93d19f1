"""Looks for what somebody saves, in a process of its own, and leaves this one to the build.

MkDocs' server looks at every file itself, twice a second: where there are thousands, a build waits for that a third of its time.
"""

import contextlib
import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from threading import Thread

from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# Seconds between two looks.
OFTEN = 0.2


class Watcher(Thread):
    """In place of the observer of MkDocs' server, which goes on with what it watches already.

    It looks, as that one does, rather than waiting to be told: no system tells of a drive on a network.
    """

    def __init__(self, before: BaseObserver) -> None:
        super().__init__(daemon=True)
        self._before = before
        self._handlers: dict[str, FileSystemEventHandler] = {}
        # Started anew, since a copy of this process would hold on to the server's port.
        new = multiprocessing.get_context("spawn")
        self._told, self._telling = new.Pipe()
        self._new_process = new.Process

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> str:
        """Lets the handler know of every change in the file or folder, once this has started."""
        self._handlers[path] = handler
        return path

    def unschedule(self, path: str) -> None:
        """Forgets what ``schedule`` gave back."""
        del self._handlers[path]

    def start(self) -> None:
        """Returns when everything has been looked at once: from then on no save is missed."""
        self._before.start()
        self._process = self._new_process(target=_look, args=(tuple(self._handlers), self._telling), daemon=True)
        self._process.start()
        self._telling.close()
        self._told.recv()
        super().start()

    def run(self) -> None:
        # The process has ended when nothing more can be told.
        with contextlib.suppress(EOFError, ConnectionError):
            while True:
                path, event = self._told.recv()
                self._handlers[path].dispatch(event)

    def stop(self) -> None:
        self._before.stop()
        if self.is_alive():
            self._process.terminate()


def _look(paths: Sequence[str], telling: Connection) -> None:
    def tell(path: str) -> FileSystemEventHandler:
        handler = FileSystemEventHandler()
        handler.on_any_event = lambda event: telling.send((path, event))  # type: ignore[method-assign]
        return handler

    looking = PollingObserver(timeout=OFTEN)
    for path in paths:
        looking.schedule(tell(path), path, recursive=True)
    looking.start()
    # Nothing is ever said: it waits until the server is gone, also where that was killed.
    with contextlib.suppress(EOFError, ConnectionError, KeyboardInterrupt):
        telling.send("looked")
        telling.recv()
