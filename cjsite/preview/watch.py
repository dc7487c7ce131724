"""When to build again: file events are hints, a look at the folders every half second is the truth."""

import asyncio
import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import cast

from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from cjsite.base.folder import paths_below
from cjsite.base.links import is_private

QUIET = 0.02
"""Seconds without an event after which a save counts as done."""
QUIET_WHOLE = 0.003
"""The same where the last event says that a file was closed or moved into place: then it is whole."""
LONGEST = 0.25
"""Seconds after which a stream of saves is built all the same."""
PAUSE = 0.5
"""Seconds between two looks; a look that takes long makes the pause longer."""
_SHARE = 15

Stamp = tuple[int, int, int]
Look = Mapping[str, Stamp]
_WRITES: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent,
    DirMovedEvent, DirDeletedEvent,
]  # fmt: skip


def look(folders: Iterable[Path]) -> Look:
    """Return time, size and inode of every file below the folders, and the inode of each folder itself."""
    found: dict[str, Stamp] = {}
    for folder in folders:
        found[f"{folder}/"] = (0, 0, _stamp(folder)[2])
        found.update((path, _stamp(path)) for path in paths_below(folder))
    return found


def _stamp(path: Path | str) -> Stamp:
    try:
        stat = os.stat(path)  # noqa: PTH116 - ten thousand Paths cost more than the looks
    except OSError:  # gone since it was listed
        return (0, 0, 0)
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


class Watch:
    """Tells an asyncio loop that files below some folders changed.

    Watches die silently when a folder is replaced, and many network drives send no events at all; so the folders
    are also looked at, on a thread of its own. hints: whether file events are listened to at all.
    """

    def __init__(self, folders: Iterable[Path], say: Callable[[str], None], *, hints: bool = True) -> None:
        self._folders = tuple(folders)
        self._say = say
        self._is_told = False
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None
        self._since = 0.0
        self._hinted: set[str] = set()
        self._hints = 0
        self._paths: set[str] | None = set()
        self._seen: dict[str, Stamp] = {}
        with suppress(OSError):  # the first look of the loop tells
            self._seen = dict(look(self._folders))
        self._thread = ThreadPoolExecutor(1, "look")
        self._observer: BaseObserver | None = Observer() if hints else None
        self._watches: dict[Path, tuple[int, ObservedWatch]] = {}

    async def changed(self) -> Collection[str] | None:
        """Return when files changed since the last call and a moment of quiet has passed.

        The paths of all that changed, None where a look alone has seen it.
        """
        await self._changed.wait()
        self._changed.clear()
        paths, self._paths = self._paths, set()
        return paths

    async def run(self) -> None:
        """Watch until cancelled."""
        try:
            self._listen()
            while True:
                began = time.monotonic()
                # A drive that drops, a folder that may not be listed, a loop of links: the next look may work.
                try:
                    await self._compare()
                except OSError as error:
                    self._tell(f"{error.filename or 'content'} cannot be looked at ({error.strerror}); trying on")
                else:
                    self._is_told = False
                await asyncio.sleep(max(PAUSE, _SHARE * (time.monotonic() - began)))
        finally:
            self._thread.shutdown(wait=False)
            if self._observer and self._observer.is_alive():
                self._observer.stop()
                await asyncio.to_thread(self._observer.join)

    def _listen(self) -> None:
        """Listen to file events, where the system has any left to give."""
        if self._observer:
            try:
                self._arm()
                self._observer.start()
            except (OSError, RuntimeError) as error:
                self._observer = None
                self._say(f"no file events ({error}); the folders are looked at every half second instead")

    def _tell(self, text: str) -> None:
        """Say what is wrong once, not with every look."""
        if not self._is_told:
            self._is_told = True
            self._say(text)

    def hint(self, path: str, is_whole: bool) -> None:
        """Note on the loop's thread that a file may have changed."""
        now = self._loop.time()
        self._hints += 1
        self._hinted.add(path)
        if self._timer:
            self._timer.cancel()
        else:
            self._since = now
        due = min(now + (QUIET_WHOLE if is_whole else QUIET), self._since + LONGEST)
        self._timer = self._loop.call_at(due, self._settle)

    def _settle(self) -> None:
        self._timer = None
        # What is built now need not be built again because the next look sees it too.
        for path in self._hinted:
            self._seen[path] = _stamp(path)
            if self._seen[path][2] == 0:
                del self._seen[path]
        if self._paths is not None:
            self._paths |= self._hinted
        self._hinted.clear()
        self._changed.set()

    async def _compare(self) -> None:
        hints = self._hints
        found = await self._loop.run_in_executor(self._thread, look, self._folders)
        # A look during which events came is neither before nor after them.
        if hints == self._hints and found != self._seen:
            self._seen = dict(found)
            self._paths = None
            self._changed.set()
            if self._observer:
                self._arm()

    def _arm(self) -> None:
        """Watch each folder that is there; one that was replaced by another of its name is watched anew."""
        assert self._observer is not None
        for folder in self._folders:
            inode = _stamp(folder)[2]
            known = self._watches.get(folder)
            if known and known[0] != inode:
                self._observer.unschedule(self._watches.pop(folder)[1])
                known = None
            if inode and not known:
                try:
                    watch = self._observer.schedule(_Hints(self), str(folder), recursive=True, event_filter=_WRITES)
                except OSError:  # no watches left, or a drive without any: the looks remain
                    continue
                self._watches[folder] = (inode, watch)


class _Hints(FileSystemEventHandler):
    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in filter(None, (event.src_path, event.dest_path)):
            name = os.fsdecode(cast(str | bytes, path))
            if not is_private(Path(name).name):
                is_whole = event.event_type in ("closed", "moved")
                self._watch._loop.call_soon_threadsafe(self._watch.hint, name, is_whole)
