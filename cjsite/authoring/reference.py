"""The fields of every kind of file as tables for authors: name, value, default, meaning."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, partial
from typing import Any, get_args

from pydantic.fields import FieldInfo

from cjsite.authoring.value_words import Link, value_words
from cjsite.model.journey import OF_STEP, Stage
from cjsite.model.quantities import Cycle
from cjsite.model.site import Settings
from cjsite.model.step import Step
from cjsite.model.touchpoint import Touchpoint
from cjsite.model.types import Record
from cjsite.reading.files import MODELS

Anchors = Mapping[str, str]
"""The address, inside its document, of the heading that each table stands under, by the table's name."""
Part = Callable[[Anchors], str]
"""Makes the text of a table."""
_HEAD = "| Field | What to write | If left out | What it says |\n|---|---|---|---|"
_HIDDEN: Mapping[type[Record], Collection[str]] = {
    Step: Touchpoint.model_fields.keys() - {"title", "id"},
    Stage: OF_STEP,
}
"""What is told of elsewhere: what a step may say of its only touchpoint, and a stage of its only step."""


@cache
def records() -> Mapping[str, type[Record]]:
    """Return every record that authors write by its name: each kind of file, and what stands inside."""
    found: dict[str, type[Record]] = {"site": Settings, **{str(kind): model for kind, model in MODELS.items()}}
    waiting = list(found.values())
    while waiting:
        for inner in _inside(waiting.pop(0)):
            if inner not in found.values():
                found[_name(inner)] = inner
                waiting.append(inner)
    return found


def tables() -> Mapping[str, Part]:
    """Return what makes the table of each record, by the record's name."""
    return {name: partial(table, name) for name in records()}


def table(name: str, anchors: Anchors) -> str:
    """Return the table of a record's fields; anchors: where the tables of all records stand."""
    known = records()
    record = known[name]
    addresses = {other: anchors[own] for own, other in known.items()}

    def link(other: type[Record]) -> str:
        # By the heading that the author will find there, not by the name that the class has.
        return f"[{addresses[other].replace('-', ' ')}](#{addresses[other]})"

    rows = (_row(record, field, info, link) for field, info in fields(name).items())
    return "\n".join((*_lead(record), _HEAD, *rows))


def fields(name: str) -> Mapping[str, FieldInfo]:
    """Return the fields that an author may write in a record.

    A file's name is its id, so no field of it is. What a stage shares with its steps, and these with their
    touchpoints, is told of once, there.
    """
    record = records()[name]
    hidden = {"id"} if record in MODELS.values() else _HIDDEN.get(record, set())
    return {field: info for field, info in record.model_fields.items() if field not in hidden}


def _name(record: type[Record]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", record.__name__).lower()


def _inside(record: type[Record]) -> Iterator[type[Record]]:
    for info in record.model_fields.values():
        yield from inner_records(info.annotation)


def inner_records(annotation: Any) -> Iterator[type[Record]]:
    """Yield the records that a value of a type is, or holds."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for arg in get_args(annotation):
        yield from inner_records(arg)


def _lead(record: type[Record]) -> Iterator[str]:
    if record.short:
        yield f"Written as one text, it is the `{record.short}`.\n"


def _row(record: type[Record], name: str, info: FieldInfo, link: Link) -> str:
    cells = (f"`{name}`", value_words(info, link), default_words(record, name, info), info.description or "")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def default_words(record: type[Record], name: str, info: FieldInfo) -> str:
    """Return what holds where an author leaves a field out, '' where nothing does."""
    if info.is_required():
        return "**needed**"
    if name == "id":
        return "made from the title"
    if name == "title" and record in MODELS.values():
        return "made from the id"
    return _shown(info.get_default(call_default_factory=True, validated_data={}))


def _shown(value: object) -> str:
    if isinstance(value, Record):
        inner = ((name, _shown(getattr(value, name))) for name in type(value).model_fields)
        return ", ".join(f"`{name}` {said}" for name, said in inner if said)
    if isinstance(value, Cycle):
        return f"`{value.text}`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, float):
        return f"`{value:g}`"
    return f"`{value}`" if value else ""
