"""What is stated of metrics at a touchpoint: a figure by metric, or only a text where people have only a text."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from cjsite.model.json_output import is_of_output
from cjsite.model.types import Line, Number, Ordered, Ref


class PairsOrTexts:
    """Say in the JSON Schema that a list, or one text, may stand where pairs do."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        pairs, text = handler(core), {"type": "string", "maxLength": 500}
        if is_of_output(handler):
            return pairs
        return {"anyOf": [pairs, text, {"type": "array", "items": {"anyOf": [text, pairs, {"type": "null"}]}}]}


def by_name(value: object) -> object:
    """Return texts, and pairs in a list, as pairs: a text is a name that no figure is stated for."""
    if isinstance(value, str):
        return {value: None}
    if not isinstance(value, list | tuple):
        return value
    pairs: dict[str, Any] = {}
    for name, figure in _pairs(value):
        if pairs.get(name) is not None and figure is not None:
            raise PydanticCustomError("twice", "`{name}` has two figures here; keep one of them", {"name": name})
        pairs[name] = pairs.get(name) if figure is None else figure
    return pairs


def _pairs(items: list[Any] | tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    for item in items:
        if isinstance(item, Mapping):
            yield from item.items()
        elif isinstance(item, str):
            yield item, None
        elif item is not None:
            raise PydanticCustomError("pairs", "a list stands inside this list; write texts, or `name: value`")


Stated = Annotated[
    Ordered[Annotated[Line, Ref("metric", or_text="words")], Number | None],
    BeforeValidator(by_name),
    PairsOrTexts(),
]
