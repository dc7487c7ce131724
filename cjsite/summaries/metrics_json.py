"""What is measured along journeys as JSON for other programs: the metrics, where each is used, and its values."""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field
from pydantic_core import to_json

from cjsite.analysis.columns import Column
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.measures import PlacedMeasure, measures
from cjsite.model.quantities import Day
from cjsite.model.registry import Evidence, Metric
from cjsite.model.types import Identified, Ordered, Record
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.journey_json import published_fields
from cjsite.summaries.urls import journey_url

METRICS_FORMAT = "cjsite-metrics"
METRICS_VERSION = 1
"""Raised when a key goes or changes its meaning; new keys may come without."""
_SEPARATOR = ",\n"


class MeasuredValue(Record):
    """A value that was measured on a day."""

    date: Day = Field(description="The day.")
    value: float = Field(description="The value.")


class MetricUse(Record):
    """A metric where a map states or measures it."""

    metric: str = Field(description="The id of the metric.")
    at: str = Field(description="The step or touchpoint, as `journey#id`.")
    title: str = Field(default="", description="The title of the step or touchpoint.")
    page: str = Field(description="The address of its details, from the root of the site.")
    state: Literal["as-is", "to-be"] = Field(description="Whether its map says what is, or what should be.")
    status: Literal["draft", "reviewed", "published", "archived"] = Field(description="How far its map is.")
    value: float | None = Field(
        default=None,
        description="The newest value, or the one that the map states; left out, it is to be measured.",
    )
    measured: tuple[MeasuredValue, ...] = Field(default=(), description="The values by day, the oldest first.")
    evidence: tuple[str, ...] = Field(default=(), description="The ids of the research that the place rests on.")


class MetricsDocument(Record):
    """All that is measured on a site, as it is published."""

    format: Literal["cjsite-metrics"] = Field(description="What this file is.")
    version: Literal[1] = Field(description="The version of the format: another one where a key goes or changes.")
    metrics: Ordered[str, Metric] = Field(description="The metrics, by id, with their units and targets.")
    evidence: Ordered[str, Evidence] = Field(description="The research sources, by id.")
    uses: tuple[MetricUse, ...] = Field(description="Where they are used, with their values, map by map.")


def metric_uses(analysis: JourneyAnalysis) -> str:
    """Return what one journey states and measures, as JSON objects in a row, '' for nothing."""
    return _SEPARATOR.join(to_json(use).decode() for use in _uses(analysis))


def _uses(analysis: JourneyAnalysis) -> Iterator[dict[str, Any]]:
    inputs = analysis.inputs
    for column in analysis.columns:
        if column.touchpoint.metrics or inputs.measurements:
            for measure in measures(column, inputs.metrics, inputs.measurements):
                if measure.metric.id in inputs.metrics:
                    yield {name: said for name, said in _use(inputs, column, measure) if said not in (None, [])}


def _use(inputs: JourneyInput, column: Column, measure: PlacedMeasure) -> Iterator[tuple[str, object]]:
    journey = inputs.journey
    yield from (("metric", measure.metric.id), ("at", f"{journey.id}#{column.id}"), ("title", column.title))
    yield "page", journey_url(journey.id, column.id)
    yield from (("state", journey.state), ("status", journey.status), ("value", measure.value))
    dated = zip(measure.days, measure.series, strict=True)
    yield "measured", [{"date": day, "value": value} for day, value in dated]
    yield "evidence", [name for name in column.touchpoint.evidence if name in inputs.evidence]


def metrics_json(metrics: Mapping[str, Metric], evidence: Mapping[str, Evidence], uses: Iterable[str]) -> bytes:
    """Return what is measured on a site as JSON; uses: in each journey, as `metric_uses` returns them."""
    file = io.BytesIO()
    head = {"format": METRICS_FORMAT, "version": METRICS_VERSION}
    file.write(to_json(head | {"metrics": _by_id(metrics), "evidence": _by_id(evidence)})[:-1] + b',"uses":[\n')
    for number, rows in enumerate(filter(None, uses)):
        file.write((_SEPARATOR * bool(number) + rows).encode())
    file.write(b"]}\n")
    return file.getvalue()


def _by_id(registry: Mapping[str, Identified]) -> dict[str, Any]:
    return {name: published_fields(thing) for name, thing in registry.items()}
