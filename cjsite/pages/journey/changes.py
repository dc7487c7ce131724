"""What changes between now and the future, in figures."""

from collections.abc import Iterator

from cjsite.analysis.effort import effort
from cjsite.analysis.feeling import figures
from cjsite.frozen import frozen
from cjsite.pages.journey.scene import Scene


@frozen
class Change:
    """One figure in both states; '' where it is not known."""

    name: str
    now: str
    future: str


def changes(found: Scene, other: Scene | None) -> tuple[Change, ...]:
    """Return what differs between the two states of a pair; nothing where there is one state only."""
    if other is None:
        return ()
    is_now = found.cast.journey.state == "as-is"
    return tuple(_rows(found, other) if is_now else _rows(other, found))


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
