"""The figures of each reading of a journey, side by side: who feels what on which route, and what it costs."""

from collections.abc import Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.effort import EffortStated, effort
from cjsite.analysis.peak_end import peak_end
from cjsite.analysis.readings import Reading, over_customers
from cjsite.analysis.routes import on_route, routes
from cjsite.base.frozen import frozen
from cjsite.base.span import Span
from cjsite.model.journey import Journey
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.text.prose import plain


@frozen
class RouteEffort:
    """What one of several routes costs the customer; route, share: as in `ReadingFigures`.

    over_all: whether it is the mean over customers; then stated is of the touchpoints of all routes.
    """

    route: str
    share: float | None
    minutes: Span | None
    waiting: Span | None
    contacts: int | float | None
    steps: int | None
    switches: int | None
    over_all: bool = False
    stated: EffortStated = EffortStated()


@frozen
class ReadingFigures:
    """The figures of one reading, None where not known. people: whose, none where it is everyone on the map.

    route: its title, '' for a main route without, None where there is no other; share: of all customers, in per
    cent. over_all: whether it is the mean over the customers of all these routes, each weighed by its share; it has
    no extremes, for these are no means.
    """

    people: tuple[str, ...]
    route: str | None
    share: float | None
    lowest: float | None
    highest: float | None
    ending: float | None
    mean: float | None
    peak_end: float | None
    minutes: Span | None
    waiting: Span | None
    contacts: int | float | None
    over_all: bool = False
    stated: EffortStated = EffortStated()


def reading_figures(analyses: tuple[JourneyAnalysis, ...]) -> tuple[ReadingFigures, ...]:
    """Return the figures of every reading, those of personas who feel alike once; none where there is only one.

    Below a persona's routes stands the mean over customers, where all their shares are known.
    """
    alike: dict[tuple[tuple[str, int], ...], list[JourneyAnalysis]] = {}
    for analysis in analyses:
        alike.setdefault(tuple((r.route.name, id(r.feelings)) for r in analysis.readings), []).append(analysis)
    is_told = any(not reading.is_main for analysis in analyses for reading in analysis.readings)
    rows: list[ReadingFigures] = []
    for group in alike.values():
        first = group[0]
        people = first.names(analysis.persona for analysis in group) if len(alike) > 1 else ()
        own = [_figures(reading, people, is_told) for reading in first.readings]
        rows += own
        rows += _over_customers(own) if len(own) > 1 else []
    return tuple(rows) if len(rows) > 1 else ()


def _figures(reading: Reading, people: tuple[str, ...], is_told: bool) -> ReadingFigures:
    along, spent = reading.along, reading.effort
    title = plain(reading.route.title) or ("" if reading.is_main else reading.route.name)
    return ReadingFigures(
        people=people,
        route=title if is_told else None,
        share=reading.route.share,
        lowest=along.lowest.value if along.lowest else None,
        highest=along.highest.value if along.highest else None,
        ending=along.ending.value if along.ending else None,
        mean=along.mean,
        peak_end=peak_end(reading.feelings),
        minutes=spent.minutes,
        waiting=spent.waiting,
        contacts=spent.contacts,
        stated=spent.stated,
    )


def route_efforts(journey: Journey, points: tuple[Column, ...]) -> tuple[RouteEffort, ...]:
    """Return what each route but the main one costs, and the mean over customers; none where there is one route."""
    ways = [(way, effort(on_route(points, way.name))) for way in routes(journey)] if journey.paths else []
    if len(ways) < 2:
        return ()
    efforts = [
        RouteEffort(
            route=plain(way.title) or way.name,
            share=way.share,
            minutes=cost.minutes,
            waiting=cost.waiting,
            contacts=cost.contacts,
            steps=cost.steps,
            switches=cost.switches,
            stated=cost.stated,
        )
        for way, cost in ways
    ]
    shared = [(way.share, cost) for way, cost in ways]
    if any(share is None for share, _ in shared):
        return tuple(efforts[1:])
    mean = RouteEffort(
        route="",
        share=None,
        minutes=_span([(share, cost.minutes) for share, cost in shared]),
        waiting=_span([(share, cost.waiting) for share, cost in shared]),
        contacts=over_customers((share, cost.contacts) for share, cost in shared),
        steps=None,
        switches=None,
        over_all=True,
        stated=effort(points).stated,
    )
    return (*efforts[1:], mean)


def _over_customers(own: Sequence[ReadingFigures]) -> list[ReadingFigures]:
    shares = [row.share for row in own]
    costs = [(row.share, row) for row in own]
    if None in shares:
        return []
    return [
        ReadingFigures(
            people=own[0].people,
            route=None,
            share=None,
            lowest=None,
            highest=None,
            ending=None,
            mean=over_customers((row.share, row.mean) for row in own),
            peak_end=None,
            minutes=_span([(share, row.minutes) for share, row in costs]),
            waiting=_span([(share, row.waiting) for share, row in costs]),
            contacts=over_customers((share, row.contacts) for share, row in costs),
            over_all=True,
            stated=_least_stated([row.stated for row in own]),
        )
    ]


def _least_stated(every: Sequence[EffortStated]) -> EffortStated:
    """Return what is stated on the route where most is missing: a mean of several is no better known."""
    return min(every, key=lambda effort: (effort.minutes + effort.waiting + effort.contacts) - 3 * effort.total)


def _span(shared: Sequence[tuple[float | None, Span | None]]) -> Span | None:
    low = over_customers((share, None if time is None else time.low) for share, time in shared)
    high = over_customers((share, None if time is None else time.high) for share, time in shared)
    return None if low is None or high is None else Span(low, high)
