"""What counts is decided once: futures and archived maps are listed, and are in no figure."""

import pytest

from cjsite.analysis.counted import is_counted
from cjsite.model.content import Content
from cjsite.pages.insights.backlog import BacklogData
from cjsite.pages.insights.reviews import ReviewsData
from cjsite.pages.insights.year import YearData
from cjsite.pages.portfolio import PortfolioData
from tests.support.content import content
from tests.support.journeys import journey
from tests.support.page import document, html, page

STEP = "stages: [{title: S, steps: [{title: Waits, id: waits, importance: 5, department: %s}]}]\n"
SITE = f"""
-- departments.yml --
shop: {{title: Shop}}
store: {{title: Store}}
-- opportunities.yml --
bell: {{title: A bell, steps: [a#waits, b#waits, c#waits]}}
lamp: {{title: A lamp, steps: [b#waits], status: doing}}
seat: {{title: A seat, steps: [b#waits], status: done, done_on: 2026-10-02}}
-- journeys/a.yml --
title: A
reviewed_on: 2023-02-01
{STEP % "shop"}
-- journeys/b.yml --
title: B
state: to-be
derived_from: a
reviewed_on: 2023-01-01
{STEP % "store"}
-- journeys/c.yml --
title: C
status: archived
reviewed_on: 2023-01-01
{STEP % "store"}
"""


@pytest.fixture(scope="module")
def site() -> Content:
    return content(SITE)


def test_a_map_counts_as_it_is_now_and_until_it_is_archived() -> None:
    assert [is_counted(journey({}, **said)) for said in ({}, {"state": "to-be"}, {"status": "archived"})] == [
        True, False, False,
    ]  # fmt: skip


def test_overdue_is_the_same_wherever_it_is_counted(site: Content) -> None:
    home, reviews, year = (page(site, url).data for url in (
        "index.html", "insights/reviews.html", "insights/year.html"
    ))  # fmt: skip
    assert isinstance(home, PortfolioData) and isinstance(reviews, ReviewsData) and isinstance(year, YearData)
    assert (home.overdue, home.count) == (reviews.late, reviews.total) == (1, year.maps)
    assert "1 of 1" in document(site, "insights/reviews.html").text
    assert "1 map should have been held" in document(site, "insights/reviews.html").text


def test_a_future_is_listed_as_one(site: Content) -> None:
    listed = document(site, "insights/reviews.html").text
    assert "B Future state" in listed and "A Future state" not in listed


def test_importance_counts_where_customers_are(site: Content) -> None:
    found = page(site, "insights/opportunities.html").data
    assert isinstance(found, BacklogData)
    assert [(item.opportunity.title, item.weight) for item in found.items] == [("A bell", 5), ("A lamp", 0)]
    assert (found.open, found.doing, found.unled) == (1, 0, 1)


def test_the_past_year_is_that_of_maps_that_count(site: Content) -> None:
    assert "A seat" not in document(site, "insights/year.html").text


def test_home_names_one_number_of_journeys(site: Content) -> None:
    assert "1 journey, 1 touchpoint, 1 department." in document(site, "index.html").text
    assert "{shown} of {total} maps" in html(site, "index.html"), "the rows are maps, futures among them"
