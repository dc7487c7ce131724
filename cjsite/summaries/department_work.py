"""A department's work as maps show it: of one map, or of any number of maps put together."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import chain
from operator import attrgetter

from cjsite.analysis.feeling import Band
from cjsite.analysis.health import Health, total
from cjsite.analysis.risk import urgency_of
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, concatenated, grouped
from cjsite.summaries.department_journey import (
    DepartmentHandoff,
    DepartmentJourney,
    DepartmentTouchpoint,
    MisplacedWork,
    PainPointEntry,
)
from cjsite.summaries.department_moment import DepartmentMoment
from cjsite.summaries.department_touchpoints import ListedTouchpoint, listed_touchpoints
from cjsite.summaries.links import Link
from cjsite.summaries.opportunity import OpportunityCard, merge, roll_up_opportunities
from cjsite.summaries.review_due import ReviewDue, urgency
from cjsite.summaries.toplist import TopList

DRAWN = 24
"""How many of a department's journeys are drawn, the worst first; the others are links."""
_WORST_LAST = ("", "good", "late", "poor")


@frozen
class HandoffsWith:
    """Handoffs with one other department ('' = nobody is named), broken ones first."""

    other: str
    items: TopList[DepartmentHandoff]


@frozen
class UndrawnJourney:
    """A department's part in a journey in a line; sort_key: as in `DepartmentJourney`."""

    journey: Link
    filtered: str
    touchpoints: int
    mean: float | None
    band: Band
    sort_key: tuple[bool, float, str]


@frozen
class DepartmentWork:
    """What maps say of a department's work; figures count as-is journeys that are not archived.

    maps: in how many it works or answers for the map, which are `joined` and `answers`. front: touchpoints where
    customers meet it, by channel in `channels`. overdue: late reviews. parts: its parts in those maps, the worst
    first; plans: those in to-be journeys; all_parts, all_plans: all of each, in brief. touchpoints: those of both,
    the worst first. reviews: of maps that it answers for or works in.
    """

    health: Health = Health()
    maps: int = 0
    joined: int = 0
    answers: int = 0
    front: int = 0
    channels: tuple[tuple[str, int], ...] = ()
    overdue: int = 0
    parts: TopList[DepartmentJourney] = TopList()
    plans: TopList[DepartmentJourney] = TopList()
    all_parts: tuple[UndrawnJourney, ...] = ()
    all_plans: tuple[UndrawnJourney, ...] = ()
    touchpoints: tuple[ListedTouchpoint, ...] = ()
    moments: TopList[DepartmentMoment] = TopList()
    pains: TopList[PainPointEntry] = TopList()
    opportunities: tuple[OpportunityCard, ...] = ()
    received: tuple[HandoffsWith, ...] = ()
    given: tuple[HandoffsWith, ...] = ()
    misplaced: TopList[MisplacedWork] = TopList()
    gaps: TopList[DepartmentTouchpoint] = TopList()
    reviews: TopList[ReviewDue] = TopList()


def department_work(part: DepartmentJourney) -> DepartmentWork:
    """Return the work in one map."""
    if not part.current:
        plans = (part,) if part.state == "to-be" and part.touchpoints else ()
        return DepartmentWork(
            plans=TopList.of(plans, DRAWN),
            all_plans=tuple(map(_in_brief, plans)),
            touchpoints=tuple(chain.from_iterable(map(listed_touchpoints, plans))),
        )
    shown = part.owns or bool(part.touchpoints)
    front = [touchpoint for touchpoint in part.touchpoints if touchpoint.role == "front"]
    return DepartmentWork(
        health=part.health,
        maps=int(shown),
        joined=int(bool(part.touchpoints)),
        answers=int(part.owns),
        front=len(front),
        channels=tuple(Counter(touchpoint.channel for touchpoint in front if touchpoint.channel).items()),
        overdue=int(part.due.is_late and shown),
        parts=TopList.of((part,) if shown else (), DRAWN, attrgetter("sort_key")),
        all_parts=(_in_brief(part),) if shown else (),
        touchpoints=listed_touchpoints(part),
        moments=TopList.of(part.moments, sort_key=_decision_key),
        pains=TopList.of(part.pains, sort_key=_pain_key),
        opportunities=tuple(merge(part.opportunities)),
        received=_batches(part.received),
        given=_batches(part.given),
        misplaced=TopList.of(part.misplaced),
        gaps=TopList.of((m for m in part.touchpoints if m.standing in ("staff", "none")), sort_key=_gap_key),
        reviews=TopList.of((part.due,) if shown else (), sort_key=urgency),
    )


def _in_brief(part: DepartmentJourney) -> UndrawnJourney:
    health = part.health
    return UndrawnJourney(
        part.journey, part.filtered, len(part.touchpoints), health.mean, health.band, part.sort_key
    )


def _pain_key(pain: PainPointEntry) -> tuple[int, int, str]:
    return -pain.weight, -(pain.severity or 0), pain.at.url


def _decision_key(decision: DepartmentMoment) -> tuple[int, float, str]:
    return urgency_of(decision.risk), -(decision.bail_rate or 0.0), decision.at.url


def _gap_key(touchpoint: DepartmentTouchpoint) -> tuple[bool, str, int]:
    return touchpoint.standing == "none", touchpoint.at.journey.title, touchpoint.at.number


def _handed_key(handoff: DepartmentHandoff) -> tuple[int]:
    return (-_WORST_LAST.index(handoff.quality),)


def _batches(handed: Iterable[DepartmentHandoff]) -> tuple[HandoffsWith, ...]:
    by_other = grouped((handoff.other, handoff) for handoff in handed)
    return tuple(HandoffsWith(other, TopList.of(items, sort_key=_handed_key)) for other, items in by_other.items())


def _batches_together(values: Iterable[tuple[HandoffsWith, ...]]) -> tuple[HandoffsWith, ...]:
    by_other = grouped((part.other, part.items) for part in chain.from_iterable(values))
    return tuple(HandoffsWith(other, TopList.merged(items)) for other, items in by_other.items())


roll_up_department_work = Rollup(
    DepartmentWork,
    health=total,
    maps=sum,
    joined=sum,
    answers=sum,
    front=sum,
    channels=ByName[str, int](sum),
    overdue=sum,
    parts=partial(TopList.merged, most=DRAWN),
    plans=partial(TopList.merged, most=DRAWN),
    all_parts=lambda values: tuple(sorted(chain.from_iterable(values), key=attrgetter("sort_key"))),
    all_plans=concatenated,
    touchpoints=lambda values: tuple(sorted(chain.from_iterable(values), key=attrgetter("sort_key"))),
    moments=TopList.merged,
    pains=TopList.merged,
    opportunities=roll_up_opportunities,
    received=_batches_together,
    given=_batches_together,
    misplaced=TopList.merged,
    gaps=TopList.merged,
    reviews=TopList.merged,
)
"""Puts a department's work in many maps together."""
