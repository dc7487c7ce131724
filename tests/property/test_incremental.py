"""Building again after an edit gives what a clean build gives, byte for byte."""

from pathlib import Path

import pytest

from cjsite.build import Builder
from tests.support.author import TODAY, edit_and_compare, result
from tests.support.command import ROOT
from tests.support.files import write


@pytest.mark.parametrize("seed", range(3))
def test_a_small_site(tmp_path: Path, seed: int) -> None:
    edit_and_compare(tmp_path, ROOT / "tests" / "golden" / "content", seed, 8)


@pytest.mark.parametrize("seed", range(2))
def test_the_example(tmp_path: Path, seed: int) -> None:
    edit_and_compare(tmp_path, ROOT / "content", seed, 4)


MAP = """\
title: A
goal: g
stages: [{title: S, steps: [{id: one, title: One, channel: app, touchpoints: [{title: T}]}]}]
"""
BOTH = ["x-one: {title: Same, value: 3, steps: [a#one]}\n", "y-two: {title: Same, value: 3, steps: [a#one]}\n"]
UNSEEN = {
    "another order": ("opportunities.yml", "".join(BOTH), "".join(reversed(BOTH))),
    "what would hold anyway, written": ("journeys/a.yml", "{title: T}", '{title: T, channel: ""}'),
}


@pytest.mark.parametrize("edit", UNSEEN)
def test_an_edit_that_leaves_the_values_alike_is_seen(edit: str, tmp_path: Path) -> None:
    path, old, new = UNSEEN[edit]
    sources = {"channels.yml": "app: {title: App}\n", "journeys/a.yml": MAP, "opportunities.yml": "".join(BOTH)}
    write(tmp_path, {f"content/{name}": text.encode() for name, text in sources.items()})
    builder = Builder(tmp_path, TODAY)
    before = result(builder)
    write(tmp_path, {f"content/{path}": sources[path].replace(old, new).encode()})
    after = result(builder)
    assert before != after == result(Builder(tmp_path, TODAY))
