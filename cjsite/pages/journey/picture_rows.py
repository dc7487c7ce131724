"""The lanes of texts on a map's picture: stages, steps, touchpoints with their channels, and moments of truth."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cjsite.analysis.columns import Column
from cjsite.base.frozen import replace
from cjsite.drawing.palette import GRID, RULE, SUNKEN
from cjsite.drawing.svg import TextStyle
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.drawn_map import DrawnMap
from cjsite.pages.journey.picture_grid import PLAIN, STRONG, PictureGrid, RowCell, Strip
from cjsite.pages.journey.stages import stage_title
from cjsite.pages.journey.steps import step_title
from cjsite.summaries.links import name
from cjsite.text.prose import plain

_STAGE = replace(STRONG, size=14.0, line=18.0)
_GAP = 3.0


def stage_row(own: DrawnMap, grid: PictureGrid, top: float) -> Strip:
    """Return the stages, each a box over its columns."""
    order = {id(stage): number for number, stage in enumerate(own.context.inputs.journey.stages, 1)}
    cells = []
    for key, group in groupby(own.context.columns, key=lambda column: id(column.stage)):
        columns = list(group)
        cells.append(_cell(columns, stage_title(columns[0].stage, order[key]), _STAGE))
    row = grid.row(top, own.context.part("stage"), cells, "start")
    boxes = (
        grid.canvas.rect(
            grid.at(cell.start) + _GAP / 2,
            top,
            cell.count * grid.column - _GAP,
            row.height,
            f'fill="{SUNKEN}" stroke="{RULE}"',
        )
        for cell in cells
    )
    return Strip(f'<g id="stages">{"".join(boxes)}{row.svg}</g>', row.height)


def borders(own: DrawnMap, grid: PictureGrid, top: float, bottom: float) -> str:
    """Return the lines between stages."""
    pairs = pairwise(own.context.columns)
    places = (grid.canvas.x(grid.at(a.number)) for a, b in pairs if a.stage is not b.stage)
    path = "".join(f"M{x:.5g} {top:.5g}V{bottom:.5g}" for x in places)
    return f'<path d="{path}" fill="none" stroke="{GRID}"/>' if path else ""


def step_row(own: DrawnMap, grid: PictureGrid, top: float) -> Strip:
    """Return the steps that have a name of their own beside those of their touchpoints."""
    cells = []
    for _, group in groupby(own.context.columns, key=lambda column: id(column.step)):
        columns = list(group)
        if title := step_title(columns[0]):
            cells.append(_cell(columns, title, STRONG))
    if not cells:
        return Strip("", 0.0)
    row = grid.row(top, own.context.part("step"), cells, "start")
    y = top + row.height
    sides = ((grid.at(cell.start) + _GAP, grid.at(cell.start + cell.count) - _GAP) for cell in cells)
    path = "".join(f"M{grid.canvas.x(a):.5g} {y:.5g}H{grid.canvas.x(b):.5g}" for a, b in sides)
    return Strip(f'<g id="steps"><path d="{path}" fill="none" stroke="{RULE}"/>{row.svg}</g>', row.height)


def touchpoint_row(own: DrawnMap, grid: PictureGrid, top: float) -> Strip:
    """Return the touchpoints with their numbers, and under each the channel that it is met by."""
    cells = [
        RowCell(column.number - 1, 1, tuple(_touchpoint(own.context, column))) for column in own.context.columns
    ]
    row = grid.row(top, own.context.lane("touchpoint"), cells, "middle")
    return Strip(f'<g id="touchpoints">{row.svg}</g>', row.height)


def _touchpoint(context: MapContext, column: Column) -> Iterator[tuple[str, TextStyle]]:
    yield str(column.number), PLAIN
    yield context.analysis.link(column).name, STRONG
    channel = context.inputs.channels.get(column.touchpoint.channel)
    if channel:
        yield name(channel), PLAIN


def moment_row(own: DrawnMap, grid: PictureGrid, top: float) -> Strip:
    """Return what is decided at the moments of truth, and how many give up there."""
    cells, context = [], own.context
    for placed in context.analysis.moments:
        rate = placed.moment.bail_rate
        left = "" if rate is None else context.wording("map.lead.leave", rate=context.wording.percent(rate))
        texts = ((plain(placed.moment.asks), replace(PLAIN, colour=STRONG.colour)), (left, PLAIN))
        cells.append(RowCell(placed.column.number - 1, 1, texts))
    if not cells:
        return Strip("", 0.0)
    row = grid.row(top, own.context.lane("moments"), cells, "middle")
    return Strip(f'<g id="moments">{row.svg}</g>', row.height)


def _cell(columns: Sequence[Column], text: str, style: TextStyle) -> RowCell:
    return RowCell(columns[0].number - 1, len(columns), ((text, style),))
