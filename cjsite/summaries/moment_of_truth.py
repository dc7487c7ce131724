"""A moment of truth among all of them: how much it matters, how it feels, who gives up, what is planned."""

from cjsite.analysis.opportunities import by_priority
from cjsite.base.frozen import frozen
from cjsite.model.opportunity import Opportunity
from cjsite.model.touchpoint import MomentOfTruth
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis
from cjsite.summaries.links import Link, name
from cjsite.summaries.urls import opportunity_url

Rank = tuple[bool, int, float, float, str]


@frozen
class MomentEntry:
    """A moment of truth; opportunities: what is planned there, the best first; campaigns: which of it are one.

    rank: at risk first, then by importance, by who gives up, and by how bad it feels.
    """

    felt: FeelingEntry
    kind: str
    asks: str
    continues: str
    bails_out: str
    bail_rate: float | None
    at_risk: bool
    importance: int | None
    opportunities: tuple[Link, ...]
    campaigns: tuple[Link, ...]
    rank: Rank


def _rank(felt: FeelingEntry, moment: MomentOfTruth, at_risk: bool, importance: int | None) -> Rank:
    feels = felt.score if felt.score is not None else 0.0
    return not at_risk, -(importance or 0), -(moment.bail_rate or 0.0), feels, felt.at.url


def moment_entries(analysis: JourneyAnalysis) -> tuple[MomentEntry, ...]:
    """Return the moments of truth of a journey in their order, each with how whoever feels worst there feels."""
    found = []
    for moment in analysis.moments:
        told = moment.moment
        planned = by_priority(analysis.facts.planned(moment.column))
        felt = analysis.observed(analysis.worst_at(moment.column))
        importance = moment.column.touchpoint.importance
        found.append(
            MomentEntry(
                felt=felt,
                kind=told.kind or "",
                asks=told.asks,
                continues=told.continues,
                bails_out=told.bails_out,
                bail_rate=told.bail_rate,
                at_risk=moment.at_risk,
                importance=importance,
                opportunities=tuple(_link(chance, analysis) for chance in planned),
                campaigns=tuple(_link(chance, analysis) for chance in planned if chance.action == "campaign"),
                rank=_rank(felt, told, moment.at_risk, importance),
            )
        )
    return tuple(found)


def _link(chance: Opportunity, analysis: JourneyAnalysis) -> Link:
    return Link(name(chance), opportunity_url(chance.id) if chance.id in analysis.inputs.opportunities else "")
