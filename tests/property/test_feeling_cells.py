"""What holds for every listed word, however it is written, and for whatever else stands in a cell."""

from hypothesis import given
from hypothesis import strategies as st

from cjsite.model.emotion import Scale
from cjsite.reading.lexicon import Lexicon, lexicon
from cjsite.text.emotion_words import LANGUAGES, emoji_scores, emotion_words, role_words
from cjsite.text.feeling_cell import moments
from cjsite.text.vocabulary import vocabulary, whole_vocabulary

LANGUAGE = st.sampled_from(LANGUAGES)
SIGNS = st.sampled_from(["", "!", "+", "++", "?", "…", " -", " (3/5)", " ⏰"])
FACES = st.sampled_from(["", *sorted(emoji_scores())])
SEPARATORS = st.sampled_from([", ", " / ", "; ", " + ", " · ", " & ", "、", " – "])
PIECES = st.lists(st.sampled_from([
    "happy", "not ", "😟", " → ", "->", ", ", "(", ")", "très ", "不", "安心", " or ", " و", "-", "⏰", "+", "if ",
    "(e)", "/a",
]))  # fmt: skip


@st.composite
def listed(draw: st.DrawFn) -> tuple[str, str, float]:
    """Return a language, one of its words, and the word's score."""
    language = draw(LANGUAGE)
    word = draw(st.sampled_from(sorted(emotion_words(language))))
    return language, word, emotion_words(language)[word]


def _site(language: str) -> Lexicon:
    return lexicon((language,), Scale(), {})


def _beside(word: str, role_word: str) -> str:
    """Return a word with another before it, or behind it where its sign ~ says that it is written there."""
    if role_word.startswith("~"):
        return word + role_word[1:]
    return role_word[:-1] + word if role_word.endswith("~") else f"{role_word} {word}"


@given(listed(), SIGNS, FACES, st.booleans(), st.data())
def test_a_listed_word_never_changes_its_score(
    word: tuple[str, str, float], sign: str, face: str, capital: bool, data: st.DataObject
) -> None:
    language, plain, score = word
    measures = sorted(measure for measure in role_words([language])["measure"] if measure.count("~") < 2)
    measured = _beside(plain, data.draw(st.sampled_from(measures)))
    # A measure word may make another listed word of it, as very good is one.
    expected = emotion_words(language).get(measured, score)
    for said, wanted in ((plain, score), (measured, expected)):
        text = f"{face} {said.capitalize() if capital and said.isascii() else said}{sign}"
        assert [feeling.score for feeling in _site(language).read(text)] == [wanted], text


@given(listed(), st.data())
def test_a_denied_word_never_keeps_its_sign(word: tuple[str, str, float], data: st.DataObject) -> None:
    language, plain, score = word
    denied = _beside(plain, data.draw(st.sampled_from(sorted(role_words([language])["not"]))))
    for words in (vocabulary((language,), ()), whole_vocabulary((language,), ())):
        (feeling,) = moments(denied, words)
        assert feeling.score is None or feeling.score * score <= 0, denied


@given(LANGUAGE, SEPARATORS, st.data())
def test_several_words_are_between_the_worst_and_the_best(
    language: str, separator: str, data: st.DataObject
) -> None:
    scores = emotion_words(language)
    words = data.draw(st.lists(st.sampled_from(sorted(scores)), min_size=2, max_size=4))
    (feeling,) = _site(language).read(separator.join(words))
    assert feeling.unknown == ()
    assert feeling.score is not None
    assert min(scores[word] for word in words) <= feeling.score + 1e-9
    assert max(scores[word] for word in words) >= feeling.score - 1e-9


@given(LANGUAGE, PIECES.map("".join) | st.text(max_size=60))
def test_whatever_is_written_is_read_and_nothing_is_lost(language: str, text: str) -> None:
    feelings = _site(language).read(text)
    assert feelings
    for feeling in feelings:
        assert feeling.text.strip() in text
        assert feeling.score is None or -2 <= feeling.score <= 2
        assert feeling.scores or feeling.unknown == (feeling.text.strip(),)
        if len(feelings) > 1:
            assert _site(language).read(feeling.text) == (feeling,), "what was taken apart is not taken apart again"
