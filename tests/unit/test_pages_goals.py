"""What maps are for, how journeys end and what brings customers back, and their key interactions."""

from cjsite.pages.insights.goals import GoalsData
from tests.support.content import content
from tests.support.page import document, page

MAPS = """
-- departments.yml --
care: {title: Customer care}
-- channels.yml --
phone: {title: Phone}
-- journeys/a.yml --
title: A
owner: care
goal: Sleep
business_goal: Fewer *calls*
stages:
  - title: S
    steps:
      - {title: T, key: true, emotion: -1, touchpoints: [{title: One, channel: phone}, {title: Two}]}
      - {title: U, metrics: {nps: 12}}
  - {title: Later, phase: after, ends: renew, incentive: [A voucher], steps: [{title: V, emotion: 1}]}
-- journeys/b.yml --
title: B
stages:
  - {title: S, ends: competitor, steps: [{title: T, metrics: {nps: 5}}, {title: U, id: u, metrics: {nps: 40}}]}
-- journeys/b.csv --
step,metric,date,value
u,nps,2026-09-01,-7
u,nps,2026-10-01,-9
-- journeys/c.yml --
title: C
state: to-be
business_goal: Not yet
stages: [{title: S, ends: leave, steps: [{title: T, key: true}]}]
"""


def _data(text: str) -> GoalsData:
    shown = page(content(text), "insights/goals.html").data
    assert isinstance(shown, GoalsData)
    return shown


def test_goals_stand_beside_what_customers_want_and_who_answers() -> None:
    data = _data(MAPS)
    assert [(one.journey.title, one.goal, one.wants) for one in data.purposes] == [
        ("A", "Fewer *calls*", ("Sleep",)),
        ("B", "", ()),
    ]
    assert data.aimed == 1
    text = document(content(MAPS), "insights/goals.html").text
    assert "Fewer calls Sleep Customer care" in text
    assert "Not yet" not in text, "what is yet to be has no goal among those of today"


def test_ends_are_returns_or_exits_and_say_what_is_recommended_last() -> None:
    data = _data(MAPS)
    assert [(one.ends, one.returns, one.incentive, one.recommendation) for one in data.ending] == [
        ("renew", True, ("A voucher",), 12),
        ("competitor", False, (), -9),
    ]
    assert (data.returning, data.leaving) == (1, 1)


def test_key_interactions_are_listed_once_for_a_step() -> None:
    data = _data(MAPS)
    assert [felt.at.title for one in data.key for felt in one.keys] == ["One"]
    assert data.interactions == 1


def test_a_site_that_says_nothing_of_it_has_no_empty_parts() -> None:
    bare = "-- journeys/a.yml --\ntitle: A\nstages: [{title: S, steps: [T]}]\n"
    page_ = document(content(bare), "insights/goals.html")
    assert "Business goals named 0 of 1" in page_.text
    assert not {"ends", "key"}.intersection(page_.ids)


def test_an_end_is_drawn_on_the_map() -> None:
    for name, mark in (("a", "#i-return"), ("b", "#i-exit")):
        links = document(content(MAPS), f"journeys/{name}.html").links
        assert mark in links, name
