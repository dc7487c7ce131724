"""The summary for executives: where to focus next, in one screen."""

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter

from cjsite.analysis.findings import Found
from cjsite.analysis.health import Health, total
from cjsite.analysis.rules import RULES
from cjsite.frozen import frozen
from cjsite.pages.due import Due, by_urgency
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.insights.effort import debts
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.opening import Opening, is_open, merge
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.row import Row
from cjsite.pages.summary import JourneySummary
from cjsite.wording import Wording

TOP = 4
"""How many entries each list shows: what people can keep in mind."""


@frozen
class Owed:
    """What one department could spare customers, in steps and what they cost; who: '' where nobody is named."""

    who: Link
    steps: int
    contacts: int
    minutes: float


@frozen
class Focus:
    """Where to focus next: the first of each list, over as-is journeys that are not archived."""

    journeys: int
    rows: tuple[Row, ...]
    pivots: tuple[Pivot, ...]
    debts: tuple[Owed, ...]
    openings: tuple[Opening, ...]
    doing: int
    reviews: tuple[Due, ...]


@frozen
class FocusData:
    """What the page shows: the lists, and figures over the same journeys. health: counts
    alone, without feelings. warnings: findings that ask for something."""

    lists: Focus
    health: Health
    spared: int
    overdue: int
    warnings: int


def focus_page(data: FocusData, frame: Frame, wording: Wording) -> Page:
    """Return the page of the summary."""
    title, description = wording("insight.focus"), wording("insight.focus.lead")
    return Page("insights/index.html", "insights/focus.html", title, frame, data, description, "insights")


def focus(
    summaries: tuple[JourneySummary, ...],
    aspects: tuple[Aspect, ...],
    shared: tuple[Found, ...],
    departments: Mapping[str, Link],
) -> FocusData:
    """Return the summary: journeys by need, moments at risk, avoidable effort, opportunities, reviews."""
    current = [aspect for aspect in aspects if aspect.row.current]
    rows = sorted((aspect.row for aspect in current), key=lambda row: (-row.need, row.journey.title))
    pivots = sorted((p for aspect in current for p in aspect.pivots if p.at_risk), key=attrgetter("rank"))
    openings = [o for o in merge(o for s in summaries if s.row.current for o in s.openings) if is_open(o)]
    spared = [one for aspect in current for one in aspect.toll.spared]
    dues = by_urgency(Due(row.journey, row.owner, row.review) for row in rows)
    return FocusData(
        lists=Focus(
            journeys=len(current),
            rows=tuple(rows[:TOP]),
            pivots=tuple(pivots[:TOP]),
            debts=tuple(
                Owed(debt.who, len(debt.spared), debt.contacts, debt.minutes)
                for debt in debts(spared, departments)[:TOP]
            ),
            openings=tuple(openings[:TOP]),
            doing=sum(opening.status == "doing" for opening in openings),
            reviews=dues[:TOP],
        ),
        # The mean feeling is not shown here, and what is not shown must not render the page again.
        health=replace(total(row.health for row in rows), known=0, felt=0.0, mood=0.0),
        spared=len(spared),
        overdue=sum(due.is_late for due in dues),
        warnings=sum(aspect.warnings for aspect in aspects) + sum(map(_is_warning, shared)),
    )


def _is_warning(found: Found) -> bool:
    return RULES[found.code].severity == "warning" and not found.waived
