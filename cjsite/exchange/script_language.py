"""The language of texts, where their script tells; of Latin letters, small words of a language do."""

import re
from collections.abc import Iterable

_SCRIPTS = {
    language: re.compile(f"[{signs}]")
    for language, signs in {
        "ko": "\uac00-\ud7af", "ja": "\u3040-\u30ff", "zh": "\u4e00-\u9fff", "ar": "\u0600-\u06ff",
        "he": "\u0590-\u05ff", "th": "\u0e00-\u0e7f", "uk": "іїєґІЇЄҐ", "ru": "\u0400-\u04ff",
        "el": "\u0370-\u03ff", "hi": "\u0900-\u097f",
    }.items()
}  # fmt: skip
_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to is for with it this are not you that on at from my they",
        "de": "der die das und ist nicht mit ein eine für auf zu den dem im sich auch wird es ich",
        "fr": "le la les des et est une pour dans pas avec sur du un au elle il qui je ne",
        "es": "el la los las y es una para con por del que en no un se su lo al más",
        "pt": "o os as e é uma para com não do da em que um se no na ao por mais",
        "it": "il lo la gli e è una per con non di che un si del della nel le più al",
        "nl": "de het een en is van niet met voor op te dat zijn er aan ook in ze wordt naar",
        "pl": "i w z na nie się jest do że to po za czy jak dla od o ale przez są",
        "sv": "och är inte att en ett på för med som det av den till han hon vad jag om har",
    }.items()
}
_FEWEST = 6
"""Small words that a text needs to tell its language."""
_FOREIGN = 12
"""Of so many letters, English has less than one with an accent."""
_LETTER = re.compile(r"[^\W\d_]")
_MARKS = {"ja": 0.1, "uk": 0.03}
"""Which part of the letters tells a language that shares its script with another."""


def language_of(texts: Iterable[str]) -> str:
    """Return the language that most letters of some texts can only belong to, '' where none can be told.

    >>> [language_of([text]) for text in ("Оплата заказа", "支付订单", "注文を支払う", "Pay", "데모 요청 x")]
    ['ru', 'zh', 'ja', '', 'ko']
    """
    text = " ".join(texts)
    letters = len(_LETTER.findall(text))
    counts = {language: len(script.findall(text)) for language, script in _SCRIPTS.items()}
    counts["ja"] += counts["zh"] if counts["ja"] > _MARKS["ja"] * letters else -counts["ja"]
    counts["uk"] = counts["ru"] + 1 if counts["uk"] > _MARKS["uk"] * letters else 0
    language = max(counts, key=counts.__getitem__)
    return language if counts[language] * 2 > letters and not _is_persian(text, language) else ""


def _is_persian(text: str, language: str) -> bool:
    return language == "ar" and any(sign in text for sign in "پچژگکی")


def language_in(texts: Iterable[str], labelled: str) -> str:
    """Return the language of texts below labels of a language: that of the labels, unless the texts speak another.

    >>> language_in(["Die Frau liest das Heft und ist nicht froh", "Sie fragt mit dem Handy"], "en")
    'de'
    >>> language_in(["The poster"], "en"), language_in(["Biển quảng cáo", "Chữ quá nhỏ"], "en")
    ('en', '')
    """
    text = " ".join(texts).casefold()
    if own := language_of([text]):
        return labelled if labelled[:2] == own else own
    words = re.findall(r"[^\W\d_]+", text)
    counts = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    if counts[best] >= _FEWEST and counts[best] > 2 * counts.get(labelled, 0):
        return best
    foreign = sum(letter > "\x7f" for letter in _LETTER.findall(text))
    return "" if labelled == "en" and _FOREIGN * foreign > sum(map(len, words)) else labelled
