"""How wide the columns of a map are: as wide as it takes to keep its texts low, within bounds.

All columns of a map are as wide as each other. The curve is one drawing over them, in each view and on paper; and
where a map has the width of a window, a slide or a sheet, what one column gained would be taken from all others.
"""

from collections.abc import Iterable
from math import ceil

from cjsite.drawing.dimensions import NARROW, ROOMIER, WORD_SIZE
from cjsite.drawing.measure import text_width
from cjsite.pages.journey.stages import StageColumns
from cjsite.pages.journey.steps import StepCells

_DOING, _OTHER = 6, 9
"""The lines that a lane should not exceed: above the curve, which belongs into the first view, and below it."""
_WASTE, _EDGES = 1.18, 16.0
"""What the ends of lines leave empty, as a factor, and the edges of a cell in px."""


def roomy_class(stages: Iterable[StageColumns]) -> str:
    """Return the class for how wide all columns are, '' for as narrow as they may be."""
    every = (step for stage in stages for step in stage.steps)
    needed = max((_needed(step.cells) / max(len(step.touchpoints), 1) for step in every), default=0.0)
    more = ceil((needed - NARROW) / (ROOMIER[0] - NARROW))
    return f"roomy{min(more, len(ROOMIER))}" if more > 0 else ""


def _needed(cells: StepCells) -> float:
    """Return how wide a step has to be for its lanes to be low, in px."""
    doing = _length((cells.title, *cells.actions, cells.place)) / _DOING
    others = (
        (*cells.thoughts, *cells.quotes),
        (pain.text for pain in cells.pains),
        cells.gains,
        (opportunity.title for opportunity in cells.opportunities),
    )
    return _WASTE * max(doing, *(length / _OTHER for length in map(_length, others))) + _EDGES


def _length(texts: Iterable[str]) -> float:
    return sum(text_width(text, WORD_SIZE) for text in texts)
