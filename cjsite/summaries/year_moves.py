"""One journey as the page of the past year needs it: what was measured, and what was learnt since its review."""

import datetime
from collections.abc import Iterator
from operator import attrgetter

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.review import changes_since_review
from cjsite.analysis.year import Shift, Verdict, is_recent, newer, shifts
from cjsite.base.frozen import frozen
from cjsite.drawing.sparkline import Trend, trend
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link, name, whoever
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.urls import reference_url


@frozen
class DatedValue:
    """A measured value and its day."""

    value: float
    on: datetime.date


@frozen
class MetricMove:
    """A metric at a touchpoint, then and now; size: how large the change is, for the order."""

    metric: Link
    unit: str
    at: TouchpointLink
    before: DatedValue | None
    last: DatedValue
    change: float | None
    verdict: Verdict
    size: float
    trend: Trend


@frozen
class NewEvidence:
    """Research that a map cites and that is younger than its review."""

    source: Link
    date: datetime.date


@frozen
class MapChange:
    """A change of a map within the year; is_new: whether it came after the map's last review."""

    on: datetime.date
    what: str
    who: Link
    is_new: bool


@frozen
class YearMoves:
    """A journey's past year; learnt, changes: newest first. moves: of a journey that figures count."""

    due: ReviewDue
    moves: tuple[MetricMove, ...]
    learnt: tuple[NewEvidence, ...]
    changes: tuple[MapChange, ...]


def year_moves(analyses: tuple[JourneyAnalysis, ...], insights: JourneyInsights) -> YearMoves:
    """Return a journey's past year; insights: the same journey's."""
    everyone, row = analyses[0], insights.card
    inputs = everyone.inputs
    cited = [inputs.evidence[source] for source, _ in insights.sources if source in inputs.evidence]
    moves = shifts(inputs.measurements, inputs.metrics, inputs.today)
    return YearMoves(
        due=row.due,
        moves=tuple(move for shift in moves if (move := _move(everyone, shift))),
        learnt=tuple(
            NewEvidence(Link(name(source), reference_url("source", source.id)), source.date)
            for source in newer(cited, row.review.reviewed_on, inputs.today)
            if source.date
        ),
        changes=tuple(_changes(inputs)),
    )


def _changes(inputs: JourneyInput) -> Iterator[MapChange]:
    since = changes_since_review(inputs.journey)
    for change in sorted(inputs.journey.changes, key=attrgetter("on"), reverse=True):
        if is_recent(change.on, inputs.today):
            yield MapChange(change.on, change.what, whoever(change.by, inputs.departments), change in since)


def _move(analysis: JourneyAnalysis, shift: Shift) -> MetricMove | None:
    column = next((column for column in analysis.columns if shift.step in (column.id, column.step.id)), None)
    if column is None:
        return None
    before = shift.before
    return MetricMove(
        metric=Link(name(shift.metric), reference_url("measure", shift.metric.id)),
        unit=shift.metric.unit,
        at=analysis.link(column),
        before=DatedValue(before.value, before.date) if before else None,
        last=DatedValue(shift.last.value, shift.last.date),
        change=shift.change,
        verdict=shift.verdict,
        size=shift.size,
        trend=trend(shift.series, shift.metric.target),
    )
