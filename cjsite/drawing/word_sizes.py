"""Words beside the curve: what is to be placed, how it is set, and the box it takes."""

from __future__ import annotations

from math import ceil
from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.drawing.dimensions import (
    DIAMOND_SIZE,
    FACE_SIZE,
    FIT_WORD_WIDTH,
    NOTE_LINES,
    NOTE_SIZE,
    SCORE_LINE,
    SMALL_FACE_SIZE,
    WORD_LINE,
    WORD_LINES,
    WORD_SIZE,
    WORD_WIDTH,
)
from cjsite.drawing.geometry import y_percent
from cjsite.drawing.measure import Block, wrap

FACE, SMALL_FACE = FACE_SIZE / 2, SMALL_FACE_SIZE / 2
DIAMOND = float(ceil(0.44 * DIAMOND_SIZE))  # its drawing fills 88 % of its box

Side = Literal["above", "below"]


@frozen
class Style:
    """How a kind of text is set, in px: font, line, score line, widest line; and its most lines.

    In columns narrower than usual a text is `fit_room` wide at most and has no score line.
    """

    size: float
    line: float
    score: float
    most: int
    room: float = WORD_WIDTH
    fit_room: float = FIT_WORD_WIDTH

    def block(self, text: str) -> Block:
        """Return the wrapped text without its score."""
        return wrap(text, self.room, self.size, self.most)

    def fit_block(self, text: str) -> Block:
        """Return the text wrapped for the columns of Fit."""
        return wrap(text, self.fit_room, self.size, self.most)


WORDS = Style(size=WORD_SIZE, line=WORD_LINE, score=SCORE_LINE, most=WORD_LINES)
NOTES = Style(size=NOTE_SIZE, line=WORD_LINE, score=0.0, most=NOTE_LINES)


@frozen
class Word:
    """A text to be placed at a point of the curve.

    x is in column units, s a normal score or None for "not known" (on the zero line, without a
    score under it). `radius` is that of the point's mark; `drop` tells of a line from there down
    to the moments of truth. `home` is the columns that the word may use, first and one after
    the last; by default the one under x. `taken` is what another word at the same
    point takes of the lane, from and to in px.
    """

    text: str
    x: float
    s: float | None
    radius: float = FACE
    drop: bool = False
    home: tuple[int, int] | None = None
    taken: tuple[float, float] | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """Return the first column that the word may use and the one after the last."""
        return self.home or (int(self.x), int(self.x) + 1)

    @property
    def height(self) -> float:
        """Return the height of the point in percent of the lane."""
        return y_percent(self.s or 0.0)

    def tall(self, style: Style, lines: int) -> float:
        """Return the height in px of so many lines and the score under them."""
        return lines * style.line + (0.0 if self.s is None else style.score)


@frozen
class Label:
    """Where a word goes: its side of the point, `dx` and `dy` as px classes, its lines.

    `dy` is the distance from the point's centre to the near edge of the text.
    """

    side: Side
    dx: int
    dy: int
    lines: int

    def span(self, y: float, tall: float) -> tuple[float, float]:
        """Return where a text so tall begins and ends, in px from the top of the lane; y: where its point is."""
        return (y - self.dy - tall, y - self.dy) if self.side == "above" else (y + self.dy, y + self.dy + tall)
