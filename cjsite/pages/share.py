"""A department's share in what the insights say of one journey: what they found where it works."""

from collections.abc import Iterable

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import is_before_purchase
from cjsite.analysis.ownership import departments
from cjsite.analysis.rules import RULES
from cjsite.analysis.value import promises, values
from cjsite.frozen import frozen
from cjsite.pages.insights.aspect import Aspect, Passing, Spared, Wait
from cjsite.pages.insights.findings import findings_url
from cjsite.pages.insights.hit import Hit
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.links import persona_link
from cjsite.pages.page import Link
from cjsite.pages.survey import Felt, Survey, TouchpointLink


@frozen
class Flaw:
    """A finding that the department can mend; warns: whether it is a warning, else a note."""

    code: str
    warns: bool
    hit: Hit


@frozen
class Expected:
    """What customers expect at a touchpoint; kept: None where nobody knows how it felt."""

    felt: Felt
    expects: str
    kept: bool | None


@frozen
class Worth:
    """What a touchpoint does for customers, apart from how it feels; gap: functional − felt, None if not known."""

    felt: Felt
    functional: float
    gap: float | None


@frozen
class Aim:
    """What customers want of a stage, with the first touchpoint of the department's in it."""

    goal: str
    at: TouchpointLink


@frozen
class Wish:
    """What a persona on the map wants to achieve."""

    who: Link
    goals: tuple[str, ...]


@frozen
class Share:
    """A department's share in one journey; one that does not count for figures has findings alone.

    findings: the page of all of the map's. need: the journey's, see `analysis.health.need`. tips: moments of truth
    before the purchase. passings: its handoffs that say how long they lie. caused: steps that exist only because it
    failed; landed: such steps at its touchpoints that it did not cause.
    """

    department: str
    findings: Link
    need: float
    flaws: tuple[Flaw, ...]
    tips: tuple[Pivot, ...] = ()
    expected: tuple[Expected, ...] = ()
    worths: tuple[Worth, ...] = ()
    aims: tuple[Aim, ...] = ()
    wishes: tuple[Wish, ...] = ()
    waits: tuple[Wait, ...] = ()
    passings: tuple[Passing, ...] = ()
    caused: tuple[Spared, ...] = ()
    landed: tuple[Spared, ...] = ()


def shares(surveyed: tuple[Survey, ...], known: Aspect) -> tuple[Share, ...]:
    """Return the share of each department that has one; maps in the archive ask nothing of anybody."""
    if known.row.status == "archived":
        return ()
    found = surveyed[0]
    cast = found.cast
    at_work: dict[str, list[Column]] = {}
    for column in found.columns:
        for name in departments(column.touchpoint):
            at_work.setdefault(name, []).append(column)
    named = (
        cast.journey.owner,
        *at_work,
        *(name for passing in known.passings for name in (passing.giver, passing.taker)),
        *(one.who for one in known.toll.spared),
    )
    told = _told(found)
    return tuple(
        _share(found, known, told, name, at_work.get(name, []))
        for name in dict.fromkeys(named)
        if name in cast.departments
    )


@frozen
class _Told:
    """What the map says of needs at each of its touchpoints, whoever works there."""

    expected: tuple[Expected, ...]
    worths: tuple[Worth, ...]


def _told(found: Survey) -> _Told:
    return _Told(
        expected=tuple(
            Expected(found.felt(one.feeling), one.feeling.column.touchpoint.expectation, one.kept)
            for one in promises(found.feelings, found.cast.scale)
        ),
        worths=tuple(
            Worth(found.felt(one.feeling), one.functional, one.gap)
            for one in values(found.feelings)
            if one.functional is not None
        ),
    )


def _share(found: Survey, known: Aspect, told: _Told, department: str, mine: list[Column]) -> Share:
    findings = Link(known.journey.title, findings_url(known.row.id))
    flaws = tuple(_flaws(known, department, mine, found))
    if not known.row.current:
        return Share(department, findings, known.row.need, flaws)
    numbers = {column.number for column in mine}
    demand = [one for one in known.toll.spared if one.reason == "failure"]
    return Share(
        department=department,
        findings=findings,
        need=known.row.need,
        flaws=flaws,
        tips=_tips(found, known, department, mine),
        expected=tuple(one for one in told.expected if one.felt.at.number in numbers),
        worths=tuple(one for one in told.worths if one.felt.at.number in numbers),
        aims=_aims(found, mine),
        wishes=tuple(Wish(persona_link(p), p.goals) for p in found.cast.personas if p.goals) if mine else (),
        waits=tuple(wait for wait in known.toll.waits if wait.at.number in numbers),
        passings=tuple(
            passing
            for passing in known.passings
            if passing.minutes is not None and department in (passing.giver, passing.taker)
        ),
        caused=tuple(one for one in demand if one.who == department),
        landed=tuple(one for one in demand if one.who != department and one.at.number in numbers),
    )


def _flaws(known: Aspect, department: str, mine: Iterable[Column], found: Survey) -> Iterable[Flaw]:
    """Yield what was found at the department's steps and touchpoints and, on its own map, in the map as a whole."""
    places = {name for column in mine for name in (column.step.id, column.id)}
    if found.cast.journey.owner == department:
        places.add("")
    for one, hit in zip(known.found, known.hits, strict=True):
        if not one.waived and one.at in places:
            yield Flaw(one.code, RULES[one.code].severity == "warning", hit)


def _tips(found: Survey, known: Aspect, department: str, mine: Iterable[Column]) -> tuple[Pivot, ...]:
    """Return the moments before the purchase in the stages where the department works; on its own map, all."""
    owns = found.cast.journey.owner == department
    stages = {id(column.stage) for column in mine}
    near = {
        moment.column.number
        for moment in found.moments
        if is_before_purchase(moment.moment, moment.column.stage) and (owns or id(moment.column.stage) in stages)
    }
    return tuple(pivot for pivot in known.pivots if pivot.felt.at.number in near)


def _aims(found: Survey, mine: Iterable[Column]) -> tuple[Aim, ...]:
    first: dict[int, Column] = {}
    for column in mine:
        if column.stage.goal:
            first.setdefault(id(column.stage), column)
    return tuple(Aim(column.stage.goal, found.link(column)) for column in first.values())
