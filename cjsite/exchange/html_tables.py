"""HTML pages with tables: Confluence's storage format, Notion's exports, pages that a word processor wrote."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.html_cells import CellWriter
from cjsite.exchange.html_tokens import HtmlToken, html_tokens
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.source_text import text_of
from cjsite.exchange.table_cells import unmarked
from cjsite.exchange.tables import read_grids

MOST_CELLS = 200_000
"""Cells of a page's tables, each span counted as the cells that it covers."""
_DEEPEST = 16
_LARGEST = 30_000_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = ("p", "li", "blockquote", "dd")
_TITLE_CLASS = re.compile(r"(?:^|[\s-]|Mso)title\b", re.IGNORECASE)
_BOLD = re.compile(r"\*\*[^*\n]{2,120}[^*\n:：]\*\*")
_BOLD_LEVEL = 7


def is_html_tables(_path: str, data: bytes) -> bool:
    """Tell whether a file is HTML, or a wiki's storage format, with a table."""
    text = text_of(data[:_LARGEST])
    start = text.lstrip("\ufeff \n")[:1]
    return start == "<" and "<table" in text.lower()


def read_html_tables(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    """Return the maps that the tables of a page hold."""
    return read_grids(html_grids(path, data), path, options)


def html_grids(path: str, data: bytes) -> tuple[Grid, ...]:
    """Return the tables of a page, and its headings with texts and no table."""
    if len(data) > _LARGEST:
        raise NotImported(Place(path, 0, 0), f"the page is larger than {_LARGEST // 1_000_000} MB")
    return tuple(_Page(path, text_of(data)).grids())


class _OpenTable:
    """A table while its rows are read; spans reach into rows that are still to come."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.rows: list[list[GridCell]] = []
        self.pending: dict[int, tuple[int, GridCell]] = {}
        self.row: list[GridCell] | None = None
        self.writer: CellWriter | None = None
        self.cell = (place, False, 1, 1)

    def begin_row(self) -> None:
        self.end_row()
        self.row = []

    def begin_cell(self, place: Place, token: HtmlToken) -> None:
        self.end_cell()
        if self.row is None:
            self.row = []
        spans = (_span(token, "colspan"), _span(token, "rowspan"))
        self.cell = (place, token.value == "th", *spans)
        self.writer = CellWriter()

    def end_cell(self) -> None:
        if self.writer is None or self.row is None:
            return
        place, heading, across, down = self.cell
        text = self.writer.text()
        self.writer = None
        self._fill()
        for number in range(across):
            column = len(self.row)
            cell = GridCell(text, place, heading, number > 0)
            self.row.append(cell)
            if down > 1:
                self.pending[column] = (down - 1, GridCell(text, place, heading, True))

    def _fill(self) -> None:
        """Put in the cells of rows above that reach down to here."""
        assert self.row is not None
        while (pending := self.pending.get(len(self.row))) and pending[0] > 0:
            column = len(self.row)
            self.row.append(pending[1])
            self.pending[column] = (pending[0] - 1, pending[1])

    def end_row(self) -> None:
        self.end_cell()
        if self.row is None:
            return
        self._fill()
        self.rows.append(self.row)
        self.row = None

    def is_empty(self) -> bool:
        return not any(cell.text.strip() for row in self.rows for cell in row)


def _span(token: HtmlToken, name: str) -> int:
    digits = token.attribute(name).strip()
    return min(max(int(digits), 1), 1000) if digits.isdecimal() and len(digits) < 8 else 1


def _level(token: HtmlToken) -> int:
    """Return the level of the heading that a tag begins, 0 for a paragraph; some titles are one by class."""
    if token.value in _HEADINGS:
        return int(token.value[1])
    return 1 if _TITLE_CLASS.search(token.attribute("class")) else 0


class _Page:
    """A page as it is read from the top: its headings, the texts since the last, and the tables that are open."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.source = path, text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.headings: list[tuple[int, Place, str]] = []
        self.above: list[tuple[Place, str]] = []
        self.open: list[_OpenTable] = []
        self.block: tuple[str, int, Place, CellWriter] | None = None
        self.cells = 0

    def grids(self) -> Iterator[Grid]:
        """Yield what the page holds, from the top."""
        for token in html_tokens(self.source):
            if token.value == "table" and token.kind == "open":
                self._end_block()
                if len(self.open) >= _DEEPEST:
                    raise NotImported(
                        self._place(token.at), f"tables stand in tables here, more than {_DEEPEST} deep"
                    )
                self.open.append(_OpenTable(self._place(token.at)))
            elif token.value == "table" and token.kind == "close" and self.open:
                yield from self._close_table()
            elif self.open:
                self._in_table(token)
            else:
                yield from self._outside(token)
        while self.open:
            yield from self._close_table()
        self._end_block()
        yield from self._section()

    def _place(self, at: int) -> Place:
        line = bisect_right(self.lines, at)
        return Place(self.path, line, at - self.lines[line - 1] + 1)

    def _in_table(self, token: HtmlToken) -> None:
        table = self.open[-1]
        if token.value == "tr" and token.kind != "text":
            table.end_row() if token.kind == "close" else table.begin_row()
        elif token.value in ("td", "th") and token.kind != "text":
            if token.kind == "close":
                table.end_cell()
            else:
                table.begin_cell(self._place(token.at), token)
                self._count(table)
        elif table.writer:
            table.writer.put(token)

    def _count(self, table: _OpenTable) -> None:
        self.cells += table.cell[2] * table.cell[3]
        if self.cells > MOST_CELLS:
            raise NotImported(self._place(0), f"the tables of this page have more than {MOST_CELLS:,} cells")

    def _close_table(self) -> Iterator[Grid]:
        table = self.open.pop()
        table.end_row()
        title = self.headings[-1][2] if self.headings else ""
        rows = tuple(tuple(row) for row in table.rows if row)
        grid = Grid(title, rows, table.place, tuple(self.above), headings=self._outer())
        if self.open and self.open[-1].writer:
            # A table in a cell of another is a part of that cell's text.
            for row in table.rows:
                line = " | ".join(cell.text for cell in row if cell.text and not cell.is_repeated)
                self.open[-1].writer.put(HtmlToken("empty", "br", 0))
                for part in line.split("\n"):
                    self.open[-1].writer.write(part)
                    self.open[-1].writer.put(HtmlToken("empty", "br", 0))
            if len(rows) > 1 and len(rows[0]) > 2:
                # The other one may be there for the layout alone.
                yield grid
        elif not table.is_empty():
            yield grid
            self.above = []

    def _outer(self) -> tuple[tuple[Place, str], ...]:
        return tuple((place, text) for _, place, text in self.headings[:-1])

    def _outside(self, token: HtmlToken) -> Iterator[Grid]:
        if token.kind == "open" and token.value in (*_HEADINGS, *_PARAGRAPHS):
            if self.block and self.block[0] != "p" and token.value == "p":
                return
            self._end_block()
            level = _level(token)
            if level:
                yield from self._section()
            self.block = (token.value, level, self._place(token.at), CellWriter())
        elif token.kind == "close" and self.block and token.value == self.block[0]:
            self._end_block()
        elif self.block:
            self.block[3].put(token)

    def _end_block(self) -> None:
        if not self.block:
            return
        _, level, place, writer = self.block
        self.block = None
        text = writer.text()
        if text and (level or _BOLD.fullmatch(text)):
            self._open_heading(level or _BOLD_LEVEL, place, unmarked(text))
        elif text:
            self.above.append((place, text))

    def _open_heading(self, level: int, place: Place, text: str) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, place, text))

    def _section(self) -> Iterator[Grid]:
        if self.above:
            _, place, title = self.headings[-1] if self.headings else (0, self.above[0][0], "")
            yield Grid(title, (), place, tuple(self.above), headings=self._outer())
        self.above = []
