"""A department's page: its view on every journey. It selects what the maps say and adds nothing."""

from collections.abc import Iterator, Mapping
from functools import partial

from cjsite.analysis.health import Health, total
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.drawing.bundle import Bundle, bundle
from cjsite.drawing.geometry import strip_x
from cjsite.model.registry import Department
from cjsite.pages.department_further import LANES, Lanes, further_of, further_page, lanes
from cjsite.pages.department_views import DepartmentViews, department_views, sums_up
from cjsite.pages.insights.focus import FocusLists, site_focus
from cjsite.pages.page import Page, PageStub, SiteFrame, page_stubs, with_source
from cjsite.pages.paging import Paging, pages_for, pages_of
from cjsite.summaries.department_insights import DepartmentInsights
from cjsite.summaries.department_journey import (
    DepartmentHandoff,
    DepartmentJourney,
    DepartmentTouchpoint,
    MisplacedWork,
    PainPointEntry,
)
from cjsite.summaries.department_moment import DepartmentMoment
from cjsite.summaries.department_touchpoints import ListedTouchpoint
from cjsite.summaries.department_work import DRAWN, DepartmentWork, HandoffsWith, UndrawnJourney
from cjsite.summaries.links import Link, department_link, department_named
from cjsite.summaries.opportunity import OpportunityCard, is_open
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary, value_part
from cjsite.summaries.toplist import TopList
from cjsite.summaries.urls import department_url, touchpoints_url
from cjsite.text.rounding import rounded
from cjsite.text.wording import Wording

BUSIEST = 3
"""How many channels the first sentence names."""
WORST = 6
"""How many of its worst touchpoints a department's page begins with."""


@frozen
class HandoffStrand:
    """All handoffs with one other department; quality: the worst of them."""

    other: Link
    quality: str
    items: TopList[DepartmentHandoff]


@frozen
class MeanFeeling:
    """The mean feeling over all touchpoints of all departments: on the site's scale, and on −2 to +2."""

    value: float
    mood: float

    @property
    def strip_x(self) -> float:
        """Return where it stands on a department's strip."""
        return strip_x(self.mood)


@frozen
class AllDepartments:
    """What holds for all departments together. maps: as-is journeys that are not archived."""

    maps: int
    average: MeanFeeling | None


@frozen
class DepartmentData:
    """What a department's page shows; figures count as-is journeys that are not archived.

    maps: as-is journeys in all; joined: those in which the department works. front: touchpoints where
    customers meet it. plans: its parts in to-be journeys; further: of both, those that are not drawn; undrawn: how
    many these are on all pages of the list. worst: its touchpoints, the worst first; touchpoints: the address
    of the list of all.
    doing: its opportunities under way.
    """

    department: Department
    maps: int
    joined: int
    average: MeanFeeling | None
    health: Health
    front: int
    channels: tuple[str, ...]
    parts: tuple[DepartmentJourney, ...]
    plans: tuple[DepartmentJourney, ...]
    further: tuple[UndrawnJourney, ...]
    undrawn: int
    worst: TopList[ListedTouchpoint]
    touchpoints: str
    moments: TopList[DepartmentMoment]
    pains: TopList[PainPointEntry]
    opportunities: TopList[OpportunityCard]
    doing: int
    received: tuple[HandoffStrand, ...]
    given: tuple[HandoffStrand, ...]
    bundle: Bundle
    misplaced: TopList[MisplacedWork]
    gaps: TopList[DepartmentTouchpoint]
    reviews: TopList[ReviewDue]
    overdue: int
    views: DepartmentViews

    @property
    def strip_x(self) -> float | None:
        """Return where the department's mean feeling stands on its strip, None where nothing is known."""
        return None if self.health.mean_mood is None else strip_x(self.health.mean_mood)

    @property
    def lanes(self) -> Lanes:
        """Return its part in journeys, as far as it is drawn; where all is closed, nothing in it is."""
        return lanes(self.parts + self.plans, self.undrawn, None if self.views.on_one_screen else LANES)

    @property
    def handed(self) -> tuple[int, int]:
        """Return how many handoffs it receives, and how many it gives."""
        received, given = (sum(strand.items.count for strand in side) for side in (self.received, self.given))
        return received, given

    @property
    def appears(self) -> bool:
        """Tell whether any map says something of the department's work."""
        handed = self.received or self.given
        others = self.pains.count or self.opportunities.count or self.views.findings.listed.count or self.views.then
        return bool(self.parts or self.plans or handed or self.misplaced.count or others)


