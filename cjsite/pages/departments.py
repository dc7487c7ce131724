"""The list of departments, each with what it has to do with."""

from collections.abc import Mapping

from cjsite.analysis.health import Health, total
from cjsite.frozen import frozen
from cjsite.model.registry import Department
from cjsite.pages.department import Average, average, overdue, parts_of
from cjsite.pages.links import department_link
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.part import Part
from cjsite.pages.summary import JourneySummary
from cjsite.wording import Wording


@frozen
class Entry:
    """A department in the list.

    answers: how many maps it answers for; journeys: in how many it works; maps: in how many it does either.
    """

    department: Link
    lead: str
    interest: str
    partner: bool
    faces_customer: bool | None
    journeys: int
    answers: int
    maps: int
    front: int
    health: Health
    overdue: int


@frozen
class Departments:
    """What the list shows."""

    entries: tuple[Entry, ...]
    maps: int
    average: Average | None


def departments_page(
    summaries: tuple[JourneySummary, ...], departments: Mapping[str, Department], frame: Frame, wording: Wording
) -> Page:
    """Return the list of departments, in the order of their registry."""
    current = tuple(summary for summary in summaries if summary.row.current)
    data = Departments(
        entries=tuple(_entry(d, parts_of(d.id, current)) for d in departments.values()),
        maps=len(current),
        average=average(current),
    )
    title, description = wording("departments.title"), wording("departments.description")
    return Page("departments/index.html", "departments.html", title, frame, data, description, "departments")


def _entry(department: Department, parts: list[Part]) -> Entry:
    return Entry(
        department=department_link(department),
        lead=department.lead,
        interest=department.interest.asks,
        partner=department.partner,
        faces_customer=department.faces_customer,
        journeys=sum(bool(part.meetings) for part in parts),
        answers=sum(part.owns for part in parts),
        maps=sum(part.owns or bool(part.meetings) for part in parts),
        front=sum(meeting.role == "front" for part in parts for meeting in part.meetings),
        health=total(part.health for part in parts),
        overdue=overdue(parts),
    )
