"""What makes a map worthless is found, and an honest one like it is not."""

import pytest

from tests.support.content import content
from tests.support.summary import findings
from tests.unit.test_rules_reward_honesty import REST, TODAY, codes, codes_at

METRICS = "-- metrics.yml --\ntill: {title: Minutes, target: 3, better: lower}\nkept: {title: Kept, target: 80}\n"


def at(step: str, fields: str = "") -> set[str]:
    return codes_at(f"{{title: Pays, id: pays, {step}}}", fields, METRICS)


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("metrics: {till: 9}", True),
        ("metrics: {kept: 79}", True),
        ("metrics: {till: 3}", False),
        ("metrics: {till: 9}, opportunities: A second till", False),
        ("metrics: {till: 9}, opportunities: {title: A second till, status: dropped}", True),
        ("metrics: {csat: 1}", False),
        ("metrics: [Minutes at the till]", False),
    ],
)
def test_a_target_missed_and_nothing_planned(step: str, is_found: bool) -> None:
    assert ("F116" in at(step)) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("emotion: -1.5, satisfaction: 4.8", True),
        ("emotion: 1.5, satisfaction: 1.4", True),
        ("emotion: -1.5, satisfaction: 2", False),
        ("emotion: 1.5, satisfaction: 4.8", False),
        ("emotion: -0.4, satisfaction: 4.8", False),
        ("satisfaction: 4.8", False),
        ("emotion: 1.5, satisfaction: 9", False),
        ("emotion: -1.5, satisfaction: 9", True),
        ("emotion: -1.5, metrics: {csat: 4.8}", True),
        ("emotion: 1.5, metrics: {csat: 1.2}", True),
        ("emotion: 1.5, metrics: {csat: 4.2}", False),
        ("emotion: -2, metrics: {till: 2}", True),
        ("emotion: {value: -2, trigger: The card is refused}, metrics: {till: 2}", False),
        ("emotion: 2, metrics: {kept: 20}", True),
        ("emotion: 2, metrics: {kept: 20}, opportunities: Say it before", False),
        ("emotion: 2, metrics: {kept: 90}", False),
    ],
)
def test_a_figure_that_says_the_contrary_of_the_feeling(step: str, is_found: bool) -> None:
    assert ("F117" in at(step)) is is_found


def test_a_figure_contradicts_only_what_all_feel() -> None:
    people = "personas: [ana, bo]"
    assert "F117" in at("satisfaction: 4.8, emotions: {ana: -1, bo: -2}", people)
    assert "F117" not in at("satisfaction: 4.8, emotions: {ana: 1, bo: -2}", people)


def _dated(day: str, fields: str = "") -> set[str]:
    table = f"-- journeys/a.csv --\nstep,metric,date,value\npays,csat,2020-01-01,3\npays,csat,{day},3\n"
    return codes_at("{title: Pays, id: pays}", fields, METRICS + table)


def test_a_figure_older_than_a_review_cycle() -> None:
    assert "R110" in _dated("2025-11-20")
    assert "R110" not in _dated("2025-11-21")
    assert "R110" in _dated("2026-07-01", "review_every: 3 months")
    assert "R110" not in _dated("2025-11-20", "status: archived")


def _felt(*values: float) -> str:
    return ", ".join(f"{{title: T{n}, emotion: {value}}}" for n, value in enumerate(values))


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ((1, 2, 0.5, 1), "F118"),
        ((0, 0, 0, 0), "F119"),
        ((-1, -1, -1, -1.5), "F119"),
        ((1, 2, -0.5, 1), ""),
        ((1, 2, 0.5), ""),
    ],
)
def test_a_line_without_a_low_or_without_any_shape(values: tuple[float, ...], code: str) -> None:
    assert codes_at(_felt(*values)) & {"F118", "F119"} == ({code} if code else set())
    assert not codes_at(_felt(*values), "state: to-be") & {"F118", "F119"}


def test_one_persona_may_be_happy_where_another_is_not() -> None:
    steps = ", ".join(f"{{title: T{n}, emotions: {{ana: {n}.0, bo: {-n}.0}}}}" for n in (0, 1, 2, 1))
    assert not codes_at(steps, "personas: [ana, bo]") & {"F118", "F119"}


@pytest.mark.parametrize(
    "title",
    [
        "Marketing",
        "Sales",
        "Vertrieb",
        "Customer service",
        "Buchhaltung",
        "IT",
        "2. Sales",
        "Rechtsabteilung",
        "The store department",
        "Store",
    ],
)
def test_a_stage_named_after_a_department(title: str) -> None:
    assert "S118" in codes(f"[{{title: {title}, steps: [{{title: Pays, department: store}}]}}]")


@pytest.mark.parametrize(
    "title",
    [
        "It works",
        "Buys",
        "Salesroom",
        "Storing it",
        "Legal preparation",
        "Procurement and contract",
        "Asks customer service",
        "Kauft ein",
    ],
)
def test_a_stage_named_after_what_customers_do(title: str) -> None:
    assert "S118" not in codes(f"[{{title: {title}, steps: [{{title: Pays, department: store}}]}}]")


@pytest.mark.parametrize(
    "step",
    [
        "title: We check the order",
        "title: Checks, actions: [Waits, The system sends a text]",
        "title: Unsere Prüfung",
        "title: Prüft, actions: Das System prüft die Bonität",
        "title: Pays, touchpoints: [Our terminal, Slip]",
    ],
)
def test_a_step_told_by_us(step: str) -> None:
    assert "S119" in codes_at(f"{{{step}}}")


