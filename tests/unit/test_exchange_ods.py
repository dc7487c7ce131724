"""OpenDocument spreadsheets as grids, with the shapes that LibreOffice saves."""

import pytest

from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import NotImported
from cjsite.exchange.ods import is_ods, ods_grids
from tests.support.sheets import archive, ods, said, texts

STYLES = (
    '<style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><style:style style:name="off" style:family="table"><style:table-properties '
    'table:display="false"/></style:style>'
)
REST = '<table:table-cell table:number-columns-repeated="16380"/>'


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}{REST}</table:table-row>"


def _cell(text: str, more: str = "") -> str:
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string"{more}>{lines}</table:table-cell>'


def _table(*rows: str, title: str = "Ferry", more: str = "", columns: str = "") -> str:
    end = '<table:table-row table:number-rows-repeated="1048570">' + REST + "</table:table-row>"
    return f'<table:table table:name="{title}"{more}>{columns}{"".join(rows)}{end}</table:table>'


def _grid(*rows: str, columns: str = "") -> Grid:
    (grid,) = ods_grids("a.ods", ods(_table(*rows, columns=columns), STYLES))
    return grid


def test_cells_have_texts_places_lines_and_marks() -> None:
    link = '<text:a xlink:href="https://example.org/f">the form</text:a>'
    grid = _grid(
        _row(_cell("Stage", ' table:style-name="bold"'), _cell("Waits<text:s/>long")),
        _row(_cell(f'They <text:span text:style-name="T1">never</text:span> said\n{link}'), _cell("a &lt; b")),
    )
    assert texts(grid) == [["Stage", "Waits long"],
                           ["They **never** said\n[the form](https://example.org/f)", "a < b"]]  # fmt: skip
    assert [cell.is_heading for cell in grid.rows[0]] == [True, False]
    assert str(grid.rows[1][1].place) == "a.ods:2:2"


def test_truth_that_is_declared_a_number_stays_a_word() -> None:
    truth = 'table:formula="of:=TRUE()" office:value-type="float" office:value="1"'
    number = 'office:value-type="float" office:value="3.25"'
    share = 'office:value-type="percentage" office:value="0.25"'
    cells = (f"<table:table-cell {truth}><text:p>TRUE</text:p></table:table-cell>",
             f"<table:table-cell {number}><text:p>3,3</text:p></table:table-cell>",
             f"<table:table-cell {share}><text:p>25 %</text:p></table:table-cell>",
             '<table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>1.3.26</text:p>'
             "</table:table-cell>")  # fmt: skip
    assert texts(_grid(_row(*cells))) == [["TRUE", "3.3", "25 %", "2026-03-01"]]


def test_a_formula_that_nobody_has_computed_is_named() -> None:
    grid = _grid(_row(_cell("Emotion"), '<table:table-cell table:formula="of:=1+1"/>'))
    assert texts(grid) == [["Emotion"]]
    assert said(grid)[0].startswith("a.ods:1:2: nobody has computed this formula yet")


def test_merged_and_repeated_cells_are_repeated() -> None:
    merged = _cell("Waits", ' table:number-columns-spanned="2" table:number-rows-spanned="1"')
    grid = _grid(
        _row(_cell("Stage"), merged, "<table:covered-table-cell/>", _cell("Boards")),
        _row(_cell("Pain"), _cell("none", ' table:number-columns-repeated="3"')),
        _row(_cell("Gain"), _cell("some"), more=' table:number-rows-repeated="2"'),
    )
    assert texts(grid) == [
        ["Stage", "Waits", "Waits", "Boards"],
        ["Pain", "none", "none", "none"],
        ["Gain", "some", "", ""],
        ["Gain", "some", "", ""],
    ]
    assert [cell.is_repeated for cell in grid.rows[0]] == [False, False, True, False]
    assert not any(cell.is_repeated for cell in grid.rows[1])


def test_what_is_hidden_or_beside_the_cells_is_named_and_not_read() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    note = "<office:annotation><text:p>ask Ada</text:p></office:annotation>"
    box = "<table:shapes><draw:custom-shape><text:p>Ask the crew</text:p></draw:custom-shape></table:shapes>"
    table = _table(
        _row(_cell("Stage"), _cell("Waits"), _cell("Boards")),
        _row(_cell("Cost"), _cell("9"), _cell("8"), more=' table:visibility="collapse"'),
        _row(_cell("Pain"), _cell("dear"), f"<table:table-cell>{note}<text:p>late</text:p></table:table-cell>"),
        columns=columns + box,
    )  # fmt: skip
    old = _table(_row(_cell("old")), title="Old", more=' table:style-name="off"')
    (grid,) = ods_grids("a.ods", ods(table + old, STYLES))
    assert texts(grid) == [["Stage", "Boards"], ["Pain", "late"]]
    assert said(grid) == [
        "a.ods: the hidden sheet 'Old' is not read",
        "a.ods:3:3: the comment on this cell is not read: 'ask Ada'",
        "a.ods:1:2: column 2 is hidden and is not read: 'Waits; dear'",
        "a.ods:2:1: row 2 is hidden and is not read: 'Cost; 9; 8'",
        "a.ods: a text box is not read: 'Ask the crew'",
    ]


def test_rows_in_groups_and_headers_are_rows() -> None:
    header = f"<table:table-header-rows>{_row(_cell('Stage'))}</table:table-header-rows>"
    group = f"<table:table-row-group>{_row(_cell('Pain'))}</table:table-row-group>"
    assert texts(_grid(header, group)) == [["Stage"], ["Pain"]]


def test_only_spreadsheets_of_opendocument_are_recognised() -> None:
    assert is_ods("a", ods(_table()))
    assert not is_ods("a.ods", archive({"mimetype": "application/vnd.oasis.opendocument.text"}))
    assert not is_ods("a.ods", b"PK\x03\x04") and not is_ods("a.ods", b"")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(NotImported):
        ods_grids("a.ods", archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}))
