"""Words on the curve: never clipped, never on each other, and clear of the lines where they can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.curve import Curve, CurvePoint, curve
from cjsite.drawing.dimensions import LANE, NARROW, WORD_LINES
from cjsite.drawing.geometry import USUAL_DISTANCE, dx_class, dy_class, y_percent
from cjsite.drawing.labels import LEADING, place, place_notes
from cjsite.drawing.measure import text_lines, text_width, wrap
from cjsite.drawing.profile import Obstacle
from cjsite.drawing.word_sizes import DIAMOND, FACE, NOTES, SMALL_FACE, WORDS, Label, Style, Word
from tests.support.soak import share

LETTERS = "abcdefgimwABMW  -,éßŁЩжمرحباשלום很高興です답답ํ😡👩‍💻❤️\u00ad"
WIDTHS = (60.0, 73.0, 98.0, 120.0, 400.0)
SLACK = 1e-6


class Box(NamedTuple):
    """The room of a placed word, in px from the start of the map and the top of the lane."""

    left: float
    top: float
    right: float
    bottom: float


def boxes(
    words: Sequence[Word], labels: Sequence[Label], column: float, lane: float = LANE, style: Style = WORDS
) -> tuple[Box, ...]:
    """Return the boxes of placed words in columns of `column` px and a lane of `lane` px."""
    return tuple(_box(word, label, column, lane, style) for word, label in zip(words, labels, strict=True))


def _box(word: Word, label: Label, column: float, lane: float, style: Style) -> Box:
    if column < NARROW:
        block = style.fit_block(word.text)
        middle, tall = column * sum(word.bounds) / 2, block.lines * style.line
    else:
        block = style.block(word.text)
        middle, tall = column * word.x + label.dx, word.tall(style, block.lines)
    top, bottom = label.span(word.height * lane / 100, tall)
    return Box(middle - block.width / 2, top, middle + block.width / 2, bottom)


texts = st.text(LETTERS, min_size=1, max_size=60) | st.sampled_from(["Alarmed", "Überwältigt", "Not known"])


@st.composite
def maps(draw: st.DrawFn, most: int = 130) -> tuple[list[Word], list[Curve], list[Obstacle]]:
    """Draw a map with a word a column, several samples in some, and up to two further lines."""
    columns = draw(st.integers(1, most))
    random = Random(draw(st.integers(0, 2**32)))
    vocabulary = draw(st.lists(texts, min_size=1, max_size=8))
    samples, words, marks = [], [], []
    for column in range(columns):
        count = random.choice([1, 1, 1, 2, 3])
        places = [column + (index + 0.5) / count for index in range(count)]
        scores = [random.choice([None, -2.0, 2.0, *(random.uniform(-2, 2) for _ in range(5))]) for _ in places]
        samples += [CurvePoint(x, s) for x, s in zip(places, scores, strict=True)]
        x, s = random.choice(list(zip(places, scores, strict=True)))
        moment = random.random() < 0.2
        words.append(Word(random.choice(vocabulary), x, s, DIAMOND if moment else FACE, moment))
        marks += [Obstacle(x, s, SMALL_FACE) for x, s in zip(places, scores, strict=True) if s is not None]
    lines = [curve(samples, columns)]
    for _ in range(random.choice([0, 0, 1, 2])):
        lines.append(curve([CurvePoint(k + 0.5, random.uniform(-2, 2)) for k in range(columns)], columns))
    return words, lines, marks


def meets(line: Curve, column: float, box: Box, start: float, end: float) -> bool:
    """Tell whether a line passes through the box's heights anywhere from start to end (px)."""
    scores = (line.score_at((start + (end - start) * k / 200) / column) for k in range(201))
    heights = [y_percent(s) * 2.56 for s in scores if s is not None]
    return any(min(a, b) < box.bottom and max(a, b) > box.top for a, b in pairwise(heights))


@share(0.6)
@given(maps())
def test_words_stay_in_column_and_lane_and_never_overlap(
    drawn: tuple[list[Word], list[Curve], list[Obstacle]],
) -> None:
    for words, style, choose in ((drawn[0], WORDS, place), (unscored(drawn[0]), NOTES, place_notes)):
        labels = choose(words, drawn[1], drawn[2])
        assert choose(words, drawn[1], drawn[2]) == labels
        for width in WIDTHS:
            for lane in (240.0, 256.0):
                found = boxes(words, labels, width, lane, style)
                check_boxes(words, found, width, lane)


