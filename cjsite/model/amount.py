"""What something costs or brings: a sum of money, or a text that stays one."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cjsite.model.types import Line, Number, Record, Shape

_CODE = r"^[A-Za-z]{3}$"


def _currency(value: object) -> object:
    if isinstance(value, str) and value and not re.match(_CODE, value):
        message = "'{text}' is not a currency; write its code of three letters, like EUR"
        raise PydanticCustomError("currency", message, {"text": value[:60]})
    return value.upper() if isinstance(value, str) else value


class Amount(Record):
    """A sum of money, or in words what cannot be put as one."""

    short = "text"
    text: Line = Field(default="", description="The amount in words, or more about the sum.")
    amount: Number | None = Field(default=None, description="The sum.")
    currency: Annotated[
        str, BeforeValidator(_currency), Shape({"type": "string", "pattern": f"{_CODE}|^$", "examples": ["EUR"]})
    ] = Field(default="", description="The currency, by its code of three letters.")
    per: Literal["case", "month", "year", "once"] | None = Field(
        default=None, description="Whether the sum is for each case, a month, a year, or once."
    )

    @model_validator(mode="after")
    def _whole(self) -> "Amount":
        if self.amount is None and (self.currency or self.per):
            raise PydanticCustomError("amount", "`amount` is missing; add `amount: …`, or write a text")
        return self

    def __bool__(self) -> bool:
        return self.amount is not None or bool(self.text)

    def __str__(self) -> str:
        """Return the amount for other programs, like `31 EUR per case`."""
        per = self.per if self.per in (None, "once") else f"per {self.per}"
        total = "" if self.amount is None else f"{self.amount:.12g}"
        return ", ".join(filter(None, (" ".join(filter(None, (total, self.currency, per))), self.text)))


NO_AMOUNT = Amount()
"""What is said where nothing is."""
