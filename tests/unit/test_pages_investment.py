"""Which touchpoints ask for investment, and what is stated of money, never mixed and never guessed."""

from cjsite.pages.insights.investment import InvestmentData
from tests.support.content import content
from tests.support.page import document, page

MAPS = """
-- departments.yml --
care: {title: Customer care}
shop: {title: Shops}
-- metrics.yml --
visitors: {title: Visitors, cases_per: month}
-- opportunities.yml --
queue: {title: A second till, value: 4, effort: 2, cost: {amount: 900, currency: EUR, per: once}, steps: a#pays}
kept: {title: It was done, status: done, steps: a#pays}
-- journeys/a.yml --
title: A
stages:
  - title: Buy
    steps:
      - {title: Pays, emotion: -1.5, importance: 4, department: shop, cost: {amount: 2, currency: EUR, per: case}}
      - {title: Reads, emotion: -2, department: shop, cost: {amount: 10, currency: GBP, per: month}}
      - {title: Smiles, emotion: 2, benefit: {amount: 5000, currency: EUR, per: once}}
  - title: After
    steps:
      - title: Calls again
        caused_by: pays
        emotion: -1
        department: care
        cost: {amount: 3, currency: EUR, per: case}
        metrics: {visitors: 100}
      - {title: Writes, caused_by: pays, cost: Nobody has counted}
-- journeys/b.yml --
title: B
stages: [{title: S, steps: [{title: Sighs, emotion: -0.5, caused_by: a#pays}]}]
-- journeys/c.yml --
title: C
state: to-be
stages: [{title: S, steps: [{title: Not yet, emotion: -2, cost: {amount: 1, currency: EUR, per: year}}]}]
"""
Rows = dict[str, tuple[tuple[str, ...], int, tuple[str, ...], int, int]]


def _data(text: str) -> InvestmentData:
    shown = page(content(text), "insights/investment.html").data
    assert isinstance(shown, InvestmentData)
    return shown


def _rows(name: str) -> Rows:
    groups = dict(_data(MAPS).tables)[name]
    return {one.title.title: (one.costs, one.costing, one.benefits, one.bringing, one.count) for one in groups}


def test_touchpoints_are_ranked_by_feeling_and_importance_with_what_is_planned_beside_them() -> None:
    needs = _data(MAPS).needs
    assert [(one.entry.felt.at.title, one.entry.need) for one in needs] == [
        ("Pays", 6.0),
        ("Reads", 6.0),
        ("Calls again", 3.0),
        ("Sighs", 1.5),
    ]
    assert [(plan.opportunity.title, plan.effort, plan.cost) for plan in needs[0].plans] == [
        ("A second till", 2, "€900 once")
    ]
    text = document(content(MAPS), "insights/investment.html").text
    assert "A second till : effort 2 of 5, €900 once" in text
    assert "Nothing is planned" in text


def test_money_by_stage_is_as_it_is_stated_each_currency_and_period_for_itself() -> None:
    assert _rows("stage") == {
        "Buy, A": (("€2 per case", "£10 a month"), 2, ("€5,000 once",), 1, 3),
        "After, A": (("€3 per case",), 1, (), 0, 2),
    }


def test_money_of_several_journeys_is_that_of_a_year_where_cases_are_counted() -> None:
    assert _rows("tone") == {
        "Pleasant": ((), 0, ("€5,000 once",), 1, 1),
        "Unpleasant": (("£120 a year", "€3,600 a year"), 2, (), 0, 3),
    }
    assert _rows("owner") == {
        "Shops": (("£120 a year",), 1, (), 0, 2),
        "Nobody is named": ((), 0, ("€5,000 once",), 1, 2),
        "Customer care": (("€3,600 a year",), 1, (), 0, 1),
    }


def test_failure_demand_says_at_how_many_touchpoints_its_cost_is_stated() -> None:
    data = _data(MAPS)
    assert (data.lost, data.counted, data.failures) == (("€3,600 a year",), 1, 3)
    assert "€3,600 a year stated at 1 of 3" in document(content(MAPS), "insights/investment.html").text


def test_a_site_without_money_says_nothing_of_it() -> None:
    bare = "-- journeys/a.yml --\ntitle: A\nstages: [{title: S, steps: [{title: T, emotion: 1}]}]\n"
    data = _data(bare)
    assert (data.needs, data.tables, data.lost) == ((), (), ())
    assert not [id_ for id_ in document(content(bare), "insights/investment.html").ids if id_.startswith("by-")]
