"""Looks for what somebody saves, and leaves the interpreter to the build.

MkDocs asks every file twice a second, in Python. Where there are thousands, a build waits for that half of its time.
"""

from threading import Event, Thread

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver
from watchfiles import watch

# Milliseconds between two looks.
OFTEN = 200


class Watcher(Thread):
    """In place of the observer of MkDocs' server, which goes on with what it watches already.

    It asks the files too, rather than waiting for the system to tell: no system tells of a drive on a network.
    """

    def __init__(self, before: BaseObserver) -> None:
        super().__init__(daemon=True)
        self._before = before
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._stopped = Event()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> str:
        """Lets the handler know of every change in the file or folder, once this has started."""
        self._handlers[path] = handler
        return path

    def unschedule(self, path: str) -> None:
        self._handlers.pop(path)

    def start(self) -> None:
        self._before.start()
        super().start()

    def run(self) -> None:
        changes = (
            watch(*self._handlers, force_polling=True, poll_delay_ms=OFTEN, stop_event=self._stopped) if self._handlers else ()
        )
        for changed in changes:
            for _, file in changed:
                for path, handler in self._handlers.items():
                    if file.startswith(path):
                        handler.dispatch(FileModifiedEvent(file))

    def stop(self) -> None:
        self._before.stop()
        self._stopped.set()
