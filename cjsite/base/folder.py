"""A folder on disk as a value: the bytes of its files by their path."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from cjsite.base.digest import digest
from cjsite.base.links import Links, is_private
from cjsite.base.problem import Place, Problem

_TRIES, _MOMENT = 12, 0.025
"""How often, and how many seconds apart, a file that has just become empty is looked at again."""
_SETTLED = 2_000_000_000
"""Nanoseconds after its time of change from which a file that was read can be known again by that time: two saves
within one tick of a file system's clock look alike, and the coarsest clocks tick every two seconds."""

_Stamp = tuple[int, int, int, int]


class Folder:
    """The files below a folder; unchanged files stay the same object from scan to scan.

    project: the folder that links may lead into, None: any. label: what the paths of `refused` begin with.
    most: how many bytes of a file, by its path, are of use (-1: all); no more of it are read. refused: the problems
    of what the last scan passed over.
    """

    def __init__(
        self, root: Path, project: Path | None = None, label: str = "", most: Callable[[str], int] = lambda _: -1
    ) -> None:
        self.root = root
        self.refused: tuple[Problem, ...] = ()
        self._project, self._label = project, label
        self._most = most
        self._files: dict[str, bytes] = {}
        self._settled: dict[str, _Stamp] = {}

    def scan(self) -> Mapping[str, bytes]:
        """Return the first bytes of every file that is not an editor's or a system's own, by POSIX path, sorted.

        A folder that is not there is empty. Raises OSError for a file that is there but cannot be read.
        """
        files: dict[str, bytes] = {}
        settled: dict[str, _Stamp] = {}
        now = time.time_ns()
        links = Links((self._project, self.root) if self._project else None)
        # Some systems keep `ö` as an `o` and two dots: the same name is the same text, wherever it is written.
        for name, path in sorted((normalize("NFC", name), path) for name, path in _walk(str(self.root), "", links)):
            if name in files:
                links.refused[name] = ("two files have this name, in two forms of Unicode", "rename one of them")
                continue
            data = self._files.get(name)
            try:
                stamp = _stamp(path)
                if data is None or self._settled.get(name) != stamp:
                    read = _read(path, self._most(name), patient=bool(data))
                    data = data if data == read and data is not None else read
            except FileNotFoundError:  # an editor replaced it between the listing and the reading
                continue
            files[name] = data
            if max(stamp[:2]) < now - _SETTLED:
                settled[name] = stamp
        self._files, self._settled = files, settled
        self.refused = tuple(Problem(Place(self._label + name), *said) for name, said in links.refused.items())
        return files

    def forget(self) -> None:
        """Let go the bytes of all files: the next scan reads each of them."""
        self._files, self._settled = {}, {}


class Stamps(NamedTuple):
    """The files of a folder as they are known again: by times, size and number.

    unsettled: the digests of those that may yet change without another time.
    """

    files: dict[str, _Stamp]
    unsettled: dict[str, bytes]

    def are_of(self, folder: Path) -> bool:
        """Tell whether the files below a folder are still the same."""
        files, _ = stamps(folder)
        return files == self.files and all(
            digest((folder / name).read_bytes()) == held for name, held in self.unsettled.items()
        )


def stamps(folder: Path) -> Stamps:
    """Return by what the files below a folder are known again. Raises OSError for one that cannot be looked at."""
    files: dict[str, _Stamp] = {}
    unsettled: dict[str, bytes] = {}
    now = time.time_ns()
    for name, path in _walk(str(folder), "", Links((folder.parent, folder))):
        files[name] = _stamp(path)
        if max(files[name][:2]) >= now - _SETTLED:
            unsettled[name] = digest(Path(path).read_bytes())
    return Stamps(files, unsettled)


def _stamp(path: str) -> _Stamp:
    stat = os.stat(path)
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def _read(path: str, most: int, *, patient: bool) -> bytes:
    """Return a file's bytes; one that was not empty before is given a moment: many editors empty it, then write."""
    if not most:
        return b""
    for attempt in range(_TRIES):
        with open(path, "rb") as file:
            data = file.read(most)
        if data or not patient:
            break
        if attempt < _TRIES - 1:
            time.sleep(_MOMENT)
    return data


def from_here(folder: Path) -> str:
    """Return the path of a folder from where the command runs, with `/` between its parts on every system."""
    try:
        return Path(os.path.relpath(folder)).as_posix()
    except ValueError:  # it lies on another disk
        return folder.resolve().as_posix()


def walk(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder that an author may have written; a folder that is not there has none."""
    for _, path in _walk(str(folder), "", Links((folder.parent, folder))):
        yield Path(path)


def _walk(folder: str, prefix: str, links: Links) -> Iterator[tuple[str, str]]:
    # Texts, not Paths: a preview looks through hundreds of files at every save, and a Path costs more than a read.
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if is_private(entry.name):
            continue
        name = prefix + entry.name
        if entry.is_symlink():
            if not links.enter(entry.path, name):
                continue
            if entry.is_dir():
                yield from _walk(entry.path, f"{name}/", links)
            else:
                yield name, entry.path
            links.leave()
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{name}/", links)
        elif entry.is_file(follow_symlinks=False):
            yield name, entry.path
        else:
            links.refused[name] = ("nothing reads this: it is neither a file nor a folder", "remove it")
