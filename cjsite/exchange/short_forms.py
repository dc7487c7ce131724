"""A map in the shorter of two forms that mean the same: fewer levels to read, and to write on in."""

from typing import Any, TypeVar

from cjsite.model.journey import OF_STEP, Journey, Stage
from cjsite.model.step import Step, StepFields
from cjsite.model.touchpoint import Touchpoint, TouchpointFields

S = TypeVar("S", bound=StepFields)


def shortened(journey: Journey) -> Journey:
    """Return a map with one persona as such, whose steps carry the fields of their only touchpoint.

    A stage carries those of its only step, if that is called like it.
    """
    stages = tuple(map(_stage, journey.stages))
    if len(journey.personas) == 1 and not journey.persona:
        journey = journey.unset("personas").but(persona=journey.personas[0])
    return journey if stages == journey.stages else journey.but(stages=stages)


def _stage(stage: Stage) -> Stage:
    if not stage.steps:
        return _step(stage)
    steps = tuple(map(_step, stage.steps))
    if len(steps) == 1 and _is_like(stage, steps[0]):
        return stage.unset("steps").but(**_written(steps[0], "title"))
    return stage if steps == stage.steps else stage.but(steps=steps)


def _is_like(stage: Stage, step: Step) -> bool:
    """Tell whether a step says nothing that a stage could not say for it, and at least something."""
    written = step.model_fields_set - {"title"}
    return step.title in ("", stage.title) and bool(written) and written <= OF_STEP - stage.model_fields_set


def _step(step: S) -> S:
    if len(step.touchpoints) != 1:
        return step
    only = step.touchpoints[0]
    written = only.model_fields_set - {"title"}
    is_own = only.title in ("", step.title) and written <= TouchpointFields.model_fields.keys()
    if not is_own or written & step.model_fields_set:
        return step
    return step.unset("touchpoints").but(**_written(only, "title"))


def _written(thing: Step | Touchpoint, *without: str) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in thing.model_fields_set if name not in without}
