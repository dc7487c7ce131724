"""Effort in the right place: what journeys cost customers, and what they could be spared."""

from collections.abc import Callable, Iterable, Mapping

from cjsite.analysis.effort import Effort
from cjsite.analysis.savings import Savings
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.base.span import Span
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_insights import JourneyEffort, SparedStep, Wait
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
    spared: tuple[SparedStep, ...]
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

    rows: tuple[EffortRow, ...]
    contacts: EffortRow | None
    minutes: EffortRow | None
    waiting: EffortRow | None
    spared: int
    owed: tuple[SparedByDepartment, ...]
    savings: tuple[JourneySavings, ...]
    waits: tuple[Wait, ...]


def _whole(site: SiteSummary) -> EffortData:
    return all_efforts(tuple([insights.effort for insights in site.insights]), site.department_links)


@list_page("insights/effort.html", lambda site: site.lengths.counted)
def effort(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page on effort."""
    return effort_page(site.once(_whole), paging, frame, wording)


@memo(by="paging")
def effort_page(data: EffortData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on effort, or one on which its lists go on."""
    own = paging.part(data, "rows", "savings")
    if paging.count > 1:
        parts = [replace(debt, spared=paging.rows(debt.spared)) for debt in data.owed]
        own = replace(own, owed=tuple([part for part in parts if part.spared]))
    if paging.continues:
        own = replace(own, waits=())
    title, description = wording("insight.effort"), wording("insight.effort.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/effort.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_efforts(efforts: tuple[JourneyEffort, ...], departments: Mapping[str, Link]) -> EffortData:
    """Return what journeys cost, the journey with most to spare first; efforts: of all journeys."""
    current = [effort for effort in efforts if effort.current]
    most_contacts = max((effort.whole.contacts or 0 for effort in current), default=0)
    most_minutes = max((_most(effort.whole.minutes) for effort in current), default=0.0)
    rows = sorted((_row(effort, most_contacts, most_minutes) for effort in current), key=_sort_key)
    waits = sorted((wait for effort in current for wait in effort.waits), key=_longest_first)
    return EffortData(
        rows=tuple(rows),
        contacts=_dearest(rows, lambda spent: spent.contacts or 0),
        minutes=_dearest(rows, lambda spent: _most(spent.minutes)),
        waiting=_dearest(rows, lambda spent: _most(spent.waiting)),
        spared=sum(len(effort.spared) for effort in current),
        owed=owed((step for effort in current for step in effort.spared), departments),
        savings=tuple(JourneySavings(effort.journey, effort.savings) for effort in efforts if effort.savings),
        waits=tuple(waits[:LONGEST]),
    )


def _row(effort: JourneyEffort, most_contacts: float, most_minutes: float) -> EffortRow:
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


def _dearest(rows: list[EffortRow], spent: Callable[[Effort], float]) -> EffortRow | None:
    """Return the journey that costs the customer most, the first by title of several."""
    stated = [row for row in rows if spent(row.whole)]
    return min(stated, key=lambda row: (-spent(row.whole), row.journey.title), default=None)


def _longest_first(wait: Wait) -> tuple[tuple[float, float], str]:
    return wait.minutes.largest_first, wait.at.url


def _sort_key(row: EffortRow) -> tuple[int, int, str]:
    return -(row.failure + row.misplaced + row.again), -(row.whole.contacts or 0), row.journey.title


def owed(spared: Iterable[SparedStep], departments: Mapping[str, Link]) -> tuple[SparedByDepartment, ...]:
    """Return what each department could spare customers, most steps first."""
    by_department = grouped((step.who, step) for step in spared)
    owed = (_spared(departments.get(who, Link("")), tuple(steps)) for who, steps in by_department.items())
    return tuple(sorted(owed, key=lambda department: owing(department.who, department.steps)))


def _spared(who: Link, steps: tuple[SparedStep, ...]) -> SparedByDepartment:
    return SparedByDepartment(who, steps, len(steps), len({step.at.journey for step in steps}))


def owing(who: Link, steps: int) -> tuple[bool, int, str]:
    """Return the place of a department that could spare customers so many steps; one not named comes last."""
    return not who.url, -steps, who.title
