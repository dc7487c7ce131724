"""The columns of a map are as wide as its texts need, within bounds."""

from types import SimpleNamespace
from typing import cast

import pytest
from markupsafe import Markup

from cjsite.drawing.dimensions import NARROW, ROOMIER, shared_css
from cjsite.pages.journey.column_width import roomy_class
from cjsite.pages.journey.stages import StageColumns
from cjsite.pages.journey.steps import StepCells

ACTION = "Writes to the chat "


def _stage(touchpoints: int, actions: str = "", thoughts: str = "") -> StageColumns:
    said, thought = (Markup(actions),), (Markup(thoughts),)
    cells = StepCells("", (), said, (), Markup(""), (), thought, (), (), (), (), (), ())
    step = SimpleNamespace(cells=cells, touchpoints=(None,) * touchpoints)
    return cast("StageColumns", SimpleNamespace(steps=(step,)))


def test_few_words_need_no_room() -> None:
    assert roomy_class([]) == roomy_class([_stage(1)]) == roomy_class([_stage(1, ACTION)]) == ""


def test_more_text_makes_all_columns_wider_up_to_a_bound() -> None:
    classes = [roomy_class([_stage(1), _stage(1, ACTION * times)]) for times in range(1, 9)]
    assert classes == sorted(classes)
    assert {"", "roomy1", f"roomy{len(ROOMIER)}"} <= set(classes)


def test_a_step_of_several_touchpoints_has_their_columns_for_its_text() -> None:
    assert roomy_class([_stage(1, ACTION * 9)]) > roomy_class([_stage(3, ACTION * 9)]) == ""


def test_lanes_below_the_curve_may_be_higher() -> None:
    assert roomy_class([_stage(1, ACTION * 5)]) > roomy_class([_stage(1, thoughts=ACTION * 5)]) == ""


@pytest.mark.parametrize("more", range(len(ROOMIER)))
def test_each_class_has_its_width_and_none_is_narrower_than_words_allow(more: int) -> None:
    assert f".roomy{more + 1}{{--roomy-column:{ROOMIER[more] / 16:g}rem}}" in shared_css()
    assert min(ROOMIER) > NARROW
