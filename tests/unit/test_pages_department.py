"""A department's view: it selects what concerns the department, from every journey, and adds nothing."""

from cjsite.model.content import Content
from cjsite.pages.department import DepartmentData, MeanFeeling
from cjsite.pages.department_touchpoints import DepartmentTouchpointsData
from cjsite.pages.departments import DepartmentsData
from cjsite.summaries.department_work import DRAWN
from cjsite.summaries.thumbnail import Position, ThumbnailFace, numbered
from tests.support.content import content
from tests.support.page import document, page

SITE = """
-- departments.yml --
support: {title: Service, lead: Ana, interest: What hurts on the phone}
store: {title: Store, faces_customer: false}
board: {title: Board}
idle: {title: Idle}
-- channels.yml --
phone: {title: Phone}
chat: {title: Chat}
-- evidence.yml --
talks: {title: Interviews, source: customer}
desk: {title: Staff, source: employee}
-- opportunities.yml --
callback: {title: Call back, value: 5, owner: support, status: doing, steps: [a#waits]}
shelf: {title: Better shelf, value: 3, owner: store, steps: [a#packs]}
done: {title: Done already, value: 5, owner: support, status: done, steps: [a#waits]}
-- metrics.yml --
queue: {title: Queue, unit: min, target: 4, better: lower}
-- journeys/a.csv --
step,metric,date,value
waits,queue,2026-08-01,9
waits,queue,2026-09-01,7
-- journeys/a.yml --
title: A
segment: Commuters
owner: board
reviewed_on: 2024-01-01
stages:
  - title: All
    steps:
      - title: Waits
        channel: phone
        department: support
        emotion: -2
        importance: 5
        evidence: [desk]
        moment_of_truth: {asks: Stay?, bails_out: Hangs up, bail_rate: 30%}
        handoff:
          - {to: store, carries: The order, quality: poor, wait: 2d}
          - {to: store, carries: The name, quality: good}
        pain_points: [{text: Music, severity: 3}, {text: Shelf is empty, severity: 5, department: store}]
        work: {done_by: customer, should_be_by: support}
      - title: Packs
        backstage: [{department: store, does: Packs it, system: WMS}]
        emotion: 1
        handoff: {to: support, carries: A note}
        pain_points: [{text: Dust, severity: 5}]
      - title: Chats
        channel: chat
        department: support
        evidence: [talks]
-- journeys/b.yml --
title: B
state: to-be
derived_from: a
stages: [{title: All, steps: [{title: Waits, department: support, emotion: 2}]}]
"""


def _view(name: str, one: Content | None = None) -> DepartmentData:
    shown = page(one or content(SITE), f"departments/{name}.html").data
    assert isinstance(shown, DepartmentData)
    return shown


def test_a_department_sees_its_touchpoints_on_every_line() -> None:
    view = _view("support")
    part, plan = (*view.parts, *view.plans)
    assert (part.filtered, part.people) == ("journeys/a.html?department=support", ("Commuters",))
    assert [(face.number, face.band, face.firm, face.moment) for face in part.faces] == [
        (1, "very-bad", False, True),
        (3, "unknown", False, False),
    ]
    assert [touchpoint.at.url for touchpoint in part.touchpoints] == [
        "journeys/a.html#at-waits",
        "journeys/a.html#at-chats",
    ]
    assert (plan.state, view.health.touchpoints, view.front) == ("to-be", 2, 2), "a plan counts for no figure"
    assert (view.health.mean, view.average) == (-2.0, MeanFeeling(-0.5, -0.5))
    assert view.channels == ("Phone", "Chat")


def test_work_out_of_sight_is_shown_as_such() -> None:
    (part,) = _view("store").parts
    assert [(face.number, face.role) for face in part.faces] == [(2, "back")]
    (touchpoint,) = part.touchpoints
    assert (touchpoint.role, touchpoint.work) == ("back", ("Packs it",))
    assert "Works behind the scenes at 1 touchpoint" in document(content(SITE), "departments/store.html").text


def test_pains_go_to_who_can_mend_them_else_to_who_is_there() -> None:
    assert [(pain.text, pain.weight) for pain in _view("support").pains.first] == [("Music", 15)]
    store = [(pain.text, pain.weight, pain.planned) for pain in _view("store").pains.first]
    assert store == [("Shelf is empty", 25, True), ("Dust", 15, True)]


def test_opportunities_that_are_over_are_left_out() -> None:
    view = _view("support")
    assert [opportunity.title for opportunity in view.opportunities.first] == ["Call back"]
    assert view.doing == 1


def test_handoffs_are_bundled_by_the_other_side_the_worst_first() -> None:
    view = _view("support")
    (given,) = view.given
    assert (given.other.title, given.quality) == ("Store", "poor")
    assert [item.carries for item in given.items.first] == ["The order", "The name"]
    (received,) = view.received
    assert (received.quality, len(view.bundle.left.links)) == ("", 1)
    assert (view.health.handoffs, view.health.broken) == (3, 1)


def test_moments_gaps_tasks_and_reviews() -> None:
    view = _view("support")
    (moment,) = view.moments.first
    assert (moment.asks, moment.bail_rate, moment.risk) == ("Stay?", 30.0, "high")
    assert moment.measure is not None
    assert (moment.measure.value, moment.measure.met) == (7.0, False)
    assert [gap.at.title for gap in view.gaps.first] == ["Waits"]
    assert [task.done_by for task in view.misplaced.first] == ["customer"]
    assert [(due.journey.title, due.is_late, due.ours) for due in view.reviews.first] == [("A", True, 2)]


