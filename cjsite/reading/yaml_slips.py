"""Slips in YAML that its parser stumbles over: where each was made, what to write, and the line so written.

The parser says where it could not go on, which is often lines below the slip, in words for those who know YAML.
Here the line is looked for that was meant otherwise. Read as it was meant, the rest of the file is checked as well.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cjsite.base.frozen import frozen
from cjsite.model.types import Record
from cjsite.reading.merge_marks import MEND, MESSAGE, merge_marks

_ENTRY = re.compile(
    r"(?P<head>\s*(?:-\s+)*(?:(?P<key>[^\s\"'#\[\]{},:-][^\"'#\[\]{}:]*):\s+|-\s+))(?P<value>\S.*?)\s*"
)
"""A line with a value: after a key, or in a list."""
_GLUED = re.compile(r"(?P<head>\s*(?:-\s+)*)(?P<key>[a-z_]+)(?P<colon>[:：﹕])(?P<value>\S.*)")
_WIDE = re.compile(r"(?P<head>\s*(?:-\s+)*[\w ]+)[：﹕]\s*(?P<value>.*)")
_BLANKS = re.compile(r"[\s-]*[\u00a0\u2007\u202f\u3000]")
_TAB = re.compile(r" *(?:- *)*\t")
_BREAKS = re.compile("[\u0085\u2028\u2029]")
_BLOCK_TEXT = re.compile(r"[>|][-+0-9]*(?:\s+#.*)?")
_CANNOT_BEGIN = tuple("*&!%@`>|?{}[],-:")
_LOOK_BACK = 40
"""Lines above the one that the parser stopped at in which an open quote is looked for."""


@frozen
class Slip:
    """A slip: its line and column (from 0), and the line as it was meant, None where nobody can know."""

    line: int
    column: int
    message: str
    mend: str
    meant: str | None = None


def told_at_once(text: str, lines: Sequence[str]) -> Iterator[Slip]:
    """Yield the lines of a text that can be seen to be wrong before anything is parsed."""
    for number in merge_marks(text, lines):
        yield Slip(number, 0, MESSAGE, MEND, "")
    for number, line in enumerate(lines if _BREAKS.search(text) else ()):
        if not line.isascii() and (end := _BREAKS.search(line)):
            message = "a line separator stands here, which nobody sees and YAML takes for the end of the line"
            yield Slip(number, end.start(), message, "write a blank, or a new line", _BREAKS.sub(" ", line))


def slip_in(lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None) -> Slip | None:
    """Return the slip that made the parser stop, None where no line says clearly what was meant.

    stopped_at: line and column, from 0. opened_at: where the quote or bracket began that it was in.
    """
    line, _ = stopped_at
    for number in dict.fromkeys((min(line, len(lines) - 1), line - 1)):
        if 0 <= number < len(lines):
            for look in (_signs, _glued, _unquoted):
                if seen := look(lines[number], number):
                    return seen
    return _too_deep(lines, line) or _open(lines, stopped_at, opened_at)


def _too_deep(lines: Sequence[str], number: int) -> Slip | None:
    """Return a line that stands further in than the one above, which has its value already."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "") if number < len(lines) else ""
    entry, held = (_ENTRY.fullmatch(line) for line in (lines[number] if number < len(lines) else "", above))
    if not entry or not held or not entry["key"] or not held["key"] or _BLOCK_TEXT.fullmatch(held["value"]):
        return None
    depth = held.start("key")
    if entry.start("key") <= depth:
        return None
    message = "this line stands further in than the one above, which has its value already"
    return _told(number, entry.start("key"), message, " " * depth + lines[number].lstrip(), exact=True)


def _signs(line: str, number: int) -> Slip | None:
    """Return a sign that looks like a blank or a colon, and is none to YAML."""
    if blank := _BLANKS.match(line):
        indent = line[: len(line) - len(line.lstrip())]
        meant = re.sub("[\u00a0\u2007\u202f\u3000]", " ", indent) + line.lstrip()
        return _told(number, blank.end() - 1, "a no-break space stands where YAML wants plain ones", meant)
    if tab := _TAB.match(line):
        meant = line[: tab.end()].replace("\t", "  ") + line[tab.end() :]
        return Slip(number, tab.end() - 1, "a tab stands where YAML wants spaces",
                    "replace the tab by spaces (two a level)", meant)  # fmt: skip
    if wide := _WIDE.fullmatch(line):
        meant = f"{wide['head']}: {wide['value']}".rstrip()
        return _told(number, wide.end("head"), "this colon is not the plain `:`", meant)
    return None


