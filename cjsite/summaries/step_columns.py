"""The columns of a map as a table: what each is called, and how its cells say what the format says in fields."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Sample
from cjsite.model.types import Identified, Record

CellValue = str | float | int | None
Write = Callable[[Any, JourneyInput], CellValue]


@frozen
class StepColumn:
    """A column; field: of steps and touchpoints. parts: what of its entries is written, nothing for texts."""

    title: str
    field: str
    write: Write
    parts: frozenset[str] = frozenset()


def lines(texts: Iterable[str]) -> str:
    """Return texts as lines of a cell."""
    return "\n".join(filter(None, texts))


def _text(value: Any, _: JourneyInput) -> CellValue:
    return lines(value) if isinstance(value, tuple) else value


def _of(*parts: str) -> Write:
    """Return what writes an entry by the first of its fields, the others in brackets behind it."""
    first, *others = parts

    def write(value: Any, inputs: JourneyInput) -> CellValue:
        entries = value if isinstance(value, tuple) else (value,)
        return lines(_with_others(*(_part(entry, part, inputs) for part in (first, *others))) for entry in entries)

    return write


def _with_others(first: str, *others: str) -> str:
    said = ", ".join(filter(None, others))
    return f"{first} ({said})" if first and said else first or said


def _part(entry: Record, part: str, inputs: JourneyInput) -> str:
    value = getattr(entry, part)
    registry: Mapping[str, Identified] = inputs.departments if part in ("department", "to") else {}
    return _titled(str(value.text if hasattr(value, "minutes") else value), registry) if value else ""


def _titled(name: str, registry: Mapping[str, Identified]) -> str:
    return registry[name].title or name if name in registry else name


def _named(registry: str) -> Write:
    """Return what writes ids as the titles of what they name."""

    def write(value: Any, inputs: JourneyInput) -> CellValue:
        names = value if isinstance(value, tuple) else (value,)
        return lines(_titled(name, getattr(inputs, registry)) for name in names if name)

    return write


def _feelings(value: tuple[Sample, ...], _: JourneyInput) -> CellValue:
    return _number(value[0].value) if len(value) == 1 and not value[0].said else lines(map(_feeling, value))


def _feeling(sample: Sample) -> str:
    number = f"{sample.value:.12g}" if sample.value is not None and not _is_concluded(sample) else ""
    return _with_others("; ".join(sample.said), number) if sample.said else number


def _is_concluded(sample: Sample) -> bool:
    """Tell whether the number is one of ours, which the words stand for by the list."""
    return bool(sample.words) and sample.confidence in ("inferred", "assumed")


def _by_persona(value: Mapping[str, tuple[Sample, ...]], inputs: JourneyInput) -> CellValue:
    titles = {persona.id: persona.title for persona in inputs.personas}
    return lines(f"{titles.get(name, name)}: {'; '.join(map(_feeling, felt))}" for name, felt in value.items())


def _number(value: Any, _: JourneyInput | None = None) -> CellValue:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _length(value: Any, _: JourneyInput) -> CellValue:
    return value.text if value else None


def _figures(value: Mapping[str, float | None], inputs: JourneyInput) -> CellValue:
    titles = ((_titled(name, inputs.metrics), figure) for name, figure in value.items())
    return lines(title if figure is None else f"{title}: {figure:.12g}" for title, figure in titles)


OF_STEP = (
    StepColumn("Description", "description", _text),
    StepColumn("Actions", "actions", _text),
    StepColumn("Actors", "actors", lambda value, inputs: lines(inputs.cast.get(name, name) for name in value)),
    StepColumn("Place", "place", _text),
    StepColumn("Thoughts", "thoughts", _text),
    StepColumn("Quotes", "quotes", _text),
    StepColumn("Pain points", "pain_points", _of("text"), frozenset({"text"})),
    StepColumn("Gains", "gains", _text),
    StepColumn("Opportunities", "opportunities", _of("title"), frozenset({"title"})),
    StepColumn("Notes", "notes", _text),
)
OF_POINT = (
    StepColumn("Channel", "channel", _named("channels")),
    StepColumn("Department", "department", _named("departments")),
    StepColumn("Device", "device", _text),
    StepColumn("Emotion ({scale})", "emotion", _feelings, frozenset({"value", "words", "text", "confidence"})),
    StepColumn("Emotion by persona", "emotions", _by_persona, frozenset({"value", "words", "text", "confidence"})),
    StepColumn("Expectation", "expectation", _text),
    StepColumn("Moment of truth", "moment_of_truth", _of("asks"), frozenset({"asks"})),
    StepColumn(
        "Frontstage", "frontstage", _of("does", "department", "system"), frozenset({"does", "department", "system"})
    ),
    StepColumn(
        "Backstage", "backstage", _of("does", "department", "system"), frozenset({"does", "department", "system"})
    ),
    StepColumn("Handoffs", "handoff", _of("to", "carries", "wait"), frozenset({"to", "carries", "wait"})),
    StepColumn("Props", "props", _text),
    StepColumn("Duration", "duration", _length),
    StepColumn("Wait", "wait", _length),
    StepColumn("Metrics", "metrics", _figures),
    StepColumn("Evidence", "evidence", _named("evidence")),
    StepColumn("Satisfaction", "satisfaction", _number),
    StepColumn("Importance", "importance", _number),
    StepColumn("Perceived", "perceived", _text),
    StepColumn("Intended", "intended", _text),
)
