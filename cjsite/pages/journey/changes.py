"""What changes between now and the future, in figures."""

from collections.abc import Callable, Iterator

from cjsite.analysis.routes import main_route
from cjsite.analysis.savings import PairedSum, savings
from cjsite.base.frozen import frozen
from cjsite.base.span import Span
from cjsite.pages.journey.context import MapContext


@frozen
class FigureChange:
    """One figure in both states; '' where it is not known. note: at how many touchpoints it is stated."""

    name: str
    now: str
    future: str
    note: str = ""


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
    spared, t = savings(main_route(now.columns), main_route(future.columns)), now.wording
    yield from _paired("map.change.contacts", spared.contacts, lambda value: t.number(value.low), now)
    yield from _paired("map.change.time", spared.minutes, t.duration, now)
    yield from _paired("map.change.waiting", spared.waiting, t.duration, now)


def _paired(
    name: str, both: PairedSum, written: Callable[[Span], str], context: MapContext
) -> Iterator[FigureChange]:
    """Yield what touchpoints cost in both states, as far as both state it: else what is left out would be saved."""
    if both.before is not None and both.after is not None:
        note = context.wording("insight.stated", stated=context.wording.number(both.stated), n=both.pairs)
        yield FigureChange(context.wording(name), written(both.before), written(both.after), note)


def _figures(context: MapContext) -> Iterator[tuple[str, str]]:
    t, along = context.wording, context.worst.along
    rates = [m.moment.bail_rate for m in context.analysis.moments if m.moment.bail_rate is not None]
    yield "map.change.touchpoints", t.number(len(context.columns))
    yield "map.change.mean", "" if along.mean is None else context.written(along.mean)
    yield "map.change.lowest", context.written(along.lowest.value or 0.0) if along.lowest else ""
    yield "map.change.worst-rate", t.percent(max(rates)) if rates else ""
