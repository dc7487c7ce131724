"""The summary for executives: where to focus next, in one screen."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from math import fsum
from operator import attrgetter

from cjsite.analysis.findings import Found
from cjsite.analysis.health import Health, total
from cjsite.analysis.rules import RULES
from cjsite.frozen import frozen
from cjsite.gathering import ByName, Together, grouped
from cjsite.pages.due import Due, urgency
from cjsite.pages.insights.aspect import Aspect, cost
from cjsite.pages.insights.effort import owing
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.opening import Opening, is_open
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.ranked import Ranked
from cjsite.pages.row import Row
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
class Spare:
    """What one department could spare customers, as in `Owed`."""

    steps: int
    contacts: int
    minutes: float


@frozen
class Focal:
    """What one journey, or many, ask for. owed: what departments could spare customers, by id, '' for nobody."""

    journeys: int = 0
    rows: Ranked[Row] = Ranked()
    pivots: Ranked[Pivot] = Ranked()
    owed: tuple[tuple[str, Spare], ...] = ()
    reviews: Ranked[Due] = Ranked()
    health: Health = Health()
    overdue: int = 0
    warnings: int = 0


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


def focal(aspect: Aspect) -> Focal:
    """Return what one journey asks for; figures count as-is journeys that are not archived."""
    row = aspect.row
    if not row.current:
        return Focal(warnings=aspect.warnings)
    due = row.due
    owed = grouped((one.who, one) for one in aspect.toll.spared)
    return Focal(
        journeys=1,
        rows=Ranked.of([row], TOP, _neediest),
        pivots=Ranked.of((pivot for pivot in aspect.pivots if pivot.at_risk), TOP, attrgetter("rank")),
        owed=tuple((who, Spare(len(spared), *cost(spared))) for who, spared in owed.items()),
        reviews=Ranked.of([due], TOP, urgency),
        health=row.health,
        overdue=int(due.is_late),
        warnings=aspect.warnings,
    )


_top = partial(Ranked.merged, most=TOP)
focal_together = Together(
    Focal,
    journeys=sum,
    rows=_top,
    pivots=_top,
    owed=ByName(Together(Spare, steps=sum, contacts=sum, minutes=fsum)),
    reviews=_top,
    health=total,
    overdue=sum,
    warnings=sum,
)
"""Puts what many journeys ask for together."""


def focus(
    all_maps: Focal, openings: tuple[Opening, ...], shared: tuple[Found, ...], departments: Mapping[str, Link]
) -> FocusData:
    """Return the summary: journeys by need, moments at risk, avoidable effort, opportunities, reviews.

    openings: of the journeys that figures count, the most important first. shared: what is found in what journeys
    share.
    """
    still = [opening for opening in openings if is_open(opening)]
    owed = [
        Owed(departments.get(who, Link("")), spare.steps, spare.contacts, spare.minutes)
        for who, spare in all_maps.owed
    ]
    owed.sort(key=lambda one: owing(one.who, one.steps))
    return FocusData(
        lists=Focus(
            journeys=all_maps.journeys,
            rows=all_maps.rows.first,
            pivots=all_maps.pivots.first,
            debts=tuple(owed[:TOP]),
            openings=tuple(still[:TOP]),
            doing=sum(opening.status == "doing" for opening in still),
            reviews=all_maps.reviews.first,
        ),
        # The mean feeling is not shown here, and what is not shown must not render the page again.
        health=replace(all_maps.health, known=0, felt=0.0, mood=0.0),
        spared=sum(one.steps for one in owed),
        overdue=all_maps.overdue,
        warnings=all_maps.warnings + sum(map(_is_warning, shared)),
    )


def _neediest(row: Row) -> tuple[float, str]:
    return -row.need, row.journey.title


def _is_warning(found: Found) -> bool:
    return RULES[found.code].severity == "warning" and not found.waived
