"""References by other ids: what came along may be there already, or its id be another's."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cjsite.model.types import Kind, Record
from cjsite.reading.references import ReferenceField, reference_fields

R = TypeVar("R", bound=Record)
Rename = Callable[[Kind, str], str]
"""What is called so instead, by its kind and id."""


def renaming(names: Mapping[tuple[Kind, str], str]) -> Rename:
    """Return how things are called by these names; a step's address follows its journey."""

    def rename(kind: Kind, name: str) -> str:
        journey, sign, step = name.partition("#")
        if kind == "step" and sign:
            return f"{names.get(('journey', journey), journey)}#{step}"
        return names.get((kind, name), name)

    return rename


def renamed(record: R, rename: Rename) -> R:
    """Return a record whose references, and those of all records in it, are by other names."""
    changes: dict[str, Any] = {}
    for way in reference_fields(type(record)):
        if way.field in record.model_fields_set:
            before = getattr(record, way.field)
            after = _renamed(before, way, rename)
            if after != before:
                changes[way.field] = after
    return record.but(**changes) if changes else record


def _renamed(value: Any, way: ReferenceField, rename: Rename) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(item, way, rename) for item in value)
    if isinstance(value, dict):
        key_ref = way.key_ref
        pairs = ((rename(key_ref.kind, key) if key_ref else key, item) for key, item in value.items())
        return type(value)((key, _renamed(item, way, rename)) for key, item in pairs)
    if isinstance(value, Record):
        return renamed(value, rename) if way.records else value
    return rename(way.ref.kind, value) if way.ref and isinstance(value, str) else value
