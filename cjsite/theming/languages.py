"""Which languages a theme speaks, and what it does not say in them."""

import json
from collections.abc import Mapping, Sequence

from babel import Locale, UnknownLocaleError

from cjsite.text.lengths_of_time import UNITS
from cjsite.text.locale_format import locale_format
from cjsite.text.wording import Words
from cjsite.theming.bundles import Files
from cjsite.theming.layers import words_of

Layers = Sequence[tuple[str, Files]]
_BESIDE = ("rule.", "term.", "near", "figure.", "example.")


def languages(layers: Layers) -> tuple[str, ...]:
    """Return the tags of the languages that a theme has words in."""
    paths = (path for _, files in layers for path in files if path.startswith("words/") and path.endswith(".yml"))
    return tuple(sorted({path.removeprefix("words/").removesuffix(".yml") for path in paths}))


def is_interface(key: str) -> bool:
    """Tell whether a word is part of the interface: neither what rules say nor how figures are made."""
    return not key.startswith(_BESIDE) or (key.startswith("figure.") and key.endswith(".title"))


def lacking(words: Words, english: Words) -> tuple[str, ...]:
    """Return the keys that a language has no words for; lengths of time are written by CLDR where it has none."""
    return tuple(key for key in english if key not in words and key not in UNITS)


def to_translate(layers: Layers, language: str) -> str:
    """Return what a theme does not say in a language as the lines of a file of words, in English."""
    english = words_of(layers, "en")
    keys, every = lacking(words_of(layers, language), english), len(lacking({}, english))
    if not keys:
        return f"# Nothing is missing: the theme says all of its {every} texts in '{language}'.\n"
    others = sum(not is_interface(key) for key in keys)
    keys = tuple(sorted(keys, key=is_interface, reverse=True))
    head = (
        f"# Not said in '{language}', and so in English: {len(keys)} of {every} texts. {others} of them",
        "# are what rules say and how figures are made, and stand last. Words with numbers have all forms.",
        f"# What you translate belongs into themes/{layers[0][0]}/words/{language}.yml.",
    )
    return "\n".join((*head, *(f"{key}: {_entry(english[key], language)}" for key in keys), ""))


def _entry(word: str | Mapping[str, str], language: str) -> str:
    if isinstance(word, str):
        return json.dumps(word, ensure_ascii=False)
    forms = (f"{form}: {_entry(word.get(form, word['other']), language)}" for form in locale_format(language).forms)
    return f"{{{', '.join(forms)}}}"


def overview(layers: Layers) -> str:
    """Return the languages of a theme, a line each, with how many of its texts they say."""
    english = words_of(layers, "en")
    every = len(lacking({}, english))
    lines = []
    for language in languages(layers):
        missing = lacking(words_of(layers, language), english)
        said = f"{every - len(missing)} of {every} texts" if missing else f"all {every} texts"
        whole = ", the whole interface" if missing and not any(map(is_interface, missing)) else ""
        lines.append(f"{language:<8} {_name(language):<20} {said}{whole}\n")
    return "".join(lines)


def _name(language: str) -> str:
    try:
        return Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
