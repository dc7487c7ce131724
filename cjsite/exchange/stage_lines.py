"""Stages that are no headings in their document: items of a numbered list, or lines in bold."""

import re
from collections.abc import Iterator

from cjsite.exchange.stage_headings import is_named

_FENCE = re.compile(r"\s{0,3}(?:`{3,}|~{3,})")
_ITEM = re.compile(
    r"\s{0,3}(?P<number>\d{1,2})[.)]\s+(?:\*\*|__)(?P<title>[^*_\n]{1,80}?)\s*[:：]?\s*(?:\*\*|__)\s*[:：–—-]?\s*(?P<rest>.*)"
)
_BOLD = re.compile(r"\s{0,3}(?:\*\*|__)(?P<title>[^*_\n]{1,80}?)\s*[:：]?\s*(?:\*\*|__)\s*[:：–—-]?\s*(?P<rest>.*)")
_INSIDE = re.compile(r"\s+[-*+•]\s+\S")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]\s*")
_MARKS = "######"


def with_headings(text: str) -> tuple[str, list[int]]:
    """Return a document in which such stages are headings, and for each of its lines the number of the old one."""
    lines: list[str] = []
    numbers: list[int] = []
    for number, line in _lines(text.split("\n")):
        lines.append(line)
        numbers.append(number)
    return "\n".join(lines), numbers


def _lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    is_code = False
    for number, line in enumerate(lines, 1):
        is_code = is_code != bool(_FENCE.match(line))
        title, rest = ("", "") if is_code else _stage(line, _next(lines, number))
        if not title:
            yield number, line
            continue
        yield number, f"{_MARKS} {title}"
        if rest:
            yield number, rest


def _next(lines: list[str], at: int) -> str:
    """Return the next line that is not empty, of the few that may stand between an item and its list."""
    return next((line for line in lines[at : at + 3] if line.strip()), "")


def _stage(line: str, below: str) -> tuple[str, str]:
    """Return the title of a stage that a line begins, and the rest of the line; '' where it begins none."""
    match = _ITEM.fullmatch(line)
    if match and _INSIDE.match(below):
        number = "" if is_named(match["title"]) else f"{match['number']}. "
    else:
        match = _BOLD.fullmatch(line)
        number = ""
        if not match or not is_named(match["title"]):
            return "", ""
    title, rest = f"{number}{match['title']}", match["rest"].strip()
    return (f"{title} {rest}", "") if _BRACKETS.fullmatch(rest) else (title, rest)
