"""The texts that an object holds, each with the way to it."""

from collections.abc import Callable, Iterator
from typing import Any

from cjsite.model.types import Record

Way = tuple[int | str, ...]
"""Names of fields, numbers of items and keys of pairs that lead to a text."""


def written_texts(record: Record, wanted: Callable[[str], bool]) -> Iterator[tuple[Way, str]]:
    """Yield the texts of a record and of the records in it that are wanted, in the order of the fields."""
    for name in type(record).model_fields:
        if name in record.model_fields_set:
            yield from _within(getattr(record, name), (name,), wanted)


def _within(value: Any, way: Way, wanted: Callable[[str], bool]) -> Iterator[tuple[Way, str]]:
    if isinstance(value, str):
        if wanted(value):
            yield way, value
    elif isinstance(value, Record):
        for inside, text in written_texts(value, wanted):
            yield (*way, *inside), text
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _within(item, (*way, index), wanted)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _within(key, (*way, key), wanted)
            yield from _within(item, (*way, key), wanted)
