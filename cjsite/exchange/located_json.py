"""JSON as a tree that knows where each thing stands, like that of YAML: numbers and yes or no keep their kind."""

import json
import math
import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

from cjsite.base.controls import CONTROL, named
from cjsite.reading.tree import DEPTH_LIMIT, Fields, Items, Mark, Unreadable
from cjsite.text.json_depth import is_deep

MOST_VALUES = 100_000
"""Values that a file may hold: a map of a thousand steps has a tenth of them."""
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile("true|false|null")
_EXACT = 15
"""Digits of a whole number that every program reads alike."""
_TEXTS = json.JSONDecoder(strict=False)
_HALF = re.compile("[\ud800-\udfff]")


def load_json(text: str) -> Any:
    """Return the tree of a text: Fields, Items, texts, numbers, True, False or None.

    Raises Unreadable where it is no JSON, too deep, too much, or has one key twice.
    """
    reader = _Reader(text)
    if is_deep(text):
        raise reader.fault(0, "this is nested too deeply", f"keep to {DEPTH_LIMIT} levels")
    start = reader.skip(0)
    tree, end = reader.value(start)
    if (rest := reader.skip(end)) < len(text):
        raise reader.fault(rest, "something stands behind the end of the JSON", "keep one value a file")
    return tree


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.values = 0

    def fault(self, position: int, message: str, mend: str) -> Unreadable:
        return Unreadable([(self.mark(position), message, mend)])

    def mark(self, position: int) -> Mark:
        line = bisect_right(self.lines, position)
        return line, position - self.lines[line - 1] + 1

    def skip(self, position: int) -> int:
        blank = _SPACE.match(self.text, position)
        return blank.end() if blank else position

    def value(self, position: int) -> tuple[Any, int]:
        """Return the value that begins at a position, and where it ends."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise self.fault(position, f"more than {MOST_VALUES:,} values", "split the file")
        sign = self.text[position : position + 1]
        if sign == "{":
            return self._fields(position)
        if sign == "[":
            return self._items(position)
        if sign == '"':
            return self._text(position)
        if word := _WORD.match(self.text, position):
            return _WORDS[word[0]], word.end()
        if number := _NUMBER.match(self.text, position):
            return self._number(number), number.end()
        raise self._unexpected(position)

    def _unexpected(self, position: int) -> Unreadable:
        rest = self.text[position : position + 20].split("\n")[0]
        what = f"`{rest}` stands here" if rest else "the text ends here"
        return self.fault(position, f"this is not JSON: {what}", "check commas, quotes and brackets")

    def _number(self, number: re.Match[str]) -> int | float:
        if not number[1] and not number[2] and len(number[0]) <= _EXACT:
            return int(number[0])
        value = float(number[0])
        if math.isinf(value):
            raise self.fault(number.start(), "this number is too large", "write a smaller one")
        return value

    def _text(self, position: int) -> tuple[str, int]:
        try:
            text, end = _TEXTS.raw_decode(self.text, position)
        except json.JSONDecodeError as error:
            raise self.fault(error.pos, f"this is not JSON: {error.msg}", "check quotes and `\\`") from None
        if control := CONTROL.search(text):
            raise self.fault(position, named(control[0]), "take it out of this text")
        # Half of a sign beyond U+FFFF can be written into no file.
        return _HALF.sub("\ufffd", text), end

    def _fields(self, position: int) -> tuple[Fields, int]:
        fields = Fields()
        position = self.skip(position + 1)
        if self.text.startswith("}", position):
            return fields, position + 1
        while True:
            if not self.text.startswith('"', position):
                raise self._unexpected(position)
            key_at = self.mark(position)
            key, end = self._text(position)
            if key in fields:
                message = f"`{key}` stands here twice"
                raise self.fault(
                    position, message, f"it is in line {fields.keys_at[key][0]} already; keep one of them"
                )
            colon = self.skip(end)
            if not self.text.startswith(":", colon):
                raise self._unexpected(colon)
            begin = self.skip(colon + 1)
            fields[key], end = self.value(begin)
            fields.keys_at[key], fields.values_at[key] = key_at, self.mark(begin)
            position, is_end = self._next(end, "}")
            if is_end:
                return fields, position

    def _items(self, position: int) -> tuple[Items, int]:
        items = Items()
        position = self.skip(position + 1)
        if self.text.startswith("]", position):
            return items, position + 1
        while True:
            items.items_at.append(self.mark(position))
            item, end = self.value(position)
            items.append(item)
            position, is_end = self._next(end, "]")
            if is_end:
                return items, position

    def _next(self, position: int, closing: str) -> tuple[int, bool]:
        """Return where the next thing of a list begins, or the list ends, and which of the two it is."""
        position = self.skip(position)
        if self.text.startswith(closing, position):
            return position + 1, True
        if not self.text.startswith(",", position):
            raise self._unexpected(position)
        return self.skip(position + 1), False
