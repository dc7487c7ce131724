"""What holds for the routes of every journey."""

from math import isclose
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.columns import columns
from cjsite.analysis.routes import on_route, routes
from cjsite.model.journey import Journey
from tests.support.journeys import journey

PEOPLE = ("jo", "bo", "mo")


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Return a journey of up to four paths whose shares, where they are stated, leave something or nothing."""
    names = draw(st.lists(st.sampled_from("abcd"), unique=True))
    left, paths = 1000, {}
    for name in names:
        path: dict[str, Any] = {"personas": draw(st.lists(st.sampled_from(PEOPLE), unique=True))}
        tenths = draw(st.none() | st.integers(0, left))
        if tenths is not None:
            left, path["share"] = left - tenths, f"{tenths / 10}%"
        paths[name] = path
    ways = st.lists(st.sampled_from([*names, "main"]), unique=True)
    steps = [{"path": way, "touchpoints": ["x"] * draw(st.integers(0, 2))} for way in draw(st.lists(ways))]
    return journey(*steps, paths=paths, personas=list(PEOPLE))


@given(journeys())
def test_every_step_is_on_a_route_and_every_route_keeps_the_order(found: Journey) -> None:
    every = [step.id for step in found.steps()]
    walked = [[step.id for step in route.steps] for route in routes(found)]
    assert {name for names in walked for name in names} == set(every)
    assert all(names == [name for name in every if name in names] for names in walked)


@given(journeys())
def test_main_and_the_paths_are_all_routes(found: Journey) -> None:
    assert [route.name for route in routes(found)] == ["main", *found.paths]


@given(journeys())
def test_known_shares_are_all_customers(found: Journey) -> None:
    main, *others = (route.share for route in routes(found))
    known = [share for share in others if share is not None]
    assert (main is None) == (len(known) < len(others))
    if main is not None:
        assert 0 <= main <= 100
        assert isclose(main + sum(known), 100)


@given(journeys())
def test_everybody_may_take_the_main_route_and_somebody_each_other(found: Journey) -> None:
    main, *others = routes(found)
    assert main.personas == PEOPLE
    assert all(route.personas and set(route.personas) <= set(PEOPLE) for route in others)


@given(journeys())
def test_a_route_comes_by_all_columns_of_its_steps(found: Journey) -> None:
    points = columns(found)
    for route in routes(found):
        walked = {id(step) for step in route.steps}
        assert on_route(points, route.name) == tuple(c for c in points if id(c.step) in walked)
