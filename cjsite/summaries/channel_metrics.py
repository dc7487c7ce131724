"""What is measured on each channel in one journey, or in any number of journeys put together."""

from cjsite.analysis.measures import measures
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, grouped
from cjsite.summaries.journey_analysis import JourneyAnalysis


@frozen
class MetricRange:
    """The lowest and the highest last value of a metric, and at how many touchpoints it is measured."""

    low: float
    high: float
    count: int


MetricsByChannel = tuple[tuple[tuple[str, str], MetricRange], ...]
"""What is measured, by the ids of channel and metric."""
roll_up_metrics: ByName[tuple[str, str], MetricRange] = ByName(Rollup(MetricRange, low=min, high=max, count=sum))
"""Puts what is measured on the channels of many journeys together: no mean, for not all metrics have one."""


def channel_metrics(analysis: JourneyAnalysis) -> MetricsByChannel:
    """Return what is measured on the channels of a journey, the last value at each touchpoint."""
    inputs = analysis.inputs
    values = (
        ((column.touchpoint.channel, measure.metric.id), measure.value)
        for column in analysis.columns
        if column.touchpoint.channel and (column.touchpoint.metrics or inputs.measurements)
        for measure in measures(column, inputs.metrics, inputs.measurements)
        if measure.value is not None and measure.metric.id in inputs.metrics
    )
    return tuple((key, MetricRange(min(own), max(own), len(own))) for key, own in grouped(values).items())
