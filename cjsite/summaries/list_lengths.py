"""How long lists over all maps are, told from the maps alone: their pages have addresses before any is made."""

from collections import Counter
from collections.abc import Mapping

from cjsite.analysis.columns import columns
from cjsite.analysis.counted import is_counted
from cjsite.analysis.opportunities import is_open
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.touchpoint import TouchpointFields
from cjsite.summaries.tags import journey_tags, other_tags


@frozen
class JourneyRows:
    """How many rows one map gives to lists. people, departments: in whose lists it stands, by their ids.

    own: the keys of opportunities that are written on it, by whether they are open; named: those of the registry.
    """

    counted: bool
    people: tuple[str, ...]
    departments: tuple[str, ...]
    moments: int
    priced: int
    tagged: int
    own: tuple[tuple[str, bool], ...]
    named: tuple[str, ...]


@frozen
class ListLengths:
    """How many rows the lists over all maps have; maps: all, counted: those that figures count.

    moments: of truth; priced: stages with money; tagged: what bears tags; open, closed: opportunities; by_persona,
    by_department: maps in the lists of each.
    """

    maps: int
    counted: int
    moments: int
    priced: int
    tagged: int
    open: int
    closed: int
    by_persona: Mapping[str, int]
    by_department: Mapping[str, int]


def list_lengths(content: Content) -> ListLengths:
    """Return how many rows lists have; no map is analysed for it."""
    every = [journey_rows(journey) for journey in content.journeys.values()]
    counted = [rows for rows in every if rows.counted]
    registry = content.opportunities
    others = other_tags(registry.values(), content.personas.values())
    named = {name for rows in every for name in rows.named}
    standing = [is_open(idea) for name, idea in registry.items() if idea.steps or name in named]
    # What a step writes with the words of a registered one is that one.
    standing += [own for rows in every for title, own in rows.own if title not in registry]
    return ListLengths(
        maps=len(every),
        counted=len(counted),
        moments=sum(rows.moments for rows in counted),
        priced=sum(rows.priced for rows in counted),
        tagged=sum(rows.tagged for rows in every) + len(others),
        open=sum(standing),
        closed=len(standing) - sum(standing),
        by_persona=Counter(who for rows in every for who in rows.people),
        by_department=Counter(name for rows in every for name in rows.departments),
    )


@memo(by="journey")
def journey_rows(journey: Journey) -> JourneyRows:
    """Return how many rows one map gives to lists."""
    every = columns(journey)
    ideas: dict[str, Opportunity] = {idea.id: idea for step in journey.steps() for idea in step.opportunities}
    listed = journey.status != "archived"
    at_work = dict.fromkeys(name for column in every for name in column.departments) if listed else {}
    owner = {journey.owner: None} if journey.owner and is_counted(journey) else {}
    return JourneyRows(
        counted=is_counted(journey),
        people=journey.people,
        departments=tuple({**owner, **at_work}),
        moments=sum(column.touchpoint.moment_of_truth is not None for column in every),
        priced=len({id(column.stage) for column in every if _is_priced(column.touchpoint)}),
        tagged=len(journey_tags(journey)),
        own=tuple((idea.title, is_open(idea)) for idea in ideas.values()),
        named=tuple(journey.opportunities),
    )


def _is_priced(touchpoint: TouchpointFields) -> bool:
    return touchpoint.cost.amount is not None or touchpoint.benefit.amount is not None
