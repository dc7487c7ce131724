"""Heat tables: how many touchpoints stand in each cell, and how they feel."""

from collections.abc import Mapping, Sequence

from cjsite.analysis.coverage import Heat, heat
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.tally import Tally
from cjsite.base.frozen import frozen
from cjsite.model.emotion import SCORES, Scale
from cjsite.summaries.journey_analysis import TouchpointLink
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.text.own_numbers import unnumbered


@frozen
class HeatCell:
    """A cell of a heat table: how many touchpoints, how they feel, the first of them; mean: on the site's scale."""

    count: int
    known: int
    mean: float | None
    band: Band
    at: TouchpointLink


@frozen
class HeatTable:
    """A heat table; rows: a name and its cells, one for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell | None, ...]], ...]


def heat_table(
    cells: Sequence[Heat[TouchpointEntry]], rows: Mapping[str, str], columns: Mapping[str, str], scale: Scale
) -> HeatTable:
    """Return a heat table; rows, columns: their titles, in the order of the rows.

    The column with most touchpoints stands first; rows without any are left out.
    """
    counts: dict[str, int] = {}
    for cell in cells:
        counts[cell.column] = counts.get(cell.column, 0) + cell.tally.count
    ordered = sorted(counts, key=lambda column: (-counts[column], columns[column]))
    at = {(cell.row, cell.column): _spot(cell, scale) for cell in cells}
    filled = [row for row in rows if any((row, column) in at for column in ordered)]
    return HeatTable(
        tuple(columns[column] for column in ordered),
        tuple((rows[row], tuple(at.get((row, column)) for column in ordered)) for row in filled),
    )


def _spot(cell: Heat[TouchpointEntry], scale: Scale) -> HeatCell:
    felt = cell.tally
    return HeatCell(felt.count, felt.known, mean_on(felt, scale), band(felt.mean), cell.first.felt.at)


def mean_on(felt: Tally, scale: Scale) -> float | None:
    """Return a mean feeling on a scale, None where nothing is known."""
    return None if felt.mean is None else SCORES.moved(felt.mean, scale)


def stage_table(points: Sequence[TouchpointEntry], titles: Mapping[str, str], scale: Scale) -> HeatTable:
    """Return a journey's own table of stages and channels; titles: of the channels by id."""
    stages = {
        str(number): f"{number}. {unnumbered(title, {str(number)})}"
        for number, title in (point.stage for point in points)
    }
    cells = ((str(p.stage[0]), p.channel, p, p.mean) for p in points if p.channel)
    return heat_table(heat(cells), stages, titles, scale)
