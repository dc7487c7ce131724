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

from cjsite.reading.yaml_line import field_names, in_quotes, needs_quotes
from cjsite.reading.yaml_quotes import HASH

Fault = tuple[tuple[int, int], str, str]
"""A place (line and column, from 1), a message and a mend."""
_COMMENT = re.compile(r"\s+#(?=[^\s#])")
_DASH = re.compile(r"-(?=[^\s\d.,>-])")
_ODD_BLANK = re.compile("[\u00a0\u2007\u202f\u3000]")
_OTHER_DASH = re.compile(r"[–—]\s+|[•‣]\s*")
_GLUED = re.compile(r"([A-Za-z_]+):(?=[^\s/\\])")
_UP_TO_FIELD = re.compile(r"(?:,\s*[^,:{}\[\]\"']+(?=[,}]))*")
"""Texts behind commas that are no fields."""
_DECIMAL = re.compile(r"-?\d+,\d{1,2}")
_TITLE = re.compile(r"title\s+\S")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ENTRIES = re.compile(r"\s*(?:-\s+){2,}")
_SUSPECTS = (
    re.compile(r"#(?<=\s#)[^\s#]"),
    re.compile(r"\{[^{}\[\]\n]*,[^{}\[\]\n:,\"']+[,}]"),
    re.compile(r"\n[ \t]*(?:- +)*(?:-[^\s\d.,>-]|[–—]\s|[•‣]|[-?] +- |\? |- +title\s|- +[A-Za-z_]+:[^\s/\\])"),
    re.compile(r"\t(?<=\S\t)"),
)
"""Each begins with a sign of its own: to look for that is quicker than to look for any of several."""
_FAR = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]|\n[\\s-]*[\u00a0\u2007\u202f\u3000]")
"""What no text in plain letters holds."""


def is_suspect(text: str) -> bool:
    """Tell whether there is anything in a text that may be misread; hardly any has, and is looked at no further."""
    lines = f"\n{text}"
    return any(sign.search(lines) for sign in _SUSPECTS) or (not text.isascii() and _FAR.search(lines) is not None)


def misreadings(events: Iterable[Any], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield what was meant otherwise than the parser's events say; lines: of the text that they were read from."""
    # Of each mapping or list around: whether it is in brackets, and of a mapping, whether a key comes next.
    around: list[tuple[bool, bool | None]] = []
    before: Any = None
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            in_brackets, is_key = around[-1] if around else (False, None)
            # Quotes say that a text is one.
            if event.style in (None, ""):
                yield from _plain(event, lines, in_brackets, is_key, before)
            before = event
            _next(around)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _next(around)
            around.append((bool(event.flow_style), True if kind is MappingStartEvent else None))
            before = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            around.pop()
        elif kind is DocumentEndEvent:
            return  # What follows is told of, and not read.


def _with_commas(lines: Sequence[str], start: Any, end: Any) -> str:
    """Return how a value in brackets is written whose text has commas: up to the next field, or the bracket."""
    line = lines[end.line]
    begun, goes_on = lines[start.line][: start.column], line[end.column :]
    until = _UP_TO_FIELD.match(goes_on)
    more = until[0].rstrip() if until else ""
    value = " ".join((lines[start.line][start.column :] if start.line < end.line else line[start.column :])[
        : None if start.line < end.line else end.column - start.column + len(more)
    ].split())  # fmt: skip
    whole = value.replace(",", ".") if _DECIMAL.fullmatch(value) else in_quotes(value)
    return f"write: {f'{begun}{whole}{goes_on[len(more) :]}'.strip()}"


def _next(around: list[tuple[bool, bool | None]]) -> None:
    if around and around[-1][1] is not None:
        around[-1] = around[-1][0], not around[-1][1]


def _plain(event: Any, lines: Sequence[str], in_brackets: bool, is_key: bool | None, last: Any) -> Iterator[Fault]:
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
        yield place, HASH, f"write: {told}"
    if is_key and in_brackets and not rest.lstrip().startswith(":") and last and last.value:
        yield at, "a comma ends the text before it", _with_commas(lines, last.start_mark, end)
    if is_key and _UNSEEN.search(event.value):
        yield at, "a sign that nobody sees stands in this word", f"write: {_UNSEEN.sub('', line).strip()}"
    # What has its `:` on the next line is a long key, as programs write it.
    is_marked = is_key and before.rstrip().endswith("?") and not before.strip(" -?")
    if is_marked and not "".join(lines[end.line + 1 : end.line + 2]).lstrip().startswith(":"):
        begin = before.index("?")
        meant = before[:begin] + in_quotes(line[begin:].strip())
        yield (at[0], begin + 1), needs_quotes("?"), f"write: {meant.strip()}"
    if not in_brackets and _ENTRIES.fullmatch(before) and is_key is not False:
        yield (at[0], before.index("-") + 1), "two `-` begin a list in a list", f"write: - {value.strip()}"
    if "\t" in event.value and not is_key:
        mend = f"write each cell as a field of its own, like `- title: {event.value.split()[0]}`"
        yield at, "a tab stands inside this text, as in a row of a table, and no table is read", mend
    if _ODD_BLANK.match(event.value):
        yield at, "a no-break space stands where YAML wants plain ones", f"write: {value.strip()}"
    if is_key and (dash := _OTHER_DASH.match(event.value)):
        yield at, f"`{dash[0].strip()}` begins no list", f"write: - {value[dash.end() :].strip()}"
    if is_key and _DASH.match(event.value):
        yield at, "a blank is missing after the `-`", f"write: - {value[1:].strip()}"
    if (
        is_key is None
        and not in_brackets
        and (glued := _GLUED.match(event.value))
        and glued[1].lower() in field_names()
    ):
        mend = f"write: - {glued[1].lower()}: {value[glued.end() :].strip()}"
        yield (at[0], at[1] + glued.end() - 1), "a blank is missing after the colon", mend
    if is_key is None and not in_brackets and _TITLE.match(event.value):
        yield at, "a `:` is missing after `title`", f"write: - title: {value[len('title') :].strip()}"
    if not is_key and not before.strip(" -") and not in_brackets:
        if _DASH.match(value):
            yield at, "a blank is missing after the `-`", f"write: - {value[1:].strip()}"
        elif dash := _OTHER_DASH.match(value):
            yield at, f"`{dash[0].strip()}` begins no list", f"write: - {value[dash.end() :].strip()}"
