"""Opportunities: problems seen as room to improve; solutions are kept apart from them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from cjsite.model.amount import NO_AMOUNT, Amount
from cjsite.model.quantities import Day
from cjsite.model.types import ONE_OR_MANY, Audiences, Identified, Line, Rank, Record, Ref, Tags, Text

Status = Literal["idea", "planned", "doing", "done", "dropped"]


def _of_done(day: Day | None, written: ValidationInfo) -> Day | None:
    # A status that is itself wrong is not there, and is told of alone.
    if day and written.data.get("status", "done") != "done":
        raise PydanticCustomError(
            "done_on", "`done_on` stands on what is not done; write `status: done`, or remove `done_on`"
        )
    return day


DoneOn = Annotated[Day | None, AfterValidator(_of_done)]
"""The day on which something was done; it stands behind the `status` that says so."""


class Solution(Record):
    """A candidate answer to an opportunity."""

    short = "title"
    title: Line = Field(description="What would be done.")
    status: Status | None = Field(default=None, description="How far it is; an idea where absent.")
    done_on: DoneOn = Field(default=None, description="When it was done, as YYYY-MM-DD.")
    effort: Rank | None = Field(default=None, description="How much work, 1 to 5.")
    cost: Amount = Field(default=NO_AMOUNT, description="What it costs, as a sum or a text.")
    benefit: Amount = Field(default=NO_AMOUNT, description="What it brings, as a sum or a text.")
    link: Line = Field(default="", description="Where it is tracked.")
    audience: Audiences = ()


class Opportunity(Identified):
    """Room to improve, at one or more steps."""

    short = "title"
    kind: Literal["improvement", "barrier", "wow"] = Field(
        default="improvement", description="Improve something, remove a barrier, or surprise."
    )
    steps: Annotated[tuple[Annotated[str, Ref("step")], ...], *ONE_OR_MANY] = Field(
        default=(), description="Where it would help: `journey#step`."
    )
    value: Rank | None = Field(default=None, description="What it is worth to customers, 1 to 5.")
    effort: Rank | None = Field(default=None, description="How much work it is, 1 to 5.")
    reach: Line = Field(default="", description="How many customers it would help.")
    cost: Amount = Field(default=NO_AMOUNT, description="What it costs, as a sum or a text.")
    benefit: Amount = Field(default=NO_AMOUNT, description="What it brings, as a sum or a text.")
    owner: Annotated[str, Ref("department")] = Field(default="", description="The department that leads it.")
    status: Status | None = Field(default=None, description="How far it is; an idea where absent.")
    action: Literal["budget", "campaign", "training", "product", "process"] | None = Field(
        default=None, description="What kind of action it needs."
    )
    due: Day | None = Field(default=None, description="When it should be done, as YYYY-MM-DD.")
    done_on: DoneOn = Field(default=None, description="When it was done, as YYYY-MM-DD.")
    link: Line = Field(default="", description="Where it is tracked.")
    evidence: Annotated[tuple[Annotated[str, Ref("evidence")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The research that shows it is one."
    )
    tags: Tags = Field(default=(), description="Words of your own to find it by.")
    solutions: Annotated[tuple[Solution, ...], *ONE_OR_MANY] = Field(default=(), description="Candidate answers.")
    audience: Audiences = ()
    body: Text = Field(default="", description="More about it, in Markdown.")
