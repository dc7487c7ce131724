"""What many journeys come to is the same however they are put together, and one edit puts few of them together."""

import re
from collections.abc import Callable, Hashable, Sequence
from functools import cache
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from cjsite import gathering
from cjsite.build import Builder
from cjsite.gathering import RUN, ByName, Together, gathered
from cjsite.memory import Memory
from cjsite.pages.insights.atlas import usage_together
from cjsite.pages.opening import openings_together
from cjsite.pages.ranked import Ranked
from tests.support.command import ROOT
from tests.support.page import TODAY

Way = Callable[[tuple[Any, ...]], Any]


@cache
def _gathered() -> list[tuple[Way, tuple[Any, ...]]]:
    """Return all that is put together for the example: how, and the parts."""
    found = []

    def noted(kept: Memory, together: Way, key: Hashable, parts: Sequence[Any]) -> object:
        found.append((together, tuple(parts)))
        return gathering.gathered(kept, together, key, parts)

    with patch("cjsite.pages.plan.gathered", noted), patch("cjsite.pages.insights.plan.gathered", noted):
        site = Builder(ROOT, TODAY).site()
        assert all(site[url] for url in site)
    return found


def _rounded(value: object) -> str:
    """Return a value as a text whose numbers do not tell in which order they were added up."""
    return re.sub(r"-?\d+\.\d+(e-\d+)?", lambda number: f"{float(number[0]):.9f}", repr(value))


def test_everything_that_is_put_together_is_looked_at() -> None:
    ways = {together for together, _ in _gathered()}
    kinds = {together.kind.__name__ for together in ways if isinstance(together, Together)}
    assert kinds == {"Borne", "Finds", "Focal", "Reach", "Rests", "Share", "Traffic", "Work"}
    assert {together for together in ways if not isinstance(together, Together)} == {
        openings_together,
        usage_together,
    }


@given(st.data())
def test_the_grouping_changes_nothing(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from(_gathered()))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(parts)))))
    groups = [parts[a:b] for a, b in zip([0, *cuts], [*cuts, len(parts)], strict=True)]
    assert _rounded(together(tuple(map(together, groups)))) == _rounded(together(parts))


@given(st.data())
def test_a_part_alone_comes_to_itself(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from([one for one in _gathered() if one[1]]))
    part = data.draw(st.sampled_from(parts))
    assert together((part,)) == part


@given(st.data())
def test_what_is_taken_over_is_what_would_be_made_anew(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from([one for one in _gathered() if hasattr(one[0], "renewed")]))
    assert isinstance(together, Together | ByName)
    some = st.lists(st.sampled_from(parts), max_size=RUN) if parts else st.just([])
    before = data.draw(some)
    now = data.draw(st.one_of(some, st.permutations(before), st.just([*before[1:], *parts[:1]])))
    renewed = together.renewed((now,), (before,), together(before))
    assert _rounded(renewed) == _rounded(together(now))


@given(st.lists(st.integers(), max_size=RUN**3), st.data())
def test_one_change_goes_through_one_run_of_each_level(numbers: list[int], data: st.DataObject) -> None:
    runs: list[int] = []

    def added(parts: tuple[int, ...]) -> int:
        runs.append(len(parts))
        return sum(parts)

    kept = Memory()
    assert gathered(kept, added, "", numbers) == sum(numbers)
    if numbers:
        place = data.draw(st.integers(0, len(numbers) - 1))
        numbers[place] += 1
        runs.clear()
        kept.turn()
        assert gathered(kept, added, "", numbers) == sum(numbers)
        assert sum(runs) <= 3 * RUN


@given(st.lists(st.lists(st.integers())), st.integers(1, 4))
def test_ranked_lists_together_are_the_ranked_list_of_all(lists: list[list[int]], most: int) -> None:
    def place(number: int) -> int:
        return -number

    every = [number for numbers in lists for number in numbers]
    parts = [Ranked.of(numbers, most, place) for numbers in lists]
    assert Ranked.merged(parts, most) == Ranked.of(every, most, place)
    plain = [Ranked.of(numbers, most) for numbers in lists]
    assert Ranked.merged(plain, most) == Ranked.of(every, most)
