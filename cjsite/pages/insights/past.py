"""One journey as the page of the past year needs it: what was measured, and what was learnt since its review."""

import datetime

from cjsite.analysis.year import Shift, Verdict, newer, shifts
from cjsite.drawing.sparkline import Trend, trend
from cjsite.frozen import frozen
from cjsite.pages.due import Due
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.links import name
from cjsite.pages.page import Link, reference_url
from cjsite.pages.survey import Survey, TouchpointLink


@frozen
class Value:
    """A measured value and its day."""

    value: float
    on: datetime.date


@frozen
class Move:
    """A metric at a touchpoint, then and now; size: how large the change is, for the order."""

    metric: Link
    unit: str
    at: TouchpointLink
    before: Value | None
    last: Value
    change: float | None
    verdict: Verdict
    size: float
    trend: Trend


@frozen
class Learnt:
    """Research that a map cites and that is younger than its review."""

    source: Link
    date: datetime.date


@frozen
class Past:
    """A journey's past year; learnt: newest first. moves: of an as-is journey that is not archived."""

    due: Due
    archived: bool
    moves: tuple[Move, ...]
    learnt: tuple[Learnt, ...]


def past(surveyed: tuple[Survey, ...], aspect: Aspect) -> Past:
    """Return a journey's past year; aspect: the same journey's."""
    known, row = surveyed[0], aspect.row
    cast = known.cast
    cited = [cast.evidence[source] for source, _ in aspect.sources if source in cast.evidence]
    moves = shifts(cast.measurements, cast.metrics, cast.today) if row.current else ()
    return Past(
        due=row.due,
        archived=row.status == "archived",
        moves=tuple(found for one in moves if (found := _move(known, one))),
        learnt=tuple(
            Learnt(Link(name(one), reference_url("source", one.id)), one.date)
            for one in newer(cited, row.review.reviewed_on, cast.today)
            if one.date
        ),
    )


def _move(known: Survey, one: Shift) -> Move | None:
    column = next((column for column in known.columns if one.step in (column.id, column.step.id)), None)
    if column is None:
        return None
    before = one.before
    return Move(
        metric=Link(name(one.metric), reference_url("measure", one.metric.id)),
        unit=one.metric.unit,
        at=known.link(column),
        before=Value(before.value, before.date) if before else None,
        last=Value(one.last.value, one.last.date),
        change=one.change,
        verdict=one.verdict,
        size=one.size,
        trend=trend(one.series, one.metric.target),
    )
