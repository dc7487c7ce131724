"""Values that YAML takes for something else than the text that they are, for want of quotes."""

import re

from cjsite.reading.yaml_line import (
    BLOCK_TEXT,
    ENTRY,
    Slip,
    begins_otherwise,
    field_names,
    in_quotes,
    needs_quotes,
    slip,
)

_COLON = re.compile(r":(?:\s|$)")
_COMMENT = re.compile(r"\s#(?=[^\s#])")
_PIECE = re.compile(r"(?P<head>[\[{,]\s*(?:[\w-]+:\s+)?)(?P<text>[^\s\"'\[\]{},][^\"'\[\]{},]*?)(?=\s*[,\]}]|$)")
"""A text in brackets, after the name of its field where it has one."""
_RUN = re.compile(r"(?:(?<=[:\[{,]\s)(?P<number>[-+]?[\d.]+)|\w)\s+(?P<key>[a-z_]+):\s")
"""A number or a word with a field right behind it."""
_QUOTE_INSIDE = re.compile(r"[:\[{,]\s*(?P<text>'[^',\[\]{}]*\w'\w[^',\[\]{}]*')(?=\s*[,}\]])")
"""A text between single quotes, with an apostrophe."""
_CLOSING = {"[": "]", "{": "}"}
HASH = "a `#` after a blank begins a comment, and what follows is not read"
COLON = "a text with a `:` in it needs quotes"


def unquoted(line: str, number: int) -> Slip | None:
    """Return a value that YAML takes for something else than the text that it is."""
    entry = ENTRY.fullmatch(line)
    if not entry or BLOCK_TEXT.fullmatch(entry["value"]):
        return None
    head, value, at = entry["head"], entry["value"].partition(" # ")[0].rstrip(), entry.start("value")
    if value[0] in "\"'[{" and value[-1] == "," and _ends(value[:-1]):
        return slip(number, at + len(value) - 1, "a comma stands behind this value", head + value[:-1])
    if value[0] in "\"'":
        return _quoted(line, number, head, value)
    if value[0] in "[{":
        return _in_brackets(line, number, head, value)
    if begins_otherwise(value):
        sign = value.split()[0] if value[0] == "-" else value[0]
        return slip(number, at, needs_quotes(sign), head + in_quotes(value))
    if (colon := _COLON.search(value)) is not None:
        return slip(number, at + colon.start(), COLON, head + in_quotes(value))
    return None


def _ends(value: str) -> bool:
    """Tell whether a value between quotes or brackets ends where they do."""
    if value[0] in "[{":
        return _closed_at(value) == len(value)
    return len(value) > 1 and value[-1] == value[0] and value[0] not in value[1:-1]


def _quoted(line: str, number: int, head: str, value: str) -> Slip | None:
    at, sign = len(head), value[0]
    is_closed = value.endswith(sign) and len(value) > 1
    if sign == '"' and is_closed and "\\" in value:
        return slip(
            number, at, "a `\\` between double quotes begins a sign of its own", head + in_quotes(value[1:-1])
        )
    inner = value[1:-1] if is_closed else ""
    if (
        inner
        and sign in inner
        and inner[inner.index(sign) - 1 : inner.index(sign)] != " "
        and inner.count(sign) > 1
    ):
        message = "more text stands behind the quote that ends one"
        return slip(number, at + inner.index(sign) + 2, message, head + in_quotes(value))
    if inner and sign in inner:
        # Who knows other languages puts a `\` before it, which is no sign of YAML's here.
        plain = inner.replace("\\'", "'")
        return slip(number, at, f"a `{sign}` inside the text ends it", head + in_quotes(plain))
    if sign not in value[1:]:
        return slip(number, at, "a quote is opened here and not closed", line.rstrip() + sign)
    if not value.endswith(sign):
        message = "more text stands behind the quote that ends one"
        return slip(number, value.rindex(sign) + at + 1, message, head + in_quotes(value))
    return None


def _in_brackets(line: str, number: int, head: str, value: str) -> Slip | None:
    at, end = len(head), _closed_at(value)
    if inside := _QUOTE_INSIDE.search(value):
        meant = (
            f"{head}{value[: inside.start('text')]}{in_quotes(inside['text'][1:-1])}{value[inside.end('text') :]}"
        )
        return slip(number, at + inside.start("text"), "a `'` inside the text ends it", meant)
    if 0 < end < len(value) and not value[end:].strip("]} "):
        return slip(number, at + end, f"this `{value[end:].strip()[0]}` closes nothing", head + value[:end])
    if 0 < end < len(value):
        return slip(number, at, needs_quotes(value[0]), head + in_quotes(value))
    if not end and len(value) == 1:
        return None  # Where it ends is in the lines below.
    if not end and value[-1] in "]}" and not set("[]{}") & set(value[1:-1]):
        sign = "{" if _COLON.search(value) else "["
        message = f"a `{value[0]}` is opened here, and a `{value[-1]}` closes it"
        return slip(number, at, message, f"{head}{sign}{value[1:-1]}{_CLOSING[sign]}")
    if not end and not _COMMENT.search(value):
        message = f"a `{value[0]}` is opened here and not closed"
        return slip(number, at, message, line.rstrip() + _CLOSING[value[0]])
    for run in _RUN.finditer(value):
        # No text has a word with a `_` and a colon; a number has no words behind it.
        if run["key"] in field_names() and (run["number"] or "_" in run["key"]):
            meant = f"{head}{value[: run.start('key')].rstrip()}, {value[run.start('key') :]}"
            return slip(number, at + run.start("key"), f"a comma is missing before `{run['key']}`", meant)
    for piece in _PIECE.finditer(value):
        if message := _fault_in(piece["text"]):
            meant = _PIECE.sub(
                lambda p: p["head"] + (in_quotes(p["text"]) if _fault_in(p["text"]) else p["text"]), value
            )
            return slip(number, at + piece.start("text"), message, head + meant)
    return None


def _fault_in(text: str) -> str:
    if begins_otherwise(text):
        return needs_quotes(text[0])
    return HASH if _COMMENT.search(text) else COLON if _COLON.search(text) else ""


def _closed_at(value: str) -> int:
    """Return where the bracket that a value begins with is closed, 0 where it is not."""
    closing: list[str] = []
    quote = ""
    for index, sign in enumerate(value):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and value[index - 1] in "[{, ":
            quote = sign
        elif sign in _CLOSING:
            closing.append(_CLOSING[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing:
                return index + 1
    return 0
