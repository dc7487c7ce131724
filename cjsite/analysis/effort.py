"""What a journey costs the customer: steps, contacts, time, waiting, changes of channel."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from cjsite.analysis.columns import Column
from cjsite.base.frozen import frozen
from cjsite.base.span import Span, sum_known
from cjsite.model.touchpoint import TouchpointFields


@frozen
class EffortStated:
    """How many of `total` columns state their time, their wait and their contacts."""

    minutes: int = 0
    waiting: int = 0
    contacts: int = 0
    total: int = 0


@frozen
class Effort:
    """What columns cost. minutes, waiting (in minutes) and contacts: sums over those that say so, None where none
    does. known: the columns that state a time, a wait or contacts. stated: how many state each.
    """

    steps: int
    minutes: Span | None
    waiting: Span | None
    contacts: int | None
    switches: int
    known: int
    stated: EffortStated = EffortStated()


def effort(points: Iterable[Column]) -> Effort:
    """Add up the effort along columns.

    Of one customer on one route: contacts, and minutes from the least to the most, as the map states them. What is
    not stated is not guessed: the sums are at least what the journey costs. A switch is a touchpoint in another
    channel than the touchpoint before it; columns without a channel are passed over.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Asks", "channel": "chat", "duration": "10m", "contacts": 1}, {"title": "Thinks"},
    ...          {"title": "Calls", "channel": "phone", "duration": "1h", "wait": "20m", "contacts": 1}]
    >>> help = Journey.model_validate({"title": "Help", "stages": [{"title": "Ask", "steps": steps}]})
    >>> effort(columns(help))  # doctest: +NORMALIZE_WHITESPACE
    Effort(steps=3, minutes=Span(low=70.0, high=70.0), waiting=Span(low=20.0, high=20.0), contacts=2, switches=1,
        known=2, stated=EffortStated(minutes=2, waiting=1, contacts=2, total=3))
    """
    every = list(points)
    meetings = [column.touchpoint for column in every]
    contacts = [m.contacts for m in meetings if m.contacts is not None]
    times = [m.duration.minutes for m in meetings if m.duration]
    waits = [m.wait.minutes for m in meetings if m.wait]
    return Effort(
        steps=len({id(column.step) for column in every}),
        minutes=sum_known(times),
        waiting=sum_known(waits),
        contacts=sum(contacts) if contacts else None,
        switches=len(switches(every)),
        known=sum(map(states_effort, meetings)),
        stated=EffortStated(_stated(every, "duration"), _stated(every, "wait"), len(contacts), len(every)),
    )


def states_effort(touchpoint: TouchpointFields) -> bool:
    """Tell whether a touchpoint says how long it takes, how long one waits for it, or how many contacts it is."""
    return bool(touchpoint.duration or touchpoint.wait or touchpoint.contacts is not None)


def _stated(points: Iterable[Column], field: str) -> int:
    """Return at how many columns a field is stated: what a step says once holds for all that it stands over."""
    return sum(len(column.over(field)) for column in points if getattr(column.touchpoint, field))


def switches(points: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns at which the customer comes from another channel."""
    return tuple(there for _, there in _changes(points))


def arrivals(points: Iterable[Column]) -> Mapping[int, str]:
    """Return the channel that the customer comes from, by the number of each column that is a switch."""
    return {there.number: here.touchpoint.channel for here, there in _changes(points)}


def _changes(points: Iterable[Column]) -> list[tuple[Column, Column]]:
    met = [column for column in points if column.touchpoint.channel]
    return [(a, b) for a, b in pairwise(met) if a.touchpoint.channel != b.touchpoint.channel]
