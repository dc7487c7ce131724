"""Slips in Markdown files: fields and headings that nothing reads as such, and that would be published as text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cjsite.model.journey import Journey, Stage
from cjsite.model.step import Step
from cjsite.reading.yaml_line import Slip, field_names, slip

_DASHES = re.compile(r"\s*(?:-{2,}|[–—][–—-]*|-[–—]+|\+{3})\s*")
_ONE_LINE = re.compile(r"\s*---\s+\w[\w-]*:\s.*")
_FIELD = re.compile(r"\s*(?P<name>[A-Za-z_]+)\s*[:=](?:\s.*)?")
_GLUED = re.compile(r"(?P<marks>#{2,3})(?P<title>[^\s#].*)")
_BULLET = re.compile(r"\s*[-*+]\s+")
_JSON = re.compile(r"\s*\"[A-Za-z_]+\"\s*:")
_HEADING = re.compile(r"(#{1,3})\s+\S.*")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})\s*(?P<info>\S*)")
_FIELDS: Mapping[int, frozenset[str]] = {
    level: frozenset(model.model_fields) for level, model in ((1, Journey), (2, Stage), (3, Step))
}
"""The fields of what a heading of a level begins."""
_FRONT = "the fields of a file begin in its first line, with `---` alone, and end with another `---`"


def front_slip(lines: Sequence[str]) -> Slip | None:
    """Return what keeps the fields at the top of a Markdown file from being read; None where nothing does."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or (lines[first].rstrip() == "---" and first == 0):
        return None
    line, below = lines[first], lines[first + 1] if first + 1 < len(lines) else ""
    if _ONE_LINE.fullmatch(line):
        return Slip(first, 0, _FRONT, "write each field on a line of its own, between lines `---`")
    if _DASHES.fullmatch(line) and _is_field(below):
        mend = (
            "write `name: value` lines between lines `---`" if line.strip()[0] == "+" else "write `---` in line 1"
        )
        return Slip(first, 0, _FRONT, mend)
    if _FENCE.match(line) and below.rstrip() == "---":
        return Slip(first, 0, _FRONT, "remove this line, and the one that ends its block")
    if line.rstrip() == "{" and _JSON.match(below):
        return Slip(first, 0, _FRONT, "write `name: value` lines between lines `---`")
    if (late := _late_begin(lines, first)) is not None:
        return Slip(late, 0, _FRONT, f"move what stands above line {late + 1} below these fields")
    if _is_field(line) and (_is_field(below) or below.rstrip() == "---" or line.startswith("title:")):
        return Slip(first, 0, _FRONT, "write a line `---` above these fields, and one below them")
    return None


def _late_begin(lines: Sequence[str], first: int) -> int | None:
    """Return the line where fields begin below a heading or a remark that stands above them."""
    if not lines[first].startswith(("# ", "<!--", "%")):
        return None
    start = next((n for n in range(first + 1, min(first + 4, len(lines))) if lines[n].rstrip() == "---"), None)
    if start is None or not _is_field("".join(lines[start + 1 : start + 2])):
        return None
    return start if any(line.rstrip() == "---" for line in lines[start + 2 :]) else None


def _is_field(line: str) -> bool:
    field = _FIELD.fullmatch(line)
    return field is not None and field["name"].lower() in field_names()


def body_slips(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield what was meant as a heading or as fields of a journey, and would be read as text."""
    level, is_first, number = 1, True, 0
    while number < len(lines):
        line = lines[number]
        if glued := _GLUED.fullmatch(line):
            marks = glued["marks"]
            yield slip(number, len(marks), f"a blank is missing after `{marks}`", f"{marks} {glued['title']}")
            level, is_first = len(marks), True
        elif heading := _HEADING.fullmatch(line):
            level, is_first = len(heading[1]), True
        elif fence := _FENCE.match(line):
            sign, length = fence["fence"][0], len(fence["fence"])
            ends = re.compile(rf" {{0,3}}{re.escape(sign)}{{{length},}}\s*")
            end = next((n for n in range(number + 1, len(lines)) if ends.fullmatch(lines[n])), None)
            if end is None:  # told where the headings are read
                return
            yield from _block_slips(fence, lines[number + 1 : end], number, level, is_first=is_first)
            is_first, number = False, end
        elif line.strip():
            field = _FIELD.fullmatch(_BULLET.sub("", line)) if is_first else None
            if field and field["name"] in _FIELDS[level]:
                mend = "write a line ```yaml above these fields, and a line ``` below them"
                yield Slip(number, 0, "fields below a heading stand in a block of their own", mend)
            is_first = False
        number += 1


def _block_slips(
    fence: re.Match[str], inside: Sequence[str], number: int, level: int, *, is_first: bool
) -> Iterator[Slip]:
    field = _FIELD.fullmatch(next((line for line in inside if line.strip()), ""))
    if not field or field["name"] not in _FIELDS[level]:
        return
    is_yaml = fence["info"].lower() in ("yaml", "yml")
    if is_yaml and (not is_first or level == 1):
        where = "between lines `---` at the top of the file" if level == 1 else "right below their heading"
        yield Slip(number, 0, f"fields stand {where}, and are text here", "move this block there")
    elif is_first and not fence["info"] and level > 1:
        yield slip(number, 0, "nothing says that this block holds fields", f"{fence['fence']}yaml")
