"""Channels as customers meet them: how they feel there, and whether they suit the people who use them."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.frozen import frozen
from cjsite.model.persona import Persona, Preference
from cjsite.model.registry import Channel

AVOIDED, LIKED = 2, 4
"""Preference (1 to 5) up to which a channel is avoided, and from which it is liked."""
_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})")


@frozen
class Mismatch:
    """A preference that a map does not meet.

    kind: avoided = met in a channel that the persona avoids (at: where); closed = a liked channel is never open
    at the persona's hours; missing = a liked channel is not on the map.
    """

    kind: Literal["avoided", "closed", "missing"]
    persona: str
    preference: Preference
    at: tuple[Column, ...] = ()


@frozen
class Ranked:
    """How customers feel in a channel: the mean score on −2 to +2 over `known` observed touchpoints of `count`."""

    channel: str
    mean: float | None
    known: int
    count: int


def ranking(felt: Iterable[tuple[str, float | None]]) -> tuple[Ranked, ...]:
    """Return the channels from the worst mean feeling to the best; those where nothing is known come last.

    felt: for each touchpoint its channel ('' = none) and the score of its main feeling, None where it is not
    known. A touchpoint without a feeling changes no mean.

    >>> ranked = ranking([("chat", 1.0), ("phone", None), ("phone", -2.0), ("", 2.0)])
    >>> [(one.channel, one.mean, one.known, one.count) for one in ranked]
    [('phone', -2.0, 1, 2), ('chat', 1.0, 1, 1)]
    """
    scores: dict[str, list[float | None]] = {}
    for channel, score in felt:
        if channel:
            scores.setdefault(channel, []).append(score)
    ranked = (_ranked(channel, found) for channel, found in scores.items())
    return tuple(sorted(ranked, key=lambda one: (one.mean is None, one.mean or 0.0, -one.known, one.channel)))


def mismatches(persona: Persona, points: Iterable[Column], channels: Mapping[str, Channel]) -> tuple[Mismatch, ...]:
    """Return the preferences of a persona that a map does not meet, in the persona's order."""
    met: dict[str, list[Column]] = {}
    for column in points:
        met.setdefault(column.touchpoint.channel, []).append(column)
    found: list[Mismatch] = []
    for one in persona.channels:
        at = tuple(met.get(one.channel, ()))
        liked = one.preference is not None and one.preference >= LIKED
        if one.preference is not None and one.preference <= AVOIDED and at:
            found.append(Mismatch("avoided", persona.id, one, at))
        elif liked and not at:
            found.append(Mismatch("missing", persona.id, one))
        channel = channels.get(one.channel)
        if channel and at and overlap(one.hours, channel.hours) == 0:
            found.append(Mismatch("closed", persona.id, one, at))
    return tuple(found)


def overlap(wanted: str, offered: str) -> int | None:
    """Return the minutes a day at which both spans hold, None where either is not written as hours.

    >>> overlap("20:00-23:00", "08:00-18:00"), overlap("22:00-01:00", "00:00-24:00"), overlap("evenings", "")
    (0, 180, None)
    """
    ours, theirs = _minutes(wanted), _minutes(offered)
    return None if ours is None or theirs is None else len(ours & theirs)


def _minutes(hours: str) -> frozenset[int] | None:
    """Return the minutes of the day within spans like 08:00-18:00; a span may run past midnight."""
    spans = _HOURS.findall(hours)
    found: set[int] = set()
    for h1, m1, h2, m2 in spans:
        start, end = int(h1) * 60 + int(m1), int(h2) * 60 + int(m2)
        found.update(minute % 1440 for minute in range(start, end if end > start else end + 1440))
    return frozenset(found) if spans else None


def _ranked(channel: str, scores: list[float | None]) -> Ranked:
    known = [score for score in scores if score is not None]
    return Ranked(channel, sum(known) / len(known) if known else None, len(known), len(scores))
