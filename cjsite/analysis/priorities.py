"""Which opportunities come first."""

from collections.abc import Iterable, Mapping
from typing import Literal

from cjsite.analysis.pains import SEVERE
from cjsite.analysis.risk import Risk
from cjsite.analysis.stakes import Stakes
from cjsite.model.opportunity import Opportunity

Priority = Literal["P1", "P2", "P3"]


FIRST, SECOND = 10, 8
"""Points from which an opportunity has the first and the second priority."""
_USUAL_EFFORT = 3
_RISK_POINTS: dict[Risk, int] = {"high": 3, "some": 1, "unknown": 0, "low": 0}
NOTHING_KNOWN = Stakes()


def points(opportunity: Opportunity, at_stake: Stakes) -> int | None:
    """Return how much an opportunity is worth its effort, None where its value is not known.

    Twice its value; 2 more where it would help against a severe pain point and 1 against a moderate one; 3 more
    where it would help at a moment of truth at high risk and 1 at some; less its effort (3 where nobody says).
    """
    if opportunity.value is None:
        return None
    pain = 2 if at_stake.severity >= SEVERE else int(at_stake.severity == SEVERE - 1)
    gain = 2 * opportunity.value + pain + _RISK_POINTS[at_stake.risk]
    return gain - (opportunity.effort or _USUAL_EFFORT)


def priority(opportunity: Opportunity, at_stake: Stakes = NOTHING_KNOWN) -> Priority | None:
    """Return P1 for `FIRST` points and more, P2 for `SECOND`, P3 below; None where the value is not known.

    >>> call = Opportunity(title="Call back", value=4, effort=2)
    >>> [priority(call, Stakes(5, risk)) for risk in ("high", "some", "low")], priority(call)
    (['P1', 'P2', 'P2'], 'P3')
    """
    score = points(opportunity, at_stake)
    if score is None:
        return None
    return "P1" if score >= FIRST else "P2" if score >= SECOND else "P3"


def order(opportunity: Opportunity, at_stake: Stakes = NOTHING_KNOWN) -> tuple[bool, int, int, str]:
    """Return the sort key that puts the most points first, then the least effort, then the title."""
    score = points(opportunity, at_stake)
    return (score is None, -(score or 0), opportunity.effort or 6, opportunity.title)


def by_priority(opportunities: Iterable[Opportunity], at_stake: Mapping[str, Stakes]) -> list[Opportunity]:
    """Return the opportunities with the most important first; at_stake: where they would help, by their ids."""
    return sorted(
        opportunities, key=lambda opportunity: order(opportunity, at_stake.get(opportunity.id, NOTHING_KNOWN))
    )
