"""What changes between now and the future, in figures."""

from collections.abc import Iterator

from cjsite.analysis.effort import effort
from cjsite.base.frozen import frozen
from cjsite.pages.journey.context import MapContext


@frozen
class FigureChange:
    """One figure in both states; '' where it is not known."""

    name: str
    now: str
    future: str


def figure_changes(context: MapContext, other: MapContext | None) -> tuple[FigureChange, ...]:
    """Return what differs between the two states of a pair; nothing where there is one state only."""
    if other is None:
        return ()
    is_now = context.inputs.journey.state == "as-is"
    return tuple(_rows(context, other) if is_now else _rows(other, context))


def _rows(now: MapContext, future: MapContext) -> Iterator[FigureChange]:
    for (name, before), (_, after) in zip(_figures(now), _figures(future), strict=True):
        if before or after:
            yield FigureChange(now.wording(name), before, after)


def _figures(context: MapContext) -> Iterator[tuple[str, str]]:
    t, along = context.wording, context.worst.along
    spent = effort(context.worst.main.columns)
    rates = [m.moment.bail_rate for m in context.analysis.moments if m.moment.bail_rate is not None]
    yield "map.change.touchpoints", t.number(len(context.columns))
    yield "map.change.mean", "" if along.mean is None else context.written(along.mean)
    yield "map.change.lowest", context.written(along.lowest.value or 0.0) if along.lowest else ""
    yield "map.change.contacts", "" if spent.contacts is None else t.number(spent.contacts)
    yield "map.change.time", "" if spent.minutes is None else t.duration(spent.minutes)
    yield "map.change.waiting", "" if spent.waiting is None else t.duration(spent.waiting)
    yield "map.change.worst-rate", t.percent(max(rates)) if rates else ""
