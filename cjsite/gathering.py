"""What many things come to: put together in remembered runs, field by field."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields
from itertools import chain
from operator import attrgetter
from typing import Any, Generic, TypeVar

from cjsite.memory import Memory

T = TypeVar("T")
V = TypeVar("V")
K = TypeVar("K", bound=Hashable)
Rule = Callable[[Sequence[V]], V]
"""How several values come to one, whatever the grouping, as long as they keep their order."""

RUN = 8
"""How many parts are put together at once; fewer would make more levels, more would make longer runs."""


def gathered(memory: Memory, together: Callable[[tuple[T, ...]], T], key: Hashable, parts: Sequence[T]) -> T:
    """Return together(parts), put together in runs, and these in runs again, each of them remembered.

    So when one part of a thousand is another value, one run of each level is put together anew. `together` must
    come to the same however its parts are grouped, as long as they keep their order, and a part alone to itself.
    """
    level, whole = 0, tuple(parts)
    while level == 0 or len(whole) > 1:
        starts = range(0, len(whole), RUN) or range(1)
        runs = ((n, whole[n : n + RUN]) for n in starts)
        whole = tuple(run[0] if len(run) == 1 else memory(together, (key, level, n), run) for n, run in runs)
        level += 1
    return whole[0]


class Together(Generic[T]):
    """Puts values of one class together, field by field; `rules` says how for each of the fields."""

    def __init__(self, kind: type[T], **rules: Rule[Any]) -> None:
        names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # any dataclass is one
        if rules.keys() != set(names):
            raise TypeError(f"{kind.__name__} needs a rule for each of {', '.join(names)}")
        self.kind = kind
        self._rules = tuple((attrgetter(name), rules[name]) for name in names)

    def __call__(self, parts: Sequence[T]) -> T:
        """Return all parts as one."""
        return self.kind(*(rule([*map(of, parts)]) for of, rule in self._rules))

    def renewed(self, args: tuple[Sequence[T]], before: tuple[Sequence[T]], last: T) -> T:
        """Return all parts as one, as a call does; `last`: what others, `before`, came to.

        Mostly one part has changed, and of that one or two fields: what the others come to is taken over.
        """
        made = (_renewed(rule, [*map(of, args[0])], [*map(of, before[0])], of(last)) for of, rule in self._rules)
        return self.kind(*made)


def _renewed(rule: Rule[V], values: Sequence[V], known: Sequence[V], last: V) -> V:
    """Return what values come to by a rule, which `known` came to `last` by."""
    if values == known:
        return last
    renewed: Callable[..., V] | None = getattr(rule, "renewed", None)
    return renewed((values,), (known,), last) if renewed else rule(values)


def chained(values: Iterable[tuple[V, ...]]) -> tuple[V, ...]:
    """Return several lists as one."""
    return tuple(chain.from_iterable(values))


class ByName(Generic[K, V]):
    """The rule for lists of names with values: those of one name come to one, in the order of the names."""

    def __init__(self, rule: Rule[V]) -> None:
        self._rule = rule

    def __call__(self, lists: Sequence[tuple[tuple[K, V], ...]]) -> tuple[tuple[K, V], ...]:
        """Return all lists as one."""
        return tuple((name, self._rule(found)) for name, found in grouped(chain.from_iterable(lists)).items())

    def renewed(
        self,
        args: tuple[Sequence[tuple[tuple[K, V], ...]]],
        before: tuple[Sequence[tuple[tuple[K, V], ...]]],
        last: tuple[tuple[K, V], ...],
    ) -> tuple[tuple[K, V], ...]:
        """Return all lists as one, as a call does; `last`: what others, `before`, came to."""
        known, came = grouped(chain.from_iterable(before[0])), dict(last)
        return tuple(
            (name, _renewed(self._rule, found, known[name], came[name]) if name in known else self._rule(found))
            for name, found in grouped(chain.from_iterable(args[0])).items()
        )


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the values of each name, the names in the order in which they come."""
    found: dict[K, list[V]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found
