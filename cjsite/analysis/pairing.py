"""Which touchpoints of a journey stay in its future state, which go, and which are new."""

from collections.abc import Iterator, Mapping, Sequence

from cjsite.analysis.columns import Column
from cjsite.base.frozen import frozen
from cjsite.model.slugs import slug


@frozen
class Newcomer:
    """A column that only the future has; x: where it stands between the columns of now, in column units."""

    column: Column
    x: float


@frozen
class Pairing:
    """kept: the future column by the number of the present one. added: in the future's order."""

    kept: Mapping[int, Column]
    added: tuple[Newcomer, ...]


def pair(now: Sequence[Column], future: Sequence[Column]) -> Pairing:
    """Match columns by their ids, their steps' ids, then their titles; each is matched once.

    New ones stand after the column that they follow in the future, evenly spaced before the next column of now.
    """
    waiting = {name: column for column in reversed(future) for name in _names(column)}
    kept: dict[int, Column] = {}
    taken: set[int] = set()
    for column in now:
        match = next((waiting[n] for n in _names(column) if n in waiting and waiting[n].number not in taken), None)
        if match is not None:
            kept[column.number] = match
            taken.add(match.number)
    return Pairing(kept, tuple(_newcomers(kept, future, len(now))))


def _names(column: Column) -> tuple[str, ...]:
    alone = len(column.step.meetings) == 1
    named = slug(column.touchpoint.title or column.step.title)
    return tuple(dict.fromkeys((column.id, *([column.step.id] if alone else []), *([named] if named else []))))


def _newcomers(kept: Mapping[int, Column], future: Sequence[Column], count: int) -> Iterator[Newcomer]:
    present = {column.number: number for number, column in kept.items()}
    after: dict[int, list[Column]] = {}
    place = 0
    for column in future:
        place = present.get(column.number, place)
        if column.number not in present:
            after.setdefault(place, []).append(column)
    for place, group in after.items():
        start, end = max(place - 0.5, 0.0), min(place + 0.5, float(count))
        for index, column in enumerate(group):
            yield Newcomer(column, round(start + (end - start) * (index + 1) / (len(group) + 1), 4))
