"""The lines along the phone's timeline, step by step, with the classes that put their pieces where they belong."""

from collections.abc import Iterable, Sequence

from cjsite.analysis.feeling import Feeling
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint
from cjsite.drawing.forks import forked_rails
from cjsite.drawing.geometry import MAX_ROWS, joined, row_class, to_class
from cjsite.drawing.rail import Piece, RailPlace
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.steps import leads
from cjsite.summaries.thumbnail import samples

BRANCHES = 3
"""Strokes that routes beside the main one are told apart by; with more routes, these come again."""


@frozen
class RailPiece:
    """A line along a part of a step: its place, the classes of its stroke, its path; join: what leads to it from
    above, where its step is the first of a stage, '' where it begins inside.
    """

    place: str
    kind: str
    path: str
    join: str


class Rails:
    """The lines of a map along its timeline as they are drawn, one after another."""

    def __init__(self, places: Sequence[RailPlace]) -> None:
        self._places = places
        count = places[-1].step + 1 if places else 0
        self._steps: list[list[RailPiece]] = [[] for _ in range(count)]
        self._rows = {place.step: place.row for place in places}

    def add(self, routes: Iterable[Sequence[CurvePoint]], line: str) -> None:
        """Draw a line along each of its routes, the main one first."""
        for number, pieces in enumerate(forked_rails(tuple(routes), self._places)):
            stroke = joined(line, branch_class(number - 1)) if number and line != "future" else line
            for piece in pieces:
                # Steps of more touchpoints than a grid has rows for have no line on the phone.
                if self._rows[piece.step] + 2 <= MAX_ROWS:
                    self._steps[piece.step].append(self._piece(piece, stroke))

    def by_step(self) -> tuple[tuple[RailPiece, ...], ...]:
        """Return the pieces of each step."""
        return tuple(map(tuple, self._steps))

    def _piece(self, piece: Piece, stroke: str) -> RailPiece:
        end = piece.end or self._rows[piece.step] + 2
        ways = ("" if piece.start else " from", "" if piece.end else " on")
        place = f"{row_class(piece.start or 1)} {to_class(max(end, 2))}{''.join(ways)}{' short' * (piece.end == 1)}"
        weight = "weak" if piece.is_weak else ""
        join = ""
        if piece.above is not None:
            tone = "good" if piece.above >= 50 else "bad"
            join = joined("join", stroke, tone, f"r{piece.above}", "weak" * piece.is_weak)
        return RailPiece(place, joined(weight, stroke), piece.path, join)


def branch_class(number: int) -> str:
    """Return the classes of the stroke of a route beside the main one, counted from 0."""
    return f"branch b{number % BRANCHES + 1}"


def rail_places(context: MapContext) -> tuple[RailPlace, ...]:
    """Return where each column stands in the timeline: under the text that leads its step, and its neighbours."""
    places: list[RailPlace] = []
    step, row, last = -1, 0, None
    for column in context.columns:
        if column.step is not last:
            last, step = column.step, step + 1
            row = int(leads(context, column))
        row += 1
        places.append(RailPlace(step, row, row == 1))
    return tuple(places)


def main_samples(course: Iterable[Feeling]) -> list[CurvePoint]:
    """Return the points that the phone shows: one a column."""
    return samples(feeling for feeling in course if feeling.main)
