"""What changes between now and the future, in figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjsite.analysis.effort import effort
from cjsite.analysis.feeling import figures
from cjsite.pages.journey.scene import Scene, other_state
from cjsite.pages.page import Link, journey_url
from cjsite.prose import plain


@dataclass(frozen=True, slots=True)
class Change:
    """One figure in both states; '' where it is not known."""

    name: str
    now: str
    future: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The other state of a pair, and both in figures."""

    other: Link
    other_is_future: bool
    rows: tuple[Change, ...]


def changes(found: Scene) -> Changes | None:
    """Return what differs between the two states of a pair, None where there is one state only."""
    other = other_state(found)
    if other is None:
        return None
    journey = other.cast.journey
    is_future = found.cast.journey.state == "as-is"
    now, future = (found, other) if is_future else (other, found)
    link = Link(plain(journey.title) or journey.id, journey_url(journey.id))
    return Changes(link, is_future, tuple(_rows(now, future)))


def _rows(now: Scene, future: Scene) -> Iterator[Change]:
    for (name, before), (_, after) in zip(_figures(now), _figures(future), strict=True):
        if before or after:
            yield Change(now.wording(name), before, after)


def _figures(found: Scene) -> Iterator[tuple[str, str]]:
    t, spent, along = found.wording, effort(found.columns), figures(found.survey.feelings)
    rates = [m.moment.bail_rate for m in found.survey.moments if m.moment.bail_rate is not None]
    yield "map.change.touchpoints", t.number(len(found.columns))
    yield "map.change.mean", "" if along.mean is None else found.written(along.mean)
    yield "map.change.lowest", found.written(along.lowest.value or 0.0) if along.lowest else ""
    yield "map.change.contacts", "" if spent.contacts is None else t.number(spent.contacts)
    yield "map.change.time", "" if spent.minutes is None else t.duration(spent.minutes)
    yield "map.change.waiting", "" if spent.waiting is None else t.duration(spent.waiting)
    yield "map.change.worst-rate", t.percent(max(rates)) if rates else ""
