"""How a customer feels: one sample of the continuous line, and the scale it is measured on."""

import re
from collections import OrderedDict
from typing import Annotated, Literal, Protocol

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, PrivateAttr, ValidationInfo, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from cjsite.model.json_output import is_of_output
from cjsite.model.numerals import is_numeral, rating_in
from cjsite.model.types import ONE_OR_MANY, Line, Number, Ordered, Record, Ref, Text
from cjsite.text.feeling_cell import FeelingText, together

Confidence = Literal["observed", "reported", "inferred", "assumed"]
_END = r"([+\-−]?\d+(?:[.,]\d+)?)"
_ENDS = re.compile(rf"{_END}\s*(?:…|\.\.\.?|–|-|to)\s*{_END}")
_DIGITS = 12
"""Decimals of a number moved to another scale; what lies below comes of binary fractions, and of nothing felt."""


class Scale(Record):
    """The declared range of emotion numbers; everything is drawn on −2 to +2."""

    min: Number = Field(default=-2.0, description="The number for the worst feeling.")
    max: Number = Field(default=2.0, description="The number for the best feeling.")
    labels: Ordered[Number, Line] = Field(
        default_factory=OrderedDict, description="Words for numbers of the scale."
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        ends = {"type": "string", "description": "Both ends, like `1 to 5`."}
        return handler(core) if is_of_output(handler) else {"anyOf": [ends, handler(core)]}

    @model_validator(mode="before")
    @classmethod
    def _ends(cls, value: object) -> object:
        if isinstance(value, dict | Scale):
            return value
        ends = _ENDS.fullmatch(value.strip()) if isinstance(value, str) else None
        if ends is None:
            raise PydanticCustomError("scale", "this is no scale; write it like `1 to 5`")
        return {"min": ends[1], "max": ends[2]}

    @model_validator(mode="after")
    def _wide(self) -> "Scale":
        if self.min >= self.max:
            raise PydanticCustomError("scale", "the scale's min must be smaller than its max")
        return self

    @property
    def signs(self) -> bool:
        """Tell whether the scale has a minus, so that its numbers bear signs."""
        return self.min < 0

    def normal(self, value: float) -> float:
        """Return the score on −2 to +2 that stands for a number of this scale (linear)."""
        return -2.0 + 4.0 * (value - self.min) / (self.max - self.min)

    def own(self, normal: float) -> float:
        """Return the number of this scale for a score on −2 to +2."""
        return self.min + (normal + 2.0) / 4.0 * (self.max - self.min)

    def moved(self, value: float, other: "Scale") -> float:
        """Return the number of the other scale that says what a number of this one says."""
        return value if self.is_like(other) else round(other.own(self.normal(value)), _DIGITS)

    def is_like(self, other: "Scale") -> bool:
        """Tell whether a number says the same on both scales, whatever it is called there."""
        return (self.min, self.max) == (other.min, other.max)


SCORES = Scale()
"""What everything is drawn and judged on."""
_OFF_SITE = (
    "{value} is off the site's emotion scale, which runs from {low} to {high}; "
    "a map with other numbers needs an `emotion_scale` of its own"
)
_OFF_MAP = (
    "{value} is off the map's own emotion scale, which runs from {low} to {high}; "
    "mend the number, or the map's `emotion_scale`"
)


class Feelings(Protocol):
    """What decoding needs to know to read a feeling: passed as the validation context."""

    @property
    def scale(self) -> Scale: ...

    @property
    def of_map(self) -> bool:
        """Tell whether the scale is the map's own, and not the site's."""

    def read(self, text: str) -> tuple[FeelingText, ...]:
        """Return what a text says of feelings, one after another: at least one, perhaps of nothing known."""


class Sample(Record):
    """One feeling at one point of the line: a number, words, or both."""

    value: Number | None = Field(default=None, description="The feeling as a number on the emotion scale.")
    words: Annotated[tuple[Line, ...], *ONE_OR_MANY] = Field(
        default=(), description="The customer's own words for the feeling, or an emoji."
    )
    text: Line = Field(
        default="", description="The feeling in a sentence, shown as it is; no number is looked for in it."
    )
    trigger: Text = Field(default="", description="What sets the feeling off.")
    response: Literal["mitigate", "enhance", "accept"] | None = Field(
        default=None, description="What we mean to do: mitigate a low, enhance a high, or accept it."
    )
    because: Text = Field(default="", description="Why this response; why a negative feeling is tolerable.")
    compensated_by: Annotated[str, Ref("step")] = Field(
        default="", description="The step whose good feeling makes up for this one."
    )
    confidence: Confidence | None = Field(default=None, description="How we know this feeling.")
    spread: tuple[Number, Number] | None = Field(
        default=None, description="How far customers differ: the lowest and the highest of most answers."
    )
    main: bool = Field(default=False, description="Of several samples in one touchpoint, the one to label.")
    _unknown: tuple[str, ...] = PrivateAttr(default=())
    _in_time: tuple["Sample", ...] = PrivateAttr(default=())
    _written: str = PrivateAttr(default="")

    @property
    def said(self) -> tuple[str, ...]:
        """Return the feeling in words, as the author wrote it."""
        return (*self.words, self.text) if self.text else self.words

    @property
    def written(self) -> str:
        """Return the whole of what was written where this is the first of several feelings in it, else ''."""
        return self._written

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the words, or parts of them, that a number was looked for and not found."""
        return self._unknown

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        if is_of_output(handler):
            return handler(core)
        said = "The feeling as a number on the emotion scale, a word or an emoji."
        return {"anyOf": [{"type": ["number", "string", "boolean"], "description": said}, handler(core)]}

    @model_validator(mode="before")
    @classmethod
    def _rated(cls, value: object, info: ValidationInfo) -> object:
        # Of a rating, `4/5`, the number holds where the scale ends with its top. (Validators run from the last to
        # the first: a bare text is fields by now.)
        if info.context is not None and isinstance(value, dict) and isinstance(value.get("value"), str):
            rating = rating_in(value["value"])
            if rating and rating[1] == info.context.scale.max:
                return {**value, "value": rating[0]}
        return value

    @model_validator(mode="before")
    @classmethod
    def _brief(cls, value: object) -> object:
        if isinstance(value, int | float):
            return {"value": value}
        if not isinstance(value, str):
            return value
        return {"value": value} if is_numeral(value) else {"words": [value]}

    @model_validator(mode="after")
    def _settle(self, info: ValidationInfo) -> "Sample":
        feelings: Feelings | None = info.context
        if feelings is None:
            return self
        _within(feelings, self.value, *(self.spread or ()))
        if self.spread and self.spread[0] > self.spread[1]:
            raise PydanticCustomError("spread", "the spread's first number must be the lower one")
        if self.value is None and self.words:
            moments = [moment for text in self.words for moment in feelings.read(text)]
            valued = self._valued(feelings.scale, together(moments))
            if len(moments) > 1 and len(self.words) == 1 and self.model_fields_set == {"words"}:
                valued._in_time = tuple(
                    self.but(words=(moment.text,))._valued(feelings.scale, moment) for moment in moments
                )
                valued._in_time[0]._written = self.words[0]
            return valued
        return self

    def _valued(self, scale: Scale, feeling: FeelingText) -> "Sample":
        """Return the sample with the number that its words stand for, as far as they are known."""
        changes: dict[str, object] = {}
        if feeling.score is not None:
            # A word stands for a number only by the list, so the number is a conclusion of ours; of alternatives
            # nobody even said which.
            ours: Confidence = "assumed" if feeling.choice else "inferred"
            changes = {"value": SCORES.moved(feeling.score, scale), "confidence": self.confidence or ours}
            if feeling.spread and self.spread is None:
                changes["spread"] = tuple(SCORES.moved(score, scale) for score in feeling.spread)
        valued = self.but(**changes)
        valued._unknown = feeling.unknown
        return valued


def _within(feelings: Feelings, *values: float | None) -> None:
    scale = feelings.scale
    for value in values:
        if value is not None and not scale.min <= value <= scale.max:
            runs = {"value": f"{value:g}", "low": f"{scale.min:g}", "high": f"{scale.max:g}"}
            raise PydanticCustomError("off_scale", _OFF_MAP if feelings.of_map else _OFF_SITE, runs)


def _in_time(samples: tuple[Sample, ...]) -> tuple[Sample, ...]:
    """Return a sample for each feeling of words that name several; in the file, they stay one."""
    # References are found in the file by the number of their sample, which must therefore stay what it is.
    if any(sample.compensated_by for sample in samples):
        return samples
    return tuple(moment for sample in samples for moment in sample._in_time or (sample,))


def _checked(value: float, info: ValidationInfo) -> float:
    if info.context is not None:
        _within(info.context, value)
    return value


FeelingNumber = Annotated[Number, AfterValidator(_checked)]
"""A number on the emotion scale that is no feeling itself."""
Emotion = Annotated[tuple[Sample, ...], Field(max_length=500), AfterValidator(_in_time), *ONE_OR_MANY]
"""One or several samples inside one touchpoint, in the order of time."""
