"""Which opportunities belong to a step, and how far they are."""

from collections.abc import Iterable, Mapping

from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import Step


def at_step(journey: Journey, step: Step, registry: Mapping[str, Opportunity]) -> tuple[Opportunity, ...]:
    """Return a step's opportunities: those it names, its own, and those that name it; each once."""
    named = [registry.get(own.title, own) for own in step.opportunities]
    addresses = {f"{journey.id}#{step.id}", *(f"{journey.id}#{t.id}" for t in step.touchpoints)}
    linked = [o for o in registry.values() if addresses.intersection(o.steps)]
    return tuple({o.id: o for o in (*named, *linked)}.values())


def everywhere(journeys: Iterable[Journey], registry: Mapping[str, Opportunity]) -> dict[str, Opportunity]:
    """Return all opportunities of a site, the registered ones first, each with all steps that it stands at.

    One that is written at a step belongs to its journey: its id is `journey#id`, as the same words elsewhere are
    another one.
    """
    every = dict(registry)
    for journey in journeys:
        for step in journey.steps():
            for own in step.opportunities:
                name = own.title if own.title in registry else f"{journey.id}#{own.id}"
                known = every.get(name, own)
                every[name] = _also_at(known, journey, step)
    return every


def _also_at(opportunity: Opportunity, journey: Journey, step: Step) -> Opportunity:
    addresses = [f"{journey.id}#{place}" for place in (step.id, *(meeting.id for meeting in step.touchpoints))]
    if any(address in opportunity.steps for address in addresses):
        return opportunity
    return opportunity.but(steps=(*opportunity.steps, addresses[0]))


def is_open(opportunity: Opportunity) -> bool:
    """Tell whether anything is left to do about an opportunity."""
    return opportunity.status not in ("done", "dropped")


def is_wanted(opportunity: Opportunity) -> bool:
    """Tell whether an opportunity counts as a plan: done or to be done, and not dropped."""
    return opportunity.status != "dropped"


def is_planned(opportunity: Opportunity) -> bool:
    """Tell whether an opportunity is more than an idea: its status says so, or it has an owner and a date."""
    if opportunity.status == "idea":
        return bool(opportunity.owner and opportunity.due)
    return is_wanted(opportunity)


def by_journey(
    journeys: Iterable[Journey], registry: Mapping[str, Opportunity]
) -> Mapping[str, Mapping[str, Opportunity]]:
    """Return the registered opportunities of each journey by id: those that name it, and those it names."""
    found: dict[str, dict[str, Opportunity]] = {}
    for name, opportunity in registry.items():
        for address in opportunity.steps:
            found.setdefault(address.partition("#")[0], {})[name] = opportunity
    for journey in journeys:
        for name in journey.opportunities:
            if name in registry:
                found.setdefault(journey.id, {})[name] = registry[name]
    return found
