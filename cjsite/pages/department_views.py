"""The views of a department's page: what its interest and its work make of all journeys."""

from collections.abc import Mapping
from typing import get_args

from cjsite.base.frozen import frozen
from cjsite.model.registry import Department, ViewName
from cjsite.pages.insights.focus import FocusLists
from cjsite.summaries.department_findings import DepartmentFindings
from cjsite.summaries.department_insights import DepartmentInsights
from cjsite.summaries.department_needs import Needs
from cjsite.summaries.department_waits import DepartmentWait, Failures
from cjsite.summaries.department_work import DepartmentWork
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.toplist import TopList

EVERY: tuple[ViewName, ...] = get_args(ViewName)


@frozen
class DepartmentViews:
    """The views of a department. first: the names of those to show first; then: of the others that have matter."""

    first: tuple[ViewName, ...]
    then: tuple[ViewName, ...]
    before_purchase: TopList[MomentEntry]
    needs: Needs
    waits: TopList[DepartmentWait]
    failures: Failures
    focus: FocusLists | None
    findings: DepartmentFindings

    @property
    def on_one_screen(self) -> bool:
        """Tell whether the summary of all maps is what the department asks for first, and so has a screen."""
        return self.first[:1] == ("summary",)


def department_views(
    department: Department, work: DepartmentWork, share: DepartmentInsights, focus: FocusLists | None
) -> DepartmentViews:
    """Return the views of a department; work, share: its own, focus: that of all maps, where it sums up."""
    needs, failures = share.needs, share.failures
    asked = tuple(dict.fromkeys(department.interest.views))
    if focus and "summary" not in asked:
        asked += ("summary",)
    matter: Mapping[ViewName, bool] = {
        "tipping-points": bool(share.before_purchase.count),
        "needs": bool(needs.aims.count or needs.wishes or needs.expected.count or needs.worths.count),
        "handoffs": bool(work.received or work.given),
        "waits": bool(share.waits.count),
        "failure-demand": bool(failures.caused.count or failures.landed.count),
        "summary": focus is not None,
    }
    return DepartmentViews(
        first=tuple(name for name in asked if matter[name]),
        then=tuple(name for name in EVERY if matter[name] and name not in asked),
        before_purchase=share.before_purchase,
        needs=needs,
        waits=share.waits,
        failures=failures,
        focus=focus,
        findings=share.findings,
    )


def sums_up(department: Department, work: DepartmentWork) -> bool:
    """Tell whether a department sees a summary of all maps."""
    return "summary" in department.interest.views or _only_leads(department.id, work)


def _only_leads(department: str, work: DepartmentWork) -> bool:
    """Tell whether a department works at no touchpoint but answers for maps or leads opportunities."""
    leads = work.answers or any(opportunity.owner_id == department for opportunity in work.opportunities)
    return bool(leads) and not work.joined
