"""A table as JSON: a list of objects, one a row, each with the line that it begins in."""

import json
from collections.abc import Iterator, Sequence

from cjsite.reading.source import Source
from cjsite.text.json_depth import is_deep

_SHAPE = "write a list of objects, like [{{{fields}}}]"


class JsonFigure(str):
    """A number as it is written in JSON, where a point is never between thousands."""

    __slots__ = ()


_DECODER = json.JSONDecoder(parse_float=JsonFigure, parse_int=str, parse_constant=str)
"""Numbers stay as they are written: what they mean is read as in every other file."""


def json_rows(source: Source, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row's line and its cells as text; what is no row with these columns becomes a problem."""
    shape = _SHAPE.format(fields=", ".join(f'"{name}": …' for name in columns))
    for line, record in _records(source, shape):
        if not isinstance(record, dict):
            source.problem((line, 1), "this is no object", shape)
            continue
        missing = [name for name in columns if name not in record]
        for name in missing:
            source.problem((line, 1), f"`{name}` is missing", shape)
        if not missing:
            yield line, {name: _cell(record[name]) for name in columns}


def _cell(value: object) -> str:
    if isinstance(value, JsonFigure):
        return value
    return "" if value is None else value.strip() if isinstance(value, str) else json.dumps(value)


def _records(source: Source, shape: str) -> Iterator[tuple[int, object]]:
    text = source.text
    if is_deep(text):
        source.problem((1, 1), "this is nested too deeply", shape)
        return
    try:
        whole = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        source.problem((error.lineno, error.colno), f"this is not JSON: {error.msg}", "check commas and quotes")
        return
    if not isinstance(whole, list):
        source.problem((1, 1), "this is no list", shape)
        return
    # The file is known to be right: each object is found again for the line that it begins in.
    position, line, counted = text.index("[") + 1, 1, 0
    for _ in whole:
        while text[position] in " \t\r\n,":
            position += 1
        line, counted = line + text.count("\n", counted, position), position
        record, position = _DECODER.raw_decode(text, position)
        yield line, record
