"""Value apart from feeling: promises against what happened, function against emotion, satisfaction."""

from collections.abc import Iterator, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.tolerance import is_bad
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Scale


@frozen
class Promise:
    """What the customer expects at a touchpoint; kept: None where nobody knows how it felt."""

    column: Column
    feeling: Feeling
    kept: bool | None


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


def promises(points: Sequence[Feeling], scale: Scale) -> tuple[Promise, ...]:
    """Return every expectation along a line and whether what happened meets it.

    Broken where it feels bad or the functional value is below the middle of the scale; expectations that are
    not met weigh on the feeling (Oliver 1980, expectancy disconfirmation).
    """
    return tuple(
        Promise(column, point, _kept(column, point, scale))
        for column, point in _felt(points)
        if column.touchpoint.expectation
    )


def _felt(points: Sequence[Feeling]) -> Iterator[tuple[Column, Feeling]]:
    """Yield each touchpoint with the main feeling that stands for it."""
    return ((column, point) for point in points if point.main for column in point.over)


def _kept(column: Column, point: Feeling, scale: Scale) -> bool | None:
    functional = column.touchpoint.functional
    fails = functional is not None and scale.normal(functional) < 0
    if fails or is_bad(point):
        return False
    return None if point.score is None else True


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
