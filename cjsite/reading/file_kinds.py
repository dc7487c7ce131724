"""What the files of a content folder hold, going by their paths."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from cjsite.model.picture_formats import MEDIA
from cjsite.model.types import Kind
from cjsite.reading.media import MEDIA_LIMIT
from cjsite.reading.source import SIZE_LIMIT

REGISTRIES: Mapping[str, Kind] = {
    "departments": "department",
    "channels": "channel",
    "evidence": "evidence",
    "metrics": "metric",
    "personas": "persona",
    "opportunities": "opportunity",
}
FOLDERS: Mapping[str, Kind] = {**REGISTRIES, "journeys": "journey", "pages": "page"}
YAML = (".yml", ".yaml")
TABLES = (".csv", ".json")


def is_journey_file(path: str) -> bool:
    """Tell whether a file holds a journey, going by its path."""
    folder, stem, suffix = file_name(path)
    is_one = folder == "journeys" and suffix in (*YAML, ".md")
    return is_one and not is_about_others(folder, stem, suffix)


def useful_bytes(path: str) -> int:
    """Return how many bytes of a file are of use: one more than it may have, none of what is not read."""
    suffix = file_name(path).suffix
    if suffix in MEDIA:
        return MEDIA_LIMIT + 1
    return SIZE_LIMIT + 1 if suffix in (*YAML, *TABLES, ".md") else 0


class FileName(NamedTuple):
    """What a path says of its file; folder: the topmost one, '' for none."""

    folder: str
    stem: str
    suffix: str


@lru_cache(2**16)
def file_name(path: str) -> FileName:
    """Return what a path says of its file."""
    # Remembered, for a preview asks the same of a thousand files at every save.
    pure = PurePosixPath(path)
    return FileName(pure.parts[0] if len(pure.parts) > 1 else "", pure.stem, pure.suffix.lower())


def is_about_others(folder: str, stem: str, suffix: str) -> bool:
    """Tell whether a file says something of those that lie beside it; among pages, it is one of them."""
    return suffix == ".md" and folder != "pages" and stem.casefold() == "readme"
