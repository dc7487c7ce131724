"""The slide of a whole map: stages over the lines of feelings, the steps below them, and a legend."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from cjsite.base.frozen import frozen
from cjsite.drawing.measure import text_width
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.page import JourneyData
from cjsite.pages.journey.stages import StageColumns
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_feelings import draw_feelings
from cjsite.poster.deck_file import FOOT_TOP, MARGIN, WIDTH, DeckLook
from cjsite.poster.deck_legend import ROW, draw_legend, legend_rows
from cjsite.poster.deck_lines import Frame
from cjsite.poster.deck_names import ROOM
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import LEADING, Paragraph, TextRun, height, hyphenated, shortened, words
from cjsite.poster.deck_xml import Fill, Stroke

AXIS = 88.0
"""Points that the words of the scale take."""
SIZE = 10.0
_STAGE_SIZE = 11.0
_NARROWEST = 74.0
"""Points that a stage takes at least, where there is room for all."""
_FEWEST_POINTS = 130.0
"""The least height of the lines."""
_GAP, _PAD = 6.0, 4.0
_MOST_HEAD_LINES = 3


@frozen
class MapPlan:
    """Where the parts of the slide stand: the edges of columns and stages, and what of each stage has room.

    heads: the titles of stages, or their numbers. steps: their touchpoints, none where there is no room for all.
    """

    edges: tuple[float, ...]
    stage_edges: tuple[float, ...]
    heads: tuple[tuple[Paragraph, ...], ...]
    head_height: float
    steps: tuple[tuple[Paragraph, ...], ...]
    steps_height: float


def all_stages(data: JourneyData) -> tuple[StageColumns, ...]:
    """Return the stages of a map in order, those without steps among them."""
    return tuple(sorted((*data.stages, *data.empty_stages), key=lambda stage: stage.number))


def step_texts(context: MapContext, stage: StageColumns) -> tuple[Paragraph, ...]:
    """Return the touchpoints of a stage by number, under the names of steps that have several."""
    t = context.wording
    texts = list[Paragraph]()
    for step in stage.steps:
        if step.cells.title and len(step.touchpoints) > 1:
            texts.append(words(step.cells.title, bold=True))
        for point in step.touchpoints:
            number = TextRun(f"{t.number(point.cells.number)}  ", faint=True)
            texts.append(Paragraph((number, TextRun(context.analysis.links[point.cells.number - 1].name))))
    return tuple(texts)


def planned(context: MapContext, data: JourneyData, look: DeckLook, top: float, bottom: float) -> MapPlan:
    """Return where the parts of a map stand between two heights."""
    stages = all_stages(data)
    counts = [sum(len(step.touchpoints) for step in stage.steps) for stage in stages]
    stage_edges = _edges(counts, ROOM if len(data.lines) > 1 else 0.0)
    rooms = [end - start - 2 * _PAD for start, end in pairwise(stage_edges)]
    both = list(zip(stages, rooms, strict=True))
    # All of a head that is cut stands over the stage's own slides.
    parted = [(hyphenated(stage_head(context, s), look.language, room, _STAGE_SIZE), room) for s, room in both]
    heads = [shortened(texts, room, _STAGE_SIZE, _MOST_HEAD_LINES) for texts, room in parted]
    steps = [hyphenated(step_texts(context, stage), look.language, room, SIZE) for stage, room in both]
    tallest = max(height(texts, room, _STAGE_SIZE) for texts, room in zip(heads, rooms, strict=True))
    has_titles = min(rooms) > 4 * _STAGE_SIZE
    head_height = (tallest if has_titles else _STAGE_SIZE * LEADING) + 2 * _PAD
    steps_height = max(height(texts, room, SIZE) for texts, room in zip(steps, rooms, strict=True))
    left = bottom - top - head_height - SIZE * LEADING - 3 * _GAP - _FEWEST_POINTS
    has_steps = has_titles and steps_height <= left
    return MapPlan(
        _column_edges(stage_edges, counts),
        stage_edges,
        tuple(heads) if has_titles else tuple((words(context.wording.number(s.number)),) for s in stages),
        head_height,
        tuple(steps) if has_steps else (),
        steps_height if has_steps else 0.0,
    )


def _column_edges(stage_edges: Sequence[float], counts: Sequence[int]) -> tuple[float, ...]:
    edges = [stage_edges[0]]
    for (start, end), count in zip(pairwise(stage_edges), counts, strict=True):
        edges += [start + (end - start) * (index + 1) / count for index in range(count)]
    return tuple(edges)


def _edges(counts: Sequence[int], beside: float) -> tuple[float, ...]:
    """Return the edges of stages: as wide as their columns, but for small ones that would be too narrow to read.

    beside: what the names of lines take.
    """
    room = WIDTH - 2 * MARGIN - AXIS - beside
    least = min(_NARROWEST, room / len(counts))
    wide = room - least * len(counts)
    shares = [least + wide * count / sum(counts) for count in counts]
    return tuple(accumulate(shares, initial=MARGIN + AXIS))


def stage_head(context: MapContext, stage: StageColumns) -> tuple[Paragraph, ...]:
    """Return a stage's number and title."""
    number = TextRun(f"{context.wording.number(stage.number)}  ", faint=True)
    return (Paragraph((number, TextRun(stage.title, bold=True))),)


