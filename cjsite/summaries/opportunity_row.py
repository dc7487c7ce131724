"""Opportunities as rows of a table for other programs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from cjsite.analysis.opportunities import at_steps
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.text.spreadsheet import cell, text_cell

COLUMNS = ("title", "kind", "value", "effort", "reach", "cost", "benefit", "owner", "status", "action", "due")
LATER = ("done_on", "tags")
"""Columns that stand behind the others, where they are used: programs know the older ones by their place."""

_TEXTS = ("title", "owner")
"""Columns of ids and titles: what looks like a number there is none."""


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
        tuple((text_cell if field in _TEXTS else cell)(getattr(opportunity, field)) for field in COLUMNS),
        cell("; ".join(solution.title for solution in opportunity.solutions)),
        tuple(cell(getattr(opportunity, field)) for field in LATER),
    )


@memo(by="opportunity")
def _registered_row(opportunity: Opportunity) -> OpportunityRow:
    return opportunity_row(opportunity)


def everywhere(
    written: Iterable[tuple[WrittenOpportunity, ...]], registry: Mapping[str, Opportunity]
) -> Iterator[tuple[str, OpportunityRow, list[str]]]:
    """Yield the id, the row and all steps of every opportunity of a site, the registered ones first.

    written: of each journey, gone through twice so that none is held. One that is written at a step belongs to its
    journey: its id is `journey#id`, as the same words elsewhere are another one.
    """
    shared = {name: _Standing(_registered_row(own), own.steps) for name, own in registry.items()}
    for own in chain.from_iterable(written):
        if own.title in shared:
            shared[own.title].add(own)
    yield from ((name, standing.row, standing.steps) for name, standing in shared.items())
    for journey in written:
        by_name: dict[str, _Standing] = {}
        for own in journey:
            if own.title not in shared:
                by_name.setdefault(own.name, _Standing(own.row, own.steps)).add(own)
        yield from ((name, standing.row, standing.steps) for name, standing in by_name.items())


class _Standing:
    """An opportunity and the steps that it stands at."""

    def __init__(self, row: OpportunityRow, steps: Iterable[str]) -> None:
        self.row, self.steps = row, list(steps)
        self._named = set(self.steps)

    def add(self, written: WrittenOpportunity) -> None:
        """Take in a step where it is written, unless it or one of its touchpoints is named already."""
        if self._named.isdisjoint(written.addresses):
            self.steps.append(written.addresses[0])
            self._named.add(written.addresses[0])
