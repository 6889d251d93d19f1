"""Tells of every save, wherever the files lie and however an editor writes them."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Lock, Thread

from watchfiles import Change, DefaultFilter, watch

# Milliseconds between two looks at a drive that tells of nothing; and until a watcher sees that it shall stop.
OFTEN = 200
# Milliseconds without another change, after which changes that came together are told together.
QUIET = 50


class Watcher:
    """Calls ``saved`` with the path of every file in the folders, or among the files, that is written or deleted.

    It does both of what a system offers: it waits for events, so that two saves in one second are not taken for one, and it
    polls, since no event comes from a drive on a network. What both find is told once. Both wait outside of Python, so that a
    build loses no time to them. Of a single file the folder is watched, since many editors replace the file they save.
    """

    def __init__(self, paths: Iterable[str | Path], saved: Callable[[str], None]) -> None:
        places = {Path(os.path.realpath(path)) for path in paths}
        self._files = {str(path) for path in places if path.is_file()}
        folders = {path for path in places if path.is_dir()}
        watched = ((folders, True), ({Path(file).parent for file in self._files}, False))
        self._saved, self._stop, self._lock = saved, Event(), Lock()
        self._told: dict[str, tuple[int, ...]] = {}
        self._threads = {
            Thread(target=self._run, args=(paths, recursive, polling, watching := Event()), daemon=True): watching
            for paths, recursive in watched
            for polling in (False, True)
            if paths
        }

    def start(self) -> None:
        """Returns when everything is watched: from then on no save is missed."""
        for thread in self._threads:
            thread.start()
        for watching in self._threads.values():
            watching.wait()

    def stop(self) -> None:
        """Ends it; ``join`` returns when it has ended."""
        self._stop.set()

    def join(self, timeout: float | None = None) -> None:
        for thread in self._threads:
            thread.join(timeout)

    def _run(self, places: Iterable[Path], recursive: bool, polling: bool, watching: Event) -> None:
        def wanted(change: Change, path: str) -> bool:
            return ignoring(change, path) and (recursive or path in self._files)

        ignoring = DefaultFilter()
        # Where a system watches no more folders, or none, the other one sees them.
        with contextlib.suppress(OSError, RuntimeError):
            for changes in watch(
                *places, watch_filter=wanted, step=QUIET, stop_event=self._stop, rust_timeout=OFTEN, yield_on_timeout=True,
                force_polling=polling, poll_delay_ms=OFTEN, recursive=recursive, ignore_permission_denied=True,
            ):  # fmt: skip
                watching.set()
                for _, path in sorted(changes):
                    self._tell(path)
        watching.set()

    def _tell(self, path: str) -> None:
        """Tells of a file unless it is as it was when it was told of."""
        state: tuple[int, ...] = ()
        with contextlib.suppress(OSError):
            found = Path(path).stat()
            if stat.S_ISDIR(found.st_mode):
                return
            state = (found.st_mtime_ns, found.st_size, found.st_ino)
        with self._lock:
            if self._told.get(path) == state:
                return
            self._told[path] = state
        self._saved(path)
