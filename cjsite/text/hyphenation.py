"""Where long words may break: soft hyphens by the patterns of a language, and breaks after signs.

Browsers know hyphenation for few languages, and some of them for none. So the build says where a word may part, and
pages say `hyphens: manual`.
"""

import re
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

from cjsite.text.hyphenation_patterns import break_places
from cjsite.text.katakana import with_breaks

SOFT_HYPHEN = "\u00ad"
BREAK = "<wbr>"
"""A place to break without a hyphen: an element, and no sign that would be copied with the word."""

_ENTITY = r"&(?:amp|lt|gt);[^\s&]*|&[#\w]{1,8};"
_WORD = re.compile(rf"{_ENTITY}|[^\s&]{{9,}}")
"""A word between blanks; what follows an escaped sign belongs to it, what follows an escaped quote does not."""
_ADDRESS = re.compile(rf"[@\\#$%&=<>{SOFT_HYPHEN}]|\w\.\w|:/|^www\.", re.IGNORECASE)
"""Words that no hyphen may stand in: addresses, names of files, tags, and those that their author has parted."""
_RUN = re.compile(r"(?<![^\s\"'“”„‚‘’«»‹›(\[{¿¡/‐–—\u2066-\u2069-])[^\W\d_]{9,}(?![\w\u0300-\u036f]|[*:]\w)")
"""Bare letters, more than eight: no sign before them but those that begin a word."""
_AFTER = re.compile(r"(?<=[\w:])([/_]+|[@?=#])(?=\w)")
"""Signs that a word may break after, most of them in addresses."""
_BEFORE = re.compile(r"(?<=\w)(?=\.\w)")
"""Where addresses of pages and mail may break as well: a point at the end of a line would end a sentence."""
_NOT_LATIN = frozenset({"ar", "fa", "he", "ja", "ko", "zh"})
_HUMP = 3
"""The fewest letters before and after a break at a capital: `McDonalds` stays whole."""

_VERBATIM = ("svg", "code", "kbd", "title", "option", "textarea", "script", "style")
_SKIPPED = "|".join(
    (
        "<!--.*?-->",
        *(rf"<{name}\b.*?</{name}>" for name in _VERBATIM),
        '<span class="unseen">[^<]*</span>',
        # What a word on the curve or a mark means, for those who hear the page.
        "(?:(?<=</b>)|(?<=</svg>)|(?<=</span>))<i>[^<]*</i>",
        r'<div class="cell [^>]*>\s*<b>[^<]*</b>',  # the name of its lane, for those who hear the page
        "<[^>\"']*+(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*+>",
    )
)
_SHORT, _SHORT_IN_JAPANESE = 8, 4
"""Letters of texts in which nothing may break."""


def _texts(short: int) -> re.Pattern[str]:
    """Return what is no text that anyone sees, and the text after it; in one piece as far as texts are short.

    Atomic: a drawing before a long text must not run on to the end of a later drawing, and take the text with it.
    """
    return re.compile(rf"((?:(?>{_SKIPPED})[^<]{{0,{short}}}+(?=<))*+(?>{_SKIPPED})?+)([^<]*+)", re.DOTALL)


_TEXT, _JAPANESE_TEXT = _texts(_SHORT), _texts(_SHORT_IN_JAPANESE)
_FIGURE = re.compile(r"(?<=\d) (?=[%‰])|(?<=\bn) = (?=\d)")
"""Blanks between a figure and its sign, which belong on one line."""


def breakable(html: str, language: str) -> Markup:
    """Return HTML whose visible texts may break inside of long words; tags, drawings and code stay as they are."""

    is_japanese = _is_japanese(language)
    short = _SHORT_IN_JAPANESE if is_japanese else _SHORT

    def parted(piece: re.Match[str]) -> str:
        text = piece[2]
        return piece[1] + in_text(text, language) if len(text) > short else piece[0]

    return Markup((_JAPANESE_TEXT if is_japanese else _TEXT).sub(parted, html))


def in_text(text: str, language: str) -> str:
    """Return the text of an element with breaks in its long words.

    >>> in_text("Rückgabe, Glückwunsch", "de").replace(SOFT_HYPHEN, "-")
    'Rückgabe, Glück-wunsch'
    """
    if " %" in text or " = " in text:
        text = _FIGURE.sub(lambda blank: blank[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
    text = _WORD.sub(lambda word: _parted(word[0], language), text)
    return with_breaks(text, BREAK) if _is_japanese(language) else text


def _is_japanese(language: str) -> bool:
    return language.partition("-")[0] == "ja"


def hyphenated(text: str, language: str) -> str:
    """Return a text that is no HTML with soft hyphens in its long words.

    >>> hyphenated("Rückgabe, Glückwunsch", "de").replace(SOFT_HYPHEN, "-")
    'Rückgabe, Glück-wunsch'
    """
    if len(text) < 9:
        return text
    return _WORD.sub(lambda word: _without_breaks(word[0], language), text)


def _without_breaks(word: str, language: str) -> str:
    return word if BREAK in word else _parted(word, language).replace(BREAK, "")


@lru_cache(1 << 14)
def _parted(word: str, language: str) -> str:
    if word.startswith("&"):
        return word
    if not _ADDRESS.search(word):
        word = _RUN.sub(lambda run: _letters(run[0], language), word)
    elif "@" in word or "//" in word:
        word = _BEFORE.sub(BREAK, word)
    return _AFTER.sub(rf"\1{BREAK}", word)


def _letters(letters: str, language: str) -> str:
    humps = [place for place in range(1, len(letters)) if letters[place - 1].islower() and letters[place].isupper()]
    if not humps:
        return _joined(SOFT_HYPHEN, letters, break_places(letters, _language_of(letters, language)))
    ends = [*humps[1:], len(letters)]
    wide = [place for place, end in zip(humps, ends, strict=True) if _HUMP <= place <= end - _HUMP]
    return _joined(BREAK, letters, wide)


def _language_of(letters: str, language: str) -> str:
    """Return whose patterns part a word: Latin letters among those of another script are mostly English."""
    return "en" if letters.isascii() and language.partition("-")[0] in _NOT_LATIN else language


def _joined(sign: str, letters: str, places: list[int]) -> str:
    return sign.join(letters[a:b] for a, b in pairwise([0, *places, len(letters)]))
