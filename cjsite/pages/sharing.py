"""What share a department has in the insights of one journey: what they found where it works."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import is_before_purchase
from cjsite.analysis.rules import RULES
from cjsite.analysis.value import promises, values
from cjsite.frozen import frozen
from cjsite.model.registry import Department
from cjsite.pages.insights.aspect import Aspect, Spared, cost
from cjsite.pages.insights.findings import findings_url
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.links import department_link, persona_link
from cjsite.pages.page import Link
from cjsite.pages.ranked import Ranked
from cjsite.pages.share import (
    MAPS,
    Aim,
    Expected,
    Failure,
    Failures,
    Flaw,
    Flawed,
    Flaws,
    Halt,
    Needs,
    Share,
    Wish,
    Worth,
)
from cjsite.pages.survey import Survey


def shares(surveyed: tuple[Survey, ...], known: Aspect) -> tuple[tuple[str, Share], ...]:
    """Return the share of each department that has one, by its id; maps in the archive ask nothing of anybody."""
    if known.row.status == "archived":
        return ()
    found = surveyed[0]
    cast = found.cast
    at_work: dict[str, list[Column]] = {}
    for column in found.columns:
        for name in column.departments:
            at_work.setdefault(name, []).append(column)
    named = (
        cast.journey.owner,
        *at_work,
        *(name for passing in known.passings for name in (passing.giver, passing.taker)),
        *(one.who for one in known.toll.spared),
    )
    told = _told(found)
    return tuple(
        (name, _share(found, known, told, name, at_work.get(name, [])))
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
    flaws = _flaws(known, department, mine, found)
    if not known.row.current:
        return Share(flaws)
    return Share(
        flaws=flaws,
        tips=Ranked.of(_tips(found, known, department, mine), place=attrgetter("rank")),
        needs=_needs(found, told, mine),
        halts=Ranked.of(_halts(known, department, mine, found.cast.departments), place=_halt_place),
        failures=_failures(known, department, mine, found.cast.departments),
    )


def _flaws(known: Aspect, department: str, mine: Iterable[Column], found: Survey) -> Flaws:
    """Return what was found at the department's steps and touchpoints and, on its own map, about the whole map."""
    spots = {name for column in mine for name in (column.step.id, column.id)}
    if found.cast.journey.owner == department:
        spots.add("")
    own = [
        (one, hit) for one, hit in zip(known.found, known.hits, strict=True) if not one.waived and one.at in spots
    ]
    if not own:
        return Flaws()
    url = findings_url(known.row.id)
    flaws = []
    for one, hit in own:
        warns = RULES[one.code].severity == "warning"
        flaws.append(Flaw(one.code, warns, hit, (not warns, -known.row.need, url)))
    flawed = Flawed(Link(known.journey.title, url), len(flaws), (-known.row.need, url))
    return Flaws(
        listed=Ranked.of(flaws, place=attrgetter("place")),
        warnings=sum(flaw.warns for flaw in flaws),
        maps=Ranked.of([flawed], MAPS, attrgetter("place")),
    )


def _needs(found: Survey, told: _Told, mine: list[Column]) -> Needs:
    numbers = {column.number for column in mine}
    expected = [one for one in told.expected if one.felt.at.number in numbers]
    worths = (one for one in told.worths if one.felt.at.number in numbers)
    return Needs(
        wishes=tuple(Wish(persona_link(p), p.goals) for p in found.cast.personas if p.goals) if mine else (),
        aims=Ranked.of(_aims(found, mine)),
        expected=Ranked.of(expected, place=_expected_place),
        broken=sum(one.kept is False for one in expected),
        worths=Ranked.of(worths, place=_worth_place),
    )


def _halts(
    known: Aspect, department: str, mine: list[Column], departments: Mapping[str, Department]
) -> Iterable[Halt]:
    """Yield the waits at the department's touchpoints, and of the cases that it hands on or takes."""
    numbers = {column.number for column in mine}
    for wait in known.toll.waits:
        if wait.at.number in numbers:
            yield Halt(wait.at, wait.minutes, "customer", planned=wait.planned)
    for passing in known.passings:
        if passing.minutes is not None and department in (passing.giver, passing.taker):
            way, who = ("from", passing.giver) if passing.taker == department else ("to", passing.taker)
            yield Halt(passing.at, passing.minutes, way, _link(who, departments))


def _failures(
    known: Aspect, department: str, mine: list[Column], departments: Mapping[str, Department]
) -> Failures:
    numbers = {column.number for column in mine}
    demand = [one for one in known.toll.spared if one.reason == "failure"]
    caused = [one for one in demand if one.who == department]
    landed = (_failure(one, departments) for one in demand if one.who != department and one.at.number in numbers)
    contacts, minutes = cost(caused)
    return Failures(
        caused=Ranked.of((_failure(one, departments) for one in caused), place=_failure_place),
        contacts=contacts,
        minutes=minutes,
        landed=Ranked.of(landed, place=_failure_place),
    )


def _failure(one: Spared, departments: Mapping[str, Department]) -> Failure:
    return Failure(one.at, one.cause, _link(one.who, departments), one.effort.contacts, one.effort.minutes)


def _link(name: str, departments: Mapping[str, Department]) -> Link:
    known = departments.get(name)
    return department_link(known) if known else Link("")


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


def _expected_place(one: Expected) -> tuple[int, float, str]:
    """Broken first, then those of which nobody knows; the worst feeling first within each."""
    feels = one.felt.score if one.felt.score is not None else 0.0
    return (False, None, True).index(one.kept), feels, one.felt.at.url


def _worth_place(one: Worth) -> tuple[bool, float, str]:
    """The widest gap between what it does and how it feels first; where nobody knows how it feels last."""
    return one.gap is None, -abs(one.gap or 0.0), one.felt.at.url


def _halt_place(one: Halt) -> tuple[float, str, str]:
    """The longest first."""
    return -one.minutes, one.at.url, one.way


def _failure_place(one: Failure) -> tuple[int, float, str]:
    """What costs customers most first."""
    return -(one.contacts or 0), -(one.minutes or 0.0), one.at.url
