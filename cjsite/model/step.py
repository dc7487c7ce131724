"""A step of a journey: what the customer does next, what hurts, and whose work it is."""

from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from cjsite.model.opportunity import Opportunity
from cjsite.model.severity import Severity
from cjsite.model.touchpoint import BLANK, JourneyPoint, Touchpoint, TouchpointFields
from cjsite.model.types import MAIN, ONE_OR_MANY, Audiences, Line, Ordered, Record, Ref, Text

_Texts = Annotated[tuple[Text, ...], *ONE_OR_MANY]


_OF_MEETING = tuple(TouchpointFields.model_fields)

SPANNING = (
    "frontstage", "backstage", "props", "confidence", "evidence", "metrics", "duration", "wait", "moment_of_truth",
)  # fmt: skip
"""What a step with several touchpoints may say for all of them, beside its feeling."""

_Party = Annotated[str, Ref("department", frozenset({"customer", "partner", "nobody"}), takes_along="any")]


class PainPoint(Record):
    """What hurts the customer at a step."""

    short = "text"
    text: Text = Field(description="What hurts, in the customer's view.")
    severity: Severity | None = Field(
        default=None, description="How much, 1 (a nuisance) to 5 (unbearable), or in a word: high is 4, low is 2."
    )
    barrier: bool = Field(default=False, description="Whether it keeps customers from going on.")
    department: Annotated[str, Ref("department")] = Field(
        default="", description="The department that can mend it."
    )
    audience: Audiences = ()

    @property
    def rank(self) -> int | None:
        """Return the severity as a number from 1 to 5."""
        return self.severity.rank if self.severity else None


class Work(Record):
    """Work that the customer or the wrong party does."""

    done_by: _Party = Field(default="customer", description="Who does it now: customer, or a department.")
    should_be_by: _Party = Field(default="", description="Whose work it is.")


class StepFields(JourneyPoint):
    """What the customer does next, what hurts, whose work it is; with one touchpoint at most, also all of that."""

    description: Text = Field(default="", description="More about the step.")
    actions: _Texts = Field(default=(), description="What the customer does.")
    actors: Annotated[tuple[Line, ...], *ONE_OR_MANY] = Field(
        default=(), description="Who or what takes part: people, roles, systems; a persona's id links to it."
    )
    thoughts: _Texts = Field(default=(), description="What the customer thinks.")
    quotes: _Texts = Field(default=(), description="What customers said, word for word.")
    place: Line = Field(default="", description="Where the customer is.")
    path: Annotated[
        tuple[Annotated[str, Ref("path", frozenset({MAIN}), takes_along="last")], ...], *ONE_OR_MANY
    ] = Field(default=(), description="The path or paths this step belongs to, where not all customers come by.")
    pain_points: Annotated[tuple[PainPoint, ...], *ONE_OR_MANY] = Field(default=(), description="What hurts.")
    gains: _Texts = Field(default=(), description="What pleases.")
    opportunities: Annotated[tuple[Opportunity, ...], *ONE_OR_MANY] = Field(
        default=(), description="Room to improve: ids of opportunities, texts, or fields."
    )
    work: Work | None = Field(default=None, description="Work done by the wrong party.")
    caused_by: Annotated[str, Ref("step")] = Field(
        default="", description="The step that failed and made this one necessary (failure demand)."
    )
    domain: Annotated[tuple[Line, ...], *ONE_OR_MANY] = Field(
        default=(), description="sales, marketing, communication, service, product …"
    )
    journey: Annotated[str, Ref("journey")] = Field(
        default="", description="Another journey that shows this step in detail."
    )
    lanes: Ordered[Line, _Texts] = Field(
        default_factory=OrderedDict, description="Lanes of your own: a name and its text."
    )
    notes: _Texts = Field(default=(), description="Notes for the workshop: for authors, never published.")
    key: bool = Field(default=False, description="Whether it is a key interaction.")
    audience: Audiences = ()
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

    @cached_property
    def spans(self) -> Mapping[str, tuple[int, ...]]:
        """Return by field, of what is written for several touchpoints, which of them have none of their own."""
        if len(self.touchpoints) < 2 or self.model_fields_set.isdisjoint(SPANNING):
            return {}
        written = [touchpoint.model_fields_set for touchpoint in self.touchpoints]
        return {
            name: tuple(index for index, own in enumerate(written) if name not in own)
            for name in SPANNING
            if name in self.model_fields_set
        }


class Step(StepFields):
    """What the customer does next; a step with at most one touchpoint carries its fields itself."""

    short = "title"


BLANK_STEP = Step(title="", id="blank")
"""What the step of a stage without steps is copied from."""
