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
from cjsite.summaries.department_insights import DepartmentShare, department_insights
from cjsite.summaries.department_journey import DepartmentPart, PainPointEntry, WorkedJourney
from cjsite.summaries.department_part import department_part, pain_entries
from cjsite.summaries.evidence_summary import EvidenceSummary, evidence_summary
from cjsite.summaries.feelings_line import FeelingsLine, feelings_line
from cjsite.summaries.headline import headline
from cjsite.summaries.investment_summary import JourneyInvestment, journey_investment
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis, journey_analyses, worst_first
from cjsite.summaries.journey_card import JourneyCard, journey_card, search_words
from cjsite.summaries.journey_insights import JourneyInsights, journey_insights
from cjsite.summaries.journey_purpose import JourneyPurpose, journey_purpose
from cjsite.summaries.journey_search import entries_on_map, map_entry
from cjsite.summaries.metrics_json import metric_uses
from cjsite.summaries.opportunity import OpportunityCard, opportunity_cards
from cjsite.summaries.opportunity_row import WrittenOpportunity, written_opportunities
from cjsite.summaries.review_due import ReviewDue, review_due
from cjsite.summaries.search_entry import SearchEntry
from cjsite.summaries.tags import Tagged, journey_tags
from cjsite.summaries.thumbnail import LANE_PAD, CurveThumbnail, DrawnThumbnail, draw
from cjsite.summaries.touchpoint_rows import touchpoint_rows
from cjsite.summaries.year_moves import YearMoves, year_moves

DEEPEST = 6
"""How many of its lowest feelings a journey puts forward for the list of where it hurts most."""


@frozen
class JourneySummary:
    """All that pages about many journeys may read of one: plain data, without the model that it comes from.

    other_cards: by persona, where there is one; None for the persona of its `card`, who fares worst. lows: its
    lowest feelings, the worst first. opportunities: each once, with the steps where it would help. lane: its line
    as it is drawn for departments. departments: the part of each that has to do with the map, which names pains and
    opportunities by their places; department_insights: what the insights say to each. insights,
    feelings, year: as the pages of insights need it; evidence: its part in what all journeys rest on.
    places: id and title of its steps and touchpoints. used: the
    ids that it names of the registries. tags: of it and of all along it. purpose: what it is for, and how it ends.
    investment: where money would help, and where it goes. metrics: what is measured on each channel. stages: the
    ids of its stages, which links may lead to as to its places. links: those in its texts. written:
    the opportunities at its steps. words: what a search among maps looks through. touchpoint_rows, metric_uses: its
    part in the tables of all touchpoints and of all that is measured, as it stands there. entry, entries: what a
    search over the site comes upon: the map as a whole, and what is on it.
    """

    id: str
    other_cards: tuple[tuple[str, JourneyCard | None], ...]
    review: ReviewDue
    lows: tuple[FeelingEntry, ...]
    opportunities: tuple[OpportunityCard, ...]
    lane: CurveThumbnail
    pains: tuple[PainPointEntry, ...]
    departments: tuple[DepartmentPart, ...]
    department_insights: tuple[DepartmentShare, ...]
    insights: JourneyInsights
    feelings: FeelingsLine
    year: YearMoves
    evidence: EvidenceSummary
    places: tuple[tuple[str, str], ...]
    used: UsedIds
    tags: tuple[Tagged, ...]
    purpose: JourneyPurpose
    investment: JourneyInvestment
    metrics: MetricsByChannel
    stages: tuple[str, ...]
    links: tuple[PlacedLink, ...]
    written: tuple[WrittenOpportunity, ...]
    status: str
    words: str
    touchpoint_rows: str
    metric_uses: str
    entry: SearchEntry
    entries: tuple[SearchEntry, ...]

    @property
    def current(self) -> bool:
        """Tell whether figures count it: as-is and not archived."""
        return self.review.counted

    @property
    def card(self) -> JourneyCard:
        """Return its card, as the persona lives it who fares worst."""
        return self.insights.card

    @property
    def cards(self) -> tuple[tuple[str, JourneyCard], ...]:
        """Return its cards by persona; none where it names no persona."""
        return tuple([(persona, card or self.card) for persona, card in self.other_cards])

    @property
    def worked(self) -> WorkedJourney:
        """Return what departments' parts in it share."""
        return WorkedJourney(self.card, self.lane, self.insights.touchpoints, self.pains, self.opportunities)


@memo(by="inputs")
def journey_summary(inputs: JourneyInput) -> JourneySummary:
    """Return what pages about many journeys may read of one."""
    analyses = journey_analyses(inputs)
    first = headline(analyses)
    cards = tuple((analysis.persona, journey_card(analysis)) for analysis in analyses)
    card = next(card for persona, card in cards if persona == first.persona)
    drawn = draw(first.feelings, first.columns, LANE_PAD, first.courses)
    opportunities = opportunity_cards(first)
    insights = journey_insights(analyses, card)
    return JourneySummary(
        id=inputs.id,
        other_cards=tuple((who, None if who == first.persona else own) for who, own in cards if first.persona),
        review=review_due(inputs),
        lows=_lows(first),
        opportunities=opportunities,
        lane=drawn.mini,
        pains=pain_entries(first),
        departments=_departments(first, drawn, opportunities),
        department_insights=department_insights(analyses, insights),
        insights=insights,
        feelings=feelings_line(analyses, card),
        year=year_moves(analyses, insights),
        evidence=evidence_summary(first, insights),
        places=tuple(_places(inputs.journey)),
        used=used_ids(inputs.journey),
        tags=journey_tags(inputs.journey),
        purpose=journey_purpose(first, card),
        investment=journey_investment(first, insights),
        metrics=channel_metrics(first),
        stages=tuple([stage.id for stage in inputs.journey.stages]),
        links=inputs.links,
        written=written_opportunities(inputs.journey),
        status=inputs.journey.status,
        words=search_words(first),
        touchpoint_rows=touchpoint_rows(first, insights.touchpoints),
        metric_uses=metric_uses(first),
        entry=map_entry(first),
        entries=entries_on_map(first),
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
    analysis: JourneyAnalysis, drawn: DrawnThumbnail, shared: tuple[OpportunityCard, ...]
) -> tuple[DepartmentPart, ...]:
    at_work: dict[str, list[Column]] = {}
    for column in analysis.columns:
        for department in column.departments:
            at_work.setdefault(department, []).append(column)
    names = _concerned(analysis, at_work, shared)
    return tuple(department_part(analysis, name, at_work.get(name, []), drawn, shared) for name in names)


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
