"""A journey as JSON for other programs: all that is written of it, what it refers to beside it, and ids for all."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, Field
from pydantic_core import to_json

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import fields
from cjsite.base.memo import memo
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.quantities import Day
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.types import Identified, Ordered, Record

FORMAT = "cjsite-journey"
VERSION = 1
"""Raised when a key goes or changes its meaning; new keys may come without."""
_PARTS = ("stages", "steps", "touchpoints", "opportunities")
_BY_ID = ("personas", "departments", "channels", "evidence", "metrics", "opportunities")


class MeasurementRow(Record):
    """A measured value of a metric at a step on a day."""

    step: str = Field(description="The id of the step.")
    metric: str = Field(description="The id of the metric.")
    date: Day = Field(description="The day.")
    value: float = Field(description="The value.")


class JourneyDocument(Record):
    """A journey with all that it refers to, as it is exported and published."""

    format: Literal["cjsite-journey"] = Field(description="What this file is.")
    version: Literal[1] = Field(description="The version of the format: another one where a key goes or changes.")
    journey: Journey = Field(
        description="The map as it is written, with an id for each stage, step and touchpoint."
    )
    emotion_scale: Scale = Field(default=Scale(), description="What the numbers for feelings stand on.")
    personas: Ordered[str, Persona] = Field(default_factory=dict, description="The personas that are named, by id.")
    departments: Ordered[str, Department] = Field(
        default_factory=dict, description="The departments that are named, by id."
    )
    channels: Ordered[str, Channel] = Field(default_factory=dict, description="The channels that are named, by id.")
    evidence: Ordered[str, Evidence] = Field(
        default_factory=dict, description="The research sources that are named, by id."
    )
    metrics: Ordered[str, Metric] = Field(default_factory=dict, description="The metrics that are named, by id.")
    opportunities: Ordered[str, Opportunity] = Field(
        default_factory=dict, description="The site's opportunities that stand at a step of the journey, by id."
    )
    titles: Ordered[str, str] = Field(
        default_factory=dict,
        description="The titles of other journeys that are named, by id, and of their steps, by `journey#step`.",
    )
    measurements: tuple[MeasurementRow, ...] = Field(default=(), description="The rows of the journey's table.")


def journey_json(inputs: JourneyInput, *, with_notes: bool = False, indent: int | None = None) -> bytes:
    """Return a journey as JSON, the same bytes for the same journey; notes are for its authors alone.

    indent: blanks before what stands inside of something, for people who read it; else all is one line.
    """
    named: Mapping[str, Mapping[str, Identified]] = {
        "personas": {**_actors(inputs), **{persona.id: persona for persona in inputs.personas}},
        **{name: getattr(inputs, name) for name in _BY_ID[1:]},
    }
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "journey": _part(inputs.journey, _fields(inputs.journey), inputs.opportunities, with_notes),
        "emotion_scale": inputs.scale.model_dump(mode="json"),
        **{
            name: {id_: _entry(f"{name}/{id_}", thing) for id_, thing in things.items()}
            for name, things in named.items()
        },
        "titles": _titles(inputs),
        "measurements": [{name: getattr(row, name) for name in fields(row)} for row in inputs.measurements],
    }
    return to_json({key: value for key, value in document.items() if value}, indent=indent) + b"\n"


def _fields(record: BaseModel) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_unset=True)


@memo(by="address")
def _entry(address: str, thing: Identified) -> Mapping[str, Any]:  # noqa: ARG001
    """Return the fields of what journeys refer to, many to the same; address: what tells it from all others."""
    return published_fields(thing)


def published_fields(thing: Identified) -> dict[str, Any]:
    """Return the fields of what stands under its id."""
    fields = _fields(thing)
    fields.pop("id", None)
    return {"title": thing.title, **fields}


def _actors(inputs: JourneyInput) -> dict[str, Persona]:
    """Return the personas that steps name as actors, of whom a journey knows only what they are called."""
    return {name: Persona(id=name, title=title) for name, title in inputs.cast.items()}


def _part(
    thing: Any, fields: dict[str, Any], registry: Mapping[str, Opportunity], with_notes: bool
) -> dict[str, Any]:
    """Return the fields of a part of the map with its id in front, and so all parts inside it."""
    if isinstance(thing, Opportunity) and thing.title in registry:
        return {"id": thing.title, "title": registry[thing.title].title}
    # An opportunity names steps, and holds none.
    for name in () if isinstance(thing, Opportunity) else _PARTS:
        if name in fields:
            parts = zip(getattr(thing, name), fields[name], strict=True)
            fields[name] = [_part(part, own, registry, with_notes) for part, own in parts]
    if not with_notes:
        fields.pop("notes", None)
    title = {"title": thing.title} if thing.title else {}
    return {"id": thing.id, **title, **fields}


def _titles(inputs: JourneyInput) -> dict[str, str]:
    """Return the titles of the journeys and steps that are named and not here, by their addresses."""
    others = [other for other in (inputs.parent, inputs.basis) if other]
    return {**{other.id: other.title for other in others}, **inputs.titles}
