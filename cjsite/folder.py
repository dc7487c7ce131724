"""A folder on disk as a value: the bytes of its files by their path."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

_PRIVATE_STARTS = (".", "~$", "#")
_PRIVATE_ENDS = ("~", ".swp", ".tmp", ".bak", ".orig")


class Folder:
    """The files below a folder; unchanged files stay the same object from scan to scan."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: dict[str, bytes] = {}

    def scan(self) -> Mapping[str, bytes]:
        """Return the bytes of every file that is not an editor's or a system's own, by POSIX path, sorted.

        A folder that is not there is empty. Raises OSError for a file that is there but cannot be read.
        """
        files: dict[str, bytes] = {}
        for path in sorted(walk(self.root)):
            name = path.relative_to(self.root).as_posix()
            try:
                data = path.read_bytes()
            except FileNotFoundError:  # an editor replaced it between the listing and the reading
                continue
            known = self._files.get(name)
            files[name] = known if known == data and known is not None else data
        self._files = files
        return files


def walk(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder that an author may have written; a folder that is not there has none."""
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith(_PRIVATE_STARTS) or entry.name.endswith(_PRIVATE_ENDS):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)
