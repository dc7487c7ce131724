"""A folder on disk as a value: the bytes of its files by their path."""

import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
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
        self._names: dict[str, str] = {}

    @property
    def last(self) -> Mapping[str, bytes]:
        """Return what the last scan did."""
        return self._files

    def scan(self, changed: Collection[str] | None = None) -> Mapping[str, bytes]:
        """Return the first bytes of every file that is not an editor's or a system's own, by POSIX path, sorted.

        A folder that is not there is empty. changed: the paths of all that may be other than it was at the last
        scan, None where nobody can tell. Raises OSError for a file that is there but cannot be read.
        """
        names, self._names = self._names, {}
        if changed is not None and _are_files(changed, names):
            with suppress(FileNotFoundError):  # an editor is about to put another in its place
                return self._read_again(changed, names)
        return self._read_all()

    def _read_again(self, changed: Collection[str], names: dict[str, str]) -> Mapping[str, bytes]:
        """Return the files of the last scan, of which those are read that may have changed; names: by path."""
        files, settled = dict(self._files), dict(self._settled)
        now = time.time_ns()
        for path, name in names.items():
            if path in changed or name not in settled:
                settled.pop(name, None)
                self._read(name, path, now, files, settled)
        self._files, self._settled, self._names = files, settled, names
        return files

    def _read(self, name: str, path: str, now: int, files: dict[str, bytes], settled: dict[str, _Stamp]) -> None:
        """Put a file among files, and its stamp among those that it can be known again by."""
        data = self._files.get(name)
        stamp = _stamp(path)
        if data is None or self._settled.get(name) != stamp:
            read = _read(path, self._most(name), patient=bool(data))
            data = data if data == read and data is not None else read
        files[name] = data
        if max(stamp[:2]) < now - _SETTLED:
            settled[name] = stamp

    def _read_all(self) -> Mapping[str, bytes]:
        files: dict[str, bytes] = {}
        settled: dict[str, _Stamp] = {}
        now = time.time_ns()
        names: dict[str, str] = {}
        links = Links((self._project, self.root) if self._project else None)
        # Some systems keep `ö` as an `o` and two dots: the same name is the same text, wherever it is written.
        for name, path in sorted((normalize("NFC", name), path) for name, path in _walk(str(self.root), "", links)):
            if name in files:
                links.refused[name] = ("two files have this name, in two forms of Unicode", "rename one of them")
                continue
            with suppress(FileNotFoundError):  # an editor replaced it between the listing and the reading
                self._read(name, path, now, files, settled)
                names[path] = name
        self._files, self._settled = files, settled
        # What lies behind a link may change without a word about the path that leads through it.
        self._names = {} if links.are_met else names
        self.refused = tuple(Problem(Place(self._label + name), *said) for name, said in links.refused.items())
        return files

    def forget(self) -> None:
        """Let go the bytes of all files: the next scan reads each of them."""
        self._files, self._settled, self._names = {}, {}, {}


def _are_files(paths: Collection[str], names: Mapping[str, str]) -> bool:
    """Tell whether of some paths all that is there, or was there, are files of the last scan; names: by path."""
    for path in paths:
        if path in names:
            if not (os.path.isfile(path) and not os.path.islink(path)):
                return False
        # What an editor wrote on the way to a save is gone again; a folder may have been what is gone.
        elif os.path.lexists(path) or any(name.startswith(path + os.sep) for name in names):
            return False
    return bool(names)


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
    yield from map(Path, paths_below(folder))


def paths_below(folder: Path) -> Iterator[str]:
    """Yield the path of every such file."""
    for _, path in _walk(str(folder), "", Links((folder.parent, folder))):
        yield path


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
