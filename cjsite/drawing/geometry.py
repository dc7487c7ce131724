"""The feeling lane's coordinates and the utility classes that carry them into CSS.

A content security policy without inline styles forbids `style="--y:50%"`, so every number
a page may need is a class of a small fixed set: `y101` sets `--y:50.5%`.
"""

from __future__ import annotations

from collections.abc import Iterable

from cjsite.drawing.dimensions import Y_TOP, Y_UNIT

MAX_COLUMNS = 256
MAX_ROWS = 128
USUAL = 48
"""Columns and rows of most maps; for larger ones there is a stylesheet of its own."""
Y_ZERO = Y_TOP + 2 * Y_UNIT
H_MAX = int(8 * Y_UNIT)  # from the lowest score to the highest, in half percents
R_START = 12.0
R_UNIT = (50 - R_START) / 2  # zero is in the middle of the rail, where the stylesheet changes its tint
OFFSET_STEP = 4
OFFSET_MAX = 48
DISTANCES = (*range(0, OFFSET_MAX + 1, OFFSET_STEP), 60, 72, 84)
"""How far a word may be from its point; the last ones so that the zero line strikes none."""
USUAL_DISTANCE = 16


def y_percent(s: float) -> float:
    """Return the height of a normal score in the lane, in percent from the top.

    Scores run from -2 to +2; what is left above and below them makes room for words.
    """
    return Y_TOP + (2 - s) * Y_UNIT


def rail_position(s: float) -> int:
    """Return the place of a normal score across the phone's rail, in whole percent.

    Whole, because faces and joining lines get there by the class `r{k}`: curve, face and
    line then meet exactly.
    """
    return _whole(R_START + (s + 2) * R_UNIT, 100)


def strip_x(s: float) -> float:
    """Return the place of a normal score on a department's strip, whose scale runs from 4 to 124 units."""
    return round(64 + 30 * s, 1)


def y_class(s: float) -> str:
    """Return the class that sets `--y` to a normal score's height."""
    return height_class(y_percent(s))


def height_class(percent: float) -> str:
    """Return the class that sets `--y` to a height in percent of the lane, from its top."""
    return f"y{_whole(2 * percent, 200)}"


def h_class(low: float, high: float) -> str:
    """Return the class that sets `--h` to the height between two normal scores."""
    return f"h{_whole(2 * (high - low) * Y_UNIT, H_MAX)}"


def x_class(fraction: float) -> str:
    """Return the class that sets `--x` to a fraction (0 to 1) of a column; the middle needs none."""
    return _unless(50, "x", _whole(100 * fraction, 100))


def r_class(s: float) -> str:
    """Return the class that sets `--r` to a normal score's place on the phone's rail."""
    return f"r{rail_position(s)}"


def dx_class(px: int) -> str:
    """Return the class that sets `--dx`, a word's sideways offset: a multiple of 4 px; none needs no class."""
    return _unless(0, "dxm" if px < 0 else "dx", _offset(abs(px)))


def dy_class(px: int) -> str:
    """Return the class that sets `--dy`, a word's distance from its point in steps of 4 px; 16 needs no class."""
    if px not in DISTANCES:
        raise ValueError(f"{px} px is none of {DISTANCES}")
    return _unless(USUAL_DISTANCE, "dy", px)


def n_class(count: int) -> str:
    """Return the class that sets `--n`, a number of columns from 1 to 256."""
    if not 1 <= count <= MAX_COLUMNS:
        raise ValueError(f"{count} columns; a map has 1 to {MAX_COLUMNS}")
    return f"n{count}"


def columns_class(count: int) -> str:
    """Return the class for so many columns; beyond what a map can draw there is none."""
    return n_class(count) if 1 <= count <= MAX_COLUMNS else ""


def row_class(row: int) -> str:
    """Return the class that sets `--row`, the grid row of a lane, from 1 to 128."""
    if not 1 <= row <= MAX_ROWS:
        raise ValueError(f"row {row}; a map has 1 to {MAX_ROWS}")
    return f"row{row}"


def to_class(line: int) -> str:
    """Return the class that sets `--to`, the grid line after a last row, from 2 to 129."""
    if not 2 <= line <= MAX_ROWS + 1:
        raise ValueError(f"line {line}; a map has rows 1 to {MAX_ROWS}")
    return f"to{line}"


def utility_css() -> str:
    """Return the rules behind the classes of this module, in a fixed order; `large_css` has the others."""
    return "".join((*_counts(1, USUAL, USUAL), *_rules()))


def large_css() -> str:
    """Return the rules behind classes that only large maps need: of many columns or rows."""
    return "".join(_counts(USUAL + 1, MAX_COLUMNS, MAX_ROWS))


def _counts(first: int, columns: int, rows: int) -> Iterable[str]:
    for k in range(first, columns + 1):
        yield f".n{k}{{--n:{k}}}"
    for k in range(first, rows + 1):
        yield f".row{k}{{--row:{k}}}.to{k + 1}{{--to:{k + 1}}}"


def _rules() -> Iterable[str]:
    for name, most in (("y", 200), ("h", H_MAX)):
        for k in range(most + 1):
            yield f".{name}{k}{{--{name}:{k / 2:g}%}}"
    for name in "xr":
        for k in range(101):
            yield f".{name}{k}{{--{name}:{k}%}}"
    for k in range(0, OFFSET_MAX + 1, OFFSET_STEP):
        yield f".dx{k}{{--dx:{k}px}}.dxm{k}{{--dx:-{k}px}}"
    for k in DISTANCES:
        yield f".dy{k}{{--dy:{k}px}}"


def joined(*classes: str) -> str:
    """Return classes as an attribute has them, without those that are not needed."""
    return " ".join(filter(None, classes))


def _unless(usual: int, name: str, value: int) -> str:
    """Return a class but for the value that the stylesheet takes where it is not told."""
    return "" if value == usual else f"{name}{value}"


def _whole(value: float, top: int) -> int:
    nearest = round(value)
    if not 0 <= nearest <= top:
        raise ValueError(f"{value:g} is outside 0 to {top}")
    return nearest


def _offset(px: int) -> int:
    if px % OFFSET_STEP or not 0 <= px <= OFFSET_MAX:
        raise ValueError(f"{px} px is not a multiple of {OFFSET_STEP} from 0 to {OFFSET_MAX}")
    return px
