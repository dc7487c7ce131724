"""A value for every field of a model, each text a word of its own, so that a test can look for all of them."""

import datetime
import types
from collections.abc import Iterator
from itertools import count
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from cjsite.model.severity import Severity
from cjsite.model.types import Kind, Record, Ref, Shape

_OTHER: dict[type, object] = {bool: True, int: 3, float: 1.0, datetime.date: "2026-01-02", Severity: 3}


class Filler:
    """Fills models; `words` are the texts given so far. ids: what references of each kind name."""

    def __init__(self, ids: dict[Kind, str], fixed: dict[str, object]) -> None:
        self.ids = ids
        self.fixed = fixed
        self.words: list[str] = []
        self._number = count()

    def fill(self, model: type[Record], *without: str) -> dict[str, Any]:
        """Return fields of a model as an author writes them, without some."""
        wanted = {name: field for name, field in model.model_fields.items() if name not in ("id", *without)}
        return {name: self._field(name, field) for name, field in wanted.items()}

    def _field(self, name: str, field: FieldInfo) -> Any:
        if name in self.fixed:
            return self.fixed[name]
        return self._value(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)

    def _value(self, annotation: Any) -> Any:
        ref, bare = _ref(annotation), _bare(annotation)
        origin, args = get_origin(bare), get_args(bare)
        if ref:
            return self.ids[ref.kind]
        if origin is Literal:
            return args[-1]
        if origin in (Union, types.UnionType):
            return self._value(next(arg for arg in args if arg is not types.NoneType))
        if origin is tuple:
            return [-1, 1] if Ellipsis not in args else [self._value(args[0])]
        if origin is dict:
            return {self._value(args[0]): self._value(args[1])}
        if shape := next((layer for layer in _layers(annotation) if isinstance(layer, Shape)), None):
            return shape.schema["examples"][0]
        if isinstance(bare, type) and issubclass(bare, Record):
            return self.fill(bare)
        return self._word() if bare is str else _OTHER[bare]

    def _word(self) -> str:
        self.words.append(f"zq{next(self._number)}x")
        return self.words[-1]


def _layers(annotation: Any) -> Iterator[Any]:
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        yield from more


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def _ref(annotation: Any) -> Ref | None:
    return next((layer for layer in _layers(annotation) if isinstance(layer, Ref)), None)
