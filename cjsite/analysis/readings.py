"""Readings of a journey: what one persona comes by on one route and feels there. Every figure is made from them."""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, inf

from cjsite.analysis.columns import Column
from cjsite.analysis.effort import Effort, effort
from cjsite.analysis.feeling import Feeling, FeelingFigures, figures, line, means, unfelt
from cjsite.analysis.routes import Route, may_take, routes, walks
from cjsite.base.frozen import frozen, replace
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.registry import Evidence
from cjsite.model.types import MAIN

Line = tuple[Feeling, ...]


@frozen
class Reading:
    """A journey as one persona lives it on one of its routes.

    persona: an id, '' for everyone. columns, feelings: what the route comes by, in order; a feeling knows where it
    comes from (its column, its sample, whether it is that of a step as a whole) and where it stands on the map.
    along: lowest, highest, ending and mean. effort: what the route costs whoever takes it.
    """

    persona: str
    route: Route
    columns: tuple[Column, ...]
    feelings: Line
    along: FeelingFigures
    effort: Effort

    @property
    def is_main(self) -> bool:
        """Tell whether it follows the main route."""
        return self.route.name == MAIN


@frozen
class Observation:
    """How a touchpoint feels to some; people: the personas, by id, none where it is everyone on the map."""

    column: Column
    feeling: Feeling
    people: tuple[str, ...]


def readings(
    journey: Journey, points: tuple[Column, ...], scale: Scale, evidence: Mapping[str, Evidence]
) -> tuple[Reading, ...]:
    """Return a journey's readings: each persona, in the author's order, on each route that is open to them.

    points: the journey's columns. Personas who feel alike everywhere share the same feelings, as one object.
    """
    people = journey.people or ("",)
    ways = routes(journey)
    walked = {way.name: _on(way, points) for way in ways} if len(ways) > 1 else {MAIN: points}
    efforts = {name: effort(own) for name, own in walked.items()}
    every: list[Reading] = []
    shared: dict[tuple[int, str], tuple[Line, FeelingFigures]] = {}
    for persona, whole in zip(people, _lines(points, people, scale, evidence), strict=True):
        for way in ways:
            if may_take(persona, way):
                # By identity: whoever feels alike has the same line, and is followed along a route once.
                key = id(whole), way.name
                if key not in shared:
                    felt = whole if len(ways) == 1 else _along(way, whole)
                    shared[key] = felt, figures(felt)
                every.append(Reading(persona, way, walked[way.name], *shared[key], efforts[way.name]))
    return tuple(every)


def _lines(
    points: tuple[Column, ...], people: tuple[str, ...], scale: Scale, evidence: Mapping[str, Evidence]
) -> list[Line]:
    """Return each persona's line through all columns; the same object for those who feel alike."""
    first = line(points, people[0], scale, evidence)
    if len(people) == 1 or not any(column.written.emotions or column.step.emotions for column in points):
        return [first] * len(people)
    apart: list[tuple[list[tuple[float, object]], Line]] = [(_felt(first), first)]
    lines = [first]
    for persona in people[1:]:
        own = line(points, persona, scale, evidence)
        felt = _felt(own)
        alike = next((other for other_felt, other in apart if other_felt == felt), own)
        if alike is own:
            apart.append((felt, own))
        lines.append(alike)
    return lines


def _felt(feelings: Line) -> list[tuple[float, object]]:
    return [(feeling.x, feeling.sample) for feeling in feelings]


