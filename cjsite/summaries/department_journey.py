"""A department's part in one journey: everything on the map that concerns it, and nothing else."""

import math
from urllib.parse import urlencode

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import Standing
from cjsite.analysis.feeling import Band
from cjsite.analysis.handoffs import PlacedHandoff
from cjsite.analysis.health import Health
from cjsite.analysis.ownership import frontstage
from cjsite.analysis.pains import Level, PlacedPain, level
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen, replace
from cjsite.summaries.department_moment import DepartmentMoment, department_moments
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.links import Link, department_named, name
from cjsite.summaries.opportunity import OpportunityCard
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.thumbnail import CurveThumbnail, DrawnThumbnail, Role, ThumbnailFace, face


@frozen
class DepartmentTouchpoint:
    """A touchpoint at which the department works: `front` in the customer's sight, `back` out of it.

    whole: whether the feeling is that of its step as a whole. people: whose it is, as in `FeelingEntry`. moment:
    the risk of its moment of truth, None without one. work: what it does there, in the author's words.
    """

    at: TouchpointLink
    role: Role
    value: float | None
    band: Band
    firm: bool
    whole: bool
    people: tuple[str, ...]
    moment: Risk | None
    standing: Standing
    channel: str
    work: tuple[str, ...]


@frozen
class PainPointEntry:
    """A pain point that concerns the department; `named` when the author says that it can mend it.

    word: the author's for the severity, '' where it is a number.
    """

    at: TouchpointLink
    text: str
    level: Level | None
    severity: int | None
    word: str
    importance: int | None
    weight: int
    barrier: bool
    planned: bool
    named: bool


@frozen
class DepartmentHandoff:
    """A handoff from or to `other`, a department's id ('' = nobody is named)."""

    at: TouchpointLink
    other: str
    quality: str
    carries: str
    wait: str


@frozen
class MisplacedWork:
    """Work that somebody else does though it is the department's: customer, partner, nobody, or a department."""

    at: TouchpointLink
    done_by: str
    doer: Link | None


@frozen
class DepartmentJourney:
    """A department's part in one journey; `health` counts its touchpoints, pain points and handoffs only.

    sort_key: the worst mean feeling at its touchpoints first, those without any last. filtered: the address of the
    map with the department's touchpoints chosen. people: whose journey it is; whose: of them,
    those whose line is drawn, none where all feel alike.
    """

    department: str
    sort_key: tuple[bool, float, str]
    journey: Link
    filtered: str
    people: tuple[str, ...]
    whose: tuple[str, ...]
    state: str
    current: bool
    owns: bool
    due: ReviewDue
    mini: CurveThumbnail
    faces: tuple[ThumbnailFace, ...]
    touchpoints: tuple[DepartmentTouchpoint, ...]
    moments: tuple[DepartmentMoment, ...]
    pains: tuple[PainPointEntry, ...]
    opportunities: tuple[OpportunityCard, ...]
    received: tuple[DepartmentHandoff, ...]
    given: tuple[DepartmentHandoff, ...]
    misplaced: tuple[MisplacedWork, ...]
    health: Health


def department_journey(
    analysis: JourneyAnalysis,
    listed: JourneyCard,
    department: str,
    columns: list[Column],
    drawn: DrawnThumbnail,
    shared: tuple[OpportunityCard, ...],
) -> DepartmentJourney:
    """Return a department's part in a journey.

    listed: the journey's row, columns: those at which the department works, drawn: the journey's line in the
    proportions of a lane, shared: all its opportunities.
    """
    steps = {id(column.step) for column in columns}
    pains = [pain for pain in analysis.pains if _concerns(pain, department, steps)]
    received = [p for p in analysis.handoffs if p.taker == department]
    given = [p for p in analysis.handoffs if p.giver == department and p.taker != department]
    health = analysis.health(columns, pains, [*received, *given], of_part=True)
    return DepartmentJourney(
        department=department,
        sort_key=(not columns, math.inf if health.mean is None else health.mean, analysis.journey.title),
        journey=analysis.journey,
        filtered=f"{analysis.journey.url}?{urlencode({'department': department})}",
        people=tuple(person.title for person in listed.people) or (listed.segment,) * bool(listed.segment),
        whose=listed.whose,
        state=listed.state,
        current=listed.current,
        due=replace(listed.due, ours=len(columns)),
        owns=analysis.inputs.journey.owner == department,
        mini=drawn.mini,
        faces=_faces(analysis, columns, department, drawn),
        touchpoints=tuple(_touchpoint(analysis, column, department) for column in columns),
        moments=department_moments(analysis, columns),
        pains=tuple(_pain(analysis, pain, department) for pain in pains),
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
    return tuple(face(drawn, f, c.number, _role(c, department), c.number in risks) for f, c in ordered)


def _touchpoint(analysis: JourneyAnalysis, column: Column, department: str) -> DepartmentTouchpoint:
    touchpoint = column.touchpoint
    felt = analysis.observed(analysis.worst_at(column))
    channel = analysis.inputs.channels.get(touchpoint.channel)
    return DepartmentTouchpoint(
        at=analysis.link(column),
        role=_role(column, department),
        value=felt.value,
        band=felt.band,
        firm=felt.firm,
        whole=felt.whole,
        people=felt.people,
        moment=analysis.facts.risks.get(column.number),
        standing=analysis.facts.standing(column),
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


def _pain(analysis: JourneyAnalysis, pain: PlacedPain, department: str) -> PainPointEntry:
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
        named=pain.pain.department == department,
    )


def _opportunities(
    analysis: JourneyAnalysis, steps: set[int], department: str, shared: tuple[OpportunityCard, ...]
) -> tuple[OpportunityCard, ...]:
    near = {analysis.link(c).url for c in analysis.columns if c.first_of_step and id(c.step) in steps}
    return tuple(
        opportunity
        for opportunity in shared
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
