"""A department's page: its view on every journey. It selects what the maps say and adds nothing."""

from collections.abc import Mapping

from cjsite.analysis.health import Health, total
from cjsite.drawing.bundle import Bundle, bundle
from cjsite.frozen import frozen
from cjsite.model.registry import Department
from cjsite.pages.decision import Decision
from cjsite.pages.due import Due
from cjsite.pages.insights.focus import FocusData
from cjsite.pages.links import department_link
from cjsite.pages.opening import Opening, is_open
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.part import Handed, Hurt, Meeting, Part, Task
from cjsite.pages.ranked import Ranked
from cjsite.pages.share import Share
from cjsite.pages.views import Views, views
from cjsite.pages.work import Batch, Work
from cjsite.wording import Wording

DRAWN = 24
"""How many journeys are drawn, the worst first; the others are links."""
BUSIEST = 3
"""How many channels the first sentence names."""


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
class Everybody:
    """What holds for all departments together. maps: as-is journeys that are not archived."""

    maps: int
    average: Average | None


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
    further: tuple[Part, ...]
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
    work: Work,
    share: Share,
    everybody: Everybody,
    focus: FocusData,
    departments: Mapping[str, Department],
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the page of one department; work, share: its own, of all maps."""
    link = department_link(department)
    openings = [opening for opening in work.openings if is_open(opening)]
    received, given = _strands(work.received, departments), _strands(work.given, departments)
    view = View(
        department=department,
        maps=everybody.maps,
        joined=work.joined,
        average=everybody.average,
        health=work.health,
        front=work.front,
        channels=_busiest(work.channels),
        parts=work.parts[:DRAWN],
        plans=work.plans[:DRAWN],
        further=work.parts[DRAWN:] + work.plans[DRAWN:],
        decisions=work.decisions,
        hurts=work.hurts,
        openings=Ranked.of(openings),
        doing=sum(opening.status == "doing" for opening in openings),
        received=received,
        given=given,
        bundle=bundle([strand.items.count for strand in received], [strand.items.count for strand in given]),
        tasks=work.tasks,
        gaps=work.gaps,
        reviews=work.reviews,
        overdue=work.overdue,
        views=views(department, work, share, focus.lists),
    )
    description = wording("department.description", name=link.title)
    return Page(link.url, "department.html", link.title, frame, view, description, "departments")


def everybody(healths: tuple[Health, ...]) -> Everybody:
    """Return what holds for all departments together; healths: of the journeys that figures count.

    The mean is rounded to what is shown, so that a feeling that changes on one map leaves most departments' pages
    as they are.
    """
    every = total(healths)
    if every.mean is None or every.mean_mood is None:
        return Everybody(len(healths), None)
    return Everybody(len(healths), Average(round(every.mean, 1), round(every.mean_mood, 1)))


def _busiest(channels: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(channel for channel, _ in sorted(channels, key=lambda one: -one[1])[:BUSIEST])


def _strands(batches: tuple[Batch, ...], departments: Mapping[str, Department]) -> tuple[Strand, ...]:
    """Return the handoffs by the other department, the most frequent first."""
    strands = (_strand(batch, departments.get(batch.other)) for batch in batches)
    return tuple(sorted(strands, key=lambda strand: (-strand.items.count, strand.other.title)))


def _strand(batch: Batch, other: Department | None) -> Strand:
    return Strand(department_link(other) if other else Link(""), batch.items.first[0].quality, batch.items)
