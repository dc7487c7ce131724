"""What people write into cells for feelings, and what is taken from it."""

import pytest

from cjsite.model.emotion import Scale
from cjsite.reading.lexicon import Lexicon, lexicon
from cjsite.text.feeling_cell import FeelingText

ENGLISH = lexicon(("en",), Scale(), {})


def _one(text: str, words: Lexicon = ENGLISH) -> FeelingText:
    (feeling,) = words.read(text)
    return feeling


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("🙂 Hopeful", 1), ("Alarmed 😟", -1), ("😌", 1), ("😠😢", -1.75), ("👍🏽", 1), ("🤦‍♀️", -1),
        ("Anxious+", -1), ("Confident++", 1), ("Happy!", 1.5), ("Anxious-", -1), ("**Anxious**", -1),
        ("Happy?", 1.5), ("😟 very", -1),
        ("slightly worried", -1), ("very calm", 0.5), ("still a bit anxious", -1), ("a sense of relief", 1),
        ("Curious, skeptical", 0), ("angry / sad", -1.5), ("Relieved + Satisfied", 1), ("calm; hopeful", 0.75),
        ("anxious and confused", -1), ("excited but nervous", 0.25), ("Happy (4/5)", 1.5), ("[calm]", 0.5),
        ("feeling lost", -1), ("“angry”", -2), ("so-so", 0), ("matter-of-fact", 0), ("very good", 1.5),
    ],
)  # fmt: skip
def test_cells_are_taken_apart(text: str, score: float) -> None:
    feeling = _one(text)
    assert feeling.score == pytest.approx(score)
    assert feeling.unknown == ()
    assert feeling.text == text


@pytest.mark.parametrize(
    ("language", "text", "score"),
    [
        ("de", "etwas genervt", -1), ("de", "Unsicher, hoffnungsvoll", 0.25), ("de", "Großer Frust", -1.5),
        ("fr", "frustré(e)", -1.5), ("fr", "Un peu d’inquiétude", None), ("fr", "de l’angoisse", -1.5),
        ("fr", "Curieux·se", 0.5), ("es", "Cansado/a", -1), ("es", "Alivio y gratitud", 1.25),
        ("pt", "😐 Levemente ansiosa", -1), ("it", "Un po' delusa", -1), ("nl", "een beetje bezorgd", -1),
        ("pl", "bardzo zadowolona", 1), ("tr", "Endişeli ama umutlu", 0), ("tr", "çok mutlu", 1.5),
        ("ru", "Тревога и надежда", 0), ("ru", "очень удивлён", 0), ("ar", "قلق وخوف", -1.25),
        ("ar", "سعيد جدًا", 1.5),
        ("zh", "焦慮、趕時間", -0.75), ("zh", "很开心", 1.5), ("zh", "期待和不安", 0), ("ja", "やや不安", -1),
        ("ja", "期待と不安", 0), ("ja", "上昇（期待・ワクワク）", 1.25), ("ko", "기대와 불안", 0),
        ("ko", "약간의 불안감", -1),
        ("vi", "rất lo lắng", -1), ("vi", "Tò mò và hào hứng", 1),
    ],
)  # fmt: skip
def test_every_language_has_its_own_words_for_that(language: str, text: str, score: float | None) -> None:
    assert _one(text, lexicon((language,), Scale(), {})).score == score
    assert _one(text).score == score, "all lists are asked, whatever the site's language is"


@pytest.mark.parametrize(
    "text",
    [
        "not resentful", "if generic", "Satisfied if generic", "no longer anxious", "less anxious", "lack of trust",
        "happy-ish", "overwhelmed by options", "⏰", "🎯", "⭐⭐", "2/5", "very", "!", "→", "A → B", "Stress ↓",
        "nicht zufrieden mit allem", "pas du tout satisfait", "不安心", "😊 if it works", "poco satisfecho", "",
    ],
)  # fmt: skip
def test_nothing_is_looked_for_inside_a_phrase(text: str) -> None:
    feeling = _one(text)
    assert feeling.score is None
    assert feeling.unknown == (text,)


@pytest.mark.parametrize(
    ("text", "score", "unknown"),
    [
        ("Satisfied, if generic", 1, ("if generic",)),
        ("Resigned, not resentful", -1, ("not resentful",)),
        ("Unsure (prices)", -0.5, ("prices",)),
        ("⏰ Impatient", -1, ()),
        ("🙂 looks around", 1, ("looks around",)),
        # What is not understood may speak against the rest: then nobody knows.
        ("Curious, overwhelmed by options", None, ("overwhelmed by options",)),
        ("Hopeful, not convinced", None, ("not convinced",)),
        ("Hopeful, but not convinced", None, ("but not convinced",)),
        ("🙂 confused by the form", None, ("confused by the form",)),
        ("好奇、不满意价格", None, ("不满意价格",)),
    ],
)
def test_what_is_not_known_is_named_beside_what_is(
    text: str, score: float | None, unknown: tuple[str, ...]
) -> None:
    feeling = _one(text)
    assert feeling.score == score
    assert feeling.unknown == unknown


@pytest.mark.parametrize(
    ("text", "score", "spread"),
    [
        ("relieved or worried", 0, (-1, 1)), ("either relieved or angry", -0.5, (-2, 1)),
        ("Erleichtert oder alarmiert", 0, (-1, 1)), ("soulagé ou inquiet", 0, (-1, 1)),
        ("満足または不満", 0, (-1, 1)),
        ("happy, relieved or worried", 0.5, (-1, 1.5)), ("anxious or worried", -1, None),
        ("angry, sad", -1.5, None),
        ("穏やか", 0.5, None),
    ],
)  # fmt: skip
def test_alternatives_leave_a_choice(text: str, score: float, spread: tuple[float, float] | None) -> None:
    feeling = _one(text)
    assert feeling.score == pytest.approx(score)
    assert feeling.spread == spread
    assert feeling.choice == (text not in ("angry, sad", "穏やか"))


@pytest.mark.parametrize(
    ("text", "scores", "texts"),
    [
        ("curious → delighted", [0.5, 2], ["curious", "delighted"]),
        ("happy -> sad -> calm", [1.5, -1, 0.5], ["happy", "sad", "calm"]),
        ("Resignation > shame", [-1, -1.5], ["Resignation", "shame"]),
        ("Curious ➡️ convinced of it", [0.5, None], ["Curious", "convinced of it"]),
        ("→ relieved", [1], ["→ relieved"]),
        ("😟 → 🙂 Hopeful", [-1, 1], ["😟", "🙂 Hopeful"]),
    ],
)
def test_arrows_put_feelings_into_an_order(text: str, scores: list[float | None], texts: list[str]) -> None:
    feelings = ENGLISH.read(text)
    assert [feeling.score for feeling in feelings] == scores
    assert [feeling.text for feeling in feelings] == texts


def test_the_sites_language_is_asked_first_and_its_own_words_before_all() -> None:
    scale = Scale(min=1, max=5)
    own = lexicon(("de", "en"), scale, {"Super": 1, "⏰": 2, "Hin, her": 3})
    assert _one("super", own).score == -2
    assert _one("⏰", own).score == -1
    assert _one("hin, her", own).score == 0, "a site may give a number to what would be taken apart"
    assert _one("super", lexicon(("de-AT",), scale, {})).score == 1.5
    assert _one("glücklich", lexicon(("xx",), scale, {})).score == 1.5


def test_a_hostile_cell_is_read_too() -> None:
    for text in ("lost and " * 55, "と" * 500, "不" * 500, ">" * 500, "(" * 500, "very " * 100, "a" * 500):
        assert _one(text[:500]).score in (None, -1)
