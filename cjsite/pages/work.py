"""A department's work as maps show it: of one map, or of any number of maps put together."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from cjsite.analysis.health import Health, total
from cjsite.frozen import frozen
from cjsite.gathering import ByName, Together, chained, grouped
from cjsite.pages.decision import Decision
from cjsite.pages.due import Due, urgency
from cjsite.pages.opening import Opening, merge, openings_together
from cjsite.pages.part import Handed, Hurt, Meeting, Part, Task
from cjsite.pages.ranked import Ranked

_WORST_LAST = ("", "good", "late", "poor")


@frozen
class Batch:
    """Handoffs with one other department ('' = nobody is named), broken ones first."""

    other: str
    items: Ranked[Handed]


@frozen
class Work:
    """What maps say of a department's work; figures count as-is journeys that are not archived.

    maps: in how many it works or answers for the map, which are `joined` and `answers`. front: touchpoints where
    customers meet it, by channel in `channels`. overdue: late reviews. parts: its parts in those maps, the worst
    first; plans: those in to-be journeys. reviews: of maps that it answers for or works in.
    """

    health: Health = Health()
    maps: int = 0
    joined: int = 0
    answers: int = 0
    front: int = 0
    channels: tuple[tuple[str, int], ...] = ()
    overdue: int = 0
    parts: tuple[Part, ...] = ()
    plans: tuple[Part, ...] = ()
    decisions: Ranked[Decision] = Ranked()
    hurts: Ranked[Hurt] = Ranked()
    openings: tuple[Opening, ...] = ()
    received: tuple[Batch, ...] = ()
    given: tuple[Batch, ...] = ()
    tasks: Ranked[Task] = Ranked()
    gaps: Ranked[Meeting] = Ranked()
    reviews: Ranked[Due] = Ranked()


def work(part: Part) -> Work:
    """Return the work in one map."""
    plans = (part,) if part.state == "to-be" and part.meetings else ()
    if not part.current:
        return Work(plans=plans)
    shown = part.owns or bool(part.meetings)
    front = [meeting for meeting in part.meetings if meeting.role == "front"]
    return Work(
        health=part.health,
        maps=int(shown),
        joined=int(bool(part.meetings)),
        answers=int(part.owns),
        front=len(front),
        channels=tuple(Counter(meeting.channel for meeting in front if meeting.channel).items()),
        overdue=int(part.due.is_late and shown),
        parts=(part,) if shown else (),
        decisions=Ranked.of(part.decisions, place=_decision_place),
        hurts=Ranked.of(part.hurts, place=_hurt_place),
        openings=tuple(merge(part.openings)),
        received=_batches(part.received),
        given=_batches(part.given),
        tasks=Ranked.of(part.tasks),
        gaps=Ranked.of((m for m in part.meetings if m.standing in ("staff", "none")), place=_gap_place),
        reviews=Ranked.of((part.due,) if shown else (), place=urgency),
    )


def _hurt_place(hurt: Hurt) -> tuple[int, int, str]:
    return -hurt.weight, -(hurt.severity or 0), hurt.at.url


def _decision_place(decision: Decision) -> tuple[bool, float, str]:
    return not decision.at_risk, -(decision.bail_rate or 0.0), decision.at.url


def _gap_place(meeting: Meeting) -> tuple[bool, str, int]:
    return meeting.standing == "none", meeting.at.journey.title, meeting.at.number


def _handed_place(one: Handed) -> int:
    return -_WORST_LAST.index(one.quality)


def _batches(handed: Iterable[Handed]) -> tuple[Batch, ...]:
    found = grouped((one.other, one) for one in handed)
    return tuple(Batch(other, Ranked.of(items, place=_handed_place)) for other, items in found.items())


def _batches_together(values: Iterable[tuple[Batch, ...]]) -> tuple[Batch, ...]:
    found = grouped((one.other, one.items) for one in chain.from_iterable(values))
    return tuple(Batch(other, Ranked.merged(items)) for other, items in found.items())


works_together = Together(
    Work,
    health=total,
    maps=sum,
    joined=sum,
    answers=sum,
    front=sum,
    channels=ByName[str, int](sum),
    overdue=sum,
    parts=lambda values: tuple(sorted(chain.from_iterable(values), key=attrgetter("place"))),
    plans=chained,
    decisions=Ranked.merged,
    hurts=Ranked.merged,
    openings=openings_together,
    received=_batches_together,
    given=_batches_together,
    tasks=Ranked.merged,
    gaps=Ranked.merged,
    reviews=Ranked.merged,
)
"""Puts a department's work in many maps together."""
