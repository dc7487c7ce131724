"""A department's share in what the insights say: of one journey, or of any number of journeys put together."""

from collections.abc import Iterable
from functools import partial
from itertools import chain
from operator import attrgetter

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import is_before_purchase
from cjsite.base.frozen import frozen
from cjsite.base.rollup import Rollup
from cjsite.summaries.department_findings import (
    MAPS,
    DepartmentFindings,
    department_findings,
    department_findings_at,
)
from cjsite.summaries.department_needs import Needs, TouchpointNeeds, department_needs, touchpoint_needs
from cjsite.summaries.department_waits import (
    DepartmentWait,
    Failures,
    department_failures,
    department_waits,
    longest_first,
)
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.toplist import TopList


@frozen
class DepartmentInsights:
    """A department's share in the insights of one journey or of many. before_purchase: the moments then."""

    findings: DepartmentFindings = DepartmentFindings()
    before_purchase: TopList[MomentEntry] = TopList()
    needs: Needs = Needs()
    waits: TopList[DepartmentWait] = TopList()
    failures: Failures = Failures()


@frozen
class DepartmentShare:
    """A department's share in the insights of one journey; findings: their places in the journey's list."""

    department: str
    findings: tuple[int, ...]
    before_purchase: tuple[int, ...] = ()
    needs: Needs = Needs()
    waits: tuple[DepartmentWait, ...] = ()
    failures: Failures = Failures()


def insights_of_share(insights: JourneyInsights, share: DepartmentShare) -> DepartmentInsights:
    """Return a department's share with what the insights into the journey say of it."""
    return DepartmentInsights(
        findings=department_findings(insights, share.findings),
        before_purchase=TopList.of(
            (insights.moments[number] for number in share.before_purchase), sort_key=attrgetter("rank")
        ),
        needs=share.needs,
        waits=TopList.of(share.waits, sort_key=longest_first),
        failures=share.failures,
    )


roll_up_department_insights = Rollup(
    DepartmentInsights,
    findings=Rollup(
        DepartmentFindings, listed=TopList.merged, warnings=sum, maps=partial(TopList.merged, most=MAPS)
    ),
    before_purchase=TopList.merged,
    needs=Rollup(
        Needs,
        wishes=lambda values: tuple(dict.fromkeys(chain.from_iterable(values))),
        aims=TopList.merged,
        expected=TopList.merged,
        broken=sum,
        worths=TopList.merged,
    ),
    waits=TopList.merged,
    failures=Rollup(Failures, caused=TopList.merged, journeys=sum, landed=TopList.merged),
)
"""Puts a department's share in many journeys together."""


def department_insights(
    analyses: tuple[JourneyAnalysis, ...], insights: JourneyInsights
) -> tuple[DepartmentShare, ...]:
    """Return the share of each department that has one; maps in the archive ask nothing of anybody."""
    if insights.card.status == "archived":
        return ()
    everyone = analyses[0]
    inputs = everyone.inputs
    at_work: dict[str, list[Column]] = {}
    for column in everyone.columns:
        for name in column.departments:
            at_work.setdefault(name, []).append(column)
    named = (
        inputs.journey.owner,
        *at_work,
        *(name for handoff in insights.handoffs for name in (handoff.giver, handoff.taker)),
        *(step.who for step in insights.effort.spared),
    )
    needs = touchpoint_needs(everyone)
    return tuple(
        _share(everyone, insights, needs, name, at_work.get(name, []))
        for name in dict.fromkeys(named)
        if name in inputs.departments
    )


def _share(
    analysis: JourneyAnalysis,
    insights: JourneyInsights,
    needs: TouchpointNeeds,
    department: str,
    mine: list[Column],
) -> DepartmentShare:
    findings = department_findings_at(insights, department, mine, analysis)
    if not insights.card.current:
        return DepartmentShare(department, findings)
    return DepartmentShare(
        department=department,
        findings=findings,
        before_purchase=_before_purchase(analysis, insights, department, mine),
        needs=department_needs(analysis, needs, mine),
        waits=tuple(department_waits(insights, department, mine, analysis.inputs.departments)),
        failures=department_failures(insights, department, mine, analysis.inputs.departments),
    )


def _before_purchase(
    analysis: JourneyAnalysis, insights: JourneyInsights, department: str, mine: Iterable[Column]
) -> tuple[int, ...]:
    """Return the places, among the moments, of those before the purchase in the stages where the department works.

    On its own map it is all of them.
    """
    owns = analysis.inputs.journey.owner == department
    stages = {id(column.stage) for column in mine}
    near = {
        moment.column.number
        for moment in analysis.moments
        if is_before_purchase(moment.moment, moment.column.stage) and (owns or id(moment.column.stage) in stages)
    }
    return tuple(n for n, moment in enumerate(insights.moments) if moment.felt.at.number in near)
