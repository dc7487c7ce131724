"""What some journeys in a row come to: put together with other rows, it is what all journeys come to."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cjsite.base.frozen import frozen
from cjsite.base.rollup import grouped
from cjsite.summaries.channel_metrics import MetricsByChannel, roll_up_metrics
from cjsite.summaries.department_insights import (
    DepartmentInsights,
    DepartmentShare,
    insights_of_share,
    roll_up_department_insights,
)
from cjsite.summaries.department_journey import DepartmentPart, WorkedJourney, department_journey
from cjsite.summaries.department_work import DepartmentWork, department_work, roll_up_department_work
from cjsite.summaries.evidence_summary import EvidenceSummary, roll_up_evidence
from cjsite.summaries.findings_summary import FindingsSummary, findings_summary, roll_up_findings
from cjsite.summaries.focus_summary import JourneyFocus, journey_focus, roll_up_focus
from cjsite.summaries.handoff_summary import HandoffSummary, handoff_summary, roll_up_handoffs
from cjsite.summaries.investment_summary import JourneyInvestment, roll_up_investments
from cjsite.summaries.journey_brief import JourneyBrief, journey_brief
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.low_feelings import LowFeelings, low_feelings, roll_up_low_feelings
from cjsite.summaries.opportunity import OpportunityCard, roll_up_opportunities
from cjsite.summaries.touchpoint_summary import TouchpointSummary, roll_up_touchpoints, touchpoint_summary
from cjsite.summaries.usage import JourneyUsage, journey_usage, roll_up_usage

ConcernedJourney = tuple[WorkedJourney, DepartmentPart]
"""A journey, and a department's part in it."""
SharedInsights = tuple[JourneyInsights, DepartmentShare]
"""The insights into a journey, and what of them is a department's."""


@frozen
class JourneyRun:
    """What journeys in a row come to, named as a `SiteSummary` names it; current: those that figures count."""

    briefs: tuple[JourneyBrief, ...]
    importances: tuple[tuple[str, int], ...]
    opportunities: tuple[OpportunityCard, ...]
    current_opportunities: tuple[OpportunityCard, ...]
    evidence: EvidenceSummary
    map_findings: FindingsSummary
    focus: JourneyFocus
    handoffs: HandoffSummary
    touchpoints: TouchpointSummary
    metrics: MetricsByChannel
    investment: JourneyInvestment
    low_feelings: LowFeelings
    usage: JourneyUsage
    department_work: tuple[tuple[str, DepartmentWork], ...]
    department_insights: tuple[tuple[str, DepartmentInsights], ...]

    def of_department(self, field: str, department: str, name: str) -> Any:
        """Return a field of what one of the fields by department says to one of them, None for nothing."""
        return getattr(dict(getattr(self, field)).get(department), name, None)


def journey_run(journeys: Sequence[JourneySummary]) -> JourneyRun:
    """Return what journeys in a row come to."""
    current = [journey for journey in journeys if journey.current]
    insights = [journey.insights for journey in journeys]
    return JourneyRun(
        briefs=tuple(map(journey_brief, journeys)),
        importances=tuple(importances(current)),
        opportunities=roll_up_opportunities([journey.opportunities for journey in journeys]),
        current_opportunities=roll_up_opportunities([journey.opportunities for journey in current]),
        evidence=roll_up_evidence([journey.evidence for journey in journeys]),
        map_findings=roll_up_findings([findings_summary(own) for own in insights]),
        focus=roll_up_focus([journey_focus(own) for own in insights]),
        handoffs=roll_up_handoffs([handoff_summary(own) for own in insights]),
        touchpoints=roll_up_touchpoints([touchpoint_summary(own) for own in insights]),
        metrics=roll_up_metrics([journey.metrics for journey in current]),
        investment=roll_up_investments([journey.investment for journey in journeys]),
        low_feelings=roll_up_low_feelings([low_feelings(journey.feelings) for journey in current]),
        usage=roll_up_usage([journey_usage(own) for own in insights]),
        department_work=tuple(
            (name, roll_up_department_work([*map(work_of, parts)]))
            for name, parts in grouped(concerned(journeys)).items()
        ),
        department_insights=tuple(
            (name, roll_up_department_insights([*map(share_of, parts)]))
            for name, parts in grouped(shared(journeys)).items()
        ),
    )


def concerned(journeys: Iterable[JourneySummary]) -> Iterable[tuple[str, ConcernedJourney]]:
    """Return every journey with each department that works on it, by the department's id."""
    return ((part.department, (journey.worked, part)) for journey in journeys for part in journey.departments)


def shared(journeys: Iterable[JourneySummary]) -> Iterable[tuple[str, SharedInsights]]:
    """Return the insights into every journey with what of them is each department's, by its id."""
    return (
        (own.department, (journey.insights, own)) for journey in journeys for own in journey.department_insights
    )


def work_of(part: ConcernedJourney) -> DepartmentWork:
    """Return a department's work on one journey."""
    return department_work(department_journey(*part))


def share_of(part: SharedInsights) -> DepartmentInsights:
    """Return what the insights into one journey say to a department."""
    return insights_of_share(*part)


def importances(journeys: Iterable[JourneySummary]) -> Iterator[tuple[str, int]]:
    """Yield how important each touchpoint is, by its address, where somebody says it."""
    points = (point for journey in journeys for point in journey.insights.touchpoints)
    return ((point.felt.at.url, point.importance) for point in points if point.importance)
