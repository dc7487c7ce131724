"""Files of other programs as located trees, refused in one sentence where they are none."""

import re
from typing import Any

from cjsite.base.problem import Place
from cjsite.exchange.imported import NotImported
from cjsite.exchange.located_json import load_json
from cjsite.reading.source import Source
from cjsite.reading.tree import Mark, Unreadable, load

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest file that is looked at: real ones have a hundredth of them."""
_DOCUMENT = re.compile(r"^---(?=\s|$)[^\n]*\n?", re.MULTILINE)
MOST_DOCUMENTS = 100
MOST_POINTS = 1000
"""Stages, steps or tasks that are read of a file: as many as a map may have."""


def checked_count(path: str, mark: Mark, count: int, what: str) -> None:
    """Raise NotImported where there is more of something than a map can hold."""
    if count > MOST_POINTS:
        raise NotImported(
            Place(path, *mark), f"there are more than {MOST_POINTS:,} {what}, and nobody reads that; split it"
        )


def text_of(path: str, data: bytes) -> str:
    """Return the text of a file. Raises NotImported where it is none, or too large."""
    if len(data) > LARGEST:
        raise NotImported(Place(path), f"the file is larger than {LARGEST // (1024 * 1024)} MB; split it")
    source = Source(path, data)
    text = source.text
    if source.problems:
        raise refused(
            path, [((one.place.line, one.place.column), one.message, one.mend) for one in source.problems]
        )
    return text


def json_tree(path: str, data: bytes) -> Any:
    """Return the tree of a JSON file. Raises NotImported."""
    try:
        return load_json(text_of(path, data))
    except Unreadable as error:
        raise refused(path, error.faults) from None


def yaml_trees(path: str, data: bytes) -> list[Any]:
    """Return the trees of a YAML file's documents, those that are empty left out. Raises NotImported."""
    text = text_of(path, data)
    starts = [0, *(match.end() for match in _DOCUMENT.finditer(text))]
    ends = [*(match.start() for match in _DOCUMENT.finditer(text)), len(text)]
    if len(starts) > MOST_DOCUMENTS:
        raise NotImported(Place(path), f"more than {MOST_DOCUMENTS} documents stand in this file; split it")
    trees = []
    for start, end in zip(starts, ends, strict=True):
        try:
            tree = load(text[start:end], text.count("\n", 0, start) + 1)
        except Unreadable as error:
            raise refused(path, error.faults) from None
        if tree is not None:
            trees.append(tree)
    return trees


def refused(path: str, faults: list[tuple[tuple[int, int], str, str]]) -> NotImported:
    """Return why a file is not taken in: the first of its faults, and how many more there are."""
    (mark, message, mend), *others = faults
    more = f" (and {len(others)} more)" if others else ""
    return NotImported(Place(path, *mark), f"{message}{more}" + (f"; {mend}" if mend else ""))