def department_pages(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
    """Declare the pages of departments."""
    for name, department in site.content.departments.items():
        further = max(0, site.lengths.of_department(name) - DRAWN)
        make = partial(_page, site, department, frame, wording)
        pages = pages_of(department_url(name), pages_for(further), further)
        yield from page_stubs(site.origin("department", name), pages, make)


def _page(site: SiteSummary, department: Department, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    page = _own_page(site, department, frame, wording, paging)
    return with_source(page, site, f"department/{department.id}", wording)


def _own_page(
    site: SiteSummary, department: Department, frame: SiteFrame, wording: Wording, paging: Paging
) -> Page:
    work = site.department_work[department.id]
    if paging.continues:
        further = further_of(work)
        return further_page(department, paging.rows(further), len(further), paging, frame, wording)
    return department_page(
        department,
        work,
        site.department_insights[department.id],
        all_departments(site),
        site_focus(site).lists if sums_up(department, work) else None,
        site.content.departments,
        paging,
        frame,
        wording,
    )


@memo(by="department")
def department_page(
    department: Department,
    work: DepartmentWork,
    share: DepartmentInsights,
    everybody: AllDepartments,
    focus: FocusLists | None,
    departments: Mapping[str, Department],
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the page of one department; work, share: its own, of all maps."""
    link, further = department_link(department), further_of(work)
    opportunities = [opportunity for opportunity in work.opportunities if is_open(opportunity)]
    received, given = _strands(work.received, departments), _strands(work.given, departments)
    view = DepartmentData(
        department=department,
        maps=everybody.maps,
        joined=work.joined,
        average=everybody.average,
        health=work.health,
        front=work.front,
        channels=_busiest(work.channels),
        parts=work.parts.first,
        plans=work.plans.first,
        further=paging.rows(further),
        undrawn=len(further),
        worst=TopList.of(work.touchpoints, WORST),
        touchpoints=touchpoints_url(department.id),
        moments=work.moments,
        pains=work.pains,
        opportunities=TopList.of(opportunities),
        doing=sum(opportunity.status == "doing" for opportunity in opportunities),
        received=received,
        given=given,
        bundle=bundle([strand.items.count for strand in received], [strand.items.count for strand in given]),
        misplaced=work.misplaced,
        gaps=work.gaps,
        reviews=work.reviews,
        overdue=work.overdue,
        views=department_views(department, work, share, focus),
    )
    description = wording("department.description", name=link.title)
    return Page(link.url, "department.html", link.title, frame, view, description, "departments", paging=paging)


@value_part
def all_departments(site: SiteSummary) -> AllDepartments:
    """Return what holds for all departments together."""
    return _all_departments(tuple([brief.health for brief in site.briefs() if brief.current]))


@memo
def _all_departments(healths: tuple[Health, ...]) -> AllDepartments:
    """Return what holds for all departments together; healths: of the journeys that figures count.

    The mean is rounded to what is shown, so that a feeling that changes on one map leaves most departments' pages
    as they are.
    """
    every = total(healths)
    if every.mean is None or every.mean_mood is None:
        return AllDepartments(len(healths), None)
    return AllDepartments(
        len(healths), MeanFeeling(float(rounded(every.mean, 1)), float(rounded(every.mean_mood, 1)))
    )


def _busiest(channels: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(channel for channel, _ in sorted(channels, key=lambda pair: -pair[1])[:BUSIEST])


def _strands(batches: tuple[HandoffsWith, ...], departments: Mapping[str, Department]) -> tuple[HandoffStrand, ...]:
    """Return the handoffs by the other department, the most frequent first."""
    strands = (
        HandoffStrand(
            department_named(batch.other, departments) or Link(""), batch.items.first[0].quality, batch.items
        )
        for batch in batches
    )
    return tuple(sorted(strands, key=lambda strand: (-strand.items.count, strand.other.title)))
