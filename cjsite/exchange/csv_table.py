"""Tables as text: cells parted by commas, semicolons, tabs or bars, as spreadsheets write them (RFC 4180)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from cjsite.base.problem import Place
from cjsite.exchange.decoding import decoded
from cjsite.exchange.foreign_sheets import why_foreign
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import NotImported
from cjsite.exchange.sheet import MOST_CELLS, MOST_EMPTY, Sheet, sheet_grids
from cjsite.exchange.sheet_text import clean
from cjsite.text.separated import SIGNS, declared_separator, named_separator, separator_of
from cjsite.text.spreadsheet import text_of_cell

_SIGNS = (*SIGNS, "|")
_SUFFIXES = (".csv", ".tsv", ".tab")
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
MOST_BYTES = 4 * 1024 * 1024
_FIRST = 64 * 1024
"""Characters that are looked at to tell what a file is."""
_SAMPLE = 50
"""Rows that say what a table's cells are separated by."""
_FEWEST = 3
"""Columns of a table that is one by its content alone: commas part sentences too."""
_OTHER_TEXT = re.compile(
    r"\s*(?:[#{\[<|]|---|```|journey\b|(?:title|gantt|graph|flowchart|sequenceDiagram)\b[^,;\t]*$)", re.M
)
_RULE = re.compile(r"(?m)^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")
"""What makes bars a table of Markdown's."""
_FORMULA_TEXT = re.compile(r'="((?:[^"]|"")*)"')
"""How programs keep spreadsheets from taking `007` for a number."""

Record = tuple[int, list[str]]
"""The line that a row begins in, and its cells."""


def is_csv_table(path: str, data: bytes) -> bool:
    """Tell whether a file is a table as text: by its name, or as its first rows all have three cells or more."""
    if data.startswith(_NO_TEXT) or why_foreign(path, data):
        return False
    if path.lower().endswith(_SUFFIXES):
        return True
    text = decoded(data) if len(data) <= MOST_BYTES else None
    if text is None or _OTHER_TEXT.match(text[0]) or _RULE.search(text[0][:_FIRST]):
        return False
    records = _first_records(text[0], _separator(text[0]))
    widths = {len(cells) for cells in records if any(cells)}
    return len(records) > 1 and len(widths) == 1 and min(widths) >= _FEWEST


def csv_table_grids(path: str, data: bytes) -> tuple[Grid, ...]:
    """Return the tables of a file; raises NotImported where it is none, or over a limit."""
    place = Place(path, 0, 0)
    if len(data) > MOST_BYTES:
        raise NotImported(
            place, f"the file is larger than {MOST_BYTES // 1024**2} MB, and is data rather than a map"
        )
    text = decoded(data)
    if text is None:
        sentence = "the file is neither UTF-8 nor UTF-16 nor Windows-1252; save it as CSV (UTF-8)"
        raise NotImported(place, sentence)
    sign = _separator(text[0])
    if text[0].count(sign) > MOST_EMPTY:
        raise NotImported(place, f"the file has more than {MOST_EMPTY:,} cells, and is data rather than a map")
    cells = _cells(path, text[0], sign)
    grids = sheet_grids(Sheet("", path, cells, notes=_notes(path, text[1], sign)))
    if not grids:
        raise NotImported(place, "no cell of this table has a text")
    return grids


def _cells(path: str, text: str, sign: str) -> dict[tuple[int, int], GridCell]:
    """Return the cells that hold something, by the number of their record and their column."""
    cells: dict[tuple[int, int], GridCell] = {}
    try:
        for number, (line, record) in enumerate(_records(text, sign), 1):
            for column, written in enumerate(record, 1):
                if shown := clean(_FORMULA_TEXT.sub(_unquoted, text_of_cell(written), count=1)):
                    cells[number, column] = GridCell(shown, Place(path, line, column))
            if len(cells) > MOST_CELLS:
                sentence = f"the file has more than {MOST_CELLS:,} cells, and is data rather than a map"
                raise NotImported(Place(path, line, 1), sentence)
    except _TornRow as torn:
        sentence = (
            "the cells of this row cannot be told apart; check its quotes: each that is opened must be closed"
        )
        raise NotImported(Place(path, torn.line, 1), sentence) from torn
    return cells


def _unquoted(match: re.Match[str]) -> str:
    return match[1].replace('""', '"') if match.span() == (0, len(match.string)) else match[0]


def _notes(path: str, encoding: str, sign: str) -> tuple[tuple[Place, str], ...]:
    said = []
    if encoding == "Windows-1252":
        said.append("read as Windows-1252, as it is not UTF-8: look at the letters that are not English")
    if sign != ("\t" if path.lower().endswith((".tsv", ".tab")) else ","):
        said.append(f"read with {named_separator(sign)} between its cells")
    return tuple((Place(path, 0, 0), sentence) for sentence in said)


def _separator(text: str) -> str:
    """Return what parts the cells of a table: the sign that makes the most of its first rows equally wide."""
    if declared := declared_separator(text, _SIGNS):
        return declared
    first = text.lstrip("\ufeff\n").partition("\n")[0]
    scores = {sign: _score(text, sign) for sign in _SIGNS}
    best = max(scores.values())
    likely = tuple(sign for sign in _SIGNS if scores[sign] == best)
    return separator_of(first, likely)


def _score(text: str, sign: str) -> tuple[int, int]:
    """Return how many of the first rows have as many cells as most of them, if more than one, and how many."""
    widths = Counter(len(cells) for cells in _first_records(text, sign) if any(cells))
    alike = {width: number for width, number in widths.items() if width > 1}
    width = max(alike, key=lambda width: (alike[width], width), default=0)
    return alike.get(width, 0), width


def _first_records(text: str, sign: str) -> list[list[str]]:
    """Return the cells of the first rows; where the look at them ends, a row may be torn."""
    records: list[list[str]] = []
    with suppress(_TornRow):
        for _, cells in islice(_records(text[:_FIRST], sign), _SAMPLE):
            records.append(cells)
    return records[:-1] if len(text) > _FIRST and 1 < len(records) < _SAMPLE else records


class _TornRow(Exception):
    """Raised with the line of a row whose cells cannot be told apart."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _records(text: str, sign: str) -> Iterator[Record]:
    """Yield the rows of a table, each with the line that it begins in; a row may have several."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    lines = list(io.StringIO(plain))
    rows = csv.reader(lines, delimiter=sign, strict=False)
    begin = line = 1
    try:
        for cells in rows:
            line, begin = begin, rows.line_num + 1
            if line > 1 or not (cells and cells[0].lower().startswith("sep=")):
                yield line, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise _TornRow(begin) from error
    # A quote that nothing closes takes the rest of the file for one cell.
    if begin - line > 1 and "".join(lines[line - 1 :]).count('"') % 2:
        raise _TornRow(line)
