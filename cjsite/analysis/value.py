"""Value apart from feeling: promises against what happened, function against emotion, satisfaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal, TypeVar

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.measures import measures
from cjsite.base.frozen import frozen
from cjsite.model.content import Measurement
from cjsite.model.emotion import Scale
from cjsite.model.registry import Metric

Outcome = Literal["broken", "kept", "exceeded"]
DELIGHT = 1.5
"""Functional value and feeling, both on −2 to +2, from which a touchpoint does more than what is expected."""
NO_METRICS: Mapping[str, Metric] = {}


@frozen
class Promise:
    """What the customer expects at a touchpoint, and what comes of it; None where nobody says."""

    column: Column
    feeling: Feeling
    outcome: Outcome | None

    @property
    def kept(self) -> bool | None:
        """Tell whether what happens is what is expected, or more; None where nobody says."""
        return None if self.outcome is None else self.outcome != "broken"


@frozen
class TouchpointWorth:
    """What a touchpoint is worth, all on the author's scale but satisfaction; gap: functional − emotional."""

    column: Column
    feeling: Feeling
    functional: float | None
    satisfaction: float | None

    @property
    def gap(self) -> float | None:
        """Return how much better it works than it feels; None where either is not known."""
        if self.functional is None or self.feeling.value is None:
            return None
        return self.functional - self.feeling.value


P = TypeVar("P", Promise, TouchpointWorth)


def promises(
    points: Sequence[Feeling],
    scale: Scale,
    metrics: Mapping[str, Metric] = NO_METRICS,
    measurements: Iterable[Measurement] = (),
) -> tuple[Promise, ...]:
    """Return every expectation along a line and what comes of it.

    As the author says (`promise`); else broken where a figure there misses its target, or the functional value is
    below the middle of the scale; exceeded where both that value and the feeling are `DELIGHT`; kept where a figure
    meets its target, or there is any other functional value. Nobody says in all other cases: a feeling may have
    another reason.
    Expectations that are not met weigh on the feeling, and those exceeded lift it (Oliver 1980, expectancy
    disconfirmation).
    """
    return tuple(
        Promise(column, point, _outcome(point, column, scale, metrics, measurements))
        for column, point in _felt(points)
        if column.touchpoint.expectation
    )


def _outcome(
    point: Feeling,
    column: Column,
    scale: Scale,
    metrics: Mapping[str, Metric],
    measurements: Iterable[Measurement],
) -> Outcome | None:
    at = column.touchpoint
    if at.promise is not None:
        return at.promise
    met = {figure.met for figure in measures(column, metrics, measurements)}
    works = None if at.functional is None else scale.normal(at.functional)
    if False in met or (works is not None and works < 0):
        return "broken"
    if works is not None and min(works, point.score or 0.0) >= DELIGHT:
        return "exceeded"
    return "kept" if True in met or works is not None else None


def worst_promises(
    lines: Iterable[Sequence[Feeling]],
    scale: Scale,
    metrics: Mapping[str, Metric] = NO_METRICS,
    measurements: Iterable[Measurement] = (),
) -> tuple[Promise, ...]:
    """Return every expectation of a journey once, as whoever fares worst there meets it; lines: of all personas."""
    return _worst((promises(points, scale, metrics, measurements) for points in lines), _promise_key)


def worst_worths(lines: Iterable[Sequence[Feeling]]) -> tuple[TouchpointWorth, ...]:
    """Return what touchpoints are worth once each, beside how whoever feels worst there feels."""
    return _worst(map(touchpoint_worths, lines), lambda worth: _low(worth.feeling))


def _promise_key(promise: Promise) -> tuple[int, tuple[bool, float]]:
    return ("broken", None, "kept", "exceeded").index(promise.outcome), _low(promise.feeling)


def _low(feeling: Feeling) -> tuple[bool, float]:
    return feeling.score is None, feeling.score or 0.0


def _worst(each: Iterable[tuple[P, ...]], key: Callable[[P], Any]) -> tuple[P, ...]:
    """Return of what lines say of the same columns what comes first by a key, in the order of the columns."""
    worst: dict[int, P] = {}
    for said in chain.from_iterable(each):
        number = said.column.number
        worst[number] = min(worst.get(number, said), said, key=key)
    return tuple(worst[number] for number in sorted(worst))


def _felt(points: Sequence[Feeling]) -> Iterator[tuple[Column, Feeling]]:
    """Yield each touchpoint with the main feeling that stands for it."""
    return ((column, point) for point in points if point.main for column in point.over)


def touchpoint_worths(points: Sequence[Feeling]) -> tuple[TouchpointWorth, ...]:
    """Return what is known of functional value and satisfaction, in order, for touchpoints that state either.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.analysis.feeling import line
    >>> from cjsite.model.emotion import Scale
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Vending machine", "emotion": -1, "functional": 1.5}, {"title": "Sip", "emotion": 1}]
    >>> coffee = Journey.model_validate({"title": "Coffee", "stages": [{"title": "Hall", "steps": steps}]})
    >>> [value.gap for value in touchpoint_worths(line(columns(coffee), "", Scale(), {}))]
    [2.5]
    """
    return tuple(
        TouchpointWorth(column, point, at.functional, at.satisfaction)
        for column, point in _felt(points)
        if (at := column.touchpoint).functional is not None or at.satisfaction is not None
    )
