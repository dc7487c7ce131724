"""Investment: which touchpoints ask for it most, and where money goes now, as far as it is stated."""

from collections.abc import Iterable, Mapping

from cjsite.analysis.investment import Money, added
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.investment_summary import InvestmentNeed, InvestmentPlan, JourneyInvestment, MoneyStop
from cjsite.summaries.links import Link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.prose import plain
from cjsite.text.wording import Wording

TONES = ("pleasant", "neutral", "unpleasant", "unknown")


@frozen
class PricedPlan:
    """What could be done; cost: in words, '' where nobody says."""

    opportunity: Link
    effort: int | None
    cost: str


@frozen
class RankedNeed:
    """A touchpoint that asks for investment, with the plans there."""

    entry: InvestmentNeed
    plans: tuple[PricedPlan, ...]


@frozen
class MoneyGroup:
    """Touchpoints that have something in common: what they cost and bring, each currency and period for itself.

    title: of the group; costs, benefits: sums in words. costing, bringing: of how many of `count` they are.
    """

    title: Link
    costs: tuple[str, ...]
    benefits: tuple[str, ...]
    costing: int
    bringing: int
    count: int


@frozen
class InvestmentData:
    """What the page shows: as-is journeys that are not archived.

    rest: how many touchpoints more ask for investment. tables: money by tone, department and stage, each with its
    name: of stages as it is stated, else in a year. lost: what failures cost in a year, in words; counted: at how
    many of `failures`.
    """

    needs: tuple[RankedNeed, ...]
    rest: int
    tables: tuple[tuple[str, tuple[MoneyGroup, ...]], ...]
    lost: tuple[str, ...]
    counted: int
    failures: int


@site_page("insights/investment.html")
def investment(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the page on investment."""
    return investment_page(site.investment, site.department_links, frame, wording)


@memo
def investment_page(
    all_maps: JourneyInvestment, departments: Mapping[str, Link], frame: SiteFrame, wording: Wording
) -> Page:
    """Return the page on investment, the touchpoint that asks for most first; all_maps: of those that count."""
    stops = all_maps.stops
    lost = [cost for stop in stops if stop.failure and (cost := stop.yearly_cost) and cost.per == "year"]
    data = InvestmentData(
        needs=tuple(_ranked(entry, wording) for entry in all_maps.needs.first),
        rest=all_maps.needs.rest,
        tables=tuple(_tables(stops, departments, wording)) if any(map(_is_priced, stops)) else (),
        lost=_in_words(lost, wording),
        counted=len(lost),
        failures=all_maps.failures,
    )
    title, description = wording("insight.investment"), wording("insight.investment.lead")
    url = "insights/investment.html"
    return Page(url, "insights/investment.html", title, frame, data, description, "insights")


def _is_priced(stop: MoneyStop) -> bool:
    return stop.cost is not None or stop.benefit is not None


def _ranked(entry: InvestmentNeed, wording: Wording) -> RankedNeed:
    return RankedNeed(entry, tuple(_priced(plan, wording) for plan in entry.plans))


def _priced(plan: InvestmentPlan, wording: Wording) -> PricedPlan:
    cost = _words(plan.cost, wording) if plan.cost else ""
    return PricedPlan(plan.opportunity, plan.effort, wording.listed(cost, plain(plan.words)))


def _tables(
    stops: tuple[MoneyStop, ...], departments: Mapping[str, Link], wording: Wording
) -> Iterable[tuple[str, tuple[MoneyGroup, ...]]]:
    in_year = [replace(stop, cost=stop.yearly_cost, benefit=stop.yearly_benefit) for stop in stops]
    tones = grouped((stop.tone, stop) for stop in in_year)
    yield (
        "tone",
        _priced_groups(
            ((Link(wording(f"insight.investment.tone.{tone}")), tones.get(tone, [])) for tone in TONES), wording
        ),
    )
    owners = grouped((stop.department, stop) for stop in in_year)
    nobody = Link(wording("insight.nobody"))
    yield "owner", _priced_groups(((departments.get(who, nobody), own) for who, own in owners.items()), wording)
    stages = grouped((stop.stage, stop) for stop in stops)
    named = ((_stage(*stage, wording), own) for stage, own in stages.items())
    yield "stage", _priced_groups(named, wording)


def _stage(journey: Link, stage: str, wording: Wording) -> Link:
    return Link(wording.listed(plain(stage), journey.title), journey.url)


def _priced_groups(groups: Iterable[tuple[Link, list[MoneyStop]]], wording: Wording) -> tuple[MoneyGroup, ...]:
    return tuple(_group(title, own, wording) for title, own in groups if any(map(_is_priced, own)))


def _group(title: Link, stops: Iterable[MoneyStop], wording: Wording) -> MoneyGroup:
    every = tuple(stops)
    costs = [stop.cost for stop in every if stop.cost]
    benefits = [stop.benefit for stop in every if stop.benefit]
    return MoneyGroup(
        title=title,
        costs=_in_words(costs, wording),
        benefits=_in_words(benefits, wording),
        costing=len(costs),
        bringing=len(benefits),
        count=len(every),
    )


def _in_words(sums: Iterable[Money], wording: Wording) -> tuple[str, ...]:
    return tuple(_words(money, wording) for money in added(sums))


def _words(money: Money, wording: Wording) -> str:
    written = wording.money(money.amount, money.currency)
    return wording(f"amount.{money.per}", amount=written) if money.per else written
