"""The pages of insights: files that other programs read, and figures that stand in two places."""

import csv
import datetime
import io
from pathlib import Path

import pytest
from icalendar import Calendar

from cjsite.base.frozen import replace
from cjsite.build import Builder, Site
from cjsite.model.opportunity import Opportunity
from cjsite.pages.department import DepartmentData
from cjsite.pages.insights.backlog import backlog_table
from cjsite.pages.insights.comparison import ComparisonData
from cjsite.pages.insights.effort import EffortData
from cjsite.pages.insights.feelings import FeelingsData
from cjsite.pages.insights.focus import FocusData
from cjsite.pages.insights.handoffs import HandoffsData
from cjsite.pages.insights.moments import MomentsData
from cjsite.pages.insights.reviews import ReviewsData
from cjsite.pages.insights.year import YearData
from cjsite.pages.portfolio import PortfolioData
from tests.support.command import ROOT

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def site() -> Site:
    """The example site, planned but not rendered."""
    return Builder(Path(ROOT), TODAY).site()


def test_figures_in_two_places_agree(site: Site) -> None:
    home = site.pages["index.html"].make().data
    focus = site.pages["insights/index.html"].make().data
    moments = site.pages["insights/moments.html"].make().data
    handoffs = site.pages["insights/handoffs.html"].make().data
    effort = site.pages["insights/effort.html"].make().data
    reviews = site.pages["insights/reviews.html"].make().data
    assert isinstance(home, PortfolioData) and isinstance(focus, FocusData) and isinstance(moments, MomentsData)
    assert isinstance(handoffs, HandoffsData) and isinstance(effort, EffortData)
    assert isinstance(reviews, ReviewsData)
    assert replace(home.health, known=0, felt=0.0, mood=0.0) == focus.health
    assert (focus.health.moments, focus.health.at_risk) == (len(moments.entries), moments.high + moments.some_risk)
    assert (focus.health.handoffs, focus.health.broken) == (handoffs.total, handoffs.broken)
    assert focus.spared == effort.spared == sum(len(debt.spared) for debt in effort.owed)
    assert home.overdue == focus.overdue == reviews.late
    executives = site.pages["departments/executives.html"].make().data
    assert isinstance(executives, DepartmentData) and executives.views.focus == focus.lists


def test_feelings_and_reviews_agree_with_the_pages_that_show_them_too(site: Site) -> None:
    feelings = site.pages["insights/feelings.html"].make().data
    home = site.pages["index.html"].make().data
    year = site.pages["insights/year.html"].make().data
    pair = site.pages["compare/dead-battery.to-be.html"].make().data
    reviews = site.pages["insights/reviews.html"].make().data
    assert isinstance(feelings, FeelingsData) and isinstance(home, PortfolioData) and isinstance(year, YearData)
    assert isinstance(pair, ComparisonData) and isinstance(reviews, ReviewsData)
    lines = {one.journey.url: one for one in feelings.journeys}
    one = lines["journeys/dead-battery.html"]
    assert (one.mean, one.peak_end) == (pair.before.mean, pair.before.peak_end)
    rows = {row.card.journey.url: row.card for row in home.cards}
    assert all(rows[url].extremes == line.extremes for url, line in lines.items())
    assert year.reviewed.count + year.unreviewed.count == reviews.total
    assert year.measured == sum(ranked.count for _, ranked in year.moves) > 0


def test_the_calendar_holds_every_due_date(site: Site) -> None:
    calendar = Calendar.from_ical(site["insights/reviews.ics"])
    events = {str(event["summary"]).partition(": ")[2]: event for event in calendar.walk("VEVENT")}
    battery = events["A dead battery in January"]
    assert battery.decoded("dtstart") == datetime.date(2027, 9, 14)
    assert battery.decoded("dtstamp").date() == datetime.date(2026, 9, 14), "as old as the last review"
    assert "Selling the bike on" not in events, "what was never reviewed is not due"
    assert len(events) == 9
    assert all(event.walk("VALARM") for event in calendar.walk("VEVENT"))


def test_the_backlog_as_a_table(site: Site) -> None:
    data = site["insights/opportunities.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 30
    assert {row["id"] for row in rows if "#" not in row["id"]} == set(site.content.opportunities)
    (label,) = (row for row in rows if row["id"] == "hazard-label")
    assert (label["value"], label["due"], label["status"]) == ("4", "2026-11-27", "doing")


def test_a_spreadsheet_runs_nothing_of_ours() -> None:
    evil = Opportunity(id="x", title="=HYPERLINK(1)", reach="+A1", cost="-2")
    row = backlog_table((), {"x": evil}).decode("utf-8-sig").splitlines()[1]
    assert row.split(",")[:2] == ["x", "'=HYPERLINK(1)"]
    assert "'+A1" in row and ",-2," in row
