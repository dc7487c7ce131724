"""A sheet of any spreadsheet: its cells by row and column, and the grids that a reader sees in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.hidden_cells import Area, Position
from cjsite.exchange.imported import NotImported
from cjsite.exchange.table_texts import is_generic_title, is_state

MOST_CELLS = 20_000
"""Of a file, with something in them; what is beyond is data, and no map."""
MOST_EMPTY = 100_000
"""Cells of a file that have a colour or a border and nothing else: some programs write thousands of them."""
MOST_MERGED = 50_000
"""Cells that merged areas of a file cover."""
MOST_AREA = 250_000
"""Cells of a sheet between its first and its last, without empty rows and columns."""
MOST_TEXT = 4 * 1024 * 1024
MOST_SHEETS = 100
MOST_ROWS = 2**20
MOST_COLUMNS = 2**14
"""Of a sheet, as the programs have it."""
_BY_DEFAULT = re.compile(
    r"(sheet|tabelle|feuil(le)?|hoja|foglio|planilha|folha|blad|ark|arkusz|list|лист|シート|工作表|시트)\s*\d*"
    r"|tabellenblatt\d*",
    re.IGNORECASE,
)
"""What programs call a sheet that nobody has named."""
_KEY_AND_VALUE = 2
_LONGEST_TITLE = 80
_NO_TITLE = re.compile(r"[:：]|[.!?…。]$|\n")
"""What a sentence has, or a value with its name."""

Line = tuple[int, tuple[GridCell, ...]]
"""A row's number, and its cells."""


@frozen
class Sheet:
    """The visible cells of a sheet by row and column, its merged areas, and notes of what is not read of it."""

    title: str
    path: str
    cells: Mapping[Position, GridCell]
    merged: Sequence[Area] = ()
    notes: tuple[tuple[Place, str], ...] = ()


def place_path(path: str, title: str, number_of_sheets: int) -> str:
    """Return what places of a sheet are called; its name only where there are several."""
    return path if number_of_sheets == 1 else f"{path}#{title}"


def sheet_grids(sheet: Sheet) -> tuple[Grid, ...]:
    """Return the tables of a sheet, without empty rows and columns; a line above a table stands above its grid.

    A second table begins where, below an empty row, the first one's heading or its first column stands again.
    """
    lines = _lines(sheet)
    if not lines:
        return ()
    title = "" if _says_nothing(sheet) else sheet.title.strip()
    grids = [_grid(title, block) for block in _tables(lines)]
    first = _titled(grids[0])
    return (replace(first, notes=sheet.notes), *grids[1:])


def _says_nothing(sheet: Sheet) -> bool:
    """Tell whether a sheet is called as programs call them: by a number, or like the file that it was made of."""
    name = sheet.title.strip()
    stem = sheet.path.partition("#")[0].rpartition("/")[2].rpartition(".")[0]
    return bool(_BY_DEFAULT.fullmatch(name)) or name == stem


def _titled(grid: Grid) -> Grid:
    """Return a table with the first line of its sheet as its title, if that reads like one and the sheet has none.

    A sheet called *As-is* or *Journey map* says less than that line, which is then the heading above it.
    """
    is_hollow = is_state(grid.title) or is_generic_title(grid.title)
    if not grid.above or not is_hollow:
        return grid
    (place, line), *others = grid.above
    is_title = place.line < grid.place.line and len(line) <= _LONGEST_TITLE and not _NO_TITLE.search(line)
    if not is_title:
        return grid
    titled = replace(grid, headings=((place, line),)) if grid.title else replace(grid, title=line)
    return replace(titled, above=tuple(others))


def _lines(sheet: Sheet) -> list[Line]:
    """Return the rows that hold something, each as wide as the sheet."""
    rows = sorted({row for row, _ in sheet.cells})
    columns = sorted({column for _, column in sheet.cells})
    if len(rows) * len(columns) > MOST_AREA:
        sentence = f"the cells of this sheet are too far apart ({len(rows):,} rows, {len(columns):,} columns)"
        raise NotImported(Place(sheet.path), f"{sentence}; keep the map alone in it")
    cells = {**dict(_repeated(sheet, set(rows), set(columns))), **sheet.cells}
    places = {row: cell.place.line for (row, _), cell in sheet.cells.items()}
    return [
        (row, tuple(cells.get((row, n)) or GridCell("", Place(sheet.path, places[row], n)) for n in columns))
        for row in rows
    ]


def _repeated(sheet: Sheet, rows: set[int], columns: set[int]) -> Iterator[tuple[Position, GridCell]]:
    for top, left, bottom, right in sheet.merged:
        cell = sheet.cells.get((top, left))
        if cell and cell.text:
            for row in rows.intersection(range(top, bottom + 1)):
                for column in columns.intersection(range(left, right + 1)):
                    if (row, column) != (top, left):
                        place = Place(cell.place.path, row, column)
                        yield (row, column), replace(cell, place=place, is_repeated=True)


def _own(line: Line) -> list[GridCell]:
    return [cell for cell in line[1] if cell.text and not cell.is_repeated]


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """Return runs of rows that no empty row of the sheet parts."""
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or line[0] != blocks[-1][-1][0] + 1:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _tables(lines: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Return each table with the lines that stand around it."""
    widest = max(len(_own(line)) for line in lines)
    if widest == 1:
        return [(lines, [])]
    tables: list[tuple[list[Line], list[Line]]] = []
    pending: list[Line] = []
    for block in _blocks(lines):
        is_preface = not tables and max(len(_own(line)) for line in block) <= _KEY_AND_VALUE < widest
        head = block if is_preface else list(takewhile(lambda line: len(_own(line)) == 1, block))
        table = block[len(head) :]
        pending += head
        if table and tables and not _is_another(tables[-1][0], table):
            tables[-1][0].extend(pending + table)
        elif table:
            tables.append((table, pending))
        pending = [] if table else pending
    tables[-1][1].extend(pending)
    return tables


def _is_another(table: list[Line], block: list[Line]) -> bool:
    """Tell whether the heading of a table, or its first column, stands again in what comes below."""
    return any(
        len(first) > 1 and len(first & again) * 2 > len(first)
        for first, again in ((_texts(table[0]), _texts(block[0])), (_names(table), _names(block)))
    )


def _texts(line: Line) -> set[str]:
    return {cell.text.casefold() for cell in _own(line)}


def _names(table: list[Line]) -> set[str]:
    return {own[0].text.casefold() for line in table if len(own := _own(line)) > 1}


def _grid(title: str, table: tuple[list[Line], list[Line]]) -> Grid:
    lines, around = table
    rows = tuple(cells for _, cells in lines)
    return Grid(title, rows, rows[0][0].place, tuple(_in_one(own) for line in around if (own := _own(line))))


def _in_one(cells: list[GridCell]) -> tuple[Place, str]:
    *names, last = (cell.text for cell in cells)
    return cells[0].place, ": ".join((*(name.rstrip(": ") for name in names), last))
