"""Lengths of time that are known as a range: sums have both ends, and rules say which of them counts."""

import pytest

from cjsite.analysis.effort import effort
from cjsite.base.span import Span
from tests.support.content import columns_of, map_of
from tests.support.page import document, wording


def test_sums_of_ranges_have_both_ends_on_every_page() -> None:
    steps = """
- {title: Waits, department: care, duration: 10 min – 1 h, wait: 5 to 20 min, handoff: {to: care, wait: 2–3 weeks}}
- {title: Waits again, department: care, duration: 30m, caused_by: waits}
"""
    one = map_of(steps, "-- departments.yml --\ncare: {title: Care, interest: {asks: When?, views: [waits]}}\n")
    assert effort(columns_of(one)).minutes == Span(40, 90)
    assert effort(columns_of(one)).waiting == Span(5, 20)
    assert "40 min to 1 h 30 min" in document(one).text
    assert "5 to 20 min waiting" in document(one).text
    assert "Most time spent 40 min to 1 h 30 min" in document(one, "insights/effort.html").text
    assert "14 to 21 days" in document(one, "insights/handoffs.html").text
    care = document(one, "departments/care.html").text
    assert "5 to 20 min" in care
    assert "14 to 21 days" in care


def test_what_a_future_saves_may_be_anything_between_less_and_more() -> None:
    future = "title: B\nstate: to-be\nderived_from: a\nstages: [{title: S, steps: [{title: W, duration: %s}]}]\n"
    said = {}
    for after in ("1d", "1-4d", "2–9 days", "2 to 3 days"):
        one = map_of("- {title: W, duration: 2–3 days}", f"-- journeys/b.yml --\n{future % after}")
        said[after] = document(one, "insights/effort.html").text
    assert "1 to 2 days less" in said["1d"]
    assert "2 days less to 2 days more" in said["1-4d"]
    assert "1 day less to 7 days more" in said["2–9 days"]
    assert "1 day less to 1 day more" in said["2 to 3 days"]


@pytest.mark.parametrize(
    ("wait", "is_long"), [("23–30 h", False), ("1–2 days", True), ("1d", True), ("2 h - 9 weeks", False)]
)
def test_a_wait_is_long_if_its_low_end_is(wait: str, is_long: bool) -> None:
    assert ("W107" in document(map_of(f"- {{title: W, wait: {wait}}}"), "findings/a.html").text) == is_long


@pytest.mark.parametrize(
    ("language", "low", "high", "written"),
    [
        ("en", 20160, 30240, "14 to 21 days"), ("de", 20160, 30240, "14 bis 21 Tage"),
        ("en", 10, 60, "10 min to 1 h"), ("en", 90, 120, "1 h 30 min to 2 h"), ("en", 1440, 2880, "1 to 2 days"),
        ("en", 25, 25.2, "25 min"), ("en", 25200, 40380, "18 to 28 days"), ("en", 0, 5, "0 to 5 min"),
        ("en", 2160, 2880, "1 day 12 h to 2 days"),
    ],
)  # fmt: skip
def test_a_range_of_time_in_words(language: str, low: float, high: float, written: str) -> None:
    assert wording(language).duration(Span(low, high)) == written
