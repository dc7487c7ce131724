"""What many journeys come to is the same however they are put together."""

import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

import cjsite
from cjsite.analysis.stakes import ANYWHERE, Stakes, elsewhere, together
from cjsite.build import Builder
from cjsite.summaries import journey_rollups
from cjsite.summaries.toplist import TopList
from tests.support.command import ROOT
from tests.support.page import TODAY

PACKAGE = Path(cjsite.__file__).parent
MODULE = "cjsite.summaries.journey_rollups"
"""Where everything is put together."""
Way = Callable[[tuple[Any, ...]], Any]
WAYS = {name for name in vars(journey_rollups) if name.startswith("roll_up_")}


@cache
def _rolled_up() -> list[tuple[Way, tuple[Any, ...]]]:
    """Return all that is put together for the example: how, and the parts."""
    found: list[tuple[Way, tuple[Any, ...]]] = []
    with ExitStack() as patches:
        for name in WAYS:
            patches.enter_context(patch(f"{MODULE}.{name}", partial(_noted, found, getattr(journey_rollups, name))))
        site = Builder(ROOT, TODAY).site()
        assert all(site[url] for url in site)
    return found


def _noted(found: list[tuple[Way, tuple[Any, ...]]], way: Way, parts: Sequence[Any]) -> object:
    found.append((way, tuple(parts)))
    return way(tuple(parts))


def _rounded(value: object) -> str:
    """Return a value as a text whose numbers do not tell in which order they were added up."""
    return re.sub(r"-?\d+\.\d+(e-\d+)?", lambda number: f"{float(number[0]):.9f}", repr(value))


def test_everything_that_is_put_together_is_looked_at() -> None:
    assert {way for way, _ in _rolled_up()} == {getattr(journey_rollups, name) for name in WAYS}
    texts = (path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    declared = {name for text in texts for name in re.findall(r"^(?:def )?(roll_up_\w+)", text, re.MULTILINE)}
    assert declared == WAYS


@given(st.data())
def test_the_grouping_changes_nothing(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from(_rolled_up()))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(parts)))))
    groups = [parts[a:b] for a, b in zip([0, *cuts], [*cuts, len(parts)], strict=True)]
    assert _rounded(together(tuple(map(together, groups)))) == _rounded(together(parts))


@given(st.data())
def test_what_others_came_to_changes_nothing(data: st.DataObject) -> None:
    """After an edit some parts are other values, or there is one more, or one less."""
    rollups = [(way, parts) for way, parts in _rolled_up() if hasattr(way, "renewed") and parts]
    assert len({way for way, _ in rollups}) > 5
    way, parts = data.draw(st.sampled_from(rollups))
    alike = [part for other, others in rollups if other == way for part in others]
    before = tuple(data.draw(st.lists(st.sampled_from(alike), min_size=1, max_size=len(parts) + 1)))
    kept = data.draw(st.integers(0, len(parts)))
    for last in (before, (*parts[:kept], *before[kept:]) or before):
        assert _rounded(way.renewed((parts,), (last,), way(last))) == _rounded(way(parts))


@given(st.data())
def test_a_part_alone_comes_to_itself(data: st.DataObject) -> None:
    together, parts = data.draw(st.sampled_from([pair for pair in _rolled_up() if pair[1]]))
    part = data.draw(st.sampled_from(parts))
    assert together((part,)) == part


@given(st.lists(st.lists(st.integers())), st.integers(1, 4))
def test_ranked_lists_together_are_the_ranked_list_of_all(lists: list[list[int]], most: int) -> None:
    def place(number: int) -> tuple[int]:
        return (-number,)

    every = [number for numbers in lists for number in numbers]
    parts = [TopList.of(numbers, most, place) for numbers in lists]
    assert TopList.merged(parts, most) == TopList.of(every, most, place)
    plain = [TopList.of(numbers, most) for numbers in lists]
    assert TopList.merged(plain, most) == TopList.of(every, most)


@given(
    st.lists(st.builds(Stakes, st.integers(0, 5), st.sampled_from(["low", "some", "high"])), min_size=1, max_size=7)
)
def test_what_is_at_stake_elsewhere_is_what_all_others_come_to(every: list[Stakes]) -> None:
    placed = [(str(number), own) for number, own in enumerate(every)]
    others = {at: [{"": own} for name, own in placed if name != at] for at in (*dict(placed), ANYWHERE)}
    assert elsewhere(placed) == {at: together(parts).get("") for at, parts in others.items()}
