"""Names of files in one form: what looks the same is the same, whichever system wrote it."""

import posixpath
from unicodedata import normalize


def content_path(folder: str, name: str) -> str:
    """Return the path below the content folder of a file that is named from a folder there.

    Some systems keep `ö` as an `o` with two dots; the path is in the composed form (Unicode Standard Annex #15).

    >>> content_path("journeys", "../img/gro\u0308\u00dfe.png")
    'img/größe.png'
    """
    return posixpath.normpath(posixpath.join(folder, normalize("NFC", name)))
