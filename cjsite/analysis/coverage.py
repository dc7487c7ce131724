"""How evenly a journey is mapped: which channels and devices in which stage, and how much is said where."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Generic, TypeVar

from cjsite.analysis.columns import Column
from cjsite.analysis.tally import Tally, tallied, tally
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Sample
from cjsite.model.touchpoint import TouchpointFields

T = TypeVar("T")
THIN = 3
"""Depth up to which a touchpoint counts as thin: mentioned rather than described."""
FACETS: tuple[tuple[str, Callable[[Column], object]], ...] = (
    ("doing", lambda c: c.step.actions or c.step.description),
    ("thinking", lambda c: c.step.thoughts or c.step.quotes),
    ("channel", lambda c: c.touchpoint.channel),
    ("feeling", lambda c: any(s.value is not None for s in _samples(c))),
    ("trigger", lambda c: any(s.trigger for s in _samples(c))),
    ("expectation", lambda c: c.touchpoint.expectation or c.touchpoint.why),
    ("pain-or-gain", lambda c: c.step.pain_points or c.step.gains),
    ("department", lambda c: c.departments or c.touchpoint.frontstage or c.touchpoint.backstage),
    ("importance", lambda c: c.touchpoint.importance),
    ("evidence", lambda c: c.touchpoint.evidence),
)
"""What can be said of a touchpoint, each by its word (`term.facet.…`), and how to see that it is."""


@frozen
class Heat(Generic[T]):
    """A cell of a heat table: the first touchpoint that stands in it, and how many do and how they feel."""

    row: str
    column: str
    first: T
    tally: Tally


def missing(column: Column) -> tuple[str, ...]:
    """Return the facets of which nothing is said."""
    return tuple(name for name, said in FACETS if not said(column))


def heat(felt: Iterable[tuple[str, str, T, float | None]]) -> tuple[Heat[T], ...]:
    """Return the cells of a table that hold anything, in the order of their first touchpoint.

    felt: for each touchpoint its row (a stage, a phase), its column (a channel, a device), itself, and the score of
    its main feeling. A touchpoint with two devices stands in two cells; one without a feeling changes no mean.

    >>> felt = [("buy", "chat", "asks", -1.0), ("buy", "chat", "asks again", None), ("use", "app", "rides", 1.0)]
    >>> [(cell.row, cell.column, cell.first, cell.tally.count, cell.tally.mean) for cell in heat(felt)]
    [('buy', 'chat', 'asks', 2, -1.0), ('use', 'app', 'rides', 1, 1.0)]
    """
    points_by_cell: dict[tuple[str, str], list[tuple[T, float | None]]] = {}
    for row, column, point, score in felt:
        points_by_cell.setdefault((row, column), []).append((point, score))
    return tuple(
        Heat(row, column, held[0][0], tally(score for _, score in held))
        for (row, column), held in points_by_cell.items()
    )


def heats_together(tables: Iterable[Iterable[Heat[T]]]) -> tuple[Heat[T], ...]:
    """Return the cells of one table made of the cells of several."""
    same_cell: dict[tuple[str, str], list[Heat[T]]] = {}
    for cell in chain.from_iterable(tables):
        same_cell.setdefault((cell.row, cell.column), []).append(cell)
    return tuple(
        Heat(row, column, held[0].first, tallied(cell.tally for cell in held))
        for (row, column), held in same_cell.items()
    )


def _samples(column: Column) -> list[Sample]:
    own = _all_samples(column.written)
    return own or (_all_samples(column.step) if column.step.feeling_of_whole else [])


def _all_samples(touchpoint: TouchpointFields) -> list[Sample]:
    return [*touchpoint.emotion, *(sample for samples in touchpoint.emotions.values() for sample in samples)]
