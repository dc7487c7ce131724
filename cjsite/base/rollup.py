"""What many things come to: values of one class put together, field by field, in runs that are remembered."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any, Generic, TypeVar

from cjsite.base.frozen import fields, frozen
from cjsite.base.memo import remembered
from cjsite.base.reads import ReadOnce

S = TypeVar("S")
T = TypeVar("T")
V = TypeVar("V")
K = TypeVar("K", bound=Hashable)
Rule = Callable[[Sequence[V]], V]
"""How several values come to one, whatever the grouping, as long as they keep their order."""


RUN = 16
"""How many parts are put together at once; fewer would make more levels, more would make longer runs."""


def roll_up(way: Callable[[Sequence[T]], T], parts: Iterable[T], key: Hashable = "") -> T:
    """Return way(parts), put together in runs, and these in runs again.

    Runs are remembered: when one part of a thousand is another value, one run of each level is put together anew.
    `way` must come to the same however its parts are grouped, as long as they keep their order, and a part alone to
    itself. key: what tells the calls with one way apart.
    """
    level, rest = 0, tuple(parts)
    while level == 0 or len(rest) > 1:
        rest = tuple(run[0] if len(run) == 1 else remembered(way, (key, level, n), run) for n, run in _runs(rest))
        level += 1
    return rest[0]


def put_together(way: Callable[[Sequence[T]], T], parts: Iterable[T | None]) -> T:
    """Return way(parts) of parts that come one by one, without None; only one run of each level is held at once."""
    levels: list[list[T]] = [[]]
    for part in parts:
        if part is not None:
            levels[0].append(part)
        for number, level in enumerate(levels):
            if len(level) < RUN:
                break
            if number + 1 == len(levels):
                levels.append([])
            levels[number + 1].append(way(level))
            level.clear()
    whole = levels[0]
    for level in levels[1:]:
        # What is left of a level comes behind what was put together before.
        whole = [*level, way(whole)] if whole else level
    return whole[0] if len(whole) == 1 and len(levels) > 1 else way(whole)


def rollup_of(
    way: Callable[[Sequence[T]], T], part_of: Callable[[S], T], sources: Iterable[S], key: Hashable = ""
) -> T:
    """Return way(the parts of all sources), in runs as `roll_up` does; of the parts themselves none is kept.

    After a change the parts of one run are made again, which is less than to hold those of ten thousand sources.
    """
    run_of = _RunOf(way, part_of)
    return roll_up(way, [remembered(run_of, (key, n), run) for n, run in _runs(tuple(sources))], (key, "runs"))


@frozen
class _RunOf(Generic[S, T]):
    """Puts the parts of a run of sources together."""

    way: Callable[[Sequence[T]], T]
    part_of: Callable[[S], T]

    def __call__(self, sources: Sequence[S]) -> T:
        return self.way([*map(self.part_of, sources)])


def _runs(parts: tuple[T, ...]) -> list[tuple[int, tuple[T, ...]]]:
    # Runs begin at fixed places: a part with another value changes one run of each level.
    return [(start, parts[start : start + RUN]) for start in range(0, len(parts), RUN) or range(1)]


class Rollup(Generic[T]):
    """Puts values of one class together; `rules` says how for each of its fields."""

    def __init__(self, kind: type[T], **rules: Rule[Any]) -> None:
        names = fields(kind)
        if rules.keys() != set(names):
            raise TypeError(f"{kind.__name__} needs a rule for each of {', '.join(names)}")
        self.kind = kind
        self._rules = {name: (attrgetter(name), rules[name]) for name in names}

    def __call__(self, parts: Sequence[T]) -> T:
        """Return all parts as one."""
        return self.kind(*(rule([*map(of, parts)]) for of, rule in self._rules.values()))

    def rule_of(self, name: str) -> Rule[Any]:
        """Return how values of one field come to one. Raises KeyError for none of its fields."""
        return self._rules[name][1]

    def renewed(self, args: tuple[Sequence[T]], before: tuple[Sequence[T]], last: T) -> T:
        """Return all parts as one, as a call does; `last`: what other parts, `before`, came to.

        After an edit two or three of twenty fields are other values: what the others come to is taken over.
        """
        return self.kind(*(_renewed(rule, of, args[0], before[0], last) for of, rule in self._rules.values()))


def _renewed(rule: Rule[V], of: Callable[[T], V], parts: Sequence[T], before: Sequence[T], last: T) -> V:
    values = [*map(of, parts)]
    return of(last) if values == [*map(of, before)] else rule(values)


class FieldByField(Generic[T]):
    """Stands for what parts of a class come to, each field put together when somebody first asks for it.

    parts: yields the values of a field by its name, None where a part has nothing. finished: returns what a field
    is once its values are put together.
    """

    def __init__(
        self, way: Rollup[T], parts: Callable[[str], Iterable[Any]], finished: Callable[[str, Any], Any]
    ) -> None:
        self._way, self._parts, self._finished = way, parts, finished
        self._fields: dict[str, ReadOnce[Any]] = {}

    def __getattr__(self, name: str) -> Any:
        """Return a field."""
        if name not in self._fields:
            if name not in fields(self._way.kind):
                raise AttributeError(name)
            self._fields[name] = ReadOnce(partial(self._made, name))
        return self._fields[name]()

    def _made(self, name: str) -> Any:
        return self._finished(name, put_together(self._way.rule_of(name), self._parts(name)))


def concatenated(values: Iterable[tuple[V, ...]]) -> tuple[V, ...]:
    """Return several lists as one."""
    return tuple(chain.from_iterable(values))


class ByName(Generic[K, V]):
    """The rule for lists of names with values: those of one name come to one, in the order of the names."""

    def __init__(self, rule: Rule[V]) -> None:
        self._rule = rule

    def __call__(self, lists: Sequence[tuple[tuple[K, V], ...]]) -> tuple[tuple[K, V], ...]:
        """Return all lists as one."""
        return tuple((name, self._rule(values)) for name, values in grouped(chain.from_iterable(lists)).items())


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the values of each name, the names in the order in which they come."""
    groups: dict[K, list[V]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups
