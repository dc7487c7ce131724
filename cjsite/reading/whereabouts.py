"""What lies around a content folder: content beside it, which nothing reads, and sites near where there is none."""

from collections.abc import Iterator
from pathlib import Path

from cjsite.base.folder import from_here
from cjsite.base.links import is_private
from cjsite.base.problem import Place, Problem

_SITE = ("site.yml", "journeys")
"""What is in a content folder, and hardly in another."""
_FOLDERS = ("journeys", "journey", "personas", "persona", "opportunities")
_PERHAPS = ("maps", "journey-maps", "customer-journeys")
"""What folders with maps are called as well: those count that hold one."""
_FILES = ("site", "departments", "channels", "personas", "opportunities")
_ENDINGS = (".yml", ".yaml", ".md")
_MOST = 200
"""How many folders are looked into for a site."""


def beside_content(content: Path) -> Iterator[Problem]:
    """Yield a problem for everything beside a content folder that belongs into it."""
    for path in _listed(content.parent):
        if path.stem.casefold() in _FILES and path.suffix.lower() in (".yml", ".yaml") and path.is_file():
            yield _outside(path.name, "file", content.name)
        elif _holds_content(path):
            yield _outside(path.name, "folder", content.name)


def _holds_content(folder: Path) -> bool:
    name = folder.name.casefold()
    if name not in (*_FOLDERS, *_PERHAPS) or not folder.is_dir():
        return False
    texts = (f for f in folder.rglob("*") if f.suffix.lower() in _ENDINGS and f.stem.casefold() != "readme")
    return any(name in _FOLDERS or _is_map(text) for text in texts)


def _is_map(path: Path) -> bool:
    try:
        return b"\nstages:" in b"\n" + path.read_bytes()
    except OSError:
        return False


def _outside(name: str, what: str, content: str) -> Problem:
    mend = f"move it into {content}/"
    return Problem(Place(f"../{name}", 0, 0), f"nothing reads this {what}: it stands beside {content}/", mend)


def no_content(content: Path) -> Problem:
    """Return the problem of a content folder that is missing or empty: where it was looked for, what lies near."""
    looked = "it is a file" if content.is_file() else "it is empty" if content.is_dir() else "there is none"
    message = f"there is no content here: looked for {content.resolve()}, and {looked}"
    return Problem(Place(f"../{content.name}", 0, 0), message, "; ".join(_mends(content)))


def _mends(content: Path) -> Iterator[str]:
    root = content.parent
    near = list(_near(root, content.name))
    if _is_content(root) and root.resolve().name == content.name:
        yield f"this is such a folder itself: use `--source {from_here(root.resolve().parent)}`"
    elif _is_content(root):
        there = " and ".join(_marks(root))
        yield f"{there} stand here: move them, and what belongs to them, into {content.name}/"
    for folder in near:
        site = from_here(folder.parent)
        is_site = folder.name == content.name
        yield (
            f"there is a site in {site}: use `--source {site}`"
            if is_site
            else (f"{from_here(folder)} looks like it: rename it '{content.name}'")
        )
    if not near and not _is_content(root):
        yield f"write {content.name}/site.yml, or start with `cjsite new site NAME`"


def _near(root: Path, name: str) -> Iterator[Path]:
    """Yield folders like a content folder: here by another name, or by its own one or two folders further down."""
    below = [path for path in _listed(root)[:_MOST] if path.is_dir()]
    yield from (path for path in below if path.name != name and _is_content(path))
    deeper = [path for folder in below for path in _listed(folder) if path.is_dir()]
    yield from (path / name for path in [*below, *deeper][:_MOST] if _is_content(path / name))


def _is_content(folder: Path) -> bool:
    return bool(_marks(folder))


def _marks(folder: Path) -> list[str]:
    return [mark for mark in _SITE if (folder / mark).exists()]


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not is_private(path.name))
    except OSError:
        return []
