"""A customer journey: stages, steps, touchpoints."""

from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from cjsite.model.emotion import Scale
from cjsite.model.lanes import LaneNames
from cjsite.model.quantities import CycleText, Day, Share
from cjsite.model.step import BLANK_STEP, Step, StepFields
from cjsite.model.types import (
    BY_NAME,
    ONE_OR_MANY,
    Audiences,
    Identified,
    Language,
    Line,
    Ordered,
    Record,
    Ref,
    Tags,
    Text,
)
from cjsite.model.upkeep import Change, SourceWanted, Stakeholder
from cjsite.model.waiver import StepWaiver

_Texts = Annotated[tuple[Text, ...], *ONE_OR_MANY]
_Lines = Annotated[tuple[Line, ...], *ONE_OR_MANY]
_Evidence = Annotated[tuple[Annotated[str, Ref("evidence")], ...], *ONE_OR_MANY]


OF_STEP = StepFields.model_fields.keys() - Identified.model_fields.keys() - {"description", "audience"}
"""What is said of a step and not of a stage: on a stage, it stands for the one step that the stage then is."""


class Stage(StepFields):
    """A part of the journey with a goal of its own; one without steps may carry the fields of its only step."""

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
    incentive: _Texts = Field(
        default=(), description="What makes the customer come back; on a stage of the phase `after`."
    )
    steps: Annotated[tuple[Step, ...], *ONE_OR_MANY] = Field(default=(), description="The steps, in order.")

    @property
    def is_step(self) -> bool:
        """Tell whether the stage has no steps and says itself what its only one would."""
        return not self.steps and not self.model_fields_set.isdisjoint(OF_STEP)

    @cached_property
    def course(self) -> tuple[Step, ...]:
        """Return its steps, or the one whose fields it carries itself."""
        if not self.is_step:
            return self.steps
        own = {
            name: getattr(self, name) for name in StepFields.model_fields if name in self.model_fields_set & OF_STEP
        }
        return (BLANK_STEP.but(title=self.title, id=self.id, **own),)

    @field_validator("incentive")
    @classmethod
    def _of_after(cls, texts: tuple[str, ...], written: ValidationInfo) -> tuple[str, ...]:
        # A phase that is itself wrong is not there, and is told of alone.
        if texts and written.data.get("phase", "after") != "after":
            raise PydanticCustomError(
                "incentive",
                "`incentive` stands on a stage that is not after; write `phase: after`, or move it to such a stage",
            )
        return texts


class Path(Record):
    """Another route through the journey that some customers take."""

    short = "title"
    title: Line = Field(default="", description="What it is called.")
    share: Share | None = Field(default=None, description="How many of all customers take it, like 30%.")
    personas: Annotated[tuple[Annotated[str, Ref("persona", takes_along="last")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The only personas that may take it, where not all may."
    )
    audience: Audiences = ()

    def is_open_to(self, persona: str) -> bool:
        """Tell whether a persona may take it."""
        return not self.personas or persona in self.personas


class Insight(Record):
    """What the research says about the journey."""

    short = "text"
    kind: Literal["highlight", "fallout"] = Field(
        default="highlight", description="What went well, or what it cost."
    )
    text: Text = Field(description="The insight.")
    steps: Annotated[tuple[Annotated[str, Ref("step", takes_along="any")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The steps it is about."
    )
    evidence: _Evidence = Field(default=(), description="The research it comes from.")
    audience: Audiences = ()


class Journey(Identified):
    """A journey map."""

    language: Language = Field(default="", description="The language of the map, where it is not the site's.")
    persona: Annotated[str, Ref("persona")] = Field(default="", description="Whose journey it is.")
    personas: Annotated[tuple[Annotated[str, Ref("persona")], ...], Field(max_length=50), *ONE_OR_MANY] = Field(
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
    stakeholders: Annotated[tuple[Stakeholder, ...], *ONE_OR_MANY] = Field(
        default=(), description="Who has an interest in it, apart from the customer."
    )
    reviewed_on: Day | None = Field(
        default=None, description="When it was last held against reality, as YYYY-MM-DD."
    )
    review_every: CycleText | None = Field(default=None, description="How often it is reviewed.")
    version: Line = Field(default="", description="The map's version.")
    parent: Annotated[str, Ref("journey")] = Field(default="", description="The journey this is part of.")
    alternatives: _Texts = Field(default=(), description="What else the customer considered, and why us.")
    evidence: _Evidence = Field(default=(), description="Research that the whole map rests on.")
    sources_wanted: Annotated[tuple[SourceWanted, ...], *ONE_OR_MANY] = Field(
        default=(), description="Evidence that is still to be gathered."
    )
    tags: Tags = Field(default=(), description="Words of your own to find it by.")
    audience: Audiences = ()
    paths: Annotated[Ordered[Line, Path], Field(max_length=50), *BY_NAME] = Field(
        default_factory=OrderedDict, description="Other routes that some customers take; `main` names the main one."
    )
    emotion_scale: Scale | None = Field(
        default=None, description="The range of this map's emotion numbers, where it is not the site's."
    )
    lane_names: LaneNames = Field(
        default_factory=OrderedDict, description="Words for this map's lanes, over those of the site."
    )
    stages: Annotated[tuple[Stage, ...], *ONE_OR_MANY] = Field(default=(), description="The stages.")
    insights: Annotated[tuple[Insight, ...], *ONE_OR_MANY] = Field(
        default=(), description="What the research says."
    )
    changes: Annotated[tuple[Change, ...], *ONE_OR_MANY] = Field(
        default=(), description="What was changed on the map: when, by whom, and what."
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
    def actors(self) -> tuple[str, ...]:
        """Return whom its steps name as actors: ids of personas, or texts."""
        return tuple(dict.fromkeys(name for step in self.steps() for name in step.actors))

    @cached_property
    def opportunities(self) -> tuple[str, ...]:
        """Return the titles of its steps' opportunities, or the ids that stand for registered ones."""
        return tuple(dict.fromkeys(own.title for step in self.steps() for own in step.opportunities))

    @cached_property
    def has_notes(self) -> bool:
        """Tell whether anything is written at its steps for authors alone."""
        return any(step.notes for step in self.steps())

    def steps(self) -> Iterator[Step]:
        """Yield every step in order."""
        for stage in self.stages:
            yield from stage.course


def _named_by(step: Step) -> Iterator[str]:
    yield step.caused_by
    for meeting in (step, *step.touchpoints):
        for samples in (meeting.emotion, *meeting.emotions.values()):
            yield from (sample.compensated_by for sample in samples)
