"""The history of a content folder as git keeps it: one walk through all commits, in which nothing is executed.

A folder comes from anywhere, and so does its git configuration: what git would run for it, or ask another host for,
is turned off.
"""

import datetime
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from cjsite.base.clock import is_plausible
from cjsite.base.day_text import iso_day
from cjsite.base.frozen import frozen
from cjsite.base.problem import Place, Problem, Refusal
from cjsite.model.file_history import FileDates, FileHistory

_SECONDS = 300.0
_BEGIN = "\x01"
"""What the line of a commit begins with: no status does."""
_OFF = (
    ("core.fsmonitor", "false"),
    ("core.hooksPath", os.devnull),
    ("core.pager", "cat"),
    ("log.showSignature", "false"),
    ("safe.bareRepository", "explicit"),
)
"""What git would run, by the configuration of a repository, or take for one that an author put into the content."""
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
"""Nothing is fetched, by no protocol: in a clone without all its files git would ask its host for them."""
_NOT_TOLD = "no page says when it was written"
_NO_COMMIT = "fatal: Needed a single revision"
_DEPTH = "fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` where a code host builds"


@frozen
class _Whereabouts:
    """Where a folder is in a repository: its newest commit, and the way from the repository's root."""

    head: str
    prefix: str
    is_shallow: bool


def git_history(folder: Path) -> tuple[FileHistory, tuple[Problem, ...]]:
    """Return the history of a folder's files, and why there is none."""
    state = ""
    try:
        whereabouts = _whereabouts(folder)
        state = repr(whereabouts)
        if whereabouts.is_shallow:
            # It would date each file that no commit of it touches with the oldest of these, and say nothing of it.
            raise Refusal(f"this clone holds only the newest commits, so {_NOT_TOLD}; {_DEPTH}")
        dates, renamed = _walked(folder, whereabouts)
    except Refusal as refusal:
        message, _, mend = str(refusal).partition("; ")
        problem = Problem(Place("site.yml"), f"`history: git`: {message}", mend)
        return FileHistory({}, {}, state or str(refusal)), (problem,)
    return FileHistory(dates, renamed, state), ()


def history_state(folder: Path) -> str:
    """Return what stands for the whole history of a folder: with another, another is told."""
    try:
        return repr(_whereabouts(folder))
    except Refusal as refusal:
        return str(refusal)


def _whereabouts(folder: Path) -> _Whereabouts:
    told = _git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix", "--verify", "HEAD")
    is_shallow, prefix, head = told.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")
    return _Whereabouts(head, prefix, is_shallow == "true")


@lru_cache(2)
def _walked(folder: Path, whereabouts: _Whereabouts) -> tuple[Mapping[str, FileDates], Mapping[str, str]]:
    """Return the dates of a folder's files, and what these are called now by their earlier paths."""
    # Merges are told by what they themselves changed (-c); paths are never relative to the folder there, whatever
    # --relative says: findings/git-log-relative-merges.sh.
    log = _git(
        folder,
        *("log", "-c", "-M", "--name-status", "-z", f"--format=%x{ord(_BEGIN):02x}%as", "--full-history"),
        *("--no-relative", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-mailmap", "--", "."),
    )
    return history_of(log.decode("utf-8", "surrogateescape"), whereabouts.prefix)


def history_of(log: str, prefix: str = "") -> tuple[Mapping[str, FileDates], Mapping[str, str]]:
    """Return what a log tells of the files below a folder: dates by path now, and paths now by earlier ones."""
    dates: dict[str, FileDates] = {}
    now: dict[str, str] = {}
    renamed: dict[str, str] = {}
    # From the newest commit on: a name is what it is now until one tells that the file was called otherwise before.
    for day, status, paths in _changes(log):
        *earlier, path = (name.removeprefix(prefix) for name in paths)
        if not paths[-1].startswith(prefix) or status.startswith("D"):
            continue
        path = now.get(path, path)
        known = dates.get(path, FileDates(day, day))
        dates[path] = FileDates(min(known.first, day), max(known.last, day))
        if status.startswith("R") and earlier and paths[0].startswith(prefix):
            now[earlier[0]] = path
            if earlier[0] != path:
                renamed.setdefault(earlier[0], path)
    return dates, renamed


def _changes(log: str) -> Iterator[tuple[datetime.date, str, list[str]]]:
    """Yield the day, the status and the paths of each change of a log; of two paths the earlier one first."""
    parts = iter(log.split("\0"))
    day: datetime.date | None = None
    for part in parts:
        word = part.lstrip("\n")
        if word.startswith(_BEGIN):
            day = iso_day(word[len(_BEGIN) :])
        elif word:
            # A merge tells one status a parent, and one path.
            is_moved = word[0] in "RC" and word[1:].isdigit()
            paths = [next(parts, "") for _ in range(1 + is_moved)]
            # A commit may bear any number of seconds as its time: a day that no calendar has is none.
            if day and is_plausible(day):
                yield day, word, paths


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git says of a folder. Raises Refusal with a sentence and a mend where it says nothing."""
    program = shutil.which("git")
    # Windows looks in the folder first that a command is called in.
    if program is None or Path(program).resolve().parent in (folder.parent.resolve(), Path.cwd()):
        raise Refusal(f"git is not installed, so {_NOT_TOLD}; install it, or remove `history`")
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    options = [part for name, value in _OFF for part in ("-c", f"{name}={value}")]
    command = [program, "--no-pager", "-C", str(folder), *options, *arguments]
    try:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=own | _ENVIRONMENT,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refusal(f"git does not answer ({error}), so {_NOT_TOLD}; mend that, or remove `history`") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].replace(";", ",")
        said = "nothing is committed yet" if said == _NO_COMMIT else said
        raise Refusal(f"git tells no history ({said}), so {_NOT_TOLD}; mend that, or remove `history`")
    return done.stdout
