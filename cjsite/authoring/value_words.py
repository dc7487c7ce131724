"""What to write as a field's value, in an author's words: from the types that the models declare."""

import datetime
import types
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from cjsite.model.quantities import Cycle, Duration
from cjsite.model.severity import WORDS, Severity
from cjsite.model.stated import PairsOrTexts
from cjsite.model.types import BY_NAME, ONE_OR_MANY, TEXT_LIMIT, Kind, Record, Ref, Shape

Link = Callable[[type[Record]], str]
"""Returns how a record is named, as Markdown that leads to its fields."""

_REFERENCES: Mapping[Kind, str] = {
    "audience": "the name of one of `audiences`",
    "evidence": "a source's id",
    "finding": "a finding's code",
    "path": "the name of one of `paths`",
    "step": "a step's address",
}
_QUANTITIES: Mapping[type, str] = {
    Duration: "a length of time", Cycle: "a stretch of time", float: "a share", str: "a code",
}  # fmt: skip


def choice(words: list[str]) -> str:
    """Return words as a choice: `a`, `b` or `c`."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


_PLAIN: Mapping[Any, str] = {
    bool: "`true` or `false`",
    datetime.date: "a day, like `2026-09-14`",
    float: "a number",
    Severity: choice(["1 to 5", *(f"`{word}`" for word in WORDS)]),
}


def value_words(field: FieldInfo, link: Link) -> str:
    """Return what an author writes as the value of a field."""
    annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return _words(annotation, link)


def _words(annotation: Any, link: Link) -> str:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(args[0], args[1:], link)
    if origin in (Union, types.UnionType):
        return choice([_words(arg, link) for arg in args if arg is not type(None)])
    if origin is Literal:
        return choice([f"`{arg}`" for arg in args])
    if origin is dict:
        return f"pairs: {_words(args[0], link)}, then {_words(args[1], link)}"
    if origin is tuple:
        return f"`[low, high]`, each {_words(args[0], link)}"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return link(annotation)
    return _PLAIN.get(annotation, "a word")


def _marked(kernel: Any, marks: tuple[Any, ...], link: Link) -> str:
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    shape = next((mark for mark in marks if isinstance(mark, Shape)), None)
    if ref:
        return choice([_REFERENCES.get(ref.kind, f"a {ref.kind}'s id"), *(f"`{w}`" for w in sorted(ref.also))])
    if any(isinstance(mark, PairsOrTexts) for mark in marks):
        return f"{_words(kernel, link)}; or a short text, or a list"
    if shape:
        return f"{_QUANTITIES[kernel]}, like `{shape.schema['examples'][0]}`"
    if any(mark is ONE_OR_MANY[0] for mark in marks):
        return f"{_words(get_args(kernel)[0], link)}, or a list"
    if any(mark is BY_NAME[0] for mark in marks):
        return f"{_words(kernel, link)}, or a list of names"
    if kernel is str:
        limits = next((mark for mark in marks if isinstance(mark, StringConstraints)), None)
        if limits is None or limits.pattern:
            return "a word"
        return "a text" if limits.max_length == TEXT_LIMIT else "a short text"
    if kernel is int:
        ends = {end: getattr(mark, end) for mark in _flat(marks) for end in ("ge", "le") if hasattr(mark, end)}
        return "1 to 5" if ends == {"ge": 1, "le": 5} else "a whole number"
    return _words(kernel, link)


def _flat(marks: tuple[Any, ...]) -> list[Any]:
    """Return the limits among marks; those declared by `Field` keep them one level deeper."""
    return [limit for mark in marks for limit in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
