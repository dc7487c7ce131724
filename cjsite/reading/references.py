"""References by id: found in the models by their annotations, checked when everything is read."""

import re
import types
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from cjsite.base.frozen import frozen
from cjsite.model.types import Kind, Record, Ref
from cjsite.reading.hints import meant, nearest, other_form
from cjsite.reading.tree import Loc

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_DECLARED: Mapping[str, str] = {
    "audience": "take it off, or write `everyone`; other names are declared under `audiences:` in site.yml",
    "path": "declare it under `paths:`",
}
"""What to do about a name that is near to none, where names are declared beside what uses them."""


@frozen
class Reference:
    """The id of another object, and where it stands in its file."""

    ref: Ref
    name: str
    loc: Loc
    is_key: bool = False


@frozen
class ReferenceField:
    """How to reach references from a field: the field itself, its items, its keys, or records below it."""

    field: str
    ref: Ref | None
    key_ref: Ref | None
    records: bool


def references(record: Record) -> list[Reference]:
    """Return every reference that a record and the records below it hold."""
    found: list[Reference] = []
    _gather(record, (), found)
    return found


def _gather(record: Record, loc: Loc, references: list[Reference]) -> None:
    written = record.model_fields_set
    for way in reference_fields(type(record)):
        if way.field in written:
            value, here = getattr(record, way.field), (*loc, way.field)
            if way.key_ref:
                references += _keys(way.key_ref, value, here)
            _follow(way, value, here, references)


def _keys(ref: Ref, names: Iterable[str], loc: Loc) -> list[Reference]:
    # No id has a space in it: such a name is a text, and nothing has to be looked for.
    named = (name for name in names if not (ref.or_text != "never" and len(name.split()) > 1))
    return [Reference(ref, name, (*loc, name), is_key=True) for name in named]


def _follow(way: ReferenceField, value: Any, loc: Loc, references: list[Reference]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _follow(way, item, (*loc, index), references)
    elif isinstance(value, dict):
        for key, item in value.items():
            _follow(way, item, (*loc, key), references)
    elif way.ref and value:
        references.append(Reference(way.ref, value, loc))
    elif way.records and isinstance(value, Record):
        _gather(value, loc, references)


@cache
def reference_fields(model: type[Record]) -> tuple[ReferenceField, ...]:
    """Return the fields of a model that hold references, or records that may hold some."""
    found = []
    for name, field in model.model_fields.items():
        annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        key_ref = _key_ref(annotation)
        ref, records = _ref(annotation), _holds_records(annotation)
        if ref or key_ref or records:
            found.append(ReferenceField(name, ref, key_ref, records))
    return tuple(found)


def _parts(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _parts(args[0])
    return origin, args


def _ref(annotation: Any) -> Ref | None:
    if get_origin(annotation) is Annotated:
        own = next((m for m in get_args(annotation)[1:] if isinstance(m, Ref)), None)
        if own:
            return own
    origin, args = _parts(annotation)
    if origin is tuple or origin in (Union, types.UnionType):
        return next((r for r in map(_ref, args) if r), None)
    return _ref(args[1]) if origin is dict else None


def _key_ref(annotation: Any) -> Ref | None:
    origin, args = _parts(annotation)
    return _ref(args[0]) if origin is dict else None


def _holds_records(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _holds_records(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(_holds_records(arg) for arg in get_args(annotation) if arg is not Ellipsis)


def fault(reference: Reference, ids: Mapping[Kind, Collection[str]], owner: str) -> str:
    """Return what is wrong with a reference, with its mend after `; `, or '' if it holds.

    known: the ids of each kind; a step's id is `journey#step`. owner: the id of the object that holds it.
    """
    kind, name = reference.ref.kind, reference.name
    if name in reference.ref.also or reference.ref.or_text == "anything":
        return ""
    address = name if kind != "step" or "#" in name else f"{owner}#{name}"
    if address in ids[kind]:
        return ""
    if reference.ref.or_text == "words" and not _looks_like_id(name, ids[kind]):
        return ""
    last = reference.loc[-1] if reference.loc else ""
    if form := other_form(name, ids[kind], last if isinstance(last, str) else ""):
        return f"there is no {kind} '{name}'; {form}"
    if kind != "step":
        near = nearest(name, (*ids[kind], *reference.ref.also))
        mend = f"did you mean '{near}'?" if near else _DECLARED.get(kind) or meant(name, ids[kind]) or _first(kind)
        return f"there is no {kind} '{name}'; {mend}"
    journey, _, step = address.partition("#")
    if journey not in ids["journey"] and "#" not in name:
        places = [place for place in ids["step"] if place.endswith(f"#{name}")]
        return f"'{name}' does not say of which journey; write {places[0] if places else f'journey#{name}'}"
    if journey not in ids["journey"]:
        return f"there is no journey '{journey}'; {meant(journey, ids['journey'])}"
    there = [n.partition("#")[2] for n in ids["step"] if n.startswith(journey + "#")]
    return f"there is no step '{step}' in {journey}; {meant(step, there)}"


def _looks_like_id(name: str, ids: Iterable[str]) -> bool:
    """Tell whether a word is meant as an id: written like one, or near one that there is."""
    return bool(_ID.fullmatch(name)) or nearest(name, ids) is not None


def _first(kind: str) -> str:
    return f"write one first: there is no {kind} at all yet"
