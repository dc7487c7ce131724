"""A department's page: its view on every journey. It selects what the maps say and adds nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cjsite.analysis.feeling import Band
from cjsite.analysis.health import Health, total
from cjsite.drawing.bundle import Bundle, bundle
from cjsite.frozen import frozen
from cjsite.model.registry import Department
from cjsite.pages.decision import Decision
from cjsite.pages.due import Due, by_urgency
from cjsite.pages.insights.focus import FocusData
from cjsite.pages.links import department_link
from cjsite.pages.opening import Opening, is_open, merge
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.part import Handed, Hurt, Meeting, Part, Task
from cjsite.pages.ranked import Ranked
from cjsite.pages.share import Share
from cjsite.pages.summary import JourneySummary
from cjsite.pages.views import Views, ranked, views
from cjsite.wording import Wording

DRAWN = 24
"""How many journeys are drawn, the worst first; the others are links."""
BUSIEST = 3
"""How many channels the first sentence names."""
_WORST_LAST = ("", "good", "late", "poor")


@frozen
class Strand:
    """All handoffs with one other department; quality: the worst of them."""

    other: Link
    quality: str
    items: Ranked[Handed]


@frozen
class Average:
    """The mean feeling over all touchpoints of all departments: on the author's scale, and on −2 to +2."""

    value: float
    mood: float


@frozen
class Further:
    """A journey that is not drawn: how many of its touchpoints are the department's, and their mean feeling."""

    journey: Link
    touchpoints: int
    mean: float | None
    band: Band


@frozen
class View:
    """What a department's page shows; figures count as-is journeys that are not archived.

    maps: as-is journeys in all; joined: those in which the department works. front: touchpoints where
    customers meet it. plans: its parts in to-be journeys; further: of both, those that are not drawn. doing: its
    opportunities under way.
    """

    department: Department
    maps: int
    joined: int
    average: Average | None
    health: Health
    front: int
    channels: tuple[str, ...]
    parts: tuple[Part, ...]
    plans: tuple[Part, ...]
    further: tuple[Further, ...]
    decisions: Ranked[Decision]
    hurts: Ranked[Hurt]
    openings: Ranked[Opening]
    doing: int
    received: tuple[Strand, ...]
    given: tuple[Strand, ...]
    bundle: Bundle
    tasks: Ranked[Task]
    gaps: Ranked[Meeting]
    reviews: Ranked[Due]
    overdue: int
    views: Views

    @property
    def appears(self) -> bool:
        """Tell whether any map says something of the department's work."""
        handed = self.received or self.given
        known = self.hurts.count or self.openings.count or self.views.flaws.listed.count or self.views.then
        return bool(self.parts or self.plans or handed or self.tasks.count or known)


