"""A department's work as maps show it: of one map, or of any number of maps put together."""

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from cjsite.analysis.health import Health, total
from cjsite.frozen import frozen
from cjsite.pages.decision import Decision
from cjsite.pages.due import Due, urgency
from cjsite.pages.opening import Opening, merge
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


def works_together(works: tuple[Work, ...]) -> Work:
    """Return the work in many maps."""
    channels: Counter[str] = Counter()
    for one in works:
        for channel, count in one.channels:
            channels[channel] += count
    return Work(
        health=total(one.health for one in works),
        maps=sum(one.maps for one in works),
        joined=sum(one.joined for one in works),
        answers=sum(one.answers for one in works),
        front=sum(one.front for one in works),
        channels=tuple(channels.items()),
        overdue=sum(one.overdue for one in works),
        parts=tuple(sorted((part for one in works for part in one.parts), key=attrgetter("place"))),
        plans=tuple(part for one in works for part in one.plans),
        decisions=Ranked.merged([one.decisions for one in works]),
        hurts=Ranked.merged([one.hurts for one in works]),
        openings=tuple(merge(opening for one in works for opening in one.openings)),
        received=_batches_together(batch for one in works for batch in one.received),
        given=_batches_together(batch for one in works for batch in one.given),
        tasks=Ranked.merged([one.tasks for one in works]),
        gaps=Ranked.merged([one.gaps for one in works]),
        reviews=Ranked.merged([one.reviews for one in works]),
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
    found: dict[str, list[Handed]] = {}
    for one in handed:
        found.setdefault(one.other, []).append(one)
    return tuple(Batch(other, Ranked.of(items, place=_handed_place)) for other, items in found.items())


def _batches_together(batches: Iterable[Batch]) -> tuple[Batch, ...]:
    found: dict[str, list[Ranked[Handed]]] = {}
    for one in batches:
        found.setdefault(one.other, []).append(one.items)
    return tuple(Batch(other, Ranked.merged(items)) for other, items in found.items())
