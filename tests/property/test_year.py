"""What holds for every table of measurements, whatever the days and values."""

import datetime
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.year import LONGEST_DAYS, YEAR_DAYS, is_recent, newer, outcome, shifts, year_before
from cjsite.model.content import Measurement
from cjsite.model.opportunity import Status
from cjsite.model.registry import Evidence, Metric

TODAY = datetime.date(2026, 11, 21)
DAYS = st.integers(-60, 1500).map(lambda days: TODAY - datetime.timedelta(days))
VALUES = st.integers(-50, 50).map(lambda n: n / 10)
NAMES = st.sampled_from(["up", "down", "none"])
ROWS = st.lists(st.builds(Measurement, st.sampled_from("ab"), NAMES, DAYS, VALUES))
METRICS = {
    "up": Metric(id="up", title="Up", better="higher"),
    "down": Metric(id="down", title="Down", better="lower"),
    "none": Metric(id="none", title="None"),
}


@given(ROWS)
def test_only_what_was_measured_within_the_year_is_told_each_once(rows: list[Measurement]) -> None:
    told = [(shift.step, shift.metric.id) for shift in shifts(rows, METRICS, TODAY)]
    measured = {(row.step, row.metric) for row in rows if is_recent(row.date, TODAY)}
    assert len(told) == len(set(told)) and set(told) == measured


@given(ROWS)
def test_no_value_lies_nearer_to_a_year_before_the_last(rows: list[Measurement]) -> None:
    for shift in shifts(rows, METRICS, TODAY):
        mine = [row for row in rows if (row.step, row.metric) == (shift.step, shift.metric.id)]
        assert shift.last.date == max(row.date for row in mine if row.date <= TODAY)
        apart = [(shift.last.date - row.date).days for row in mine if row.date < shift.last.date]
        candidates = [days for days in apart if days <= LONGEST_DAYS]
        assert (shift.before is None) == (not candidates)
        if shift.before:
            days = (shift.last.date - shift.before.date).days
            assert abs(days - YEAR_DAYS) == min(abs(other - YEAR_DAYS) for other in candidates)
            assert shift.series[-1] == shift.last.value and len(shift.series) >= 2


@given(ROWS)
def test_the_other_direction_is_the_other_verdict(rows: list[Measurement]) -> None:
    turned = {
        "up": METRICS["up"].model_copy(update={"better": "lower"}),
        "down": METRICS["down"].model_copy(update={"better": "higher"}),
        "none": METRICS["none"],
    }
    other = {"better": "worse", "worse": "better", "same": "same", "open": "open"}
    both = zip(shifts(rows, METRICS, TODAY), shifts(rows, turned, TODAY), strict=True)
    assert all(other[one.verdict] == two.verdict for one, two in both)


@given(ROWS)
def test_a_verdict_needs_a_value_before_and_a_direction(rows: list[Measurement]) -> None:
    for shift in shifts(rows, METRICS, TODAY):
        judged = shift.before is not None and shift.metric.id != "none" and shift.change != 0
        assert judged == (shift.verdict in ("better", "worse"))
        assert 0 <= shift.size <= 2


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)))
def test_a_year_before_is_the_same_day(day: datetime.date) -> None:
    before = year_before(day)
    assert (before.year, before.month) == (day.year - 1, day.month)
    assert before.day == day.day or (day.month, day.day, before.day) == (2, 29, 28)
    assert is_recent(day, day) and not is_recent(before, day)


@given(st.lists(st.none() | DAYS), st.none() | DAYS)
def test_newer_research_lies_between_review_and_today(
    days: list[datetime.date | None], on: datetime.date | None
) -> None:
    sources = [Evidence(id=str(n), title=str(n), date=day) for n, day in enumerate(days)]
    found = [one.date for one in newer(sources, on, TODAY)]
    wanted = [day for day in days if day and on and on < day <= TODAY]
    assert found == sorted(wanted, reverse=True)


@given(st.none() | DAYS)
def test_what_became_of_an_opportunity(due: datetime.date | None) -> None:
    statuses: tuple[Status, ...] = ("idea", "planned", "doing", "done", "dropped")
    told = {status: outcome(status, due, TODAY) for status in statuses}
    late = due is not None and due < TODAY
    assert {told[status] for status in statuses[:3]} == {"overdue" if late else None}
    assert told["dropped"] in ("dropped", None)
    assert told["done"] in ("undated", None), "the day it was due is not the day it was done"
    for (status, what), old in product(told.items(), [year_before(TODAY)]):
        if due is not None and due <= old and status in ("done", "dropped"):
            assert what is None


@given(DAYS, st.none() | DAYS)
def test_what_is_done_is_told_of_by_the_day_on_which_it_was_done(
    on: datetime.date, due: datetime.date | None
) -> None:
    assert outcome("done", due, TODAY, on) == ("done" if is_recent(on, TODAY) else None)
