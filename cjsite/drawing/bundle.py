"""The handoff bundle: links that run from rows on the left into one place and out to the right."""

from __future__ import annotations

from collections.abc import Sequence

from cjsite.base.frozen import frozen
from cjsite.drawing.monotone import Cubic
from cjsite.drawing.paths import join

WIDTH = 100.0
HUB_GAP = 0.26
THIN, PER_COUNT, THICK = 1.0, 0.8, 6.0


@frozen
class Ribbon:
    """One link as a path, with its stroke width in px by its count."""

    path: str
    width: float


@frozen
class Fan:
    """The links of one side in a view box 100 wide and `height` high, in the order of the rows."""

    height: float
    links: tuple[Ribbon, ...]


@frozen
class Bundle:
    """What comes in (rows at the left of its fan) and what goes out (rows at the right)."""

    left: Fan
    right: Fan


def bundle(left: Sequence[int], right: Sequence[int], row: float = 100.0) -> Bundle:
    """Draw links with the given counts, one a row of `row` units; the rows' middles are their ends.

    At the hub they keep the order of the rows, so none cross, a quarter of a row apart.
    """
    return Bundle(_fan(left, row, outward=False), _fan(right, row, outward=True))


def _fan(counts: Sequence[int], row: float, *, outward: bool) -> Fan:
    height = len(counts) * row
    links = []
    for index, count in enumerate(counts):
        y = (index + 0.5) * row
        hub = height / 2 + (y - height / 2) * HUB_GAP
        start, end = (hub, y) if outward else (y, hub)
        links.append(Ribbon(_link(start, end), round(min(THIN + PER_COUNT * count, THICK), 2)))
    return Fan(height, tuple(links))


def _link(start: float, end: float) -> str:
    cubic: Cubic = (0.0, start), (WIDTH / 2, start), (WIDTH / 2, end), (WIDTH, end)
    return join([cubic], lambda point: point)
