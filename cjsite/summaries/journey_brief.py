"""What lists need of each journey to be put in order: little, since it is read of all of them."""

from cjsite.analysis.health import Health
from cjsite.base.frozen import frozen
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.links import Link


@frozen
class JourneyBrief:
    """A journey among all; fields are named as those of its card are.

    late: its review is due. above: the address of the journey that it hangs below, '' for none. personas: those
    with a line on it. mean: of the feelings of who fares worst, None where they are not known.
    """

    id: str
    journey: Link
    current: bool
    need: float
    follows: str
    above: str
    product: str
    departments: tuple[str, ...]
    personas: tuple[str, ...]
    health: Health
    late: bool
    mean: float | None


def journey_brief(summary: JourneySummary) -> JourneyBrief:
    """Return what lists need of a journey."""
    card = summary.card
    # A to-be hangs below its as-is, a journey below the one that it is part of.
    above = card.counterpart if card.follows else card.parent
    return JourneyBrief(
        id=card.id,
        journey=card.journey,
        current=card.current,
        need=card.need,
        follows=card.follows,
        above=above.url if above else "",
        product=card.product,
        departments=card.departments,
        personas=tuple([who for who, _ in summary.other_cards]),
        health=card.health,
        late=card.review.days_late > 0,
        mean=summary.feelings.mean,
    )
