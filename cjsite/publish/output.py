"""A site into a folder: write what differs, remove what is stale, leave alone what is not ours."""

import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from cjsite.base.digest import digest
from cjsite.base.frozen import frozen
from cjsite.base.problem import Refusal
from cjsite.base.writing import LEFT_END, LEFT_START, make_folder, put_in_place, remove_leftovers
from cjsite.publish.manifest import Manifest
from cjsite.publish.stamps import Stamp, stamp

_IGNORED = {".gitignore", ".gitkeep", ".git", ".DS_Store", "Thumbs.db", "desktop.ini"}


class Refused(Refusal):
    """Raised with the reason why a folder must not be built into."""


@frozen
class Written:
    """What a publication did: how many files it wrote, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def publish(site: Mapping[str, bytes], output: Path, sources: Iterable[Path], *, force: bool = False) -> Written:
    """Write a site that is at hand into the folder `output`; raises as `Publication` does."""
    with Publication(output, sources, force=force) as publication:
        for url in site:
            publication.add(url, site[url], digest(site[url]))
        return publication.finish()


class Publication:
    """The files of a site on their way into a folder, each written as soon as it is made.

    They are put down beside their places, and take these when all of them are there: a build that fails before has
    changed nothing, and one that is killed leaves whole files, of which the next knows that they are ours.

    before: the stamps of what the last build wrote there; what has none is read. Raises Refused if the folder is a
    source or holds one, or holds files that no build of ours wrote (unless `force`; they stay even then).
    """

    def __init__(
        self,
        output: Path,
        sources: Iterable[Path],
        before: Mapping[str, Stamp] | None = None,
        *,
        force: bool = False,
    ) -> None:
        _check_place(output, sources)
        self._output, self._before = output, before or {}
        self._manifest = Manifest(output)
        if self._manifest.files is None and not force:
            foreign = next(iter(_foreign(output)), None)
            if foreign:
                raise Refused(
                    f"{output} holds files that cjsite did not make ({foreign}); choose another, or use --force"
                )
        self._published = frozenset(self._manifest.files or ())
        self._stamps: dict[str, Stamp] = {}
        self._moves: dict[str, str] = {}
        self._stage: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stage:
            shutil.rmtree(self._stage, ignore_errors=True)

    @property
    def stamps(self) -> Mapping[str, Stamp]:
        """Return the stamps of the files of the site so far."""
        return self._stamps

    def is_there(self, url: str, mark: bytes) -> bool:
        """Tell whether what has this mark lies at its place already, and keep it there."""
        before = self._before.get(url)
        if before is None or before[2] != mark:
            return False
        if self._stamps.get(url) is before:
            return True  # somebody has asked already
        try:
            is_same = stamp(_place(self._output, url), before[2]) == before
        except OSError:
            return False
        if is_same:
            self._stamps[url] = before
        return is_same

    def add(self, url: str, data: bytes, mark: bytes) -> None:
        """Take in a file. mark: what tells it from any other of its address."""
        place = _place(self._output, url)
        if _same(place, data):
            self._stamps[url] = stamp(place, mark)
            return
        try:
            staged = self._put_down(data)
        except OSError as error:
            # A full disk names no file, or the one beside it.
            raise OSError(error.errno, error.strerror or str(error), place) from error
        self._moves[url] = staged
        self._stamps[url] = stamp(staged, mark)

    def finish(self) -> Written:
        """Put everything in its place, and remove what the site has no more.

        Raises Refused if a page would take the place of a file that no build of ours made.
        """
        foreign = [url for url in self._moves if url not in self._published and _is_there(self._output, url)]
        if foreign:
            raise Refused(
                f"{self._output / foreign[0]} was not made by cjsite, and a page would take its place; move it away"
            )
        remove_leftovers(self._output, {os.path.dirname(url) for url in self._stamps})  # noqa: PTH120
        stale = sorted(self._published - self._stamps.keys())
        if self._moves or stale:
            # What a build that dies half-way has written must be known as ours to the next one.
            self._manifest.write({*self._stamps, *self._published})
        for url, staged in sorted(self._moves.items()):
            put_in_place(staged, _place(self._output, url))
        for url in stale:
            _remove(self._output, url)
        self._manifest.write(self._stamps)
        return Written(len(self._moves), len(self._stamps) - len(self._moves), len(stale))

    def _put_down(self, data: bytes) -> str:
        """Write bytes beside their place."""
        if self._stage is None:
            make_folder(str(self._output))
            self._stage = tempfile.mkdtemp(LEFT_END, LEFT_START, self._output)
        path = f"{self._stage}/{len(self._moves)}"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        return path


def _check_place(output: Path, sources: Iterable[Path]) -> None:
    place = output.resolve()
    for source in (source.resolve() for source in sources):
        if place == source or place in source.parents:
            raise Refused(f"{output} is or holds the source folder {source}; choose another output folder")
        if source in place.parents:
            raise Refused(f"{output} lies inside the source folder {source}; choose another output folder")
    if place.exists() and not place.is_dir():
        raise Refused(f"{output} is a file; choose another output folder")


def _foreign(output: Path) -> Iterator[str]:
    if output.is_dir():
        names = (entry.name for entry in output.iterdir() if entry.name not in _IGNORED)
        # What a first build that was killed has left is ours.
        yield from sorted(name for name in names if not (name.startswith(LEFT_START) and name.endswith(LEFT_END)))


def _place(output: Path, url: str) -> str:
    # A text, not a Path: this is asked of every page of a site.
    return os.path.join(output, *url.split("/"))  # noqa: PTH118


def _same(path: str, data: bytes) -> bool:
    try:
        with io.FileIO(path) as file:
            return os.fstat(file.fileno()).st_size == len(data) and file.readall() == data
    except OSError:
        return False


def _is_there(output: Path, url: str) -> bool:
    return os.path.lexists(_place(output, url))


def _remove(output: Path, url: str) -> None:
    path = output / url
    path.unlink(missing_ok=True)
    for folder in path.relative_to(output).parents:
        if folder == Path():
            break
        try:
            (output / folder).rmdir()
        except OSError:  # it holds something that is not ours
            break
