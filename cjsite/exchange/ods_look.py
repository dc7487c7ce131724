"""A first look at a spreadsheet of OpenDocument, before its library reads it: how many cells it says to have."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjsite.base.problem import Place
from cjsite.exchange.archive import look_through
from cjsite.exchange.imported import NotImported
from cjsite.exchange.sheet import MOST_CELLS, MOST_EMPTY, MOST_MERGED, MOST_ROWS, MOST_SHEETS

_CELLS = ("table-cell", "covered-table-cell")
_OF_ITS_OWN = "copy the map into a file of its own"
_TEXTS = ("p", "h")


@dataclass(slots=True)
class _DocumentLook:
    """What is counted: cells as they are written, and with a text as often as they are repeated."""

    path: str
    written: int = 0
    full: int = 0
    area: int = 0
    sheets: int = 0
    rows: int = 1
    columns: int = 1
    is_counted: bool = True

    def visit(self, part: str, element: str, attributes: Mapping[str, str]) -> None:
        if part == "META-INF/manifest.xml" and element == "encryption-data":
            self._refuse("this spreadsheet is protected by a password; save it without one")
        if part != "content.xml":
            return
        if element == "table":
            self.sheets += 1
            if self.sheets > MOST_SHEETS:
                self._refuse(f"the file has more than {MOST_SHEETS} sheets; keep the map's alone in it")
        elif element == "table-row":
            self.rows = repeats(attributes.get("table:number-rows-repeated"))
        elif element in _CELLS:
            self.columns = repeats(attributes.get("table:number-columns-repeated"))
            self.written += 1
            self._count_merged(attributes)
            self.is_counted = False
        # Empty cells are repeated without end; those with a text are there as often as they are said to be.
        if not self.is_counted and (element in _TEXTS or "office:value-type" in attributes):
            self.is_counted = True
            self.full += self.rows * self.columns
        if self.written > MOST_EMPTY:
            self._refuse(f"the file has more than {MOST_EMPTY:,} cells; {_OF_ITS_OWN}")
        if self.full > MOST_CELLS:
            sentence = f"the file has more than {MOST_CELLS:,} cells with something in them"
            self._refuse(f"{sentence}, and is data rather than a map; {_OF_ITS_OWN}")

    def _count_merged(self, attributes: Mapping[str, str]) -> None:
        across = repeats(attributes.get("table:number-columns-spanned"))
        down = repeats(attributes.get("table:number-rows-spanned"))
        self.area += across * down * self.columns if across * down > 1 else 0
        if self.area > MOST_MERGED:
            self._refuse(f"merged cells of the file cover more than {MOST_MERGED:,} cells; part them")

    def _refuse(self, sentence: str) -> None:
        raise NotImported(Place(self.path, 0, 0), sentence)


def look_at_document(path: str, data: bytes) -> None:
    """Look through a spreadsheet without the library; raises NotImported where it is over a limit."""
    look_through(path, data, _DocumentLook(path).visit)


def repeats(text: str | None) -> int:
    """Return how often a row or a cell is there, once where that is not said.

    >>> repeats(None), repeats("3"), repeats("none"), repeats("99999999999")
    (1, 3, 1, 1048576)
    """
    return min(max(1, int(text[:12])), MOST_ROWS) if text and text.isdecimal() else 1
