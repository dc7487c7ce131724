"""Channels as customers meet them: how they feel there, and whether they suit the people who use them."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.narration import is_called
from cjsite.analysis.tally import Tally
from cjsite.base.frozen import frozen
from cjsite.model.persona import Persona, Preference
from cjsite.model.registry import Channel, Service
from cjsite.model.touchpoint import TouchpointFields

AVOIDED, LIKED = 2, 4
"""Preference (1 to 5) up to which a channel is avoided, and from which it is liked."""
_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})")


@frozen
class Mismatch:
    """A preference that a map does not meet.

    kind: avoided = the persona must use a channel that they avoid (at: where); closed = a liked channel is never
    open at the persona's hours; missing = a liked channel is not on the map.
    """

    kind: Literal["avoided", "closed", "missing"]
    persona: str
    preference: Preference
    at: tuple[Column, ...] = ()


def service(touchpoint: TouchpointFields, channels: Mapping[str, Channel]) -> Service | None:
    """Return who serves at a touchpoint: what it says itself, or else its channel; None where neither does."""
    channel = channels.get(touchpoint.channel)
    return touchpoint.service or (channel.service if channel else None)


def ranking(felt: Mapping[str, Tally]) -> tuple[str, ...]:
    """Return the channels from the worst mean feeling to the best; those where nothing is known come last.

    felt: the tally of each channel's touchpoints. A touchpoint without a feeling changes no mean.

    >>> ranking({"mail": Tally(1), "chat": Tally(1, 1, 1.0), "phone": Tally(2, 1, -2.0)})
    ('phone', 'chat', 'mail')
    """

    def place(channel: str) -> tuple[bool, float, int, str]:
        tally = felt[channel]
        return tally.mean is None, tally.mean or 0.0, -tally.known, channel

    return tuple(sorted(felt, key=place))


def mismatches(
    persona: Persona, points: Iterable[Column], channels: Mapping[str, Channel], is_overview: bool = False
) -> tuple[Mismatch, ...]:
    """Return the preferences of a persona that a map does not meet, in the persona's order.

    points: those that the persona may come by. is_overview: whether other maps show the details, and tell what is
    missing there. Nobody uses a channel that they avoid by being called in it, nor where a step only stands for
    another map; and what nobody controls is nobody's to offer.
    """
    met: dict[str, list[Column]] = {}
    for column in points:
        met.setdefault(column.touchpoint.channel, []).append(column)
    unmet: list[Mismatch] = []
    for preference in persona.channels:
        at = tuple(met.get(preference.channel, ()))
        channel = channels.get(preference.channel)
        is_avoided = preference.preference is not None and preference.preference <= AVOIDED
        is_liked = preference.preference is not None and preference.preference >= LIKED
        used = tuple(column for column in at if not column.step.journey and not is_called(column, channels))
        if is_avoided and used:
            unmet.append(Mismatch("avoided", persona.id, preference, used))
        elif is_liked and not at and not is_overview and (channel is None or channel.control != "none"):
            unmet.append(Mismatch("missing", persona.id, preference))
        if channel and at and overlap(preference.hours, channel.hours) == 0:
            unmet.append(Mismatch("closed", persona.id, preference, at))
    return tuple(unmet)


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
    minutes: set[int] = set()
    for h1, m1, h2, m2 in spans:
        start, end = int(h1) * 60 + int(m1), int(h2) * 60 + int(m2)
        minutes.update(minute % 1440 for minute in range(start, end if end > start else end + 1440))
    return frozenset(minutes) if spans else None
