"""Which ids must be written: not those that the reader would make of the titles just so."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from cjsite.exchange.yaml_text import Way
from cjsite.model.journey import Journey, Stage
from cjsite.model.slugs import slug
from cjsite.model.step import StepFields
from cjsite.model.types import Identified
from cjsite.reading.journeys import settle
from cjsite.reading.source import Source

I = TypeVar("I", bound=Identified)  # noqa: E741
S = TypeVar("S", bound=StepFields)
_ROUNDS = 4
"""How often ids are left out again: one that is written can change what the reader makes of the others."""


def needed_ids(journey: Journey) -> Mapping[Way, str]:
    """Return the ids that must be written of a journey's stages, steps, touchpoints, opportunities, by the way."""
    wanted = {way: thing.id for way, thing in _points(journey) if "id" in thing.model_fields_set and thing.id}
    written: set[Way] = set()
    for _ in range(_ROUNDS):
        made = dict(_points(settle(_with_ids_of(journey, written), None, Source("", b""))))
        others = {way for way, name in wanted.items() if way not in made or made[way].id != name} - written
        if not others:
            break
        written |= others
    else:
        written = set(wanted)
    return {way: wanted[way] for way in written} | dict(_of_opportunities(journey))


def _points(journey: Journey) -> Iterator[tuple[Way, Identified]]:
    for s, stage in enumerate(journey.stages):
        yield from _point(("stages", s), stage)
        for i, step in enumerate(stage.steps):
            yield from _point(("stages", s, "steps", i), step)


def _point(way: Way, step: StepFields) -> Iterator[tuple[Way, Identified]]:
    yield way, step
    for index, touchpoint in enumerate(step.touchpoints):
        yield (*way, "touchpoints", index), touchpoint


def _of_opportunities(journey: Journey) -> Iterator[tuple[Way, str]]:
    steps = ((way, thing) for way, thing in _points(journey) if isinstance(thing, StepFields))
    for way, step in steps:
        for index, own in enumerate(step.opportunities):
            if "id" in own.model_fields_set and own.id != slug(own.title):
                yield (*way, "opportunities", index), own.id


def _with_ids_of(journey: Journey, ways: Collection[Way]) -> Journey:
    """Return a journey as if only the ids at these ways had been written."""
    stages = tuple(_stage(stage, ("stages", s), ways) for s, stage in enumerate(journey.stages))
    return journey.but(stages=stages)


def _stage(stage: Stage, way: Way, ways: Collection[Way]) -> Stage:
    steps = tuple(_step(step, (*way, "steps", i), ways) for i, step in enumerate(stage.steps))
    return _step(stage.but(steps=steps) if steps else stage, way, ways)


def _step(step: S, way: Way, ways: Collection[Way]) -> S:
    parts = ((*way, "touchpoints", index) for index in range(len(step.touchpoints)))
    touchpoints = tuple(_named(own, at in ways) for own, at in zip(step.touchpoints, parts, strict=True))
    changes: dict[str, Any] = {"touchpoints": touchpoints} if touchpoints else {}
    return _named(step.but(**changes) if changes else step, way in ways)


def _named(thing: I, is_written: bool) -> I:
    if is_written or "id" not in thing.model_fields_set:
        return thing
    copy = thing.but(id=slug(thing.title))
    copy.__pydantic_fields_set__.discard("id")
    return copy
