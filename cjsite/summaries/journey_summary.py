"""What comes of one journey for pages about many: one value, small and plain."""

from collections.abc import Iterable, Iterator

from cjsite.analysis.columns import Column
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules.site_facts import UsedIds, used_ids
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.journey import Journey
from cjsite.model.placed_link import PlacedLink
from cjsite.summaries.channel_metrics import MetricsByChannel, channel_metrics
from cjsite.summaries.department_insights import DepartmentInsights, department_insights
from cjsite.summaries.department_journey import department_journey
from cjsite.summaries.department_work import DepartmentWork, department_work
from cjsite.summaries.evidence_summary import EvidenceSummary, evidence_summary
from cjsite.summaries.feelings_line import FeelingsLine, feelings_line
from cjsite.summaries.findings_summary import FindingsSummary, findings_summary
from cjsite.summaries.focus_summary import JourneyFocus, journey_focus
from cjsite.summaries.handoff_summary import HandoffSummary, handoff_summary
from cjsite.summaries.headline import headline
from cjsite.summaries.investment_summary import JourneyInvestment, journey_investment
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis, journey_analyses, worst_first
from cjsite.summaries.journey_card import JourneyCard, journey_card
from cjsite.summaries.journey_insights import JourneyInsights, journey_insights
from cjsite.summaries.journey_purpose import JourneyPurpose, journey_purpose
from cjsite.summaries.low_feelings import LowFeelings, low_feelings
from cjsite.summaries.opportunity import OpportunityCard, opportunity_cards
from cjsite.summaries.review_due import ReviewDue, review_due
from cjsite.summaries.tags import Tagged, journey_tags
from cjsite.summaries.thumbnail import LANE_PAD, draw
from cjsite.summaries.touchpoint_summary import TouchpointSummary, touchpoint_summary
from cjsite.summaries.usage import JourneyUsage, journey_usage
from cjsite.summaries.year_moves import YearMoves, year_moves

Importances = tuple[tuple[str, int], ...]
"""The importance of the steps where somebody has judged it, by the addresses of their touchpoints."""
DEEPEST = 6
"""How many of its lowest feelings a journey puts forward for the list of where it hurts most."""


@frozen
class JourneySummary:
    """All that pages about many journeys may read of one: plain data, without the model that it comes from.

    card: as the persona lives it who fares worst; cards: by persona, where there is one. lows: its lowest feelings,
    the worst first. opportunities: each once, with the steps where it would help. departments: what each department
    that has to do with the map does there, by its id; department_insights: what the insights say to each. insights,
    feelings, year: as the pages of insights need it; evidence to usage: its part in what all journeys come to.
    places: id and title of its steps and touchpoints. used: the
    ids that it names of the registries. tags: of it and of all along it. purpose: what it is for, and how it ends.
    investment: where money would help, and where it goes. metrics: what is measured on each channel. stages: the
    ids of its stages, which links may lead to as to its places. links: those in its texts.
    """

    id: str
    card: JourneyCard
    cards: tuple[tuple[str, JourneyCard], ...]
    review: ReviewDue
    lows: tuple[FeelingEntry, ...]
    opportunities: tuple[OpportunityCard, ...]
    departments: tuple[tuple[str, DepartmentWork], ...]
    department_insights: tuple[tuple[str, DepartmentInsights], ...]
    insights: JourneyInsights
    feelings: FeelingsLine
    year: YearMoves
    evidence: EvidenceSummary
    findings: FindingsSummary
    focus: JourneyFocus
    handoffs: HandoffSummary
    touchpoints: TouchpointSummary
    low_feelings: LowFeelings
    usage: JourneyUsage
    importances: Importances
    places: tuple[tuple[str, str], ...]
    used: UsedIds
    tags: tuple[Tagged, ...]
    purpose: JourneyPurpose
    investment: JourneyInvestment
    metrics: MetricsByChannel
    stages: tuple[str, ...]
    links: tuple[PlacedLink, ...]


@memo(by="inputs")
def journey_summary(inputs: JourneyInput) -> JourneySummary:
    """Return what pages about many journeys may read of one."""
    analyses = journey_analyses(inputs)
    first = headline(analyses)
    cards = tuple((analysis.persona, journey_card(analysis)) for analysis in analyses)
    card = next(card for persona, card in cards if persona == first.persona)
    opportunities = opportunity_cards(first)
    insights = journey_insights(analyses, card)
    feelings = feelings_line(analyses, card)
    return JourneySummary(
        id=inputs.id,
        card=card,
        cards=cards if first.persona else (),
        review=review_due(inputs),
        lows=_lows(first),
        opportunities=opportunities,
        departments=_departments(first, card, opportunities),
        department_insights=department_insights(analyses, insights),
        insights=insights,
        feelings=feelings,
        year=year_moves(analyses, insights),
        evidence=evidence_summary(first, insights),
        findings=findings_summary(insights),
        focus=journey_focus(insights),
        handoffs=handoff_summary(insights),
        touchpoints=touchpoint_summary(insights),
        low_feelings=low_feelings(feelings),
        usage=journey_usage(insights),
        importances=tuple(
            (point.felt.at.url, point.importance) for point in insights.touchpoints if point.importance
        ),
        places=tuple(_places(inputs.journey)),
        used=used_ids(inputs.journey),
        tags=journey_tags(inputs.journey),
        purpose=journey_purpose(first, card),
        investment=journey_investment(first, insights),
        metrics=channel_metrics(first),
        stages=tuple([stage.id for stage in inputs.journey.stages]),
        links=inputs.links,
    )


def _places(journey: Journey) -> Iterator[tuple[str, str]]:
    for step in journey.steps():
        yield step.id, step.title
        yield from ((touchpoint.id, touchpoint.title) for touchpoint in step.touchpoints)


def _lows(analysis: JourneyAnalysis) -> tuple[FeelingEntry, ...]:
    mains = map(analysis.felt, analysis.facts.mains)
    bad = sorted((felt for felt in mains if felt.band in ("bad", "very-bad")), key=lambda felt: felt.score or 0.0)
    return tuple(sorted(bad[:DEEPEST], key=worst_first))


def _departments(
    analysis: JourneyAnalysis, listed: JourneyCard, shared: tuple[OpportunityCard, ...]
) -> tuple[tuple[str, DepartmentWork], ...]:
    drawn = draw(analysis.feelings, analysis.columns, LANE_PAD, analysis.courses)
    at_work: dict[str, list[Column]] = {}
    for column in analysis.columns:
        for department in column.departments:
            at_work.setdefault(department, []).append(column)
    names = _concerned(analysis, at_work, shared)
    return tuple(
        (name, department_work(department_journey(analysis, listed, name, at_work.get(name, []), drawn, shared)))
        for name in names
    )


def _concerned(
    analysis: JourneyAnalysis, at_work: Iterable[str], shared: tuple[OpportunityCard, ...]
) -> dict[str, None]:
    """Return the departments that have to do with the map: its owner, those at work, those named along it."""
    works = (c.step.work.should_be_by for c in analysis.columns if c.step.work)
    named = (
        analysis.inputs.journey.owner,
        *at_work,
        *(pain.pain.department for pain in analysis.pains),
        *(placed.taker for placed in analysis.handoffs),
        *(opportunity.owner_id for opportunity in shared),
        *works,
    )
    return dict.fromkeys(name for name in named if name in analysis.inputs.departments)
