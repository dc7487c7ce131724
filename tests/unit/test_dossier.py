"""What is known of each journey: kept while what its pages may read stays, whatever happens to the others."""

import gc
import weakref

import pytest

from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.pages.casting import casts
from cjsite.pages.dossier import Dossier, JourneyPages, dossiers
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.page import Frame
from cjsite.reading.read import read
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
    "opportunities.yml": "better-sign: {title: A better sign, steps: [now#first]}\n",
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
    "a department": ("departments.yml", "Shop", "The shop", EVERY),
    "an opportunity's step": ("opportunities.yml", "now#first", "whole#first", {"now", "whole"}),
}


def _read(files: dict[str, str], memory: Memory) -> Content:
    return read({path: text.encode() for path, text in files.items()}, memory)


def _known(files: dict[str, str], memory: Memory) -> dict[str, Dossier]:
    memory.turn()
    return dict(dossiers(_read(files, memory), TODAY, memory))


def _edited(path: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new)}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_renews_the_journeys_that_show_it_and_no_others(edit: str) -> None:
    path, old, new, touched = EDITS[edit]
    memory = Memory()
    before, after = _known(FILES, memory), _known(_edited(path, old, new), memory)
    assert {name for name in after if after[name] is not before[name]} == touched


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_taken_over_is_what_would_be_found_anew(edit: str) -> None:
    path, old, new, _ = EDITS[edit]
    memory = Memory()
    casts(_read(FILES, memory), TODAY, memory)
    after = _read(_edited(path, old, new), memory)
    assert casts(after, TODAY, memory) == casts(after, TODAY, Memory())


def test_a_map_more_or_less_is_seen_by_its_neighbours() -> None:
    memory = Memory()
    fewer = {path: text for path, text in FILES.items() if "whole" not in path and "call" not in path}
    before, after = _known(fewer, memory), _known(FILES | {"journeys/call.yml": "title: Call\n" + CAUSED}, memory)
    assert after.keys() - before.keys() == {"call", "whole"}
    again = _read(fewer, memory)
    assert casts(again, TODAY, memory) == casts(again, TODAY, Memory())


def test_what_is_made_of_a_journey_is_made_once() -> None:
    asked: list[Aspect] = []

    def title(aspect: Aspect) -> str:
        asked.append(aspect)
        return aspect.journey.title

    known = _known(FILES, Memory())["now"]
    assert [known.part(title), known.part(title), len(asked)] == ["Now", "Now", 1]


def test_what_nobody_needs_any_more_is_gone_without_the_collector_of_circles() -> None:
    frame = Frame("", "", "en", "ltr", (), "", "")
    gc.disable()
    try:
        known = _known(FILES, Memory())["now"]
        pages = JourneyPages(known, "journeys/now.yml", frame, wording())
        assert pages.map.make().title == "Now"
        assert known.past().due == known.due()
        assert all(draft.make() for draft in pages.others)
        dossier, journey = weakref.ref(known), weakref.ref(known.surveys()[0].cast.journey)
        del known, pages
        assert (dossier(), journey()) == (None, None)
    finally:
        gc.enable()
