"""What stands in the third field of a diagram's tasks: actors, says Mermaid; people write what they need there."""

import pytest

from cjsite.exchange.imported import ImportOptions
from tests.support.mermaid import map_in, steps_of

ACTORS = {
    "several": "Find: 3: Ida\nBuy: 4: Ida, Shop\nSend: 5: Shop",
    "teams whose names are feelings, too": "Alarm: 2: Security\nSort: 4: Security, Support\nMend: 3: Support",
    "roles, each once": "Write: 4: Product Manager\nDraw: 5: UX Designer\nTest: 3: QA\nSell: 4: CTO\nRun: 4: Ops",
    "devices": "Ring at 08:00, once: 5: Phone\nAsk: 5: Echo Show\nTick off: 4: Phone\nLook: 5: Echo Show",
    "letters of another script": "إعلان: 5: HR\nاستقبال: 4: HR\nمقابلة: 3: HR, Manager",
}
FEELINGS = {
    "English": "Find: 2: Frustrated\nBuy: 5: Delighted\nWait: 3: Anxious",
    "German": "Suchen: 2: Genervt\nKaufen: 5: Begeistert\nWarten: 3: Neugierig",
    "Russian": "Поиск: 5: Радость\nОплата: 2: Тревога\nОжидание: 3: Терпение",
    "Japanese": "探す: 2: 不安\n買う: 5: 嬉しい\n待つ: 1: イライラ",
    "Spanish": "Busca: 2: Frustrado\nCompra: 5: Satisfecho\nEspera: 3: Ansioso",
    "faces": "Find: 2: 😟\nBuy: 5: 😀\nWait: 3: 😐",
}
FINDINGS = {
    "sentences": "Add: 5: A button that is easy to see\nPay: 1: It forgets what was typed\nGet: 2: Nobody is told",
    "phrases": "Find: 2: Too many results\nPay: 5: One click\nWait: 1: No tracking\nGet: 4: Nice box",
    "semicolons": "Log in: 2: Faint letters tire the eyes\nPick: 1: Confusing; no keys\nSend: 5: All is there",
    "French": "Cherche: 2: Trop de résultats\nPaie: 5: Paiement rapide\nAttend: 1: Pas de suivi du colis",
    "Chinese": "单机: 1: 可用性低\n异步: 2: 一致性低\n半同步: 2: 两个写并发导致两个状态\n多数: 5: 宕机后仍能读到",
}
LANES = {
    "Status": "Backend: 5: Done\nFrontend: 3: In Progress\nDesign: 1: not-started",
    "Difficulty": "Find: 3: Easy\nBuy: 4: Easy\nSend: 5: Easy, Super easy",
    "Level": "Find: 3: High\nBuy: 4: Low\nSend: 5: Medium",
    "Part": "Find: 3: Chapter 1\nBuy: 4: Chapter 2\nSend: 5: Ch. 3-4",
    "Time": "Find: 3: 5 min\nBuy: 4: 1 hour\nSend: 5: 2 days",
}


@pytest.mark.parametrize("case", ACTORS)
def test_actors(case: str) -> None:
    only = map_in(f"journey\ntitle T\nsection S\n{ACTORS[case]}\n")
    thirds = [line.split(": ")[-1].split(", ") for line in ACTORS[case].split("\n")]
    assert [list(step.actors) for step in only.journey.steps()] == thirds
    assert not only.doubts


@pytest.mark.parametrize("case", FEELINGS)
def test_feelings(case: str) -> None:
    only = map_in(f"journey\ntitle T\nsection S\n{FEELINGS[case]}\n")
    thirds = [line.split(": ")[-1] for line in FEELINGS[case].split("\n")]
    assert [step.emotion[0].words for step in only.journey.steps()] == [(third,) for third in thirds]
    assert all(step.emotion[0].value is not None and not step.actors for step in only.journey.steps())
    assert not only.doubts


@pytest.mark.parametrize("case", FINDINGS)
def test_findings(case: str) -> None:
    tasks = [line.split(": ", 2) for line in FINDINGS[case].split("\n")]
    for step, (_, score, finding) in zip(steps_of(FINDINGS[case]), tasks, strict=True):
        found = [pain.text for pain in step.pain_points] if int(score) < 3 else list(step.gains)
        assert found == [finding] and not step.actors


@pytest.mark.parametrize("lane", LANES)
def test_lanes_of_their_own(lane: str) -> None:
    thirds = [(line.split(": ")[-1],) for line in LANES[lane].split("\n")]
    assert [step.lanes[lane] for step in steps_of(LANES[lane])] == thirds


def test_a_finding_beside_a_middling_score_is_neither_good_nor_bad() -> None:
    (_, step) = steps_of("Pay: 1: It forgets what was typed\nGet: 3: The box lies at the door")
    assert step.lanes == {"Findings": ("The box lies at the door",)}


