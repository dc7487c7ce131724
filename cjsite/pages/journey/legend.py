"""What the legend of a map explains: the signs that the map holds, and no others."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, get_args

from cjsite.analysis.pains import Level
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.pages.journey.feeling_lines import BranchStroke, FeelingLine
from cjsite.pages.journey.stages import StageColumns, TouchpointColumn
from cjsite.pages.journey.to_be import ToBe

T = TypeVar("T")
_GRADES: tuple[Risk, ...] = ("high", "some", "unknown", "low")
_QUALITIES = ("good", "late", "poor")
_RESPONSES = ("mitigate", "enhance", "accept")


@frozen
class Legend:
    """The signs on a map.

    faces, unknown: whether anything is known to be felt, and whether anything is not. firm, assumed: whether any of
    it was asked of customers, or was not. branch: whether a line forks. ranges: of answers. risks: of moments of
    truth; severities, qualities, responses: those there are, in order. uncontrolled: channels of others. switch:
    whether the channel changes. future, gone, added: whether there is another state, without touchpoints of this
    one, with touchpoints of its own.
    """

    faces: bool = False
    unknown: bool = False
    firm: bool = False
    assumed: bool = False
    branch: bool = False
    ranges: bool = False
    risks: tuple[Risk, ...] = ()
    uncontrolled: bool = False
    switch: bool = False
    severities: tuple[Level, ...] = ()
    qualities: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    future: bool = False
    gone: bool = False
    added: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to explain."""
        return self == _EMPTY


_EMPTY = Legend()


def legend(stages: Sequence[StageColumns], lines: Sequence[FeelingLine], future: ToBe | None) -> Legend:
    """Return the legend of what stands in the columns of a map and on its lines."""
    steps = [step for stage in stages for step in stage.steps]
    columns = [column for step in steps for column in step.touchpoints]
    marks = [mark for column in columns for mark in column.marks]
    faces = [face for mark in marks for face in mark.faces]
    felt = [face for face in faces if face.band != "unknown"]
    strokes: list[FeelingLine | BranchStroke] = [*lines]
    strokes += [branch for line in lines for branch in line.branches]
    return Legend(
        faces=bool(felt),
        unknown=len(felt) < len(faces),
        firm=any(stroke.firm for stroke in strokes) or any(face.firm for face in felt),
        assumed=any(stroke.weak for stroke in strokes) or any(not face.firm for face in felt),
        branch=any(line.branches for line in lines),
        ranges=any(mark.ranges for mark in marks),
        risks=_those(_GRADES, (risk for column in columns for risk in _risks(column))),
        uncontrolled=any("ours-not" in column.cells.classes.split() for column in columns),
        switch=any(column.cells.arrives for column in columns),
        severities=_those(get_args(Level)[::-1], (pain.level for step in steps for pain in step.cells.pains)),
        qualities=_those(_QUALITIES, (quality for column in columns for quality in _handoffs(column))),
        responses=_those(_RESPONSES, (card.response for step in steps for card in step.cells.opportunities)),
        future=future is not None,
        gone=future is not None and any(fate.kept is None for fate in future.fates),
        added=future is not None and bool(future.added),
    )


def _risks(column: TouchpointColumn) -> Iterator[Risk]:
    moments = (column.cells.moment, *(span.moment for span in column.spans))
    yield from (moment.risk for moment in moments if moment)


def _handoffs(column: TouchpointColumn) -> Iterator[str]:
    for blueprint in (column.blueprint, *(span.blueprint for span in column.spans)):
        yield from (note.quality for note in blueprint.notes)


def _those(order: Sequence[T], there: Iterable[object]) -> tuple[T, ...]:
    """Return what is there of a closed list, in its order."""
    held = {*there}
    return tuple(mark for mark in order if mark in held)