def unscored(words: list[Word]) -> list[Word]:
    return [Word(word.text, word.x, word.s, FACE) for word in words]


def check_boxes(words: list[Word], found: tuple[Box, ...], width: float, lane: float) -> None:
    for column, (word, box) in enumerate(zip(words, found, strict=True)):
        assert column * width + 2 - SLACK <= box.left <= box.right <= (column + 1) * width - 2 + SLACK
        assert -LEADING - SLACK <= box.top < box.bottom <= lane + LEADING + SLACK
        y = word.height * lane / 100
        assert box.bottom <= y - word.radius + SLACK or box.top >= y + word.radius - SLACK
    for a, b in pairwise(found):
        assert a.right < b.left


@share(0.6)
@given(maps())
def test_labels_speak_in_classes(drawn: tuple[list[Word], list[Curve], list[Obstacle]]) -> None:
    for label in place(*drawn):
        assert bool(dx_class(label.dx)) == (label.dx != 0)
        assert bool(dy_class(label.dy)) == (label.dy != USUAL_DISTANCE)
        assert 1 <= label.lines <= WORD_LINES


@share(0.25)
@given(maps(most=12))
def test_what_is_clear_when_narrow_is_clear_when_wide(
    drawn: tuple[list[Word], list[Curve], list[Obstacle]],
) -> None:
    words, lines, marks = drawn
    labels = place(words, lines, marks)
    narrow = boxes(words, labels, 98)
    for width in (120.0, 400.0):
        for word, label, box, wide in zip(words, labels, narrow, boxes(words, labels, width), strict=True):
            half = (box.right - box.left) / 2
            start, end = min(label.dx - half, 0.0), max(label.dx + half, 0.0)
            at, wide_at = word.x * 98, word.x * width
            for line in lines:
                if not meets(line, 98, box, at + start, at + end):
                    inside = Box(wide.left, wide.top + 1, wide.right, wide.bottom - 1)
                    assert not meets(line, width, inside, wide_at + start, wide_at + end)


SCORES = (-1, -0.4, -1.2, -0.9, -1.5, -2, 0.9, 1.1, -1.6, -0.6, -0.9, 1, 0.8, -1.1, 2, None, -1.3, 0.6)
WORDED = ["Alarmed", "Unsure", "Doubted", "Impatient", "Ignored", "Furious", "Heard", "Relieved", "Stressed"]
WORDED += ["Restless", "Tempted", "Hopeful", "Capable", "Stuck", "Delighted", "Unknown", "Cheated", "Fair"]
MOMENTS = {5, 8, 13, 16}
FUTURE = (0.1, None, 0.3, None, 0.5, None, 1.2, 1.4, 0.4, 0.6, -0.2, 1.4, 1, 0.9, 2, 0.5, 0.6, 1.6)


def line(scores: tuple[float | None, ...], *, bridged: bool = False) -> Curve:
    samples = [CurvePoint(k + 0.5, s) for k, s in enumerate(scores) if s is not None or not bridged]
    return curve(samples, len(scores))


def touching(
    words: list[Word], labels: tuple[Label, ...], lines: list[Curve], width: float, style: Style = WORDS
) -> list[str]:
    found = zip(words, boxes(words, labels, width, style=style), strict=True)
    return [word.text for word, box in found if any(meets(x, width, box, box.left, box.right) for x in lines)]


def test_an_ordinary_journey_is_clear_at_every_width() -> None:
    words = [
        Word(text, k + 0.5, s, DIAMOND if k in MOMENTS else FACE, k in MOMENTS)
        for k, (text, s) in enumerate(zip(WORDED, SCORES, strict=True))
    ]
    labels = place(words, [line(SCORES)], [Obstacle(word.x, word.s or 0, word.radius) for word in words])
    for width in (98.0, 120.0, 400.0):
        assert touching(words, labels, [line(SCORES)], width) == []
    sides = {word.text: label.side for word, label in zip(words, labels, strict=True)}
    assert sides["Heard"] == sides["Delighted"] == sides["Unknown"] == "above"
    assert sides["Alarmed"] == sides["Doubted"] == "below"
    assert {label.side for word, label in zip(words, labels, strict=True) if word.drop} == {"above"}


