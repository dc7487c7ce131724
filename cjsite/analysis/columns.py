"""The columns of a map: one touchpoint each, in the customer's order."""

from cjsite.frozen import frozen
from cjsite.model.journey import Journey, Stage, Step
from cjsite.model.touchpoint import Touchpoint


@frozen
class Column:
    """A touchpoint with the step and stage it stands in; numbers count from 1 through the whole map."""

    number: int
    stage: Stage
    step: Step
    touchpoint: Touchpoint
    first_of_step: bool

    @property
    def id(self) -> str:
        """Return the address of this column within its journey."""
        return self.touchpoint.id or self.step.id

    @property
    def title(self) -> str:
        """Return the touchpoint's title, or its step's."""
        return self.touchpoint.title or self.step.title


def columns(journey: Journey) -> tuple[Column, ...]:
    """Return every touchpoint of the journey in reading order."""
    found: list[Column] = []
    for stage in journey.stages:
        for step in stage.steps:
            for index, touchpoint in enumerate(step.meetings):
                found.append(Column(len(found) + 1, stage, step, touchpoint, index == 0))
    return tuple(found)
