"""Where money would help most in one journey or in many, and what touchpoints cost and bring."""

from collections.abc import Iterator
from functools import partial

from cjsite.analysis.columns import Column
from cjsite.analysis.investment import Money, cases_in_year, need, stated_sum, yearly
from cjsite.analysis.opportunities import is_open
from cjsite.analysis.priorities import by_priority
from cjsite.base.frozen import frozen
from cjsite.base.rollup import Rollup, concatenated
from cjsite.model.opportunity import Opportunity
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link, name
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.summaries.urls import opportunity_url

MOST = 15
"""How many touchpoints the ranking shows."""
_TONES = {"very-good": "pleasant", "good": "pleasant", "bad": "unpleasant", "very-bad": "unpleasant"}


@frozen
class InvestmentPlan:
    """What could be done at a touchpoint; effort: 1 to 5. cost, words: what it costs as a sum, and in words."""

    opportunity: Link
    effort: int | None
    cost: Money | None
    words: str


@frozen
class InvestmentNeed:
    """A touchpoint that asks for investment: how much, how it feels, what it matters, and what could be done."""

    felt: FeelingEntry
    need: float
    importance: int | None
    plans: tuple[InvestmentPlan, ...]


@frozen
class MoneyStop:
    """A touchpoint on a map that states money.

    stage: its journey and stage. tone: pleasant, neutral, unpleasant or unknown. department: whom the customer
    meets, by id. cost, benefit: None where no sum is stated. yearly_cost, yearly_benefit: the same in a year, or
    once; None where that is not known. failure: whether the step is only there because another failed.
    """

    stage: tuple[Link, str]
    tone: str
    department: str
    cost: Money | None
    benefit: Money | None
    yearly_cost: Money | None
    yearly_benefit: Money | None
    failure: bool


@frozen
class JourneyInvestment:
    """Where money would help, and where it goes.

    stops: of maps that state any. failures: touchpoints of steps that are only there because others failed.
    """

    needs: TopList[InvestmentNeed] = TopList()
    stops: tuple[MoneyStop, ...] = ()
    failures: int = 0


roll_up_investments = Rollup(
    JourneyInvestment, needs=partial(TopList.merged, most=MOST), stops=concatenated, failures=sum
)
"""Puts many journeys together."""


def journey_investment(analysis: JourneyAnalysis, insights: JourneyInsights) -> JourneyInvestment:
    """Return where money would help in one journey; only as-is journeys that are not archived count."""
    if not insights.card.current:
        return JourneyInvestment()
    states = any(column.touchpoint.cost or column.touchpoint.benefit for column in analysis.columns)
    return JourneyInvestment(
        needs=TopList.of(_needs(analysis, insights), MOST, _most_needed),
        stops=tuple(map(partial(_stop, analysis), analysis.columns, insights.touchpoints)) if states else (),
        failures=sum(bool(column.step.caused_by) for column in analysis.columns),
    )


def _needs(analysis: JourneyAnalysis, insights: JourneyInsights) -> Iterator[InvestmentNeed]:
    for column, point in zip(analysis.columns, insights.touchpoints, strict=True):
        asked = need(point.felt.score, point.importance)
        if asked:
            plans = by_priority(filter(is_open, analysis.facts.planned(column)), analysis.facts.stakes)
            every = tuple(_plan(analysis, plan) for plan in plans)
            yield InvestmentNeed(point.felt, asked, point.importance, every)


def _most_needed(entry: InvestmentNeed) -> tuple[float, str]:
    return -entry.need, entry.felt.at.url


def _plan(analysis: JourneyAnalysis, plan: Opportunity) -> InvestmentPlan:
    url = opportunity_url(plan.id) if plan.id in analysis.inputs.opportunities else ""
    return InvestmentPlan(Link(name(plan), url), plan.effort, stated_sum(plan.cost), plan.cost.text)


def _stop(analysis: JourneyAnalysis, column: Column, point: TouchpointEntry) -> MoneyStop:
    at = column.touchpoint
    cost, benefit = stated_sum(at.cost), stated_sum(at.benefit)
    cases = _cases(analysis, column) if cost or benefit else None
    band = point.felt.band
    return MoneyStop(
        stage=(analysis.journey, column.stage.title or column.stage.id),
        tone=_TONES.get(band, band),
        department=at.department,
        cost=cost,
        benefit=benefit,
        yearly_cost=yearly(cost, cases) if cost else None,
        yearly_benefit=yearly(benefit, cases) if benefit else None,
        failure=bool(column.step.caused_by),
    )


def _cases(analysis: JourneyAnalysis, column: Column) -> float | None:
    return cases_in_year(column, analysis.inputs.metrics, analysis.inputs.measurements)
