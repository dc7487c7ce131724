"""The stages of a map with their steps and touchpoints, as the template walks through them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import columns_class
from cjsite.model.journey import Stage as WrittenStage
from cjsite.model.types import MAIN
from cjsite.pages.journey.blueprint import BlueprintColumn
from cjsite.pages.journey.cells import TouchpointCells
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_lines import FeelingLines
from cjsite.pages.journey.feeling_marks import ColumnMarks
from cjsite.pages.journey.lanes import LaneRows
from cjsite.pages.journey.rails import RailPiece
from cjsite.pages.journey.span_cells import SpanCells
from cjsite.pages.journey.steps import StepCells, step_cells
from cjsite.pages.journey.to_be import ColumnFate, ToBe
from cjsite.summaries.journey_purpose import is_return
from cjsite.text.own_numbers import unnumbered
from cjsite.text.prose import block, inline, plain


@frozen
class TouchpointColumn:
    """One column of the map.

    spans: what its step says for touchpoints side by side, from here on. is_heard: whether its evidence stands in a
    cell of its own.
    """

    cells: TouchpointCells
    marks: tuple[ColumnMarks, ...]
    fate: ColumnFate | None
    blueprint: BlueprintColumn
    spans: tuple[SpanCells, ...]
    is_heard: bool


@frozen
class StepColumns:
    """A step; id: its anchor where none of its columns has the same. rails: the lines along it on the phone.

    joins: what leads to them through the head of its stage, where it is the first there.
    """

    id: str
    classes: str
    cells: StepCells
    touchpoints: tuple[TouchpointColumn, ...]
    rails: tuple[RailPiece, ...]
    joins: tuple[str, ...]


@frozen
class StageColumns:
    """A stage; number counts from 1. returns: as in `JourneyPurpose`.

    told: what its goal and its story are called.
    """

    id: str
    number: int
    classes: str
    title: str
    phase: str
    time: str
    ends: str
    returns: bool
    told: str
    goal: Markup
    story: Markup
    incentive: tuple[Markup, ...]
    steps: tuple[StepColumns, ...]


@frozen
class PhaseColumns:
    """A run of stages in one phase; title is '' where none is named."""

    title: str
    classes: str


@frozen
class DrawnColumns:
    """All that stands in the columns, each by column, counted from 0."""

    cells: tuple[TouchpointCells, ...]
    blueprints: tuple[BlueprintColumn, ...]
    lines: FeelingLines
    future: ToBe | None
    spans: tuple[tuple[SpanCells, ...], ...]
    is_heard: tuple[bool, ...]

    def touchpoint(self, column: Column) -> TouchpointColumn:
        """Return one column with everything in it."""
        index = column.number - 1
        fate = self.future.fates[index] if self.future else None
        return TouchpointColumn(
            cells=self.cells[index],
            marks=self.lines.marks[index],
            fate=fate,
            blueprint=self.blueprints[index],
            spans=self.spans[index],
            is_heard=self.is_heard[index],
        )

    def rails(self) -> Iterator[tuple[RailPiece, ...]]:
        """Yield the lines along each step on the phone."""
        for step, own in enumerate(self.lines.rails):
            yield own + self.future.rails[step] if self.future else own


def stages(context: MapContext, rows: LaneRows, drawn: DrawnColumns) -> tuple[StageColumns, ...]:
    """Return every stage that has steps."""
    numbers = {id(stage): index + 1 for index, stage in enumerate(context.inputs.journey.stages)}
    rails = drawn.rails()
    return tuple(
        _stage(context, rows, drawn, rails, numbers[key], list(group))
        for key, group in groupby(context.columns, key=lambda column: id(column.stage))
    )


def empty_stages(context: MapContext) -> tuple[StageColumns, ...]:
    """Return the stages that have no steps yet."""
    written = enumerate(context.inputs.journey.stages)
    return tuple(_head(context, stage, index + 1, "stage", ()) for index, stage in written if not stage.course)


def phases(context: MapContext) -> tuple[PhaseColumns, ...]:
    """Return the phases over the columns; none if no stage names one."""
    runs = [
        (phase, len(list(run))) for phase, run in groupby(context.columns, key=lambda column: column.stage.phase)
    ]
    if all(phase is None for phase, _ in runs):
        return ()
    return tuple(
        PhaseColumns(
            context.wording(f"phase.{phase}") if phase else "", f"{'' if phase else 'none '}{columns_class(count)}"
        )
        for phase, count in runs
    )


def _stage(
    context: MapContext,
    rows: LaneRows,
    drawn: DrawnColumns,
    rails: Iterator[tuple[RailPiece, ...]],
    number: int,
    columns: Sequence[Column],
) -> StageColumns:
    steps = [list(group) for _, group in groupby(columns, key=lambda column: id(column.step))]
    return _head(
        context,
        columns[0].stage,
        number,
        f"stage {columns_class(len(columns))}",
        tuple(_step(context, rows, drawn, group, next(rails), index == 0) for index, group in enumerate(steps)),
    )


def stage_title(stage: WrittenStage, number: int) -> str:
    """Return the title of a stage beside its number, counted from 1."""
    return unnumbered(plain(stage.title), {str(number)}) or stage.id


def _head(
    context: MapContext,
    stage: WrittenStage,
    number: int,
    classes: str,
    steps: tuple[StepColumns, ...],
) -> StageColumns:
    t = context.wording
    return StageColumns(
        id=stage.id,
        number=number,
        classes=classes,
        # Stages without steps are listed without numbers.
        title=stage_title(stage, number) if steps else plain(stage.title) or stage.id,
        phase=t(f"phase.{stage.phase}") if stage.phase else "",
        time=plain(stage.time),
        ends=t(f"ends.{stage.ends}") if stage.ends else "",
        returns=is_return(stage.ends or ""),
        told=context.story((stage,)),
        goal=inline(stage.goal),
        story=block(stage.description),
        incentive=tuple(map(inline, stage.incentive)),
        steps=steps,
    )


def _step(
    context: MapContext,
    rows: LaneRows,
    drawn: DrawnColumns,
    columns: Sequence[Column],
    rails: tuple[RailPiece, ...],
    is_first: bool,
) -> StepColumns:
    step = columns[0].step
    flags = (("first", is_first), ("branch", not walks(MAIN, step)), ("key-step", step.key))
    return StepColumns(
        id="" if any(column.id == step.id for column in context.columns) else f"at-{step.id}",
        classes=" ".join(("step", *(name for name, holds in flags if holds), columns_class(len(columns)))),
        cells=step_cells(context, columns[0], rows),
        touchpoints=tuple(map(drawn.touchpoint, columns)),
        rails=rails,
        joins=tuple(rail.join for rail in rails if rail.join) if is_first else (),
    )
