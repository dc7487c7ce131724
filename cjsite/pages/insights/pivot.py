"""A moment of truth among all of them: how much it matters, how it feels, who gives up, what is planned."""

from cjsite.analysis.opportunities import by_priority
from cjsite.frozen import frozen
from cjsite.model.opportunity import Opportunity
from cjsite.model.touchpoint import MomentOfTruth
from cjsite.pages.links import name
from cjsite.pages.page import Link, opportunity_url
from cjsite.pages.survey import Felt, Survey

Rank = tuple[bool, int, float, float, str]


@frozen
class Pivot:
    """A moment of truth; opportunities: what is planned there, the best first; campaigns: which of it are one.

    rank: at risk first, then by importance, by who gives up, and by how bad it feels.
    """

    felt: Felt
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


def _rank(felt: Felt, told: MomentOfTruth, at_risk: bool, importance: int | None) -> Rank:
    feels = felt.score if felt.score is not None else 0.0
    return not at_risk, -(importance or 0), -(told.bail_rate or 0.0), feels, felt.at.url


def pivots(known: Survey) -> tuple[Pivot, ...]:
    """Return the moments of truth of a journey in their order."""
    feelings = {feeling.column.number: feeling for feeling in known.feelings if feeling.main}
    found = []
    for moment in known.moments:
        told = moment.moment
        planned = by_priority(known.facts.planned(moment.column))
        felt = known.felt(feelings[moment.column.number])
        importance = moment.column.touchpoint.importance
        found.append(
            Pivot(
                felt=felt,
                kind=told.kind or "",
                asks=told.asks,
                continues=told.continues,
                bails_out=told.bails_out,
                bail_rate=told.bail_rate,
                at_risk=moment.at_risk,
                importance=importance,
                opportunities=tuple(_link(chance, known) for chance in planned),
                campaigns=tuple(_link(chance, known) for chance in planned if chance.action == "campaign"),
                rank=_rank(felt, told, moment.at_risk, importance),
            )
        )
    return tuple(found)


def _link(chance: Opportunity, known: Survey) -> Link:
    return Link(name(chance), opportunity_url(chance.id) if chance.id in known.cast.opportunities else "")
