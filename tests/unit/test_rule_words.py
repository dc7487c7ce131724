"""What rules say stands in the theme's words, in every language: all of it, and nothing else."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from cjsite.analysis.coverage import FACETS
from cjsite.analysis.findings import RuleFinding
from cjsite.analysis.rules import RULES
from cjsite.analysis.rules.rule import Insert, day, term
from cjsite.analysis.rules.structure import PHASES
from cjsite.model.emotion import Confidence
from cjsite.text.wording import blanks
from tests.support.command import cjsite
from tests.support.content import content
from tests.support.page import WHOLE_LANGUAGES, document, wording
from tests.support.rules import hits

every_language = pytest.mark.parametrize("language", WHOLE_LANGUAGES)
TERMS = {
    *(f"facet.{name}" for name, _ in FACETS),
    *(f"confidence.{name}" for name in get_args(Confidence)),
    *(f"phase.{name}" for name in PHASES),
    "field.effort", "field.value", "status.doing", "status.planned", "support.evidence", "support.step",
    "party.partner", "text.title", "text.word", "measure.satisfaction",
    "unread.about", "unread.kind", "unread.table", "unread.unending",
}  # fmt: skip


def _below(stem: str, language: str) -> set[str]:
    return {key.removeprefix(stem) for key in wording(language).words if key.startswith(stem)}


def _terms(finding: RuleFinding) -> Iterator[str]:
    for _, value in finding.params:
        inserts = (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Insert))
        yield from (insert.text for insert in inserts if insert.kind == "term")


@every_language
def test_every_rule_has_its_words_and_no_other_is_there(language: str) -> None:
    listing = {code for code in RULES if any(isinstance(v, tuple) for one in hits(code) for _, v in one.params)}
    wanted = {f"{code}.{part}" for code in RULES for part in ("title", "why", "advice", "message")}
    assert _below("rule.", language) == wanted | {f"{code}.join" for code in listing}


@every_language
@pytest.mark.parametrize("code", RULES)
def test_a_message_says_all_that_its_rule_knows(code: str, language: str) -> None:
    named = {frozenset(name for name, _ in found.params) for found in hits(code)}
    message = blanks(wording(language).words[f"rule.{code}.message"])
    assert named == {frozenset(blank.rstrip(":") for blank in message)}


@every_language
def test_terms_are_those_of_the_closed_lists(language: str) -> None:
    assert _below("term.", language) == TERMS
    assert {term for code in RULES for found in hits(code) for term in _terms(found)} <= TERMS


@every_language
def test_words_of_examples_are_those_in_them(language: str) -> None:
    examples = "\n".join(f"{rule.example}\n{rule.mended}" for rule in RULES.values())
    assert _below("example.", language) == set(re.findall(r"\$([\w-]+)", examples))


def _found(code: str, **params: object) -> RuleFinding:
    return RuleFinding(code, "", tuple(params.items()))  # type: ignore[arg-type]  # any of them, in this test


MISSING = (term("phase.before"), term("phase.after"))
LONG = {"what": term("text.word"), "text": "Ach", "n": 30}


@pytest.mark.parametrize(
    ("finding", "english", "german"),
    [
        (
            _found("S104", missing=MISSING),
            "No stage stands before or after",
            "Keine Etappe liegt davor oder danach",
        ),
        (_found("R102", n=1), "", "Die Prüfung ist 1 Tag überfällig"),
        (_found("R102", n=9), "The review is 9 days late", "Die Prüfung ist 9 Tage überfällig"),
        (
            _found("R106", day=day(datetime.date(2027, 9, 1))),
            "Reviewed on 2027-09-01, which is yet to come",
            "Geprüft am 01.09.2027, einem Tag, der erst noch kommt",
        ),
        (_found("S109", **LONG), "The word “Ach…” has 30 characters", "Das Wort „Ach…“ hat 30 Zeichen"),
        (_found("E104", title="{n} & {0}"), "“{n} & {0}” is assumed", "„{n} & {0}“ ist nur angenommen"),
        (
            _found("F102", words=("ach", "oh")),
            "No number is known for the feeling “ach, oh”",
            "Zum Gefühl „ach, oh“ ist keine Zahl bekannt",
        ),
    ],
)
def test_a_sentence_in_its_language(finding: RuleFinding, english: str, german: str) -> None:
    assert english in ("", finding.sentence(wording("en")))
    assert finding.sentence(wording("de")) == german


MAP = """
-- site.yml --
title: Kaffee
language: de
-- departments.yml --
shop: {title: Laden}
-- journeys/a.yml --
title: Kaffee unterwegs
owner: shop
goal: ''
stages: [{title: Kaufen, steps: [{title: Bezahlt, id: pays, department: shop}]}]
"""


@pytest.mark.parametrize("url", ["findings/a.html", "insights/findings.html", "departments/shop.html"])
def test_a_german_site_tells_its_findings_in_german(url: str) -> None:
    shown = document(content(MAP), url).text
    assert "Niemand weiß, wie sich „Bezahlt“ anfühlt" in shown
    assert "Diese Karte nennt kein Ziel der Kundschaft" in shown
    assert "obody" not in shown


def test_a_german_catalogue_has_german_examples() -> None:
    shown = document(content(MAP), "insights/catalogue.html").text
    assert "title: Bezahlt" in shown and "Pays" not in shown and "$" not in shown
    assert all(wording("de")(f"rule.{code}.why") in shown for code in RULES)


def _themed(folder: Path, words: str) -> None:
    (folder / "content" / "site.yml").write_text("title: Kaffee\nlanguage: de\ntheme: house\n", "utf-8")
    own = folder / "themes" / "house"
    (own / "words").mkdir(parents=True)
    (own / "theme.yml").write_text("title: House\n", "utf-8")
    (own / "words" / "en.yml").write_text(words, "utf-8")


def test_check_tells_findings_in_the_english_of_the_theme(map_folder: Path) -> None:
    _themed(map_folder, "rule.S103.message: no owner\nrule.S103.advice: Find one.\n")
    done = cjsite("check", cwd=map_folder)
    assert "warning S103: no owner. Find one." in done.err
    assert "note S102: this map names no goal of the business. Add `business_goal:`." in done.err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("only {who} say so", "has the blank {who}, not one of title"),
        ("only {title.x} say so", "has the blank {title.x}, not one of title"),
        ('"{title:d} it is"', "has the blank {title:}, not one of title"),
        ("only } say so", "is no text that can be filled in"),
        ("[only, staff]", "is no text"),
        ("{one: a}", "lacks the form `other`, which every language has"),
        ("", "is no text"),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_word_that_cannot_be_filled_in_is_a_problem(map_folder: Path, command: str, word: str, said: str) -> None:
    _themed(map_folder, f"site.menu: Ways\nrule.E101.message: {word}\n")
    done = cjsite(command, cwd=map_folder)
    assert done.code == 1
    assert f"themes/house/words/en.yml:2:1: `rule.E101.message` {said}" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("days: {one: a day}", "2:1: `days` lacks the form `other`, which every language has"),
        ("days: {one: [a], other: b}", "2:1: `days` is no text"),
        ("own.word: [a]", "2:1: `own.word` is no text"),
        ("own.word: {few: a}", "2:1: `own.word` lacks the form `other`, which every language has"),
        ("- a", "1:1: this file holds no fields"),
    ],
)
def test_a_slip_in_a_theme_s_words_is_a_problem_at_its_place(map_folder: Path, words: str, said: str) -> None:
    _themed(map_folder, f"\n{words}\n" if ":" in words else f"{words}\n")
    done = cjsite("build", cwd=map_folder)
    assert done.code == 1
    assert f"themes/house/words/en.yml:{said}" in done.err


def test_forms_of_a_word_of_the_theme_s_own_are_taken(map_folder: Path) -> None:
    _themed(map_folder, "own.word: {few: a, other: b}\ndays: '{n} d'\n")
    assert cjsite("build", cwd=map_folder).code == 0
