"""Two maps of one file that tell of the same stages, each of other lanes, as one map."""

from typing import Any

from cjsite.base.frozen import replace
from cjsite.exchange.imported import ImportedMap
from cjsite.exchange.lane_words import label_key
from cjsite.model.journey import OF_STEP, Journey, Stage
from cjsite.model.types import Record

_APART = {"title", "id", "stages", "narrative", "lane_names", "emotion_scale"}
_ALONG = ("personas", "departments", "channels", "evidence", "metrics", "opportunities")


def merged(first: ImportedMap, other: ImportedMap) -> ImportedMap | None:
    """Return two maps as one with the title of the first; None where both say something of the same, or cannot."""
    journey = _journey(first.journey, other.journey)
    if journey is None or other.measurements:
        return None
    along = {name: _together(getattr(first, name), getattr(other, name)) for name in _ALONG}
    doubts = (*first.doubts, *(doubt for doubt in other.doubts if doubt.at != "title"))
    taken, words = (*first.taken, *other.taken), (*first.words, *_without_title(other))
    return replace(first, journey=journey, words=words, taken=taken, doubts=doubts, **along)


def is_alike(title: str, other: str) -> bool:
    """Tell whether two stages are called alike, one perhaps with a motto: `Buy — "at last"`."""
    name, of_other = f"{label_key(title)} ", f"{label_key(other)} "
    return name.startswith(of_other) or of_other.startswith(name)


def _without_title(other: ImportedMap) -> tuple[Any, ...]:
    return tuple(word for word in other.words if word[1] != other.journey.title)


def _together(things: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    ids = {thing.id for thing in things}
    return (*things, *(thing for thing in others if thing.id not in ids))


def _journey(first: Journey, other: Journey) -> Journey | None:
    pairs = list(zip(first.stages, other.stages, strict=False))
    alike = len(first.stages) == len(other.stages) and all(is_alike(a.title, b.title) for a, b in pairs)
    stages = [_stage(*pair) for pair in pairs] if alike else [None]
    fields = _fields(first, other, _APART)
    scales = {first.emotion_scale, other.emotion_scale} - {None}
    if fields is None or len(scales) > 1 or not all(stages):
        return None
    narrative = "\n\n".join(dict.fromkeys(filter(None, (first.narrative, other.narrative))))
    if narrative:
        fields["narrative"] = narrative
    if names := {**other.lane_names, **first.lane_names}:
        fields["lane_names"] = names
    if scales:
        fields["emotion_scale"] = scales.pop()
    return first.but(stages=tuple(stages), **fields)


def _stage(first: Stage, other: Stage) -> Stage | None:
    """Return a stage with what another says of it: that of steps stands at them, or at a stage without any."""
    fields = _fields(first, other, {"title", "id"})
    stage = first.but(**fields) if fields is not None else first
    is_both = bool(stage.steps) and not stage.model_fields_set.isdisjoint(OF_STEP)
    longer = other.title if len(other.title) > len(first.title) else first.title
    return None if fields is None or is_both else stage.but(title=longer)


def _fields(first: Record, other: Record, apart: set[str]) -> dict[str, Any] | None:
    """Return what another record says more, None where both say something else of the same."""
    written = other.model_fields_set - apart
    both = written & first.model_fields_set
    if any(getattr(first, name) != getattr(other, name) for name in both):
        return None
    return {name: getattr(other, name) for name in written - both}
