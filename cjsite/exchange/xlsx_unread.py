"""What stands on a sheet of a workbook and in none of its cells: text boxes, pictures, charts, comments."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING
from xml.etree import ElementTree

from cjsite.base.problem import Place, count
from cjsite.exchange.sheet_text import clean

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_DRAWING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ON_SHEET = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_THREADED = re.compile(r"\[Threaded comment\].*?\n\s*Comment:\s*", re.DOTALL)
"""What Excel puts before a comment for programs that know notes alone."""


def drawn(sheet: "Worksheet", stream: IO[bytes]) -> tuple[str, ...]:
    """Return in sentences what is drawn on a sheet."""
    with zipfile.ZipFile(stream) as archive:
        parts = set(archive.namelist())
        relations = sheet._rels  # type: ignore[attr-defined]
        targets = [
            relation.target for relation in relations if relation.Type == _DRAWING and relation.target in parts
        ]
        roots = [ElementTree.fromstring(archive.read(target)) for target in targets]
    return tuple(sentence for root in roots for sentence in _sentences(root))


def _sentences(root: ElementTree.Element) -> Iterator[str]:
    for shape in root.iter(f"{_ON_SHEET}sp"):
        paragraphs = ("".join(run.text or "" for run in p.iter(f"{_MAIN}t")) for p in shape.iter(f"{_MAIN}p"))
        if text := clean("\n".join(paragraphs)):
            yield f"a text box is not read: '{text[:200]}'"
    for element, noun in (("pic", "picture"), ("graphicFrame", "chart")):
        if number := len(list(root.iter(f"{_ON_SHEET}{element}"))):
            yield f"{count(number, noun)} of this sheet {'is' if number == 1 else 'are'} not read"


def comments(sheet: "Worksheet", path: str) -> Iterator[tuple[Place, str]]:
    """Yield the comments of a sheet's cells: they are said about the map, and are none of it."""
    for (row, column), cell in sorted(sheet._cells.items(), key=lambda item: item[0]):
        if comment := getattr(cell, "comment", None):
            text = clean(_THREADED.sub("", comment.text or ""))
            yield Place(path, row, column), f"the comment on this cell is not read: '{text[:200]}'"
