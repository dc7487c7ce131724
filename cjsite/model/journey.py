"""A customer journey: stages, steps, touchpoints."""

import datetime
from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from cjsite.model.opportunity import Opportunity
from cjsite.model.quantities import CycleText, Share
from cjsite.model.touchpoint import BLANK, Touchpoint, TouchpointFields
from cjsite.model.types import ONE_OR_MANY, Identified, Line, Ordered, Rank, Record, Ref, Text
from cjsite.model.waiver import StepWaiver

_Texts = Annotated[tuple[Text, ...], *ONE_OR_MANY]
_Lines = Annotated[tuple[Line, ...], *ONE_OR_MANY]
_Evidence = Annotated[tuple[Annotated[str, Ref("evidence")], ...], *ONE_OR_MANY]
_OF_MEETING = tuple(TouchpointFields.model_fields)
_Party = Annotated[str, Ref("department", frozenset({"customer", "partner", "nobody"}))]


class PainPoint(Record):
    """What hurts the customer at a step."""

    short = "text"
    text: Text = Field(description="What hurts, in the customer's view.")
    severity: Rank | None = Field(default=None, description="How much, 1 (a nuisance) to 5 (unbearable).")
    barrier: bool = Field(default=False, description="Whether it keeps customers from going on.")
    department: Annotated[str, Ref("department")] = Field(
        default="", description="The department that can mend it."
    )


class Work(Record):
    """Work that the customer or the wrong party does."""

    done_by: _Party = Field(default="customer", description="Who does it now: customer, or a department.")
    should_be_by: _Party = Field(default="", description="Whose work it is.")


class Step(TouchpointFields, Identified):
    """What the customer does next; a step with at most one touchpoint carries its fields itself."""

    short = "title"
    description: Text = Field(default="", description="More about the step.")
    actions: _Texts = Field(default=(), description="What the customer does.")
    thoughts: _Texts = Field(default=(), description="What the customer thinks.")
    quotes: _Texts = Field(default=(), description="What customers said, word for word.")
    place: Line = Field(default="", description="Where the customer is.")
    path: Annotated[str, Ref("path")] = Field(
        default="", description="The path this step belongs to, where not all customers come by."
    )
    pain_points: Annotated[tuple[PainPoint, ...], *ONE_OR_MANY] = Field(default=(), description="What hurts.")
    gains: _Texts = Field(default=(), description="What pleases.")
    opportunities: Annotated[tuple[Opportunity, ...], *ONE_OR_MANY] = Field(
        default=(), description="Room to improve: ids of opportunities, texts, or fields."
    )
    work: Work | None = Field(default=None, description="Work done by the wrong party.")
    caused_by: Annotated[str, Ref("step")] = Field(
        default="", description="The step that failed and made this one necessary (failure demand)."
    )
    domain: Line = Field(default="", description="sales, marketing, communication, service, product …")
    journey: Annotated[str, Ref("journey")] = Field(
        default="", description="Another journey that shows this step in detail."
    )
    lanes: Ordered[Line, _Texts] = Field(
        default_factory=OrderedDict, description="Lanes of your own: a name and its text."
    )
    notes: _Texts = Field(default=(), description="Notes for the workshop; shown in the details only.")
    key: bool = Field(default=False, description="Whether it is a key interaction.")
    touchpoints: Annotated[tuple[Touchpoint, ...], *ONE_OR_MANY] = Field(
        default=(), description="The touchpoints of the step, one column each."
    )

    @cached_property
    def meetings(self) -> tuple[Touchpoint, ...]:
        """Return the step's columns: its touchpoints, or the one whose fields it carries itself."""
        if len(self.touchpoints) > 1:
            return self.touchpoints
        written = self.model_fields_set
        own = {name: getattr(self, name) for name in _OF_MEETING if name in written}
        if not self.touchpoints:
            return (BLANK.but(title=self.title, id=self.id, **own),)
        only = self.touchpoints[0]
        return (only.but(**{k: v for k, v in own.items() if k not in only.model_fields_set}),)

    @property
    def feeling_of_whole(self) -> bool:
        """Tell whether the emotion written on the step stands over all its touchpoints."""
        return len(self.touchpoints) > 1 and bool(self.emotion or self.emotions)


class Stage(Identified):
    """A part of the journey with a goal of its own."""

    short = "title"
    phase: Literal["before", "during", "after"] | None = Field(
        default=None, description="Before, during or after what the journey is about."
    )
    goal: Text = Field(default="", description="What the customer wants of this stage.")
    description: Text = Field(default="", description="The stage's story in a sentence or more.")
    time: Line = Field(default="", description="When it is and how long it takes, in words.")
    ends: Literal["upgrade", "replace", "competitor", "renew", "leave"] | None = Field(
        default=None, description="How the journey ends here."
    )
    steps: Annotated[tuple[Step, ...], *ONE_OR_MANY] = Field(default=(), description="The steps, in order.")


