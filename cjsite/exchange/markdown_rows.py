"""The rows of Markdown tables: with pipes at their ends or not, escaped pipes, pipes in code; and grid tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjsite.base.problem import Place
from cjsite.exchange.grid import GridCell
from cjsite.exchange.html_cells import cell_markdown

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BORDER = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_PIPE = re.compile(r"\\.|\|", re.DOTALL)
"""A sign that a backslash takes its meaning from, or a pipe."""
_TICKS = re.compile("`+")
_BOLD = re.compile(r"(\*\*|__)(?=\S).+(?<=\S)\1")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = re.compile(r"(?:[-*+•]|\d{1,2}[.)])\s")
Rows = tuple[tuple[GridCell, ...], ...]


def is_delimiter(line: str) -> bool:
    """Tell whether a line is the one below a table's labels: `|---|:--:|`."""
    return "-" in line and "|" in line and bool(_DELIMITER.fullmatch(line))


def is_border(line: str) -> bool:
    """Tell whether a line is the edge of a grid table: `+---+---+`."""
    return "+-" in line.replace("=", "-").replace(":", "-") and bool(_BORDER.fullmatch(line))


def is_row(line: str) -> bool:
    """Tell whether a line may be a row of a table."""
    return "|" in line and bool(line.strip(" |\t>"))


def unquoted(line: str) -> str:
    """Return a line with the signs of a quotation before it as blanks, so that its columns stay what they are."""
    match = _QUOTE.match(line)
    return " " * match.end() + line[match.end() :] if match and "|" in line else line


def pipe_rows(path: str, first: int, lines: Sequence[str]) -> Rows:
    """Return the cells of the rows of a pipe table; first: the number of its first line, from 1."""
    width = len(_cells(_cuts(lines[0], in_code=False), lines[0]))
    rows = []
    for number, line in enumerate(lines):
        if is_delimiter(line) and number < 2:
            continue
        rows.append(tuple(_cell(path, first + number, line, *cut) for cut in _best(line, width)))
    return tuple(rows)


def _best(line: str, width: int) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end, in the way that makes as many as there are labels.

    People write pipes into code, and leave the pipe before an empty first cell to stand for it.
    """
    plain, whole = _cuts(line, in_code=False), _cuts(line, in_code=True)
    ways = [_cells(plain, line), _cells(whole, line), whole, plain]
    return next((cuts for cuts in ways if len(cuts) == width), _cells(whole, line))


def _cuts(line: str, *, in_code: bool) -> list[tuple[int, int]]:
    """Return where the parts between pipes begin and end; in_code: pipes inside of code part none."""
    ends: list[int] = []
    code = _code_spans(line) if in_code and "`" in line else []
    for pipe in _PIPE.finditer(line):
        while code and code[0][1] <= pipe.end():
            code.pop(0)
        place = pipe.end() - 1
        if pipe[0] == "|" and not (code and code[0][0] < place):
            ends.append(place)
    return list(zip([0, *(place + 1 for place in ends)], [*ends, len(line)], strict=True))


def _code_spans(line: str) -> list[tuple[int, int]]:
    """Return where code begins and ends: between two runs of as many signs."""
    waiting: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    for run in _TICKS.finditer(line):
        begin = waiting.pop(run[0], None)
        if begin is None:
            waiting[run[0]] = run.start()
        else:
            spans.append((begin, run.end()))
            waiting.clear()
    return spans


def _cells(cuts: list[tuple[int, int]], line: str) -> list[tuple[int, int]]:
    """Return the parts of a row without what stands outside of pipes at its ends."""
    begin = 1 if len(cuts) > 1 and not line[slice(*cuts[0])].strip() else 0
    end = len(cuts) - 1 if len(cuts) - begin > 1 and not line[slice(*cuts[-1])].strip() else len(cuts)
    return cuts[begin:end]


def _cell(path: str, number: int, line: str, begin: int, end: int) -> GridCell:
    text = line[begin:end]
    column = begin + len(text) - len(text.lstrip()) + 1
    markdown = cell_markdown(text.strip().replace("\\|", "|"))
    return GridCell(markdown, Place(path, number, column), bool(_BOLD.fullmatch(text.strip())))


def grid_rows(path: str, first: int, lines: Sequence[str]) -> Rows:
    """Return the cells of a grid table, whose rows may run over several lines."""
    edges = [place for place, sign in enumerate(lines[0]) if sign == "+"]
    spans = list(pairwise(edges))
    rows: list[tuple[GridCell, ...]] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if not is_border(line):
            block.append((first + number, line))
        elif block:
            rows.append(tuple(_grid_cell(path, block, begin, end) for begin, end in spans))
            block = []
    return tuple(rows)


def _grid_cell(path: str, block: Sequence[tuple[int, str]], begin: int, end: int) -> GridCell:
    parts = [(number, line[begin + 1 : end].rstrip()) for number, line in block]
    text = "".join(_flowing([part.strip() for _, part in parts]))
    number, first = next(((number, part) for number, part in parts if part), (block[0][0], ""))
    column = begin + 2 + len(first) - len(first.lstrip())
    return GridCell(cell_markdown(text.strip()), Place(path, number, column), bool(_BOLD.fullmatch(text.strip())))


def _flowing(parts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a cell, with a break before what begins something new, else a blank."""
    for before, part in zip(("", *parts), parts, strict=False):
        if part:
            yield ("\n" if _BULLET.match(part) or not before else " ") + part
