"""A folder on disk as a value: the bytes of its files by their path."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from cjsite.base.digest import digest
from cjsite.base.links import Links, is_private
from cjsite.base.problem import Place, Problem

_TRIES, _MOMENT = 12, 0.025
"""How often, and how many seconds apart, a file that has just become empty is looked at again."""
LEFT_START, LEFT_END, _LEFT_AFTER = ".cjsite-", ".tmp", 600
"""How our temporary files are called, and after how many seconds one is nobody's any more."""

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


def replace(path: str | Path, data: bytes) -> None:
    """Write a file in one step: others see the old bytes or the new ones.

    It keeps its owner and mode; a new file may be read by everyone.

    Raises OSError with the file's name.
    """
    before = _before(str(path))
    try:
        _replace(str(path), data, before)
    except OSError as error:
        # A full disk names no file, or the one beside it.
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _replace(path: str, data: bytes, before: os.stat_result | None) -> None:
    handle, name = _beside(os.path.dirname(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files that only the owner may read; a web server is somebody else.
        _own(name, before)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _permit(path: str, mode: int) -> None:
    # Network drives may know no modes, or let nobody change them: then theirs must do.
    with suppress(OSError):
        os.chmod(path, mode)


def put_in_place(path: str, place: str) -> None:
    """Move a file of ours to its place in one step; a file that it takes the place of gives it its owner and mode.

    Raises OSError with the name of the place.
    """
    try:
        before = _before(place)
        if before is None:
            make_folder(os.path.dirname(place))
        _own(path, before)
        os.replace(path, place)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), place) from error


def _before(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _own(path: str, before: os.stat_result | None) -> None:
    """Give a new file the owner and mode of the one before; a file without one before may be read by everyone."""
    now, mode = os.stat(path), before.st_mode & 0o7777 if before else 0o644
    if before and hasattr(os, "chown") and (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(OSError):  # only who may give files away can; others are their owners anyway
            os.chown(path, before.st_uid, before.st_gid)
    if now.st_mode & 0o7777 != mode:
        _permit(path, mode)


def rewrite(path: Path, data: bytes) -> None:
    """Write an author's file anew; it keeps its owner, its rights and its other names.

    In one step where that can be done, else in place: what another owns, or what has several names, or lies in a
    folder that may not be written in.
    """
    stat = path.stat()
    is_own = not hasattr(os, "geteuid") or os.geteuid() in (0, stat.st_uid)
    if stat.st_nlink == 1 and is_own:
        with suppress(PermissionError):
            replace(path, data)
            return
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def _beside(folder: str) -> tuple[int, str]:
    """Return a new file of ours in a folder, open, and its path; the folder is made if it is not there."""
    try:
        return tempfile.mkstemp(LEFT_END, LEFT_START, folder)
    except FileNotFoundError:
        make_folder(folder)
        return tempfile.mkstemp(LEFT_END, LEFT_START, folder)


def make_folder(folder: str) -> None:
    """Make a folder and those that it lies in, which everyone may list whatever the user's mask says."""
    above = os.path.dirname(folder)
    if above and not os.path.isdir(above):
        make_folder(above)
    with suppress(FileExistsError):
        os.mkdir(folder)
        _permit(folder, 0o755)


def remove_leftovers(root: Path, folders: Iterable[str]) -> None:
    """Remove the temporary files that killed programs left in folders below a root; what may be in use stays."""
    for folder in folders:
        try:
            entries = list(os.scandir(root / folder))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(LEFT_START) and entry.name.endswith(LEFT_END):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < time.time() - _LEFT_AFTER:
                        if entry.is_dir(follow_symlinks=False):
                            shutil.rmtree(entry.path, ignore_errors=True)
                        else:
                            os.unlink(entry.path)


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
