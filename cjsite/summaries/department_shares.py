"""What share a department has in the insights of one journey: what they found where it works."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import is_before_purchase
from cjsite.analysis.rules import RULES
from cjsite.analysis.value import promises, touchpoint_worths
from cjsite.base.frozen import frozen
from cjsite.model.registry import Department
from cjsite.summaries.department_insights import (
    MAPS,
    DepartmentFinding,
    DepartmentFindings,
    DepartmentInsights,
    DepartmentWait,
    DepartmentWorth,
    Expected,
    Failure,
    Failures,
    MapFindings,
    Needs,
    PersonaGoals,
    StageGoal,
)
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.journey_insights import JourneyInsights, SparedStep, cost
from cjsite.summaries.links import Link, department_link, persona_link
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.toplist import TopList
from cjsite.summaries.urls import findings_url


def department_insights(
    analyses: tuple[JourneyAnalysis, ...], insights: JourneyInsights
) -> tuple[tuple[str, DepartmentInsights], ...]:
    """Return the share of each department that has one, by its id; maps in the archive ask nothing of anybody."""
    if insights.row.status == "archived":
        return ()
    found = analyses[0]
    inputs = found.inputs
    at_work: dict[str, list[Column]] = {}
    for column in found.columns:
        for name in column.departments:
            at_work.setdefault(name, []).append(column)
    named = (
        inputs.journey.owner,
        *at_work,
        *(name for passing in insights.passings for name in (passing.giver, passing.taker)),
        *(one.who for one in insights.toll.spared),
    )
    told = _told(found)
    return tuple(
        (name, _share(found, insights, told, name, at_work.get(name, [])))
        for name in dict.fromkeys(named)
        if name in inputs.departments
    )


@frozen
class _Told:
    """What the map says of needs at each of its touchpoints, whoever works there."""

    expected: tuple[Expected, ...]
    worths: tuple[DepartmentWorth, ...]


def _told(analysis: JourneyAnalysis) -> _Told:
    return _Told(
        expected=tuple(
            Expected(analysis.felt(one.feeling), one.feeling.column.touchpoint.expectation, one.kept)
            for one in promises(analysis.feelings, analysis.inputs.scale)
        ),
        worths=tuple(
            DepartmentWorth(analysis.felt(one.feeling), one.functional, one.gap)
            for one in touchpoint_worths(analysis.feelings)
            if one.functional is not None
        ),
    )


def _share(
    analysis: JourneyAnalysis, insights: JourneyInsights, needs: _Told, department: str, mine: list[Column]
) -> DepartmentInsights:
    flaws = _flaws(insights, department, mine, analysis)
    if not insights.row.current:
        return DepartmentInsights(flaws)
    return DepartmentInsights(
        flaws=flaws,
        tips=TopList.of(_tips(analysis, insights, department, mine), place=attrgetter("rank")),
        needs=_needs(analysis, needs, mine),
        halts=TopList.of(_halts(insights, department, mine, analysis.inputs.departments), place=_halt_place),
        failures=_failures(insights, department, mine, analysis.inputs.departments),
    )


def _flaws(
    insights: JourneyInsights, department: str, mine: Iterable[Column], analysis: JourneyAnalysis
) -> DepartmentFindings:
    """Return what was found at the department's steps and touchpoints and, on its own map, about the whole map."""
    spots = {name for column in mine for name in (column.step.id, column.id)}
    if analysis.inputs.journey.owner == department:
        spots.add("")
    own = [
        (one, hit)
        for one, hit in zip(insights.found, insights.hits, strict=True)
        if not one.waived and one.at in spots
    ]
    if not own:
        return DepartmentFindings()
    url = findings_url(insights.row.id)
    flaws = []
    for one, hit in own:
        warns = RULES[one.code].severity == "warning"
        flaws.append(DepartmentFinding(one.code, warns, hit, (not warns, -insights.row.need, url)))
    flawed = MapFindings(Link(insights.journey.title, url), len(flaws), (-insights.row.need, url))
    return DepartmentFindings(
        listed=TopList.of(flaws, place=attrgetter("place")),
        warnings=sum(flaw.warns for flaw in flaws),
        maps=TopList.of([flawed], MAPS, attrgetter("place")),
    )


