"""A department's part in one journey: everything on the map that concerns it, and nothing else."""

from dataclasses import dataclass
from urllib.parse import urlencode

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import Standing, standing
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.handoffs import Passage
from cjsite.analysis.health import Health
from cjsite.analysis.measures import measures
from cjsite.analysis.ownership import departments
from cjsite.analysis.pains import Level, Pain, level
from cjsite.drawing.sparkline import Trend, trend
from cjsite.pages.due import Due
from cjsite.pages.mini import Drawn, Face, Mini, Role, face
from cjsite.pages.opening import Opening
from cjsite.pages.page import Link
from cjsite.pages.row import Row
from cjsite.pages.survey import Survey, TouchpointLink


@dataclass(frozen=True, slots=True)
class Meeting:
    """A touchpoint at which the department works: `front` in the customer's sight, `back` out of it.

    moment: '' for none, else 'safe' or 'risk'. work: what it does out of sight, in the author's words.
    """

    at: TouchpointLink
    role: Role
    value: float | None
    band: Band
    firm: bool
    moment: str
    standing: Standing
    channel: str
    work: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure at a touchpoint; met: whether it meets its target, None where there is none."""

    title: str
    value: float
    unit: str
    target: float | None
    met: bool | None
    trend: Trend


@dataclass(frozen=True, slots=True)
class Decision:
    """A moment of truth at one of the department's touchpoints."""

    at: TouchpointLink
    asks: str
    bails_out: str
    bail_rate: float | None
    at_risk: bool
    measure: Figure | None


@dataclass(frozen=True, slots=True)
class Hurt:
    """A pain point that concerns the department; `named` when the author says that it can mend it."""

    at: TouchpointLink
    text: str
    level: Level | None
    severity: int | None
    importance: int | None
    weight: int
    barrier: bool
    planned: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Handed:
    """A handoff from or to `other`, a department's id ('' = nobody is named)."""

    at: TouchpointLink
    other: str
    quality: str
    carries: str
    wait: str


@dataclass(frozen=True, slots=True)
class Task:
    """Work that the customer or somebody else does though it is the department's."""

    at: TouchpointLink
    done_by: str


@dataclass(frozen=True, slots=True)
class Part:
    """A department's part in one journey; `health` counts its touchpoints, pain points and handoffs only.

    filtered: the address of the map with the department's touchpoints chosen. people: whose journey it is.
    """

    department: str
    journey: Link
    filtered: str
    people: tuple[str, ...]
    state: str
    current: bool
    owns: bool
    due: Due
    mini: Mini
    faces: tuple[Face, ...]
    meetings: tuple[Meeting, ...]
    decisions: tuple[Decision, ...]
    hurts: tuple[Hurt, ...]
    openings: tuple[Opening, ...]
    received: tuple[Handed, ...]
    given: tuple[Handed, ...]
    tasks: tuple[Task, ...]
    health: Health


def part(found: Survey, listed: Row, department: str, drawn: Drawn, shared: tuple[Opening, ...]) -> Part:
    """Return a department's part in a journey.

    listed: the journey's row, drawn: its line in a lane's proportions, shared: all its opportunities.
    """
    columns = [c for c in found.columns if department in departments(c.touchpoint)]
    hurts = [pain for pain in found.pains if _concerns(pain, department)]
    received = [p for p in found.passages if p.taker == department]
    given = [p for p in found.passages if p.giver == department and p.taker != department]
    return Part(
        department=department,
        journey=found.journey,
        filtered=f"{found.journey.url}?{urlencode({'department': department})}",
        people=tuple(person.title for person in listed.people) or (listed.segment,) * bool(listed.segment),
        state=listed.state,
        current=listed.current,
        due=Due(listed.journey, listed.owner, listed.review, len(columns)),
        owns=found.cast.journey.owner == department,
        mini=drawn.mini,
        faces=_faces(found, columns, department, drawn),
        meetings=tuple(_meeting(found, column, department) for column in columns),
        decisions=_decisions(found, columns),
        hurts=tuple(_hurt(found, pain, department) for pain in hurts),
        openings=_openings(found, columns, department, shared),
        received=tuple(_handed(found, passage, passage.giver) for passage in received),
        given=tuple(_handed(found, passage, passage.taker) for passage in given),
        tasks=_tasks(found, department),
        health=found.health(columns, hurts, [*received, *given]),
    )


