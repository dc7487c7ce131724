"""Measured figures along a map: the newest value, how it came about, and whether it meets its target."""

import datetime
from collections.abc import Collection, Iterable, Mapping

from cjsite.analysis.columns import Column
from cjsite.base.frozen import frozen
from cjsite.model.content import Measurement
from cjsite.model.registry import Metric

_TEXT = Metric(id="text")
"""What a text stands as, under its own words."""


@frozen
class PlacedMeasure:
    """A metric at a touchpoint, or what is to be measured in the author's words; value: None where there is none.

    series: the dated values, oldest first; days: theirs. met: None without a target or a value.
    """

    metric: Metric
    value: float | None
    series: tuple[float, ...]
    met: bool | None
    days: tuple[datetime.date, ...] = ()


def measures(
    column: Column,
    metrics: Mapping[str, Metric],
    measurements: Iterable[Measurement],
    names: Collection[str] | None = None,
) -> tuple[PlacedMeasure, ...]:
    """Return the figures at a column: those its map states and those in the journey's table of measurements.

    What is stated under no metric's id is a text, and stands for itself.
    The newest dated value counts before the one stated on the map. Measurements named after a step with several
    touchpoints stand where its metrics do, else at its first. names: of measurements, if not the column's.
    """
    if names is None:
        first = next(iter(column.step.spans.get("metrics", ())), 0)
        names = {column.id, column.step.id} if column.index == first else {column.id}
    dated: dict[str, list[Measurement]] = {}
    for measurement in measurements:
        if measurement.step in names:
            dated.setdefault(measurement.metric, []).append(measurement)
    stated = column.touchpoint.metrics
    return tuple(
        _measure(metrics.get(name) or _TEXT.but(id=name, title=name), stated.get(name), dated.get(name, []))
        for name in dict.fromkeys((*stated, *dated))
        if name in metrics or name in stated
    )


def is_met(metric: Metric, value: float | None) -> bool | None:
    """Tell whether a value meets its metric's target, None where either is missing."""
    if metric.target is None or value is None:
        return None
    return value <= metric.target if metric.better == "lower" else value >= metric.target


def _measure(metric: Metric, stated: float | None, dated: list[Measurement]) -> PlacedMeasure:
    ordered = sorted(dated, key=lambda m: m.date)
    value = ordered[-1].value if ordered else stated
    series, days = tuple(m.value for m in ordered), tuple(m.date for m in ordered)
    return PlacedMeasure(metric, value, series, is_met(metric, value), days)
