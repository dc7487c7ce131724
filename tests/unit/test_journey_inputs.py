"""What each journey may read: the same object while it stays the same, whatever happens to the others."""

import gc
import weakref
from collections.abc import Mapping

import pytest

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.memo import Memory
from cjsite.model.content import Content
from cjsite.pages.journey_result import journey_result
from cjsite.pages.page import SiteFrame
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.page import TODAY, wording

NOW, LATER = "title: Now\ngoal: g\n", "title: Later\nstate: to-be\nderived_from: now\n"
STAGES = "stages: [{title: S, steps: [{id: first, title: First, emotion: 1}, {id: second, title: Second}]}]\n"
CAUSED = "stages: [{title: S, steps: [{title: Call, emotion: -1, caused_by: now#second}]}]\n"
FILES = {
    "journeys/now.yml": NOW + STAGES,
    "journeys/later.yml": LATER + STAGES,
    "journeys/call.yml": "title: Call\nparent: whole\n" + CAUSED,
    "journeys/whole.yml": "title: Whole\n" + STAGES,
    "journeys/branch.yml": "title: Branch\nderived_from: now\n" + STAGES,
    "journeys/better.yml": "title: Better\nstate: to-be\nderived_from: branch\n" + STAGES,
    "departments.yml": "shop: {title: Shop}\n",
    "opportunities.yml": "better-sign: {title: A better sign, owner: shop, steps: [now#first]}\n",
}
EVERY = {"now", "later", "call", "whole", "branch", "better"}
EDITS = {
    "a feeling": ("journeys/now.yml", "emotion: 1", "emotion: 2", {"now", "later", "branch"}),
    "a feeling of a to-be": ("journeys/later.yml", "emotion: 1", "emotion: 2", {"now", "later"}),
    "a step that others name": (
        "journeys/now.yml",
        "title: Second",
        "title: Other",
        {"now", "later", "branch", "call"},
    ),
    "a feeling of a map alone": ("journeys/whole.yml", "emotion: 1", "emotion: -2", {"whole"}),
    "a title": ("journeys/whole.yml", "title: Whole", "title: All", {"whole", "call", "now"}),
    "a parent": ("journeys/call.yml", "parent: whole", "parent: now", {"call", "whole", "now"}),
    "no to-be any more": ("journeys/later.yml", "state: to-be\nderived_from: now\n", "", {"later", "now"}),
    "a to-be that is now": ("journeys/later.yml", "state: to-be", "state: as-is", {"later", "now"}),
    "another as-is": ("journeys/later.yml", "derived_from: now", "derived_from: whole", {"later", "now", "whole"}),
    "a department": ("departments.yml", "Shop", "The shop", {"now"}),
    "an opportunity's step": ("opportunities.yml", "now#first", "whole#first", {"now", "whole"}),
}


def _read(files: dict[str, str]) -> Content:
    return read({path: text.encode() for path, text in files.items()})


def _inputs(files: dict[str, str], memory: Memory) -> Mapping[str, JourneyInput]:
    memory.turn()
    with memory.active():
        return journey_inputs(_read(files), TODAY)


def _edited(path: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new)}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_renews_the_journeys_that_show_it_and_no_others(edit: str) -> None:
    path, old, new, touched = EDITS[edit]
    memory = Memory()
    before, after = _inputs(FILES, memory), _inputs(_edited(path, old, new), memory)
    assert {name for name in after if after[name] is not before[name]} == touched


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_remembered_is_what_would_be_found_anew(edit: str) -> None:
    path, old, new, _ = EDITS[edit]
    memory, files = Memory(), _edited(path, old, new)
    _inputs(FILES, memory)
    assert _inputs(files, memory) == _inputs(files, Memory())


def test_a_map_more_or_less_is_seen_by_its_neighbours() -> None:
    memory = Memory()
    fewer = {path: text for path, text in FILES.items() if "whole" not in path and "call" not in path}
    more = FILES | {"journeys/call.yml": "title: Call\n" + CAUSED}
    before, after = _inputs(fewer, memory), _inputs(more, memory)
    assert after.keys() - before.keys() == {"call", "whole"}
    assert _inputs(fewer, memory) == _inputs(fewer, Memory())


def test_a_journey_reads_what_it_names_and_no_more() -> None:
    inputs = _inputs(FILES, Memory())
    assert [*inputs["now"].departments] == ["shop"], "its opportunity is the shop's"
    assert not inputs["whole"].departments
    assert [*inputs["now"].opportunities] == ["better-sign"]


def test_what_nobody_needs_any_more_is_gone_without_the_collector_of_circles() -> None:
    frame = SiteFrame("", "", "en", "ltr", (), "", "")
    gc.disable()
    try:
        inputs = _inputs(FILES, Memory())["now"]
        result = journey_result(inputs, "journeys/now.yml", frame, wording())
        assert result.map.make().title == "Now"
        assert result.summary().year.due == result.summary().review
        assert all(view.make() for view in result.views)
        page, journey = weakref.ref(result.map.make), weakref.ref(inputs.journey)
        del inputs, result
        assert (page(), journey()) == (None, None)
    finally:
        gc.enable()
