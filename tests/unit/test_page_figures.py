"""Figures that templates write down as they find them."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.health import Health
from cjsite.analysis.review import Review
from cjsite.analysis.sources import KnownBy
from cjsite.build import Builder, Site
from cjsite.drawing.geometry import strip_x
from cjsite.drawing.matrix import matrix
from cjsite.pages.insights.effort import EffortData
from cjsite.pages.insights.feelings import FeelingsData
from cjsite.pages.insights.year import YearData
from cjsite.summaries.toplist import TopList
from tests.support.command import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    """The example site, planned but not rendered."""
    return Builder(ROOT, datetime.date(2026, 11, 28)).site()


@given(st.lists(st.integers(0, 50), min_size=5, max_size=5))
def test_the_ways_to_know_fill_their_bar(counts: list[int]) -> None:
    known = KnownBy(tuple(counts))
    ends = [start + share for start, share in zip(known.starts, known.shares, strict=True)]
    assert known.starts[0] == 0
    assert [start for start, _ in zip(known.starts[1:], ends, strict=False)] == pytest.approx(ends[:-1])
    assert ends[-1] == pytest.approx(100 if sum(counts) else 0)


def test_shares_are_of_all_touchpoints() -> None:
    some, none = Health(touchpoints=8, heard=4, staff=2), Health()
    assert (some.heard_share, some.staff_share) == (50, 25)
    assert (none.heard_share, none.staff_share) == (0, 0)


@pytest.mark.parametrize(
    ("due", "days", "months"),
    [("2025-01-15", 30, 0), ("2025-01-15", 31, 1), ("2025-02-01", 28, 1), ("2025-01-31", 28, 1),
     ("2025-02-21", 638, 21), ("2024-02-29", 364, 11), ("2024-02-29", 365, 12)],
)  # fmt: skip
def test_months_are_those_of_the_calendar(due: str, days: int, months: int) -> None:
    assert Review(None, datetime.date.fromisoformat(due), days).months_late == months


def test_a_ranked_list_tells_what_it_does_not_show() -> None:
    ranked = TopList.of(range(30), 10)
    assert (ranked.rest, ranked.beyond(12), ranked.beyond(30), ranked.beyond(40)) == (20, 18, 0, 0)


def test_a_strip_runs_from_end_to_end() -> None:
    assert [strip_x(s) for s in (-2, 0, 2)] == [4, 64, 124]
    assert all(left < right for left, right in pairwise(map(strip_x, (-2, -1.2, -0.1, 0, 0.7, 2))))


def test_the_number_of_a_mark_stands_in_its_middle() -> None:
    (mark,) = matrix([(3, 3)])
    assert (mark.y, mark.baseline) == (250, 256)


def test_bars_are_drawn_to_one_scale(site: Site) -> None:
    effort = site.pages["insights/effort.html"].make().data
    assert isinstance(effort, EffortData)
    whole = {row.whole.contacts or 0: row.contacts.whole for row in effort.rows if row.contacts}
    assert len(whole) > 1 and max(whole.values()) == 100
    assert all(bar == pytest.approx(100 * count / max(whole), abs=0.01) for count, bar in whole.items())
    assert all(bar.least <= bar.whole for row in effort.rows for bar in (row.contacts, row.minutes) if bar)
    assert all(bool(row.minutes) == bool(row.whole.minutes) for row in effort.rows)


def test_sums_are_of_what_is_listed(site: Site) -> None:
    feelings, year = (site.pages[f"insights/{name}.html"].make().data for name in ("feelings", "year"))
    assert isinstance(feelings, FeelingsData) and isinstance(year, YearData)
    kept = sum(one.promises[0] for one in feelings.journeys)
    judged = sum(len(one.broken) + len(one.exceeded) + one.promises[1] for one in feelings.journeys)
    assert feelings.borne.promises == kept + judged
    assert year.maps == year.reviewed.count + year.unreviewed.count > year.reviewed.count > 0


def test_a_line_so_far_begins_where_the_first_feeling_is(site: Site) -> None:
    feelings = site.pages["insights/feelings.html"].make().data
    assert isinstance(feelings, FeelingsData)
    firsts = {one.course: [i.value for i in one.points if i.value is not None] for one in feelings.journeys}
    assert len(firsts) > 1
    for course, values in firsts.items():
        assert (course[0] if course else None) == pytest.approx(values[0] if values else None)
