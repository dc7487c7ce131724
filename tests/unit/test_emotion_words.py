"""The lists of words for feelings: they parse, and agree with themselves and with each other."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

import cjsite.text
from cjsite.text.emotion_words import LANGUAGES, ROLES, emoji_scores, emotion_words, role_words, word_key
from docs.generate.emotion_words import face_words, faces, new_words, renewed

LISTS = Path(cjsite.text.__file__).parent / "emotion_words"


def _rows(language: str) -> list[tuple[str, list[str]]]:
    """Return the rows of a list as it is written, endings put to their stems."""
    rows = []
    for row in (LISTS / f"{language}.txt").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            name, words = row.split(": ")
            parts = [word.split("|") for word in words.split(", ")]
            rows.append((name, [stem + end for stem, *ends in parts for end in ends or [""]]))
    return rows


@pytest.mark.parametrize("language", [*LANGUAGES, "emoji"])
def test_a_list_holds_each_word_once_as_it_is_looked_up(language: str) -> None:
    rows = _rows(language)
    scored = [word for name, words in rows if name not in ROLES for word in words]
    assert [word for word, count in Counter(scored).items() if count > 1] == []
    assert [word for _, words in rows for word in words if word != word_key(word) or not word] == []
    assert emotion_words(language) == {word: float(n) for n, words in rows if n not in ROLES for word in words}
    assert {abs(score) for score in emotion_words(language).values()} <= {0.0, 0.5, 1.0, 1.5, 2.0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_adjectives_and_nouns_for_all_that_people_write(language: str) -> None:
    scores = list(emotion_words(language).values())
    assert len(scores) > 300
    assert min(sum(score > 0 for score in scores), sum(score < 0 for score in scores)) > 100
    assert {0.0, 2.0, -2.0} <= set(scores)
    own = role_words([language])
    assert all(own[role] for role in ROLES)


def test_no_list_calls_good_what_another_calls_bad() -> None:
    torn = [
        (word, one, other)
        for one, other in combinations(LANGUAGES, 2)
        for word, score in emotion_words(one).items()
        if score * emotion_words(other).get(word, 0.0) < 0
    ]
    assert torn == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_denies_or_sets_a_condition_says_not_how_much(language: str) -> None:
    roles = role_words([language])
    turning = roles["not"] | roles["if"]
    assert turning & (roles["measure"] | roles["and"] | roles["or"]) == set()
    assert turning & emotion_words(language).keys() == set()


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("frustration, frustriert, frustration, frustrado, frustrazione, gefrustreerd, sfrustrowany, hüsran", -1),
        ("фрустрация, إحباط, 挫败感, 挫折, 좌절, thất vọng", -1),
        ("relief, erleichterung, soulagée, alivio, alívio, sollievo, opluchting, ulga, rahatlama", 1),
        ("облегчение, ارتياح, 如释重负, 如釋重負, 安堵, 안도감, nhẹ nhõm", 1),
        ("anxiety, angst, inquiète, ansiedad, ansiedade, ansia, bezorgd, lęk, kaygı, тревога, قلق, 焦虑, 焦慮", -1),
        ("overwhelmed, überfordert, dépassée, abrumado, sobrecarregada, sopraffatto, overweldigd", -1),
        ("confidence, zuversicht, confiance, confianza, confiança, fiducia, vertrouwen, pewność siebie", 1),
        ("curious, neugierig, curieuse, curioso, curiosa, nieuwsgierig, ciekawy, meraklı, любопытно, 好奇", 1),
    ],
)
def test_a_feeling_has_the_same_sign_in_every_language(words: str, sign: int) -> None:
    every = [emotion_words(language) for language in LANGUAGES]
    for word in words.split(", "):
        found = [scores[word] for scores in every if word in scores]
        assert found, word
        assert all(score * sign > 0 for score in found), word


def test_only_emoji_of_a_plain_valence_are_valued() -> None:
    scores = emoji_scores()
    assert scores["😡"] < 0 < scores["🙂"]
    assert [sign for sign in "⏰🎯📊⭐🤷😅🥺😮🤯🙃" if sign in scores] == []
    assert not any(word.isalpha() for word in scores)


def test_words_are_looked_up_in_one_spelling() -> None:
    assert word_key("  Very\n GOOD!… ") == "very good"
    assert word_key("İlgili") == "ilgili"
    assert word_key("Удивлён") == "удивлен"
    assert word_key("un po’") == "un po'"
    assert word_key("جدًّا") == word_key("جدا")
    assert word_key("❤️") == word_key("❤")
    assert word_key("Frustré") == word_key("Frustre\N{COMBINING ACUTE ACCENT}")


def test_words_come_from_faces_of_one_sign(tmp_path: Path) -> None:
    folder = tmp_path / "annotations" / "de"
    folder.mkdir(parents=True)
    (folder / "annotations.json").write_text(
        '{"annotations": {"annotations": {"😀": {"default": ["Froh", "Gesicht"], "tts": ["x"]},'
        ' "😢": {"default": ["traurig", "Gesicht"]}, "🙁": {"default": ["traurig"]}, "⌚": {"default": ["Uhr"]}}}}',
        "utf-8",
    )
    words = face_words(tmp_path, "de", {"😀": 2.0, "😢": -1.5, "🙁": -1.0})
    assert words == {"froh": 2.0, "traurig": -1.0}
    head = "# Words\n1: froh\n# From Unicode CLDR 48\n"
    before = head + "0: traurig, uhr\n"
    assert renewed(before, words) == head + "-1: traurig\n"
    assert renewed(renewed(before, words), words) == renewed(before, words)
    assert renewed("# Words\n1: froh\n", words) == "# Words\n1: froh\n"
    assert list(new_words({"froh"}, words)) == ["-1: traurig"]
    assert faces("# x\n1: 🙂, 😀\n# Other signs.\n2: 🎉\n") == {"🙂", "😀"}
