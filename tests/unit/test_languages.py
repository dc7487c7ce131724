"""Languages of a theme: what one lacks is said in English and marked so; figures are written as it writes them."""

import datetime
import re
from pathlib import Path

import pytest

from cjsite.base.span import Span
from cjsite.templating.isolates import as_elements
from cjsite.text.direction import BORROWED, PDI
from cjsite.text.locale_format import locale_format, tags_of
from cjsite.text.wording import Wording, Words
from cjsite.theming.languages import is_interface, lacking
from tests.support.command import cjsite
from tests.support.content import content
from tests.support.page import LANGUAGES, WHOLE_LANGUAGES, document, html, wording

ENGLISH: Words = {"ways": {"one": "{n} way", "other": "{n} ways"}, "owner": "Owner: {name}", "all": "All"}
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", f"CHF{NBSP}10"), ("de", f"10{NBSP}CHF"), ("nl", f"CHF{NBSP}10"), ("ja", f"CHF{NBSP}10"),
        ("fr", f"10{NBSP}CHF"), ("fa", f"\u200eCHF{NBSP}۱۰"),
    ],
)  # fmt: skip
def test_a_currency_of_letters_does_not_touch_its_sum(language: str, written: str) -> None:
    assert locale_format(language).money(10, "CHF") == written
    assert locale_format("en").money(10, "EUR") == "€10"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fr", f"12{NBSP}jours"), ("pt", f"12{NBSP}dias"), ("ja", f"12{NBSP}日"), ("zh-Hans", "12天"),
        ("ar", f"12{NBSP}يومًا"), ("sv", f"12{NBSP}dygn"), ("fa", f"۱۲{NBSP}روز"),
    ],
)  # fmt: skip
def test_a_length_of_time_needs_no_words_of_a_theme(language: str, written: str) -> None:
    assert locale_format(language).unit("days", 12) == written


def test_two_days_that_are_one_word_keep_the_other_end_whole() -> None:
    arabic, days = wording("ar"), 24 * 60
    assert "يومان" in arabic.duration(2 * days)
    assert "يوم" in arabic.duration(Span(days, 2 * days)).replace("يومان", "")
    assert wording("fr").duration(Span(14 * days, 21 * days)) == f"14 à 21{NBSP}jours"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "A, B and C"), ("de", "A, B und C"), ("fr", "A, B et C"), ("ja", "A、B、C"), ("zh-Hans", "A、B和C")],
)
def test_equal_things_are_listed_as_the_language_lists_them(language: str, written: str) -> None:
    assert wording(language).enumerated("A", "", "B", "C") == written


def test_parts_of_a_line_stand_between_the_language_s_own_commas() -> None:
    assert [wording(language).listed("1", "2") for language in ("en", "ar", "ja")] == ["1, 2", "1، 2", "1、2"]


def test_digits_are_those_that_the_language_counts_with() -> None:
    day = datetime.date(2026, 3, 4)
    assert locale_format("fa").date(day) == "۴ مارس ۲۰۲۶"
    assert locale_format("ar").date(day) == "4 مارس 2026", "CLDR has Latin digits for Arabic of no country"
    assert locale_format("ar-EG").decimal(-1234) == "−١٬٢٣٤"
    digits = [wording(language).digits for language in ("ar-EG", "fa", "ar", "de")]
    assert digits == ["arab", "arabext", "", ""], "scripts are told what is not 0 to 9"


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("zh", ("zh", "zh-Hans")), ("zh-CN", ("zh", "zh-Hans", "zh-CN")), ("zh-TW", ("zh", "zh-Hant", "zh-TW")),
        ("pt-BR", ("pt", "pt-Latn", "pt-BR")), ("xx", ("xx",)),
    ],
)  # fmt: skip
def test_a_place_finds_the_words_of_its_script(language: str, tags: tuple[str, ...]) -> None:
    assert tags_of(language) == tags


def test_borrowed_words_are_marked_and_follow_the_rules_of_english() -> None:
    french = Wording("fr", {"all": "Tout"}, english=ENGLISH)
    assert french("all") == "Tout"
    assert french("ways", n=0) == f"{BORROWED}0 ways{PDI}", "in French, nothing is one"
    assert french("owner", name=french("ways", n=1)) == f"{BORROWED}Owner: 1 way{PDI}"
    with pytest.raises(KeyError):
        french("nothing")


def test_a_sentence_that_begins_with_a_blank_runs_as_its_letters_do() -> None:
    assert wording("ar")("insight.focus.lowest", value="+1.5", place="مشي") == "\u2068+1.5\u2069 عند مشي"


