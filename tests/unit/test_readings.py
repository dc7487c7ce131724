"""What the pages say of a journey that several personas live, each on several routes."""

from cjsite.analysis.avoidable import avoidable
from cjsite.analysis.columns import columns
from cjsite.analysis.feeling import figures, line
from cjsite.analysis.peak_end import so_far
from cjsite.analysis.readings import over_customers, readings
from cjsite.model.content import Content
from cjsite.model.emotion import Scale
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.touchpoint_summary import touchpoint_summary
from tests.support.content import content
from tests.support.journeys import journey
from tests.support.page import TODAY, data, document
from tests.support.summary import findings, summary

PEOPLE = "-- personas/ana.yml --\ntitle: Ana\n-- personas/bo.yml --\ntitle: Bo\n"
HOUSE = """
-- departments.yml --
shop: Shop
store: Store
-- channels.yml --
web: {title: The web, control: owned}
desk: {title: The desk, control: owned}
"""


def _site(*steps: str, paths: str = "{}", people: str = "[ana, bo]") -> Content:
    written = f"title: A\npersonas: {people}\npaths: {paths}\nstages: [{{title: S, steps: [{', '.join(steps)}]}}]"
    return content(f"-- journeys/a.yml --\n{written}\n{PEOPLE}{HOUSE}")


def _summary(site: Content) -> JourneySummary:
    return summary(site, TODAY).journeys[0]


def _figures(site: Content) -> dict[str, tuple[str, str]]:
    """Return the figures by kind and, of those of one line among several, whose they are."""
    every = data(site).figures
    return {", ".join(filter(None, (f.kind, f.whose))): (f.value, f.note) for f in every}


def test_a_page_first_tells_of_whoever_fares_worst() -> None:
    site = _site("{title: Asks, emotions: {ana: 1, bo: -2}}", "{title: Leaves, emotions: {ana: 0.5, bo: 2}}")
    shown = _figures(site)
    assert shown["lowest"] == ("−2.0", "Bo")
    assert shown["highest, Bo"] == ("+2.0", "")
    assert shown["ending, Bo"] == ("+2.0", "on average 0.0")
    assert shown["lowest, Ana"] == ("+0.5", "")
    assert "lowest, Bo" not in shown, "it has been said of all"
    card, feelings = _summary(site).card, _summary(site).feelings
    assert card.extremes.lowest and card.extremes.lowest.felt.value == -2
    assert (card.whose, feelings.whose, card.health.mean, feelings.mean) == (("Bo",), ("Bo",), 0.0, 0.0)


def test_who_fares_as_badly_is_named_too() -> None:
    site = _site("{title: Asks, emotions: {ana: -1, bo: 1}}", "{title: Leaves, emotions: {ana: 1, bo: -1}}")
    assert _figures(site)["lowest"] == ("−1.0", "Ana, Bo")


def test_where_all_feel_alike_nobody_is_named() -> None:
    site = _site("{title: Asks, emotion: -1}", "{title: Leaves, emotion: 1}")
    assert _figures(site)["lowest"] == ("−1.0", "")
    assert _summary(site).card.whose == ()
    assert data(site).readings == ()


def test_a_moment_is_judged_for_whoever_feels_worst_there() -> None:
    site = _site("{title: Asks, moment_of_truth: {asks: Stay?}, emotions: {ana: 1, bo: -2}}")
    (moment,) = _summary(site).insights.moments
    assert moment.at_risk
    assert (moment.felt.value, moment.felt.people) == (-2, ("Bo",))


def test_what_is_known_of_one_persona_is_known() -> None:
    site = _site("{title: Asks, emotions: {bo: -1}}", "{title: Thinks}")
    unknown = [found.message for found in findings(site, TODAY) if found.code == "F101"]
    assert len(unknown) == 1 and "Thinks" in unknown[0]
    insights = _summary(site).insights
    assert [point.felt.at.title for point in insights.to_find_out] == ["Thinks"]
    assert [low.felt.value for low in _summary(site).feelings.lows] == [-1]


def test_the_walk_tells_of_every_persona() -> None:
    site = _site("{title: Asks, emotions: {ana: {value: 1, words: Glad}, bo: {value: -2, words: Lost}}}")
    text = document(site, "walk/a.html").text
    assert "Glad +1.0 Ana" in text and "Lost −2.0 Bo" in text


def test_a_department_sees_whoever_feels_worst() -> None:
    site = _site("{title: Asks, channel: web, department: shop, emotions: {ana: 1, bo: -2}}")
    (part,) = [part for part in _summary(site).departments if part.department == "shop"]
    text = document(site, "departments/shop.html").text
    assert part and "−2.0 Bo" in text


ROUTES = ("{title: Asks, emotion: 1, duration: 10m, contacts: 1}",
          "{title: Waits, path: main, emotion: 2, wait: 2h}",
          "{title: Calls, path: call, emotion: -2, duration: 1h, contacts: 1}",
          "{title: Is helped, emotion: 1, duration: 10m, contacts: 1}")  # fmt: skip


