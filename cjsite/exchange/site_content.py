"""What a content folder has already: names that maps may use, and files that stay as they are."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from cjsite.base.folder import Folder
from cjsite.base.frozen import frozen
from cjsite.base.problem import Broken, Problem
from cjsite.model.site import Settings
from cjsite.model.types import Identified, Kind
from cjsite.reading.file_kinds import FOLDERS, REGISTRIES, useful_bytes
from cjsite.reading.files import decode_settings
from cjsite.reading.lexicon import Lexicon, lexicon
from cjsite.reading.read import decode_file

_LEFT_UNREAD = ("journeys/", "pages/")
_JOURNEYS = (".yml", ".yaml", ".md")
"""Suffixes of files that hold a journey each."""


@frozen
class SiteContent:
    """A content folder as an import finds it.

    files: by path; of journeys and pages, only that they are there. names: their paths in small letters, as some
    systems take `A` for `a`, and of journeys without what follows the id. things: of each kind, by id.
    """

    folder: Path
    files: Mapping[str, bytes]
    names: frozenset[str]
    settings: Settings
    words: Lexicon
    things: Mapping[Kind, Mapping[str, Identified]]

    def has(self, path: str) -> bool:
        """Tell whether a file is there, or the same journey in another form."""
        return _name(path) in self.names


def site_content(folder: Path) -> SiteContent:
    """Return what a content folder has; one that is not there is empty.

    Raises Broken with the problems of what maps may name: as long as nobody knows what is there, nothing fits it.
    """
    files = Folder(folder, most=lambda path: 0 if path.startswith(_LEFT_UNREAD) else useful_bytes(path)).scan()
    own = decode_settings("site.yml", files.get("site.yml", b""))
    settings = own.settings
    words = lexicon((settings.language,), settings.emotion_scale, settings.emotion_words)
    problems: list[Problem] = list(own.problems)
    things: dict[Kind, dict[str, Identified]] = {kind: {} for kind in REGISTRIES.values()}
    for path, data in files.items():
        decoded = None if path.startswith(_LEFT_UNREAD) else decode_file(path, data, words)
        if decoded:
            problems += decoded.problems
            for entry in decoded.entries:
                things[entry.kind][entry.id] = entry.value
    if problems:
        raise Broken(problems)
    return SiteContent(folder, files, frozenset(map(_name, files)), settings, words, things)


def _name(path: str) -> str:
    pure = PurePosixPath(path)
    is_journey = path.startswith("journeys/") and pure.suffix.lower() in _JOURNEYS
    return (pure.with_suffix("").as_posix() if is_journey else path).casefold()


FOLDER_OF: Mapping[Kind, str] = {kind: folder for folder, kind in FOLDERS.items()}
