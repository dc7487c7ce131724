"""Heat tables: how many touchpoints stand in each cell, and how they feel."""

from collections.abc import Iterable, Mapping, Sequence

from cjsite.analysis.coverage import heat
from cjsite.analysis.feeling import Band, band
from cjsite.frozen import frozen
from cjsite.pages.insights.point import Point
from cjsite.pages.survey import TouchpointLink


@frozen
class Spot:
    """A cell of a heat table: how many touchpoints, how they feel, and the first of them."""

    count: int
    known: int
    score: float | None
    band: Band
    at: TouchpointLink


@frozen
class Table:
    """A heat table; rows: a name and its cells, one for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Spot | None, ...]], ...]


def heat_table(cells: Iterable[tuple[str, str, Point]], rows: Iterable[str]) -> Table:
    """Return a heat table; the column with most touchpoints stands first, rows without any are left out."""
    found = heat((row, column, point, point.felt.score) for row, column, point in cells)
    counts: dict[str, int] = {}
    for cell in found:
        counts[cell.column] = counts.get(cell.column, 0) + len(cell.points)
    columns = sorted(counts, key=lambda column: (-counts[column], column))
    at = {
        (c.row, c.column): Spot(len(c.points), c.known, c.score, band(c.score), c.points[0].felt.at) for c in found
    }
    filled = [row for row in rows if any((row, column) in at for column in columns)]
    return Table(tuple(columns), tuple((row, tuple(at.get((row, column)) for column in columns)) for row in filled))


def stage_table(points: Sequence[Point], titles: Mapping[str, str]) -> Table:
    """Return a journey's own table of stages and channels; titles: of the channels by id."""
    stages = dict.fromkeys(f"{number}. {title}" for number, title in (point.stage for point in points))
    cells = ((f"{p.stage[0]}. {p.stage[1]}", titles[p.channel], p) for p in points if p.channel)
    return heat_table(cells, stages)
