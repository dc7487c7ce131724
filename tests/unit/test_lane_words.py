"""The lists of words that tables are labelled with."""

from pathlib import Path

import pytest

import cjsite.exchange
from cjsite.exchange.lane_words import AXES, LANE_FIELDS, LIST_LANGUAGES, has_role, label_key, lane_of, lanes_of

LISTS = Path(cjsite.exchange.__file__).parent / "lane_words"
ROLES = {
    "strong-journey", "generic", "qualifier", "and", "nothing", "same", "template", "persona", "segment",
    "scenario", "job-to-be-done", "journey-goal", "business-goal", "product", "motivation", "expectations", "title",
    "to-be", "as-is", "to-be-alone", "as-is-alone",
    "event-log", "route-map", "price-list", "requirements", "test-cases",
    "plan", "technical", "responsibilities", "other-document", "verb", "asks", "not-asked",
}  # fmt: skip
MUST = {"stage", "step", "actions", "touchpoints", "channel", "emotion", "pain_points", "opportunities", "goal"}


@pytest.mark.parametrize("language", LIST_LANGUAGES)
def test_each_list_names_what_most_maps_have_and_nothing_unknown(language: str) -> None:
    rows = dict(row.split(": ", 1) for row in (LISTS / f"{language}.txt").read_text("utf-8").splitlines())
    assert rows.keys() >= MUST
    unknown = {name for name in rows if not name.startswith("persona-")} - {*AXES, *LANE_FIELDS, *ROLES}
    assert unknown == set()
    assert all(word.strip() == word and word for words in rows.values() for word in words.split(", "))


def test_there_is_a_list_for_each_file() -> None:
    assert {path.stem for path in LISTS.glob("*.txt")} == set(LIST_LANGUAGES)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("How she feels", "emotion"),
        ("Was der Kunde tut", "actions"),
        ("Wie er sich fühlt", "emotion"),
        ("Ce que ressent Claire", "emotion"),
        ("Lo que el cliente piensa", "thoughts"),
        ("How do we feel", ""),
        ("What to do next", ""),
        ("How it works", ""),
        ("How they feel about AI", ""),
        ("Was fühlt der Gast", "emotion"),
        ("**User Actions**", "actions"),
        ("Emotions 😊 (1-5)", "emotion"),
        ("2. Pain-Points:", "pain_points"),
        ("What Mina feels", "emotion"),
        ("Touchpoints / Channels", "touchpoints"),
        ("Berührungspunkte", "touchpoints"),
        ("Schmerzpunkte & Hürden", "pain_points"),
        ("Etapes", "stage"),
        ("Points de friction", "pain_points"),
        ("Puntos de dolor", "pain_points"),
        ("Ações do usuário", "actions"),
        ("Emozioni", "emotion"),
        ("Pijnpunten", "pain_points"),
        ("Działania klienta", "actions"),
        ("Действия пользователя", "actions"),
        ("Acı Noktaları", "pain_points"),
        ("ユーザーの行動", "actions"),
        ("问题・痛点", "pain_points"),
        ("接觸點", "touchpoints"),
        ("고객 행동", "actions"),
        ("نقاط الاتصال", "touchpoints"),
        ("Điểm chạm", "touchpoints"),
        ("Kontaktpunkter", "touchpoints"),
        ("Awareness", ""),
        ("Decision", ""),
        ("Problem solved at last, and everybody went home happily", ""),
        ("", ""),
    ],
)
def test_labels_are_known_however_they_are_written(label: str, field: str) -> None:
    assert lane_of(label) == field


def test_a_label_may_name_several_lanes() -> None:
    assert lanes_of("Gedanken & Gefühle") == ("thoughts", "emotion")
    assert lanes_of("Gedanken & Wetter") == ()


def test_keys_leave_out_what_is_not_the_label() -> None:
    assert label_key("**[Étapes](https://example.org)** :") == "etapes"
    assert label_key("(only this)") == "only this"


def test_roles_are_asked_in_every_language() -> None:
    assert has_role("k. A.", "nothing")
    assert has_role("同上", "same")
    assert not has_role("k. O.", "nothing")


def test_a_sign_alone_stands_for_numbers() -> None:
    assert [lane_of(label) for label in ("#", "**#**", "💡", "*")] == ["number", "number", "opportunities", ""]
