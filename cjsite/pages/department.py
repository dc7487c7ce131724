"""A department's page: its view on every journey. It selects what the maps say and adds nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from cjsite.analysis.health import Health, total
from cjsite.drawing.bundle import Bundle, bundle
from cjsite.model.registry import Department
from cjsite.pages.due import Due, by_urgency
from cjsite.pages.opening import Opening, is_open, merge
from cjsite.pages.page import Frame, Link, Page, department_url
from cjsite.pages.part import Decision, Handed, Hurt, Meeting, Part, Task
from cjsite.pages.summary import JourneySummary
from cjsite.wording import Wording

SHOWN = 15
"""How many entries a ranked list shows; what is left out stands on the maps."""
BUSIEST = 3
"""How many channels the first sentence names."""
_WORST_LAST = ("", "good", "late", "poor")


@dataclass(frozen=True, slots=True)
class Strand:
    """All handoffs with one other department; quality: the worst of them."""

    other: Link
    quality: str
    items: tuple[Handed, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The first entries of a list, and how many it has in all."""

    first: tuple[object, ...]
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """What a department's page shows; figures count as-is journeys that are not archived.

    maps: as-is journeys in all. average: the mean feeling over all their touchpoints. plans: its parts in to-be
    journeys. waiting: its opportunities under way or not yet begun.
    """

    department: Department
    maps: int
    average: float | None
    health: Health
    front: int
    channels: tuple[str, ...]
    parts: tuple[Part, ...]
    plans: tuple[Part, ...]
    owned: tuple[Link, ...]
    decisions: tuple[Decision, ...]
    hurts: Ranked
    openings: Ranked
    doing: int
    received: tuple[Strand, ...]
    given: tuple[Strand, ...]
    bundle: Bundle
    tasks: tuple[Task, ...]
    gaps: Ranked
    reviews: tuple[Due, ...]
    overdue: int


def parts_of(department: str, summaries: tuple[JourneySummary, ...]) -> list[Part]:
    """Return a department's parts in all journeys that it has to do with."""
    return [part for summary in summaries for part in summary.parts if part.department == department]


def overdue(parts: Iterable[Part]) -> int:
    """Count the late reviews of the journeys that a department answers for or works in."""
    return sum(part.due.is_late for part in parts if part.owns or part.meetings)
