"""How long lists over all maps are, told from the maps alone: their pages have addresses before any is made."""

from collections.abc import Iterable

from cjsite.analysis.columns import columns
from cjsite.analysis.counted import is_counted
from cjsite.analysis.opportunities import is_open
from cjsite.base.frozen import frozen, replace
from cjsite.base.rollup import ByName, Rollup, rollup_of
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.touchpoint import TouchpointFields
from cjsite.summaries.tags import journey_tags, other_tags


@frozen
class ListLengths:
    """How many rows the lists over all maps have; maps: all, counted: those that figures count.

    moments: of truth; priced: stages with money; tagged: what bears tags; open, closed: opportunities; by_persona,
    by_department: maps in the lists of each, by their ids. named: opportunities of the registry that steps name.
    """

    maps: int
    counted: int
    moments: int
    priced: int
    tagged: int
    open: int
    closed: int
    by_persona: tuple[tuple[str, int], ...]
    by_department: tuple[tuple[str, int], ...]
    named: frozenset[str]

    def of_persona(self, name: str) -> int:
        """Return how many journeys a persona has."""
        return dict(self.by_persona).get(name, 0)

    def of_department(self, name: str) -> int:
        """Return in how many lists of journeys a department stands."""
        return dict(self.by_department).get(name, 0)


def list_lengths(content: Content) -> ListLengths:
    """Return how many rows lists have; no map is analysed for it."""
    registry = content.opportunities
    every = rollup_of(_together, _OfJourney(frozenset(registry)), content.journeys.values())
    standing = [is_open(idea) for name, idea in registry.items() if idea.steps or name in every.named]
    others = other_tags(registry.values(), content.personas.values())
    return replace(
        every,
        open=every.open + sum(standing),
        closed=every.closed + len(standing) - sum(standing),
        tagged=every.tagged + len(others),
    )


@frozen
class _OfJourney:
    """Returns how many rows one map gives to lists; registry: the ids of its opportunities."""

    registry: frozenset[str]

    def __call__(self, journey: Journey) -> ListLengths:
        every, counted = columns(journey), is_counted(journey)
        # What a step writes with the words of a registered one is that one.
        ideas = (idea for step in journey.steps() for idea in step.opportunities)
        own = {idea.id: is_open(idea) for idea in ideas if idea.title not in self.registry}
        return ListLengths(
            maps=1,
            counted=int(counted),
            moments=sum(column.touchpoint.moment_of_truth is not None for column in every) if counted else 0,
            priced=len({id(c.stage) for c in every if _is_priced(c.touchpoint)}) if counted else 0,
            tagged=len(journey_tags(journey)),
            open=sum(own.values()),
            closed=len(own) - sum(own.values()),
            by_persona=_once(journey.people),
            by_department=_once(_concerned(journey)),
            named=self.registry.intersection(journey.opportunities),
        )


def _concerned(journey: Journey) -> Iterable[str]:
    if is_counted(journey) and journey.owner:
        yield journey.owner
    if journey.status != "archived":
        yield from (name for column in columns(journey) for name in column.departments)


def _once(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple([(name, 1) for name in dict.fromkeys(names)])


_counts = ByName[str, int](sum)


_together = Rollup(
    ListLengths,
    maps=sum,
    counted=sum,
    moments=sum,
    priced=sum,
    tagged=sum,
    open=sum,
    closed=sum,
    by_persona=_counts,
    by_department=_counts,
    named=lambda values: frozenset[str]().union(*values),
)
"""Puts the rows of many maps together."""


def _is_priced(touchpoint: TouchpointFields) -> bool:
    return touchpoint.cost.amount is not None or touchpoint.benefit.amount is not None
