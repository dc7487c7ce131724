"""Parts of a document that a program writes, between markers that a reader of the page does not see."""

import re
from collections.abc import Iterator, Mapping

from cjsite.authoring.reference import Part

_BEGIN = re.compile(r"<!-- generated: (?P<name>[\w./-]+) -->")
_END = "<!-- end -->"
_HEADING = re.compile(r"#{1,6} +(?P<title>.+?) *#*")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})")


def renewed(text: str, parts: Mapping[str, Part]) -> str:
    """Return a document with every generated part written anew.

    Raises ValueError for a marker that has no end or names no part, and for a part that has no marker.
    """
    lines = text.split("\n")
    marks = list(_marks(lines))
    places = {name: anchor for name, anchor, _, _ in marks}
    wrong = sorted(places.keys() ^ parts.keys())
    if wrong or len(places) < len(marks):
        raise ValueError(f"each generated part needs one marker, and each marker a part: {', '.join(wrong)}")
    for name, _, begin, end in reversed(marks):
        # Blank lines around, or a code host takes the marker for a part of a table.
        lines[begin + 1 : end] = ["", *parts[name](places).strip("\n").split("\n"), ""]
    return "\n".join(lines)


def anchor(title: str) -> str:
    """Return the address that code hosts give a heading: lower case, hyphens for spaces, no other signs."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def headings(text: str) -> list[str]:
    """Return the titles of a document's headings, in order."""
    return [found["title"] for _, line in _outside_code(text.split("\n")) if (found := _HEADING.fullmatch(line))]


def _marks(lines: list[str]) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, anchor, first and last line of each generated part."""
    here = ""
    for index, line in _outside_code(lines):
        heading, begin = _HEADING.fullmatch(line), _BEGIN.fullmatch(line)
        if heading:
            here = anchor(heading["title"])
        if begin:
            if _END not in lines[index:]:
                raise ValueError(f"the generated part {begin['name']} has no end")
            yield begin["name"], here, index, lines.index(_END, index)


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    fence = ""
    for index, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence:
            fence = "" if line == fence else fence
        elif found:
            fence = found["fence"]
        else:
            yield index, line
