"""A located tree to a model: every fault at once, each with its place and its mend."""

import re
import types
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cjsite.base.day_text import day_mend
from cjsite.model.journey import OF_STEP, Journey, Stage
from cjsite.model.step import Step
from cjsite.model.touchpoint import Touchpoint
from cjsite.model.types import Record
from cjsite.reading.hints import SYNONYMS, meant, nearest
from cjsite.reading.source import Source
from cjsite.reading.text_with_colon import as_text, is_wrapped, text_with_colon
from cjsite.reading.tree import Loc, mark_of, without
from cjsite.text.languages import language_mend

M = TypeVar("M", bound=Record)

_ATTEMPTS = 6
"""How often what is wrong is left out and the rest tried again: faults hide behind faults."""
_DECIMAL = re.compile(r"-?\d*\.\d+")
_PLAIN_TEXT = {"text": "title", "description": "body"}
_HINDERED = "default_factory_not_called"
"""No fault of the author's: a value is not made from others because one of these is wrong, which is told."""


def decode(
    model: type[M], root: Any, source: Source, context: object, at: Loc = (), given: Mapping[str, str] | None = None
) -> tuple[M | None, Any]:
    """Return what stands `at` a place of a tree as a model, and the tree that it was made from.

    Problems are noted in the source. What has one is left out of the model, so that the rest can still be checked;
    None is returned where nothing is left. given: fields that do not come from the text, like a file's name as id.
    """
    for name in (given or {}).keys() & _fields(model, _at(root, at)).keys():
        mend = f"remove it; it is '{(given or {})[name]}'"
        source.problem(mark_of(root, (*at, name), key=True), f"`{name}` cannot be chosen here", mend)
    for attempt in range(_ATTEMPTS):
        tree = _at(root, at)
        value = {**_fields(model, tree), **given} if given and _is_open(tree) else tree
        try:
            return model.model_validate(value, context=context), root
        except ValidationError as error:
            details = [one for one in error.errors(include_url=False) if one["type"] != _HINDERED]
        unknown = {detail["loc"][:-1] for detail in details if detail["type"] == "extra_forbidden"}
        # Who calls a field otherwise has not left it out.
        details = [d for d in details if d["type"] != "missing" or d["loc"][:-1] not in unknown]
        locs = [(*at, *(part for part in detail["loc"] if part != "[key]")) for detail in details]
        if attempt == 0:
            for detail, loc in zip(details, locs, strict=True):
                at_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
                mark = mark_of(root, loc, key=at_key)
                # What is missing may stand in what could not be read; what follows of a slip is not told once more.
                if mark[0] not in source.misread and not (source.is_torn and detail["type"] == "missing"):
                    message, mend = _say(model, detail, loc[len(at) :])
                    source.problem(mark, message, _in_context(model, mend, detail, root, loc, at, source))
        if any(loc == at for loc in locs):
            break
        root = without(root, locs)
    return None, root


def _in_context(
    model: type[Record], mend: str, detail: ErrorDetails, root: Any, loc: Loc, at: Loc, source: Source
) -> str:
    """Return the mend with what the place of the fault tells: what was a text, a title, or one level too deep."""
    kind = detail["type"]
    if kind == "extra_forbidden":
        around = _model_at(model, loc[len(at) : -1])
        name, _, text = str(loc[-1]).partition(":")
        if around and text and name in around.model_fields:
            return f"a blank is missing after its colon; write `{name}: {text.strip()}`"
        if around and len(loc) == len(at) + 1 and is_wrapped(root, loc, around.model_fields):
            return "take it away, and begin each line below it where it began"
        return "; ".join(filter(None, (mend, text_with_colon(root, loc, source.lines))))
    if kind == "string_type":
        return as_text(detail["input"], source.lines) or mend
    if kind == "not_fields" and detail["input"] is None:
        return "write what belongs here, or remove the `-`"
    if kind == "not_fields" and isinstance(detail["input"], list) and loc == ():
        return "one file holds one thing: remove the `-`, and begin its lines without blanks"
    return mend


def _at(root: Any, at: Loc) -> Any:
    for part in at:
        root = root[part]
    return root


def _is_open(tree: Any) -> bool:
    return tree is None or isinstance(tree, dict | str)


def _fields(model: type[Record], tree: Any) -> dict[str, Any]:
    if isinstance(tree, str):
        return {model.short or "title": tree}
    return dict(tree) if isinstance(tree, dict) else {}


