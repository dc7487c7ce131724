"""The language of texts, where their script tells: that of Latin letters does not."""

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
