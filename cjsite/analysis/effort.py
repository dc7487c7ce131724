"""What a journey costs the customer: time, waiting, contacts."""

from collections.abc import Iterable
from dataclasses import dataclass

from cjsite.analysis.columns import Column


@dataclass(frozen=True, slots=True)
class Effort:
    """Sums in minutes and contacts over the touchpoints that say so; None where none does."""

    minutes: float | None
    waiting: float | None
    contacts: int | None


def effort(points: Iterable[Column]) -> Effort:
    """Add up the effort along columns."""
    meetings = [column.touchpoint for column in points]
    minutes = [m.duration.minutes for m in meetings if m.duration]
    waiting = [m.wait.minutes for m in meetings if m.wait]
    contacts = [m.contacts for m in meetings if m.contacts is not None]
    return Effort(
        minutes=sum(minutes) if minutes else None,
        waiting=sum(waiting) if waiting else None,
        contacts=sum(contacts) if contacts else None,
    )
