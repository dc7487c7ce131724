"""How long lists over all maps are, told from the maps alone: their pages have addresses before any is made."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from cjsite.analysis.columns import columns
from cjsite.analysis.counted import is_counted
from cjsite.analysis.opportunities import is_open
from cjsite.base.frozen import frozen, replace
from cjsite.base.rollup import ByName, Rollup, grouped, put_together, rollup_of
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.touchpoint import TouchpointFields
from cjsite.summaries.journey_search import search_weights
from cjsite.summaries.tags import counted_others, counted_tags


@frozen
class ListLengths:
    """How many rows the lists over all maps have; maps: all, counted: those that figures count.

    moments: of truth; priced: stages with money; tagged: the keys of tags, each with how many maps bear it, and how
    much else does, in the order of the alphabet; open, closed: opportunities; by_persona, by_department: maps in
    the lists of each, by their ids; touchpoints: those in the list of each department.
    named: opportunities of the registry that steps name.
    """

    maps: int
    counted: int
    moments: int
    priced: int
    tagged: tuple[tuple[str, int, int], ...]
    open: int
    closed: int
    by_persona: tuple[tuple[str, int], ...]
    by_department: tuple[tuple[str, int], ...]
    touchpoints: tuple[tuple[str, int], ...]
    named: frozenset[str]

    def of_persona(self, name: str) -> int:
        """Return how many journeys a persona has."""
        return dict(self.by_persona).get(name, 0)

    def of_department(self, name: str) -> int:
        """Return in how many lists of journeys a department stands."""
        return dict(self.by_department).get(name, 0)

    def touchpoints_of(self, department: str) -> int:
        """Return how many touchpoints stand in a department's list of them."""
        return dict(self.touchpoints).get(department, 0)


@frozen
class JourneyRows:
    """What one map gives to lists, whatever else there is.

    tagged: its tags, as of `ListLengths`. own: the opportunities at its steps by id, each with its title and
    whether it is open; named: their titles, or the ids that stand for registered ones. touchpoints: by department.
    weights: of what a search comes upon: the map as a whole, and what is on it.
    """

    counted: bool
    moments: int
    priced: int
    tagged: tuple[tuple[str, int, int], ...]
    own: tuple[tuple[str, str, bool], ...]
    named: tuple[str, ...]
    people: tuple[str, ...]
    departments: tuple[str, ...]
    touchpoints: tuple[tuple[str, int], ...]
    weights: tuple[int, int]


def journey_rows(journey: Journey) -> JourneyRows:
    """Return what one map gives to lists."""
    every = columns(journey)
    return JourneyRows(
        counted=is_counted(journey),
        moments=sum(column.touchpoint.moment_of_truth is not None for column in every),
        priced=len({id(column.stage) for column in every if _is_priced(column.touchpoint)}),
        tagged=counted_tags(journey),
        own=tuple((idea.id, idea.title, is_open(idea)) for step in journey.steps() for idea in step.opportunities),
        named=journey.opportunities,
        people=journey.people,
        departments=tuple(dict.fromkeys(_concerned(journey))),
        touchpoints=tuple(Counter(_at_work(journey)).items()),
        weights=search_weights(journey),
    )


def list_lengths(content: Content, rows_of: Callable[[str], JourneyRows] | None = None) -> ListLengths:
    """Return how many rows lists have; no map is analysed for it.

    rows_of: returns what a journey gives by its id, where somebody knows it without reading the journey.
    """
    registry = content.opportunities
    count = _OfJourney(frozenset(registry))
    if rows_of:
        every = put_together(_together, (count.of_rows(rows_of(name)) for name in content.journeys))
    else:
        every = rollup_of(_together, count, content.journeys.values())
    standing = [is_open(idea) for name, idea in registry.items() if idea.steps or name in every.named]
    others = counted_others(registry.values(), content.personas.values())
    return replace(
        every,
        open=every.open + sum(standing),
        closed=every.closed + len(standing) - sum(standing),
        tagged=_tags([every.tagged, others]),
    )


@frozen
class _OfJourney:
    """Returns how many rows one map gives to lists; registry: the ids of its opportunities."""

    registry: frozenset[str]

    def __call__(self, journey: Journey) -> ListLengths:
        return self.of_rows(journey_rows(journey))

    def of_rows(self, rows: JourneyRows) -> ListLengths:
        """Return how many rows a map gives."""
        # What a step writes with the words of a registered one is that one.
        own = {name: is_still_open for name, title, is_still_open in rows.own if title not in self.registry}
        return ListLengths(
            maps=1,
            counted=int(rows.counted),
            moments=rows.moments if rows.counted else 0,
            priced=rows.priced if rows.counted else 0,
            tagged=rows.tagged,
            open=sum(own.values()),
            closed=len(own) - sum(own.values()),
            by_persona=_once(rows.people),
            by_department=_once(rows.departments),
            touchpoints=rows.touchpoints,
            named=self.registry.intersection(rows.named),
        )


def _concerned(journey: Journey) -> Iterable[str]:
    if is_counted(journey) and journey.owner:
        yield journey.owner
    if journey.status != "archived":
        yield from (name for column in columns(journey) for name in column.departments)


def _at_work(journey: Journey) -> Iterable[str]:
    """Return the departments at each touchpoint of a map that their lists of touchpoints show."""
    if is_counted(journey) or journey.state == "to-be":
        yield from (name for column in columns(journey) for name in column.departments)


def _once(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple([(name, 1) for name in dict.fromkeys(names)])


_counts = ByName[str, int](sum)


def _tags(lists: Sequence[tuple[tuple[str, int, int], ...]]) -> tuple[tuple[str, int, int], ...]:
    bearing = grouped((key, (maps, others)) for key, maps, others in chain.from_iterable(lists))
    return tuple((key, sum(m for m, _ in own), sum(o for _, o in own)) for key, own in sorted(bearing.items()))


_together = Rollup(
    ListLengths,
    maps=sum,
    counted=sum,
    moments=sum,
    priced=sum,
    tagged=_tags,
    open=sum,
    closed=sum,
    by_persona=_counts,
    by_department=_counts,
    touchpoints=_counts,
    named=lambda values: frozenset[str]().union(*values),
)
"""Puts the rows of many maps together."""


def _is_priced(touchpoint: TouchpointFields) -> bool:
    return touchpoint.cost.amount is not None or touchpoint.benefit.amount is not None
