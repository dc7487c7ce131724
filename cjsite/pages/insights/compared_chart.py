"""Both lines of a comparison over one row: each touchpoint of either has its column, those of both share one."""

from collections.abc import Iterator, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.compare import ColumnChange, ComparedLine
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen
from cjsite.drawing.compared import compared
from cjsite.drawing.curve import CurvePoint
from cjsite.drawing.geometry import MAX_COLUMNS, n_class, y_percent
from cjsite.drawing.paths import number
from cjsite.model.types import MAIN
from cjsite.summaries.thumbnail import Position


@frozen
class ComparedPoint:
    """A feeling on the chart; side: before or after."""

    spot: Position
    side: str


@frozen
class ComparedChart:
    """Both lines in a box of 100 units a column and 100 high, each as what is known and what is assumed.

    width: the class of so many columns, '' beyond a map's. gain, loss: where the later line is better than the
    earlier one, and worse.
    """

    columns: int
    width: str
    before: tuple[str, str]
    after: tuple[str, str]
    gain: str
    loss: str
    points: tuple[ComparedPoint, ...]

    @property
    def units(self) -> int:
        """Return how wide the box is."""
        return 100 * self.columns


def compared_chart(changes: Sequence[ColumnChange], old: ComparedLine, new: ComparedLine) -> ComparedChart:
    """Return the chart of what becomes of each touchpoint, in the order of the table."""
    count = len(changes)
    before, after = list(_samples(changes, old, "before")), list(_samples(changes, new, "after"))
    drawn = compared([s for s, is_main in before if is_main], [s for s, is_main in after if is_main], count)
    return ComparedChart(
        columns=count,
        width=n_class(count) if 0 < count <= MAX_COLUMNS else "",
        before=(drawn.before.firm, drawn.before.weak),
        after=(drawn.after.firm, drawn.after.weak),
        gain=drawn.gain,
        loss=drawn.loss,
        points=tuple(
            ComparedPoint(_spot(sample, count), side)
            for side, samples in (("before", before), ("after", after))
            for sample, _ in samples
            if sample.s is not None
        ),
    )


def _samples(changes: Sequence[ColumnChange], line: ComparedLine, side: str) -> Iterator[tuple[CurvePoint, bool]]:
    """Yield the feeling of each column of one side, and whether it is on the main route, as the line is."""
    for index, change in enumerate(changes):
        column: Column | None = getattr(change, side)
        if column is not None:
            feeling = line.feeling(column)
            score, is_firm = (feeling.score, feeling.firm) if feeling else (None, True)
            yield CurvePoint(index + 0.5, score, is_firm), walks(MAIN, column.step)


def _spot(sample: CurvePoint, count: int) -> Position:
    return Position(f"{number(100 * sample.x / count)}%", f"{number(y_percent(sample.s or 0.0))}%")
