"""What journeys refer to: departments, channels, evidence, metrics."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from cjsite.model.quantities import Day
from cjsite.model.types import ONE_OR_MANY, Audiences, Count, Identified, Line, Number, Record, Text

EvidenceKind = Literal[
    "interview", "survey", "csat", "web-analytics", "service-log", "faq",
    "observation", "workshop", "review", "other",
]  # fmt: skip
EvidenceSource = Literal["customer", "employee", "analytics", "third-party"]
Service = Literal["human", "self-service", "automated"]
SERVICE = "Who serves: a person, the customers themselves, or a machine that acts by itself."
ViewName = Literal["tipping-points", "needs", "handoffs", "waits", "failure-demand", "summary"]


class Interest(Record):
    """What a department wants to learn from the maps."""

    short = "asks"
    asks: Text = Field(default="", description="What this department wants to learn from the maps.")
    views: Annotated[tuple[ViewName, ...], *ONE_OR_MANY] = Field(
        default=(),
        description="The views that its page shows first, in this order. A view that the maps have matter for is "
        "shown without being named; the summary of all maps is not, unless the department works at no touchpoint.",
    )


class Department(Identified):
    """A part of the organisation, or a partner that works for it."""

    short = "title"
    lead: Line = Field(default="", description="Who leads it: a role or a name.")
    faces_customer: bool | None = Field(default=None, description="Whether its people meet customers.")
    partner: bool = Field(default=False, description="Whether another organisation does this work for us.")
    interest: Interest = Field(
        default=Interest(),
        description="What this department wants to learn from the maps: a text, or with the views to show first.",
    )
    audience: Audiences = ()
    description: Text = Field(default="", description="What the department does.")


class Channel(Identified):
    """A way in which customers and the organisation meet, or customers and others talk about it."""

    short = "title"
    kind: Literal["physical", "digital", "human"] | None = Field(
        default=None, description="What the customer meets: a place or thing, a screen, or a person."
    )
    control: Literal["owned", "partner", "none"] = Field(
        default="owned", description="Who controls it: we do, a partner does, or nobody on our side."
    )
    service: Service | None = Field(default=None, description=f"{SERVICE} A touchpoint may say otherwise.")
    hours: Line = Field(default="", description='When it is open, like "08:00-18:00".')
    group: Line = Field(default="", description="A name shared by channels that belong together.")
    icon: Line = Field(default="", description="The name of the icon to show; found from the id by default.")
    audience: Audiences = ()
    description: Text = Field(default="", description="What the channel is for.")


class Evidence(Identified):
    """A research source: who said it, how it was found, how many, when."""

    short = "title"
    source: EvidenceSource | None = Field(
        default=None, description="Who told us. Employees' claims about customers are marked as such."
    )
    kind: EvidenceKind | None = Field(default=None, description="How it was found out.")
    date: Day | None = Field(default=None, description="When, as YYYY-MM-DD.")
    n: Count | None = Field(default=None, description="How many people, answers or records.")
    link: Line = Field(default="", description="Where to read it.")
    audience: Audiences = ()
    description: Text = Field(default="", description="What it covers and what it does not.")


def unnamed(source: EvidenceSource | None) -> str:
    """Return what stands in an edition for evidence that its readers may not know: no id looks like that."""
    return f"~{source or ''}"


UNNAMED = {unnamed(source): source for source in (*get_args(EvidenceSource), None)}
"""Who told us, by what stands for evidence that is not named."""


class Metric(Identified):
    """A figure that is measured along a journey."""

    short = "title"
    unit: Line = Field(default="", description="The unit printed behind the number.")
    target: Number | None = Field(default=None, description="The value to reach.")
    better: Literal["higher", "lower"] = Field(default="higher", description="Which direction is better.")
    cases_per: Literal["month", "year"] | None = Field(
        default=None, description="Where it counts customers or cases: those of a month, or of a year."
    )
    audience: Audiences = ()
    description: Text = Field(default="", description="How it is measured.")


BUILT_IN_METRICS = (
    Metric(id="csat", title="Satisfaction", description="Customer satisfaction score."),
    Metric(id="nps", title="Recommendation", description="Net promoter score (Reichheld 2003)."),
    Metric(
        id="ces", title="Effort", better="lower",
        description="Customer effort score (Dixon, Freeman, Toman 2010).",
    ),
)  # fmt: skip