def draw_map(canvas: Canvas, context: MapContext, data: JourneyData, top: float) -> MapPlan:
    """Draw the map below a height; return what stands on it."""
    names = tuple(line.name for line in data.lines)
    rows = legend_rows(data, context.wording, names)
    legend_top = FOOT_TOP - _GAP - len(rows) * ROW
    plan = planned(context, data, canvas.look, top, legend_top - _GAP)
    _stages(canvas, data, plan, top)
    lines_top = top + plan.head_height + _GAP
    steps_top = legend_top - _GAP - plan.steps_height
    numbers_top = steps_top - SIZE * LEADING - _GAP
    left, right = plan.edges[0], plan.edges[-1]
    frame = Frame(Box(left, lines_top, right - left, numbers_top - lines_top - 2), plan.edges)
    draw_feelings(canvas, context, data, frame, names, len(names) > 1)
    _numbers(canvas, context, plan, numbers_top)
    if plan.steps:
        _steps(canvas, data, plan, steps_top)
    draw_legend(canvas, rows, legend_top)
    return plan


def _stages(canvas: Canvas, data: JourneyData, plan: MapPlan, top: float) -> None:
    look = TextLook(_STAGE_SIZE, anchor="ctr", inset=_PAD)
    for stage, texts, (start, end) in zip(all_stages(data), plan.heads, pairwise(plan.stage_edges), strict=True):
        box = Box(start, top, end - start - 2, plan.head_height)
        shape = canvas.shape("RECTANGLE", box, name=stage.title, alt=stage.title, fill=Fill("surface"))
        canvas.fill_in(shape, texts, look)


def _numbers(canvas: Canvas, context: MapContext, plan: MapPlan, top: float) -> None:
    """Write the numbers of the columns, or as many of them as have room side by side."""
    count = len(plan.edges) - 1
    narrow = min(end - start for start, end in pairwise(plan.edges))
    every = max(1, int(-(-text_width(str(count), SIZE) * 1.3 // narrow)))
    for index in range(0, count, every):
        middle = (plan.edges[index] + plan.edges[index + 1]) / 2
        width = max(text_width(str(count), SIZE) * 1.3, 12.0)
        name = context.wording.number(index + 1)
        box = Box(middle - width / 2, top, width, SIZE * LEADING)
        canvas.text(box, [words(name)], TextLook(SIZE, "soft-ink", "center"), name)


def _steps(canvas: Canvas, data: JourneyData, plan: MapPlan, top: float) -> None:
    for stage, texts, (start, end) in zip(all_stages(data), plan.steps, pairwise(plan.stage_edges), strict=True):
        canvas.line((start, top - 3), (end - 2, top - 3), Stroke("line", 0.75), name=stage.title, alt=stage.title)
        box = Box(start + _PAD, top, end - start - 2 * _PAD, plan.steps_height)
        canvas.text(box, texts, TextLook(SIZE), stage.title)