def _on(route: Route, points: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(column for column in points if walks(route.name, column.step))


def _along(route: Route, feelings: Line) -> Line:
    return tuple(feeling for feeling in feelings if walks(route.name, feeling.column.step))


def of_persona(every: Iterable[Reading]) -> Mapping[str, tuple[Reading, ...]]:
    """Return the readings of each persona, in order."""
    by_persona: dict[str, list[Reading]] = {}
    for reading in every:
        by_persona.setdefault(reading.persona, []).append(reading)
    return {persona: tuple(own) for persona, own in by_persona.items()}


def whole_line(own: Sequence[Reading]) -> Line:
    """Return all that one persona may feel, whatever the route, in the order of the map."""
    if len(own) == 1:
        return own[0].feelings
    every = {id(feeling): feeling for reading in own for feeling in reading.feelings}
    return tuple(sorted(every.values(), key=lambda feeling: feeling.x))


def main_of(own: Sequence[Reading]) -> Reading:
    """Return one persona's reading of the main route, which is open to all."""
    return next(reading for reading in own if reading.is_main)


def fares(own: Sequence[Reading]) -> tuple[float, float]:
    """Return how one persona fares, the worst first: the lowest known feeling on any route, then the main mean."""
    lows = [low.value for reading in own if (low := reading.along.lowest) and low.value is not None]
    mean = main_of(own).along.mean
    return min(lows, default=inf), inf if mean is None else mean


def worst_off(every: Iterable[Reading]) -> tuple[str, ...]:
    """Return the personas whom a page's headline is about: those who fare worst; several where they tie."""
    faring = {persona: fares(own) for persona, own in of_persona(every).items()}
    worst = min(faring.values())
    return tuple(persona for persona, fare in faring.items() if fare == worst)


def over_customers(shared: Iterable[tuple[float | None, float | None]]) -> float | None:
    """Return the mean of a figure over customers, each route weighed by its share.

    shared: the share of each route and the figure there. None where any is not known.

    >>> over_customers([(70.0, 10.0), (30.0, 20.0)]), over_customers([(None, 10.0), (30.0, 20.0)])
    (13.0, None)
    """
    pairs = list(shared)
    complete = [(share, value) for share, value in pairs if share is not None and value is not None]
    total = fsum(share for share, _ in complete)
    if len(complete) < len(pairs) or not total:
        return None
    return fsum(share * value for share, value in complete) / total


def apart(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return each of several lines once: those of personas who feel alike are one."""
    return tuple({tuple(map(id, feelings)): feelings for feelings in lines}.values())


def observations(points: Sequence[Column], every: Iterable[Reading]) -> tuple[tuple[Observation, ...], ...]:
    """Return for each column the main feelings that stand for it, each once with the personas who feel so."""
    everyone: dict[str, None] = {}
    at: list[dict[tuple[float, int], tuple[Feeling, dict[str, None]]]] = [{} for _ in points]
    for reading in every:
        everyone[reading.persona] = None
        for feeling in reading.feelings:
            if feeling.main:
                for column in feeling.over:
                    felt = at[column.number - 1].setdefault(_key(feeling), (feeling, {}))
                    felt[1][reading.persona] = None
    return tuple(
        tuple(
            Observation(column, feeling, () if len(people) == len(everyone) else tuple(people))
            for feeling, people in felt_by.values()
        )
        or (Observation(column, unfelt(column), ()),)
        for column, felt_by in zip(points, at, strict=True)
    )


def people_of(feeling: Feeling, every: Sequence[Reading]) -> tuple[str, ...]:
    """Return the personas, by id, on whose readings a feeling stands; none where it is everyone on the map."""
    everyone = {reading.persona for reading in every}
    if len(everyone) == 1:
        return ()
    own = {reading.persona: None for reading in every if _key(feeling) in map(_key, reading.feelings)}
    return () if len(own) == len(everyone) else tuple(own)


def _key(feeling: Feeling) -> tuple[float, int]:
    """Return what tells feelings at one column apart: what is written is the same object for all who feel so."""
    return feeling.x, id(feeling.sample)


def worst(felt: Sequence[Observation]) -> Observation:
    """Return the worst known of the feelings at a touchpoint, of all who feel as badly; else one not known."""
    if len(felt) == 1:
        return felt[0]
    first = min(felt, key=_place)
    alike = [observation for observation in felt if observation.feeling.score == first.feeling.score]
    return replace(first, people=tuple(persona for observation in alike for persona in observation.people))


def _place(observed: Observation) -> tuple[bool, float, bool, str]:
    # What decides between equals must not be the order of the personas: no figure hangs on it.
    feeling, sample = observed.feeling, observed.feeling.sample
    said = (sample.confidence or "", *sample.said) if sample else ()
    return feeling.score is None, feeling.score or 0.0, feeling.firm, " ".join(said)


def touchpoint_means(every: Iterable[Reading]) -> Mapping[int, float]:
    """Return the mean feeling of each column, on the author's scale, over the personas of whom it is known there.

    A persona's is the mean of their samples. That of a step as a whole enters no touchpoint's.
    """
    own = {(reading.persona, feeling.x): feeling for reading in every for feeling in reading.feelings}
    felt: dict[str, list[Feeling]] = {}
    for (persona, _), feeling in own.items():
        if not feeling.whole_step:
            felt.setdefault(persona, []).append(feeling)
    at: dict[int, list[float]] = {}
    for feelings in felt.values():
        for number, mean in means(feelings).items():
            at.setdefault(number, []).append(mean)
    return {number: fsum(values) / len(values) for number, values in at.items()}
