"""Spreadsheets of OpenDocument (.ods), by odfdo: each visible sheet as grids.

Rows and columns are repeated there up to a million times: the library's own tables would make a cell of each.
"""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from cjsite.base.problem import Place
from cjsite.exchange.archive import UNREADABLE, archive_of
from cjsite.exchange.grid import Grid
from cjsite.exchange.ods_look import look_at_document
from cjsite.exchange.ods_sheet import ods_sheet
from cjsite.exchange.ods_text import OdsStyles
from cjsite.exchange.sheet import place_path, sheet_grids
from cjsite.exchange.sheet_notes import faults_refused, joined_notes, without_extra

if TYPE_CHECKING:
    from odfdo import Document, Element

_KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def is_ods(path: str, data: bytes) -> bool:  # noqa: ARG001
    """Tell whether a file is a spreadsheet of OpenDocument, by the kind that it declares."""
    archive = archive_of(data)
    return archive is not None and any(_KIND in begin for begin in _declared(archive))


def _declared(archive: zipfile.ZipFile) -> Iterator[bytes]:
    for name in ("mimetype", "META-INF/manifest.xml"):
        if name in archive.namelist():
            with suppress(*UNREADABLE), archive.open(name) as stream:
                yield stream.read(4096)


def ods_grids(path: str, data: bytes) -> tuple[Grid, ...]:
    """Return the tables of all visible sheets; raises NotImported where the file cannot be read."""
    look_at_document(path, data)
    try:
        from odfdo import Document
    except ImportError as error:
        raise without_extra(path) from error
    with faults_refused(path, ".ods"):
        return _grids(path, Document(io.BytesIO(data)))


def _grids(path: str, document: "Document") -> tuple[Grid, ...]:
    styles = OdsStyles(document)
    tables = document.body.get_elements("table:table")
    visible = [table for table in tables if not styles.hides(table)]
    hidden = [table for table in tables if table not in visible]
    sheets = [
        ods_sheet(table, _title(table), place_path(path, _title(table), len(visible)), styles) for table in visible
    ]
    notes = tuple((Place(path, 0, 0), f"the hidden sheet '{_title(table)}' is not read") for table in hidden)
    return joined_notes(path, [sheet_grids(sheet) for sheet in sheets], sheets, notes)


def _title(table: "Element") -> str:
    return table.get_attribute_string("table:name") or ""
