"""A table as a value, wherever it comes from: Markdown, HTML, CSV or a sheet."""

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place


@frozen
class GridCell:
    """A cell: its text (Markdown, lines apart), where it stands, and whether it repeats a merged neighbour.

    is_heading: whether the source marks it as one (`<th>`, bold).
    """

    text: str
    place: Place
    is_heading: bool = False
    is_repeated: bool = False


@frozen
class Grid:
    """A rectangle of cells; title: of its sheet, or the heading above it. notes: what of its source is not in it.

    above: the texts that stand between it and the heading. headings: those that its heading is part of, the
    outermost first. Without rows, it is a heading with texts and no table. is_front: its rows are names and
    values from before the text of the file. orientation: `rows` or `columns`, as its steps are, where it is no
    table of the source but was made of it.
    """

    title: str
    rows: tuple[tuple[GridCell, ...], ...]
    place: Place
    above: tuple[tuple[Place, str], ...] = ()
    notes: tuple[tuple[Place, str], ...] = ()
    headings: tuple[tuple[Place, str], ...] = ()
    is_front: bool = False
    orientation: str = ""
