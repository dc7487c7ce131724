"""Names at the ends of lines: each as near to its line's end as the others allow."""

from __future__ import annotations

from collections.abc import Sequence

from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import y_percent
from cjsite.drawing.paths import polyline

LEAST = 12.0
"""From one name's middle to the next, in per cent of the lane: two lines of the smallest type."""
TOP, BOTTOM = 6.0, 94.0


@frozen
class LineEnd:
    """Where a name stands, in per cent of the lane from its top, and the path there from the line's end."""

    height: float
    leader: str


def line_ends(ends: Sequence[tuple[float, float]], columns: int, most: int) -> tuple[LineEnd, ...]:
    """Return a place for the name of each line by its last point, x in columns and a normal score.

    The first `most` stand together, none over another. Of further ones one at a time stands with them, at the
    nearest place that they leave; the lowest one they always do.
    """
    heights = [y_percent(score) for _, score in ends]
    room = BOTTOM if len(ends) <= most else BOTTOM - LEAST
    places = list(spread(heights[:most], LEAST, TOP, room))
    places += [_free(height, places[:most]) for height in heights[most:]]
    return tuple(
        LineEnd(place, polyline([(100 * x, height), (100 * columns, place)]))
        for (x, _), height, place in zip(ends, heights, places, strict=True)
    )


def spread(heights: Sequence[float], least: float, low: float, high: float) -> tuple[float, ...]:
    """Return places from low to high in the order of the heights, `least` apart, with the least squares of moves.

    Where not all have room so far apart, they share what there is.
    """
    least = min(least, (high - low) / max(len(heights) - 1, 1))
    order = sorted(range(len(heights)), key=heights.__getitem__)
    # Less their ranks' shares they need only ascend: neighbours that do not are pooled at their mean.
    pools: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, size = heights[index] - rank * least, 1
        while pools and pools[-1][0] >= mean:
            other, count = pools.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        pools.append((mean, size))
    room = high - (len(heights) - 1) * least
    levels = [min(max(mean, low), room) for mean, size in pools for _ in range(size)]
    placed = {index: level + rank * least for rank, (index, level) in enumerate(zip(order, levels, strict=True))}
    return tuple(placed[index] for index in range(len(heights)))


def _free(height: float, taken: Sequence[float]) -> float:
    """Return the nearest place that keeps clear of those taken."""
    edges = (height, BOTTOM, *(place + side for place in taken for side in (-LEAST, LEAST)))
    free = (
        edge
        for edge in edges
        if TOP <= edge <= BOTTOM and all(abs(edge - place) >= LEAST - 1e-9 for place in taken)
    )
    return min(free, key=lambda edge: abs(edge - height))
