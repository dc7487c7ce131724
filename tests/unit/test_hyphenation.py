"""Where words may break, and what must never be broken."""

from pathlib import Path

import pytest
from pyphen import Pyphen

import cjsite
from cjsite.text.hyphenation import BREAK, SOFT_HYPHEN, breakable, in_text
from cjsite.text.hyphenation_patterns import OWN, _file, _patterns, break_places

FOLDER = Path(cjsite.__file__).parent / "text/hyphenation_patterns"
WORDS = {
    "de": ("Bestätigung Warteschlange Urinstinkte", "Be-stä-ti-gung War-te-schlange Ur-instinkte"),
    "de-CH": ("Rückgabefrist", "Rück-ga-be-frist"),
    "en": ("Confirmation neighbour", "Con-fir-ma-tion neigh-bour"),
    "en-GB": ("Confirmation", "Con-firm-a-tion"),
    "fi": ("palautuslomake", "pa-lau-tus-lo-make"),
    "nn": ("kundeopplevelsen", "kunde-opp-le-vel-sen"),
    "tr": ("değerlendirme İSTANBULLULAR", "de-ğer-len-dirme İS-TAN-BUL-LU-LAR"),
    "fr": ("l’enregistrement", "l’en-re-gis-tre-ment"),
    # Hungarian adds a letter at some breaks, which a soft hyphen could not.
    "hu": ("visszajelzés asszonnyal", "vissza-jel-zés asszonnyal"),
    # There are no patterns: Arabic never breaks, and Catalan's are under the GPL alone.
    "ar": ("الاستراتيجيات", "الاستراتيجيات"),
    "ca": ("confirmació", "confirmació"),
}


def _shown(text: str, language: str) -> str:
    return in_text(text, language).replace(SOFT_HYPHEN, "-").replace(BREAK, "|")


@pytest.mark.parametrize("language", WORDS)
def test_words_part_as_their_language_parts_them(language: str) -> None:
    text, parted = WORDS[language]
    assert _shown(text, language) == parted


@pytest.mark.parametrize(("word", "places"), [("Rückgabe", [4]), ("Glückwunsch", [5]), ("Urinstinkt", [2])])
def test_german_is_not_parted_as_pyphens_own_patterns_do(word: str, places: list[int]) -> None:
    assert break_places(word, "de") == places


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Workshop", "Workshop"),
        ("(confirmation), “confirmation”: confirmation!", "(con-fir-ma-tion), “con-fir-ma-tion”: con-fir-ma-tion!"),
        ("check-confirmation", "check-con-fir-ma-tion"),
        ("#confirmation @confirmation $confirmation", "#confirmation @confirmation $confirmation"),
        ("confirmation2 confirmation.pdf con_confirmation", "confirmation2 confirmation.pdf con_|confirmation"),
        ("confirmation@example.org", "confirmation@|example|.org"),
        ("https://example.org/confirmation/x?a=1.5", "https://|example|.org/|confirmation/|x?|a=|1|.5"),
        ("paid/confirmation", "paid/|con-fir-ma-tion"),
        ("PayPalConfirmation McDonalds", "Pay|Pal|Confirmation McDonalds"),
        ("AT&amp;confirmation &quot;confirmation&#34;", "AT&amp;confirmation &quot;con-fir-ma-tion&#34;"),
        (f"confirma{SOFT_HYPHEN}tions", "confirma-tions"),
    ],
)
def test_only_bare_words_are_hyphenated_and_signs_break_without_a_hyphen(text: str, parted: str) -> None:
    assert _shown(text, "en") == parted


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("お客様ポータル", "お客様|ポータル"), ("ショートメッセージ", "ショート|メッセージ"),
        ("カスタマーサポートへ電話", "カスタマー|サポートへ電話"), ("フロントステージ", "フロント|ステージ"),
        ("クレジットカード決済", "クレジット|カード|決済"), ("ウェブサイト", "ウェブ|サイト"),
        ("苦いコーヒー", "苦い|コーヒー"), ("パッケージ", "パッケージ"), ("オーバーロード", "オーバー|ロード"),
        ("オンラインオーダーフォーム", "オンライン|オーダー|フォーム"),
        ("コミュニケーションインフラストラクチャー", "コミュニ|ケーション|インフラ|ストラ|クチャー"),
        ("ー" * 9, "ー" * 9), ("ア" * 99, "ア" * 99),
    ],
)  # fmt: skip
def test_long_words_in_katakana_part_where_a_word_of_theirs_ends(text: str, parted: str) -> None:
    assert _shown(text, "ja") == parted
    assert _shown(text, "en") == text
    assert breakable(f"<p>{text}</p>", "ja") == f"<p>{in_text(text, 'ja')}</p>", "short texts too"


def test_latin_letters_among_others_part_as_english() -> None:
    assert [_shown("确认 confirmation", "zh-Hans"), _shown("confirmation", "ar")] == [
        "确认 con-fir-ma-tion",
        "con-fir-ma-tion",
    ]


def test_a_figure_and_its_sign_stand_on_one_line() -> None:
    nbsp = "\N{NO-BREAK SPACE}"
    assert in_text("18 % von n = 14, a = b % c", "de") == f"18{nbsp}% von n{nbsp}={nbsp}14, a = b % c"


def test_only_text_that_is_seen_breaks() -> None:
    html = (
        '<a href="/confirmation" title="a > confirmation" data-x=\'"confirmation\'>{}</a><!-- confirmation -->'
        "<code>confirmation</code><svg><title>confirmation</title></svg><kbd>confirmation</kbd>"
        '<span class="unseen">confirmation</span><b>No</b><i>: confirmation</i>'
        '<div class="cell doing row3">\n<b>Confirmation</b><p>{}</p></div>'
    )
    parted = in_text("confirmation", "en")
    assert breakable(html.format("confirmation", "confirmation"), "en") == html.format(parted, parted)


def test_a_long_text_after_a_drawing_breaks_though_another_drawing_follows() -> None:
    drawing = '<svg class="icon"><use href="#i"/></svg>'
    shown = breakable(f"<p>{drawing}Versicherungsleistung</p><p>{drawing}ja</p>", "de")
    assert shown.count(SOFT_HYPHEN) > 1 and shown.replace(SOFT_HYPHEN, "").count("Versicherungsleistung") == 1


@pytest.mark.parametrize("language", ["en", "fr", "nl", "sl", "af", "hu", "tr", "de"])
def test_patterns_that_are_read_as_they_are_asked_for_say_what_pyphen_says(language: str) -> None:
    path = _file(language)
    ours = _patterns(language)
    assert path is not None and ours is not None
    theirs = Pyphen(filename=path, cache=False).hd
    for word in (
        "bestätigung",
        "confirmation",
        "verantwortelijkheid",
        "değerlendirme",
        "visszajelzés",
        "straatnaam",
    ):
        assert ours.positions(word) == theirs.positions(word)


def test_every_file_of_patterns_has_its_licence_beside_it() -> None:
    files = {path.stem for path in FOLDER.glob("*.dic")}
    assert files == set(OWN.values())
    for name in files:
        licence = (FOLDER / f"LICENSE.{name}").read_text("utf-8")
        assert licence.startswith(f"{name}.dic: hyph-") and "GNU" not in licence
        assert "version" in licence or "20" in licence
