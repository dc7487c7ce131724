"""The building bricks of every model: texts, lists that may be one thing, references, short forms."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from cjsite.base.frozen import frozen
from cjsite.model.json_output import is_of_output
from cjsite.model.numerals import numeral
from cjsite.model.one_text import one_each, one_form, one_line
from cjsite.model.slugs import slug
from cjsite.text.languages import language_mend

TEXT_LIMIT = 20_000
"""Characters that a text field may hold; Python-Markdown needs quadratic time on hostile input."""

Line = Annotated[str, AfterValidator(one_line), StringConstraints(max_length=500)]
"""A short text, put on one line; inline Markdown where it is shown as prose."""

Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
"""A Markdown text."""


def _language(tag: str) -> str:
    if mend := language_mend(tag):
        raise PydanticCustomError("language", "'{tag}' is not a language; {mend}", {"tag": tag, "mend": mend})
    return tag


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"), AfterValidator(_language)]
"""A language by its tag (BCP 47), like `en` or `pt-BR`."""

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

    or_text: what may stand there that is nobody's id, and is only a text then: nothing, what is written like no id
    and near none, or anything. takes_along: whether what holds the reference would say something else without it,
    and so goes with any or with the last of what it names.
    """

    kind: Kind
    also: frozenset[str] = frozenset()
    or_text: Literal["never", "words", "anything"] = "never"
    takes_along: Literal["never", "any", "last"] = "never"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(one_form, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        named = {"kind": self.kind, "also": sorted(self.also), "or_text": self.or_text}
        return {**handler(core), "x-ref": named}


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


class _OneOrMany:
    """Accept one thing where a list is natural, and say so in the JSON Schema."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(core)
        item = None if is_of_output(handler) else many.get("items")
        return {"anyOf": [item, many]} if item else many


class _Written:
    """Say in the JSON Schema that a number may be a text, as in `1,5` or `−2`."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        number, written = handler(core), {"type": "string", "pattern": r"^\s*[-+−–]?\s?[\d.,]"}
        return number if is_of_output(handler) else {"anyOf": [number, written]}


LARGEST = 10**12
"""The largest number, up or down, that is taken for a figure and not for a slip."""
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST), BeforeValidator(numeral()), _Written()]
Count = Annotated[int, Field(ge=0, le=LARGEST), BeforeValidator(numeral()), _Written()]
Rank = Annotated[int, Field(ge=1, le=5), BeforeValidator(numeral(top=5)), _Written()]
"""How much, from 1 (hardly) to 5 (very)."""

ONE_OR_MANY = (BeforeValidator(_listed), _OneOrMany())

EVERYONE = "everyone"
"""The audience that is there without being declared."""
MAIN = "main"
"""The path of those who take none of their own; it is there without being declared."""
Audiences = Annotated[
    tuple[Annotated[str, Ref("audience", frozenset({EVERYONE}))], ...],
    *ONE_OR_MANY,
    Field(description="Who may read it, of those who may read what it stands in; left out, all of them."),
]


def _by_name(value: object) -> object:
    """Return names without fields of their own as if each had empty ones."""
    if isinstance(value, dict) and None in value.values():
        return {name: {} if fields is None else fields for name, fields in value.items()}
    names = [value] if isinstance(value, str) else value
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return {name: {} for name in names}
    return value


class _Names:
    """Accept a name, or a list of names, where a mapping says more of each; say so in the JSON Schema."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        mapping = handler(core)
        name, fields = {"type": "string"}, {"anyOf": [mapping["additionalProperties"], {"type": "null"}]}
        many = {"anyOf": [name, {"type": "array", "items": name}, {**mapping, "additionalProperties": fields}]}
        return mapping if is_of_output(handler) else many


BY_NAME = (BeforeValidator(_by_name), _Names())
"""For things by name of which the name may be all that is said."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a custom text form looks like, for the JSON Schema."""

    schema: Mapping[str, Any]

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


def in_any_case(words: Iterable[str]) -> str:
    """Return a pattern for words in letters of any size, for which JSON Schema has no sign."""
    spelt = ("".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in word) for word in words)
    return rf"^\s*({'|'.join(spelt)})\s*$"


class Record(BaseModel):
    """A frozen object of the format; unknown keys are errors, empty values count as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, arbitrary_types_allowed=True)

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
        if not cls.short or is_of_output(handler):
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
        copy = self.model_copy(update=changes)
        if len(copy.__dict__) > len(type(self).model_fields):
            # What was worked out of the old fields stands beside them, and would be taken for the new ones'.
            for name in copy.__dict__.keys() - type(self).model_fields.keys():
                del copy.__dict__[name]
        return copy

    def unset(self, *names: str) -> Self:
        """Return a copy in which some fields are as if nobody had written them."""
        fields = type(self).model_fields
        copy = self.but(**{name: fields[name].get_default(call_default_factory=True) for name in names})
        copy.__pydantic_fields_set__.difference_update(names)
        return copy


def _own_id(fields: dict[str, Any]) -> str:
    return slug(fields.get("title", ""))


Tags = Annotated[tuple[Line, ...], *ONE_OR_MANY, BeforeValidator(one_each)]
"""Words of the author's own to find a thing by."""


class Identified(Record):
    """An object with a title and an id: the author's, its file's or key's, or the slug of its title."""

    title: Line = Field(default="", description="What it is called on the page.")
    id: Annotated[str, BeforeValidator(one_form), StringConstraints(pattern=r"^\w[\w.-]*$", max_length=120)] = (
        Field(
            default_factory=_own_id,
            description="A name to refer to this by: letters, digits, hyphens; made from the title by default.",
        )
    )
