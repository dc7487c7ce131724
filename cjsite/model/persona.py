"""The people whose journeys are mapped."""

from collections import OrderedDict
from typing import Annotated, Literal

from pydantic import Field

from cjsite.model.types import ONE_OR_MANY, Audiences, Identified, Line, Ordered, Rank, Record, Ref, Tags, Text

NamedField = Literal[
    "age", "location", "occupation", "lifestyle", "tech", "communication_style", "goals", "frustrations",
    "channels", "devices", "time_limits", "segment_size",
]  # fmt: skip
"""What the page of a persona has a word for."""
_Lines = Annotated[tuple[Line, ...], *ONE_OR_MANY]


class Preference(Record):
    """A channel that a persona likes or avoids, and why."""

    short = "channel"
    channel: Annotated[str, Ref("channel")] = Field(description="The channel.")
    preference: Rank | None = Field(default=None, description="How much it is liked, 1 (avoided) to 5.")
    hours: Line = Field(default="", description='When it suits, like "20:00-23:00".')
    because: Text = Field(default="", description="Why.")


class Persona(Identified):
    """A persona: one typical customer."""

    age: Line = Field(default="", description="An age or a range.")
    location: Line = Field(default="", description="Where they live.")
    occupation: Line = Field(default="", description="What they do.")
    lifestyle: Text = Field(default="", description="How they live.")
    tech: Text = Field(default="", description="How they get on with technology.")
    communication_style: Text = Field(default="", description="How they like to be talked to.")
    goals: _Lines = Field(default=(), description="What they want to achieve.")
    frustrations: _Lines = Field(default=(), description="What gets in their way.")
    channels: Annotated[tuple[Preference, ...], *ONE_OR_MANY] = Field(
        default=(), description="The channels they prefer, when and why."
    )
    devices: _Lines = Field(default=(), description="The devices they use.")
    time_limits: _Lines = Field(default=(), description="When they cannot be reached or have no time.")
    photo: Line = Field(default="", description="A picture, relative to the persona's file.")
    quote: Text = Field(default="", description="A sentence of theirs that says who they are.")
    evidence: Annotated[tuple[Annotated[str, Ref("evidence")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The research that the persona rests on."
    )
    segment_size: Line = Field(default="", description="How many customers are like this.")
    field_names: Ordered[NamedField, Line] = Field(
        default_factory=OrderedDict, description="Your words for the fields of this persona."
    )
    tags: Tags = Field(default=(), description="Words of your own to find the persona by.")
    audience: Audiences = ()
    body: Text = Field(default="", description="Their story, in Markdown.")
