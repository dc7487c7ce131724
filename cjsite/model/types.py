"""The building bricks of every model: texts, lists that may be one thing, references, short forms."""

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from cjsite.base.frozen import frozen

TEXT_LIMIT = 20_000
"""Characters that a text field may hold; Python-Markdown needs quadratic time on hostile input."""

Line = Annotated[str, StringConstraints(max_length=500)]
"""A short text of one line; inline Markdown where it is shown as prose."""

Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
"""A Markdown text."""

Rank = Annotated[int, Field(ge=1, le=5)]
"""How much, from 1 (hardly) to 5 (very)."""

Kind = Literal[
    "audience",
    "channel",
    "department",
    "evidence",
    "finding",
    "journey",
    "metric",
    "opportunity",
    "page",
    "path",
    "persona",
    "step",
]


K = TypeVar("K")
V = TypeVar("V")
Ordered = Annotated[dict[K, V], AfterValidator(OrderedDict), Field(json_schema_extra={"default": {}})]
"""Things by name, in the author's order: in another order they are something else."""


@frozen
class Ref:
    """Marks a text as the id of another object; `also` names words that need no object.

    or_text: any text may stand there, and one that is nobody's id is only that.
    """

    kind: Kind
    also: frozenset[str] = frozenset()
    or_text: bool = False


def slug(title: str) -> str:
    """Return the id that a title gets when it names none: lower-case words joined by hyphens, any script."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:80].strip("-")


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


class _OneOrMany:
    """Accept one thing where a list is natural, and say so in the JSON Schema."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(core)
        item = many.get("items")
        return {"anyOf": [item, many]} if item else many


LARGEST = 10**12
"""The largest number, up or down, that is taken for a figure and not for a slip."""
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Count = Annotated[int, Field(ge=0, le=LARGEST)]

ONE_OR_MANY = (BeforeValidator(_listed), _OneOrMany())


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a custom text form looks like, for the JSON Schema."""

    schema: Mapping[str, Any]

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


class Record(BaseModel):
    """A frozen object of the format; unknown keys are errors, empty values count as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    short: ClassVar[str | None] = None
    """The field that a bare text stands for."""

    @model_validator(mode="before")
    @classmethod
    def _open(cls, value: object) -> object:
        if isinstance(value, dict):
            if None in value.values():
                return {k: v for k, v in value.items() if v is not None or k not in cls.model_fields}
            return value
        if isinstance(value, str) and cls.short:
            return {cls.short: value}
        if isinstance(value, cls):
            return value
        wanted = "a text or fields" if cls.short else "fields (`name: value`)"
        raise PydanticCustomError("not_fields", "expected {wanted} here", {"wanted": wanted})

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        if not cls.short:
            return schema
        described = cls.model_fields[cls.short].description or ""
        return {"anyOf": [{"type": "string", "description": described}, schema]}

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is the same object of the format, with the same fields written in it.

        What is written counts although it says what would hold anyway: a step gives its touchpoint what it has.
        """
        if self is other:
            return True
        if not isinstance(other, Record) or not super().__eq__(other):
            return False
        return self.model_fields_set == other.model_fields_set

    def but(self, **changes: object) -> Self:
        """Return a copy with some fields changed; the changes are not validated again."""
        return self.model_copy(update=changes)


def _own_id(fields: dict[str, Any]) -> str:
    return slug(fields.get("title", ""))


Tags = Annotated[tuple[Line, ...], *ONE_OR_MANY]
"""Words of the author's own to find a thing by."""


class Identified(Record):
    """An object with a title and an id: the author's, its file's or key's, or the slug of its title."""

    title: Line = Field(default="", description="What it is called on the page.")
    id: Annotated[str, StringConstraints(pattern=r"^\w[\w.-]*$", max_length=120)] = Field(
        default_factory=_own_id,
        description="A name to refer to this by: letters, digits, hyphens; made from the title by default.",
    )
