"""What comes of a journey for pages about many is plain data, and small."""

import pickle
import types
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from cjsite.base.frozen import fields, is_value
from cjsite.build import Builder
from cjsite.summaries.journey_summary import JourneySummary
from tests.support.command import ROOT
from tests.support.page import TODAY

GOLDEN = ROOT / "tests" / "golden"
PLAIN = (str, int, float, bool, date, type(None))
MOST_BYTES = 4_000
"""Of a summary on its way to another process, for each touchpoint and 3 more: what stands once in every journey."""


def _kinds(annotation: Any, seen: set[Any]) -> Iterator[Any]:
    """Yield every type that a value of an annotated type may hold, but for containers and values of ours."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal or annotation is Ellipsis or isinstance(annotation, TypeVar):
        return
    if origin in (tuple, frozenset, Union, types.UnionType):
        for arg in args:
            yield from _kinds(arg, seen)
        return
    kind = origin or annotation
    for arg in args:
        yield from _kinds(arg, seen)
    if is_value(kind):
        if kind not in seen:
            seen.add(kind)
            for hint in get_type_hints(kind).values():
                yield from _kinds(hint, seen)
    else:
        yield kind


def test_a_summary_is_plain_data() -> None:
    seen: set[Any] = set()
    assert {kind for kind in _kinds(JourneySummary, seen) if kind not in PLAIN} == set()
    assert len(seen) > 30


def _types(annotation: Any, seen: set[Any]) -> Iterator[Any]:
    """Yield every annotated type below one."""
    if annotation in seen:
        return
    seen.add(annotation)
    yield annotation
    kind = get_origin(annotation) or annotation
    below = (*get_args(annotation), *(get_type_hints(kind).values() if is_value(kind) else ()))
    for part in below if kind is not Literal else ():
        yield from _types(part, seen)


def _written_as(kind: Any) -> str:
    """Return how a value of a type is written down as data."""
    if get_origin(kind) is Literal:
        return str({type(value) for value in get_args(kind)})
    kind = get_origin(kind) or kind
    if is_value(kind):
        return "fields"
    return {date: "text", str: "text", tuple: "list", frozenset: "list"}.get(kind, str(kind))


def test_each_value_of_a_summary_can_be_read_back_by_its_type() -> None:
    unions = [kind for kind in _types(JourneySummary, set()) if get_origin(kind) in (Union, types.UnionType)]
    for union in unions:
        written = [*map(_written_as, get_args(union))]
        assert len(set(written)) == len(written), f"what is written as {union} may be either"
    assert len(unions) > 20


@pytest.mark.parametrize("root", [ROOT, GOLDEN])
def test_a_summary_that_is_written_down_reads_the_same(root: Path) -> None:
    for summary in Builder(root, TODAY).site().summary.journeys:
        again = msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=JourneySummary)
        # A number that comes back as 1.0 is equal to 1, and pages show it otherwise.
        assert [*map(repr, _leaves(again))] == [*map(repr, _leaves(summary))]
        assert again == summary


def test_a_summary_holds_what_it_says() -> None:
    for summary in Builder(ROOT, TODAY).site().summary.journeys:
        assert [value for value in _leaves(summary) if not isinstance(value, PLAIN)] == []


def _leaves(value: object) -> Iterator[object]:
    if is_value(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field))
    elif isinstance(value, tuple | frozenset):
        for item in value if isinstance(value, tuple) else sorted(value):
            yield from _leaves(item)
    else:
        yield value


def test_a_summary_grows_with_its_touchpoints_alone() -> None:
    for summary in Builder(ROOT, TODAY).site().summary.journeys:
        assert len(pickle.dumps(summary)) <= MOST_BYTES * (len(summary.insights.touchpoints) + 3)