def _role(column: Column, department: str) -> Role:
    return "front" if column.touchpoint.department == department else "back"


def _faces(found: Survey, columns: list[Column], department: str, drawn: Drawn) -> tuple[Face, ...]:
    # A feeling over a whole step is one face, however many of its touchpoints are the department's.
    shown = {id(f): (f, c) for c in reversed(columns) if (f := found.feeling_at(c))}
    risky = found.risky
    ordered = sorted(shown.values(), key=lambda pair: pair[0].x)
    return tuple(face(drawn, f, c.number, _role(c, department), c.number in risky) for f, c in ordered)


def _meeting(found: Survey, column: Column, department: str) -> Meeting:
    touchpoint = column.touchpoint
    feeling = found.feeling_at(column)
    at_risk = found.risky.get(column.number)
    channel = found.cast.channels.get(touchpoint.channel)
    return Meeting(
        at=found.link(column),
        role=_role(column, department),
        value=feeling.value if feeling else None,
        band=band(feeling.score if feeling else None),
        firm=feeling is not None and feeling.firm,
        moment="" if at_risk is None else "risk" if at_risk else "safe",
        standing=standing(touchpoint, found.cast.evidence),
        channel=(channel.title or channel.id) if channel else "",
        work=tuple(w.does for w in touchpoint.backstage if w.department == department and w.does),
    )


def _decisions(found: Survey, columns: list[Column]) -> tuple[Decision, ...]:
    mine = {column.number for column in columns}
    return tuple(
        Decision(
            at=found.link(m.column),
            asks=m.moment.asks,
            bails_out=m.moment.bails_out,
            bail_rate=m.moment.bail_rate,
            at_risk=m.at_risk,
            measure=_figure(found, m.column),
        )
        for m in found.moments
        if m.column.number in mine
    )


def _figure(found: Survey, column: Column) -> Figure | None:
    """Return the figure to follow at a moment of truth: one with a history, else one with a target."""
    known = measures(column, found.cast.metrics, found.cast.measurements)
    told = max(known, key=lambda m: (len(m.series) > 1, m.met is not None), default=None)
    if told is None:
        return None
    target = told.metric.target
    title, drawn = told.metric.title or told.metric.id, trend(told.series[-12:], target)
    return Figure(title, told.value, told.metric.unit, target, told.met, drawn)


def _concerns(pain: Pain, department: str) -> bool:
    if pain.pain.department:
        return pain.pain.department == department
    return any(department in departments(t) for t in pain.column.step.meetings)


def _hurt(found: Survey, pain: Pain, department: str) -> Hurt:
    return Hurt(
        at=found.link(pain.column),
        text=pain.pain.text,
        level=level(pain.pain.severity),
        severity=pain.pain.severity,
        importance=pain.importance,
        weight=pain.weight,
        barrier=pain.pain.barrier,
        planned=pain.planned,
        named=pain.pain.department == department,
    )


def _openings(
    found: Survey, columns: list[Column], department: str, shared: tuple[Opening, ...]
) -> tuple[Opening, ...]:
    steps = {id(column.step) for column in columns}
    near = {found.link(c).url for c in found.columns if c.first_of_step and id(c.step) in steps}
    return tuple(
        opening for opening in shared if opening.owner_id == department or any(at.url in near for at in opening.at)
    )


def _handed(found: Survey, passage: Passage, other: str) -> Handed:
    handoff = passage.handoff
    wait = handoff.wait.text if handoff.wait else ""
    return Handed(found.link(passage.column), other, handoff.quality or "", handoff.carries, wait)


def _tasks(found: Survey, department: str) -> tuple[Task, ...]:
    firsts = (column for column in found.columns if column.first_of_step)
    tasks = ((column, column.step.work) for column in firsts)
    return tuple(
        Task(found.link(column), work.done_by)
        for column, work in tasks
        if work and work.should_be_by == department and work.done_by != department
    )
