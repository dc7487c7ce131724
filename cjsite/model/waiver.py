"""Findings that an author has looked at and lets stand, each with a reason."""

from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from cjsite.model.types import Line, Record, Ref, Text


class Waiver(Record):
    """A finding that is let stand."""

    code: Annotated[str, Ref("finding")] = Field(description="The finding's code, like E101.")
    because: Text = Field(description="Why it may stand.")

    @field_validator("because")
    @classmethod
    def _reason(cls, value: str) -> str:
        if not value.strip():
            raise PydanticCustomError("reason", "a waiver needs a reason; say after `because:` why it may stand")
        return value


class StepWaiver(Waiver):
    """A finding that is let stand in a whole map, or at one of its steps."""

    step: Annotated[str, Ref("step", takes_along="any")] = Field(
        default="", description="The step it is about; all where absent."
    )


class SiteWaiver(Waiver):
    """A finding on what journeys share that is let stand everywhere, or for one object."""

    about: Line = Field(default="", description="What it is about, like channel/advert; all where absent.")
