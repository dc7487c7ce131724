"""The columns of a map: one touchpoint each, in the customer's order."""

from collections.abc import Mapping

from cjsite.analysis.ownership import departments, is_ours
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey, Stage
from cjsite.model.registry import Channel
from cjsite.model.step import Step
from cjsite.model.touchpoint import Touchpoint


@frozen
class Column:
    """A touchpoint with the step and stage it stands in; numbers count from 1 through the whole map.

    id: its address within the journey; title: its own, or its step's. departments: every one that works at it, the
    one that the customer meets first.
    """

    number: int
    stage: Stage
    step: Step
    touchpoint: Touchpoint
    first_of_step: bool
    id: str
    title: str
    departments: tuple[str, ...]


def columns(journey: Journey) -> tuple[Column, ...]:
    """Return every touchpoint of the journey in reading order."""
    found: list[Column] = []
    for stage in journey.stages:
        for step in stage.steps:
            for index, touchpoint in enumerate(step.meetings):
                column = Column(
                    number=len(found) + 1,
                    stage=stage,
                    step=step,
                    touchpoint=touchpoint,
                    first_of_step=index == 0,
                    id=touchpoint.id or step.id,
                    title=touchpoint.title or step.title,
                    departments=departments(touchpoint),
                )
                found.append(column)
    return tuple(found)


def is_unowned(column: Column, channels: Mapping[str, Channel]) -> bool:
    """Tell whether a touchpoint is ours and yet no department stands behind it."""
    return not column.departments and is_ours(column.touchpoint, channels)
