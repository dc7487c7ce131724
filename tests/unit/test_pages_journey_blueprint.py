"""Departments on a map: who stands where, who owns nothing, and how handoffs are drawn."""

from tests.support.content import map_of
from tests.support.page import data

HOUSE = """
-- departments.yml --
support: {title: Service}
billing: {title: Billing}
stock: {title: Stock}
-- channels.yml --
phone: {title: Phone}
friends: {title: Friends, control: none}
"""


def _lines(steps: str) -> list[tuple[str, ...]]:
    stages = data(map_of(steps, HOUSE)).stages
    return [t.blueprint.lines for stage in stages for step in stage.steps for t in step.touchpoints]


def test_rows_are_in_the_registrys_order_front_before_back() -> None:
    found = data(map_of("- {title: A, department: billing, backstage: [{department: stock, does: Packs}]}", HOUSE))
    assert [lane.title for lane in found.rows.lanes if "department" in lane.classes] == ["Billing", "Stock"]
    assert [rule.hint for rule in found.rows.rules] == ["line of interaction", "line of visibility"]


def test_what_the_department_met_does_stands_in_its_own_row() -> None:
    steps = "- {title: A, department: support, backstage: [{department: support, does: Listens, system: CRM}]}"
    cells = data(map_of(steps, HOUSE)).stages[0].steps[0].touchpoints[0].blueprint.cells
    assert [(cell.lane, cell.texts) for cell in cells] == [("Service", ("Listens",))]
    assert "frontstage" in cells[0].classes


def test_a_touchpoint_of_ours_without_a_department_is_a_gap_and_one_of_others_is_not() -> None:
    steps = (
        "- {title: A, channel: phone, department: support}\n- {title: B, channel: phone}\n"
        "- {title: C, channel: friends}"
    )
    found = data(map_of(steps, HOUSE))
    cells = [t.blueprint.cells for step in found.stages[0].steps for t in step.touchpoints]
    assert [[cell.classes.split()[0] for cell in column] for column in cells] == [["department"], ["nobody"], []]


def test_a_handoff_leads_to_the_next_column_further_on_or_back_into_its_own() -> None:
    taker = "  backstage: [{department: billing, does: Bills}]"
    giver = "- title: A\n  department: support\n  handoff: {to: billing, quality: late}"
    assert _lines(f"{giver}\n- title: B\n{taker}")[0] == ("handoff late down row6 to9",)
    far = _lines(f"{giver}\n- B\n- C\n- title: D\n{taker}")[0]
    assert far == ("handoff-run late n2 row8", "handoff late down far row6 to9")
    assert _lines(f"{giver}\n{taker}")[0] == ("handoff late down same row6 to9",)


def test_a_handoff_to_somebody_who_never_appears_still_has_a_row() -> None:
    found = data(map_of("- {title: A, department: support, handoff: {to: stock}}", HOUSE))
    touchpoint = found.stages[0].steps[0].touchpoints[0]
    assert touchpoint.blueprint.lines
    assert [note.to for note in touchpoint.blueprint.notes] == ["Stock"]
