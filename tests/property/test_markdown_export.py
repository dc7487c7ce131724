"""A map that is written as Markdown reads like a document, and its words come in again."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules import CODES
from cjsite.exchange.headings import read_headings
from cjsite.exchange.imported import ImportOptions
from cjsite.exchange.markdown_writer import write_markdown
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.command import ROOT
from tests.support.files import parse
from tests.support.files import read as files_below
from tests.support.page import TODAY

NAMES = sorted({path.name.removesuffix(path.suffix) for path in (ROOT / "content/journeys").glob("*.[ym]*")})
_WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def _inputs() -> Any:
    return journey_inputs(read(files_below(ROOT / "content"), CODES, TODAY), TODAY)


def _words(value: Any) -> Iterator[str]:
    yield from (word.casefold() for word in _WORD.findall(str(value).replace("\\n", " ")))


def _said(inputs: JourneyInput) -> Iterator[str]:
    """Yield the words of what a customer does, thinks and feels, and of what hurts and helps."""
    for stage in inputs.journey.stages:
        yield from _words((stage.title, stage.description, stage.goal, stage.time))
        for step in stage.course:
            yield from _words((step.title, step.description, step.actions, step.thoughts, step.quotes, step.gains))
            yield from _words([pain.text for pain in step.pain_points])
            for point in (step, *step.touchpoints):
                yield from _words([(sample.said, sample.trigger) for sample in point.emotion])
                yield from _words([(own.does, own.system) for own in (*point.frontstage, *point.backstage)])
            yield from _words(list(step.lanes.items()))


@pytest.mark.parametrize("name", NAMES)
def test_its_words_come_in_again(name: str) -> None:
    inputs = _inputs()[name]
    data = write_markdown(inputs).data
    (one,) = read_headings(f"{name}.md", data, ImportOptions())
    written = set(_words(repr(one.journey)))
    assert {word for word in _said(inputs) if word not in written} == set()
    assert len(one.journey.stages) == len(inputs.journey.stages)
    assert [stage.title for stage in one.journey.stages] == [stage.title for stage in inputs.journey.stages]


SMALL = """
-- site.yml --
title: S
-- channels.yml --
web: The web shop
-- departments.yml --
shop: The shop
-- journeys/a.yml --
title: Buying
goal: A kettle
owner: shop
waive: [{code: E101, because: Small}]
stages:
  - title: Look
    goal: Find one
    steps:
      - title: Searches
        channel: web
        actions: [Types, Scrolls]
        emotion: {value: -1, words: lost, trigger: Too many}
        pain_points: {text: Too many, severity: high}
        backstage: {department: shop, does: Sorts, system: PIM}
        image: {file: a.jpg, alt: A kettle}
      - title: Waits
-- journeys/a.jpg --
"""


def test_it_is_a_document() -> None:
    content = read({**parse(SMALL), "journeys/a.jpg": b"\xff\xd8\xff\xe0"}, CODES, TODAY)
    export = write_markdown(journey_inputs(content, TODAY)["a"])
    assert export.data.decode() == (
        "# Buying\n\n**Goal:** A kettle\n\n**Owner:** The shop\n\n## 1. Look\n\n**Goal:** Find one\n\n"
        "### 1.1 Searches\n\n**Actions:**\n\n- Types\n- Scrolls\n\n**Channel:** The web shop\n\n"
        "**Emotion (-2 to 2):** -1 lost – Too many\n\n**Pain points:** Too many (severity high)\n\n"
        "**Backstage:** The shop: Sorts (PIM)\n\n### 1.2 Waits\n\n–\n"
    )
    assert export.left_out == ("`waive`", "`image`")
