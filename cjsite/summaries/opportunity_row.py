"""Opportunities as rows of a table for other programs."""

from collections.abc import Iterable, Mapping
from itertools import chain

from cjsite.analysis.opportunities import at_steps
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.text.spreadsheet import cell

COLUMNS = ("title", "kind", "value", "effort", "reach", "cost", "benefit", "owner", "status", "action", "due")
LATER = ("done_on", "tags")
"""Columns that stand behind the others, where they are used: programs know the older ones by their place."""


@frozen
class OpportunityRow:
    """An opportunity's cells: those of `COLUMNS`, its solutions, and those of `LATER`."""

    cells: tuple[str, ...]
    solutions: str
    later: tuple[str, ...]


@frozen
class WrittenOpportunity:
    """An opportunity at a step: its title, its id if it is the step's own, and the steps that it names itself.

    addresses: those of its step and its touchpoints, `journey#step`.
    """

    title: str
    name: str
    steps: tuple[str, ...]
    addresses: tuple[str, ...]
    row: OpportunityRow


def written_opportunities(journey: Journey) -> tuple[WrittenOpportunity, ...]:
    """Return the opportunities that a journey's steps name or write, in order."""
    name = journey.id
    return tuple(
        WrittenOpportunity(
            own.title,
            f"{name}#{own.id}",
            own.steps,
            (f"{name}#{step.id}", *(f"{name}#{touchpoint.id}" for touchpoint in step.touchpoints)),
            opportunity_row(own),
        )
        for step, own in at_steps(journey)
    )


def opportunity_row(opportunity: Opportunity) -> OpportunityRow:
    """Return an opportunity's cells."""
    return OpportunityRow(
        tuple(cell(getattr(opportunity, field)) for field in COLUMNS),
        cell("; ".join(solution.title for solution in opportunity.solutions)),
        tuple(cell(getattr(opportunity, field)) for field in LATER),
    )


@memo(by="opportunity")
def _registered_row(opportunity: Opportunity) -> OpportunityRow:
    return opportunity_row(opportunity)


def everywhere(
    written: Iterable[tuple[WrittenOpportunity, ...]], registry: Mapping[str, Opportunity]
) -> dict[str, tuple[OpportunityRow, tuple[str, ...]]]:
    """Return all opportunities of a site, the registered ones first, each with all steps that it stands at.

    written: of each journey. One that is written at a step belongs to its journey: its id is `journey#id`, as the
    same words elsewhere are another one.
    """
    every = {name: (_registered_row(opportunity), opportunity.steps) for name, opportunity in registry.items()}
    for own in chain.from_iterable(written):
        key = own.title if own.title in registry else own.name
        row, steps = every.get(key, (own.row, own.steps))
        is_there = not steps or any(address in steps for address in own.addresses)
        every[key] = row, (steps or own.addresses[:1]) if is_there else (*steps, own.addresses[0])
    return every
