"""The past year: what was measured then and now, what was learnt since a review, what was to be done."""

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.model.content import Measurement
from cjsite.model.registry import BUILT_IN_METRICS, Evidence, Metric

YEAR_DAYS = 365
LONGEST_DAYS = 548
"""Days that a value may lie back to be held against the last one: a year and a half."""

Verdict = Literal["better", "worse", "same", "open"]
Outcome = Literal["done", "overdue", "dropped", "undated"]
_BUILT_IN = {metric.id for metric in BUILT_IN_METRICS}


@frozen
class Shift:
    """What became of a metric at a step; before: the earlier value, None where there is none to compare with.

    series: the values from the earlier one to the last, oldest first.
    """

    step: str
    metric: Metric
    before: Measurement | None
    last: Measurement
    series: tuple[float, ...]

    @property
    def change(self) -> float | None:
        """Return how much higher the last value is, in the metric's unit; None without an earlier one."""
        # What is written with two decimals differs by two decimals, not by what binary fractions make of it.
        return None if self.before is None else round(self.last.value - self.before.value, 9)

    @property
    def verdict(self) -> Verdict:
        """Tell whether it got better; open: nothing to compare with, or nobody says which direction is better."""
        if self.change is None:
            return "open"
        if not self.change:
            return "same"
        wanted = direction(self.metric)
        if wanted is None:
            return "open"
        return "better" if (self.change > 0) == (wanted == "higher") else "worse"

    @property
    def size(self) -> float:
        """Return how large the change is beside the larger of both values: 0 to 1, or 2 across zero."""
        if self.before is None or not self.change:
            return 0.0
        return abs(self.change) / max(abs(self.before.value), abs(self.last.value))


def direction(metric: Metric) -> Literal["higher", "lower"] | None:
    """Return which way a metric gets better: None where its author has given neither a target nor a direction.

    `better` has a default, and a default is nobody's judgement: more customers a month are just more.
    """
    judged = metric.target is not None or "better" in metric.model_fields_set or metric.id in _BUILT_IN
    return metric.better if judged else None


@lru_cache(8)
def year_before(day: datetime.date) -> datetime.date:
    """Return the same day a year before; of 29 February, the 28th.

    >>> year_before(datetime.date(2028, 2, 29)), year_before(datetime.date(2026, 11, 21))
    (datetime.date(2027, 2, 28), datetime.date(2025, 11, 21))
    """
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def is_recent(day: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether a day lies within the year up to today; an unknown one does not."""
    # Days are held against today, which is asked for nothing else: then what holds tomorrow as well is known to.
    return day is not None and day <= today < _year_after(day)


def _year_after(day: datetime.date) -> datetime.date:
    """Return the first day that the day no longer lies within a year of.

    >>> _year_after(datetime.date(2024, 2, 29)), _year_after(datetime.date(2023, 2, 28))
    (datetime.date(2025, 3, 1), datetime.date(2024, 2, 28))
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return datetime.date(day.year + 1, 3, 1)


def shifts(
    measurements: Iterable[Measurement], metrics: Mapping[str, Metric], today: datetime.date
) -> tuple[Shift, ...]:
    """Return what became of each metric at each step that was measured within the past year.

    The last value is held against the one that lies nearest to a year before it, but no more than a year and a
    half; of two equally near ones, the older.

    >>> csat = Metric(id="csat", title="Satisfaction")
    >>> days = (datetime.date(2025, 10, 1), datetime.date(2026, 4, 1), datetime.date(2026, 10, 1))
    >>> told = [Measurement("pays", "csat", day, value) for day, value in zip(days, (3.1, 2.9, 3.6))]
    >>> [(s.before.value, s.last.value, s.change, s.verdict)
    ...  for s in shifts(told, {"csat": csat}, datetime.date(2026, 11, 21))]
    [(3.1, 3.6, 0.5, 'better')]
    """
    series_of: dict[tuple[str, str], list[Measurement]] = {}
    for measurement in measurements:
        if measurement.metric in metrics and measurement.date <= today:
            series_of.setdefault((measurement.step, measurement.metric), []).append(measurement)
    dated_series = ((step, metrics[name], sorted(dated, key=_day)) for (step, name), dated in series_of.items())
    return tuple(
        _shift(step, metric, dated) for step, metric, dated in dated_series if is_recent(dated[-1].date, today)
    )


def newer(
    sources: Iterable[Evidence], reviewed_on: datetime.date | None, today: datetime.date
) -> tuple[Evidence, ...]:
    """Return the research that is younger than a map's review, newest first; none for a map never reviewed."""
    if reviewed_on is None:
        return ()
    fresh = [(source.date, source) for source in sources if source.date and reviewed_on < source.date <= today]
    return tuple(source for _, source in sorted(fresh, key=lambda pair: pair[0], reverse=True))


def outcome(
    status: str, due: datetime.date | None, today: datetime.date, done_on: datetime.date | None = None
) -> Outcome | None:
    """Return what the past year made of an opportunity, None where it says nothing about it.

    done: on a day within the past year. undated: done, nobody says when, and not due before that year; the day on
    which it was due is not the day on which it was done. overdue: open past its date, however long ago. dropped:
    given up, and due within the past year.

    >>> outcome("doing", datetime.date(2026, 10, 31), datetime.date(2026, 11, 21))
    'overdue'
    """
    if status == "done" and done_on is None:
        return "undated" if due is None or today < _year_after(due) else None
    if status == "done":
        return "done" if is_recent(done_on, today) else None
    if status == "dropped":
        return "dropped" if is_recent(due, today) else None
    return "overdue" if due is not None and due < today else None


def _day(measurement: Measurement) -> datetime.date:
    return measurement.date


def _shift(step: str, metric: Metric, dated: list[Measurement]) -> Shift:
    last = dated[-1]
    apart = [(measurement, (last.date - measurement.date).days) for measurement in dated]
    near = [(abs(days - YEAR_DAYS), -days, measurement) for measurement, days in apart if 0 < days <= LONGEST_DAYS]
    before = min(near, key=lambda candidate: candidate[:2])[2] if near else None
    series = (measurement.value for measurement in dated if before is None or measurement.date >= before.date)
    return Shift(step, metric, before, last, tuple(series) if before else (last.value,))
