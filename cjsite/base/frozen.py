"""How values are declared: classes of named fields that nothing changes once they are made."""

from collections.abc import Callable
from typing import Any, TypeVar, cast, dataclass_transform

import msgspec
import msgspec.structs

T = TypeVar("T")


def field(*, default_factory: Callable[[], T]) -> T:
    """Declare a field that starts as what a function returns."""
    made: T = msgspec.field(default_factory=default_factory)
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class one of values, compared by their fields.

    They are made and compared in C: a map is 2,600 of them, and a preview compares those of every map at each save.
    """
    return _made(cls)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def labelled(cls: type[T]) -> type[T]:
    """Make a class one of values that are data by the names of their fields, not by their order.

    So they are known from lists, where either may stand.
    """
    return _made(cls, array_like=False)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def ordered(cls: type[T]) -> type[T]:
    """Make a class one of values that sort by their fields."""
    return _made(cls, order=True)


def _made(cls: type[T], **options: bool) -> type[T]:
    own = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    bases = tuple(base for base in cls.__bases__ if base is not object)
    meta: Any = type(msgspec.Struct)
    made = meta(cls.__name__, (msgspec.Struct, *bases), own, frozen=True, **{"array_like": True, **options})
    return cast(type[T], made)


def replace(value: T, **changes: object) -> T:
    """Return a value with some fields changed."""
    return cast(T, msgspec.structs.replace(cast(Any, value), **changes))


def is_value(kind: object) -> bool:
    """Tell whether something is a value declared so, or a class of such."""
    return isinstance(kind, msgspec.Struct) or (isinstance(kind, type) and issubclass(kind, msgspec.Struct))


def fields(kind: object) -> tuple[str, ...]:
    """Return the names of the fields of a value or a class of values, in their order."""
    names: tuple[str, ...] = cast(Any, kind).__struct_fields__
    return names
