"""How much something hurts: from 1 to 5, or in a word."""

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidatorFunctionWrapHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cjsite.base.frozen import frozen
from cjsite.model.json_output import is_of_output
from cjsite.model.types import Rank, in_any_case

WORDS: Mapping[str, int] = {"high": 4, "medium": 3, "low": 2}
"""What words stand for; the ends of the scale are for those who write numbers."""


@frozen
class Severity:
    """A rank from 1 (a nuisance) to 5 (unbearable); word: what the author wrote for it, '' for a number."""

    rank: int
    word: str = ""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(cls._written)
        return core_schema.no_info_wrap_validator_function(
            cls._read, handler.generate_schema(Rank), serialization=written
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        words = {"type": "string", "pattern": in_any_case(WORDS)}
        if is_of_output(handler):
            return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 5}, words]}
        return {"anyOf": [*handler(core)["anyOf"], {"enum": list(WORDS)}, words]}

    def _written(self) -> int | str:
        return self.word or self.rank

    @classmethod
    def _read(cls, value: Any, rank: ValidatorFunctionWrapHandler) -> "Severity":
        if isinstance(value, cls):
            return value
        word = value.strip() if isinstance(value, str) else ""
        if word.casefold() in WORDS:
            return cls(WORDS[word.casefold()], word)
        if word.isalpha():
            message = "'{word}' is neither a number nor {words}; write one of these words, or a number from 1 to 5"
            raise PydanticCustomError("severity", message, {"word": word[:60], "words": ", ".join(WORDS)})
        return cls(rank(value))
