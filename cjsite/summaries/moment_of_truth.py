"""A moment of truth among all of them: how much it matters, how it feels, who gives up, what is planned."""

from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.priorities import by_priority
from cjsite.analysis.risk import Risk, is_at_risk, urgency_of
from cjsite.base.frozen import frozen
from cjsite.model.opportunity import Opportunity
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis
from cjsite.summaries.links import Link, name
from cjsite.summaries.urls import opportunity_url

Rank = tuple[int, int, float, float, str]


@frozen
class MomentEntry:
    """A moment of truth; opportunities: what is planned there, the best first; campaigns: which of it are one.

    rank: the highest risk first, then by importance, by who gives up, and by how bad it feels.
    """

    felt: FeelingEntry
    kind: str
    asks: str
    continues: str
    bails_out: str
    bail_rate: float | None
    risk: Risk
    importance: int | None
    opportunities: tuple[Link, ...]
    campaigns: tuple[Link, ...]
    rank: Rank

    @property
    def at_risk(self) -> bool:
        """Tell whether it asks for an answer."""
        return is_at_risk(self.risk)


def _rank(felt: FeelingEntry, placed: PlacedMoment) -> Rank:
    moment, importance = placed.moment, placed.importance
    feels = felt.score if felt.score is not None else 0.0
    return urgency_of(placed.risk), -(importance or 0), -(moment.bail_rate or 0.0), feels, felt.at.url


def moment_entries(analysis: JourneyAnalysis) -> tuple[MomentEntry, ...]:
    """Return the moments of truth of a journey in their order, each with how whoever feels worst there feels."""
    entries = []
    for moment in analysis.moments:
        written = moment.moment
        planned = by_priority(analysis.facts.planned(moment.column), analysis.facts.stakes)
        felt = analysis.observed(analysis.worst_at(moment.column))
        entries.append(
            MomentEntry(
                felt=felt,
                kind=written.kind or "",
                asks=written.asks,
                continues=written.continues,
                bails_out=written.bails_out,
                bail_rate=written.bail_rate,
                risk=moment.risk,
                importance=moment.importance,
                opportunities=tuple(_link(chance, analysis) for chance in planned),
                campaigns=tuple(_link(chance, analysis) for chance in planned if chance.action == "campaign"),
                rank=_rank(felt, moment),
            )
        )
    return tuple(entries)


def _link(chance: Opportunity, analysis: JourneyAnalysis) -> Link:
    return Link(name(chance), opportunity_url(chance.id) if chance.id in analysis.inputs.opportunities else "")