def test_notes_of_the_future_touch_neither_line() -> None:
    notes = [Word("Told about the speed", k + 0.5, s) for k, s in enumerate(FUTURE) if s is not None]
    lines = [line(FUTURE, bridged=True), line(SCORES)]
    labels = place_notes(notes, lines, [Obstacle(note.x, note.s or 0, FACE) for note in notes])
    for width in (98.0, 120.0, 400.0):
        assert touching(notes, labels, lines, width, NOTES) == []


def test_even_wild_journeys_are_nearly_always_clear() -> None:
    random = Random(1)
    hits = total = 0
    for _ in range(40):
        scores = tuple(random.uniform(-2, 2) for _ in range(20))
        words = [Word(random.choice(WORDED), k + 0.5, s) for k, s in enumerate(scores)]
        hits += len(touching(words, place(words, [line(scores)]), [line(scores)], 98))
        total += len(words)
    assert hits <= total * 0.02


def test_a_word_keeps_clear_of_the_other_faces_of_its_column() -> None:
    word = Word("Stuck", 0.25, 0.5)
    other = Obstacle(0.75, 1.2, SMALL_FACE)
    samples = [CurvePoint(0.25, 0.5), CurvePoint(0.75, 1.2)]
    labels = place([word], [curve(samples, 1)], [Obstacle(0.25, 0.5, FACE), other])
    box = boxes([word], labels, 98)[0]
    y = y_percent(1.2) * 2.56
    assert box.right < 0.75 * 98 - 8 or box.top > y + 8 or box.bottom < y - 8


@pytest.mark.parametrize("text", ["Niedergeschlagen", "Bureaucratically exhausted"])
def test_no_decision_of_many_words_is_struck_by_the_zero_line(text: str) -> None:
    for tenths in range(-20, 21):
        word = Word(text, 2.5, tenths / 10, DIAMOND, drop=True)
        scores = (-1.7, 0.4, tenths / 10, 0.8, 1.2)
        label = place([word], [line(scores)], [Obstacle(k + 0.5, s, FACE) for k, s in enumerate(scores)])[0]
        box = boxes([word], [label], 98)[0]
        zero = y_percent(0) * LANE / 100
        assert not box.top < zero < box.bottom, tenths


def test_a_step_as_a_whole_may_use_its_columns() -> None:
    word = Word("Overwhelmed", 2.0, 1.0, home=(1, 3))
    label = place([word], [curve([CurvePoint(2.0, 1.0)], 3)])[0]
    assert label == Label("above", 0, 16, 1)


@pytest.mark.parametrize(("x", "dx"), [(0.0, 44), (0.25, 20), (0.5, 0), (0.75, -20), (0.99, -44)])
def test_a_word_beside_the_middle_moves_back_into_its_column(x: float, dx: int) -> None:
    assert place([Word("Overwhelmed", x, 1.0)], [])[0].dx == dx


def test_text_is_measured_generously() -> None:
    assert 47.2 <= text_width("Alarmed", 13) <= 51
    assert text_width("很高兴", 13) == 39
    assert text_width("e\u0301", 13) == text_width("é", 13) == text_width("e", 13)
    assert text_width("שלום", 13) > 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("Alarmed", 1),
        ("Hopeful but tired", 2),
        ("Confused and a little bit anxious", 3),
        ("Donaudampfschifffahrtsgesellschaft", 3),
        ("w" * 60, 3),
        ("很高兴终于解决了", 2),
        ("Rechtsschutz\u00adversicherung", 2),
    ],
)
def test_wrapping(text: str, lines: int) -> None:
    assert wrap(text, 90.0, 13.0, 3).lines == lines


def test_no_line_begins_with_a_sign_that_lengthens_or_ends_nor_ends_with_one_that_opens() -> None:
    for size in range(30, 200, 10):
        lines = text_lines("家財保険のメッセージ（写真）を読む。「これで最後」", size, 10, 99)
        assert not [line for line in lines if line[0] in "ーッ）。」" or line[-1] in "（「"], (size, lines)
