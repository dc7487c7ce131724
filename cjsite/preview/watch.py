"""When to build again: file events are hints, a look at the folders each second is the truth."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tornado.ioloop import IOLoop, PeriodicCallback
from watchdog.events import (
    FileSystemEvent,
    FileSystemEventHandler,
    FileSystemMovedEvent,
)
from watchdog.observers import Observer

from cjsite.folder import walk

QUIET_SECONDS = 0.02
SCAN_MILLISECONDS = 1000
_WRITES = ("created", "modified", "moved", "deleted")


class Watch:
    """Calls back on the loop's thread, after a moment of quiet, whenever a file below the folders changed.

    Watches die silently when a folder is replaced, and many network drives send no events at all; so each second
    the sizes and times of all files are compared too.
    """

    def __init__(self, folders: Iterable[Path], changed: Callable[[], None]) -> None:
        self._folders = tuple(folders)
        self._changed = changed
        self._loop = IOLoop.current()
        self._waiting: object | None = None
        self._seen = self._look()
        self._observer = Observer()
        self._scan = PeriodicCallback(self._compare, SCAN_MILLISECONDS)

    def start(self) -> None:
        """Begin to watch; a folder that cannot be watched is looked at each second all the same."""
        for folder in self._folders:
            if folder.is_dir():
                self._observer.schedule(_Hints(self._hint), str(folder), recursive=True)
        self._observer.start()
        self._scan.start()

    def stop(self) -> None:
        """Stop watching."""
        self._scan.stop()
        self._observer.stop()
        self._observer.join()

    def _hint(self) -> None:
        self._loop.add_callback(self._wait)

    def _wait(self) -> None:
        if self._waiting is not None:
            self._loop.remove_timeout(self._waiting)
        self._waiting = self._loop.call_later(QUIET_SECONDS, self._fire)

    def _fire(self) -> None:
        self._waiting = None
        self._seen = self._look()
        self._changed()

    def _compare(self) -> None:
        if self._waiting is None and self._look() != self._seen:
            self._fire()

    def _look(self) -> dict[Path, tuple[int, int]]:
        found: dict[Path, tuple[int, int]] = {}
        for folder in self._folders:
            for path in walk(folder):
                try:
                    stat = path.stat()
                except OSError:  # gone since it was listed
                    continue
                found[path] = (stat.st_mtime_ns, stat.st_size)
        return found


class _Hints(FileSystemEventHandler):
    def __init__(self, hint: Callable[[], None]) -> None:
        self._hint = hint

    def on_any_event(self, event: FileSystemEvent | FileSystemMovedEvent) -> None:
        # Reading a file makes events too; a build that answered them would never end.
        if event.event_type in _WRITES:
            self._hint()
