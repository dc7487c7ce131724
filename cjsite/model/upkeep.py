"""The making of a map: who has an interest in it, what is still to be found out, and what was changed."""

from typing import Annotated

from pydantic import Field

from cjsite.model.quantities import Day
from cjsite.model.registry import EvidenceKind
from cjsite.model.types import Audiences, Line, Record, Ref, Text

PersonOrDepartment = Annotated[Line, Ref("department", or_text="anything")]
"""Who somebody is, in words, or the id of a department."""


class Stakeholder(Record):
    """Somebody who has an interest in a journey, apart from its customer."""

    short = "name"
    name: Annotated[Line, Ref("department", or_text="anything", takes_along="any")] = Field(
        default="", description="Who it is: a person or a group in words, or a department's id."
    )
    role: Line = Field(default="", description="What they do, or decide.")
    department: Annotated[str, Ref("department")] = Field(default="", description="The department they belong to.")
    interest: Text = Field(default="", description="What they want of the journey.")
    audience: Audiences = ()


class SourceWanted(Record):
    """Evidence that is still to be gathered."""

    short = "text"
    text: Text = Field(description="What is to be found out, or gathered.")
    kind: EvidenceKind | None = Field(default=None, description="How it could be found out.")
    by: PersonOrDepartment = Field(default="", description="Who gathers it: in words, or a department's id.")
    audience: Audiences = ()


class Change(Record):
    """What was changed on a map, and when."""

    short = "what"
    on: Day = Field(description="The day, as YYYY-MM-DD.")
    by: PersonOrDepartment = Field(default="", description="Who changed it: in words, or a department's id.")
    what: Text = Field(description="What was changed, and why.")
    audience: Audiences = ()
