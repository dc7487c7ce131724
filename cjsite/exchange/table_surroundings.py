"""What stands around the tables of a file: what is below one is said of its map, and what is of none is told."""

from collections.abc import Iterator, Sequence

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import ImportedMap, in_short
from cjsite.exchange.lane_words import has_role
from cjsite.exchange.table_cells import is_blank, unmarked
from cjsite.exchange.table_points import TableReading
from cjsite.exchange.table_texts import around, entries, kind_of


def with_texts_below(readings: Sequence[TableReading], grids: Sequence[Grid]) -> list[TableReading]:
    """Return tables with what stands below them under their heading, as if it stood above.

    So with what stands under a heading that holds no other map's table.
    """
    after = [_with_texts_over(reading, readings, grids) for reading in readings]
    for grid in grids:
        if grid.rows or not grid.above:
            continue
        holders = [
            (n, m) for n, own in enumerate(after) for m, table in enumerate(own.grids) if _is_below(grid, table)
        ]
        if holders:
            number, of_table = holders[-1]
            own_tables = list(after[number].grids)
            table = own_tables[of_table]
            own_tables[of_table] = replace(table, above=(*table.above, *grid.above))
            after[number] = replace(after[number], grids=tuple(own_tables))
    return after


def _with_texts_over(
    reading: TableReading, readings: Sequence[TableReading], grids: Sequence[Grid]
) -> TableReading:
    first, *others = reading.grids
    shared = [
        place for other in readings if other is not reading for table in other.grids for place, _ in table.headings
    ]
    own = {place for place, _ in first.headings} - set(shared)
    over = tuple(text for grid in grids if not grid.rows and grid.place in own for text in grid.above)
    return replace(reading, grids=(replace(first, above=(*over, *first.above)), *others)) if over else reading


def _is_below(text: Grid, table: Grid) -> bool:
    place = text.above[0][0]
    return (text.title, text.headings) == (table.title, table.headings) and place.line > table.place.line


def left_around(
    grids: Sequence[Grid], maps: Sequence[ImportedMap], left: Sequence[Place]
) -> Iterator[tuple[Place, str]]:
    """Yield what is in no map, a sentence for each heading or table; left: tables of which this is told anyway."""
    used = {place for own in maps for place, _ in own.words}
    for grid in grids:
        # Of what is said under a heading of its own, this is the place.
        is_said = grid.place in used and not grid.rows
        texts = [] if is_said else [each for each in entries(grid.above) if not _is_used(each, used)]
        if texts:
            place, text = texts[0]
            named = f"what stands below '{_short(grid.title)}'" if grid.title else f"the text '{_short(text)}'"
            yield place, f"{named} is not taken in"
        rows = [] if grid.place in left else [row for row in grid.rows if not _is_told(row, used)]
        if rows:
            names = ", ".join(f"'{_short(row[0].text)}'" for row in rows[:3])
            yield rows[0][0].place, f"{names}{' …' if len(rows) > 3 else ''}: this is not taken in"


def _is_used(each: tuple[Place, str], used: set[Place]) -> bool:
    return each[0] in used or bool(around([each]).first("title"))


def _is_told(row: Sequence[GridCell], used: set[Place]) -> bool:
    texts = [cell.text for cell in row]
    if kind_of(texts[0]) == "title":
        return True
    is_head = all(is_blank(text) or has_role(text, "generic") for text in texts)
    return is_head or all(map(is_blank, texts[1:])) or any(cell.place in used for cell in row)


def _short(text: str) -> str:
    return in_short(unmarked(text))
