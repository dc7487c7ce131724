"""Headings of stages: `1. Awareness (Week 1–2)`, `Phase 2: Choice`."""

import re

from cjsite.base.frozen import frozen
from cjsite.exchange.lane_words import lane_of
from cjsite.exchange.table_cells import unmarked

_NUMBER = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.):、．]?|[IVX]{1,4}[.)]|[①-⑳])\s+(?=\S)")
_COUNT = re.compile(r"^\W*(\d{1,2}(?:\.\d{1,2})*)")
_SLANTED = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]+)(?<=\S)\1(?![\w*_])")
_NAMED = re.compile(r"^\W*(?P<word>[^\W\d_]+)\s*(?:\d{1,2}|[IVXivx]{1,4}|[A-H])\s*[:：.)–—-]\s*(?P<rest>\S.*)$")
_BRACKETS = re.compile(r"^(?P<title>.*\S)\s*[(（\[](?P<time>[^()（）\[\]]{1,60})[)）\]]\s*$")
_DASH = re.compile(r"^(?P<title>.*\S)\s+[–—-]\s+(?P<time>[^–—]{1,40})$")
_UNIT = (
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|years?|quarters?|q|t"
    r"|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|heures?|jours?|semaines?|mois|années?"
    r"|horas?|d[ií]as?|semanas?|mes(?:es)?|m[eê]s|anos?|años?|ore|giorn[io]|settiman[ae]|mes[ei]|uur|uren|dag(?:en)?"
    r"|we(?:ek|ken)|maand(?:en)?|дн\w*|день|недел\w*|месяц\w*|час\w*|мин\w*|天|周|週|个月|個月|月|日|小时|小時|分钟|分鐘|分"
    r"|時間|秒|일|주|개월|시간|분)"
)
_WINDOW = re.compile(
    rf"(?i:.*\d\s*\+?\s*{_UNIT}\b.*|{_UNIT}\W*[-+–]?\s*\d.*|.*\d{{1,2}}:\d\d.*|(?:pre|post|vor|nach|before|after)\b.*\d.*)"
)


@frozen
class StageHeading:
    """What the heading of a stage says: its title, and when it is."""

    title: str
    time: str = ""


def is_numbered(text: str) -> bool:
    """Tell whether a heading bears a number, or says that it is a stage."""
    return bool(_NUMBER.match(text)) or _named(text) is not None


def is_named(text: str) -> bool:
    """Tell whether a heading says that it is a stage or a step: `Phase 2: …`."""
    return _named(text) is not None


def is_part_of(text: str, outer: str) -> bool:
    """Tell whether a heading's number goes on from that of another, like `2.1` from `2`."""
    number, above = _COUNT.match(text), _COUNT.match(outer)
    return number is not None and above is not None and number[1].startswith(f"{above[1]}.")


def stage_heading(text: str) -> StageHeading:
    """Return what a heading says without its number.

    >>> stage_heading("1. Awareness (Week 1–2)"), stage_heading("Phase 2: Choice")
    (StageHeading(title='Awareness', time='Week 1–2'), StageHeading(title='Choice', time=''))
    """
    plain = _SLANTED.sub(r"\2", unmarked(text))
    named = _named(plain)
    rest = named["rest"] if named else _NUMBER.sub("", plain)
    for form in (_BRACKETS, _DASH):
        match = form.match(rest)
        if match and _WINDOW.fullmatch(match["time"].strip()):
            return StageHeading(match["title"], match["time"].strip())
    return StageHeading(rest)


def _named(text: str) -> re.Match[str] | None:
    match = _NAMED.match(text)
    return match if match and lane_of(match["word"]) in ("stage", "step") else None
