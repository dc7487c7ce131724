"""The columns of a map: one touchpoint each, in the customer's order, and what its step says for all of them."""

from collections.abc import Collection, Mapping

from cjsite.analysis.ownership import departments, is_ours
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey, Stage
from cjsite.model.registry import Channel
from cjsite.model.step import Step
from cjsite.model.touchpoint import Touchpoint
from cjsite.text.own_numbers import is_numbered, unnumbered

_HOLDS = {"frontstage", "backstage", "evidence", "confidence"}
"""What a step says for its touchpoints that is true of each; all else is counted at the first of them only."""


@frozen
class Column:
    """A touchpoint with the step and stage it stands in; numbers count from 1 through the whole map.

    touchpoint: what counts here: its own, and what its step says for all that have none of their own, of which
    amounts stand at the first of these only. written: its own alone. index: which of its step's it is, from 0;
    first_of_step: whether it is 0.
    id: its address within the journey; title: its own, or its step's. name: the title as it stands beside the
    number, without one of its author's that says the same. departments: every one that works at it, the one that
    the customer meets first.
    """

    number: int
    stage: Stage
    step: Step
    touchpoint: Touchpoint
    written: Touchpoint
    index: int
    id: str
    title: str
    name: str
    departments: tuple[str, ...]
    first_of_step: bool

    def of_step(self, field: str) -> bool:
        """Tell whether what holds here of a field is said by the step for several touchpoints."""
        return self.index in self.step.spans.get(field, ())

    def begins(self, field: str) -> bool:
        """Tell whether a field is its own, or its step's and this is the first touchpoint that it holds for."""
        return not self.of_step(field) or self.step.spans[field][0] == self.index

    def named(self, field: str) -> tuple[str, str]:
        """Return the id and the title of what says a field here: the touchpoint, or its step for several."""
        return (self.step.id, self.step.title) if self.of_step(field) else (self.id, self.title)

    def over(self, field: str) -> tuple[int, ...]:
        """Return the numbers of the columns over which stands what holds here of a field."""
        if not self.of_step(field):
            return (self.number,)
        return tuple(self.number - self.index + index for index in self.step.spans[field])


def columns(journey: Journey) -> tuple[Column, ...]:
    """Return every touchpoint of the journey in reading order."""
    placed: list[Column] = []
    order = 0
    for stage_number, stage in enumerate(journey.stages, 1):
        for step_number, step in enumerate(stage.course, 1):
            order += 1
            spans = step.spans
            for index, written in enumerate(step.meetings):
                title = written.title or step.title
                at = (stage_number, step_number, order, index + 1 if step.touchpoints else 0, len(placed) + 1)
                touchpoint = _counted(step, index, written) if spans else written
                column = Column(
                    number=len(placed) + 1,
                    stage=stage,
                    step=step,
                    touchpoint=touchpoint,
                    written=written,
                    index=index,
                    id=written.id or step.id,
                    title=title,
                    name=unnumbered(title, _positions(*at)) if is_numbered(title) else title,
                    departments=departments(touchpoint),
                    first_of_step=index == 0,
                )
                placed.append(column)
    return tuple(placed)


def _positions(stage: int, step: int, order: int, index: int, number: int) -> Collection[str]:
    """Return the numbers that an author may give a touchpoint, alone or within what is around it.

    step: of its step in the stage; order: of its step on the map; index: its own in the step, 0 if it is all of it.
    """
    alone = {number, step, order, index}
    within = {f"{stage}.{step}", f"{step}.{index}", f"{order}.{index}", f"{stage}.{step}.{index}"}
    return {*map(str, alone), *within}


def _counted(step: Step, index: int, written: Touchpoint) -> Touchpoint:
    """Return a touchpoint with what its step says for all of them, where it has none of its own."""
    given = {
        name: getattr(step, name)
        for name, at in step.spans.items()
        if index in at and (name in _HOLDS or at[0] == index)
    }
    return written.but(**given) if given else written


def is_unowned(column: Column, channels: Mapping[str, Channel]) -> bool:
    """Tell whether a touchpoint is ours and yet no department stands behind it."""
    return not column.departments and is_ours(column.touchpoint, channels)
