"""Spreadsheets as maps, by the command's own way: words, feelings, and what is said of the rest."""

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cjsite.exchange.formats import formats_of
from cjsite.exchange.imported import ImportedMap, ImportOptions
from tests.support.sheets import ods, rows_in, workbook, xlsxwriter_book

ROWS = (("Stage", "Buy", "Buy", "Use"), ("Step", "Reads", "Pays", "Rides"), ("Actions", "a", "b", "c"),
        ("Emotion (1 to 5)", 2, "", 5))  # fmt: skip


def _book(sheet: Worksheet) -> None:
    rows_in(("A late ferry",), (), *ROWS, ("Cost", 1, 2, 3))(sheet)
    sheet["C6"] = "=1+1"
    sheet.merge_cells("B3:C3")
    sheet.row_dimensions[7].hidden = True


def _ods_row(values: tuple[object, ...]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, values))}</table:table-row>"


def _ods_cell(value: object) -> str:
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{value},0</text:p></table:table-cell>"


FILES = {
    "a.xlsx": workbook(("A late ferry", _book)),
    "b.xlsx": xlsxwriter_book(lambda sheet: [sheet.write_row(number, 0, row) for number, row in enumerate(ROWS)]),
    "a.ods": ods(f'<table:table table:name="A">{"".join(map(_ods_row, ROWS))}</table:table>'),
    "a.csv": "\n".join(";".join(map(str, row)) for row in ROWS).encode("utf-16"),
}


def _map(path: str) -> ImportedMap:
    first, *_ = formats_of(path, FILES[path])
    (imported,) = first.read(path, FILES[path], ImportOptions())
    return imported


@pytest.mark.parametrize("path", FILES)
def test_each_is_the_same_map(path: str) -> None:
    stages = _map(path).journey.stages
    assert [(stage.title, [step.title for step in stage.course]) for stage in stages] == [
        ("Buy", ["Reads", "Pays"]),
        ("Use", ["Rides"]),
    ]
    steps = [step for stage in stages for step in stage.course]
    assert [step.actions for step in steps] == [("a",), ("b",), ("c",)]
    assert [[sample.value for sample in step.emotion] for step in steps] == [[2], [], [5]]


def test_what_is_not_read_is_said() -> None:
    unread = [f"{place}: {sentence}" for place, sentence in _map("a.xlsx").unread]
    assert [line.split(";")[0] for line in unread] == [
        "a.xlsx:6:3: nobody has computed this formula yet, and it is not read",
        "a.xlsx:7:1: row 7 is hidden and is not read: 'Cost",
    ]
    assert [sentence for _, sentence in _map("a.csv").unread] == ["read with `;` between its cells"]
