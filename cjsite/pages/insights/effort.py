"""Effort in the right place: what journeys cost customers, and what they could be spared."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest
from operator import attrgetter

from cjsite.analysis.effort import Effort
from cjsite.analysis.savings import Savings
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.base.rows import Rows
from cjsite.base.span import Span
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_insights import JourneyEffort, JourneyInsights, SparedStep, Wait
from cjsite.summaries.links import Link
from cjsite.summaries.reading_figures import RouteEffort
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording

LONGEST = 8
"""How many waits the list shows."""


@frozen
class Bar:
    """A figure and what of it would do, in per cent of the largest figure."""

    whole: float
    least: float


@frozen
class EffortRow:
    """A journey's effort, what it would be at least, and how many steps could be spared, by reason.

    contacts, minutes: both as bars, None where there are none or nobody knows. routes: other routes than
    the main one, and the mean over customers.
    """

    journey: Link
    whole: Effort
    least: Effort
    contacts: Bar | None
    minutes: Bar | None
    failure: int
    misplaced: int
    again: int
    apart: int
    routes: tuple[RouteEffort, ...]


@frozen
class SparedByDepartment:
    """What one department could spare customers; who: its link, '' where nobody is named.

    steps, journeys: how many steps there are on all pages of the list, and on how many journeys.
    """

    who: Link
    spared: Sequence[SparedStep]
    steps: int
    journeys: int


@frozen
class JourneySavings:
    """What a to-be saves against its as-is."""

    journey: Link
    saved: Savings


@frozen
class EffortData:
    """What the page shows; figures count as-is journeys that are not archived.

    contacts, minutes, waiting: the journey that costs most of each, None where nobody says what any costs. What
    journeys of different customers cost has no sum that anybody bears.
    """

    rows: Sequence[EffortRow]
    contacts: EffortRow | None
    minutes: EffortRow | None
    waiting: EffortRow | None
    spared: int
    owed: tuple[SparedByDepartment, ...]
    savings: tuple[JourneySavings, ...]
    waits: tuple[Wait, ...]


def _whole(site: SiteSummary) -> EffortData:
    return all_efforts(site.insights, site.department_links)


@list_page("insights/effort.html", lambda site: site.lengths.counted)
def effort(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page on effort."""
    return effort_page(site.once(_whole), paging, frame, wording)


@memo(by="paging")
def effort_page(data: EffortData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on effort, or one on which its lists go on."""
    own = paging.part(data, "rows", "savings")
    parts = [replace(debt, spared=paging.rows(debt.spared)) for debt in data.owed]
    own = replace(own, owed=tuple([part for part in parts if part.spared]))
    if paging.continues:
        own = replace(own, waits=())
    title, description = wording("insight.effort"), wording("insight.effort.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/effort.html", title, frame, own, description, "insights", paging=paging)


@frozen
class _Brief:
    """What of a journey's effort the order of rows and the figures above them need.

    spared: who could spare the customer a step, of each such step.
    """

    at: JourneyInsights
    sort_key: tuple[int, int, str]
    contacts: int
    minutes: float
    waiting: float
    title: Link
    spared: tuple[str, ...]


@memo
def all_efforts(every: tuple[JourneyInsights, ...], departments: Mapping[str, Link]) -> EffortData:
    """Return what journeys cost, the journey with most to spare first; every: the insights into all journeys."""
    efforts = Rows(every, _effort)
    current = [_brief(own, effort) for own, effort in zip(every, efforts, strict=True) if effort.current]
    most = max((brief.contacts for brief in current), default=0), max((b.minutes for b in current), default=0.0)
    ordered = [(brief.at, most) for brief in sorted(current, key=attrgetter("sort_key"))]
    waits = (wait for brief in current for wait in brief.at.effort.waits)
    return EffortData(
        rows=Rows(ordered, _row),
        contacts=_dearest(current, most, lambda brief: brief.contacts),
        minutes=_dearest(current, most, lambda brief: brief.minutes),
        waiting=_dearest(current, most, lambda brief: brief.waiting),
        spared=sum(len(brief.spared) for brief in current),
        owed=_owed(current, departments),
        savings=tuple(JourneySavings(effort.journey, effort.savings) for effort in efforts if effort.savings),
        waits=tuple(nsmallest(LONGEST, waits, key=_longest_first)),
    )


def _effort(insights: JourneyInsights) -> JourneyEffort:
    return insights.effort


def _brief(insights: JourneyInsights, effort: JourneyEffort) -> _Brief:
    reasons = [step.reason for step in effort.spared]
    avoidable = sum(reason in ("failure", "misplaced", "again") for reason in reasons)
    whole = effort.whole
    return _Brief(
        at=insights,
        sort_key=(-avoidable, -(whole.contacts or 0), effort.journey.title),
        contacts=whole.contacts or 0,
        minutes=_most(whole.minutes),
        waiting=_most(whole.waiting),
        title=effort.journey,
        spared=tuple([step.who for step in effort.spared]),
    )


def _row(placed: tuple[JourneyInsights, tuple[float, float]]) -> EffortRow:
    insights, (most_contacts, most_minutes) = placed
    effort = insights.effort
    reasons = [step.reason for step in effort.spared]
    whole, least = effort.whole, effort.least
    return EffortRow(
        journey=effort.journey,
        whole=whole,
        least=least,
        contacts=_bar(whole.contacts, least.contacts, most_contacts),
        minutes=_bar(_most(whole.minutes), _most(least.minutes), most_minutes),
        failure=reasons.count("failure"),
        misplaced=reasons.count("misplaced"),
        again=reasons.count("again"),
        apart=effort.apart,
        routes=effort.routes,
    )


def _bar(whole: float | None, least: float | None, most: float) -> Bar | None:
    return Bar(round(100 * whole / most, 2), round(100 * (least or 0.0) / most, 2)) if whole else None


def _most(minutes: Span | None) -> float:
    """Return the minutes that a bar shows: what it may come to."""
    return minutes.high if minutes else 0.0


def _dearest(
    briefs: Iterable[_Brief], most: tuple[float, float], spent: Callable[[_Brief], float]
) -> EffortRow | None:
    """Return the journey that costs the customer most, the first by title of several."""
    # Those that come to the same cost are in the order of the rows.
    stated = sorted(filter(spent, briefs), key=attrgetter("sort_key"))
    dearest = min(stated, key=lambda brief: (-spent(brief), brief.title.title), default=None)
    return _row((dearest.at, most)) if dearest else None


def _longest_first(wait: Wait) -> tuple[tuple[float, float], str]:
    return wait.minutes.largest_first, wait.at.url


def _owed(briefs: Iterable[_Brief], departments: Mapping[str, Link]) -> tuple[SparedByDepartment, ...]:
    """Return what each department could spare customers, most steps first."""
    places = ((who, (brief.at, number)) for brief in briefs for number, who in enumerate(brief.spared))
    owed = [_spared(departments.get(who, Link("")), own) for who, own in grouped(places).items()]
    return tuple(sorted(owed, key=lambda department: owing(department.who, department.steps)))


def _spared(who: Link, places: Sequence[tuple[JourneyInsights, int]]) -> SparedByDepartment:
    journeys = len({id(insights) for insights, _ in places})
    return SparedByDepartment(who, Rows(places, _step), len(places), journeys)


def _step(place: tuple[JourneyInsights, int]) -> SparedStep:
    insights, number = place
    return insights.effort.spared[number]


def owing(who: Link, steps: int) -> tuple[bool, int, str]:
    """Return the place of a department that could spare customers so many steps; one not named comes last."""
    return not who.url, -steps, who.title
