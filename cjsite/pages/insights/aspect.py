"""One journey as the pages of insights need it: remembered by journey, put together by every page."""

from collections.abc import Iterable
from math import fsum

from cjsite.analysis.avoidable import Reason, avoidable, shortest
from cjsite.analysis.backstage import systems, unseen
from cjsite.analysis.channels import mismatches
from cjsite.analysis.columns import columns
from cjsite.analysis.effort import Effort, effort, main_route, switches
from cjsite.analysis.findings import Found, journey_findings
from cjsite.analysis.rules import RULES
from cjsite.analysis.sources import Known, stated, to_find_out, used
from cjsite.analysis.sources import known as counted
from cjsite.frozen import frozen
from cjsite.pages.insights.heat_table import Table, stage_table
from cjsite.pages.insights.hit import Hit, hit
from cjsite.pages.insights.pivot import Pivot, pivots
from cjsite.pages.insights.point import Point, point
from cjsite.pages.links import name
from cjsite.pages.page import Link
from cjsite.pages.row import Row
from cjsite.pages.survey import Survey, TouchpointLink


@frozen
class Spared:
    """A step that the customer could be spared; who: the department that could ('' = nobody is named)."""

    at: TouchpointLink
    reason: Reason
    who: str
    cause: str
    effort: Effort


def cost(spared: Iterable[Spared]) -> tuple[int, float]:
    """Return the contacts and minutes that steps cost customers, as far as they are known."""
    every = list(spared)
    return sum(one.effort.contacts or 0 for one in every), fsum(one.effort.minutes or 0.0 for one in every)


@frozen
class Wait:
    """A wait of the customer in minutes; planned: whether there is an opportunity at the step."""

    at: TouchpointLink
    minutes: float
    planned: bool


@frozen
class Toll:
    """What a journey costs the customer on its main route, and what it would at least.

    current: whether figures count it. before: the effort of the as-is that a to-be comes from. apart: touchpoints
    on other paths, which do not count.
    """

    journey: Link
    current: bool
    whole: Effort
    least: Effort
    before: Effort | None
    spared: tuple[Spared, ...]
    waits: tuple[Wait, ...]
    switches: tuple[TouchpointLink, ...]
    apart: int


@frozen
class Passing:
    """A handoff; giver, taker: ids of departments ('' = nobody is named); minutes: how long it lies in between."""

    at: TouchpointLink
    giver: str
    taker: str
    quality: str
    carries: str
    minutes: float | None


@frozen
class Shaped:
    """A touchpoint that a department shapes unseen, or that a system stands behind."""

    name: str
    at: TouchpointLink
    department: str = ""


@frozen
class Unmet:
    """A persona's preference that the map does not meet."""

    kind: str
    persona: str
    channel: str
    hours: str
    because: str
    at: tuple[TouchpointLink, ...]


@frozen
class Aspect:
    """What the pages of insights may read of one journey.

    to_find_out: touchpoints that are assumed, or of whose feeling nothing is known. staff_only: told of by staff
    alone. hits: what was found, as pages tell it, in its order; warnings, notes: how many of them may not stand.
    """

    row: Row
    points: tuple[Point, ...]
    known: Known
    to_find_out: tuple[Point, ...]
    staff_only: tuple[Point, ...]
    toll: Toll
    pivots: tuple[Pivot, ...]
    passings: tuple[Passing, ...]
    unseen: tuple[Shaped, ...]
    systems: tuple[Shaped, ...]
    unmet: tuple[Unmet, ...]
    sources: tuple[tuple[str, tuple[TouchpointLink, ...]], ...]
    found: tuple[Found, ...]
    hits: tuple[Hit, ...]
    heat: Table

    warnings: int
    notes: int

    @property
    def journey(self) -> Link:
        return self.row.journey


def aspect(surveyed: tuple[Survey, ...], row: Row) -> Aspect:
    """Return the aspects of a journey along its first line; row: the journey in the list of journeys."""
    known = surveyed[0]
    cast = known.cast
    mains = [feeling for feeling in known.feelings if feeling.main]
    points = tuple(point(known, feeling) for feeling in mains)
    found = journey_findings(known.facts)
    severities = [RULES[one.code].severity for one in found if not one.waived]
    unsure = {feeling.column.number for feeling in to_find_out(known.feelings)}
    titles = {one.felt.at.url: one.felt.at.title for one in points}
    return Aspect(
        row=row,
        points=points,
        known=counted((stated(f), p.standing) for f, p in zip(mains, points, strict=True)),
        to_find_out=tuple(one for one in points if one.felt.at.number in unsure),
        staff_only=tuple(one for one in points if one.standing == "staff"),
        toll=_toll(known, row),
        pivots=pivots(known),
        passings=tuple(_passings(known)),
        unseen=tuple(
            Shaped(who, known.link(column)) for who, shaped in unseen(known.columns).items() for column in shaped
        ),
        systems=tuple(Shaped(use.system, known.link(use.column), use.department) for use in systems(known.columns)),
        unmet=tuple(_unmet(known)),
        sources=tuple(
            (source, tuple(known.link(column) for column in resting))
            for source, resting in used(cast.journey, known.columns).items()
        ),
        found=found,
        hits=tuple(hit(one, row.journey, row.id, titles) for one in found),
        warnings=severities.count("warning"),
        notes=severities.count("note"),
        heat=stage_table(points, {id_: name(channel) for id_, channel in cast.channels.items()}),
    )


def _toll(known: Survey, row: Row) -> Toll:
    case, route = known.cast, main_route(known.columns)
    planned = {pain.column.step.id for pain in known.pains if pain.planned}
    return Toll(
        journey=row.journey,
        current=row.current,
        whole=effort(route),
        least=shortest(route, case.abroad),
        before=effort(main_route(columns(case.basis))) if case.basis and case.journey.state == "to-be" else None,
        spared=tuple(
            Spared(known.link(one.column), one.reason, one.department, one.cause, one.effort)
            for one in avoidable(route, case.abroad)
        ),
        waits=tuple(
            Wait(known.link(column), column.touchpoint.wait.minutes, column.step.id in planned)
            for column in route
            if column.touchpoint.wait
        ),
        switches=tuple(known.link(column) for column in switches(route)),
        apart=len(known.columns) - len(route),
    )


def _passings(known: Survey) -> list[Passing]:
    return [
        Passing(
            at=known.link(passage.column),
            giver=passage.giver,
            taker=passage.taker,
            quality=passage.quality,
            carries=passage.handoff.carries,
            minutes=passage.minutes,
        )
        for passage in known.passages
    ]


def _unmet(known: Survey) -> list[Unmet]:
    return [
        Unmet(
            kind=one.kind,
            persona=name(persona),
            channel=one.preference.channel,
            hours=one.preference.hours,
            because=one.preference.because,
            at=tuple(known.link(column) for column in one.at),
        )
        for persona in known.cast.personas
        for one in mismatches(persona, known.columns, known.cast.channels)
    ]
