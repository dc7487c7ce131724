"""Values by their names, of which an edit makes few anew: what it takes for the others is little for each."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
T = TypeVar("T")
_NOTHING = object()


def differing(now: Mapping[K, Any], before: Mapping[K, Any]) -> set[K]:
    """Return the names of what is another value than before, of what is new, and of what is gone.

    >>> sorted(differing({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 3}))
    ['b', 'c', 'd']
    """
    if now is before:
        return set()
    # Nearly all are the same objects, which costs less to see than to ask whether they are equal.
    last = before.get
    others = [name for name, value in now.items() if last(name, _NOTHING) is not value]
    return {name for name in others if last(name, _NOTHING) != now[name]}.union(before.keys() - now.keys())


def renewed(
    make: Callable[[K], T], names: Iterable[K], last: Mapping[K, T], touched: Collection[K]
) -> OrderedDict[K, T]:
    """Return what is made of each name, in the order of the names; made anew are those touched or not there yet.

    One that comes to the same value stays the older object, so that what is made from it is not made anew.
    """
    # In another order they are another value.
    values: OrderedDict[K, Any] = OrderedDict(
        [(name, last[name] if name in last and name not in touched else _NOTHING) for name in names]
    )
    for name in [name for name, value in values.items() if value is _NOTHING]:
        value = make(name)
        before = last.get(name, _NOTHING)
        values[name] = before if before == value else value
    return values
