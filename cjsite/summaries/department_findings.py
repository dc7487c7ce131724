"""What was found where a department works, and on the maps that it answers for."""

from collections.abc import Iterable
from operator import attrgetter

from cjsite.analysis.columns import Column
from cjsite.analysis.rules import RULES
from cjsite.base.frozen import frozen
from cjsite.summaries.finding_entry import FindingEntry
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link
from cjsite.summaries.toplist import TopList
from cjsite.summaries.urls import findings_url

MAPS = 24
"""How many maps with findings are listed."""


@frozen
class DepartmentFinding:
    """A finding that the department can mend; warns: whether it is a warning, else a note."""

    code: str
    warns: bool
    entry: FindingEntry
    sort_key: tuple[bool, float, str]


@frozen
class MapFindings:
    """A map and its findings. findings: the page of them all; count: how many are the department's own."""

    findings: Link
    count: int
    sort_key: tuple[float, str]


@frozen
class DepartmentFindings:
    """What was found where the department works: warnings first, and the maps that need most first among them."""

    listed: TopList[DepartmentFinding] = TopList()
    warnings: int = 0
    maps: TopList[MapFindings] = TopList()

    @property
    def notes(self) -> int:
        """Return how many of them are notes."""
        return self.listed.beyond(self.warnings)


def department_findings_at(
    insights: JourneyInsights, department: str, mine: Iterable[Column], analysis: JourneyAnalysis
) -> tuple[int, ...]:
    """Return the places in a map's list of what was found where the department works.

    That is at its steps and touchpoints and, on its own map, about the whole map.
    """
    spots = {name for column in mine for name in (column.step.id, column.id)}
    if analysis.inputs.journey.owner == department:
        spots.add("")
    findings = enumerate(insights.findings)
    return tuple(number for number, finding in findings if not finding.waived and finding.at in spots)


def department_findings(insights: JourneyInsights, at: tuple[int, ...]) -> DepartmentFindings:
    """Return a department's findings on a map, by their places in its list."""
    if not at:
        return DepartmentFindings()
    url = findings_url(insights.card.id)
    listed = []
    for entry in (insights.finding_entries[number] for number in at):
        code = entry.finding.code
        warns = RULES[code].severity == "warning"
        listed.append(DepartmentFinding(code, warns, entry, (not warns, -insights.card.need, url)))
    own_map = MapFindings(Link(insights.journey.title, url), len(listed), (-insights.card.need, url))
    return DepartmentFindings(
        listed=TopList.of(listed, sort_key=attrgetter("sort_key")),
        warnings=sum(finding_entry.warns for finding_entry in listed),
        maps=TopList.of([own_map], MAPS, attrgetter("sort_key")),
    )
