"""Names of files in one form: what looks the same is the same, whichever system wrote it."""

import posixpath
from unicodedata import normalize

from cjsite.base.controls import IN_LINE, named
from cjsite.base.problem import Place, Problem


def name_problem(path: str) -> Problem | None:
    """Return the problem of a file whose name is no text that a page can hold; None for any other."""
    # Names that are not UTF-8 come from the system with lone surrogates in place of their bytes (PEP 383).
    shown = path.encode("utf-8", "replace").decode()
    if path != shown:
        return Problem(Place(shown), "the name of this file is not UTF-8 (each ? is a byte of it)", "rename it")
    if control := IN_LINE.search(path):
        place = Place(IN_LINE.sub("?", path))
        return Problem(place, f"{named(control[0])} in the name of this file, as ?", "rename it")
    return None


def content_path(folder: str, name: str) -> str:
    """Return the path below the content folder of a file that is named from a folder there.

    Some systems keep `ö` as an `o` with two dots; the path is in the composed form (Unicode Standard Annex #15).

    >>> content_path("journeys", "../img/gro\u0308\u00dfe.png")
    'img/größe.png'
    """
    return posixpath.normpath(posixpath.join(folder, normalize("NFC", name)))


_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for devices, whatever follows after a point (Microsoft, *Naming Files, Paths, …*)."""


def is_reserved(name: str) -> bool:
    """Tell whether Windows can store no file or folder of that name.

    >>> is_reserved("Aux.yml"), is_reserved("auxiliary.yml")
    (True, False)
    """
    return normalize("NFKC", name).casefold().split(".")[0].rstrip() in _DEVICES


def reserved_part(path: str) -> str:
    """Return the first folder of a path, or its file, that Windows cannot store; '' for none."""
    return next((part for part in path.split("/") if is_reserved(part)), "")
