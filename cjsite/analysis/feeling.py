"""The line of feelings: continuous, gaps where nothing is known, one for each persona."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import confidence, is_firm, standing
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Sample, Scale
from cjsite.model.registry import Evidence
from cjsite.model.step import Step
from cjsite.model.touchpoint import TouchpointFields

Band = Literal["very-good", "good", "neutral", "bad", "very-bad", "unknown"]


@frozen
class Feeling:
    """One point of the line.

    x: in columns, the middle of column n (from 1) at n - 0.5. value: on the author's scale; score: the same on
    −2 to +2; both None where unknown. firm: whether customers said so. main: whether it stands for its columns.
    over: the columns that it stands for, of which `column` bears its mark: one, or those side by side that have
    none of their own in a step with a feeling as a whole. weight: 1, or 0 where a step's feeling stands once more.
    """

    x: float
    column: Column
    sample: Sample | None
    value: float | None
    score: float | None
    firm: bool
    main: bool
    over: tuple[Column, ...]
    whole_step: bool = False
    weight: int = 1

    @property
    def at(self) -> str:
        """Return the id of what feels so: the touchpoint, or its step as a whole."""
        return self.column.step.id if self.whole_step else self.column.id

    @property
    def title(self) -> str:
        """Return the title of what feels so."""
        return self.column.step.title if self.whole_step else self.column.title

    def stands_for(self, column: Column) -> bool:
        """Tell whether a column of its line is one of those that it stands for."""
        return any(column.number == own.number for own in self.over)


@frozen
class FeelingFigures:
    """The figures of one line; None where nothing is known. `known` counts the columns with a feeling over them."""

    lowest: Feeling | None
    highest: Feeling | None
    ending: Feeling | None
    mean: float | None
    known: int
    total: int

    @property
    def is_flat(self) -> bool:
        """Tell whether all that is known is the same, so that nothing is the lowest or the highest."""
        return self.lowest is not None and self.highest is not None and self.lowest.value == self.highest.value


def band(score: float | None) -> Band:
    """Return the band of a score on −2 to +2."""
    if score is None:
        return "unknown"
    if score >= 1.5:
        return "very-good"
    if score >= 0.35:
        return "good"
    if score > -0.35:
        return "neutral"
    return "bad" if score > -1.5 else "very-bad"


def samples_of(touchpoint: TouchpointFields, persona: str) -> tuple[Sample, ...]:
    """Return a persona's samples; where its feelings are not told apart, the common ones."""
    return touchpoint.emotions.get(persona, touchpoint.emotion)


def line(
    points: Sequence[Column], persona: str, scale: Scale, evidence: Mapping[str, Evidence]
) -> tuple[Feeling, ...]:
    """Return the points of one persona's line through a journey's columns; persona may be '' for everyone's.

    Several samples of a touchpoint are spread evenly inside its column. A feeling written on a step with
    several touchpoints stands once over those of its columns that have none of their own: over the middle of those
    side by side. Here alone is decided what of a step's feeling counts, and where.
    """
    feelings: list[Feeling] = []
    for _, group in groupby(points, key=lambda c: (id(c.stage), id(c.step))):
        step_columns = tuple(group)
        whole = whole_of(step_columns[0].step, persona)
        weight = 1
        for is_own, run in groupby(step_columns, key=lambda c: not whole or bool(samples_of(c.written, persona))):
            if is_own:
                for column in run:
                    feelings += _points(samples_of(column.written, persona), (column,), scale, evidence)
            else:
                feelings += _points(whole, tuple(run), scale, evidence, step_columns[0].step, weight)
                weight = 0
    return tuple(feelings)


def whole_of(step: Step, persona: str) -> tuple[Sample, ...]:
    """Return a persona's samples of a step with several touchpoints as a whole."""
    return samples_of(step, persona) if step.feeling_of_whole else ()


def aside(
    points: Sequence[Column], persona: str, scale: Scale, evidence: Mapping[str, Evidence]
) -> tuple[Feeling, ...]:
    """Return a step's feeling as a whole where each of its columns has its own: it counts nowhere, on no line.

    points: all columns of the step.
    """
    step = points[0].step
    whole = whole_of(step, persona)
    if not whole or not all(samples_of(column.written, persona) for column in points):
        return ()
    return tuple(_points(whole, tuple(points), scale, evidence, step, weight=0))


