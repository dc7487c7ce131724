"""A moment of truth as lists show it: what the customer decides, how many give up, and the figure to follow."""

from cjsite.analysis.columns import Column
from cjsite.analysis.measures import measures
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.drawing.sparkline import Trend, trend
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink
from cjsite.summaries.links import name


@frozen
class FollowedMeasure:
    """A measured figure at a touchpoint; met: whether it meets its target, None where there is none."""

    title: str
    value: float
    unit: str
    target: float | None
    met: bool | None
    trend: Trend


@frozen
class DepartmentMoment:
    """A moment of truth at one of the department's touchpoints."""

    at: TouchpointLink
    asks: str
    bails_out: str
    bail_rate: float | None
    risk: Risk
    measure: FollowedMeasure | None


def department_moments(analysis: JourneyAnalysis, columns: list[Column]) -> tuple[DepartmentMoment, ...]:
    """Return the moments of truth at these columns of a journey, in their order."""
    mine = {column.number for column in columns}
    return tuple(
        DepartmentMoment(
            at=analysis.link(m.column),
            asks=m.moment.asks,
            bails_out=m.moment.bails_out,
            bail_rate=m.moment.bail_rate,
            risk=m.risk,
            measure=_figure(analysis, m.column),
        )
        for m in analysis.moments
        if m.column.number in mine
    )


def _figure(analysis: JourneyAnalysis, column: Column) -> FollowedMeasure | None:
    """Return the figure to follow at a moment of truth: one with a history, else one with a target."""
    measured_here = measures(column, analysis.inputs.metrics, analysis.inputs.measurements)
    valued = (measured for measured in measured_here if measured.value is not None)
    chosen = max(valued, key=lambda m: (len(m.series) > 1, m.met is not None), default=None)
    if chosen is None or chosen.value is None:
        return None
    target = chosen.metric.target
    title, drawn = name(chosen.metric), trend(chosen.series[-12:], target)
    return FollowedMeasure(title, chosen.value, chosen.metric.unit, target, chosen.met, drawn)
