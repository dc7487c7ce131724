"""A journey or what it names as YAML, as a careful person would write it."""

import datetime
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from cjsite.exchange.imported import Doubt
from cjsite.exchange.made_ids import needed_ids
from cjsite.exchange.yaml_text import Way, comment_lines, way_to, yaml_text
from cjsite.model.emotion import Sample, Scale
from cjsite.model.journey import Journey
from cjsite.model.numerals import is_numeral
from cjsite.model.persona import Persona
from cjsite.model.step import StepFields
from cjsite.model.types import Identified, Record

SCHEMA = "# yaml-language-server: $schema={above}.cjsite/schema/{name}.json"
_LEADING = (
    "title", "id", "phase", "goal", "time", "description", "actions", "actors", "thoughts", "quotes", "place",
    "path", "channel", "department", "service", "why", "device", "kind", "emotion", "emotions", "satisfaction",
    "importance", "intensity", "functional", "expectation", "promise", "moment_of_truth", "pain_points", "gains",
    "opportunities",
)  # fmt: skip
"""What comes first of a stage, a step or a touchpoint: models have first what touchpoints share with steps."""
_LAST = ("touchpoints", "steps")
_MOST_ABOVE = 5
"""How many doubts of the whole map stand above it."""


def journey_yaml(journey: Journey, doubts: Iterable[Doubt] = ()) -> str:
    """Return a journey as the text of a file in `journeys/`; doubts: said in comments where they are about."""
    tree = fields(journey, needed_ids(journey))
    comments: dict[Way, list[str]] = {}
    for doubt in doubts:
        said = comments.setdefault(way_to(tree, doubt.at), [])
        sentence = f"unsure: {doubt.message}"
        if sentence not in said:
            said.append(sentence)
    head = [SCHEMA.format(above="../../", name="journey")]
    of_map = comments.pop((), [])
    for sentence in of_map[:_MOST_ABOVE]:
        head += comment_lines(sentence)
    if len(of_map) > _MOST_ABOVE:
        head += comment_lines(f"… and {len(of_map) - _MOST_ABOVE} more of the whole file")
    return "\n".join([*head, yaml_text(tree, comments)])


def persona_markdown(persona: Persona) -> str:
    """Return a persona as the text of a file in `personas/`."""
    tree = fields(persona)
    body = str(tree.pop("body", "")).strip()
    return f"---\n{yaml_text(tree) if tree else ''}---\n{body}\n" if body else f"---\n{yaml_text(tree)}---\n"


def registry_yaml(entries: Iterable[Identified]) -> str:
    """Return entries of a registry as they stand in its file, without anything above."""
    return yaml_text({entry.id: fields(entry) for entry in entries})


def fields(record: Record, ids: Mapping[Way, str] | None = None) -> dict[str, Any]:
    """Return what is written in a record, in the order in which people write it, as briefly as the format allows.

    ids: those that are written, by the way to what they are of; no other is.
    """
    dumped = record.model_dump(mode="json", exclude_unset=True)
    return _fields(record, dumped, (), ids or {})


def _fields(record: Record, dumped: Mapping[str, Any], way: Way, ids: Mapping[Way, str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name in _order(type(record)):
        if name == "id" and isinstance(record, Identified):
            if way in ids:
                tree[name] = ids[way]
        elif dumped.get(name) is not None:
            tree[name] = _value(getattr(record, name), dumped[name], (*way, name), ids)
    if isinstance(record, StepFields) and len(record.touchpoints) == 1:
        _without_its_name(tree)
    return tree


def _without_its_name(step: dict[str, Any]) -> None:
    """Leave out of a step's only touchpoint the title that it has from its step, and all if there is no more."""
    only = step["touchpoints"][0]
    own = {"title": only} if isinstance(only, str) else only
    if own.get("title", "") == step.get("title", ""):
        own.pop("title", None)
        step["touchpoints"] = [own]
    if not own:
        del step["touchpoints"]


def _value(value: Any, dumped: Any, way: Way, ids: Mapping[Way, str]) -> Any:
    if isinstance(value, Record):
        return _brief(value, _fields(value, dumped, way, ids))
    if isinstance(value, tuple):
        pairs = enumerate(zip(value, dumped, strict=True))
        return [_value(item, own, (*way, index), ids) for index, (item, own) in pairs]
    if isinstance(value, dict):
        if value and not any(named is not None for named in value.values()):
            return list(value)
        own = zip(value.items(), dumped.values(), strict=True)
        return OrderedDict((key, _value(item, text, (*way, key), ids)) for (key, item), text in own)
    return value if isinstance(value, datetime.date) else dumped


def _brief(record: Record, tree: dict[str, Any]) -> Any:
    """Return what fields may be written as where little is said: a text, or a number."""
    if isinstance(record, Scale):
        return _ends(tree) if tree.keys() == {"min", "max"} else tree
    if len(tree) != 1:
        return tree
    (name, only), *_ = tree.items()
    if isinstance(record, Sample):
        if name == "words" and len(only) == 1 and only[0] and not is_numeral(only[0]):
            return only[0]
        return only if name == "value" else tree
    return only if name == record.short and only else tree


def _ends(tree: Mapping[str, float]) -> str:
    return f"{tree['min']:.12g} to {tree['max']:.12g}"


@cache
def _order(model: type[Record]) -> tuple[str, ...]:
    names = model.model_fields
    is_point = "actions" in names or "channel" in names
    leading = [name for name in _LEADING if name in names] if is_point else []
    others = (name for name in names if name not in (*leading, *_LAST))
    return (*leading, *others, *(name for name in _LAST if name in names))
