"""The list of a department's touchpoints on all maps, the worst first."""

from collections.abc import Iterator
from functools import partial

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.registry import Department
from cjsite.pages.page import Page, PageStub, SiteFrame, page_stubs
from cjsite.pages.paging import Paging, pages_for, pages_of
from cjsite.summaries.department_touchpoints import ListedTouchpoint
from cjsite.summaries.links import Link, department_link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import touchpoints_url
from cjsite.text.wording import Wording


@frozen
class DepartmentTouchpointsData:
    """What the list shows on one of its pages; count: how many touchpoints there are in all."""

    department: Link
    rows: tuple[ListedTouchpoint, ...]
    count: int


def department_touchpoints(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
    """Declare the lists of departments' touchpoints."""
    for name, department in site.content.departments.items():
        if count := site.lengths.touchpoints_of(name):
            make = partial(_page, site, department, frame, wording)
            pages = pages_of(touchpoints_url(name), pages_for(count), count)
            yield from page_stubs(site.origin("department", name), pages, make)


def _page(site: SiteSummary, department: Department, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    every = site.department_work[department.id].touchpoints
    return touchpoints_page(department, paging.rows(every), len(every), paging, frame, wording)


@memo(by="paging")
def touchpoints_page(
    department: Department,
    rows: tuple[ListedTouchpoint, ...],
    count: int,
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return a page of the list of a department's touchpoints."""
    link = department_link(department)
    title = wording("department.touchpoints", name=link.title)
    data = DepartmentTouchpointsData(link, rows, count)
    url, description = paging.address(paging.number), wording("department.touchpoints.note")
    return Page(url, "department/touchpoints.html", title, frame, data, description, "departments", paging=paging)
