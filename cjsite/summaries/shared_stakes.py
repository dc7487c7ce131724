"""What is at stake for opportunities that several journeys share: in all of them, on the pages of each."""

from collections.abc import Mapping

from cjsite.analysis.columns import columns
from cjsite.analysis.feeling import line
from cjsite.analysis.moments import moments
from cjsite.analysis.opportunities import at_step
from cjsite.analysis.stakes import ANYWHERE, Stakes, counts_now, elsewhere, stakes
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.outline import JourneyOutline


def stakes_elsewhere(
    journeys: Mapping[str, Journey],
    outlines: Mapping[str, JourneyOutline],
    linked: Mapping[str, Mapping[str, Opportunity]],
    scale: Scale,
) -> Mapping[str, Mapping[str, Stakes]]:
    """Return for each journey what is at stake elsewhere for the opportunities that it shares with others."""
    homes = grouped((name, at) for at, own in linked.items() for name in own)
    shared = {name for name, at in homes.items() if len(at) > 1}
    there = {}
    for at, own in linked.items():
        wanted = tuple([opportunity for name, opportunity in own.items() if name in shared])
        if wanted and at in outlines and counts_now(outlines[at]):
            there[at] = _own_stakes(journeys[at], wanted, scale)
    placed = grouped((name, (at, own)) for at, at_stake in there.items() for name, own in at_stake.items())
    worst = {name: elsewhere(own) for name, own in placed.items()}
    return {
        at: {name: rest for name in own if name in worst and (rest := worst[name].get(at, worst[name][ANYWHERE]))}
        for at, own in linked.items()
        if not shared.isdisjoint(own)
    }


@memo(by="journey")
def _own_stakes(journey: Journey, wanted: tuple[Opportunity, ...], scale: Scale) -> Mapping[str, Stakes]:
    registry = {opportunity.id: opportunity for opportunity in wanted}
    points, own = columns(journey), journey.emotion_scale or scale
    lines = [line(points, name, own, {}) for name in journey.people or ("",)]
    steps = (column.step for column in points if column.first_of_step)
    opportunities = {step.id: at_step(journey, step, registry) for step in steps}
    at_stake = stakes(points, moments(*lines), opportunities)
    return {name: at_stake[name] for name in registry if name in at_stake}
