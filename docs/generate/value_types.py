"""The fields of a value that templates read, and their types in a theme maker's words."""

import datetime
import inspect
import re
import types
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from cjsite.authoring.value_words import choice
from cjsite.base.frozen import fields, is_value
from cjsite.model.types import Record

_PLAIN: Mapping[Any, str] = {
    str: "text", int: "whole number", float: "number", bool: "true or false", Markup: "HTML", datetime.date: "day",
    type(None): "none",
}  # fmt: skip


_NAMED = re.compile(r"(?:^|(?<=[.;] ))(?P<names>\w+(?:, \w+)*): ")
"""Where a docstring begins to speak of fields: `one, other: what they say.`"""


class Read(NamedTuple):
    """One thing that a template may read of a value; about: what it says, '' where its name is enough."""

    name: str
    type: Any
    about: str


def reads(kind: type) -> list[Read]:
    """Return the fields of a type of values in their order, then what it works out of them."""
    hints = get_type_hints(kind)
    if issubclass(kind, Record):
        said = {name: info.description or "" for name, info in kind.model_fields.items()}
    else:
        said = {name: _notes(kind).get(name, "") for name in _names(kind)}
    return [*(Read(name, hints[name], about) for name, about in said.items()), *_worked_out(kind)]


def purpose(kind: type) -> str:
    """Return what a type of values is for: its docstring up to where this speaks of single fields."""
    text = _text(kind)
    end = next((found.start() for found in _heads(kind)), len(text))
    return text[:end].rstrip(" .;") + "."


def _notes(kind: type) -> Mapping[str, str]:
    """Return what a docstring says of single fields, by their names."""
    text, end = _text(kind), None
    said: dict[str, str] = {}
    for head in reversed(list(_heads(kind))):
        about = text[head.end() : end].rstrip(" .;")
        said.update(dict.fromkeys(head["names"].split(", "), about))
        end = head.start()
    return said


def _heads(kind: type) -> Iterator[re.Match[str]]:
    known = set(_names(kind))
    return (found for found in _NAMED.finditer(_text(kind)) if known.issuperset(found["names"].split(", ")))


def _text(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


def _names(kind: type) -> list[str]:
    return [*fields(kind)] if is_value(kind) else []


def _worked_out(kind: type) -> Iterator[Read]:
    own = [cls for cls in kind.__mro__ if cls.__module__.startswith("cjsite.")]
    for name, member in ((name, member) for cls in reversed(own) for name, member in vars(cls).items()):
        work = member.fget if isinstance(member, property) else getattr(member, "func", None)
        if not name.startswith("_") and isinstance(member, property | cached_property) and work:
            said = (inspect.getdoc(work) or "").partition("\n")[0]
            about = said.removeprefix("Return ").removeprefix("Tell ").rstrip(".")
            yield Read(name, get_type_hints(work)["return"], about)


def type_words(annotation: Any, link: Callable[[type], str]) -> str:
    """Return a type in words; link: how a type of values is named."""
    origin, args = get_origin(annotation), get_args(annotation)
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if origin is Annotated:
        return type_words(args[0], link)
    if origin in (Union, types.UnionType):
        return choice([type_words(arg, link) for arg in args])
    if origin is Literal:
        return choice([f"`{arg}`" for arg in args])
    if origin is tuple and args[-1] is Ellipsis:
        return f"list of {type_words(args[0], link)}"
    if origin is tuple:
        return f"({', '.join(type_words(arg, link) for arg in args)})"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{type_words(args[1], link)} by {type_words(args[0], link)}"
    if origin is not None:
        return f"{link(origin)} of {choice([type_words(arg, link) for arg in args])}"
    is_open = annotation in (Any, object) or isinstance(annotation, TypeVar)
    return "value" if is_open else link(annotation)
