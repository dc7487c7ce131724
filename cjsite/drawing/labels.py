"""Find each word on the curve a place where it hides nothing, for every column width at once.

The model: a word stays inside its own column, so words of different columns cannot meet. Its
box hangs over or stands under its point, `dy` px from the point's centre, its middle `dx` px
beside it, at most WORD_WIDTH wide. Widths are settled for the narrowest column and for those
of Fit (NARROW and FIT), where the word is centred in its column, at most as large a part of it
as FIT_WORD_WIDTH is of FIT, and the score under it is hidden.

Why that holds for all wider columns, without placing anything twice:
- The box is the same at every width: it does not grow, and `dx` is spent only as far as the
  box in the narrowest column stays inside it; borders only move away from it.
- Lines and marks are looked up over the box's width *and the way from it to the point*. In a
  wider column the same pixels cover a part of that same stretch of the curve, nearer to the
  point: a subset of the heights already looked at, so nothing new can come into the box.
- A mark beside the point moves away from it, never towards it.
Fit is the same argument about the middle of the column. Words must stay inside the lowest
lane in use, but for what lines keep free of letters; a higher one only adds room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from math import ceil, floor, inf

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve
from cjsite.drawing.dimensions import FIT, LANE, LOWEST_LANE, NARROW
from cjsite.drawing.geometry import DISTANCES, OFFSET_MAX, OFFSET_STEP, Y_ZERO, y_percent
from cjsite.drawing.profile import Obstacle, Profile, near
from cjsite.drawing.word_sizes import NOTES, WORDS, Label, Side, Style, Word

EDGE = 2.0
CLEAR = 3.0
LEADING = 2.0
"""What a line of words keeps free above and below its letters; so far they may reach out of the lane."""

# What a place costs. Only the order matters: a word rather changes its side, or moves 24 px,
# than touch a line, rather crosses a line than is struck by the zero line, which runs straight
# through its letters, and rather all that than hides a face.
OTHER_SIDE, PER_DY, TOUCHING, PER_DX = 6.0, 0.25, 1.0, 0.1
ON_LINE, ON_OTHER_LINE, PER_OVERLAP, ON_MARK, ON_WORD = 8.0, 5.0, 0.5, 40.0, 200.0
ON_DROP, ON_ZERO, IN_FIT = 12.0, 24.0, 0.4

ZERO = Y_ZERO * LANE / 100

Hurdle = tuple[float, float, float]


def place(words: Sequence[Word], lines: Sequence[Curve], marks: Sequence[Obstacle] = ()) -> tuple[Label, ...]:
    """Place at most one word a column beside its point, clear of all lines and marks if it can.

    The first line is the words' own; others are further personas or the future. The marks are
    faces; those of the words themselves may be among them.
    """
    return _Field.of(lines, marks, WORDS).seats(words)


def place_notes(notes: Sequence[Word], lines: Sequence[Curve], marks: Sequence[Obstacle] = ()) -> tuple[Label, ...]:
    """Place the short notes of the future curve, the first of the lines, likewise."""
    return _Field.of(lines, marks, NOTES).seats(notes)


@frozen
class _Field:
    """All that words must keep clear of."""

    profiles: tuple[Profile, ...]
    marks: tuple[Obstacle, ...]
    style: Style

    @classmethod
    def of(cls, lines: Sequence[Curve], marks: Sequence[Obstacle], style: Style) -> _Field:
        ordered = sorted(marks, key=lambda mark: mark.x)
        return cls(tuple(Profile.of(line, LANE) for line in lines), tuple(ordered), style)

    def seats(self, words: Sequence[Word]) -> tuple[Label, ...]:
        return tuple(self.seat(word) for word in words)

    def seat(self, word: Word) -> Label:
        """Return the cheapest place; they are tried with rising basic cost, so the search ends early."""
        block, fit = self.style.block(word.text), self.style.fit_block(word.text)
        tall, fit_tall = word.tall(self.style, block.lines), fit.lines * self.style.line
        y = word.height * LANE / 100
        shifts = _shifts(word, block.width)
        around = self._beside(word, block.width)
        fit_around = self._hurdles(sum(word.bounds) / 2, -fit.width / 2, fit.width / 2, FIT)
        taken = [(*word.taken, ON_WORD)] if word.taken else []
        best, label = inf, Label("above", shifts[0], _step(word.radius), block.lines)
        for cost, side, dy in _candidates(word, max(tall, fit_tall)):
            if cost >= best:
                break
            basic = cost + IN_FIT * _cost(fit_around, *_ends(side, y, dy, fit_tall))
            top, bottom = _ends(side, y, dy, tall)
            basic += _cost(taken, top, bottom) if taken else 0.0
            for dx in shifts:
                cost = basic + PER_DX * abs(dx) + _dropped(word, side, dx, block.width)
                if cost < best and (cost := cost + _cost(around(dx), top, bottom)) < best:
                    best, label = cost, Label(side, dx, dy, block.lines)
        return label

    def _beside(self, word: Word, width: float) -> Callable[[int], list[Hurdle]]:
        """Return what is, at NARROW, under a box shifted by dx or between it and its point."""

        @cache
        def around(dx: int) -> list[Hurdle]:
            return self._hurdles(word.x, min(dx - width / 2, 0.0), max(dx + width / 2, 0.0), NARROW)

        return around

    def _hurdles(self, x: float, start: float, end: float, column: float) -> list[Hurdle]:
        hurdles = []
        weight = ON_LINE
        for profile in self.profiles:
            top, bottom = profile.extent(x + start / column, x + end / column)
            hurdles.append((top - CLEAR, bottom + CLEAR, weight))
            weight = ON_OTHER_LINE
        for mark in near(self.marks, x, 1.0):
            y = y_percent(mark.s) * LANE / 100
            if start - mark.radius < (mark.x - x) * column < end + mark.radius:
                hurdles.append((y - mark.radius, y + mark.radius, ON_MARK))
        return hurdles


def _cost(hurdles: Sequence[Hurdle], top: float, bottom: float) -> float:
    cost = ON_ZERO if top < ZERO < bottom else 0.0
    for upper, lower, weight in hurdles:
        if upper < bottom and top < lower:
            cost += weight + PER_OVERLAP * (min(bottom, lower) - max(top, upper))
    return cost


def _dropped(word: Word, side: Side, dx: int, width: float) -> float:
    return ON_DROP if word.drop and side == "below" and abs(dx) < width / 2 + CLEAR else 0.0


def _ends(side: Side, y: float, dy: int, tall: float) -> tuple[float, float]:
    return (y - dy - tall, y - dy) if side == "above" else (y + dy, y + dy + tall)


def _shifts(word: Word, width: float) -> list[int]:
    """Return sideways offsets that keep the box in its columns at NARROW, the smallest first.

    There is always one: the box leaves at least 4 px of a column free.
    """
    first, last = word.bounds
    start = (first - word.x) * NARROW + EDGE + width / 2
    end = (last - word.x) * NARROW - EDGE - width / 2
    low = max(ceil(start / OFFSET_STEP) * OFFSET_STEP, -OFFSET_MAX)
    high = min(floor(end / OFFSET_STEP) * OFFSET_STEP, OFFSET_MAX)
    middle = min(max(0, low), high)
    return sorted({low, _step((low + middle) / 2), middle, _step((middle + high) / 2), high}, key=abs)


def _candidates(word: Word, reach: float) -> Iterator[tuple[float, Side, int]]:
    """Yield cost, side and distance of the places inside the lane, the cheapest first."""
    preferred: Side = "above" if word.drop or word.s is None or word.s >= 0 else "below"
    room = {
        "above": word.height * LOWEST_LANE / 100 - reach + LEADING,
        "below": (100 - word.height) * LOWEST_LANE / 100 - reach + LEADING,
    }
    return (place for place in _ladder(word.radius, preferred) if place[2] <= room[place[1]])


@lru_cache(maxsize=64)
def _ladder(radius: float, preferred: Side) -> tuple[tuple[float, Side, int], ...]:
    sides: tuple[Side, Side] = ("above", "below")
    usual = _step(radius + EDGE)
    return tuple(
        sorted(
            (
                (0.0 if side == preferred else OTHER_SIDE)
                + PER_DY * abs(dy - usual)
                + (TOUCHING if dy < usual else 0.0),
                side,
                dy,
            )
            for side in sides
            for dy in DISTANCES
            if dy >= _step(radius)
        )
    )


def _step(px: float) -> int:
    """Return the next offset at or above a number of px."""
    return ceil(px / OFFSET_STEP) * OFFSET_STEP