@pytest.mark.parametrize(
    "step",
    [
        "title: Reads what we wrote",
        "title: \"'We miss you'\"",
        "title: Western road",
        "title: Systematic search",
        "title: Wirft es weg",
        "title: We choose together, actions: I ask the children first",
    ],
)
def test_a_step_told_by_the_customer(step: str) -> None:
    assert "S119" not in codes_at(f"{{{step}}}")


@pytest.mark.parametrize(
    ("paths", "is_found"),
    [
        ("{online: {share: 70%}}", True),
        ("{online: {share: 30%}}", False),
        ("{online: {share: 50%}}", False),
        ("{online: {}}", False),
        ("{late: {share: 25%}, online: {share: 40%}}", True),
    ],
)
def test_a_main_route_that_is_the_minority(paths: str, is_found: bool) -> None:
    steps = "{title: A}, {title: B, path: online}" + (", {title: C, path: late}" if "late" in paths else "")
    assert ("S120" in codes_at(steps, f"paths: {paths}")) is is_found


PAIN = "pain_points: {text: The queue, severity: 5}"
RISK = "moment_of_truth: {asks: Stay?, bail_rate: 40%}"


@pytest.mark.parametrize(
    ("now", "future", "is_found"),
    [
        (PAIN, PAIN, True),
        (PAIN, f"{PAIN}, channel: phone", True),
        (PAIN, "wait: 1m", False),
        (f"{PAIN}, emotion: -2", f"{PAIN}, emotion: 1", False),
        ("pain_points: {text: The queue, severity: 2}", "pain_points: {text: The queue, severity: 2}", False),
        (RISK, RISK, True),
        (RISK, "moment_of_truth: {asks: Stay?, bail_rate: 12%}", False),
        ("moment_of_truth: {asks: Stay?, bail_rate: 2%}", "moment_of_truth: {asks: Stay?, bail_rate: 2%}", False),
    ],
)
def test_a_future_that_leaves_the_worst_as_it_is(now: str, future: str, is_found: bool) -> None:
    basis = f"-- journeys/b.yml --\ntitle: B\nstages: [{{title: Buy, steps: [{{title: Pays, id: pays, {now}}}]}}]"
    step = f"{{title: Pays, id: pays, {future}}}"
    assert ("W113" in codes_at(step, "state: to-be\nderived_from: b", basis)) is is_found
    assert "W113" not in codes_at("{title: Rides}", "state: to-be\nderived_from: b", basis)


def test_a_goal_of_the_business_without_a_figure() -> None:
    goal = "business_goal: People come back"
    assert "S121" in at("emotion: 1", goal)
    assert "S121" not in at("metrics: {csat: 4}", goal)
    assert "S121" not in at("metrics: [How many come back]", goal)
    assert "S121" not in at("emotion: 1")


@pytest.mark.parametrize(
    ("fields", "table", "is_found"),
    [
        ("status: done, done_on: 2026-09-01", "2026-08-31", True),
        ("status: done, done_on: 2026-09-01", "2026-09-20", False),
        ("status: done, done_on: 2026-11-01", "2026-08-31", False),
        ("status: done", "", True),
        ("status: done", "2026-08-31", False),
        ("status: doing", "", False),
    ],
)
@pytest.mark.parametrize("kind", ["registered", "named", "written"])
def test_done_and_not_measured_since(fields: str, table: str, is_found: bool, kind: str) -> None:
    rows = f"-- journeys/a.csv --\nstep,metric,date,value\npays,csat,{table},3\n" if table else ""
    link = ", steps: [a#pays]" if kind == "registered" else ""
    registry = "" if kind == "written" else f"-- opportunities.yml --\ntill: {{title: A till, {fields}{link}}}\n"
    at_step = {
        "registered": "",
        "named": ", opportunities: till",
        "written": f", opportunities: {{title: A till, {fields}}}",
    }
    assert ("R111" in codes_at(f"{{title: Pays, id: pays{at_step[kind]}}}", more=registry + rows)) is is_found


def test_what_is_measured_at_one_of_its_steps_is_measured() -> None:
    table = "-- journeys/a.csv --\nstep,metric,date,value\nslip,csat,2026-10-01,3\n"
    till = (
        "-- opportunities.yml --\ntill: {title: A till, status: done, done_on: 2026-09-01, steps: [a#asks, a#pays]}"
    )
    steps = "{title: Asks, id: asks}, {title: Pays, id: pays, touchpoints: [{title: Slip, id: slip}, Card]}"
    assert "R111" not in codes_at(steps, more=table + till)
    assert "R111" in codes_at(steps, more=till)


STAFF = "-- evidence.yml --\nstaff: {title: Staff, source: employee}\ntalks: {title: Talks, source: customer}\n"


@pytest.mark.parametrize(("evidence", "is_found"), [("[staff]", True), ("[staff, talks]", False), ("[]", False)])
def test_an_insight_or_a_persona_of_staff_alone(evidence: str, is_found: bool) -> None:
    insight = f"insights: {{text: People love it, evidence: {evidence}}}"
    assert ("E115" in codes_at("Pays", insight, STAFF)) is is_found
    people = f"-- personas/cleo.md --\n---\ntitle: Cleo\nevidence: {evidence}\n---\n"
    assert ("E116" in codes_at("Pays", "", STAFF + people)) is is_found


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        ("title: Buys  a bike", True),
        ("title: buys a Bike", True),
        ("title: Sells a bike", False),
        ("title: Buys a bike\nstatus: archived", False),
        ("title: Buys a bike\nstate: to-be", False),
    ],
)
def test_two_maps_of_one_title(other: str, is_found: bool) -> None:
    one = content(f"-- journeys/a.yml --\ntitle: Buys a bike\n-- journeys/b.yml --\n{other}\n{REST}")
    places = [finding.place.path for finding in findings(one, TODAY) if finding.code == "S122"]
    assert places == (["journeys/b.yml"] if is_found else [])
