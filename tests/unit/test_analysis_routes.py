"""Routes: which steps each walks, who takes it, and how many do."""

from cjsite.analysis.columns import columns
from cjsite.analysis.routes import Route, main_route, on_route, routes
from tests.support.journeys import journey

STEPS: tuple[dict[str, object], ...] = (
    {},
    {"path": "a"},
    {"path": ["b", "main"]},
    {"path": ["a", "b"]},
    {"path": "main"},
    {},
)


def _walked(*found: Route) -> dict[str, list[str]]:
    return {route.name: [step.id for step in route.steps] for route in found}


def test_a_route_walks_the_steps_of_all_and_its_own_in_the_order_of_the_file() -> None:
    assert _walked(*routes(journey(*STEPS, paths=["b", "a"]))) == {
        "main": ["s1", "s3", "s5", "s6"],
        "b": ["s1", "s3", "s4", "s6"],
        "a": ["s1", "s2", "s4", "s6"],
    }


def test_a_journey_without_paths_has_one_route_that_all_take() -> None:
    (only,) = routes(journey({}, {}, personas=["priya"]))
    assert (only.name, only.title, only.share, only.personas) == ("main", "", 100, ("priya",))
    assert _walked(only) == {"main": ["s1", "s2"]}


def test_the_main_route_has_what_the_paths_leave() -> None:
    known = journey(paths={"a": {"share": "33.3%"}, "b": {"share": "66.6%"}})
    assert [route.share for route in routes(known)] == [0.1, 33.3, 66.6]
    unknown = journey(paths={"a": {"share": "33.3%"}, "b": {}})
    assert [route.share for route in routes(unknown)] == [None, 33.3, None]
    stated = journey(paths={"a": {"share": "33.3%"}, "b": {}, "main": {"share": "50%"}})
    assert [(route.name, route.share) for route in routes(stated)] == [("main", 50), ("a", 33.3), ("b", None)]


def test_the_main_route_may_have_a_title_and_stays_the_first() -> None:
    found = routes(journey(paths={"a": "By boat", "main": "On foot"}))
    assert [(route.name, route.title) for route in found] == [("main", "On foot"), ("a", "By boat")]


def test_a_path_that_only_some_may_take_leaves_them_the_main_route() -> None:
    found = routes(journey(personas=["jo", "bo"], paths={"a": {"personas": "bo"}, "b": {}}))
    assert [(route.name, route.personas) for route in found] == [
        ("main", ("jo", "bo")),
        ("a", ("bo",)),
        ("b", ("jo", "bo")),
    ]


def test_columns_of_a_route() -> None:
    points = columns(journey({"touchpoints": ["one", "two"]}, {"path": "a"}, {"path": "main"}, paths=["a"]))
    assert [column.id for column in on_route(points, "a")] == ["one", "two", "s2"]
    assert [column.id for column in main_route(points)] == ["one", "two", "s3"]