def test_borrowed_words_keep_their_mark_among_others() -> None:
    german = Wording("de", {"owner": "Von: {name}"}, english=ENGLISH)
    assert german("owner", name=german("all")) == f"Von: {BORROWED}All{PDI}"


def test_in_pages_borrowed_words_are_english_elements_where_elements_may_stand() -> None:
    page = f'<p title="{BORROWED}All{PDI}">{BORROWED}All{PDI}</p>'.encode()
    assert as_elements(page, "").decode() == '<p title="\u2066All\u2069"><bdi lang="en" dir="ltr">All</bdi></p>'


SITE = """
-- site.yml --
title: Site
language: LANGUAGE
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [{title: One, emotion: -2, wait: 12d, duration: 2h, moment_of_truth: {}}, Two]}]
"""


@pytest.mark.parametrize("language", [*(name for name in LANGUAGES if name not in WHOLE_LANGUAGES)])
def test_nothing_on_a_map_is_borrowed_in_a_language_of_ours(language: str) -> None:
    page = html(content(SITE.replace("LANGUAGE", language)))
    assert 'lang="en"' not in page and "\u2060" not in page


def test_a_page_in_a_language_without_words_says_that_its_words_are_english() -> None:
    shown = document(content(SITE.replace("LANGUAGE", "sv")))
    borrowed = [e.text for e in shown.elements if e.tag == "bdi" and e.attributes.get("lang") == "en"]
    assert {"Journeys", "Touchpoint"} <= set(borrowed) and "\u2060" not in shown.source
    assert f"12{NBSP}dygn" in shown.source


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_is_listed_as_a_file_to_be_translated(language: str, tmp_path: Path) -> None:
    done = cjsite("words", language, cwd=tmp_path)
    keys = re.findall(r"^([\w.-]+): ", done.out, re.MULTILINE)
    assert done.code == 0 and done.err == ""
    assert sorted(keys) == sorted(lacking(wording(language).words, wording().words))
    assert [key for key in keys if is_interface(key)] == []


def test_words_of_a_site_s_own_theme_count(tmp_path: Path) -> None:
    own = tmp_path / "themes" / "house"
    (own / "words").mkdir(parents=True)
    (own / "theme.yml").write_text("extends: default\n", "utf-8")
    (own / "words" / "cs.yml").write_text("site.journeys: Cesty\n", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("theme: house\n", "utf-8")
    assert re.search(r"^cs +čeština +1 of \d+ texts$", cjsite("words", cwd=tmp_path).out, re.MULTILINE)
    missing = cjsite("words", "cs", cwd=tmp_path).out
    assert "site.journeys" not in missing and "themes/house/words/cs.yml" in missing
    assert 'home.journeys: {one: "{n} journey", few: "{n} journeys", other: "{n} journeys"}' in missing


def test_what_is_no_language_is_a_wrong_call(tmp_path: Path) -> None:
    done = cjsite("words", "german", cwd=tmp_path)
    assert (done.code, done.out) == (2, "") and "'german' is not a language; write de" in done.err


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "A: B; C. D (E)"), ("fr", f"A{NBSP}: B{NBSP}; C. D (E)"), ("ar", "A: B؛ C. D (E)"),
        ("ja", "A：B；C。D（E）"), ("zh-Hans", "A：B；C。D（E）"),
    ],
)  # fmt: skip
def test_signs_between_words_are_those_of_the_language(language: str, written: str) -> None:
    t = wording(language)
    note = t("list.note", text="D", note="E").translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))
    assert f"A{t.colon}B{t.semicolon}C{t.stop}{t.space}{note}" == written


def test_signs_without_letters_run_as_their_language_does() -> None:
    """From the first to the second, wherever readers begin; blanks that scripts fill are no letters either."""
    change = wording("ar")("insight.compare.from-to", before=-1.5, after=3)
    assert change == "-1.5 ← 3" and wording("ar").amid("en")("list.arrow") == "\u2067←\u2069"
    assert wording("ar")("home.count") == "{shown} من {total} خريطة"


def test_figures_in_sentences_have_the_language_s_digits() -> None:
    assert wording("ar-EG")("rank.of-five", value=4) == "٤ من ٥"


def test_lengths_of_time_are_joined_as_sentences_are() -> None:
    assert [wording(language).duration(95) for language in ("ja", "zh-Hans")] == ["1時間35分", "1小时35分钟"]
