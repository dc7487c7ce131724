"""The list of departments, each with what it has to do with."""

from cjsite.analysis.health import Health
from cjsite.frozen import frozen
from cjsite.model.registry import Department
from cjsite.pages.department import Everybody
from cjsite.pages.links import department_link
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.work import Work
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
    everybody: Everybody


def departments_page(
    works: tuple[tuple[Department, Work], ...], everybody: Everybody, frame: Frame, wording: Wording
) -> Page:
    """Return the list of departments, in the order of their registry; works: what each has to do in all maps."""
    data = Departments(tuple(_entry(department, work) for department, work in works), everybody)
    title, description = wording("departments.title"), wording("departments.description")
    return Page("departments/index.html", "departments.html", title, frame, data, description, "departments")


def _entry(department: Department, work: Work) -> Entry:
    return Entry(
        department=department_link(department),
        lead=department.lead,
        interest=department.interest.asks,
        partner=department.partner,
        faces_customer=department.faces_customer,
        journeys=work.joined,
        answers=work.answers,
        maps=work.maps,
        front=work.front,
        health=work.health,
        overdue=work.overdue,
    )
