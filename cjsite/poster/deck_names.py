"""The names of several lines, each where its line ends, and the way there: no colour alone tells them apart."""

from collections.abc import Iterator, Sequence

from cjsite.base.frozen import replace
from cjsite.drawing.dimensions import LINE_STYLES
from cjsite.drawing.line_ends import spread
from cjsite.drawing.monotone import Point
from cjsite.pages.journey.context import MapContext
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_lines import Frame, line_stroke
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import LEADING, hyphenated, shortened, words

SIZE = 10.0
ROOM = 88.0
"""Points that names take beside the lines."""
_GAP = 6.0
_LINE = SIZE * LEADING
_STEPS = 24
"""Points of the way to a name that words keep away from."""


def draw_names(canvas: Canvas, context: MapContext, frame: Frame, names: Sequence[str]) -> Iterator[Point]:
    """Write the names of the lines that are drawn behind the frame; yield points on the ways there."""
    ends = list(_ends(context, frame))
    rows = 2 if 2 * _LINE * len(ends) <= frame.box.height else 1
    low, high = (edge + side * rows * _LINE / 2 for edge, side in ((0, 1), (frame.box.height, -1)))
    places = spread([y - frame.box.y for _, (_, y) in ends], rows * _LINE, low, high)
    for (index, (x, y)), place in zip(ends, places, strict=True):
        name, middle, edge = names[index], frame.box.y + place, frame.edges[-1]
        way = replace(line_stroke(index), width=0.5, dash="sysDot")
        canvas.line((x, y), (edge, middle), way, name=name, alt=name)
        texts = hyphenated([words(name)], canvas.look.language, ROOM - _GAP, SIZE)
        short = shortened(texts, ROOM - _GAP, SIZE, rows)
        box = Box(edge + _GAP, middle - rows * _LINE / 2, ROOM - _GAP, rows * _LINE)
        canvas.text(box, short, TextLook(SIZE, "soft-ink", anchor="ctr"), name)
        yield from ((x + (edge - x) * k / _STEPS, y + (middle - y) * k / _STEPS) for k in range(_STEPS + 1))


def _ends(context: MapContext, frame: Frame) -> Iterator[tuple[int, Point]]:
    """Yield where each line has its last point, if anything of it is there."""
    for index, analysis in enumerate(context.analyses[:LINE_STYLES]):
        last = next((feeling for feeling in reversed(analysis.marked) if feeling.score is not None), None)
        if last:
            yield index, (frame.x(last.x), frame.y(last.score or 0.0))
