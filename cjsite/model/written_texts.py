"""The texts that an object holds, each with the way to it."""

from collections.abc import Callable
from typing import Any

from cjsite.model.types import Record

Way = tuple[int | str, ...]
"""Names of fields, numbers of items and keys of pairs that lead to a text."""
Texts = list[tuple[Way, str]]


def written_texts(record: Record, wanted: Callable[[str], bool]) -> Texts:
    """Return the texts of a record and of the records in it that are wanted, in the order of the fields."""
    texts: Texts = []
    _add_fields(record, (), wanted, texts)
    return texts


def _add_fields(record: Record, way: Way, wanted: Callable[[str], bool], texts: Texts) -> None:
    # A record keeps its values in the order of its fields, those that nobody wrote among them.
    written = record.model_fields_set
    for name, value in record.__dict__.items():
        if value and name in written:
            _add(value, (*way, name), wanted, texts)


def _add(value: Any, way: Way, wanted: Callable[[str], bool], texts: Texts) -> None:
    if isinstance(value, str):
        if wanted(value):
            texts.append((way, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _add(item, (*way, index), wanted, texts)
    elif isinstance(value, Record):
        _add_fields(value, way, wanted, texts)
    elif isinstance(value, dict):
        for key, item in value.items():
            _add(key, (*way, key), wanted, texts)
            _add(item, (*way, key), wanted, texts)
