"""The engine's watcher where MkDocs' server has its own, which looks at every file twice a second, in Python."""

import os

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver

from idekatalog.publishing.watching import Watcher


class Observer:
    """What MkDocs' server asks of an observer; ``before`` goes on with what it watches already."""

    def __init__(self, before: BaseObserver) -> None:
        self._before = before
        self._handlers: dict[str, FileSystemEventHandler] = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> str:
        """Lets the handler know of every save in the file or folder, once this has started."""
        self._handlers[path] = handler
        return path

    def start(self) -> None:
        self._before.start()
        self._watcher = Watcher(self._handlers, self._saved)
        self._watcher.start()

    def stop(self) -> None:
        self._before.stop()
        self._watcher.stop()

    def join(self) -> None:
        self._watcher.join()

    def _saved(self, path: str) -> None:
        for place, handler in self._handlers.items():
            if f"{path}/".startswith(f"{os.path.realpath(place)}/"):
                handler.dispatch(FileModifiedEvent(path))
