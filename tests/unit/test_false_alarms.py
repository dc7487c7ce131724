"""Rules are silent on what only looks like what they look for, and still speak where it is."""

import pytest

from cjsite.base.problem import Finding
from tests.support.content import content
from tests.support.summary import findings
from tests.unit.test_rules_reward_honesty import REST, TODAY, codes, codes_at


@pytest.mark.parametrize(
    "honest",
    [
        "title: Welcome, channel: phone, actions: Is rung in the break",
        "title: Rückruf, channel: phone",
        "title: Neues, channel: phone, actions: Wird am Abend zurückgerufen",
        "title: Two weeks on, channel: phone, backstage: {department: shop, does: Rings the riders it sold to}",
        "title: Zwei Wochen später, channel: phone, frontstage: {does: Ruft alle Neuen an}",
        "title: Breaks, channel: phone, journey: b",
        "title: Asks, channel: phone, why: The shop is shut",
    ],
)
def test_being_called_is_not_having_to_call(honest: str) -> None:
    other = "-- journeys/b.yml --\ntitle: B\nparent: a"
    assert "C104" not in codes_at(f"{{{honest}}}", "persona: ana", other)


@pytest.mark.parametrize(
    "real",
    [
        "title: Asks, channel: phone, actions: Rings us in the break",
        "title: Ruft an, channel: phone, backstage: {department: shop, does: Ruft die Akte auf}",
        "title: Calls, channel: phone, actions: Is asked for the number again",
        "title: Asks for a call-back, channel: phone",
    ],
)
def test_who_avoids_the_phone_and_must_call_is_found(real: str) -> None:
    assert "C104" in codes_at(f"{{{real}}}", "persona: ana")


def test_a_persona_meets_no_channel_on_the_paths_of_others() -> None:
    step = "{title: Pays}, {title: Calls, channel: phone, path: late}"

    def found(taker: str) -> set[str]:
        return codes_at(step, f"persona: ana\npersonas: [bo]\npaths: {{late: {{personas: {taker}}}}}")

    assert "C104" in found("ana") and "C104" not in found("bo")


def test_an_overview_leaves_channels_to_the_maps_below_it() -> None:
    step = "title: Pays, channel: dealer"
    assert "C106" in codes_at(f"{{{step}}}", "persona: ana")
    below = "-- journeys/b.yml --\ntitle: B\nparent: a"
    assert "C106" not in codes_at(f"{{{step}}}", "persona: ana", below)
    assert "C106" not in codes_at(f"{{{step}, journey: b}}", "persona: ana", "-- journeys/b.yml --\ntitle: B")


def test_nobody_can_offer_what_nobody_controls() -> None:
    assert "C106" not in codes_at("{title: Pays, channel: counter}", "persona: ana")


def test_a_channel_of_partners_is_not_under_our_control() -> None:
    assert "C112" in codes_at("{title: Pays, channel: counter}")
    assert "C112" not in codes_at("{title: Pays, channel: counter}, {title: Rides, channel: dealer}")
    whole = "-- journeys/b.yml --\ntitle: B"
    assert "C112" not in codes_at("{title: Pays, channel: counter}", "parent: b", whole)


def _to_and_fro(*channels: str) -> str:
    return ", ".join(f"{{title: T{n}, channel: {name}}}" for n, name in enumerate(channels))


def test_looking_around_among_others_is_no_change_of_channel() -> None:
    assert "W108" in codes_at(_to_and_fro("counter", "phone", "counter", "phone", "counter"))
    assert "W108" not in codes_at(_to_and_fro("friends", "counter", "friends", "phone", "friends", "friends"))


def test_changes_of_channel_are_counted_along_each_route() -> None:
    ways = ("phone", "counter", "phone", "counter", "phone")
    apart = [f"{{title: T{n}, channel: {name}, path: {'ab'[n % 2]}}}" for n, name in enumerate(ways)]
    assert "W108" not in codes_at(", ".join(apart), "paths: {a: {}, b: {}}")
    along = [f"{{title: T{n}, channel: {name}, path: a}}" for n, name in enumerate(ways)]
    assert "W108" in codes_at(", ".join(along), "paths: {a: {}}")


def test_a_phase_that_nobody_gave_is_not_a_phase_that_is_missing() -> None:
    assert "S104" not in codes("[{title: Buy, steps: [Pays]}, {title: Use, steps: [Rides]}]")
    assert "S104" not in codes("[{title: Buy, phase: during, steps: [Pays]}, {title: Use, steps: [Rides]}]")
    both = "{title: Buy, phase: during, steps: [Pays]}, {title: Use, phase: after, steps: [Rides]}"
    assert "S104" in codes(f"[{both}]")


def test_a_feeling_that_one_persona_told_of_is_known() -> None:
    people = "personas: [ana, bo]"
    assert "F101" not in codes_at("{title: A, emotion: 1}, {title: B, emotions: {bo: -1}}", people)
    assert "F101" in codes_at("{title: A, emotion: 1}, {title: B}", people)


def test_a_drop_is_between_neighbours_of_one_route() -> None:
    apart = "{title: A, emotion: 2, path: main}, {title: B, emotion: -1.5, path: late}, {title: C, emotion: 1}"
    assert "F110" not in codes_at(apart, "paths: {late: {}}")
    assert "F110" in codes_at(apart.replace("path: late", "path: main"), "paths: {late: {}}")
    hidden = "{title: A, emotion: 2}, {title: B, emotion: 0, path: late}, {title: C, emotion: -1}"
    assert "F110" in codes_at(hidden, "paths: {late: {}}")


def test_a_journey_ends_where_each_route_does() -> None:
    ends = "{title: A, emotion: -1, path: main}, {title: B, emotion: 1, path: late}"
    assert "F108" in codes_at(ends, "paths: {late: {}}")


def _ages(day: str) -> list[Finding]:
    evidence = f"-- evidence.yml --\ntalks: {{title: Talks, source: customer, date: {day}}}"
    steps = "[{title: S, steps: [{title: Pays, evidence: talks}]}]"
    one = content(f"-- journeys/a.yml --\ntitle: A\nstages: {steps}\n{REST}{evidence}")
    return [finding for finding in findings(one, TODAY) if finding.code == "E105"]


@pytest.mark.parametrize(("day", "months"), [("2024-11-20", 24), ("2023-11-22", 35), ("2023-11-21", 36)])
def test_research_is_as_old_as_the_calendar_says(day: str, months: int) -> None:
    (old,) = _ages(day)
    assert f" {months} months old" in old.message


def test_research_of_two_years_is_not_old_yet() -> None:
    assert not _ages("2024-11-22")
