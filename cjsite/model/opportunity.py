"""Opportunities: problems seen as room to improve; solutions are kept apart from them."""

from typing import Annotated, Literal

from pydantic import Field

from cjsite.model.amount import NO_AMOUNT, Amount
from cjsite.model.quantities import Day
from cjsite.model.types import ONE_OR_MANY, Audiences, Identified, Line, Rank, Record, Ref, Text

Status = Literal["idea", "planned", "doing", "done", "dropped"]


class Solution(Record):
    """A candidate answer to an opportunity."""

    short = "title"
    title: Line = Field(description="What would be done.")
    status: Status = Field(default="idea", description="How far it is.")
    effort: Rank | None = Field(default=None, description="How much work, 1 to 5.")
    cost: Amount = Field(default=NO_AMOUNT, description="What it costs, as a sum or a text.")
    benefit: Amount = Field(default=NO_AMOUNT, description="What it brings, as a sum or a text.")
    link: Line = Field(default="", description="Where it is tracked.")


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
    status: Status = Field(default="idea", description="How far it is.")
    action: Literal["budget", "campaign", "training", "product", "process"] | None = Field(
        default=None, description="What kind of action it needs."
    )
    due: Day | None = Field(default=None, description="When it should be done, as YYYY-MM-DD.")
    link: Line = Field(default="", description="Where it is tracked.")
    evidence: Annotated[tuple[Annotated[str, Ref("evidence")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The research that shows it is one."
    )
    solutions: Annotated[tuple[Solution, ...], *ONE_OR_MANY] = Field(default=(), description="Candidate answers.")
    audience: Audiences = ()
    body: Text = Field(default="", description="More about it, in Markdown.")