def test_who_only_answers_for_a_map_sees_it() -> None:
    view = _view("board")
    (part,) = view.parts
    assert (part.owns, part.faces, view.overdue) == (True, (), 1)
    assert "We answer for this map" in document(content(SITE), "departments/board.html").text


def test_a_department_without_anything_says_so() -> None:
    shown = document(content(SITE), "departments/idle.html")
    assert "This department does not appear on any map yet." in shown.text
    assert "Pain points" not in shown.text


def test_the_page_says_it_all() -> None:
    shown = document(content(SITE), "departments/support.html")
    said = (
        "Meets customers at 2 touchpoints in 1 of 1 journey, mostly by Phone and Chat.", "What hurts on the phone",
        "Lead: Ana", "all departments −0.5", "Hangs up", "Queue", "▼ target 4", "We lead.", "after 2d", "broken:",
        "The order", "done by the customer", "Staff only", "Board answers for it, 2 touchpoints of ours",
    )  # fmt: skip
    assert [words for words in said if words not in shown.text] == []
    assert len(shown.ids) == len(set(shown.ids))


def test_the_list_compares_departments() -> None:
    shown = page(content(SITE), "departments/index.html").data
    assert isinstance(shown, DepartmentsData)
    assert [entry.department.title for entry in shown.entries] == ["Service", "Store", "Board", "Idle"]
    support, store, board, _ = shown.entries
    assert (support.front, support.journeys, support.overdue, support.health.broken) == (2, 1, 1, 1)
    assert (store.front, store.journeys, store.health.severe) == (0, 1, 2)
    assert (board.answers, board.maps, board.health.touchpoints) == (1, 1, 0)
    assert "Does not appear on any map yet." in document(content(SITE), "departments/index.html").text


def test_a_feeling_of_a_whole_step_is_one_face() -> None:
    site = """
-- departments.yml --
support: {title: Service}
-- journeys/a.yml --
title: A
stages:
  - title: All
    steps:
      - title: Waits
        emotion: -1
        touchpoints: [{title: First, department: support}, {title: Second, department: support}]
"""
    (part,) = _view("support", content(site)).parts
    assert [(face.number, face.band) for face in part.faces] == [(1, "bad")]
    assert [touchpoint.value for touchpoint in part.touchpoints] == [-1.0, -1.0]


def test_journeys_beyond_those_that_are_drawn_are_links_the_worst_first() -> None:
    step = "{title: Waits, department: support, emotion: %s}"
    maps = "".join(
        f"-- journeys/m{n}.yml --\ntitle: M{n}\nstages: [{{title: All, steps: [{step % (n / 20 - 1)}]}}]\n"
        for n in range(30)
    )
    view = _view("support", content("-- departments.yml --\nsupport: {title: Support}\n" + maps))
    assert [part.journey.title for part in view.parts] == [f"M{n}" for n in range(DRAWN)]
    assert [one.journey.title for one in view.further] == [f"M{n}" for n in range(DRAWN, 30)]
    assert [one.touchpoints for one in view.further] == [1] * (30 - DRAWN)


def test_where_nobody_takes_the_main_route_there_is_no_mean_of_all() -> None:
    aside = (
        "paths: {quick: }\nstages: [{title: S, steps: [{title: One, path: quick, emotion: 1, department: store}]}]"
    )
    site = content(f"-- departments.yml --\nstore: Store\n-- journeys/a.yml --\ntitle: A\n{aside}\n")
    for url in ("departments/index.html", "departments/store.html"):
        shown = document(site, url)
        assert "+1.0" in shown.text
        assert sum("strip" in one.attributes.get("class", "").split() for one in shown.elements) == 1


def test_all_touchpoints_stand_in_one_list_the_worst_first_and_the_future_last() -> None:
    view, shown = _view("support"), page(content(SITE), "departments/support/touchpoints.html").data
    assert isinstance(shown, DepartmentTouchpointsData)
    assert [(row.entry.at.url, row.counted) for row in shown.rows] == [
        ("journeys/a.html#at-waits", True),
        ("journeys/a.html#at-chats", True),
        ("journeys/b.html#at-waits", False),
    ]
    assert (view.worst.first, view.worst.count) == (shown.rows, shown.count)
    said = document(content(SITE), "departments/store/touchpoints.html").text
    assert "The worst feeling stands first" in said and "Behind the scenes: Packs it" in said


def test_a_department_without_a_touchpoint_has_no_list_of_them() -> None:
    assert not [name for name in ("board", "idle") if _view(name).worst.count]
    assert "All 3 touchpoints" in document(content(SITE), "departments/support.html").text


def test_the_map_with_the_worst_touchpoint_is_first_whatever_the_mean() -> None:
    maps = """
-- departments.yml --
support: {title: Service}
-- journeys/even.yml --
title: Even
stages: [{title: All, steps: [{title: Calls, department: support, emotion: -1}]}]
-- journeys/low.yml --
title: Low
stages:
  - title: All
    steps:
      - {title: Calls, department: support, emotion: -2}
      - {title: Thanks, department: support, emotion: 2}
"""
    assert [part.journey.title for part in _view("support", content(maps)).parts] == ["Low", "Even"]


def test_numbers_of_faces_stand_on_no_others() -> None:
    places = [(10, 30, True), (12, 32, True), (12.5, 30, False), (13.6, 30, True)]
    faces = [
        ThumbnailFace(Position(f"{x}%", f"{y}%"), number, "good", True, "front", False, above)
        for number, (x, y, above) in enumerate(places)
    ]
    assert [face.is_numbered for face in numbered(faces)] == [True, False, True, True]
