"""The line of feelings: continuous, gaps where nothing is known, one for each persona."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import confidence, is_firm, standing
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Sample, Scale
from cjsite.model.registry import Evidence
from cjsite.model.touchpoint import TouchpointFields

Band = Literal["very-good", "good", "neutral", "bad", "very-bad", "unknown"]


@frozen
class Feeling:
    """One point of the line.

    x: in columns, the middle of column n (from 1) at n - 0.5. value: on the author's scale; score: the same on
    −2 to +2; both None where unknown. firm: whether customers said so. main: whether it stands for its column.
    """

    x: float
    column: Column
    sample: Sample | None
    value: float | None
    score: float | None
    firm: bool
    main: bool
    whole_step: bool = False


@frozen
class FeelingFigures:
    """The figures of one line; None where nothing is known. `known` counts the columns with a feeling."""

    lowest: Feeling | None
    highest: Feeling | None
    ending: Feeling | None
    mean: float | None
    known: int
    total: int


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


def samples_of(meeting: TouchpointFields, persona: str) -> tuple[Sample, ...]:
    """Return a persona's samples; where its feelings are not told apart, the common ones."""
    return meeting.emotions.get(persona, meeting.emotion)


def line(
    points: Sequence[Column], persona: str, scale: Scale, evidence: Mapping[str, Evidence]
) -> tuple[Feeling, ...]:
    """Return the points of one persona's line through a journey's columns; persona may be '' for everyone's.

    Several samples of a touchpoint are spread evenly inside its column. A feeling written on a step with
    several touchpoints stands over the middle of its columns where none of them has its own.
    """
    found: list[Feeling] = []
    for _, group in groupby(points, key=lambda c: (id(c.stage), id(c.step))):
        step_columns = list(group)
        step = step_columns[0].step
        if step.feeling_of_whole and not any(samples_of(c.touchpoint, persona) for c in step_columns):
            middle = step_columns[0].number - 1 + len(step_columns) / 2
            bearer = step_columns[(len(step_columns) - 1) // 2]
            found += _points(samples_of(step, persona), bearer, middle, len(step_columns), True, scale, evidence)
            continue
        for column in step_columns:
            samples = samples_of(column.touchpoint, persona)
            found += _points(samples, column, column.number - 0.5, 1, False, scale, evidence)
    return tuple(found)


def _points(
    samples: tuple[Sample, ...],
    column: Column,
    middle: float,
    width: int,
    whole: bool,
    scale: Scale,
    evidence: Mapping[str, Evidence],
) -> list[Feeling]:
    if not samples:
        return [Feeling(middle, column, None, None, None, False, True, whole)]
    chosen = _main(samples, scale)
    support = standing(column.touchpoint, evidence)
    start = middle - width / 2
    return [
        Feeling(
            x=start + width * (index + 0.5) / len(samples),
            column=column,
            sample=sample,
            value=sample.value,
            score=None if sample.value is None else scale.normal(sample.value),
            firm=is_firm(confidence(sample, column.touchpoint), support),
            main=index == chosen,
            whole_step=whole,
        )
        for index, sample in enumerate(samples)
    ]


def _main(samples: Sequence[Sample], scale: Scale) -> int:
    marked = [i for i, sample in enumerate(samples) if sample.main]
    if marked:
        return marked[0]
    strengths = [-1.0 if s.value is None else abs(scale.normal(s.value)) for s in samples]
    return strengths.index(max(strengths))


def figures(points: Sequence[Feeling]) -> FeelingFigures:
    """Return lowest, highest, ending and mean of one line; unknown points count for nothing.

    mean: on the author's scale, each column weighing the same however many samples it holds. The first of
    several equal extremes counts. The ending is the last column's last feeling, unknown if it is.
    """
    known = [p for p in points if p.value is not None]
    each = means(known)
    return FeelingFigures(
        lowest=min(known, key=lambda p: p.value or 0.0, default=None),
        highest=max(known, key=lambda p: p.value or 0.0, default=None),
        ending=points[-1] if points and points[-1].value is not None else None,
        mean=sum(each) / len(each) if each else None,
        known=len(each),
        total=len({p.column.number for p in points}),
    )


def means(points: Iterable[Feeling]) -> list[float]:
    """Return the mean feeling, on the author's scale, of each column of which one is known."""
    by_column: dict[int, list[float]] = {}
    for point in points:
        if point.value is not None:
            by_column.setdefault(point.column.number, []).append(point.value)
    return [sum(values) / len(values) for values in by_column.values()]
