"""Markdown files with tables: each table with the headings and the texts above it."""

import re
from collections.abc import Iterator

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import ImportedMap, ImportOptions
from cjsite.exchange.markdown_rows import Rows, grid_rows, is_border, is_delimiter, is_row, pipe_rows, unquoted
from cjsite.exchange.source_text import text_of
from cjsite.exchange.tables import read_grids

_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_FENCE = re.compile(r"\s{0,12}(?P<marks>`{3,}|~{3,})")
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(?P<text>[^*_|]{2,120}?)(?:\*\*|__)\s*")
_ANCHOR = re.compile(r"<a\s[^<>]*>\s*</a>|<!--.*?-->|\{#[\w-]+\}")
_FRONT = re.compile(r"(?P<key>[\w -]{1,40}):\s*(?P<text>.*)")
_BOLD_LEVEL = 7


def is_markdown_tables(_path: str, data: bytes) -> bool:
    """Tell whether a file is Markdown with a table."""
    text = text_of(data)
    return bool(text) and not text.lstrip().startswith("<") and any(
        is_delimiter(unquoted(line)) or is_border(line) for line in text.splitlines()
    )  # fmt: skip


def read_markdown_tables(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    """Return the maps that the tables of a Markdown file hold."""
    from cjsite.exchange.html_tables import html_grids

    outline = _Outline(path, text_of(data).splitlines())
    grids = tuple(outline.grids())
    if "<table" in text_of(data).lower():
        embedded = [grid for grid in html_grids(path, data) if grid.rows]
        grids = tuple(sorted((*grids, *embedded), key=lambda grid: (grid.place.line, grid.place.column)))
    maps = read_grids(grids, path, options)
    code = tuple((place, "what stands here is code, and is not taken in") for place in outline.code)
    return (replace(maps[0], unread=(*maps[0].unread, *code)), *maps[1:])


def markdown_grids(path: str, data: bytes) -> tuple[Grid, ...]:
    """Return the tables of a Markdown file, and its headings with texts and no table."""
    return tuple(_Outline(path, text_of(data).splitlines()).grids())


class _Outline:
    """A Markdown file as it is read from the top: the headings that hold here, and the texts since the last.

    code: where the blocks of code begin that it has passed.
    """

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path, self.lines = path, lines
        self.headings: list[tuple[int, Place, str]] = []
        self.above: list[tuple[Place, str]] = []
        self.paragraph: list[str] = []
        self.begun = 0
        self.code: list[Place] = []

    def grids(self) -> Iterator[Grid]:
        """Yield what the file holds, from the top."""
        at, front = self._front()
        if front:
            yield Grid("", front, Place(self.path), is_front=True)
        while at < len(self.lines):
            line = self.lines[at]
            if fence := _FENCE.match(line):
                self._end()
                self.code.append(Place(self.path, at + 1, 1))
                at = self._behind_fence(at, fence["marks"])
                continue
            if rows_end := self._table(at):
                self._end()
                yield self._grid(at + 1, rows_end)
                self.above = []
                at = rows_end
                continue
            if heading := self._heading(at):
                yield from self._section()
                self._open(at, *heading[:2])
                at += heading[2]
                continue
            self._prose(at, line)
            at += 1
        yield from self._section()

    def _front(self) -> tuple[int, Rows]:
        if not self.lines or self.lines[0].strip() != "---":
            return 0, ()
        end = next((i for i, line in enumerate(self.lines[1:200], 1) if line.strip() in ("---", "...")), 0)
        rows = []
        for number, line in enumerate(self.lines[1:end], 2):
            if match := _FRONT.fullmatch(line):
                text = match["text"].strip().strip("\"'")
                key = GridCell(match["key"], Place(self.path, number, 1))
                rows.append((key, GridCell(text, Place(self.path, number, match.start("text") + 1))))
        return (end + 1 if end else 0), tuple(rows)

    def _behind_fence(self, at: int, marks: str) -> int:
        for number in range(at + 1, len(self.lines)):
            line = self.lines[number].strip()
            if line.startswith(marks) and not line.strip(marks[0]):
                return number + 1
        return len(self.lines)

    def _table(self, at: int) -> int:
        """Return the number of the line behind a table that begins here, 0 if none does."""
        lines = self.lines
        if is_border(lines[at]):
            end = at + 1
            while end < len(lines) and lines[end].lstrip().startswith(("|", "+")):
                end += 1
            return end if end - at > 2 else 0
        below = unquoted(lines[at + 1]) if at + 1 < len(lines) else ""
        first = unquoted(lines[at])
        labelled = is_row(first) and is_delimiter(below)
        bare = first.lstrip().startswith("|") and first.count("|") > 2 and below.lstrip().startswith("|")
        if not (labelled or bare or (is_delimiter(first) and is_row(below))):
            return 0
        end = at + 2
        while end < len(lines) and is_row(unquoted(lines[end])) and not _HEADING.fullmatch(lines[end]):
            end += 1
        return end

    def _grid(self, first: int, end: int) -> Grid:
        lines = [unquoted(line) for line in self.lines[first - 1 : end]]
        rows = grid_rows(self.path, first, lines) if is_border(lines[0]) else pipe_rows(self.path, first, lines)
        title = self.headings[-1][2] if self.headings else ""
        return Grid(title, rows, Place(self.path, first, 1), tuple(self.above), headings=self._outer())

    def _outer(self) -> tuple[tuple[Place, str], ...]:
        return tuple((place, text) for _, place, text in self.headings[:-1])

    def _heading(self, at: int) -> tuple[int, str, int] | None:
        """Return the level and text of a heading that begins here, and how many lines it takes."""
        line = self.lines[at]
        if match := _HEADING.fullmatch(line):
            return len(match["marks"]), match["text"], 1
        below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        starts = line.strip() and not self.paragraph and not line.lstrip().startswith(("|", "-", "*", ">", "+"))
        if starts and _UNDERLINE.fullmatch(below):
            return (1 if "=" in below else 2), line.strip(), 2
        bold = _BOLD_LINE.fullmatch(line)
        if bold and not self.paragraph and not below.strip() and not bold["text"].rstrip().endswith((":", "：")):
            return _BOLD_LEVEL, bold["text"], 1
        return None

    def _open(self, at: int, level: int, text: str) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        clean = _ANCHOR.sub("", text).strip()
        if clean:
            self.headings.append((level, Place(self.path, at + 1, self.lines[at].find(clean[:10]) + 1), clean))

    def _prose(self, at: int, line: str) -> None:
        clean = _ANCHOR.sub("", line).rstrip()
        if not clean.strip() or _RULE.fullmatch(clean):
            self._end()
            return
        if not self.paragraph:
            self.begun = at + 1
        self.paragraph.append(clean)

    def _end(self) -> None:
        if self.paragraph:
            self.above.append((Place(self.path, self.begun, 1), "\n".join(self.paragraph).strip()))
            self.paragraph = []

    def _section(self) -> Iterator[Grid]:
        """Yield a heading with texts, where they stand above no table."""
        self._end()
        if self.above:
            _, place, title = self.headings[-1] if self.headings else (0, self.above[0][0], "")
            yield Grid(title, (), place, tuple(self.above), headings=self._outer())
        self.above = []
