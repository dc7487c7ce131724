"""Words that tell what the third field of a Mermaid task is: customers, systems, states, channels, levels.

The lists lie beside this file.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from cjsite.text.emotion_words import word_key

_STAGE_OF_WORK = re.compile(
    r"v?\d+(?:\.\d+)+|v\d+|(?:phase|sprint|release|version|week|day|stage|milestone|q|tag|woche|jour|día|semana|день)"
    r"\s?\d+(?:[ /-]\d+)*|\d{1,3}\s?%|\d{4}-\d\d(?:-\d\d)?|[✅❌⏳🚧🔄☑✔✖🟢🟡🔴⚠️\ufe0f]+"
)
_ROLE = re.compile(
    r"(?i:\w{2,}(?:er|ers|or|ors|ist|ists|eur|euse|teur|trice|dor|dora|tore|ant|ian)|(?:\w+-)?(?:team|staff|ops|devs?|dept"
    r"|department|hr|agents?|admins?|équipe|equipo|equipe|squad|crew|desk|office|owner|lead|boss|chef|family|friends?))"
)
_NAME = 4
"""Words that the name of somebody's work has, at most."""
_TOO = re.compile(
    r"\b(?:too|lacks?|missing|slow|hard|unclear|zu|fehl\w+|trop|manque|demasiad\w+|falta|muito|demais"
    r"|troppo|manca|te veel|слишком|нет|çok fazla|quá|thiếu)\b|太|没有|缺|過ぎ|すぎ|ない|너무|없",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:ch|chapter|module|lesson|unit|part|section|kapitel|глава|урок|第)\.?\s?\d+(?:\s?[-–]\s?\d+)?章?課?"
)
_TIME = re.compile(
    r"[~<>≤≥≈]?\s?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?\+?\s?(?:s|sec|secs|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?"
    r"|w|weeks?|months?|years?|minuten?|stunden?|tage?|wochen?|heures?|jours?|semaines?|minutos?|horas?|días?|dias?"
    r"|minuti|ore|giorni|мин|минут[аы]?|час(?:а|ов)?|дн(?:я|ей)|день|秒|分|分钟|分鐘|小时|小時|時間|天|日|초|분|시간|일)\.?"
)


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = resources.files("cjsite.exchange").joinpath("mermaid_words.txt").read_text("utf-8")
    rows = [row.split(": ", 1) for row in text.splitlines() if row and not row.startswith("#")]
    names = {name for name, _ in rows}
    return {
        name: frozenset(_key(word) for row, words in rows if row == name for word in words.split(", "))
        for name in names
    }


def _is_on(name: str, text: str) -> bool:
    return _key(text) in _lists()[name]


def _key(text: str) -> str:
    return word_key(text).replace("-", " ").replace("_", " ")


def is_customer(text: str) -> bool:
    """Tell whether a text is a word for those whose journeys are mapped, with one word before it at most."""
    words = word_key(text).split()
    return _is_on("customers", text) or (len(words) == 2 and _is_on("customers", words[-1]))


def is_system(text: str) -> bool:
    """Tell whether a text names what is no person: a system, a program."""
    return any(_is_on("systems", word) for word in re.split(r"[\s/_-]+", text)) or _is_on("systems", text)


def is_role(text: str) -> bool:
    """Tell whether a text looks like what somebody is called for their work, or is short for a department."""
    words = text.split()
    last = words[-1] if 0 < len(words) <= _NAME else ""
    return bool(_ROLE.fullmatch(last)) or (last.isupper() and last.isascii() and 2 <= len(last) <= 4)


def is_too_much(text: str) -> bool:
    """Tell whether a text says that there is too much of something, or too little."""
    return bool(_TOO.search(text))


def is_state(text: str) -> bool:
    """Tell whether a text says how far work is, or which version it belongs to."""
    return _is_on("states", text) or bool(_STAGE_OF_WORK.fullmatch(word_key(text)))


def is_channel(text: str) -> bool:
    """Tell whether a text names a channel, or what customers meet there: a page, a form, a button."""
    words = word_key(text).split()
    if not words or len(words) > _NAME:
        return False
    ends = tuple(word for word in _lists()["places"] if word[0] >= "\u3040")
    return (
        _is_on("channels", text)
        or any(_is_on("places", end) for end in (words[0], words[-1]))
        or text.endswith(ends)
    )


def is_difficulty(text: str) -> bool:
    """Tell whether a text says how difficult something is."""
    return _is_on("difficulties", text)


def is_level(text: str) -> bool:
    """Tell whether a text says how much of something there is, like a priority."""
    return _is_on("levels", text)


def is_part(text: str) -> bool:
    """Tell whether a text names a part of something by its number, like a chapter."""
    return bool(_PART.fullmatch(word_key(text)))


def is_time(text: str) -> bool:
    """Tell whether a text says how long something takes."""
    return bool(_TIME.fullmatch(word_key(text)))


def is_rather_a_name(text: str) -> bool:
    """Tell whether a word for a feeling is more often what a team or a thing is called."""
    return _is_on("names", text)