class Path(Record):
    """Another route through the journey that some customers take."""

    short = "title"
    title: Line = Field(default="", description="What it is called.")
    share: Share | None = Field(default=None, description="How many customers take it, like 30%.")


class Insight(Record):
    """What the research says about the journey."""

    short = "text"
    kind: Literal["highlight", "fallout"] = Field(
        default="highlight", description="What went well, or what it cost."
    )
    text: Text = Field(description="The insight.")
    steps: Annotated[tuple[Annotated[str, Ref("step")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The steps it is about."
    )
    evidence: _Evidence = Field(default=(), description="The research it comes from.")


class Journey(Identified):
    """A journey map."""

    persona: Annotated[str, Ref("persona")] = Field(default="", description="Whose journey it is.")
    personas: Annotated[tuple[Annotated[str, Ref("persona")], ...], *ONE_OR_MANY] = Field(
        default=(), description="Whose journey it is, where it is several people's."
    )
    segment: Line = Field(default="", description="Whose journey it is, where no persona fits.")
    job: Line = Field(default="", description="The job to be done, where no persona fits.")
    product: Line = Field(default="", description="The product or service it is about.")
    scenario: Text = Field(default="", description="The situation, in a sentence or two.")
    goal: _Texts = Field(default=(), description="What the customer wants to achieve.")
    business_goal: Text = Field(default="", description="What the organisation wants to achieve.")
    motivation: Text = Field(default="", description="The greater motivation behind the goal.")
    expectations: _Texts = Field(default=(), description="What the customer expects of the organisation.")
    narrative: Text = Field(default="", description="The story, in Markdown.")
    state: Literal["as-is", "to-be"] = Field(default="as-is", description="How it is, or how it should be.")
    derived_from: Annotated[str, Ref("journey")] = Field(
        default="", description="The as-is journey that this to-be journey is made from."
    )
    status: Literal["draft", "reviewed", "published", "archived"] = Field(
        default="draft", description="How far the map is."
    )
    reading: Literal["continuous", "decision-points"] = Field(
        default="continuous", description="Whether the line or the moments of truth are shown first."
    )
    owner: Annotated[str, Ref("department")] = Field(default="", description="Who answers for this map.")
    contributors: _Lines = Field(default=(), description="Who worked on it.")
    reviewed_on: datetime.date | None = Field(
        default=None, description="When it was last held against reality, as YYYY-MM-DD."
    )
    review_every: CycleText | None = Field(default=None, description="How often it is reviewed.")
    version: Line = Field(default="", description="The map's version.")
    parent: Annotated[str, Ref("journey")] = Field(default="", description="The journey this is part of.")
    alternatives: _Texts = Field(default=(), description="What else the customer considered, and why us.")
    evidence: _Evidence = Field(default=(), description="Research that the whole map rests on.")
    audience: _Lines = Field(default=(), description="Who may read it.")
    paths: Ordered[Line, Path] = Field(
        default_factory=OrderedDict, description="Other routes that some customers take."
    )
    stages: Annotated[tuple[Stage, ...], *ONE_OR_MANY] = Field(default=(), description="The stages.")
    insights: Annotated[tuple[Insight, ...], *ONE_OR_MANY] = Field(
        default=(), description="What the research says."
    )
    waive: Annotated[tuple[StepWaiver, ...], *ONE_OR_MANY] = Field(
        default=(), description="Findings that may stand, each with a reason."
    )

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Return the ids of all its personas, the first one chosen."""
        return tuple(dict.fromkeys((*([self.persona] if self.persona else []), *self.personas)))

    @cached_property
    def zooms(self) -> tuple[str, ...]:
        """Return the ids of the journeys that its steps show in detail."""
        return tuple(dict.fromkeys(step.journey for step in self.steps() if step.journey))

    @cached_property
    def elsewhere(self) -> tuple[str, ...]:
        """Return the addresses `journey#step` in other journeys that its steps name as a cause or as amends."""
        named = (address for step in self.steps() for address in _named_by(step) if "#" in address)
        return tuple(dict.fromkeys(address for address in named if not address.startswith(f"{self.id}#")))

    @cached_property
    def opportunities(self) -> tuple[str, ...]:
        """Return the titles of its steps' opportunities, or the ids that stand for registered ones."""
        return tuple(dict.fromkeys(own.title for step in self.steps() for own in step.opportunities))

    def steps(self) -> Iterator[Step]:
        """Yield every step in order."""
        for stage in self.stages:
            yield from stage.steps


def _named_by(step: Step) -> Iterator[str]:
    yield step.caused_by
    for meeting in (step, *step.touchpoints):
        for samples in (meeting.emotion, *meeting.emotions.values()):
            yield from (sample.compensated_by for sample in samples)
