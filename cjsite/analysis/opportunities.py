"""Which opportunities belong to a step, and which come first."""

from collections.abc import Iterable, Mapping
from typing import Literal

from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import Step

Priority = Literal["P1", "P2", "P3"]


def priority(opportunity: Opportunity) -> Priority | None:
    """Return P1 for a value of 4 or 5, P2 for 3, P3 below; None where the value is not known."""
    if opportunity.value is None:
        return None
    return "P1" if opportunity.value >= 4 else "P2" if opportunity.value == 3 else "P3"


def order(opportunity: Opportunity) -> tuple[int, int, str]:
    """Return the sort key that puts the most valuable first, then the least effort, then the title."""
    return (-(opportunity.value or 0), opportunity.effort or 6, opportunity.title)


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


def by_priority(opportunities: Iterable[Opportunity]) -> list[Opportunity]:
    """Return the opportunities with the most important first."""
    return sorted(opportunities, key=order)


def is_open(opportunity: Opportunity) -> bool:
    """Tell whether anything is left to do about an opportunity."""
    return opportunity.status not in ("done", "dropped")


def is_wanted(opportunity: Opportunity) -> bool:
    """Tell whether an opportunity counts as a plan: done or to be done, and not dropped."""
    return opportunity.status != "dropped"


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
