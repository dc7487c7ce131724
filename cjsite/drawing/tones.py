"""A line cut where it crosses zero, so that each part has a colour of its own.

Pages paint a line with a gradient that changes at zero; LibreOffice draws no line that is painted so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from cjsite.drawing.curve import Curve
from cjsite.drawing.monotone import Cubic, split
from cjsite.drawing.paths import Viewport, join

Tone = Literal["good", "neutral", "bad"]
_HALVINGS = 24


def toned(line: Curve, frame: Viewport) -> Mapping[tuple[Tone, bool], str]:
    """Return the paths of a line by their tone, and whether they are firm; neutral: what runs along zero."""
    parts: dict[tuple[Tone, bool], list[Cubic]] = {}
    for run in line.runs:
        for cubic, is_firm in zip(run.spline.cubics(), run.firmness, strict=True):
            for part in at_zero(cubic):
                parts.setdefault((_tone(part), is_firm), []).append(part)
    return {key: join(cubics, frame.place) for key, cubics in parts.items()}


def at_zero(cubic: Cubic) -> Iterator[Cubic]:
    """Yield the parts of a curve above and below zero: it rises or falls throughout, and crosses once at most."""
    start, end = cubic[0][1], cubic[3][1]
    if start * end >= 0:
        yield cubic
        return
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (_height(cubic, middle) > 0) == (start > 0):
            low = middle
        else:
            high = middle
    yield from split(cubic, high)


def _height(cubic: Cubic, t: float) -> float:
    (_, a), (_, b), (_, c), (_, d) = cubic
    u = 1 - t
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d


def _tone(part: Cubic) -> Tone:
    ends = part[0][1] + part[3][1]
    if abs(ends) < 1e-6:
        return "neutral"
    return "good" if ends > 0 else "bad"
