"""A map as a journey diagram that Mermaid 11.17 draws as it is meant.

What Mermaid would take for a sign of its own is written as an entity (`#58;` for a colon), so that no name loses
anything. A task must have a score, and one that Mermaid cannot read gets a neutral face: a step whose feeling is
not known stands as a comment, which is not drawn.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cjsite.analysis.columns import columns
from cjsite.analysis.feeling import Feeling, line
from cjsite.analysis.journey_input import JourneyInput
from cjsite.exchange.export_formats import Export
from cjsite.exchange.mermaid_scale import MERMAID_SCALE
from cjsite.model.emotion import Scale
from cjsite.model.types import Record
from cjsite.text.prose import plain

_SIGNS = str.maketrans({"#": "#35;", ":": "#58;", ";": "#59;", "<": "#lt;", ">": "#gt;"})
_COMMA = str.maketrans({",": "#44;"})
_KEYWORD = re.compile(r"(?:title|section|journey|acctitle|accdescr)\b", re.IGNORECASE)
_WRITTEN = frozenset(
    {"title", "id", "stages", "steps", "touchpoints", "actors", "emotion", "emotion_scale", "persona"}
)
"""What the diagram holds, or what holds it."""


def write_mermaid(inputs: JourneyInput) -> Export:
    """Return a map as a journey diagram, with what it has no room for."""
    shift = _shift(inputs.scale)
    points = [p for p in line(columns(inputs.journey), _whose(inputs), inputs.scale, inputs.evidence) if p.main]
    lines = ["journey", f"    title {_name(inputs.journey.title)}"]
    for stage in inputs.journey.stages:
        lines.append(f"    section {_name(stage.title)}")
        lines += (f"      {_task(point, inputs, shift)}" for point in points if point.column.stage is stage)
    return Export("".join(f"{text}\n" for text in lines).encode(), tuple(_left_out(inputs, points, shift)))


def _whose(inputs: JourneyInput) -> str:
    return next(iter(inputs.journey.people), "")


def _shift(scale: Scale) -> float | None:
    """Return what must be added to a scale's numbers for Mermaid's, None where they would have to be stretched."""
    low, high = MERMAID_SCALE
    return low - scale.min if scale.max - scale.min == high - low else None


def _name(text: str) -> str:
    name = plain(text).translate(_SIGNS).replace("%%", "#37;#37;")
    return f"#{ord(name[0])};{name[1:]}" if _KEYWORD.match(name) else name


def _title(point: Feeling) -> str:
    column = point.column
    is_part = len(column.step.touchpoints) > 1 and not point.whole_step and column.title != column.step.title
    return f"{column.step.title} – {column.title}" if is_part else column.step.title


def _task(point: Feeling, inputs: JourneyInput, shift: float | None) -> str:
    if point.value is None or shift is None:
        return f"%% {plain(_title(point))}"
    actors = ", ".join(_name(actor).translate(_COMMA) for actor in _actors(point, inputs))
    return f"{_name(_title(point))}: {point.value + shift:g}" + (f": {actors}" if actors else "")


def _actors(point: Feeling, inputs: JourneyInput) -> Sequence[str]:
    own = [inputs.cast.get(actor, actor) for actor in point.column.step.actors]
    names = {persona.id: persona.title for persona in inputs.personas}
    return own or [names.get(_whose(inputs), inputs.journey.segment)]


def _left_out(inputs: JourneyInput, points: Sequence[Feeling], shift: float | None) -> Iterator[str]:
    scale = inputs.scale
    if shift is None:
        yield f"every feeling: their scale runs from {scale.min:g} to {scale.max:g}, and Mermaid's from 1 to 5"
    elif shift:
        yield f"the scale from {scale.min:g} to {scale.max:g}: Mermaid's numbers are {shift:g} higher"
    unknown = sum(point.value is None for point in points)
    if unknown and shift is not None:
        yield f"steps whose feeling is not known{_times(unknown)}: they stand as comments, which are not drawn"
    if worded := sum(point.sample is not None and len(point.sample.words) > 0 for point in points):
        yield f"the words of feelings{_times(worded)}"
    written = {_title(point) for point in points}
    steps = [step for stage in inputs.journey.stages for step in stage.steps]
    untold = sum(own.title not in written and f"{step.title} – {own.title}" not in written
                 for step in steps for own in step.touchpoints)  # fmt: skip
    if untold:
        yield f"`touchpoints`{_times(untold)}"
    whole = sum(bool(step.emotion) and any(own.emotion for own in step.touchpoints) for step in steps)
    if whole:
        yield f"the feelings of steps whose touchpoints have feelings of their own{_times(whole)}"
    if len(inputs.journey.people) > 1:
        yield "the feelings of all personas but the first"
    counts = Counter(_fields(inputs.journey))
    if any(_actors(point, inputs) == [inputs.journey.segment] for point in points):
        del counts["segment"]
    yield from (f"`{name}`{_times(count)}" for name, count in counts.items())


def _times(count: int) -> str:
    return "" if count == 1 else f" ({count} times)"


def _fields(record: Record) -> Iterator[str]:
    """Yield the fields of a map, its stages, steps and touchpoints that the diagram does not hold."""
    for name in type(record).model_fields:
        value = getattr(record, name) if name in record.model_fields_set else None
        if name not in _WRITTEN and value not in (None, "", (), {}):
            yield name
        elif name in ("stages", "steps", "touchpoints"):
            for part in value or ():
                yield from _fields(part)
