"""What is saved is known only where both sides say it; what has no meaning as a sum is not added up."""

from cjsite.analysis.avoidable import avoidable, shortest
from cjsite.analysis.columns import Column, columns
from cjsite.analysis.effort import effort
from cjsite.analysis.savings import savings
from cjsite.base.span import Span, longest, sum_known
from cjsite.model.content import Content
from cjsite.pages.insights.effort import EffortData
from cjsite.pages.insights.handoffs import HandoffsData
from tests.support.content import content
from tests.support.journeys import Fields, journey
from tests.support.page import document, html, page


def _columns(*steps: Fields) -> tuple[Column, ...]:
    return columns(journey(*steps))


def test_what_a_future_leaves_out_is_no_saving() -> None:
    now = _columns({"duration": "2h", "wait": "9d", "contacts": 3}, {"duration": "9m"}, {"duration": "4m"})
    future = _columns({}, {}, {"duration": "1m"})
    found = savings(now, future)
    assert (found.minutes.saved, found.minutes.stated, found.minutes.pairs) == (Span.exactly(3), 1, 3)
    for unknown in (found.waiting, found.contacts):
        assert (unknown.saved, unknown.stated) == (None, 0)


def test_stated_nothing_is_a_saving() -> None:
    found = savings(_columns({"contacts": 3}), _columns({"contacts": 0}))
    assert found.contacts.saved == Span.exactly(3)


def test_what_goes_and_comes_stands_beside() -> None:
    now = _columns({"id": "a", "title": "A", "duration": "1h"}, {"id": "b", "title": "B", "duration": "5m"})
    future = _columns({"id": "b", "title": "B", "duration": "7m"}, {"id": "c", "title": "C", "duration": "2m"})
    found = savings(now, future).minutes
    assert (found.saved, found.goes, found.comes) == (Span.exactly(-2), Span.exactly(60), Span.exactly(2))


def test_a_future_that_states_more_does_not_cost_more() -> None:
    added = savings(_columns({}, {"contacts": 1}), _columns({"contacts": 5}, {"contacts": 1})).contacts.added
    assert added == Span()
    grown = savings(
        _columns({"contacts": 1}), _columns({"contacts": 1}, {"id": "new", "contacts": 2})
    ).contacts.added
    assert grown == Span.exactly(2)


def test_minutes_listed_as_spared_are_the_minutes_subtracted() -> None:
    counter = {"channel": "desk", "department": "shop", "contacts": 1}
    points = _columns(
        {**counter, "duration": "20m", "wait": "5m"},
        {**counter, "duration": "30m", "wait": "6m"},
        {"duration": "40m", "contacts": 2, "caused_by": "s1"},
    )
    spared, whole, least = avoidable(points), effort(points), shortest(points, effort(points), avoidable(points))
    assert [one.reason for one in spared] == ["again", "failure"]
    assert whole.minutes and least.minutes
    assert whole.minutes - least.minutes == sum_known(one.effort.minutes for one in spared) == Span.exactly(40)
    assert (whole.contacts or 0) - (least.contacts or 0) == sum(one.effort.contacts or 0 for one in spared) == 3


def test_waits_side_by_side_have_no_sum() -> None:
    assert longest([Span(1, 5), None, Span(4, 4)]) == Span(1, 5)
    assert longest([None]) is None


def _site() -> Content:
    return content("""
-- departments.yml --
shop: {title: Shop}
store: {title: Store}
-- journeys/a.yml --
title: Cheap
stages:
  - title: All
    steps:
      - {title: Asks, department: shop, contacts: 2, duration: 10m, wait: 5m,
         handoff: [{to: store, wait: 2h}, {to: store, wait: 3h}]}
-- journeys/b.yml --
title: Dear
stages:
  - title: All
    steps:
      - {title: Waits, id: waits, contacts: 5, duration: 50m, wait: 40m}
      - {title: Calls, id: calls, contacts: 1, duration: 1h, caused_by: waits}
-- journeys/c.yml --
title: Dear, then
state: to-be
derived_from: b
stages:
  - title: All
    steps:
      - {title: Waits, id: waits, contacts: 2}
      - {title: Calls, id: calls}
""")


def test_no_figure_adds_what_different_customers_bear() -> None:
    found = page(_site(), "insights/effort.html").data
    assert isinstance(found, EffortData)
    dearest = (found.contacts, found.minutes, found.waiting)
    assert [bill.journey.title if bill else "" for bill in dearest] == ["Dear"] * 3
    tiles = document(_site(), "insights/effort.html").text.split("What each journey costs")[0]
    assert "1 h 50 min" in tiles and "at least 40 min stated at 1 of 2" in tiles
    assert "2 h" not in tiles and "45 min" not in tiles


def test_handoffs_side_by_side_show_the_longest_wait() -> None:
    found = page(_site(), "insights/handoffs.html").data
    assert isinstance(found, HandoffsData)
    assert found.waiting == Span.exactly(180)
    assert "up to 3 h" in document(_site(), "insights/handoffs.html").text
    assert "5 h" not in document(_site(), "insights/handoffs.html").text


def test_pages_say_over_how_many_touchpoints_a_saving_is_known() -> None:
    for url in ("insights/effort.html", "compare/c.html"):
        text = document(_site(), url).text
        assert "3 less stated at 1 of 2" in text, url
        assert "1 h 50 min less" not in text and "40 min less" not in text, url
    changes = html(_site(), "journeys/b.html").split("Now and future in figures")[1]
    assert "stated at 1 of 2" in changes and "1 h 50 min" not in changes
