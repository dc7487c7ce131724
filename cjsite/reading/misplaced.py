"""Files that nothing reads: where they would be, or what they would have to be called."""

from collections.abc import Collection
from pathlib import PurePosixPath

from cjsite.base.problem import Place, Problem
from cjsite.reading.hints import meant, nearest

_TEXTS = (".yml", ".yaml", ".md")
_BESIDE = ("readme", "license", "licence", "changelog", "contributing", "notice")
"""Files about the content, which lie beside it by custom."""


def misplaced(path: str, folders: Collection[str], registries: Collection[str]) -> Problem | None:
    """Return the problem of a file that nothing reads and that looks like content; None where it does not.

    folders: those that are read, registries: the names of files at the top.
    """
    pure = PurePosixPath(path)
    suffixes = [suffix.lower() for suffix in pure.suffixes]
    folder = pure.parts[0] if len(pure.parts) > 1 else ""
    if len(suffixes) > 1 and suffixes[-1] == ".txt" and suffixes[-2] in _TEXTS:
        return _problem(path, f"its name ends with `.txt`: rename it '{pure.name[: -len('.txt')]}'")
    if pure.suffix.lower() not in _TEXTS or pure.stem.casefold() in _BESIDE:
        return None
    if folder:
        near = nearest(folder, folders) or "journeys"
        return _problem(path, f"the folder '{folder}' is not read; move it into {near}/")
    if pure.suffix.lower() == ".md":
        return _problem(path, "move it into journeys/, or into pages/, personas/ or opportunities/")
    if nearest(pure.stem, (*registries, "site", "journeys")) == "journeys":
        return _problem(path, "journeys go into the folder journeys/, each in a file of its own")
    names = [f"{name}.yml" for name in (*registries, "site")]
    return _problem(path, f"{meant(pure.name, names)} (journeys go into journeys/)")


def _problem(path: str, mend: str) -> Problem:
    return Problem(Place(path), "nothing reads this file", mend)
