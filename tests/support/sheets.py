"""Spreadsheets made for tests: workbooks by two libraries, OpenDocument by hand, and archives that are none."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from cjsite.exchange.grid import Grid

ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "drawing", "manifest")
)
_FORMATTING = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
_DRAWING = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
_LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def workbook(*sheets: tuple[str, Callable[[Worksheet], object]]) -> bytes:
    """Return a workbook by openpyxl, each sheet filled by a function."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, fill in sheets:
        fill(book.create_sheet(title))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_in(*rows: Sequence[object]) -> Callable[[Worksheet], None]:
    """Return what fills a sheet with rows."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return fill


def xlsxwriter_book(fill: Callable[[Any], object]) -> bytes:
    """Return a workbook of one sheet by xlsxwriter."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        fill(book.add_worksheet())
    return stream.getvalue()


def ods(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument spreadsheet with a body of XML, as LibreOffice packs it."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} {_FORMATTING} {_LINKS} '
        f'{_DRAWING} office:version="1.3"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest {_NAMESPACES}><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{ODS_KIND}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return archive({"mimetype": ODS_KIND, "content.xml": content, "META-INF/manifest.xml": manifest})


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


def with_parts(data: bytes, **changed: str) -> bytes:
    """Return an archive with parts replaced or added; in names, `__` is a slash and `_dot_` a point."""
    names = {name.replace("__", "/").replace("_dot_", "."): text for name, text in changed.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return archive({**{name: packed.read(name) for name in packed.namelist()}, **names})


def part(data: bytes, name: str) -> str:
    """Return a part of an archive as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def texts(grid: Grid) -> list[list[str]]:
    """Return the texts of a grid by row."""
    return [[cell.text for cell in row] for row in grid.rows]


def said(grid: Grid) -> list[str]:
    """Return the notes of a grid, each after its place."""
    return [f"{place}: {sentence}" for place, sentence in grid.notes]
