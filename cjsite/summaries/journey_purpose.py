"""What a journey is for, how it ends, what brings customers back, and its key interactions."""

from cjsite.analysis.measures import measures
from cjsite.base.frozen import frozen
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.links import Link

RECOMMENDATION = "nps"
"""The metric of what customers would recommend (Reichheld 2003)."""


@frozen
class JourneyPurpose:
    """What a journey is for and how it ends, as the page of goals shows it.

    goal: of the organisation; wants: of the customer. ends: how the journey ends ('' = nobody says); returns:
    whether the customer stays or comes back then. end: the feeling there. recommendation: the last figure of it
    along the journey. keys: the key interactions.
    """

    journey: Link
    owner: Link | None
    goal: str
    wants: tuple[str, ...]
    ends: str
    returns: bool
    incentive: tuple[str, ...]
    end: FeelingEntry | None
    recommendation: float | None
    keys: tuple[FeelingEntry, ...]


def is_return(ends: str) -> bool:
    """Tell whether an end leads the customer back to the organisation and not away from it.

    >>> is_return("renew"), is_return("competitor"), is_return("")
    (True, False, False)
    """
    return ends in ("upgrade", "replace", "renew")


def journey_purpose(analysis: JourneyAnalysis, card: JourneyCard) -> JourneyPurpose:
    """Return what a journey is for and how it ends; card: the same journey's."""
    journey = analysis.inputs.journey
    ends = next((stage.ends for stage in reversed(journey.stages) if stage.ends), "")
    end = card.extremes.end
    return JourneyPurpose(
        journey=card.journey,
        owner=card.owner,
        goal=journey.business_goal,
        wants=journey.goal,
        ends=ends,
        returns=is_return(ends),
        incentive=tuple(text for stage in journey.stages for text in stage.incentive),
        end=end.felt if end else None,
        recommendation=_recommendation(analysis),
        keys=tuple(
            analysis.observed(analysis.worst_at(column))
            for column in analysis.columns
            if column.step.key and column.index == 0
        ),
    )


def _recommendation(analysis: JourneyAnalysis) -> float | None:
    inputs = analysis.inputs
    dated = [measurement for measurement in inputs.measurements if measurement.metric == RECOMMENDATION]
    places = {measurement.step for measurement in dated}
    for column in reversed(analysis.columns):
        if RECOMMENDATION in column.touchpoint.metrics or not places.isdisjoint((column.id, column.step.id)):
            for measure in measures(column, inputs.metrics, dated):
                if measure.metric.id == RECOMMENDATION and measure.value is not None:
                    return measure.value
    return None
