"""A department's part in one journey, found by the journey's analysis."""

from cjsite.analysis.columns import Column
from cjsite.analysis.handoffs import PlacedHandoff
from cjsite.analysis.ownership import frontstage
from cjsite.analysis.pains import PlacedPain, level
from cjsite.summaries.department_journey import (
    DepartmentHandoff,
    DepartmentPart,
    MisplacedWork,
    PainPointEntry,
    WorkedTouchpoint,
)
from cjsite.summaries.department_moment import department_moments
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.links import department_named, name
from cjsite.summaries.opportunity import OpportunityCard
from cjsite.summaries.thumbnail import DrawnThumbnail, Role, ThumbnailFace, face, numbered


def department_part(
    analysis: JourneyAnalysis,
    department: str,
    columns: list[Column],
    drawn: DrawnThumbnail,
    shared: tuple[OpportunityCard, ...],
) -> DepartmentPart:
    """Return a department's part in a journey.

    columns: those at which the department works; drawn: the journey's line in the proportions of a lane; shared:
    all opportunities of the journey.
    """
    steps = {id(column.step) for column in columns}
    concerning = [n for n, pain in enumerate(analysis.pains) if _concerns(pain, department, steps)]
    pains = [analysis.pains[n] for n in concerning]
    received = [p for p in analysis.handoffs if p.taker == department]
    given = [p for p in analysis.handoffs if p.giver == department and p.taker != department]
    health = analysis.health(columns, pains, [*received, *given], of_part=True)
    return DepartmentPart(
        department=department,
        owns=analysis.inputs.journey.owner == department,
        faces=_faces(analysis, columns, department, drawn),
        touchpoints=tuple(_touchpoint(analysis, column, department) for column in columns),
        moments=department_moments(analysis, columns),
        pains=tuple(concerning),
        named=tuple(n for n in concerning if analysis.pains[n].pain.department == department),
        opportunities=_opportunities(analysis, steps, department, shared),
        received=tuple(_handed(analysis, placed, placed.giver) for placed in received),
        given=tuple(_handed(analysis, placed, placed.taker) for placed in given),
        misplaced=_misplaced(analysis, department),
        health=health,
    )


def _role(column: Column, department: str) -> Role:
    return "front" if department in frontstage(column.touchpoint) else "back"


def _faces(
    analysis: JourneyAnalysis, columns: list[Column], department: str, drawn: DrawnThumbnail
) -> tuple[ThumbnailFace, ...]:
    # A feeling over a whole step is one face, however many of its touchpoints are the department's.
    shown = {id(f): (f, c) for c in reversed(columns) if (f := analysis.feeling_at(c))}
    risks = analysis.facts.risks
    ordered = sorted(shown.values(), key=lambda pair: pair[0].x)
    return numbered(face(drawn, f, c.number, _role(c, department), c.number in risks) for f, c in ordered)


def _touchpoint(analysis: JourneyAnalysis, column: Column, department: str) -> WorkedTouchpoint:
    channel = analysis.inputs.channels.get(column.touchpoint.channel)
    return WorkedTouchpoint(
        number=column.number,
        role=_role(column, department),
        moment=analysis.facts.risks.get(column.number),
        channel=name(channel) if channel else "",
        work=_work(column, department),
    )


def _work(column: Column, department: str) -> tuple[str, ...]:
    """Return what a department does where it works; of what a step says for several touchpoints, at the first."""
    at, front = column.touchpoint, _role(column, department) == "front"
    if not column.begins("frontstage" if front else "backstage"):
        return ()
    nameless = {"", department} if front and department == at.department else {department}
    works = at.frontstage if front else at.backstage
    return tuple(work.does for work in works if work.department in nameless and work.does)


def _concerns(pain: PlacedPain, department: str, steps: set[int]) -> bool:
    """Tell whether a pain point is the department's: named after it, or nobody's at one of its steps."""
    if pain.pain.department:
        return pain.pain.department == department
    return id(pain.column.step) in steps


def pain_entries(analysis: JourneyAnalysis) -> tuple[PainPointEntry, ...]:
    """Return all pain points of a journey, in the order in which departments' parts number them."""
    return tuple(_pain(analysis, pain) for pain in analysis.pains)


def _pain(analysis: JourneyAnalysis, pain: PlacedPain) -> PainPointEntry:
    return PainPointEntry(
        at=analysis.link(pain.column),
        text=pain.pain.text,
        level=level(pain.pain.rank),
        severity=pain.pain.rank,
        word=pain.pain.severity.word if pain.pain.severity else "",
        importance=pain.importance,
        weight=pain.weight,
        barrier=pain.pain.barrier,
        planned=pain.planned,
    )


def _opportunities(
    analysis: JourneyAnalysis, steps: set[int], department: str, shared: tuple[OpportunityCard, ...]
) -> tuple[int, ...]:
    near = {analysis.link(c).url for c in analysis.columns if c.first_of_step and id(c.step) in steps}
    return tuple(
        number
        for number, opportunity in enumerate(shared)
        if opportunity.owner_id == department or any(at.url in near for at in opportunity.at)
    )


def _handed(analysis: JourneyAnalysis, placed: PlacedHandoff, other: str) -> DepartmentHandoff:
    handoff = placed.handoff
    wait = handoff.wait.text if handoff.wait else ""
    return DepartmentHandoff(analysis.link(placed.column), other, handoff.quality or "", handoff.carries, wait)


def _misplaced(analysis: JourneyAnalysis, department: str) -> tuple[MisplacedWork, ...]:
    departments = analysis.inputs.departments
    tasks = ((column, column.step.work) for column in analysis.columns if column.first_of_step)
    return tuple(
        MisplacedWork(analysis.link(column), work.done_by, department_named(work.done_by, departments))
        for column, work in tasks
        if work and work.should_be_by == department and work.done_by != department
    )
