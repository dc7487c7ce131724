"""What comes of a journey for pages about many is plain data, and small."""

import pickle
import types
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from cjsite.base.frozen import fields, is_value
from cjsite.build import Builder
from cjsite.summaries.journey_summary import JourneySummary
from tests.support.command import ROOT
from tests.support.page import TODAY

PLAIN = (str, int, float, bool, date, type(None))
MOST_BYTES = 4_000
"""Of a summary on its way to another process, for each touchpoint and 3 more: what stands once in every journey."""


def _kinds(annotation: Any, seen: set[Any]) -> Iterator[Any]:
    """Yield every type that a value of an annotated type may hold, but for containers and values of ours."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal or annotation in (Any, Ellipsis) or isinstance(annotation, TypeVar):
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


def test_a_summary_holds_what_it_says() -> None:
    for summary in Builder(ROOT, TODAY).site().summary.journeys:
        _look(summary)


def _look(value: object) -> None:
    if is_value(value):
        for field in fields(value):
            _look(getattr(value, field))
    elif isinstance(value, tuple | frozenset):
        for item in value:
            _look(item)
    else:
        assert isinstance(value, PLAIN), value


def test_a_summary_grows_with_its_touchpoints_alone() -> None:
    for summary in Builder(ROOT, TODAY).site().summary.journeys:
        assert len(pickle.dumps(summary)) <= MOST_BYTES * (len(summary.insights.touchpoints) + 3)
