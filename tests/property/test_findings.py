"""What holds for findings on any map: who plans more is told less, and what helps most comes first."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.rules import RULES
from cjsite.base.problem import Finding, Place
from cjsite.reporting.overview import by_rule
from tests.property.test_analysis import steps
from tests.support.content import content
from tests.support.soak import share
from tests.support.summary import findings
from tests.unit.test_rules_reward_honesty import TODAY

PLAN = {"title": "Mend it", "status": "planned", "value": 3, "effort": 2, "due": "2027-01-31"}


def _found(journey_steps: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """Return the codes and lines of what is found in a map of such steps, one a line."""
    lines = [json.dumps({"title": f"Step {n}", "id": f"s{n}", **step}) for n, step in enumerate(journey_steps, 1)]
    written = ",\n".join(lines)
    registries = "".join(
        f"-- {kind}.yml --\n{json.dumps({name: {'title': name} for name in 'abc'})}\n"
        for kind in ("departments", "channels")
    )
    one = content(f"{registries}-- journeys/m.yml --\ntitle: M\nstages: [{{title: All, steps: [\n{written}\n]}}]\n")
    return [(finding.code, finding.place.line) for finding in findings(one, TODAY)]


@share(0.3)
@given(steps())
def test_a_plan_clears_findings_and_makes_none(journey_steps: list[dict[str, Any]]) -> None:
    planned = [{**step, "opportunities": [PLAN]} for step in journey_steps]
    before, after = _found(journey_steps), _found(planned)
    assert set(after) <= set(before)
    assert not {"W101", "W102", "W103", "W104", "W106", "F105", "F107", "W107", "S112"} & {
        code for code, _ in after
    }


@given(st.lists(st.tuples(st.sampled_from(sorted(RULES)), st.integers(1, 9), st.booleans()), max_size=30))
def test_rules_come_by_their_use(marks: list[tuple[str, int, bool]]) -> None:
    found = [
        Finding(Place("a.yml", line), code, RULES[code].severity, "m", waived="So" if may_stand else "")
        for code, line, may_stand in marks
    ]
    rules = by_rule(found)
    assert sum(one.places for one in rules) == sum(not finding.waived for finding in found)
    assert [one.severity for one in rules] == sorted((one.severity for one in rules), reverse=True)
    for severity in ("warning", "note"):
        own = [(-one.places, one.code) for one in rules if one.severity == severity]
        assert own == sorted(own)
    assert all(
        one.first.place.line == min(line for code, line, ok in marks if code == one.code and not ok)
        for one in rules
    )