def department_page(
    department: Department,
    summaries: tuple[JourneySummary, ...],
    shares: tuple[Share, ...],
    focus: FocusData,
    departments: Mapping[str, Department],
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the page of one department; shares: its own."""
    link = department_link(department)
    current = [summary for summary in summaries if summary.row.current]
    parts = parts_of(department.id, summaries)
    shown = views(department, [part for part in parts if part.current], shares, focus.lists, departments)
    view = _view(department, parts, len(current), average(current), departments, shown)
    description = wording("department.description", name=link.title)
    return Page(link.url, "department.html", link.title, frame, view, description, "departments")


def average(current: Iterable[JourneySummary]) -> Average | None:
    """Return the mean feeling over all touchpoints of journeys, None where nothing is known.

    Rounded to what is shown, so that a feeling that changes on one map leaves most departments' pages as they are.
    """
    every = total(summary.row.health for summary in current)
    if every.mean is None or every.mean_mood is None:
        return None
    return Average(round(every.mean, 1), round(every.mean_mood, 1))


def parts_of(department: str, summaries: tuple[JourneySummary, ...]) -> list[Part]:
    """Return a department's parts in all journeys that it has to do with."""
    return [part for summary in summaries for part in summary.parts if part.department == department]


def overdue(parts: Iterable[Part]) -> int:
    """Count the late reviews of the journeys that a department answers for or works in."""
    return sum(part.due.is_late for part in parts if part.owns or part.meetings)


def _view(
    department: Department,
    every: list[Part],
    maps: int,
    everybody: Average | None,
    departments: Mapping[str, Department],
    views: Views,
) -> View:
    parts = sorted((part for part in every if part.current), key=_place)
    shown = [part for part in parts if part.owns or part.meetings]
    plans = [part for part in every if part.state == "to-be" and part.meetings]
    meetings = [meeting for part in parts for meeting in part.meetings]
    front = [meeting for meeting in meetings if meeting.role == "front"]
    hurts = sorted((hurt for part in parts for hurt in part.hurts), key=_hurt_place)
    openings = [opening for opening in merge(o for part in parts for o in part.openings) if is_open(opening)]
    received = _strands((handed for part in parts for handed in part.received), departments)
    given = _strands((handed for part in parts for handed in part.given), departments)
    return View(
        department=department,
        maps=maps,
        joined=sum(bool(part.meetings) for part in parts),
        average=everybody,
        health=total(part.health for part in parts),
        front=len(front),
        channels=_busiest(front),
        parts=tuple(shown[:DRAWN]),
        plans=tuple(plans[:DRAWN]),
        further=tuple(_further(part) for part in (*shown[DRAWN:], *plans[DRAWN:])),
        decisions=ranked(sorted((d for part in parts for d in part.decisions), key=_decision_place)),
        hurts=ranked(hurts),
        openings=ranked(openings),
        doing=sum(opening.status == "doing" for opening in openings),
        received=received,
        given=given,
        bundle=bundle([strand.items.count for strand in received], [strand.items.count for strand in given]),
        tasks=ranked(task for part in parts for task in part.tasks),
        gaps=ranked(sorted((m for m in meetings if m.standing in ("staff", "none")), key=_gap_place)),
        reviews=ranked(by_urgency(part.due for part in shown)),
        overdue=overdue(parts),
        views=views,
    )


def _further(part: Part) -> Further:
    return Further(Link(part.journey.title, part.filtered), len(part.meetings), part.health.mean, part.health.band)


def _place(part: Part) -> tuple[bool, float, str]:
    """Worst first: by the mean feeling at the department's touchpoints; journeys without any come last."""
    mean = part.health.mean
    return not part.meetings, mean if mean is not None else float("inf"), part.journey.title


def _hurt_place(hurt: Hurt) -> tuple[int, int, str]:
    return -hurt.weight, -(hurt.severity or 0), hurt.at.url


def _decision_place(decision: Decision) -> tuple[bool, float, str]:
    return not decision.at_risk, -(decision.bail_rate or 0.0), decision.at.url


def _gap_place(meeting: Meeting) -> tuple[bool, str, int]:
    return meeting.standing == "none", meeting.at.journey.title, meeting.at.number


def _busiest(front: list[Meeting]) -> tuple[str, ...]:
    counted = Counter(meeting.channel for meeting in front if meeting.channel)
    return tuple(channel for channel, _ in counted.most_common(BUSIEST))


def _strands(handed: Iterable[Handed], departments: Mapping[str, Department]) -> tuple[Strand, ...]:
    """Return the handoffs by the other department, the most frequent first, broken ones first within each."""
    found: dict[str, list[Handed]] = {}
    for one in handed:
        found.setdefault(one.other, []).append(one)
    strands = (_strand(name, items, departments) for name, items in found.items())
    return tuple(sorted(strands, key=lambda strand: (-strand.items.count, strand.other.title)))


def _strand(name: str, items: list[Handed], departments: Mapping[str, Department]) -> Strand:
    other = departments.get(name)
    link = department_link(other) if other else Link("")
    worst_first = sorted(items, key=lambda one: -_WORST_LAST.index(one.quality))
    return Strand(link, worst_first[0].quality, ranked(worst_first))
