"""Tables of a deck: rows of texts under heads, on as many slides as they need."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen, replace
from cjsite.poster.deck_file import MARGIN, WIDTH, DeckLook
from cjsite.poster.deck_text import GAP, LEADING, Paragraph, TextRun, height, hyphenated, split, words

LEAST_SIZE = 10.0
"""Of letters in a table: what is smaller cannot be read on a wall."""
NAMES = 108.0
"""Points that the names of rows take."""
HEAD_SIZE = 11.0
PAD_X, PAD_Y = 5.0, 3.0
_MOST_LINES = 6
"""Of a head or of a name."""
_FEWEST_LINES = 3
"""What is left of a slide's height is worth a part of a row from here on."""


@frozen
class DeckCell:
    """Texts over one or more columns, counted from 0."""

    start: int
    span: int
    texts: tuple[Paragraph, ...]


@frozen
class DeckRow:
    """A named row; what stands in none of its cells is not said."""

    name: str
    cells: tuple[DeckCell, ...]


@frozen
class DeckTable:
    """A table; heads: of its columns, none at all for a list of one column. size: of its letters."""

    columns: int
    heads: tuple[tuple[Paragraph, ...], ...]
    rows: tuple[DeckRow, ...]
    corner: str = ""
    size: float = LEAST_SIZE

    @property
    def column_width(self) -> float:
        """Return the width of a column, in points."""
        return (WIDTH - 2 * MARGIN - NAMES) / self.columns

    def column_edges(self) -> tuple[float, ...]:
        """Return where each column begins, and where the last one ends."""
        return tuple(MARGIN + NAMES + index * self.column_width for index in range(self.columns + 1))

    def room(self, span: int = 1) -> float:
        """Return the width of a text over so many columns."""
        return span * self.column_width - 2 * PAD_X

    def head_height(self) -> float:
        """Return the height of the heads, 0 where there are none."""
        if not self.heads:
            return 0.0
        corner = height([words(self.corner)], NAMES - PAD_X, HEAD_SIZE)
        return max(corner, *(height(texts, self.room(), HEAD_SIZE) for texts in self.heads)) + 2 * PAD_Y

    def row_height(self, row: DeckRow) -> float:
        """Return the height of a row."""
        name = height([words(row.name, bold=True)], NAMES - PAD_X, self.size)
        return max(name, *(height(cell.texts, self.room(cell.span), self.size) for cell in row.cells)) + 2 * PAD_Y


def fitted_table(table: DeckTable, look: DeckLook) -> DeckTable:
    """Return a table whose long words may break, and whose heads and names leave room for what they head.

    One that is longer stands in full as the first text below it, or behind it.
    """
    rows = [_fitted_row(table, row, look) for row in table.rows]
    heads = [hyphenated(texts, look.language, table.room(), HEAD_SIZE) for texts in table.heads]
    short = [_short(texts, table.room(), HEAD_SIZE) for texts in heads]
    if short != heads:
        cells = (DeckCell(place, 1, texts) for place, texts in enumerate(heads) if texts != short[place])
        rows.insert(0, DeckRow(table.corner, tuple(cells)))
    corner = _short((words(table.corner),), NAMES - PAD_X, HEAD_SIZE)[0].text
    return replace(table, rows=tuple(rows), heads=tuple(short), corner=corner)


def _fitted_row(table: DeckTable, row: DeckRow, look: DeckLook) -> DeckRow:
    room, size = NAMES - PAD_X, table.size
    name = hyphenated([words(row.name, bold=True)], look.words_language, room, size)
    short = _short(name, room, size)
    cells = [replace(c, texts=hyphenated(c.texts, look.language, table.room(c.span), size)) for c in row.cells]
    if short != name:
        cells[0] = replace(cells[0], texts=(*name, *cells[0].texts))
    return DeckRow(short[0].text, tuple(cells))


def _short(texts: tuple[Paragraph, ...], room: float, size: float) -> tuple[Paragraph, ...]:
    """Return texts as they are, or cut where they are more than a head or a name may be."""
    most = _MOST_LINES * size * LEADING + GAP
    if height(texts, room, size) <= most:
        return texts
    first = split(texts, room - size, size, most)[0] or texts[:1]
    return (*first[:-1], replace(first[-1], runs=(*first[-1].runs, TextRun("…"))))


def paged(table: DeckTable, first: float, other: float) -> Iterator[tuple[DeckRow, ...]]:
    """Yield the rows of each slide; first, other: the height for a table on the first slide, and on later ones.

    A row that is higher than what is left of a slide is cut where much is left, or where no slide would hold it.
    """
    waiting, page, room = list(table.rows), list[DeckRow](), first
    while waiting:
        left = room - table.head_height() - sum(map(table.row_height, page))
        row = waiting.pop(0)
        if table.row_height(row) <= left:
            page.append(row)
            continue
        is_worth = left > (_FEWEST_LINES + 1) * table.size * LEADING and table.row_height(row) > 2 * left
        if is_worth or not page:
            head, rest = _halved(table, row, left)
            # What not even a whole slide has a line for goes as it is: it must not wait forever.
            page += [head] if head else [] if page or room != other else [row]
            waiting[:0] = [] if page and page[-1] is row else [rest]
        else:
            waiting.insert(0, row)
        yield tuple(page)
        page, room = [], other
    if page:
        yield tuple(page)


def _halved(table: DeckTable, row: DeckRow, left: float) -> tuple[DeckRow | None, DeckRow]:
    """Return what of a row fits into a height, None for nothing, and what is left of it."""
    room = left - 2 * PAD_Y
    parts = [(cell, split(cell.texts, table.room(cell.span), table.size, room)) for cell in row.cells]
    before = tuple(replace(cell, texts=head) for cell, (head, _) in parts if head)
    after = tuple(replace(cell, texts=rest) for cell, (_, rest) in parts if rest)
    return (replace(row, cells=before) if before else None), replace(row, cells=after)
