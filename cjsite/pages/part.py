"""A department's part in one journey: everything on the map that concerns it, and nothing else."""

import math
from dataclasses import replace
from urllib.parse import urlencode

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import Standing
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.handoffs import Passage
from cjsite.analysis.health import Health
from cjsite.analysis.pains import Level, Pain, level
from cjsite.frozen import frozen
from cjsite.pages.decision import Decision, decisions
from cjsite.pages.due import Due
from cjsite.pages.links import department_link, name
from cjsite.pages.mini import Drawn, Face, Mini, Role, face
from cjsite.pages.opening import Opening
from cjsite.pages.page import Link
from cjsite.pages.row import Row
from cjsite.pages.survey import Survey, TouchpointLink


@frozen
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


@frozen
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


@frozen
class Handed:
    """A handoff from or to `other`, a department's id ('' = nobody is named)."""

    at: TouchpointLink
    other: str
    quality: str
    carries: str
    wait: str


@frozen
class Task:
    """Work that somebody else does though it is the department's: customer, partner, nobody, or a department."""

    at: TouchpointLink
    done_by: str
    doer: Link | None


@frozen
class Part:
    """A department's part in one journey; `health` counts its touchpoints, pain points and handoffs only.

    place: among its parts, the worst mean feeling at its touchpoints first, those without any last. filtered: the
    address of the map with the department's touchpoints chosen. people: whose journey it is.
    """

    department: str
    place: tuple[bool, float, str]
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


def part(
    found: Survey,
    listed: Row,
    department: str,
    columns: list[Column],
    drawn: Drawn,
    shared: tuple[Opening, ...],
) -> Part:
    """Return a department's part in a journey.

    listed: the journey's row, columns: those at which the department works, drawn: the journey's line in the
    proportions of a lane, shared: all its opportunities.
    """
    steps = {id(column.step) for column in columns}
    hurts = [pain for pain in found.pains if _concerns(pain, department, steps)]
    received = [p for p in found.passages if p.taker == department]
    given = [p for p in found.passages if p.giver == department and p.taker != department]
    health = found.health(columns, hurts, [*received, *given])
    return Part(
        department=department,
        place=(not columns, math.inf if health.mean is None else health.mean, found.journey.title),
        journey=found.journey,
        filtered=f"{found.journey.url}?{urlencode({'department': department})}",
        people=tuple(person.title for person in listed.people) or (listed.segment,) * bool(listed.segment),
        state=listed.state,
        current=listed.current,
        due=replace(listed.due, ours=len(columns)),
        owns=found.cast.journey.owner == department,
        mini=drawn.mini,
        faces=_faces(found, columns, department, drawn),
        meetings=tuple(_meeting(found, column, department) for column in columns),
        decisions=decisions(found, columns),
        hurts=tuple(_hurt(found, pain, department) for pain in hurts),
        openings=_openings(found, steps, department, shared),
        received=tuple(_handed(found, passage, passage.giver) for passage in received),
        given=tuple(_handed(found, passage, passage.taker) for passage in given),
        tasks=_tasks(found, department),
        health=health,
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
        standing=found.facts.standing(column),
        channel=name(channel) if channel else "",
        work=tuple(w.does for w in touchpoint.backstage if w.department == department and w.does),
    )


def _concerns(pain: Pain, department: str, steps: set[int]) -> bool:
    """Tell whether a pain point is the department's: named after it, or nobody's at one of its steps."""
    if pain.pain.department:
        return pain.pain.department == department
    return id(pain.column.step) in steps


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


def _openings(found: Survey, steps: set[int], department: str, shared: tuple[Opening, ...]) -> tuple[Opening, ...]:
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
        Task(found.link(column), work.done_by, _link(found, work.done_by))
        for column, work in tasks
        if work and work.should_be_by == department and work.done_by != department
    )


def _link(found: Survey, department: str) -> Link | None:
    known = found.cast.departments.get(department)
    return department_link(known) if known else None