def _glued(line: str, number: int) -> Slip | None:
    """Return a known name with its value right behind the colon."""
    glued = _GLUED.fullmatch(line)
    if not glued or glued["key"] not in field_names():
        return None
    meant = f"{glued['head']}{glued['key']}: {glued['value']}"
    return _told(number, glued.start("colon"), "a blank is missing after the colon", meant)


def _unquoted(line: str, number: int) -> Slip | None:
    """Return a value that YAML takes for something else than the text that it is."""
    entry = _ENTRY.fullmatch(line)
    if not entry or _BLOCK_TEXT.fullmatch(entry["value"]):
        return None
    value, at = entry["value"].partition(" # ")[0].rstrip(), entry.start("value")
    if value[0] == '"' and value.endswith('"') and len(value) > 1 and "\\" in value:
        return _told(number, at, "a `\\` between double quotes begins a sign of its own",
                     entry["head"] + in_quotes(value[1:-1]))  # fmt: skip
    if value[0] in "\"'":
        inner = value[1:-1] if value.endswith(value[0]) and len(value) > 1 else ""
        if inner and value[0] in inner:
            return _told(number, at, f"a `{value[0]}` inside the text ends it", entry["head"] + in_quotes(inner))
        if value[0] not in value[1:]:
            return _told(number, at, "a quote is opened here and not closed", line.rstrip() + value[0])
        if not value.endswith(value[0]):
            return _told(number, value.rindex(value[0]) + at + 1, "more text stands behind the quote that ends one",
                         entry["head"] + in_quotes(value.replace(value[0], "")))  # fmt: skip
        return None
    if value.startswith(_CANNOT_BEGIN):
        if value[0] in "[{" and value[-1] in "]}":
            return None
        if value[0] in "[{":
            closing = {"[": "]", "{": "}"}[value[0]]
            return _told(number, at, f"a `{value[0]}` is opened here and not closed", line.rstrip() + closing)
        first = value.split()[0] if value[0] == "-" else value[0]
        return _told(
            number, at, f"a text that begins with `{first}` needs quotes", entry["head"] + in_quotes(value)
        )
    if (colon := re.search(r":(?:\s|$)", value)) is not None:
        return _told(number, at + colon.start(), "a text with a `:` in it needs quotes",
                     entry["head"] + in_quotes(value))  # fmt: skip
    return None


def _open(lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None) -> Slip | None:
    """Return the quote or bracket above that is still open, and swallowed what the parser did not understand."""
    for number, at, sign in _candidates(lines, stopped_at, opened_at):
        closing = {"[": "]", "{": "}"}.get(sign, sign)
        what = "quote" if sign in "\"'" else f"`{sign}`"
        return _told(number, at, f"a {what} is opened here and not closed", lines[number].rstrip() + closing)
    return None


def _candidates(
    lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None
) -> Iterator[tuple[int, int, str]]:
    if opened_at and opened_at[0] < len(lines):
        sign = lines[opened_at[0]][opened_at[1] : opened_at[1] + 1]
        if sign and sign in "\"'[{":
            yield *opened_at, sign
    for number in range(min(stopped_at[0], len(lines)) - 1, max(-1, stopped_at[0] - _LOOK_BACK), -1):
        entry = _ENTRY.fullmatch(lines[number])
        value = entry["value"] if entry else ""
        if entry and value[0] in "\"'" and value.count(value[0]) == 1:
            yield number, entry.start("value"), value[0]


@cache
def field_names() -> frozenset[str]:
    """Return the names of all fields that content may have."""
    below, names = [Record], set[str]()
    while below:
        model = below.pop()
        below += model.__subclasses__()
        names |= model.model_fields.keys()
    return frozenset(names)


def in_quotes(text: str) -> str:
    """Return a text between quotes, as YAML reads it."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _told(line: int, column: int, message: str, meant: str, *, exact: bool = False) -> Slip:
    mend = "begin it below the first letter of that line" if exact else f"write: {meant.strip()}"
    return Slip(line, column, message, mend, meant)
