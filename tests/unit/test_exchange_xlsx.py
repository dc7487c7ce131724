"""Workbooks as grids: what a reader sees in them, and nothing that no reader does."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import NotImported
from cjsite.exchange.xlsx import is_xlsx, xlsx_grids
from tests.support.sheets import part, rows_in, said, texts, with_parts, workbook, xlsxwriter_book

STAGES = ("Stage", "Waits", "Boards")


def _grid(fill: Callable[[Worksheet], None], title: str = "Ferry") -> Grid:
    (grid,) = xlsx_grids("ferry.xlsx", workbook((title, fill)))
    return grid


def test_cells_have_texts_and_places() -> None:
    grid = _grid(rows_in(STAGES, ("Emotion", -1, 3.5)))
    assert texts(grid) == [["Stage", "Waits", "Boards"], ["Emotion", "-1", "3.5"]]
    assert str(grid.rows[1][2].place) == "ferry.xlsx:2:3"
    assert grid.title == "Ferry" and grid.notes == ()


def test_numbers_and_days_are_as_a_reader_sees_them() -> None:
    def fill(sheet: Worksheet) -> None:
        values = (0.25, 1234.5, datetime.date(2026, 3, 1), datetime.datetime(2026, 3, 1, 14, 30), True, 0.1 + 0.2)
        formats = ("0%", '#,##0.00 "EUR"', "DD.MM.YYYY", "yyyy-mm-dd hh:mm", "General", "General")
        sheet.append(values)
        for cell, form in zip(sheet[1], formats, strict=True):
            cell.number_format = form

    assert texts(_grid(fill)) == [["25%", "1234.50 EUR", "2026-03-01", "2026-03-01 14:30", "TRUE", "0.3"]]


def test_merged_cells_are_repeated_and_said_to_be() -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(("Stage", "Waits", None, "Boards"), ("Step", "reads", "asks", "sits"), ("Pain", "none"))(sheet)
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A2:A3")

    grid = _grid(fill)
    assert texts(grid)[0] == ["Stage", "Waits", "Waits", "Boards"]
    repeated = [(cell.place.line, cell.place.column) for row in grid.rows for cell in row if cell.is_repeated]
    assert repeated == [(1, 3), (3, 1)]


def test_bold_and_slanted_parts_lines_and_links_are_markdown() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "Quote", "the form"
        sheet["B1"].hyperlink = "https://example.org/form"
        sheet["A1"].font = Font(b=True)
        block, slanted = InlineFont(b=True), InlineFont(i=True)
        sheet["A2"] = CellRichText("They ", TextBlock(block, "never "), TextBlock(slanted, "said so"))
        sheet["B2"] = "one\r\ntwo_x000D_"

    grid = _grid(fill)
    assert texts(grid) == [["Quote", "[the form](https://example.org/form)"],
                           ["They **never** *said so*", "one\ntwo"]]  # fmt: skip
    assert [[cell.is_heading for cell in row] for row in grid.rows] == [[True, False], [False, False]]


def test_what_is_hidden_or_beside_the_cells_is_named_and_not_read() -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(STAGES, ("Cost", "secret", "9"), ("Pain", "dear", "late"))(sheet)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet["B3"].comment = Comment("ask Ada", "Ada")

    def hide(sheet: Worksheet) -> None:
        sheet.append(["old"])
        sheet.sheet_state = "hidden"

    (grid,) = xlsx_grids("a.xlsx", workbook(("Sheet1", fill), ("Old", hide)))
    assert grid.title == ""
    assert texts(grid) == [["Stage", "Waits"], ["Pain", "dear"]]
    assert said(grid) == [
        "a.xlsx: the hidden sheet 'Old' is not read",
        "a.xlsx:1:3: column 3 is hidden and is not read: 'Boards; late'",
        "a.xlsx:2:1: row 2 is hidden and is not read: 'Cost; secret; 9'",
        "a.xlsx:3:2: the comment on this cell is not read: 'ask Ada'",
    ]


def test_a_merged_cell_is_seen_where_a_part_of_it_is() -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(("Waits", None, "Boards"), ("a", "b", "c"))(sheet)
        sheet.merge_cells("A1:B1")
        sheet.column_dimensions["A"].hidden = True

    assert texts(_grid(fill)) == [["Waits", "Boards"], ["b", "c"]]


def test_text_boxes_are_named() -> None:
    def fill(sheet: Any) -> None:
        sheet.write_row(0, 0, STAGES)
        sheet.insert_textbox(5, 1, "Ask the\ncrew")

    (grid,) = xlsx_grids("a.xlsx", xlsxwriter_book(fill))
    assert said(grid) == ["a.xlsx: a text box is not read: 'Ask the\ncrew'"]


@pytest.mark.parametrize("by", ["openpyxl", "xlsxwriter"])
def test_a_formula_that_nobody_has_computed_is_no_feeling(by: str) -> None:
    if by == "openpyxl":
        data = workbook(("S", rows_in(STAGES, ("Emotion", "=1+1", 0), ("Done", "=TRUE()", True))))
    else:

        def fill(sheet: Any) -> None:
            sheet.write_row(0, 0, STAGES)
            sheet.write_row(1, 0, ("Emotion", "=1+1", 0))
            sheet.write_row(2, 0, ("Done", "=TRUE()", True))

        data = xlsxwriter_book(fill)
    (grid,) = xlsx_grids("a.xlsx", data)
    assert texts(grid)[1:] == [["Emotion", "", "0"], ["Done", "", "TRUE"]]
    sentence = (
        "nobody has computed this formula yet, and it is not read; open the file in a spreadsheet and save it"
    )
    assert said(grid) == [f"a.xlsx:2:2: {sentence}", f"a.xlsx:3:2: {sentence}"]


def test_what_was_computed_is_read_and_truth_is_a_word() -> None:
    def fill(sheet: Any) -> None:
        sheet.write_row(0, 0, STAGES)
        sheet.write_formula("A2", "=1-1", None, 0)
        sheet.write_formula("B2", "=1+1", None, 2)
        sheet.write_formula("C2", "=TRUE()", None, True)

    data = xlsxwriter_book(fill)
    book = part(data, "xl/workbook.xml")
    # As spreadsheets save it, which have computed all that there is.
    computed = with_parts(data, xl__workbook_dot_xml=book.replace(' fullCalcOnLoad="1"', ""))
    (grid,) = xlsx_grids("a.xlsx", computed)
    assert texts(grid)[1] == ["0", "2", "TRUE"]


def test_several_sheets_are_several_grids() -> None:
    first, second = xlsx_grids("a.xlsx", workbook(("Buy", rows_in(STAGES)), ("Use", rows_in(("Stage", "Rides")))))
    assert (first.title, second.title) == ("Buy", "Use")
    assert (str(first.place), str(second.place)) == ("a.xlsx#Buy:1:1", "a.xlsx#Use:1:1")


def test_lines_above_a_table_stand_above_its_grid() -> None:
    grid = _grid(
        rows_in(("A late ferry",), ("Persona", "Ada"), (), STAGES, ("Pain", "a", "b"), (), ("Source: us",))
    )
    assert texts(grid) == [list(STAGES), ["Pain", "a", "b"]]
    assert [text for _, text in grid.above] == ["A late ferry", "Persona: Ada", "Source: us"]


def test_a_section_is_part_of_its_table_and_another_table_is_one() -> None:
    table = (STAGES, ("Pain", "a", "b"))
    grid = _grid(rows_in(*table, (), ("BACKSTAGE",), ("Team", "c", "d")))
    assert texts(grid)[2:] == [["BACKSTAGE", "", ""], ["Team", "c", "d"]]
    two = xlsx_grids("a.xlsx", workbook(("S", rows_in(*table, (), ("By night",), STAGES, ("Pain", "c", "d")))))
    assert [texts(grid)[1][1] for grid in two] == ["a", "c"]
    assert [text for _, text in two[1].above] == ["By night"]


def test_cells_far_apart_make_no_large_grid() -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(STAGES)(sheet)
        sheet["A1048576"], sheet["XFD1048576"] = "Pain", "far"

    assert texts(_grid(fill)) == [["Stage", "Waits", "Boards", ""], ["Pain", "", "", "far"]]


def test_a_file_without_a_text_is_refused() -> None:
    with pytest.raises(NotImported, match="no sheet of this file that can be seen has a cell with a text"):
        xlsx_grids("a.xlsx", workbook(("S", rows_in())))


@pytest.mark.parametrize(
    ("path", "data", "sentence"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an older kind"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "by a password"),
        ("a.gsheet", b'{"url": "x"}', "only a link to a Google Sheet"),
        ("a.fods", b'<?xml version="1.0"?><office:document office:mimetype="x.spreadsheet">', "one XML file"),
    ],
)
def test_other_spreadsheets_are_refused_by_name(path: str, data: bytes, sentence: str) -> None:
    assert is_xlsx(path, data)
    with pytest.raises(NotImported, match=sentence):
        xlsx_grids(path, data)


def test_a_page_called_xls_is_no_spreadsheet() -> None:
    assert not is_xlsx("export.xls", b"<html><table><tr><td>Stage</td></tr></table></html>")


def test_a_damaged_workbook_is_refused() -> None:
    data = xlsxwriter_book(lambda sheet: sheet.write_row(0, 0, STAGES))
    strings = part(data, "xl/sharedStrings.xml")
    broken = with_parts(data, xl__sharedStrings_dot_xml=strings[: strings.index("<si>")] + "</sst>")
    for bad in (data[: len(data) // 2], with_parts(data, xl__workbook_dot_xml="<workbook>"), broken):
        with pytest.raises(NotImported):
            xlsx_grids("a.xlsx", bad)
