"""The routes through a journey: what each customer comes by from beginning to end."""

from collections.abc import Iterable
from math import fsum

from cjsite.analysis.columns import Column
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey, Path
from cjsite.model.step import Step
from cjsite.model.types import MAIN

_UNDECLARED = Path()


@frozen
class Route:
    """One way through a journey.

    name: `main`, or that of one of the journey's paths. title: the author's, '' where there is none. share: of all
    customers, in per cent, None where it is not known. personas: those of the journey that may take it. steps: what
    it walks, in the order of the file.
    """

    name: str
    title: str
    share: float | None
    personas: tuple[str, ...]
    steps: tuple[Step, ...]


def routes(journey: Journey) -> tuple[Route, ...]:
    """Return the main route and then one for each path, in the author's order.

    A route walks the steps without a path and its own, so every step is on at least one. A step may be on several;
    what several paths have in common is no route of its own. Each customer takes one route: the shares of all of
    them, where they are known, are 100 per cent. Every persona may take the main route.

    >>> steps = [{"title": "Asks"}, {"title": "Waits", "path": "main"}, {"title": "Is called", "path": "callback"}]
    >>> help = Journey.model_validate({"title": "Help", "stages": {"title": "Ask", "steps": steps},
    ...                                "paths": {"callback": {"title": "Called back", "share": "30%"}}})
    >>> [(route.name, route.share, [step.title for step in route.steps]) for route in routes(help)]
    [('main', 70.0, ['Asks', 'Waits']), ('callback', 30.0, ['Asks', 'Is called'])]
    """
    steps = tuple(journey.steps())
    names = dict.fromkeys((MAIN, *journey.paths))
    return tuple(
        Route(
            name=name,
            title=journey.paths.get(name, _UNDECLARED).title,
            share=share_of(journey, name),
            personas=_takers(journey, name),
            steps=tuple(step for step in steps if walks(name, step)),
        )
        for name in names
    )


def walks(route: str, step: Step) -> bool:
    """Tell whether a route, by its name, comes by a step."""
    return not step.path or route in step.path


def may_take(persona: str, route: Route) -> bool:
    """Tell whether a route is open to one of the journey's personas, by id; '' is everyone."""
    return not persona or persona in route.personas


def share_of(journey: Journey, route: str) -> float | None:
    """Return how many of all customers take a route, in per cent, None where it is not known.

    The main route has what the paths leave of 100, where each of them states its share: the author's figures.
    """
    stated = journey.paths.get(route, _UNDECLARED).share
    return _left(journey) if route == MAIN and stated is None else stated


def _left(journey: Journey) -> float | None:
    """Return how many customers take none of the paths, in per cent, None unless each path states its share."""
    shares = [path.share for name, path in journey.paths.items() if name != MAIN]
    stated = [share for share in shares if share is not None]
    # As many digits as anybody writes, so that 100 less 33.3 is 66.7 to the last one.
    return round(100 - fsum(stated), 6) if len(stated) == len(shares) else None


def _takers(journey: Journey, route: str) -> tuple[str, ...]:
    """Return the journey's personas that may take a route: all, or those that its path names."""
    path = journey.paths.get(route, _UNDECLARED)
    return tuple(persona for persona in journey.people if path.is_open_to(persona))


def on_route(points: Iterable[Column], route: str) -> tuple[Column, ...]:
    """Return those of a journey's columns that a route, by its name, comes by."""
    return tuple(column for column in points if walks(route, column.step))


def main_route(points: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns of the main route."""
    return on_route(points, MAIN)
