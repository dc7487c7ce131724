"""The list of departments, each with what it has to do with."""

from cjsite.analysis.health import Health
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.drawing.geometry import strip_x
from cjsite.model.registry import Department
from cjsite.pages.department import AllDepartments, all_departments
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.department_work import DepartmentWork
from cjsite.summaries.links import Link, department_link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class DepartmentEntry:
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

    @property
    def strip_x(self) -> float | None:
        """Return where the department's mean feeling stands on its strip, None where nothing is known."""
        return None if self.health.mean_mood is None else strip_x(self.health.mean_mood)


@frozen
class DepartmentsData:
    """What the list shows; count: how many departments there are in all."""

    entries: tuple[DepartmentEntry, ...]
    count: int
    everybody: AllDepartments


@list_page("departments/index.html", lambda site: len(site.content.departments))
def departments(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the list of departments."""
    every = site.content.departments
    entries = tuple(_entry(every[name], site.department_work[name]) for name in paging.rows([*every]))
    return departments_page(entries, all_departments(site), len(every), paging, frame, wording)


@memo(by="paging")
def departments_page(
    entries: tuple[DepartmentEntry, ...],
    everybody: AllDepartments,
    count: int,
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the list of departments, in the order of their registry."""
    data = DepartmentsData(entries, count, everybody)
    title, description = wording("departments.title"), wording("departments.description")
    url = paging.address(paging.number)
    return Page(url, "departments.html", title, frame, data, description, "departments", paging=paging)


def _entry(department: Department, work: DepartmentWork) -> DepartmentEntry:
    return DepartmentEntry(
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
