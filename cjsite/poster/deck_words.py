"""Words beside the marks of a line, where they have room: nothing is written over anything."""

from collections.abc import Iterable, Iterator, Sequence

from cjsite.analysis.feeling import Feeling, band
from cjsite.base.frozen import frozen
from cjsite.drawing.measure import text_width
from cjsite.drawing.monotone import Point
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import spread, word_of
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_faces import tone_colour
from cjsite.poster.deck_lines import Frame
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import LEADING, height, hyphenated, words
from cjsite.poster.deck_xml import Fill

SIZE = 10.0
_WIDEST, _WIDER = 96.0, 1.15
_NEAR = 2.0


@frozen
class _Word:
    text: str
    x: float
    y: float
    colour: str
    is_strong: bool


def draw_words(
    canvas: Canvas, context: MapContext, frame: Frame, taken: Iterable[Box], line: Sequence[Point]
) -> None:
    """Write the words of the chosen line's feelings, the telling ones first; taken: where nothing may stand."""
    marks, ranges = list(taken), list(_ranges(context, frame))
    places = list(marks)
    for word in _wanted(context, frame):
        single = text_width(word.text, SIZE) * _WIDER + 4
        width = min(single, _WIDEST)
        texts = hyphenated([words(word.text, bold=word.is_strong)], canvas.look.language, width, SIZE)
        high = height(texts, width, SIZE) if single > _WIDEST else SIZE * LEADING
        room = [
            box
            for box in _candidates(word, width, high)
            if _is_inside(box, frame.box)
            and not any(_touch(box, own) for own in places)
            and not _crossed(box, line)
            and not any(_parts(own, box, word) for own in marks)
        ]
        # The range of answers is pale: words may stand on it where they would stand nowhere else.
        for box in sorted(room, key=lambda box: any(_touch(box, own) for own in ranges))[:1]:
            canvas.text(box, texts, TextLook(SIZE, word.colour, "center"), word.text, Fill("paper"))
            places.append(box)


def _ranges(context: MapContext, frame: Frame) -> Iterator[Box]:
    for feeling in context.analysis.marked:
        if frame.holds(feeling) and (ends := spread(feeling, context)):
            x, low, high = frame.x(feeling.x), frame.y(ends[0]), frame.y(ends[1])
            yield Box(x - 2, high, 4, low - high)


def _wanted(context: MapContext, frame: Frame) -> Iterator[_Word]:
    analysis = context.analysis
    along, risks = analysis.along, analysis.facts.risks
    ranked = sorted(
        (f for f in analysis.marked if f.main and f.score is not None and frame.holds(f)),
        key=lambda f: (f is not along.lowest, f is not along.highest, f.column.number not in risks, f.x),
    )
    for feeling in ranked:
        is_strong = (feeling is along.lowest or feeling is along.highest) and not along.is_flat
        x, y = frame.x(feeling.x), frame.y(feeling.score or 0.0)
        yield _Word(_text(context, feeling), x, y, tone_colour(band(feeling.score)), is_strong)


def _text(context: MapContext, feeling: Feeling) -> str:
    return word_of(feeling) or context.written(feeling.value or 0.0)


def _candidates(word: _Word, width: float, high: float) -> Iterator[Box]:
    above = word.colour != "bad"
    for distance in (12.0, 18.0, 26.0, 36.0):
        for up in (above, not above):
            top = word.y - distance - high if up else word.y + distance
            for shift in (0.0, -0.35, 0.35):
                yield Box(word.x - width / 2 + shift * width, top, width, high)
    for left in (word.x - 12 - width, word.x + 12, word.x - 20 - width, word.x + 20):
        yield Box(left, word.y - high / 2, width, high)


def _is_inside(box: Box, around: Box) -> bool:
    across = around.x <= box.x and box.x + box.width <= around.x + around.width
    return across and around.y <= box.y and box.y + box.height <= around.y + around.height


def _touch(a: Box, b: Box) -> bool:
    across = a.x < b.x + b.width + _NEAR and b.x < a.x + a.width + _NEAR
    return across and a.y < b.y + b.height and b.y < a.y + a.height


def _parts(mark: Box, box: Box, word: _Word) -> bool:
    """Tell whether a mark stands between a word above or below and the word's own mark: it would seem to be its."""
    middle = mark.y + mark.height / 2
    across = mark.x <= word.x <= mark.x + mark.width
    return across and min(box.y, word.y - 1) < middle < max(box.y, word.y + 1) and abs(middle - word.y) > 1


def _crossed(box: Box, line: Sequence[Point]) -> bool:
    return any(box.x <= x <= box.x + box.width and box.y - 1 <= y <= box.y + box.height + 1 for x, y in line)
