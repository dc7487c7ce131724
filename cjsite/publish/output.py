"""A site into a folder: write what differs, remove what is stale, leave alone what is not ours."""

import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cjsite.base.folder import remove_leftovers, replace
from cjsite.base.frozen import frozen
from cjsite.base.garbage import no_collection
from cjsite.base.problem import Refusal

MANIFEST = ".cjsite.json"
_IGNORED = {".gitignore", ".gitkeep", ".git", ".DS_Store", "Thumbs.db", "desktop.ini"}


class Refused(Refusal):
    """Raised with the reason why a folder must not be built into."""


@frozen
class Written:
    """What a publication did: how many files it wrote, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


@no_collection()
def publish(site: Mapping[str, bytes], output: Path, sources: Iterable[Path], *, force: bool = False) -> Written:
    """Write the site into the folder `output`, each file by an atomic replacement.

    Every page is rendered before anything is written. Raises Refused if the folder is a source or holds one,
    or holds files that no build of ours wrote (unless `force`; they stay even then).
    """
    rendered = {url: site[url] for url in site}
    _check_place(output, sources)
    ours = _manifest(output)
    if ours is None and not force:
        foreign = next(iter(_foreign(output)), None)
        if foreign:
            raise Refused(
                f"{output} holds files that cjsite did not make ({foreign}); choose another, or use --force"
            )
    published = frozenset(ours or ())
    overwritten = [
        url for url in rendered if url not in published and _is_foreign(_place(output, url), rendered[url])
    ]
    if overwritten:
        raise Refused(
            f"{output / overwritten[0]} was not made by cjsite, and a page would take its place; move it away"
        )
    remove_leftovers(output, {os.path.dirname(url) for url in rendered})  # noqa: PTH120
    # What a build that dies half-way has written must be known as ours to the next one.
    _write_manifest(output, {*rendered, *published})
    written = 0
    for url, data in sorted(rendered.items()):
        place = _place(output, url)
        if not _same(place, data):
            replace(place, data)
            written += 1
    stale = sorted(published - rendered.keys())
    for url in stale:
        _remove(output, url)
    _write_manifest(output, rendered)
    return Written(written, len(rendered) - written, len(stale))


def _check_place(output: Path, sources: Iterable[Path]) -> None:
    place = output.resolve()
    for source in (source.resolve() for source in sources):
        if place == source or place in source.parents:
            raise Refused(f"{output} is or holds the source folder {source}; choose another output folder")
        if source in place.parents:
            raise Refused(f"{output} lies inside the source folder {source}; choose another output folder")
    if place.exists() and not place.is_dir():
        raise Refused(f"{output} is a file; choose another output folder")


def _manifest(output: Path) -> tuple[str, ...] | None:
    """Return the addresses that the last build wrote, or None if none did; unsafe ones are dropped."""
    try:
        listed = json.loads((output / MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(listed, list):
        return None
    return tuple(url for url in listed if isinstance(url, str) and _is_inside(url))


def _is_inside(url: str) -> bool:
    parts = url.split("/")
    return all(part not in ("", ".", "..") for part in parts) and "\\" not in url and ":" not in parts[0]


def _write_manifest(output: Path, urls: Iterable[str]) -> None:
    text = json.dumps({"generator": "cjsite", "files": sorted(urls)}, indent=0, ensure_ascii=False) + "\n"
    data = text.encode()
    place = _place(output, MANIFEST)
    if not _same(place, data):
        replace(place, data)


def _foreign(output: Path) -> Iterator[str]:
    if output.is_dir():
        yield from sorted(entry.name for entry in output.iterdir() if entry.name not in _IGNORED)


def _place(output: Path, url: str) -> str:
    # A text, not a Path: this is asked of every page of a site.
    return os.path.join(output, *url.split("/"))  # noqa: PTH118


def _same(path: str, data: bytes) -> bool:
    try:
        with io.FileIO(path) as file:
            return os.fstat(file.fileno()).st_size == len(data) and file.readall() == data
    except OSError:
        return False


def _is_foreign(path: str, data: bytes) -> bool:
    # What a build made whose manifest got lost is the same, and no loss.
    return os.path.lexists(path) and not _same(path, data)


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
