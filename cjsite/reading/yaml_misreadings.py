"""What YAML reads without a word, and otherwise than it was meant: half a text, one text for a list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from yaml import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cjsite.reading.yaml_slips import field_names, in_quotes

Fault = tuple[tuple[int, int], str, str]
"""A place (line and column, from 1), a message and a mend."""
_COMMENT = re.compile(r"\s+#(?=[^\s#])")
_DASH = re.compile(r"-(?=[^\s\d.,-])")
_ODD_BLANK = re.compile("[\u00a0\u2007\u202f\u3000]")
_OTHER_DASH = re.compile(r"[–—•‣]\s+")
_GLUED = re.compile(r"([a-z_]+):(?=[^\s/\\])")
_SUSPECT = re.compile(
    r"\s#[^\s#]"
    r"|^[ \t]*(?:- +)*(?:-[^\s\d.,-]|[–—•‣]\s|- +[a-z_]+:[^\s/\\])"
    r"|^[\s-]*[\u00a0\u2007\u202f\u3000]"
    r"|\{[^{}\[\]\n]*,[^{}\[\]\n:,\"']+[,}]",
    re.MULTILINE,
)


def is_suspect(text: str) -> bool:
    """Tell whether there is anything in a text that may be misread; hardly any has, and is looked at no further."""
    return _SUSPECT.search(text) is not None


def misreadings(events: Iterable[Any], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield what was meant otherwise than the parser's events say; lines: of the text that they were read from."""
    # Of each mapping or list around: whether it is in brackets, and of a mapping, whether a key comes next.
    around: list[tuple[bool, bool | None]] = []
    text = ""
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            in_brackets, is_key = around[-1] if around else (False, None)
            # Quotes say that a text is one.
            if event.style in (None, ""):
                yield from _plain(event, lines, in_brackets, is_key, text)
            text = event.value
            _next(around)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _next(around)
            around.append((bool(event.flow_style), True if kind is MappingStartEvent else None))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            around.pop()
        elif kind is DocumentEndEvent:
            return  # What follows is told of, and not read.


def _next(around: list[tuple[bool, bool | None]]) -> None:
    if around and around[-1][1] is not None:
        around[-1] = around[-1][0], not around[-1][1]


def _plain(
    event: Any, lines: Sequence[str], in_brackets: bool, is_key: bool | None, text_before: str
) -> Iterator[Fault]:
    start, end = event.start_mark, event.end_mark
    if end.line >= len(lines):
        return  # An empty value at the very end has no line of its own.
    line, rest = lines[start.line], lines[end.line][end.column :]
    before, value = line[: start.column], line[start.column :]
    at = start.line + 1, start.column + 1
    if not is_key and (cut := _COMMENT.match(rest)):
        text = lines[end.line][: end.column] if end.line == start.line else ""
        head = lines[end.line][: start.column] if text else ""
        whole = (lines[end.line][start.column :] if text and event.value else rest).strip()
        place = end.line + 1, end.column + cut.end() + 1
        told = f"{(head if event.value else text).strip()} {in_quotes(whole)}".strip()
        yield place, "a `#` after a blank begins a comment, and what follows is not read", f"write: {told}"
    if is_key and in_brackets and not rest.lstrip().startswith(":"):
        mend = f"write the text between quotes: {in_quotes(f'{text_before}, {event.value}')}"
        yield at, "a comma ends the text before it", mend
    if _ODD_BLANK.match(event.value):
        yield at, "a no-break space stands where YAML wants plain ones", f"write: {value.strip()}"
    if is_key and (dash := _OTHER_DASH.match(event.value)):
        yield at, f"`{dash[0].strip()}` begins no list", f"write: - {value[dash.end() :].strip()}"
    if is_key is None and not in_brackets and (glued := _GLUED.match(event.value)) and glued[1] in field_names():
        mend = f"write: - {glued[1]}: {value[glued.end() :].strip()}"
        yield (at[0], at[1] + glued.end() - 1), "a blank is missing after the colon", mend
    if not is_key and not before.strip(" -") and not in_brackets:
        if _DASH.match(value):
            yield at, "a blank is missing after the `-`", f"write: - {value[1:].strip()}"
        elif dash := _OTHER_DASH.match(value):
            yield at, f"`{dash[0].strip()}` begins no list", f"write: - {value[dash.end() :].strip()}"
