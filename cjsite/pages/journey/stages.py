"""The stages of a map with their steps and touchpoints, as the template walks through them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.drawing.geometry import MAX_COLUMNS, n_class
from cjsite.frozen import frozen
from cjsite.model.journey import Stage as WrittenStage
from cjsite.pages.journey.blueprint import Blueprint
from cjsite.pages.journey.cells import Cells
from cjsite.pages.journey.future import Fate, Future
from cjsite.pages.journey.lanes import Rows
from cjsite.pages.journey.lines import Lines, Rail
from cjsite.pages.journey.marks import Marks
from cjsite.pages.journey.scene import Scene
from cjsite.pages.journey.steps import StepCells, step_cells
from cjsite.prose import block, inline, plain


@frozen
class Touchpoint:
    """One column of the map."""

    cells: Cells
    marks: tuple[Marks, ...]
    rails: tuple[Rail, ...]
    fate: Fate | None
    blueprint: Blueprint


@frozen
class Step:
    """A step; id: its anchor where none of its columns has the same. before, after: joins of the phone's rail."""

    id: str
    classes: str
    cells: StepCells
    touchpoints: tuple[Touchpoint, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@frozen
class Stage:
    """A stage; number counts from 1; before: joins of the phone's rail."""

    id: str
    number: int
    classes: str
    title: str
    phase: str
    time: str
    ends: str
    goal: Markup
    story: Markup
    before: tuple[str, ...]
    steps: tuple[Step, ...]


@frozen
class Phase:
    """A run of stages in one phase; title is '' where none is named."""

    title: str
    classes: str


@frozen
class Drawn:
    """All that stands in the columns, each by column, counted from 0."""

    cells: tuple[Cells, ...]
    blueprints: tuple[Blueprint, ...]
    lines: Lines
    future: Future | None

    def touchpoint(self, column: Column) -> Touchpoint:
        """Return one column with everything in it."""
        index = column.number - 1
        fate = self.future.fates[index] if self.future else None
        return Touchpoint(
            cells=self.cells[index],
            marks=self.lines.marks[index],
            rails=self.rails(column),
            fate=fate,
            blueprint=self.blueprints[index],
        )

    def rails(self, column: Column) -> tuple[Rail, ...]:
        """Return the lines along one column on the phone."""
        fate = self.future.fates[column.number - 1] if self.future else None
        return (*self.lines.rails[column.number - 1], *([fate.rail] if fate and fate.rail else []))


def stages(found: Scene, rows: Rows, drawn: Drawn) -> tuple[Stage, ...]:
    """Return every stage that has steps."""
    numbers = {id(stage): index + 1 for index, stage in enumerate(found.cast.journey.stages)}
    return tuple(
        _stage(found, rows, drawn, numbers[key], list(group))
        for key, group in groupby(found.columns, key=lambda column: id(column.stage))
    )


def empty_stages(found: Scene) -> tuple[Stage, ...]:
    """Return the stages that have no steps yet."""
    written = enumerate(found.cast.journey.stages)
    return tuple(_head(found, stage, index + 1, "stage", (), ()) for index, stage in written if not stage.steps)


def phases(found: Scene) -> tuple[Phase, ...]:
    """Return the phases over the columns; none if no stage names one."""
    runs = [(phase, len(list(run))) for phase, run in groupby(found.columns, key=lambda column: column.stage.phase)]
    if all(phase is None for phase, _ in runs):
        return ()
    return tuple(
        Phase(found.wording(f"phase.{phase}") if phase else "", f"{'' if phase else 'none '}{width(count)}")
        for phase, count in runs
    )


def width(count: int) -> str:
    """Return the class for so many columns; beyond what a map can draw there is none."""
    return n_class(count) if 1 <= count <= MAX_COLUMNS else ""


def _stage(found: Scene, rows: Rows, drawn: Drawn, number: int, columns: Sequence[Column]) -> Stage:
    steps = [list(group) for _, group in groupby(columns, key=lambda column: id(column.step))]
    return _head(
        found,
        columns[0].stage,
        number,
        f"stage {width(len(columns))}",
        _joins(drawn.rails(columns[0]), at_start=True),
        tuple(_step(found, rows, drawn, group, index == 0) for index, group in enumerate(steps)),
    )


def _head(
    found: Scene, stage: WrittenStage, number: int, classes: str, before: tuple[str, ...], steps: tuple[Step, ...]
) -> Stage:
    t = found.wording
    return Stage(
        id=stage.id,
        number=number,
        classes=classes,
        title=plain(stage.title) or stage.id,
        phase=t(f"phase.{stage.phase}") if stage.phase else "",
        time=plain(stage.time),
        ends=t(f"ends.{stage.ends}") if stage.ends else "",
        goal=inline(stage.goal),
        story=block(stage.description),
        before=before,
        steps=steps,
    )


def _step(found: Scene, rows: Rows, drawn: Drawn, columns: Sequence[Column], is_first: bool) -> Step:
    step = columns[0].step
    flags = (("first", is_first), ("branch", bool(step.path)), ("key-step", step.key))
    return Step(
        id="" if any(column.id == step.id for column in found.columns) else f"at-{step.id}",
        classes=" ".join(("step", *(name for name, holds in flags if holds), width(len(columns)))),
        cells=step_cells(found, columns[0], rows),
        touchpoints=tuple(map(drawn.touchpoint, columns)),
        before=_joins(drawn.rails(columns[0]), at_start=True),
        after=_joins(drawn.rails(columns[-1]), at_start=False),
    )


def _joins(rails: Sequence[Rail], at_start: bool) -> tuple[str, ...]:
    return tuple(_ends(rails, at_start))


def _ends(rails: Sequence[Rail], at_start: bool) -> Iterator[str]:
    for rail in rails:
        join = rail.start if at_start else rail.end
        if join:
            yield join
