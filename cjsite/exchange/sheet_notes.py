"""What is said of a spreadsheet as a whole: what of it is not read, and what its reader lacks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import NotImported
from cjsite.exchange.sheet import Sheet

WITHOUT_EXTRA = "spreadsheets need two more libraries; install them: python -m pip install 'cjsite[sheets]'"
Notes = tuple[tuple[Place, str], ...]


def joined_notes(
    path: str, grids: Sequence[tuple[Grid, ...]], sheets: Sequence[Sheet], notes: Notes
) -> tuple[Grid, ...]:
    """Return the grids of all sheets; the first one takes the notes of the file, and of sheets without a table."""
    for of_sheet, sheet in zip(grids, sheets, strict=True):
        notes += () if of_sheet else sheet.notes
    joined = [grid for of_sheet in grids for grid in of_sheet]
    if not joined:
        sentence = "no sheet of this file that can be seen has a cell with a text"
        raise NotImported(Place(path, 0, 0), sentence)
    return (replace(joined[0], notes=(*notes, *joined[0].notes)), *joined[1:])


@contextmanager
def faults_refused(path: str, suffix: str) -> Iterator[None]:
    """Refuse a file in a sentence where its library fails on it: it raises whatever its parts raise."""
    try:
        yield
    except NotImported:
        raise
    except Exception as error:
        sentence = f"this spreadsheet cannot be read; open it in its program and save it as {suffix} again"
        raise NotImported(Place(path, 0, 0), sentence) from error


def without_extra(path: str) -> NotImported:
    """Return what is said where the libraries for spreadsheets are not installed."""
    return NotImported(Place(path, 0, 0), WITHOUT_EXTRA)
