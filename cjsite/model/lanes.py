"""The lanes that a map may have without being asked, and the author's own words for them."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from cjsite.model.types import Line, Ordered

LaneName = Literal[
    "doing",
    "touchpoint",
    "feeling",
    "moments",
    "thinking",
    "pains",
    "gains",
    "opportunities",
    "story",
    "frontstage",
    "backstage",
    "systems",
    "handoffs",
    "effort",
    "avoidable",
    "props",
    "evidence",
    "measures",
]
"""Lanes by name, from the top of the map to its foot."""
LANES: tuple[str, ...] = get_args(LaneName)
PartName = Literal["stage", "step", "actors", "place", "device", "expectation", "why", "channel", "department"]
"""What is named on a map though it is no lane: what its columns are, and what is told of a step in its details."""
PARTS: tuple[str, ...] = get_args(PartName)
LANE_OF: Mapping[str, str] = {
    "actions": "doing",
    "touchpoints": "touchpoint",
    "emotion": "feeling",
    "emotions": "feeling",
    "moment_of_truth": "moments",
    "thoughts": "thinking",
    "quotes": "thinking",
    "pain_points": "pains",
    "goal": "story",
    "handoff": "handoffs",
    "duration": "effort",
    "wait": "effort",
    "work": "avoidable",
    "metrics": "measures",
}
"""The lane that a field stands in, where it is not called like the field: authors know the fields."""


def _by_lane(value: object) -> object:
    """Return names by lane, for those that were written by field; what has no name is left out."""
    if not isinstance(value, dict):
        return value
    named: dict[object, object] = {}
    for key, name in value.items():
        lane = LANE_OF.get(key, key)
        if lane in named:
            both = [other for other in value if LANE_OF.get(other, other) == lane]
            message = "`{first}` and `{second}` are one lane; keep one of them"
            raise PydanticCustomError("one_lane_twice", message, {"first": both[0], "second": both[1]})
        if name is not None or lane not in (*LANES, *PARTS):
            named[lane] = "" if name is None else name
    return named


class _Fields:
    """Say in the JSON Schema that lanes may be named by a field."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), "propertyNames": {"enum": [*LANES, *LANE_OF, *PARTS]}}


LaneNames = Annotated[Ordered[Literal[LaneName, PartName], Line], BeforeValidator(_by_lane), _Fields()]
"""The author's words for lanes, by the lane or by a field that stands in it, and for other parts of a map."""
