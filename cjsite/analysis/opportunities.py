"""Which opportunities belong to a step, and how far they are."""

from collections.abc import Iterable, Mapping

from cjsite.base.memo import memo
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.outline import JourneyOutline
from cjsite.model.step import Step


def at_step(journey: Journey, step: Step, registry: Mapping[str, Opportunity]) -> tuple[Opportunity, ...]:
    """Return a step's opportunities: those it names, its own, and those that name it; each once."""
    named = [registry.get(own.title, own) for own in step.opportunities]
    addresses = {f"{journey.id}#{step.id}", *(f"{journey.id}#{t.id}" for t in step.touchpoints)}
    linked = [o for o in registry.values() if addresses.intersection(o.steps)]
    return tuple({o.id: o for o in (*named, *linked)}.values())


@memo(by="journey")
def at_steps(journey: Journey) -> tuple[tuple[Step, Opportunity], ...]:
    """Return the opportunities that a journey's steps name or write, each with its step, in order."""
    return tuple((step, own) for step in journey.steps() for own in step.opportunities)


def is_open(opportunity: Opportunity) -> bool:
    """Tell whether anything is left to do about an opportunity."""
    return opportunity.status not in ("done", "dropped")


def is_wanted(opportunity: Opportunity) -> bool:
    """Tell whether an opportunity counts as a plan: done or to be done, and not dropped."""
    return opportunity.status != "dropped"


def is_planned(opportunity: Opportunity) -> bool:
    """Tell whether an opportunity is more than an idea: its status says so, or it has an owner and a date."""
    if opportunity.status in (None, "idea"):
        return bool(opportunity.owner and opportunity.due)
    return is_wanted(opportunity)


def by_journey(
    journeys: Iterable[JourneyOutline], registry: Mapping[str, Opportunity]
) -> Mapping[str, Mapping[str, Opportunity]]:
    """Return the registered opportunities of each journey by id: those that name it, and those it names."""
    by_journey_id: dict[str, dict[str, Opportunity]] = {}
    for name, opportunity in registry.items():
        for address in opportunity.steps:
            by_journey_id.setdefault(address.partition("#")[0], {})[name] = opportunity
    for journey in journeys:
        for name in journey.opportunities:
            if name in registry:
                by_journey_id.setdefault(journey.id, {})[name] = registry[name]
    return by_journey_id