def test_branches_that_exclude_each_other_are_never_added_up() -> None:
    site = _site(*ROUTES, paths="{call: {title: By phone, share: 25%}}", people="[ana]")
    effort = _summary(site).insights.effort
    assert effort.whole.minutes and effort.whole.minutes.high == 20 and effort.whole.contacts == 2
    assert _figures(site)["effort"] == (
        "at least 20 min",
        "stated at 2 of 3, Main route, 2 h waiting, 2 contacts",
    )
    way, customers = effort.routes
    assert way.minutes and (way.route, way.share, way.minutes.high, way.contacts) == ("By phone", 25, 80, 3)
    assert customers.minutes and customers.over_all
    assert (customers.minutes.high, customers.contacts) == (0.75 * 20 + 0.25 * 80, 2.25)


def test_a_drop_stays_on_one_route() -> None:
    site = _site(*ROUTES, paths="{call: {share: 25%}}", people="[ana]")
    drop = _summary(site).feelings.drop
    assert drop and (drop.start.title, drop.end.title, drop.size) == ("Waits", "Is helped", -1)
    steep = [found.message for found in findings(site, TODAY) if found.code == "F110"]
    assert len(steep) == 1 and "Asks" in steep[0] and "Calls" in steep[0] and "Waits" not in steep[0]


def test_each_persona_on_each_route_has_figures_and_customers_a_mean() -> None:
    site = _site(*ROUTES, paths="{call: {title: By phone, share: 25%, personas: [bo]}}")
    rows = {row.who: row.cells for row in data(site).readings}
    assert [*rows] == [
        "Ana, Main route, 75%",
        "Bo, Main route, 75%",
        "Bo, By phone, 25%",
        "Bo, Mean over customers",
    ]
    lowest, highest, ending, mean, _, time, *_ = rows["Bo, By phone, 25%"]
    assert (lowest, highest, ending, mean, time) == ("−2.0", "+1.0", "+1.0", "0.0", "1 h 20 min")
    assert rows["Bo, Mean over customers"][3] == "+1.0", "three in four feel 1⅓, one in four 0"
    assert _figures(site)["lowest"] == ("−2.0", "Bo, By phone, 25%")
    assert _figures(site)["highest, Bo"][0] == "+2.0"


def test_routes_without_known_shares_have_no_mean_over_customers() -> None:
    rows = data(_site(*ROUTES, paths="{call: By phone}", people="[ana]")).readings
    assert [row.who for row in rows] == ["Main route", "By phone"]
    assert over_customers([(100.0, 1.0), (None, 2.0)]) is None


def test_the_mean_of_a_channel_is_the_mean() -> None:
    """It was the strongest sample of each touchpoint."""
    site = _site("{title: Asks, channel: web, emotion: [-2, 1]}", "{title: Pays, channel: web, emotion: 1}")
    (met,) = (felt for name, felt in touchpoint_summary(_summary(site).insights).met if name == "web")
    assert met.felt.mean == 0.25 == _summary(site).feelings.mean


def test_a_touchpoint_weighs_the_same_whoever_is_known_there() -> None:
    site = _site(
        "{title: Asks, channel: web, emotions: {ana: 1, bo: -2}}", "{title: Pays, channel: web, emotion: 1}"
    )
    (met,) = (felt for name, felt in touchpoint_summary(_summary(site).insights).met if name == "web")
    assert met.felt.mean == (-0.5 + 1) / 2


def test_the_line_so_far_ends_at_the_mean() -> None:
    found = journey({"emotion": [2, 1, 0]}, {"emotion": -1})
    points = line(columns(found), "", Scale(), {})
    assert so_far(points)[-1] == figures(points).mean == 0
    assert so_far(points) == (2, 1.5, 1, 0)


def test_a_touchpoint_that_is_blamed_charges_its_own_department() -> None:
    touchpoints = [{"title": "Form", "id": "form", "department": "shop"}, {"title": "Mail", "department": "store"}]
    found = journey({"id": "orders", "touchpoints": touchpoints}, {"caused_by": "form"}, {"caused_by": "orders"})
    assert [one.department for one in avoidable(columns(found))] == ["shop", "store"]


def test_a_step_told_as_a_whole_keeps_its_feeling_and_its_touchpoints() -> None:
    touchpoints = "{title: A, channel: web}, {title: B, channel: web, emotion: 0.4}, {title: C, channel: web}"
    step = f"{{title: Asks, emotion: -1.7, touchpoints: [{touchpoints}]}}"
    site = _site(step, "{title: Pays, channel: web, emotion: 1}", people="[ana]")
    found = _summary(site)
    assert _figures(site)["lowest"][0] == "−1.7"
    reach = touchpoint_summary(found.insights)
    assert reach.count == found.insights.known.total == 4
    assert [felt.touchpoints.count for name, felt in reach.met if name == "web"] == [4]


def test_a_persona_reads_only_the_routes_that_are_open() -> None:
    paths = {"call": {"personas": ["bo"]}}
    found = journey({}, {"path": "call", "emotion": -1}, paths=paths, personas=["ana", "bo"])
    every = readings(found, columns(found), Scale(), {})
    assert [(one.persona, one.route.name, len(one.columns)) for one in every] == [
        ("ana", "main", 1), ("bo", "main", 1), ("bo", "call", 2),
    ]  # fmt: skip
