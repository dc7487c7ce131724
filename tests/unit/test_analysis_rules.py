"""Every rule fires on its example and is silent on the same put right, in every language that has words."""

import re

import pytest
import yaml

from cjsite.analysis.rules import RULES
from cjsite.analysis.rules.rule import in_words
from cjsite.base.problem import Broken
from tests.support.page import WHOLE_LANGUAGES, wording
from tests.support.rules import JOURNEY, content, found

# What is measured in one language is the same in the others.
measured, *again = WHOLE_LANGUAGES
every_language = pytest.mark.parametrize(
    "language", [measured, *(pytest.param(language, marks=pytest.mark.no_cover) for language in again)]
)


def test_a_complete_map_has_no_findings() -> None:
    assert [str(f.place) + f.code + f.message for f in found("journey", "{}")] == []


@every_language
@pytest.mark.parametrize("code", RULES)
def test_fires(code: str, language: str) -> None:
    rule = RULES[code]
    example = in_words(rule.example, wording(language))
    assert code in {f.code for f in found(rule.level, example, language)}


@every_language
@pytest.mark.parametrize("code", RULES)
def test_silent(code: str, language: str) -> None:
    rule = RULES[code]
    mended = in_words(rule.mended, wording(language))
    assert code not in {f.code for f in found(rule.level, mended, language)}


@every_language
@pytest.mark.parametrize("code", RULES)
def test_is_written_to_be_read(code: str, language: str) -> None:
    title, why, advice = (wording(language)(f"rule.{code}.{part}") for part in ("title", "why", "advice"))
    assert re.fullmatch(r"[EFCWRS]\d{3}", code)
    assert why.endswith(".") and advice.endswith((".", "?"))
    assert len(title) <= 60


def test_there_are_enough() -> None:
    assert len(RULES) >= 35


def test_a_waiver_lets_stand_and_says_why() -> None:
    waived = found("journey", "{goal: '', waive: {code: S101, because: The client decides in May}}")
    assert [(f.code, f.waived) for f in waived] == [("S101", "The client decides in May")]


def test_a_waiver_may_be_for_one_step() -> None:
    (one,) = found("step", "{channel: counter, department: ''}")
    waived = "{waive: {code: C107, because: It is being built, step: %s}, stages: %s}"
    stages = JOURNEY["stages"][1]["steps"][0] | {"department": ""}
    every = [*JOURNEY["stages"][:1], {"title": "Buy", "phase": "during", "steps": [stages]}, JOURNEY["stages"][2]]
    shown = yaml.safe_dump(every, default_flow_style=True, width=10_000).strip()
    right = found("journey", waived % ("orders", shown))
    assert [(f.code, f.waived) for f in right] == [(one.code, "It is being built")]
    wrong = found("journey", waived % ("drinks", shown))
    assert {(f.code, f.waived) for f in wrong} == {("C107", ""), ("S111", "")}


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("{code: S101}", "`because` is missing"),
        ("{code: S101, because: ' '}", "a waiver needs a reason"),
        ("{code: S999, because: Why not}", "there is no finding 'S999'"),
        ("{code: S101, because: No, step: nowhere}", "there is no step 'nowhere' in coffee"),
    ],
)
def test_a_bad_waiver_is_a_problem(waiver: str, message: str) -> None:
    with pytest.raises(Broken) as broken:
        content("journey", f"waive: {waiver}")
    (problem,) = broken.value.problems
    assert problem.message == message
    assert problem.place.path == "journeys/coffee.yml"
    assert problem.place.line > 1
