"""Tables as maps: grids of cells, whatever they come from, read as journeys of the model."""

from collections.abc import Sequence

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.table_cells import tidy
from cjsite.exchange.table_fields import TARGETS
from cjsite.exchange.table_groups import grouped
from cjsite.exchange.table_kinds import is_of_persona, is_template, not_a_journey, not_lanes
from cjsite.exchange.table_map import map_of
from cjsite.exchange.table_personas import ReadPersona, persona_of_section, persona_of_table
from cjsite.exchange.table_points import TableReading, reading_of
from cjsite.exchange.table_shape import rectangle, shapes_of
from cjsite.exchange.table_surroundings import left_around, with_texts_below
from cjsite.exchange.table_texts import properties_of, said_of_map
from cjsite.model.types import TEXT_LIMIT

MOST_SIGNS = 1_000_000
"""Characters of all tables of a file, those of merged cells as often as they are seen."""


def read_grids(grids: Sequence[Grid], path: str, options: ImportOptions) -> tuple[ImportedMap, ...]:
    """Return the maps that tables hold; raise NotImported where they hold none, or one may be read both ways.

    Tables that are no journey are told and left, if any other is one.
    """
    _check_lanes(options, path)
    _check_length(grids)
    grids = [_tidy(grid) for grid in grids]
    asked = bool(options.orientation or options.lanes)
    personas: list[tuple[Grid, ReadPersona]] = []
    readings: list[TableReading] = []
    left: list[NotImported] = []
    for grid in grids:
        person = persona_of_table(grid) or persona_of_section(grid)
        if person:
            personas.append((grid, person))
        elif grid.rows and not grid.is_front and not properties_of(grid):
            try:
                readings.append(_reading(grid, path, options))
            except NoLanes as refused:
                left.append(refused)
    maps = []
    for reading in grouped(readings):
        if why := _refused(reading, path, asked=asked):
            left.append(NotImported(reading.grids[0].place, why))
        else:
            maps.append(reading)
    if not maps:
        raise _refusal(left, path) if left or not personas else _only_personas(*personas[0])
    described = [grid for grid, _ in personas if is_of_persona(grid) and grid.rows]
    telling = [grid for grid in grids if grid not in described and (not grid.rows or properties_of(grid))]
    made = [
        map_of(reading, personas, said_of_map(telling, reading.grids[0]), path, options)
        for reading in with_texts_below(maps, [grid for grid in grids if not persona_of_section(grid)])
    ]
    skipped = tuple((each.place, f"this table is not taken in: {each.sentence}") for each in left)
    in_maps = {grid.place for reading in maps for grid in reading.grids}
    around = tuple(left_around(grids, made, (*in_maps, *(each.place for each in left))))
    return (replace(made[0], unread=(*skipped, *around)), *made[1:])


def _check_length(grids: Sequence[Grid]) -> None:
    signs = sum(len(cell.text) for grid in grids for row in grid.rows for cell in row)
    if signs > MOST_SIGNS:
        sentence = f"the tables of this file have {signs:,} characters, and maps come with {MOST_SIGNS:,} at most"
        raise NotImported(grids[0].place, f"{sentence}; copy the map into a file of its own", is_final=True)


class NoLanes(NotImported):
    """Raised for a table that has no labels of lanes."""


def _reading(grid: Grid, path: str, options: ImportOptions) -> TableReading:
    readings = [reading_of(shape) for shape in shapes_of(grid, options)]
    if not readings:
        rows = rectangle(grid.rows)
        raise NoLanes(grid.place, not_lanes([cell.text for cell in rows[0]] if rows else ()))
    journeys = [reading for reading in readings if not not_a_journey(reading, path)]
    if len(journeys) > 1:
        raise NotImported(grid.place, _both_ways(*journeys), is_final=True)
    return (journeys or readings)[0]


def _tidy(grid: Grid) -> Grid:
    rows = tuple(tuple(replace(cell, text=tidy(cell.text)) for cell in row) for row in grid.rows)
    for cell in (cell for row in rows for cell in row if len(cell.text) > TEXT_LIMIT):
        raise NotImported(
            cell.place, f"this cell has {len(cell.text):,} characters; a text may have {TEXT_LIMIT:,}"
        )
    return replace(grid, rows=rows)


def _check_lanes(options: ImportOptions, path: str) -> None:
    for name, target in options.lanes:
        if target not in (*TARGETS, "stage", "step"):
            there = ", ".join(("stage", "step", *sorted(TARGETS)))
            raise NotImported(Place(path, 0, 0), f'`--lane "{name}={target}"` names no field; there is {there}')


def _both_ways(as_rows: TableReading, as_columns: TableReading) -> str:
    def _named(reading: TableReading) -> str:
        return ", ".join(f"'{lane.name[:40]}'" for lane in reading.lanes[:4])

    return (
        f"the table can be read both ways: with the steps as rows, its lanes would be {_named(as_rows)}; with the "
        f"steps as columns, {_named(as_columns)}; say which with `--orientation rows` or `--orientation columns`"
    )


def _refused(reading: TableReading, path: str, *, asked: bool) -> str:
    """Return why a table makes no map, '' if it makes one."""
    if is_template(reading):
        return "this is a template that nobody has filled in: its cells are empty, or placeholders"
    return not_a_journey(reading, path, asked=asked)


def _only_personas(grid: Grid, person: ReadPersona) -> NotImported:
    sentence = f"this describes a persona ('{person.persona.title}'), and holds no stage of a journey"
    return NotImported(grid.place, sentence)


def _refusal(left: Sequence[NotImported], path: str) -> NotImported:
    """Return the refusal that says most: that of a template, or of the first table."""
    if not left:
        return NotImported(Place(path, 0, 0), "no table stands in it, but perhaps in code, which is not read")
    first = next((each for each in left if "template" in each.sentence), left[0])
    others = f"; {len(left) - 1} more tables are no journeys either" if len(left) > 1 else ""
    return NotImported(first.place, first.sentence + others)
