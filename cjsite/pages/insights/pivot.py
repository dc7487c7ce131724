"""A moment of truth among all of them: how much it matters, how it feels, who gives up, what is planned."""

from cjsite.analysis.opportunities import at_step, by_priority, is_wanted
from cjsite.frozen import frozen
from cjsite.model.opportunity import Opportunity
from cjsite.pages.links import name
from cjsite.pages.page import Link, opportunity_url
from cjsite.pages.survey import Felt, Survey


@frozen
class Pivot:
    """A moment of truth; opportunities: what is planned there, the best first; campaigns: which of it are one."""

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

    @property
    def rank(self) -> tuple[bool, int, float, float, str]:
        """Return the sort key: at risk first, then by importance, by who gives up, and by how bad it feels."""
        feels = self.felt.score if self.felt.score is not None else 0.0
        return not self.at_risk, -(self.importance or 0), -(self.bail_rate or 0.0), feels, self.felt.at.url


def pivots(known: Survey) -> tuple[Pivot, ...]:
    """Return the moments of truth of a journey in their order."""
    feelings = {feeling.column.number: feeling for feeling in known.feelings if feeling.main}
    found = []
    for moment in known.moments:
        told = moment.moment
        chances = at_step(known.cast.journey, moment.column.step, known.cast.opportunities)
        wanted = by_priority(chance for chance in chances if is_wanted(chance))
        found.append(
            Pivot(
                felt=known.felt(feelings[moment.column.number]),
                kind=told.kind or "",
                asks=told.asks,
                continues=told.continues,
                bails_out=told.bails_out,
                bail_rate=told.bail_rate,
                at_risk=moment.at_risk,
                importance=moment.column.touchpoint.importance,
                opportunities=tuple(_link(chance, known) for chance in wanted),
                campaigns=tuple(_link(chance, known) for chance in wanted if chance.action == "campaign"),
            )
        )
    return tuple(found)


def _link(chance: Opportunity, known: Survey) -> Link:
    return Link(name(chance), opportunity_url(chance.id) if chance.id in known.cast.opportunities else "")