def test_how_far_work_is_feels_like_nothing_unless_somebody_says_so() -> None:
    assert [step.emotion for step in steps_of(LANES["Status"])] == [(), (), ()]
    declared = steps_of(LANES["Status"], ImportOptions(scale=(1, 5)))
    assert [step.emotion[0].value for step in declared] == [5, 3, 1]


def test_feelings_beside_actors() -> None:
    steps = steps_of("Find: 2: User, Frustrated\nBuy: 5: User, Happy\nWait: 3: User, Bored")
    assert [(step.actors, step.emotion[0].words) for step in steps] == [
        (("User",), ("Frustrated",)), (("User",), ("Happy",)), (("User",), ("Bored",)),
    ]  # fmt: skip


def test_the_only_actor_of_all_tasks_is_whose_journey_it_is() -> None:
    only = map_in("journey\nsection S\nFind: 3: Attorney\nBuy: 4: Attorney\n").journey
    assert only.segment == "Attorney" and not any(step.actors for step in only.steps())
    assert map_in("journey\nsection S\nFind: 3: System\nBuy: 4: System\n").journey.segment == ""


def test_of_several_actors_the_customer_is_whose_journey_it_is() -> None:
    only = map_in("journey\nsection S\nFind: 3: Patient\nBuy: 4: Patient, Nurse\nSend: 4: Nurse\n").journey
    assert only.segment == "Patient" and only.actors == ("Patient", "Nurse")
    seldom = map_in("journey\nsection S\nFind: 3: Nurse\nBuy: 4: Nurse\nSend: 4: Patient\n").journey
    assert seldom.segment == ""


def test_channels_are_touchpoints() -> None:
    steps = steps_of("Find: 3: Website\nBuy: 4: Mobile app\nAsk: 2: Email, SMS")
    assert [[point.title for point in step.touchpoints] for step in steps] == [
        ["Website"], ["Mobile app"], ["Email", "SMS"],
    ]  # fmt: skip


def test_pages_and_buttons_are_touchpoints() -> None:
    steps = steps_of("Visit: 5: Start Page\nClick: 5: Sign-up Button\nType: 4: Form\nRead: 3: Legal")
    assert [point.title for step in steps for point in step.touchpoints] == [
        "Start Page", "Sign-up Button", "Form", "Legal",
    ]  # fmt: skip


def test_what_developers_meet_is_a_touchpoint() -> None:
    steps = steps_of("Find: 4: README, Google\nInstall: 2: Terminal\nAsk: 1: GitHub issues")
    assert [point.title for step in steps for point in step.touchpoints] == [
        "README", "Google", "Terminal", "GitHub issues",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("others", "doubts"), [("Visits: 3: Patient\n", 0), ("Files: 4: Clerk\n Bills: 4: Clerk2\n", 1)]
)
def test_a_customer_who_is_seldom_there_is_doubted_as_segment(others: str, doubts: int) -> None:
    tasks = f"Calls: 2: Patient\nOpens: 4: Nurse + Patient\nReads: 4: Doctor\n Writes: 4: Doctor\n{others}"
    only = map_in(f"journey\ntitle T\nsection S\n{tasks}")
    assert only.journey.segment == "Patient"
    assert next(only.journey.steps(), None) and [doubt.at for doubt in only.doubts] == ["segment"] * doubts
    assert [step.actors for step in only.journey.steps()][1] == ("Nurse", "Patient")


def test_actors_may_stand_before_the_scores_and_what_they_do_behind_them() -> None:
    steps = steps_of(
        "Pilot: 5: Reads the board, Signs\nTower: 4: Clears the start\nPilot: 3: Watches fuel\nTower: 4: Hands over"
    )
    assert [(step.title, step.actors) for step in steps][:2] == [
        ("Reads the board, Signs", ("Pilot",)), ("Clears the start", ("Tower",)),
    ]  # fmt: skip


def test_few_tasks_are_told_by_the_words_for_those_who_act() -> None:
    steps = steps_of("User: 5: Opens the app\nSystem: 4: Checks the code\nHelp: 3: Answers\nUser: 2: Waits a day")
    assert [step.actors for step in steps] == [("User",), ("System",), ("Help",), ("User",)]


def test_what_could_be_anything_is_doubted() -> None:
    tools = "Draw: 4: Figma\nCode: 5: Vim\nMerge: 3: Gitea\nTest: 4: Jest\nShip: 5: Vercel\nWatch: 3: Grafana"
    only = map_in(f"journey\ntitle T\nsection S\n{tools}\n")
    assert [doubt.text for doubt in only.doubts] == ["Figma"]


def test_the_report_says_what_the_third_field_was_taken_as() -> None:
    taken = map_in(f"journey\ntitle T\nsection S\n{FEELINGS['English']}\n").taken
    assert [own.target.startswith("emotion") for own in taken if "third field" in own.source] == [True]