def _needs(analysis: JourneyAnalysis, needs: _Told, mine: list[Column]) -> Needs:
    numbers = {column.number for column in mine}
    expected = [one for one in needs.expected if one.felt.at.number in numbers]
    worths = (one for one in needs.worths if one.felt.at.number in numbers)
    return Needs(
        wishes=tuple(PersonaGoals(persona_link(p), p.goals) for p in analysis.inputs.personas if p.goals)
        if mine
        else (),
        aims=TopList.of(_aims(analysis, mine)),
        expected=TopList.of(expected, place=_expected_place),
        broken=sum(one.kept is False for one in expected),
        worths=TopList.of(worths, place=_worth_place),
    )


def _halts(
    insights: JourneyInsights, department: str, mine: list[Column], departments: Mapping[str, Department]
) -> Iterable[DepartmentWait]:
    """Yield the waits at the department's touchpoints, and of the cases that it hands on or takes."""
    numbers = {column.number for column in mine}
    for wait in insights.toll.waits:
        if wait.at.number in numbers:
            yield DepartmentWait(wait.at, wait.minutes, "customer", planned=wait.planned)
    for passing in insights.passings:
        if passing.minutes is not None and department in (passing.giver, passing.taker):
            way, who = ("from", passing.giver) if passing.taker == department else ("to", passing.taker)
            yield DepartmentWait(passing.at, passing.minutes, way, _link(who, departments))


def _failures(
    insights: JourneyInsights, department: str, mine: list[Column], departments: Mapping[str, Department]
) -> Failures:
    numbers = {column.number for column in mine}
    demand = [one for one in insights.toll.spared if one.reason == "failure"]
    caused = [one for one in demand if one.who == department]
    landed = (_failure(one, departments) for one in demand if one.who != department and one.at.number in numbers)
    contacts, minutes = cost(caused)
    return Failures(
        caused=TopList.of((_failure(one, departments) for one in caused), place=_failure_place),
        contacts=contacts,
        minutes=minutes,
        landed=TopList.of(landed, place=_failure_place),
    )


def _failure(spared: SparedStep, departments: Mapping[str, Department]) -> Failure:
    return Failure(
        spared.at, spared.cause, _link(spared.who, departments), spared.effort.contacts, spared.effort.minutes
    )


def _link(name: str, departments: Mapping[str, Department]) -> Link:
    known = departments.get(name)
    return department_link(known) if known else Link("")


def _tips(
    analysis: JourneyAnalysis, insights: JourneyInsights, department: str, mine: Iterable[Column]
) -> tuple[MomentEntry, ...]:
    """Return the moments before the purchase in the stages where the department works; on its own map, all."""
    owns = analysis.inputs.journey.owner == department
    stages = {id(column.stage) for column in mine}
    near = {
        moment.column.number
        for moment in analysis.moments
        if is_before_purchase(moment.moment, moment.column.stage) and (owns or id(moment.column.stage) in stages)
    }
    return tuple(pivot for pivot in insights.pivots if pivot.felt.at.number in near)


def _aims(analysis: JourneyAnalysis, mine: Iterable[Column]) -> tuple[StageGoal, ...]:
    first: dict[int, Column] = {}
    for column in mine:
        if column.stage.goal:
            first.setdefault(id(column.stage), column)
    return tuple(StageGoal(column.stage.goal, analysis.link(column)) for column in first.values())


def _expected_place(expected: Expected) -> tuple[int, float, str]:
    """Broken first, then those of which nobody knows; the worst feeling first within each."""
    feels = expected.felt.score if expected.felt.score is not None else 0.0
    return (False, None, True).index(expected.kept), feels, expected.felt.at.url


def _worth_place(worth: DepartmentWorth) -> tuple[bool, float, str]:
    """The widest gap between what it does and how it feels first; where nobody knows how it feels last."""
    return worth.gap is None, -abs(worth.gap or 0.0), worth.felt.at.url


def _halt_place(wait: DepartmentWait) -> tuple[float, str, str]:
    """The longest first."""
    return -wait.minutes, wait.at.url, wait.way


def _failure_place(failure: Failure) -> tuple[int, float, str]:
    """What costs customers most first."""
    return -(failure.contacts or 0), -(failure.minutes or 0.0), failure.at.url
