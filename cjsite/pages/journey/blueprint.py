"""What departments do at each touchpoint, before and behind the line of visibility, and how they hand over."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.handoffs import PlacedHandoff
from cjsite.analysis.ownership import backstage, frontstage
from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import n_class, row_class, to_class
from cjsite.model.touchpoint import Touchpoint
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.lanes import LaneRows, nobody, rows_of_kind
from cjsite.pages.journey.spans import CellSpan, StepSpans, in_cells
from cjsite.text.prose import inline, plain


@frozen
class BlueprintCell:
    """What one department does at one touchpoint."""

    classes: str
    lane: str
    texts: tuple[Markup, ...]


@frozen
class HandoffNote:
    """A handoff in words; quality is 'good', 'late', 'poor' or ''."""

    quality: str
    judged: str
    to: str
    carries: Markup
    wait: str


@frozen
class BlueprintColumn:
    """One column's part below the line of interaction; `lines` are the classes of what is drawn of its handoffs."""

    cells: tuple[BlueprintCell, ...]
    systems: tuple[str, ...]
    lines: tuple[str, ...]
    notes: tuple[HandoffNote, ...]


def blueprint(context: MapContext, rows: LaneRows, spans: Sequence[StepSpans]) -> tuple[BlueprintColumn, ...]:
    """Return the blueprint of every column; spans: what each column's step says for several touchpoints."""
    unowned = nobody(context)
    handed: dict[int, list[PlacedHandoff]] = {}
    for placed in context.analysis.handoffs:
        handed.setdefault(placed.column.number, []).append(placed)
    every = (in_cells(column, said) for column, said in zip(context.columns, spans, strict=True))
    return tuple(
        BlueprintColumn(
            cells=tuple(_cells(context, rows, column, column.number in unowned)),
            systems=_systems(column.touchpoint, said.systems.get(column.index, ())),
            lines=tuple(line for p in handed.get(column.number, ()) for line in _lines(context, rows, p)),
            notes=tuple(_note(context, p) for p in handed.get(column.number, ())),
        )
        for column, said in zip(every, spans, strict=True)
    )


def blueprint_over(context: MapContext, rows: LaneRows, span: CellSpan) -> BlueprintColumn:
    """Return the blueprint of what a step says for touchpoints side by side."""
    at = span.column.touchpoint
    sides = sorted(slot for slot in span.slots if slot[0] in ("front", "back"))
    cells = (cell for side, name in sides for cell in _cell(context, rows, at, side, name))
    return BlueprintColumn(tuple(cells), _systems(at) if ("systems", "") in span.slots else (), (), ())


def doings(touchpoint: Touchpoint, side: str, department: str) -> tuple[str, ...]:
    """Return what stands in a department's cell on one side of the line of visibility, in the author's words.

    A department that is met has one cell, for what it does out of sight, too; '' stands for work without a name.
    """
    met = {"", department} if department == touchpoint.department else {department}
    front = [work for work in touchpoint.frontstage if side == "front" and work.department in met]
    back = [
        work for work in touchpoint.backstage if (department or side == "back") and work.department == department
    ]
    return tuple(work.does or work.system for work in (*front, *back))


def _cells(context: MapContext, rows: LaneRows, column: Column, unowned: bool) -> Iterator[BlueprintCell]:
    touchpoint = column.touchpoint
    if unowned:
        yield from _gap(context, rows)
    bare = not touchpoint.department and any(not work.department for work in touchpoint.frontstage)
    for name in (*frontstage(touchpoint), *([""] if bare else [])):
        yield from _cell(context, rows, touchpoint, "front", name)
    nameless = any(not work.department for work in touchpoint.backstage)
    for name in (*backstage(touchpoint), *([""] if nameless else [])):
        yield from _cell(context, rows, touchpoint, "back", name)


def _cell(
    context: MapContext, rows: LaneRows, touchpoint: Touchpoint, side: str, name: str
) -> Iterator[BlueprintCell]:
    row = rows.row(side, name)
    if row is None:
        return
    texts = doings(touchpoint, side, name) or (_meets(context, touchpoint),)
    record = context.inputs.departments.get(name)
    partner = " partner" if record and record.partner else ""
    lane = context.department(name).title or context.wording("map.lane.backstage.nobody")
    stage = "frontstage" if side == "front" else "backstage"
    yield BlueprintCell(f"department {stage}{partner} {row_class(row)}", lane, tuple(map(inline, texts)))


def _meets(context: MapContext, touchpoint: Touchpoint) -> str:
    channel = context.inputs.channels.get(touchpoint.channel)
    return channel.title or channel.id if channel else context.wording("map.department.meets")


def _gap(context: MapContext, rows: LaneRows) -> Iterator[BlueprintCell]:
    front = list(rows_of_kind(rows, "front"))
    if front:
        classes = f"nobody {row_class(front[0])} {to_class(front[-1] + 1)}"
        yield BlueprintCell(classes, context.lane("frontstage"), (inline(context.wording("map.nobody")),))


def _systems(touchpoint: Touchpoint, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    used = (work.system for work in (*touchpoint.frontstage, *touchpoint.backstage) if work.system)
    return tuple(dict.fromkeys(map(plain, (*used, *more))))


def _note(context: MapContext, placed: PlacedHandoff) -> HandoffNote:
    handoff, t = placed.handoff, context.wording
    return HandoffNote(
        quality=handoff.quality or "",
        judged=t(f"quality.{handoff.quality}") if handoff.quality else "",
        to=context.department(handoff.to).title,
        carries=inline(handoff.carries),
        wait=t.duration(handoff.wait.minutes) if handoff.wait else "",
    )


def _lines(context: MapContext, rows: LaneRows, placed: PlacedHandoff) -> Iterator[str]:
    """Yield the classes of a handoff's upright line and of the line on to a taker who is further away."""
    start = _row(rows, placed.column, placed.giver)
    column = _taking(context, placed)
    end = _row(rows, column or placed.column, placed.taker)
    if start is None or end is None or start == end or not context.drawable:
        return
    quality = placed.handoff.quality or "unrated"
    kinds = [quality, "down" if start < end else "up"]
    distance = column.number - placed.column.number if column else 1
    if distance == 0:
        kinds.append("same")
    if distance > 1:
        kinds.append("far")
        yield f"handoff-run {quality} {n_class(distance - 1)} {row_class(end)}"
    first, last = sorted((start, end))
    yield f"handoff {' '.join(kinds)} {row_class(first)} {to_class(last + 1)}"


def _taking(context: MapContext, placed: PlacedHandoff) -> Column | None:
    """Return the column in which the taker next does something: this one, or a later one."""
    later = context.columns[placed.column.number - 1 :]
    return next((column for column in later if placed.taker in column.departments), None)


def _row(rows: LaneRows, column: Column, name: str) -> int | None:
    if name in frontstage(column.touchpoint) and rows.row("front", name):
        return rows.row("front", name)
    return rows.row("back", name) or rows.row("front", name)
