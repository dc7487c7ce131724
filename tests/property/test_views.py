"""What holds for the views of departments, whatever is on the maps."""

import json
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.moments import is_before_purchase
from cjsite.model.content import Content
from cjsite.model.journey import Stage
from cjsite.model.registry import ViewName
from cjsite.model.touchpoint import MomentOfTruth
from cjsite.pages.department import DepartmentData
from cjsite.pages.department_views import DepartmentViews
from cjsite.pages.insights.effort import EffortData
from cjsite.summaries.toplist import SHOWN, TopList
from tests.property.test_analysis import steps
from tests.support.content import content
from tests.support.page import page
from tests.support.soak import share

NAMES = ("a", "b", "c")
VIEWS = st.lists(st.sampled_from(get_args(ViewName)), max_size=5)
KINDS = st.sampled_from([None, "zero", "first", "second", "third"])
PHASES = st.sampled_from([None, "before", "during", "after"])


def _site(found: list[dict[str, Any]], owner: str, asked: list[str]) -> Content:
    """Return a site of one map and three departments, all of which ask for the same."""
    named = [{"title": f"Step {n}", "id": f"s{n}", **step} for n, step in enumerate(found, 1)]
    stages = [{"title": "All", "goal": "Go", "phase": "before", "steps": named}]
    files = {
        "departments.yml": {name: {"title": name, "interest": {"views": asked}} for name in NAMES},
        "channels.yml": {name: {"title": name} for name in NAMES},
        "journeys/m.yml": {"title": "M", "owner": owner, "stages": stages},
    }
    return content("".join(f"-- {path} --\n{json.dumps(tree)}\n" for path, tree in files.items()))


def _views(site: Content) -> dict[str, DepartmentViews]:
    found = {}
    for name in NAMES:
        shown = page(site, f"departments/{name}.html").data
        assert isinstance(shown, DepartmentData)
        found[name] = shown.views
    return found


@share(0.3)
@given(steps(), st.sampled_from(NAMES), VIEWS)
def test_each_view_is_shown_once_and_in_the_order_asked_for(
    found: list[dict[str, Any]], owner: str, asked: list[str]
) -> None:
    site = _site(found, owner, asked)
    plain = _views(_site(found, owner, []))
    for name, views in _views(site).items():
        shown = views.first + views.then
        assert len(shown) == len(set(shown))
        wanted = [one for one in dict.fromkeys(asked) if one in views.first]
        assert [one for one in views.first if one in asked] == wanted
        assert not set(views.then) & set(asked)
        # Asking changes the order alone, but for the summary, which is there for whoever asks.
        assert set(shown) - {"summary"} == set(plain[name].first + plain[name].then) - {"summary"}
        assert ("summary" in shown) == (views.focus is not None)
        assert "summary" in shown or "summary" not in asked


@share(0.3)
@given(steps(), st.sampled_from(NAMES))
def test_what_is_found_stands_with_those_who_work_there(found: list[dict[str, Any]], owner: str) -> None:
    works = {name: {n for n, step in enumerate(found, 1) if step.get("department") == name} for name in NAMES}
    for name, views in _views(_site(found, owner, [])).items():
        places = {f"journeys/m.html#at-s{n}" for n in works[name]} | (
            {"journeys/m.html"} if name == owner else set()
        )
        assert {finding.entry.at.url for finding in views.findings.listed.first} <= places
        assert views.findings.listed.count == sum(one.count for one in views.findings.maps.first)
        warns = [finding.warns for finding in views.findings.listed.first]
        assert warns == sorted(warns, reverse=True)
        longest = [wait.minutes.largest_first for wait in views.waits.first]
        assert longest == sorted(longest)
        assert {wait.at.number for wait in views.waits.first} <= works[name]


@share(0.3)
@given(steps(), st.sampled_from(NAMES))
def test_failure_demand_counts_once_for_who_caused_it(found: list[dict[str, Any]], owner: str) -> None:
    site = _site(found, owner, [])
    effort = page(site, "insights/effort.html").data
    assert isinstance(effort, EffortData)
    named = [one for debt in effort.owed if debt.who.url for one in debt.spared if one.reason == "failure"]
    views = _views(site).values()
    assert sum(one.failures.caused.count for one in views) == len(named)
    assert sum(one.failures.journeys for one in views) == len({(one.at.journey, one.who) for one in named})


@given(st.lists(st.integers(), max_size=3 * SHOWN))
def test_a_ranked_list_keeps_the_first_and_counts_all(entries: list[int]) -> None:
    ranked = TopList.of(entries, SHOWN)
    assert ranked.count == len(entries)
    assert list(ranked.first) == entries[: len(ranked.first)]
    assert len(ranked.first) == min(len(entries), SHOWN)


@given(KINDS, PHASES, PHASES)
def test_a_kind_outweighs_the_phase(kind: Any, phase: Any, other: Any) -> None:
    told = MomentOfTruth(kind=kind)
    before = is_before_purchase(told, Stage(title="S", phase=phase))
    if kind:
        assert before == is_before_purchase(told, Stage(title="S", phase=other)) == (kind in ("zero", "first"))
    else:
        assert before == (phase == "before")
