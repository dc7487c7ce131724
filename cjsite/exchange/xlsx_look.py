"""A first look at a workbook of Excel's kind, before its library reads it: how much it is, and what is computed."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cjsite.base.problem import Place
from cjsite.exchange.archive import look_through
from cjsite.exchange.hidden_cells import Area
from cjsite.exchange.imported import NotImported
from cjsite.exchange.sheet import MOST_CELLS, MOST_EMPTY, MOST_MERGED, MOST_SHEETS

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_OF_ITS_OWN = "copy the map into a file of its own"
_VALUES = ("v", "is")
_STATED = ("str", "b", "e")
"""Kinds of values that no program writes for what it has not computed."""
_MERGED = "mergeCell"
_AREAS = (_MERGED, "hyperlink", "comment")
"""What the library makes cells for, however large its area is."""
_MOST_AREAS = 2_000
_MOST_LINKED = 5_000
"""The library takes as long for one of these as for hundreds of empty cells."""


@dataclass(slots=True)
class WorkbookLook:
    """What is seen of a workbook; formulas: their areas by the part of their sheet, where a number may be missing.

    is_waiting: whether the program that wrote it left all computing to the one that opens it.
    """

    path: str
    cells: int = 0
    full: int = 0
    areas: int = 0
    merged: int = 0
    linked: int = 0
    is_waiting: bool = False
    formulas: dict[str, list[Area]] = field(default_factory=dict)
    book: str = ""
    sheets: dict[str, str] = field(default_factory=dict)
    targets: dict[tuple[str, str], str] = field(default_factory=dict)
    part: str = ""
    root: str = ""
    row: int = 0
    column: int = 0
    kind: str = ""

    def visit(self, part: str, element: str, attributes: Mapping[str, str]) -> None:
        """Take in an element of any part; what a part is, its first element says, wherever it lies."""
        if part != self.part:
            self.part, self.root = part, element
        if element in _AREAS:
            self._count_area(element, attributes)
        elif self.root == "worksheet":
            self._in_sheet(part, element, attributes)
        elif self.root == "workbook":
            self.book = part
            self._in_book(element, attributes)
        elif element == "Relationship":
            self.targets[part, attributes.get("Id", "")] = attributes.get("Target", "")

    def formulas_of(self, title: str) -> list[Area]:
        """Return the areas of a sheet that a formula fills."""
        folder, _, name = self.book.rpartition("/")
        target = self.targets.get((posixpath.join(folder, "_rels", f"{name}.rels"), self.sheets.get(title, "")), "")
        return self.formulas.get(posixpath.normpath(posixpath.join("/", folder, target))[1:], [])

    def _count_area(self, element: str, attributes: Mapping[str, str]) -> None:
        top, left, bottom, right = area_of(attributes.get("ref", ""))
        area = max(0, bottom - top + 1) * max(0, right - left + 1)
        self.areas += element == _MERGED
        self.merged += area * (element == _MERGED)
        self.linked += area * (element != _MERGED)
        if self.areas > _MOST_AREAS:
            self._refuse(f"the file has more than {_MOST_AREAS:,} merged cells; part them")
        if self.merged > MOST_MERGED:
            self._refuse(f"merged cells of the file cover more than {MOST_MERGED:,} cells; part them")
        if self.linked > _MOST_LINKED:
            self._refuse(f"links and comments of the file are on more than {_MOST_LINKED:,} cells; take some away")

    def _in_book(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "sheet":
            name = next((key for key in attributes if key.rpartition(":")[2] == "id"), "")
            self.sheets[attributes.get("name", "")] = attributes.get(name, "")
            if len(self.sheets) > MOST_SHEETS:
                self._refuse(f"the file has more than {MOST_SHEETS} sheets; keep the map's alone in it")
        elif element == "calcPr":
            # Where nothing is said of it, the library says true: findings/openpyxl-calculation-on-load.sh
            self.is_waiting = attributes.get("fullCalcOnLoad", "") in ("1", "true")
        elif element == "workbook" and attributes.get("conformance") == "strict":
            self._refuse("this is a workbook of the kind `Strict Open XML`; save it as `Excel Workbook` (.xlsx)")

    def _in_sheet(self, part: str, element: str, attributes: Mapping[str, str]) -> None:
        if element == "c":
            self.cells += 1
            if self.cells > MOST_EMPTY:
                self._refuse(f"the file has more than {MOST_EMPTY:,} cells; {_OF_ITS_OWN}")
            match = _CELL.fullmatch(attributes.get("r", ""))
            self.row, self.column = _position(match) if match else (self.row, self.column + 1)
            self.kind = attributes.get("t", "")
        elif element in _VALUES:
            self.full += 1
            if self.full > MOST_CELLS:
                sentence = f"the file has more than {MOST_CELLS:,} cells with something in them"
                self._refuse(f"{sentence}, and is data rather than a map; {_OF_ITS_OWN}")
        elif element == "f" and self.kind not in _STATED:
            areas = self.formulas.setdefault(part, [])
            areas.append(area_of(attributes.get("ref", "")) if attributes.get("t") == "array" else self._here())
        elif element == "row":
            number = attributes.get("r", "")
            self.row, self.column = int(number) if number.isdecimal() else self.row + 1, 0

    def _here(self) -> Area:
        return self.row, self.column, self.row, self.column

    def _refuse(self, sentence: str) -> None:
        raise NotImported(Place(self.path, 0, 0), sentence)


def look_at_workbook(path: str, data: bytes) -> WorkbookLook:
    """Return what a workbook holds, without the library; raises NotImported where it is over a limit."""
    look = WorkbookLook(path)
    look_through(path, data, look.visit)
    return look


def area_of(reference: str) -> Area:
    """Return the top, left, bottom and right of an area like `B2:C4`; nothing of what is none.

    >>> area_of("B2:C4"), area_of("$AA$1"), area_of("nowhere")
    ((2, 2, 4, 3), (1, 27, 1, 27), (0, 0, -1, -1))
    """
    first, _, last = reference.partition(":")
    begin, end = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    return (*_position(begin), *_position(end)) if begin and end else (0, 0, -1, -1)


def _position(cell: re.Match[str]) -> tuple[int, int]:
    column = 0
    for letter in cell[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(cell[2]), column
