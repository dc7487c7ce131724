"""A journey's steps with their places in its file: a stage without steps is a step itself, where it says so."""

from collections.abc import Iterator

from cjsite.model.journey import Journey
from cjsite.model.step import StepFields
from cjsite.model.touchpoint import TouchpointFields
from cjsite.reading.tree import Loc


def placed_steps(journey: Journey) -> Iterator[tuple[Loc, StepFields]]:
    """Yield every step with its place, as it is written: of a stage that is its only step, the stage."""
    for s, stage in enumerate(journey.stages):
        if stage.is_step:
            yield ("stages", s), stage
        for i, step in enumerate(stage.steps):
            yield ("stages", s, "steps", i), step


def placed_touchpoints(loc: Loc, step: StepFields) -> Iterator[tuple[Loc, TouchpointFields]]:
    """Yield a step, which may carry the fields of its touchpoint itself, and its touchpoints with their places."""
    yield loc, step
    for index, touchpoint in enumerate(step.touchpoints):
        yield (*loc, "touchpoints", index), touchpoint
