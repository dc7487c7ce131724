"""The theme's words: each is there, in every language, with the same blanks to fill, and used."""

import re

import pytest

from cjsite.analysis.compare import FIELDS
from cjsite.reading.tree import load
from cjsite.text.locale_format import locale_format
from cjsite.text.wording import Wording, Words, blanks
from cjsite.theming.languages import is_interface, lacking
from tests.support.command import ROOT

THEME = ROOT / "themes" / "default"
LANGUAGES = {path.stem: load(path.read_text("utf-8")) for path in sorted((THEME / "words").glob("*.yml"))}
ENGLISH: Words = LANGUAGES["en"]
SOURCES = "\n".join(
    path.read_text("utf-8")
    for path in (*sorted((THEME / "templates").rglob("*.html")), *sorted((ROOT / "cjsite").rglob("*.py")))
)
# Texts in quotes that are, or begin, a key: what follows is put together when the page is made.
LITERALS = set(re.findall(r"""["']([a-z0-9][\w.{}-]*)""", SOURCES))


def test_every_word_that_a_template_asks_for_is_there() -> None:
    asked = set(re.findall(r"""\bt\(\s*["']([\w.-]+)["']\s*[,)]""", SOURCES))
    asked |= set(re.findall(r"""\bwording\(\s*["']([\w.-]+)["']\s*[,)]""", SOURCES))
    assert asked - ENGLISH.keys() == set()


def test_no_word_is_left_that_nobody_asks_for() -> None:
    stems = {literal.partition("{")[0] for literal in LITERALS if literal.partition("{")[0].endswith(".")}
    unused = [key for key in ENGLISH if key not in LITERALS and not any(key.startswith(stem) for stem in stems)]
    assert unused == []


def test_all_that_may_differ_between_two_touchpoints_has_a_word() -> None:
    assert [name for name in FIELDS if f"insight.field.{name}" not in ENGLISH] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_the_interface_and_two_say_all(language: str) -> None:
    missing = lacking(LANGUAGES[language], ENGLISH)
    assert [key for key in missing if language == "de" or is_interface(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_the_blanks_that_are_filled(language: str) -> None:
    words = LANGUAGES[language]
    assert words.keys() - ENGLISH.keys() == set(), "not known in English"
    assert [key for key, word in words.items() if blanks(word) != blanks(ENGLISH[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_is_there_and_no_other(language: str) -> None:
    """A form without the number is for one number alone, as one and two are in Arabic."""
    needed = set(locale_format(language).forms)
    plural = {key: entry for key, entry in LANGUAGES[language].items() if not isinstance(entry, str)}
    assert [key for key, entry in plural.items() if needed != entry.keys()] == []
    for key, entry in plural.items():
        silent = {form for form, text in entry.items() if "n" not in blanks(text)}
        assert silent <= {"one", "two"} or "n" not in blanks(ENGLISH[key]), key


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [("en", 0.8, "+0.8"), ("en", -1.25, "−1.3"), ("en", -0.04, "0.0"), ("de", -1.5, "−1,5"), ("en", 0, "0.0")],
)
def test_a_feelings_number_has_a_sign(language: str, value: float, written: str) -> None:
    assert Wording(language, {}).signed(value) == written


def test_a_number_bears_a_sign_as_its_scale_does() -> None:
    """A map's scale may have a minus where the site's has none, and the other way round."""
    of_site, wording = Wording("en", {}, signs=False), Wording("en", {})
    assert [of_site.signed(1.5), of_site.signed(1.5, True), wording.signed(1.5, False)] == ["1.5", "+1.5", "1.5"]
    assert [wording.ends(-2, 2), wording.ends(1, 5), wording.ends(-2.5, 0)] == [
        ("−2", "+2"),
        ("1", "5"),
        ("−2.5", "0"),
    ]


def test_a_little_less_than_nothing_is_written_without_a_sign() -> None:
    wording = Wording("en", {})
    assert [wording.number(value, 1) for value in (-0.04, 0.04, -0.06)] == ["0", "0", "−0.1"]


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "0 min"), (25, "25 min"), (90, "1 h 30 min"), (60, "1 h"), (1440, "1 day"), (3000, "2 days 2 h")],
)
def test_a_length_of_time_in_its_two_largest_units(minutes: float, written: str) -> None:
    assert Wording("en", ENGLISH).duration(minutes).replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("xx", "ltr")])
def test_the_direction_of_a_language(language: str, direction: str) -> None:
    assert Wording(language, {}).direction == direction