def _say(model: type[Record], detail: ErrorDetails, loc: Loc) -> tuple[str, str]:
    """Return the message and the mend for one fault."""
    kind, context = detail["type"], detail.get("ctx", {})
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
    shown = _shown(detail["input"])
    if kind == "extra_forbidden":
        return f"unknown key `{loc[-1]}`", _unknown_key(str(loc[-1]), _model_at(model, loc[:-1]))
    if kind == "missing":
        return (f"`{name}` needs two values", "write [low, high]") if isinstance(loc[-1], int) else (
            f"`{name}` is missing", f"add `{name}: …`")  # fmt: skip
    if kind == "literal_error":
        choice = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        near = nearest(str(detail["input"]), choice)
        return (
            f"{shown} is not one of {', '.join(choice)}",
            f"did you mean '{near}'?" if near else "choose one of them",
        )
    if kind == "int_from_float" or (kind == "int_parsing" and _DECIMAL.fullmatch(str(detail["input"]))):
        return f"{shown} is not a whole number", f"write `{name}` without decimals"
    if kind in ("float_parsing", "int_parsing", "float_type", "int_type", "finite_number"):
        return f"{shown} is not a number", f"write `{name}` as a number{_range(model, loc)}"
    if kind in ("greater_than_equal", "less_than_equal"):
        low = kind == "greater_than_equal"
        limit = f"{context.get('ge' if low else 'le'):,}".removesuffix(".0")
        return (
            f"{shown} is too {'small' if low else 'large'} for `{name}`",
            f"it must be {limit} or {'more' if low else 'less'}",
        )
    # A title is put on one line first, and then measured like anything else that has a length.
    if kind == "string_too_long" or (kind == "too_long" and isinstance(detail["input"], str)):
        return f"this text is longer than {context.get('max_length')} characters", "shorten it or split it"
    if kind == "string_type":
        return (
            f"`{name}` must be a text, not {_form(detail['input'])}",
            "write it in one line, in quotes if it has a `:`"
            if isinstance(detail["input"], dict)
            else "write one text, without `[ ]` or `- `",
        )
    if kind.startswith("date"):
        return f"{shown} is not a date", day_mend(str(detail["input"]))
    if kind.startswith("bool"):
        return f"{shown} is neither yes nor no", "write true or false"
    if kind == "dict_type":
        return (
            f"`{name}` must hold pairs, not {_form(detail['input'])}",
            "write `name: value` pairs, indented below it",
        )
    if kind == "string_pattern_mismatch" and name == "id":
        return f"{shown} cannot be an id", "use letters, digits and hyphens"
    if kind == "string_pattern_mismatch" and name == "language":
        return f"{shown} is not a language", language_mend(str(detail["input"]))
    if kind == "string_pattern_mismatch":
        return f"{shown} cannot be the `{name}`", "use letters, digits and hyphens"
    if kind == "tuple_type":
        return f"`{name}` must hold two values, not {_form(detail['input'])}", "write [low, high]"
    if kind == "too_long" and context["max_length"] > 2:
        return f"`{name}` has more than {context['max_length']} entries", "leave some out, or make it two maps"
    if kind in ("too_long", "too_short"):
        return f"`{name}` has the wrong number of values", "write [low, high]"
    message, _, mend = detail["msg"].partition("; ")
    return (message if kind != "not_fields" else f"{message}, not {_form(detail['input'])}"), mend


def _range(model: type[Record], loc: Loc) -> str:
    """Return from where to where a number may be, where that says what is meant by it."""
    around = _model_at(model, loc[:-1])
    field = around.model_fields.get(str(loc[-1])) if around else None
    text = str(field.annotation) + str(field.metadata) if field else ""
    low, high = re.search(r"Ge\(ge=(\d+)\)", text), re.search(r"Le\(le=(\d+)\)", text)
    return f" from {low[1]} to {high[1]}" if low and high and len(high[1]) < 5 else ""


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else _form(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'" if isinstance(value, str) else text


def _form(value: object) -> str:
    if isinstance(value, dict):
        return "fields"
    return "a list" if isinstance(value, list | tuple) else "nothing" if value is None else f"'{str(value)[:60]}'"


def _unknown_key(key: str, model: type[Record] | None) -> str:
    if model is None:
        return "remove it"
    lane = "; a lane of your own goes under `lanes:`" if issubclass(model, Step) else ""
    synonym = SYNONYMS.get(key.casefold(), "")
    # What has no prose is called by its text.
    near = next((name for name in (synonym, _PLAIN_TEXT.get(key.casefold())) if name in model.model_fields), None)
    near = near or nearest(key, model.model_fields)
    if issubclass(model, Journey | Stage | Touchpoint) and synonym in Step.model_fields.keys() - model.model_fields:
        return f"that is `{synonym}`, and belongs to a step"
    if near:
        return f"did you mean `{near}`?{lane}"
    if issubclass(model, Touchpoint) and nearest(key, Step.model_fields):
        return f"`{key}` belongs to the step, not to one of its touchpoints"
    # What a stage may say as its only step is too much to be listed.
    listed = model.model_fields.keys() - (OF_STEP if model is Stage else set())
    return lane.removeprefix("; ") or meant(key, listed, most=None)


def _model_at(model: type[Record], loc: Loc) -> type[Record] | None:
    current: Any = model
    for part in loc:
        if isinstance(part, int):
            continue
        if isinstance(current, type) and issubclass(current, Record):
            field = current.model_fields.get(part)
            current = _kernel(field.annotation) if field else None
        elif isinstance(current, tuple):  # the key of a mapping
            current = current[0]
    return current if isinstance(current, type) and issubclass(current, Record) else None


def _kernel(annotation: Any) -> Any:
    """Return the record inside an annotation; inside a one-tuple where it is a mapping's value."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kernel(args[0])
    if origin in (Union, types.UnionType):
        return next((k for k in map(_kernel, args) if k is not type(None)), None)
    if origin is tuple:
        return _kernel(args[0])
    if origin is dict:
        return (_kernel(args[1]),)
    return annotation
