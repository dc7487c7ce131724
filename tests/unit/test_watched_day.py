"""A day notes on which others all that was asked of it would be answered alike."""

import datetime
from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.base.watched_day import WatchedDay

DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2028, 12, 31))
COMPARISONS = st.sampled_from([lt, le, gt, ge, eq, ne])
Question = Callable[[datetime.date], object]


@given(DAYS, st.lists(st.tuples(COMPARISONS, DAYS, st.booleans()), max_size=6), DAYS)
def test_within_its_range_every_comparison_is_answered_alike(
    day: datetime.date,
    asked: list[tuple[Callable[[object, object], bool], datetime.date, bool]],
    other: datetime.date,
) -> None:
    def answers(today: datetime.date) -> list[bool]:
        return [ask(held, today) if turned else ask(today, held) for ask, held, turned in asked]

    watched = WatchedDay(day)
    assert answers(watched) == answers(day)
    assert watched.since <= day <= watched.until
    if watched.since <= other <= watched.until:
        assert answers(other) == answers(day)


def test_a_comparison_narrows_no_more_than_it_must() -> None:
    today = WatchedDay(datetime.date(2026, 11, 21))
    assert datetime.date(2026, 12, 1) > today
    assert (today.since, today.until) == (datetime.date.min, datetime.date(2026, 11, 30))
    assert datetime.date(2026, 1, 1) <= today
    assert (today.since, today.until) == (datetime.date(2026, 1, 1), datetime.date(2026, 11, 30))


EXACT: list[Question] = [
    lambda day: day.year, lambda day: day.month, lambda day: day.day, str, hash, repr,
    lambda day: day - datetime.timedelta(1), lambda day: day - datetime.date(2026, 1, 1),
    lambda day: datetime.date(2026, 12, 1) - day, lambda day: day + datetime.timedelta(1),
    lambda day: day.replace(day=1), lambda day: f"{day:%d}", lambda day: day.toordinal(),
    lambda day: day.timetuple(),
    lambda day: day.weekday(), lambda day: day.isoweekday(), lambda day: day.isocalendar(), lambda day: day.ctime(),
    lambda day: day.strftime("%d")
]  # fmt: skip


@pytest.mark.parametrize("question", EXACT)
def test_what_else_is_asked_holds_on_this_day_alone(question: Question) -> None:
    plain = datetime.date(2026, 11, 21)
    today = WatchedDay(plain)
    assert question(today) == question(plain) or question is repr
    assert (today.since, today.until) == (plain, plain)
