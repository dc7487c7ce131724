"""The slide of a whole map: stages over the lines of feelings, the steps below them, and a legend."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from cjsite.base.frozen import frozen, replace
from cjsite.drawing.measure import text_width
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.page import JourneyData
from cjsite.pages.journey.stages import StageColumns
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_faces import tone_colour
from cjsite.poster.deck_file import FOOT_TOP, MARGIN, WIDTH, DeckLook
from cjsite.poster.deck_legend import ROW, draw_legend, legend_rows
from cjsite.poster.deck_lines import Frame, draw_faces, draw_gaps, draw_lines
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import LEADING, Paragraph, TextRun, height, hyphenated, split, words
from cjsite.poster.deck_words import draw_words
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
    stage_edges = _edges(counts)
    rooms = [end - start - 2 * _PAD for start, end in pairwise(stage_edges)]
    both = list(zip(stages, rooms, strict=True))
    heads = [_short(hyphenated(stage_head(context, s), look.language, room, _STAGE_SIZE), room) for s, room in both]
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


def _short(head: Sequence[Paragraph], room: float) -> tuple[Paragraph, ...]:
    """Return a stage's head, cut after some lines: all of it stands over the stage's own slides."""
    most = _MOST_HEAD_LINES * _STAGE_SIZE * LEADING
    if height(head, room, _STAGE_SIZE) <= most:
        return tuple(head)
    first = split(head, room - _STAGE_SIZE, _STAGE_SIZE, most)[0]
    return tuple(replace(own, runs=(*own.runs, TextRun("…", bold=True))) for own in first)


def _column_edges(stage_edges: Sequence[float], counts: Sequence[int]) -> tuple[float, ...]:
    edges = [stage_edges[0]]
    for (start, end), count in zip(pairwise(stage_edges), counts, strict=True):
        edges += [start + (end - start) * (index + 1) / count for index in range(count)]
    return tuple(edges)


def _edges(counts: Sequence[int]) -> tuple[float, ...]:
    """Return the edges of stages: as wide as their columns, but for small ones that would be too narrow to read."""
    room = WIDTH - 2 * MARGIN - AXIS
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
    _feelings(canvas, context, data, frame, names)
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


def _feelings(canvas: Canvas, context: MapContext, data: JourneyData, frame: Frame, names: Sequence[str]) -> None:
    draw_axis(canvas, data, frame)
    gaps = list(draw_gaps(canvas, context, frame))
    passed = draw_lines(canvas, context, frame, names)
    faces = draw_faces(canvas, context, frame)
    draw_words(canvas, context, frame, (*faces, *gaps), passed)


def draw_axis(canvas: Canvas, data: JourneyData, frame: Frame) -> None:
    """Draw the scale: a line at each of its marks, with its number and its words."""
    room = frame.edges[0] - MARGIN - _PAD
    for tick in data.ticks:
        y = frame.y(SCORES_OF_BANDS[tick.band])
        stroke = Stroke(
            "edge" if tick.band == "neutral" else "line", 0.75, "" if tick.band == "neutral" else "sysDot"
        )
        canvas.line(
            (frame.edges[0], y), (frame.edges[-1], y), stroke, name=tick.word, alt=f"{tick.number} {tick.word}"
        )
        text = Paragraph((TextRun(f"{tick.word} "), TextRun(tick.number, bold=True)))
        fits = height([text], room, SIZE) <= SIZE * LEADING
        texts = [text] if fits else [words(tick.number, bold=True)]
        box = Box(MARGIN, y - SIZE * LEADING / 2, room, SIZE * LEADING)
        canvas.text(box, texts, TextLook(SIZE, tone_colour(tick.band), "end"), tick.word)


SCORES_OF_BANDS = {"very-good": 2.0, "good": 1.0, "neutral": 0.0, "bad": -1.0, "very-bad": -2.0}


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
