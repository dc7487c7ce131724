"""Files written in one step, so that others see the old bytes or the new ones, and nothing between."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

LEFT_START, LEFT_END, _LEFT_AFTER = ".cjsite-", ".tmp", 600
"""How our temporary files are called, and after how many seconds one is nobody's any more."""


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
