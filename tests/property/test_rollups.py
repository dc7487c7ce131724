"""What many journeys come to is the same however they are put together."""

import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

import cjsite
from cjsite.build import Builder
from cjsite.summaries.toplist import TopList
from tests.support.command import ROOT
from tests.support.page import TODAY

PACKAGE = Path(cjsite.__file__).parent
WAYS = (
    ("pages.insights.atlas", "roll_up_usage"),
    ("pages.insights.evidence", "roll_up_evidence"),
    ("pages.insights.feelings", "roll_up_low_feelings"),
    ("pages.insights.findings", "roll_up_findings"),
    ("pages.insights.focus", "roll_up_focus"),
    ("pages.insights.handoffs", "roll_up_handoffs"),
    ("pages.insights.touchpoints", "roll_up_touchpoints"),
    ("summaries.site_summary", "roll_up_department_insights"),
    ("summaries.site_summary", "roll_up_department_work"),
    ("summaries.site_summary", "roll_up_opportunities"),
)
Way = Callable[[tuple[Any, ...]], Any]


@cache
def _rolled_up() -> list[tuple[Way, tuple[Any, ...]]]:
    """Return all that is put together for the example: how, and the parts."""
    found: list[tuple[Way, tuple[Any, ...]]] = []
    with ExitStack() as patches:
        for module, name in WAYS:
            patches.enter_context(patch(f"cjsite.{module}.{name}", partial(_noted, found, _way(module, name))))
        site = Builder(ROOT, TODAY).site()
        assert all(site[url] for url in site)
    return found


def _way(module: str, name: str) -> Way:
    way: Way = getattr(import_module(f"cjsite.{module}"), name)
    return way


def _noted(found: list[tuple[Way, tuple[Any, ...]]], way: Way, parts: Sequence[Any]) -> object:
    found.append((way, tuple(parts)))
    return way(tuple(parts))


def _rounded(value: object) -> str:
    """Return a value as a text whose numbers do not tell in which order they were added up."""
    return re.sub(r"-?\d+\.\d+(e-\d+)?", lambda number: f"{float(number[0]):.9f}", repr(value))


def test_everything_that_is_put_together_is_looked_at() -> None:
    asked = {way for way, _ in _rolled_up()}
    assert asked == {_way(*place) for place in WAYS}
    declared = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"^(?:def )?(roll_up_\w+)", path.read_text("utf-8"), re.M)
    }
    assert {name for _, name in WAYS} == declared


@given(st.data())
def test_the_grouping_changes_nothing(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from(_rolled_up()))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(parts)))))
    groups = [parts[a:b] for a, b in zip([0, *cuts], [*cuts, len(parts)], strict=True)]
    assert _rounded(together(tuple(map(together, groups)))) == _rounded(together(parts))


@given(st.data())
def test_a_part_alone_comes_to_itself(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from([pair for pair in _rolled_up() if pair[1]]))
    part = data.draw(st.sampled_from(parts))
    assert together((part,)) == part


@given(st.lists(st.lists(st.integers())), st.integers(1, 4))
def test_ranked_lists_together_are_the_ranked_list_of_all(lists: list[list[int]], most: int) -> None:
    def place(number: int) -> int:
        return -number

    every = [number for numbers in lists for number in numbers]
    parts = [TopList.of(numbers, most, place) for numbers in lists]
    assert TopList.merged(parts, most) == TopList.of(every, most, place)
    plain = [TopList.of(numbers, most) for numbers in lists]
    assert TopList.merged(plain, most) == TopList.of(every, most)
