"""Tags of languages, and what people write for them: names, countries, older codes."""

import re
from contextlib import suppress
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from cjsite.text.emotion_words import LANGUAGES

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<region>[A-Z]{2}))?(?:-[A-Za-z0-9]+)*")
EXAMPLE = "write it like en or pt-BR"


@lru_cache(256)
def language_mend(tag: str) -> str:
    """Return what to write for what is no tag of a language (BCP 47, by the list of Unicode CLDR), '' for one.

    >>> [language_mend(tag) for tag in ("en", "pt-BR", "de_DE", "German", "DK", "en-UK")]
    ['', '', 'write de-DE', 'write de', 'write da', 'write en-GB']
    """
    if _is_tag(tag):
        return ""
    meant = _meant(tag)
    return f"write {meant}" if meant else EXAMPLE


@lru_cache(64)
def likely_locale(tag: str) -> str:
    """Return a language with a country, as link previews want it; '' where none is likely (by Unicode CLDR).

    >>> [likely_locale(tag) for tag in ("de", "pt-BR", "zh-Hans", "eo")]
    ['de_DE', 'pt_BR', 'zh_CN', '']
    """
    base, *parts = tag.split("-")
    likely = get_global("likely_subtags")
    full = likely.get("_".join([base, *parts])) or likely.get(base) or ""
    countries = (part for part in (*parts, *full.split("_")[1:]) if len(part) == 2 and part.isalpha())
    country = next(countries, "")
    return f"{base}_{country.upper()}" if country else ""


def _is_tag(tag: str) -> bool:
    parts = _TAG.fullmatch(tag)
    english = Locale("en")
    if not parts or (parts["region"] and parts["region"] not in english.territories):
        return False
    # There are thousands of rare languages, each with a code of three letters, and no list here has them all.
    is_rare = len(parts["language"]) == 3 and parts["language"] not in get_global("language_aliases")
    return is_rare or parts["language"] in english.languages


def _meant(tag: str) -> str:
    language, _, region = tag.strip().replace("_", "-").partition("-")
    language = str(get_global("language_aliases").get(language.lower(), language.lower()))
    region = region.upper()
    if region and region not in Locale("en").territories:
        region = (get_global("territory_aliases").get(region) or [""])[0]
    plain = f"{language}-{region}" if region else language
    if _is_tag(plain):
        return plain
    if named := _by_name(language):
        return named
    likely = str(get_global("likely_subtags").get(f"und_{language.upper()}", "")).partition("_")[0]
    return likely if _is_tag(likely) else ""


def _by_name(name: str) -> str:
    """Return the tag of a language by its name in English, or in the language itself where many speak it."""
    for code, english in Locale("en").languages.items():
        if english.casefold() == name:
            return str(code)
    for code in LANGUAGES:
        with suppress(UnknownLocaleError):
            if (Locale(code).get_language_name(code) or "").casefold() == name:
                return code
    return ""
