"""Spreadsheets one step over a limit are refused with a sentence, and no library has seen them."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import odfdo
import openpyxl
import pytest

from cjsite.exchange import archive, ods_look, sheet, xlsx_look
from cjsite.exchange.csv_table import csv_table_grids
from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import NotImported
from cjsite.exchange.ods import ods_grids
from cjsite.exchange.xlsx import xlsx_grids
from tests.support.sheets import ods, part, rows_in, with_parts, workbook

Read = Callable[[str, bytes], tuple[Grid, ...]]
BOOK = workbook(("S", rows_in(("Stage", "Waits"), ("Pain", "dear"))))
SHEET = "xl__worksheets__sheet1_dot_xml"
CELL = '<table:table-cell office:value-type="string"{}><text:p>a</text:p></table:table-cell>'


def _ods(cell: str = CELL.format(""), row: str = "", tables: int = 1) -> bytes:
    return ods(f"<table:table><table:table-row{row}>{cell}</table:table-row></table:table>" * tables)


@pytest.fixture(autouse=True)
def _no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a library was called")

    monkeypatch.setattr(openpyxl, "load_workbook", refuse)
    monkeypatch.setattr(odfdo, "Document", refuse)


def _refused(read: Read, data: bytes) -> str:
    with pytest.raises(NotImported) as refusal:
        read("a", data)
    return refusal.value.sentence


def test_a_sheet_within_the_limits_gets_to_its_library() -> None:
    for read, data in ((xlsx_grids, BOOK), (ods_grids, _ods())):
        assert _refused(read, data).startswith("this spreadsheet cannot be read")


@pytest.mark.parametrize(("read", "data"), [(xlsx_grids, BOOK), (ods_grids, _ods())])
@pytest.mark.parametrize(
    ("limit", "value", "sentence"),
    [
        ("MOST_BYTES", 10, "the file is larger than"),
        ("MOST_PARTS", 1, "more than 1 parts"),
        ("MOST_UNPACKED", 100, "unpacked, the file is larger than"),
        ("MOST_NESTED", 1, "nested more than 1 deep"),
        ("MOST_ELEMENTS", 3, "more than 3 elements"),
        ("MOST_ATTRIBUTES", 0, "more than 0 attributes"),
    ],
)
def test_archives(
    monkeypatch: pytest.MonkeyPatch, read: Read, data: bytes, limit: str, value: int, sentence: str
) -> None:
    monkeypatch.setattr(archive, limit, value)
    assert sentence in _refused(read, data)


@pytest.mark.parametrize(("read", "data"), [(xlsx_grids, BOOK), (ods_grids, _ods())])
@pytest.mark.parametrize(
    "begin", ['<!DOCTYPE x [<!ENTITY a "b">]>', "<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "file:///etc/hostname">']
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities(read: Read, data: bytes, begin: str, encoding: str) -> None:
    # Whatever its name says.
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("media/picture.png", f"{begin}<x>&a;</x>".encode(encoding))
    assert "declares XML entities or a document type" in _refused(read, stream.getvalue())


def test_a_part_that_is_packed_too_well() -> None:
    assert "packed more than 250 times" in _refused(xlsx_grids, with_parts(BOOK, a_dot_bin="0" * 2_000_000))


def test_parts_with_a_password() -> None:
    data = bytearray(BOOK)
    begin = data.index(b"PK\x01\x02")
    data[begin + 8] |= 1
    assert "protected by a password" in _refused(xlsx_grids, bytes(data))
    inside = '"text/xml"><manifest:encryption-data/></manifest:file-entry>'
    manifest = part(_ods(), "META-INF/manifest.xml").replace('"text/xml"/>', inside)
    locked = with_parts(_ods(), **{"META-INF__manifest_dot_xml": manifest})
    assert "protected by a password" in _refused(ods_grids, locked)


def test_cells_and_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (xlsx_look, ods_look):
        monkeypatch.setattr(module, "MOST_CELLS", 3)
        monkeypatch.setattr(module, "MOST_SHEETS", 1)
    assert "more than 3 cells with something in them" in _refused(xlsx_grids, BOOK)
    assert "more than 3 cells with something in them" in _refused(ods_grids, _ods(CELL.format("") * 4))
    two = workbook(("A", rows_in(())), ("B", rows_in(())))
    assert "more than 1 sheets" in _refused(xlsx_grids, two)
    assert "more than 1 sheets" in _refused(ods_grids, _ods(tables=2))


def test_cells_that_are_said_to_be_repeated() -> None:
    wide = _ods(CELL.format(' table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048576"')
    assert "is data rather than a map" in _refused(ods_grids, wide)
    below = '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>'
    assert "is data rather than a map" in _refused(ods_grids, _ods(below, ' table:number-rows-repeated="2"'))
    spanned = CELL.format(' table:number-columns-spanned="16384" table:number-rows-spanned="1048576"')
    assert f"more than {sheet.MOST_MERGED:,} cells" in _refused(ods_grids, _ods(spanned))


@pytest.mark.parametrize("element", ["mergeCells><mergeCell", "hyperlinks><hyperlink"])
def test_areas_that_the_library_would_fill(element: str) -> None:
    outer = element.partition(">")[0]
    text = part(BOOK, "xl/worksheets/sheet1.xml")
    filled = text.replace("</sheetData>", f'</sheetData><{element} ref="A1:XFD1048576"/></{outer}>')
    sentence = _refused(xlsx_grids, with_parts(BOOK, **{SHEET: filled}))
    assert "cover more than 50,000 cells" in sentence or "are on more than 5,000 cells" in sentence


def test_a_comment_on_all_cells_of_a_sheet() -> None:
    comments = '<comments><commentList><comment ref="A1:XFD1048576" authorId="0"/></commentList></comments>'
    assert "are on more than 5,000 cells" in _refused(xlsx_grids, with_parts(BOOK, xl__c_dot_xml=comments))


def test_workbooks_that_the_library_takes_for_empty() -> None:
    book = part(BOOK, "xl/workbook.xml").replace("<workbook ", '<workbook conformance="strict" ')
    assert "Strict Open XML" in _refused(xlsx_grids, with_parts(BOOK, xl__workbook_dot_xml=book))


def test_tables_as_text() -> None:
    assert "is data rather than a map" in _refused(csv_table_grids, b"a,b\n" * (sheet.MOST_CELLS // 2 + 1))
    assert "larger than 4 MB" in _refused(csv_table_grids, b"a,b\n" * (1024**2 + 1))
    assert "more than 100,000 cells" in _refused(csv_table_grids, b"," * (sheet.MOST_EMPTY + 1))


def test_many_small_merged_areas() -> None:
    areas = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 2_002))
    text = part(BOOK, "xl/worksheets/sheet1.xml")
    filled = text.replace("</sheetData>", f"</sheetData><mergeCells>{areas}</mergeCells>")
    assert "more than 2,000 merged cells" in _refused(xlsx_grids, with_parts(BOOK, **{SHEET: filled}))
