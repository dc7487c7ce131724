"""A folder on disk as a value: the bytes of its files by their path."""

import io
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from cjsite.base.links_on_disk import LinkRules
from cjsite.base.problem import Problem

_TRIES, _MOMENT = 12, 0.025
"""How often, and how many seconds apart, a file that has just become empty is looked at again."""
_PRIVATE_STARTS = (".", "~$", "#")
_PRIVATE_ENDS = ("~", ".swp", ".tmp", ".bak", ".orig")
_PRIVATE_NAMES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


_SETTLED = 2_000_000_000
"""Nanoseconds after its time of change from which a file that was read can be known again by that time: two saves
within one tick of a file system's clock look alike, and the coarsest clocks tick every two seconds."""

_Stamp = tuple[int, int, int, int]


class Folder:
    """The files below a folder; unchanged files stay the same object from scan to scan.

    project: the folder that links may lead to, see `LinkRules`. prefix: what stands before paths in problems.
    problems: those of the links that the last scan came upon.
    """

    def __init__(self, root: Path, project: Path | None = None, prefix: str = "") -> None:
        self.root = root
        self.problems: tuple[Problem, ...] = ()
        self._project = project
        self._prefix = prefix
        self._files: dict[str, bytes] = {}
        self._settled: dict[str, _Stamp] = {}

    def scan(self) -> Mapping[str, bytes]:
        """Return the bytes of every file that is not an editor's or a system's own, by POSIX path, sorted.

        A folder that is not there is empty. Raises OSError for a file that is there but cannot be read.
        """
        files: dict[str, bytes] = {}
        settled: dict[str, _Stamp] = {}
        now = time.time_ns()
        links = LinkRules(self.root, self._project, self._prefix)
        # Some systems keep `ö` as an `o` and two dots: the same name is the same text, wherever it is written.
        for name, path in sorted((normalize("NFC", name), path) for name, path in _walk(str(self.root), links)):
            known = self._files.get(name)
            try:
                stamp = _stamp(path)
                if known is None or self._settled.get(name) != stamp:
                    data = _read(path, patient=bool(known))
                    known = known if known == data and known is not None else data
            except FileNotFoundError:  # an editor replaced it between the listing and the reading
                continue
            files[name] = known
            if max(stamp[:2]) < now - _SETTLED:
                settled[name] = stamp
        self._files, self._settled, self.problems = files, settled, tuple(sorted(links.problems))
        return files


def _stamp(path: str) -> _Stamp:
    stat = os.stat(path)
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def _read(path: str, *, patient: bool) -> bytes:
    """Return a file's bytes; one that was not empty before is given a moment: many editors empty it, then write."""
    for attempt in range(_TRIES):
        with io.FileIO(path) as file:
            data = file.readall()
        if data or not patient:
            break
        if attempt < _TRIES - 1:
            time.sleep(_MOMENT)
    return data


def is_private(name: str) -> bool:
    """Tell whether a file or folder of that name is an editor's or a system's own."""
    return name.startswith(_PRIVATE_STARTS) or name.endswith(_PRIVATE_ENDS) or name.lower() in _PRIVATE_NAMES


def replace(path: str | Path, data: bytes) -> None:
    """Write a file in one step: others see the old bytes or the new ones. A new file may be read by everyone."""
    try:
        mode = os.stat(path).st_mode & 0o7777
    except FileNotFoundError:
        mode = 0o644
    handle, name = _beside(os.path.dirname(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files that only the owner may read; a web server is somebody else.
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _beside(folder: str) -> tuple[int, str]:
    """Return a new file of ours in a folder, open, and its path; the folder is made if it is not there."""
    try:
        return tempfile.mkstemp(".tmp", ".cjsite-", folder)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        return tempfile.mkstemp(".tmp", ".cjsite-", folder)


def walk(folder: Path, project: Path | None = None) -> Iterator[Path]:
    """Yield every file below a folder that an author may have written; a folder that is not there has none.

    project: the folder that links may lead to.
    """
    for _, path in _walk(str(folder), LinkRules(folder, project)):
        yield Path(path)


def _walk(folder: str, links: LinkRules, prefix: str = "", *, is_linked: bool = False) -> Iterator[tuple[str, str]]:
    # Texts, not Paths: a preview looks through hundreds of files at every save, and a Path costs more than a read.
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if is_private(entry.name):
            continue
        name, is_link = prefix + entry.name, entry.is_symlink()
        if is_link and not links.follows(entry.path, name, is_linked=is_linked):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, links, f"{name}/", is_linked=is_linked or is_link)
        elif entry.is_file():
            yield name, entry.path
