"""A touchpoint: one point where the customer meets the organisation, or anyone about it."""

from collections import OrderedDict
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cjsite.model.amount import NO_AMOUNT, Amount
from cjsite.model.emotion import Confidence, Emotion, FeelingNumber
from cjsite.model.json_output import is_of_output
from cjsite.model.quantities import DurationText, Share
from cjsite.model.registry import SERVICE, Service
from cjsite.model.stated import Stated
from cjsite.model.types import (
    ONE_OR_MANY,
    Audiences,
    Count,
    Identified,
    Line,
    Number,
    Ordered,
    Rank,
    Record,
    Ref,
    Tags,
    Text,
)

_Lines = Annotated[tuple[Line, ...], *ONE_OR_MANY]
_Evidence = Annotated[tuple[Annotated[str, Ref("evidence")], ...], *ONE_OR_MANY]


class MomentOfTruth(Record):
    """A moment in which the customer decides whether to go on."""

    short = "asks"
    kind: Literal["zero", "first", "second", "third"] | None = Field(
        default=None,
        description="Zero: research; first: at the shelf; second: use; third: telling others.",
    )
    asks: Line = Field(default="", description="The question the customer decides.")
    continues: Line = Field(default="", description="What those do who go on.")
    bails_out: Line = Field(default="", description="What those do who give up.")
    bail_rate: Share | None = Field(default=None, description="How many give up, like 12%.")


def _decision(value: object) -> object:
    """Return whether there is a decision, where no more is said of it, as one without a question or as none."""
    word = value.strip() if isinstance(value, str) else None
    return {} if word == "true" else None if word == "false" else value


class _YesOrNo:
    """Say in the JSON Schema that `true` and `false` may stand for a thing."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        return schema if is_of_output(handler) else {"anyOf": [{"type": "boolean"}, *schema.get("anyOf", [schema])]}


class Backstage(Record):
    """What happens behind the line of visibility."""

    short = "does"
    department: Annotated[str, Ref("department")] = Field(default="", description="Who does it.")
    does: Text = Field(default="", description="What is done.")
    system: Line = Field(default="", description="The system that it is done with.")
    audience: Audiences = ()


class Frontstage(Backstage):
    """What happens in front of the line of visibility."""

    department: Annotated[str, Ref("department", takes_along="any")] = Field(
        default="", description="Who does it; left out, the department that the customer meets."
    )


class Handoff(Record):
    """The case changes hands: from this touchpoint's department to another."""

    short = "to"
    to: Annotated[str, Ref("department")] = Field(description="The department that takes over.")
    wait: DurationText | None = Field(default=None, description="How long it lies between them, like 2d.")
    carries: Line = Field(default="", description="What is passed on.")
    quality: Literal["good", "late", "poor"] | None = Field(
        default=None,
        description="Good: all arrives in time. Late: all arrives, too late. Poor: something is lost.",
    )
    audience: Audiences = ()


class Image(Record):
    """A picture of a touchpoint."""

    short = "file"
    file: Line = Field(description="The picture's file, relative to the journey's file.")
    alt: Line = Field(default="", description="What is to be seen, for those who cannot see it.")
    credit: Line = Field(default="", description="Who made it.")


class TouchpointFields(Record):
    """What happens at one point where the customer meets the organisation, or anyone about it."""

    channel: Annotated[str, Ref("channel")] = Field(default="", description="The channel.")
    department: Annotated[str, Ref("department")] = Field(
        default="", description="The department that the customer meets, frontstage."
    )
    service: Service | None = Field(default=None, description=f"{SERVICE} The channel's where absent.")
    why: Text = Field(default="", description="Why the customer uses this entry point and not another.")
    device: _Lines = Field(default=(), description="The device or devices used.")
    kind: Literal["actual", "possible"] = Field(
        default="actual", description="Whether the customer has this touchpoint, or could have it."
    )
    emotion: Emotion = Field(default=(), description="The feeling: a number, a word, fields, a list.")
    emotions: Ordered[Annotated[str, Ref("persona")], Emotion] = Field(
        default_factory=OrderedDict, description="Feelings by persona, where personas differ."
    )
    satisfaction: Number | None = Field(default=None, description="Satisfaction, apart from emotion.")
    importance: Rank | None = Field(default=None, description="How crucial it is to the customer, 1 to 5.")
    intensity: Rank | None = Field(default=None, description="How engaged the customer is, 1 to 5.")
    functional: FeelingNumber | None = Field(
        default=None, description="The functional value, apart from the emotional one, on the emotion scale."
    )
    expectation: Text = Field(default="", description="What the customer expects to happen.")
    promise: Literal["broken", "kept", "exceeded"] | None = Field(
        default=None, description="What comes of what the customer expects: less, just this, or more."
    )
    moment_of_truth: Annotated[MomentOfTruth | None, BeforeValidator(_decision), _YesOrNo()] = Field(
        default=None, description="The decision that the customer takes here."
    )
    frontstage: Annotated[tuple[Frontstage, ...], *ONE_OR_MANY] = Field(
        default=(), description="What departments do in the customer's sight."
    )
    backstage: Annotated[tuple[Backstage, ...], *ONE_OR_MANY] = Field(
        default=(), description="What departments do out of the customer's sight."
    )
    props: _Lines = Field(default=(), description="Physical or digital things that the customer meets.")
    handoff: Annotated[tuple[Handoff, ...], *ONE_OR_MANY] = Field(
        default=(), description="Who takes the case over from this touchpoint's department."
    )
    duration: DurationText | None = Field(default=None, description="How long it takes, like 25m.")
    wait: DurationText | None = Field(default=None, description="How much of it is waiting, like 20m.")
    contacts: Count | None = Field(default=None, description="How many contacts it takes.")
    cost: Amount = Field(default=NO_AMOUNT, description="What it costs you, as a sum or a text.")
    benefit: Amount = Field(default=NO_AMOUNT, description="What it brings you, as a sum or a text.")
    metrics: Stated = Field(
        default_factory=OrderedDict, description="Measured figures by metric, or in words what is to be measured."
    )
    evidence: _Evidence = Field(default=(), description="The research that this rests on.")
    confidence: Confidence | None = Field(default=None, description="How we know what is said here.")
    image: Image | None = Field(default=None, description="A picture.")


class JourneyPoint(TouchpointFields, Identified):
    """A step or a touchpoint; the fields below may be said of a step as a whole, and of its touchpoints besides."""

    perceived: Text = Field(default="", description="How the customer perceives it.")
    intended: Text = Field(default="", description="How the organisation means it.")
    tags: Tags = Field(default=(), description="Words of your own to find it by.")


class Touchpoint(JourneyPoint):
    """One column of the map."""

    short = "title"
    audience: Audiences = ()


BLANK = Touchpoint(title="", id="blank")
"""What a step's own column is copied from: to make one anew takes many times as long."""
