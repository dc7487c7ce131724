"""A department's journeys: in sight, closed at first, and on the pages on which their list goes on."""

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.registry import Department
from cjsite.pages.page import Page, SiteFrame
from cjsite.pages.paging import Paging
from cjsite.summaries.department_journey import DepartmentJourney
from cjsite.summaries.department_work import DRAWN, DepartmentWork, UndrawnJourney
from cjsite.summaries.links import department_link
from cjsite.text.wording import Wording

LANES = 2
"""How many journeys a department's page has in sight."""


@frozen
class Lanes:
    """A department's part in `count` journeys: what is in sight at `first`, and what is drawn `later`."""

    first: tuple[DepartmentJourney, ...]
    later: tuple[DepartmentJourney, ...]
    count: int

    @property
    def closed(self) -> int:
        """Return how many are not in sight at first, drawn or not."""
        return self.count - len(self.first)


def lanes(drawn: tuple[DepartmentJourney, ...], undrawn: int, few: int | None) -> Lanes:
    """Return a department's part in journeys; few: how many are in sight, None for all that are drawn."""
    first = drawn[:few]
    return Lanes(first, drawn[len(first) :], len(drawn) + undrawn)


@frozen
class FurtherData:
    """What the pages after a department's first show: journeys that are not drawn, of `undrawn` in all."""

    further: tuple[UndrawnJourney, ...]
    undrawn: int


def further_of(work: DepartmentWork) -> tuple[UndrawnJourney, ...]:
    """Return a department's journeys that are not drawn; of plans and of the others, the first are."""
    return work.all_parts[DRAWN:] + work.all_plans[DRAWN:]


@memo(by="paging")
def further_page(
    department: Department,
    further: tuple[UndrawnJourney, ...],
    undrawn: int,
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return a page on which the list of a department's journeys goes on."""
    title = department_link(department).title
    description, url = wording("department.description", name=title), paging.address(paging.number)
    data = FurtherData(further, undrawn)
    return Page(url, "department/list.html", title, frame, data, description, "departments", paging=paging)
