"""A journey told on another scale: other numbers for the same feelings, and all else as it is."""

from typing import Any, TypeVar

from cjsite.base.frozen import frozen
from cjsite.model.emotion import Sample, Scale
from cjsite.model.journey import Journey
from cjsite.model.touchpoint import TouchpointFields
from cjsite.model.types import Record

R = TypeVar("R", bound=Record)


def rescaled(journey: Journey, old: Scale, new: Scale) -> Journey:
    """Return a journey told on a new scale: linear, so that an end stays an end and the middle neutral.

    >>> waits = {"title": "Waits", "emotion": {"value": 2, "spread": [1, 3]}, "functional": 5}
    >>> coffee = Journey.model_validate({"title": "Coffee", "stages": [{"title": "Shop", "steps": [waits]}]})
    >>> step = next(rescaled(coffee, Scale(min=1, max=5), Scale(min=-10, max=10)).steps())
    >>> step.emotion[0].value, step.emotion[0].spread, step.functional
    (-5.0, (-10.0, 0.0), 10.0)
    """
    return journey if old.is_like(new) else _Rescaling(old, new).record(journey).but(emotion_scale=None)


@frozen
class _Rescaling:
    """From one scale to another, for whatever holds feelings, however deep."""

    old: Scale
    new: Scale

    def record(self, record: R) -> R:
        """Return a record with all that it holds on the new scale; the same object where nothing there is felt."""
        changes = {}
        for name in type(record).model_fields:
            value = getattr(record, name)
            rescaled = self._number(value) if name in _numbers(record) else self._within(value)
            if rescaled is not value:
                changes[name] = rescaled
        return record.but(**changes) if changes else record

    def _within(self, value: Any) -> Any:
        if isinstance(value, Record):
            return self.record(value)
        if isinstance(value, tuple):
            items = tuple(map(self._within, value))
            return value if all(new is old for new, old in zip(items, value, strict=True)) else items
        if isinstance(value, dict):
            things = tuple(value.values())
            rescaled = self._within(things)
            return value if rescaled is things else type(value)(zip(value, rescaled, strict=True))
        return value

    def _number(self, value: float | tuple[float, ...] | None) -> float | tuple[float, ...] | None:
        if isinstance(value, tuple):
            return tuple(self.old.moved(number, self.new) for number in value)
        return None if value is None else self.old.moved(value, self.new)


def _numbers(record: Record) -> tuple[str, ...]:
    """Return the names of a record's fields that stand on the emotion scale."""
    if isinstance(record, Sample):
        return ("value", "spread")
    return ("functional",) if isinstance(record, TouchpointFields) else ()