def _points(
    samples: tuple[Sample, ...],
    over: tuple[Column, ...],
    scale: Scale,
    evidence: Mapping[str, Evidence],
    step: Step | None = None,
    weight: int = 1,
) -> list[Feeling]:
    """Return the points that stand over columns side by side; step: the one whose feeling as a whole it is."""
    if not samples:
        return [unfelt(*over)]
    width = len(over)
    start = over[0].number - 1
    column = over[(width - 1) // 2]
    chosen = _main(samples, scale)
    basis = basis_of(step, over) if step else column.touchpoint
    support = standing(basis, evidence)
    return [
        Feeling(
            x=start + width * (index + 0.5) / len(samples),
            column=column,
            sample=sample,
            value=sample.value,
            score=None if sample.value is None else scale.normal(sample.value),
            firm=is_firm(confidence(sample, basis), support),
            main=index == chosen,
            over=over,
            whole_step=step is not None,
            weight=weight,
        )
        for index, sample in enumerate(samples)
    ]


def unfelt(*over: Column) -> Feeling:
    """Return the point of a line that stands over columns of which no feeling is known."""
    middle = over[0].number - 1 + len(over) / 2
    return Feeling(middle, over[(len(over) - 1) // 2], None, None, None, False, True, over)


def basis_of(step: Step, over: tuple[Column, ...]) -> TouchpointFields:
    """Return what a step's feeling rests on: what the step says, else what the touchpoints say it stands over."""
    cited = tuple(dict.fromkeys(name for column in over for name in column.touchpoint.evidence))
    said = {column.touchpoint.confidence for column in over}
    common = said.pop() if len(said) == 1 else None
    return step.but(evidence=step.evidence or cited, confidence=step.confidence or common)


def _main(samples: Sequence[Sample], scale: Scale) -> int:
    marked = [i for i, sample in enumerate(samples) if sample.main]
    if marked:
        return marked[0]
    strengths = [-1.0 if s.value is None else abs(scale.normal(s.value)) for s in samples]
    return strengths.index(max(strengths))


def figures(points: Sequence[Feeling]) -> FeelingFigures:
    """Return lowest, highest, ending and mean of one line; unknown points count for nothing.

    mean: on the author's scale, each column weighing the same however many samples it holds, and the feeling of a
    step as a whole the same however many columns it stands over. The first of several equal extremes counts. The
    ending is the last column's last feeling, unknown if it is.
    """
    valued = [p for p in points if p.value is not None]
    each = means(valued).values()
    return FeelingFigures(
        lowest=min(valued, key=lambda p: p.value or 0.0, default=None),
        highest=max(valued, key=lambda p: p.value or 0.0, default=None),
        ending=ending(points),
        mean=sum(each) / len(each) if each else None,
        known=_columns(valued),
        total=_columns(points),
    )


def ending(points: Sequence[Feeling]) -> Feeling | None:
    """Return the last column's last feeling; None where it is not known."""
    return points[-1] if points and points[-1].value is not None else None


def means(points: Iterable[Feeling]) -> Mapping[int, float]:
    """Return the mean feeling, on the author's scale, of each column, or step as a whole, of which one is known.

    By the number of the column that bears its mark, in order.
    """
    values_at: dict[int, list[float]] = {}
    for point in points:
        if point.value is not None and point.weight:
            values_at.setdefault(point.column.number, []).append(point.value)
    return {number: sum(values) / len(values) for number, values in values_at.items()}


def felt_at(points: Iterable[Column], feelings: Iterable[Feeling]) -> tuple[Feeling | None, ...]:
    """Return the main feeling that stands for each column: its own, or that of its step as a whole."""
    at: dict[int, Feeling] = {}
    for feeling in feelings:
        if feeling.main:
            for column in feeling.over:
                at[column.number] = feeling
    return tuple(at.get(column.number) for column in points)


def _columns(points: Iterable[Feeling]) -> int:
    return len({column.number for point in points for column in point.over})
