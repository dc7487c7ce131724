"""Texts of two writing directions: which need to be set apart, and what is left as it is."""

import pytest

from cjsite.text.direction import FSI, LRI, PDI, RLI, Direction, direction_of, is_isolate, isolated, text_direction
from cjsite.text.wording import Wording, Words

WORDS: Words = {
    "days": {"one": "{n} day", "other": "{n} days"},
    "owner": "Owner: {name}",
    "of": "{part} of {whole}",
}
HOURS = {"hours": "{n} h", "minutes": "{n} min"}


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"), ("de-AT", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("fa", "rtl"),
        ("ur", "rtl"), ("pa-Arab", "rtl"), ("az-Latn", "ltr"), ("ar-XX", "rtl"), ("xx", "ltr"), ("dv-Thaa", "rtl"),
    ],
)  # fmt: skip
def test_a_language_has_its_direction(language: str, direction: str) -> None:
    assert text_direction(language) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Call", "ltr"), ("اتصال", "rtl"), ("שלום", "rtl"), ("(1) Call", "ltr"), ("+1.0", None), ("", None),
        (f"{FSI}اتصال{PDI} ends", "ltr"), (f"{FSI}اتصال{PDI}", None),
    ],
)  # fmt: skip
def test_a_text_has_the_direction_of_its_first_letter(text: str, direction: str | None) -> None:
    assert direction_of(text) == direction


@pytest.mark.parametrize("text", ["Call", "Größe 4 °C", "", "+1.0", "−1.5", "日本語", "Ελλάδα", "☎ 12"])
def test_what_fits_between_words_from_left_to_right_stays(text: str) -> None:
    assert isolated(text, "ltr") == text


@pytest.mark.parametrize("text", ["اتصال", "اتصال ثان", "12", "", ", ", "–", "؟"])
def test_what_fits_between_words_from_right_to_left_stays(text: str) -> None:
    assert isolated(text, "rtl") == text


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("اتصال", "ltr"), ("Call رزا", "ltr"), ("a\u202eb", "ltr"), ("a\u2067b", "ltr"),
        ("Call", "rtl"), ("+1.0", "rtl"), ("12%", "rtl"), ("اتصال (2)", "rtl"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_set_apart_once(text: str, around: Direction) -> None:
    apart = isolated(text, around)
    assert is_isolate(apart) and text in apart
    assert isolated(apart, around) == apart


def test_a_name_in_front_does_not_turn_a_text_round() -> None:
    assert direction_of(isolated("WhatsApp رسالة", "rtl")[1:]) == "rtl"


@pytest.mark.parametrize("text", [f"{FSI}a{PDI}{FSI}b{PDI}", "a", "", f"{FSI}a", f"{FSI}a{PDI}b", f"a{PDI}"])
def test_two_isolates_are_not_one(text: str) -> None:
    assert not is_isolate(text)


def test_a_sentence_sets_its_blanks_apart_and_is_as_it_was_without_need() -> None:
    english = Wording("en", WORDS)
    assert english("owner", name="Ana") == "Owner: Ana"
    assert english("owner", name="هدى") == f"Owner: {FSI}هدى{PDI}"
    assert english("days", n=2) == "2 days"
    assert english.signed(1) == "+1.0"


def test_signs_stay_in_front_among_words_from_right_to_left() -> None:
    arabic = Wording("ar", {"owner": "المسؤول: {name}"})
    assert arabic.signed(1) == f"{FSI}+1.0{PDI}"
    assert arabic("owner", name="هدى") == "المسؤول: هدى"
    assert arabic("owner", name="Ana") == f"المسؤول: {FSI}Ana{PDI}"


def test_words_that_a_theme_lacks_stand_apart_on_a_page_from_right_to_left() -> None:
    assert Wording("ar", WORDS)("days", n=2) == f"{LRI}2 days{PDI}"
    assert Wording("ar", {"days": "{n} أيام"})("days", n=2) == "2 أيام"


def test_words_of_ours_stand_apart_in_an_article_of_another_language() -> None:
    german = Wording("en", WORDS).amid("de")
    assert german("days", n=2) == f"{LRI}2 days{PDI}"
    assert german("of", part=german("days", n=2), whole="3") == f"{LRI}2 days of 3{PDI}"
    assert german.paragraph(german("days", n=1), german("days", n=2)) == f"{LRI}1 day 2 days{PDI}"
    assert german.signed(1) == "+1.0"
    assert Wording("ar", {"days": "{n} أيام"}).amid("en")("days", n=2) == f"{RLI}2 أيام{PDI}"


def test_a_length_of_time_is_one_text() -> None:
    assert Wording("en", HOURS).amid("ar").duration(95) == f"{LRI}1 h 35 min{PDI}"


def test_an_article_in_the_language_of_the_site_needs_no_other_words() -> None:
    english = Wording("en", WORDS)
    assert english.amid("") is english.amid("en") is english.amid("en-GB") is english
    assert Wording("az", WORDS).amid("az-Arab")("days", n=2) == f"{LRI}2 days{PDI}"
    assert english.amid("de") is english.amid("de")


def test_a_list_of_texts_leaves_out_the_empty_ones() -> None:
    assert Wording("en", WORDS).listed("Ana", "", "هدى") == f"Ana, {FSI}هدى{PDI}"
