"""Rows of one step: each is a touchpoint that customers have there."""

from functools import cache

import pytest

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules import CODES
from cjsite.exchange.export_formats import EXPORT_FORMATS
from cjsite.exchange.imported import ImportOptions
from cjsite.exchange.importing import read_source
from cjsite.model.journey import Journey
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.command import ROOT
from tests.support.files import read as files_below
from tests.support.imported import only_map
from tests.support.page import TODAY


def _step_titles(journey: Journey) -> list[str]:
    return [step.title for stage in journey.stages for step in stage.course]


def test_rows_with_the_title_of_the_one_above_are_its_further_touchpoints() -> None:
    made = only_map("""# Journey
| Stage | Step | Touchpoint | Actions | Channel | Emotion (-2 to 2) | Cost |
|---|---|---|---|---|---|---|
| Buy | Pays | Till | Shows a card | Shop | Calm (1) | 2 |
| Buy | Pays | Receipt | Folds it | Email | -1 | 3 |
| Use | Pays | App | Looks | App | 0 | 4 |
""")
    first, other = (step for stage in made.journey.stages for step in stage.steps)
    assert [point.title for point in first.touchpoints] == ["Till", "Receipt"]
    assert [point.channel for point in first.touchpoints] == ["shop", "email"]
    assert [[sample.value for sample in point.emotion] for point in first.touchpoints] == [[1], [-1]]
    assert [sample.words for sample in first.touchpoints[0].emotion] == [("Calm",)]
    assert first.actions == ("Shows a card", "Folds it")
    assert first.lanes == {"Cost": ("2", "3")}
    assert other.title == "Pays", "in another stage, it is another step"


def test_rows_that_name_no_touchpoint_are_steps_of_their_own() -> None:
    made = only_map("""# Journey
| Stage | Step | Touchpoint | Actions |
|---|---|---|---|
| Buy | Pays | Till | Shows a card |
| Buy | Pays | – | Waits |
""")
    assert _step_titles(made.journey) == ["Pays", "Pays"]


@pytest.mark.parametrize("name", ["json", "csv", "xlsx", "markdown"])
def test_what_goes_out_comes_in_with_the_same_steps(name: str) -> None:
    own = _example()
    form = next(form for form in EXPORT_FORMATS if form.name == name)
    path = f"{own.journey.id}.{form.suffix}"
    [made] = read_source(path, form.write(own).data, ImportOptions()).maps
    assert _step_titles(made.journey) == _step_titles(own.journey)


@cache
def _example() -> JourneyInput:
    return journey_inputs(read(files_below(ROOT / "content"), CODES, TODAY), TODAY)["dead-battery"]
