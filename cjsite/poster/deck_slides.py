"""Slides as they are added to a deck: a title that fits, a foot, and tables on as many slides as they need."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cjsite.base.frozen import frozen, replace
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_file import (
    FOOT_TOP,
    MARGIN,
    TITLE_HEIGHT,
    TITLE_SIZE,
    TITLE_TOP,
    WIDTH,
    DeckLook,
    new_deck,
    saved,
)
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_table import LEAST_SIZE, DeckRow, DeckTable, fitted_table, paged
from cjsite.poster.deck_table_drawing import draw_table
from cjsite.poster.deck_text import LEADING, META_SIZE, Paragraph, height, hyphenated, split, words
from cjsite.text.wording import Wording

if TYPE_CHECKING:
    from pptx.presentation import Presentation

INNER = WIDTH - 2 * MARGIN
TOP = TITLE_TOP + TITLE_HEIGHT + 8.0
"""Where what is below the title begins."""
BOTTOM = FOOT_TOP - 8.0
_TITLE_SIZES = (TITLE_SIZE, 20.0, 18.0, 16.0, 14.0)
_FOOT_LINE = 110

Above = Callable[[Canvas, float], float]
"""Draws what stands above a table from a height on; returns where the table begins."""


@frozen
class TablePart:
    """A table, and what stands above it on its first slide; room: how much height that takes."""

    table: DeckTable
    room: float = 0.0
    above: Above | None = None


class Slides:
    """A deck that slides are added to."""

    def __init__(self, title: str, look: DeckLook, t: Wording) -> None:
        self.look, self.t, self._foot = look, t, title if len(title) <= _FOOT_LINE else f"{title[:_FOOT_LINE]}…"
        self._deck: Presentation = new_deck(title, look)

    def saved(self) -> bytes:
        """Return the bytes of the deck."""
        return saved(self._deck)

    def add(self, title: str, part: str = "") -> Canvas:
        """Add a slide; part: what stands behind its title, like `(2/3)`."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[0])
        canvas = Canvas(slide, self.look)
        text, size = fitted(title, part)
        canvas.title(text, part, size)
        if text != title:
            # What a title has no room for can be read in the notes, and below it.
            canvas.notes([title])
        canvas.foot(self._foot)
        return canvas

    def tables(self, title: str, meta: Sequence[Paragraph], parts: Sequence[TablePart]) -> None:
        """Add slides for tables, each beginning one of its own; meta: what stands below the title of the first."""
        _, is_cut = cut_title(title)
        meta = (*((words(title),) if is_cut else ()), *meta)
        top = TOP + (height(meta, INNER, META_SIZE) + 6 if meta else 0)
        meta = hyphenated(meta, self.look.language, INNER, META_SIZE)
        pages: list[tuple[TablePart, tuple[DeckRow, ...], bool, float]] = []
        for part in parts:
            own_top = TOP if pages else top
            table, runs = self._paged(part.table, BOTTOM - own_top - part.room)
            own = replace(part, table=table)
            pages += [(own, rows, number == 0, TOP if number else own_top) for number, rows in enumerate(runs)]
        if not pages:
            pages.append((parts[0], (), False, top))
        for number, (part, rows, is_first, place) in enumerate(pages, 1):
            canvas = self.add(title, f" ({number}/{len(pages)})" if len(pages) > 1 else "")
            if number == 1 and meta:
                canvas.text(Box(MARGIN, TOP, INNER, top - TOP - 6), meta, TextLook(META_SIZE), title)
            if is_first and part.above:
                place = part.above(canvas, place)
            if rows:
                draw_table(canvas, part.table, rows, place, title)

    def _paged(self, table: DeckTable, first: float) -> tuple[DeckTable, list[tuple[DeckRow, ...]]]:
        """Return the rows of each slide, in small letters where fewer slides do then; first: the room on one."""
        own = fitted_table(table, self.look)
        runs = list(paged(own, first, BOTTOM - TOP))
        if len(runs) > 1 and table.size > LEAST_SIZE:
            small, fewer = self._paged(replace(table, size=LEAST_SIZE), first)
            return (small, fewer) if len(fewer) < len(runs) else (own, runs)
        return own, runs


def cut_title(title: str) -> tuple[str, bool]:
    """Return what of a title has room, and whether that is less than all of it."""
    size = _TITLE_SIZES[-1]
    head, rest = split([words(title, bold=True)], INNER * 0.9, size, TITLE_HEIGHT)
    return (f"{head[0].text.rstrip()}…", True) if rest and head else (title, False)


def fitted(title: str, part: str) -> tuple[str, float]:
    """Return a title as it has room before what stands behind it, and the size of its letters."""
    for size in _TITLE_SIZES:
        if height([words(title + part, bold=True)], INNER, size) <= max(TITLE_HEIGHT, size * LEADING):
            return title, size
    return cut_title(title)[0], _TITLE_SIZES[-1]
