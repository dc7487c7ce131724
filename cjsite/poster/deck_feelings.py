"""The lane of feelings on a slide: the scale, what is not known, the lines with their faces, and words beside."""

from collections.abc import Sequence

from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.page import JourneyData
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_faces import tone_colour
from cjsite.poster.deck_file import MARGIN
from cjsite.poster.deck_lines import Frame, draw_faces, draw_gaps, draw_lines, say_gaps
from cjsite.poster.deck_names import draw_names
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import LEADING, Paragraph, TextRun, height, words
from cjsite.poster.deck_words import draw_words
from cjsite.poster.deck_xml import Stroke

SIZE = 10.0
_PAD = 4.0
_SCORES_OF_BANDS = {"very-good": 2.0, "good": 1.0, "neutral": 0.0, "bad": -1.0, "very-bad": -2.0}


def draw_feelings(
    canvas: Canvas, context: MapContext, data: JourneyData, frame: Frame, names: Sequence[str], has_ends: bool
) -> None:
    """Draw the lines of a map in a frame; has_ends: whether their names stand behind it, where they are several."""
    _axis(canvas, data, frame)
    gaps = list(draw_gaps(canvas, context, frame))
    passed = draw_lines(canvas, context, frame, names)
    if has_ends:
        passed += draw_names(canvas, context, frame, names)
    say_gaps(canvas, context, gaps)
    faces = draw_faces(canvas, context, frame, names)
    draw_words(canvas, context, frame, (*faces, *gaps), passed)


def _axis(canvas: Canvas, data: JourneyData, frame: Frame) -> None:
    """Draw the scale: a line at each of its marks, with its number and its words."""
    room = frame.edges[0] - MARGIN - _PAD
    for tick in data.ticks:
        y = frame.y(_SCORES_OF_BANDS[tick.band])
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
