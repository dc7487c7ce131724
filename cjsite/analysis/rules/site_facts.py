"""What rules on the whole site may depend on: the registries and who uses them."""

import datetime
from collections.abc import Mapping

from cjsite.analysis.columns import columns
from cjsite.analysis.dead_link import DeadLink
from cjsite.analysis.sources import used
from cjsite.base.frozen import frozen
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.types import Kind

_KINDS: tuple[Kind, ...] = ("channel", "department", "evidence", "persona", "opportunity")


@frozen
class UsedIds:
    """The ids that one journey uses."""

    channels: frozenset[str]
    departments: frozenset[str]
    evidence: frozenset[str]
    personas: frozenset[str]
    opportunities: frozenset[str]


@frozen
class SiteFacts:
    """The content with the ids that its journeys use, the day, and the links in its texts that lead nowhere."""

    content: Content
    used: UsedIds
    today: datetime.date
    dead_links: tuple[DeadLink, ...]

    def linked(self, opportunity: Opportunity) -> bool:
        """Tell whether an opportunity stands at any step."""
        return bool(opportunity.steps) or opportunity.id in self.used.opportunities


def used_ids(journey: Journey) -> UsedIds:
    """Return the ids that a journey uses."""
    points = columns(journey)
    at_work = {name for column in points for name in column.departments}
    taking = {handoff.to for column in points for handoff in column.touchpoint.handoff}
    interested = {
        name for stakeholder in journey.stakeholders for name in (stakeholder.department, stakeholder.name)
    }
    return UsedIds(
        channels=frozenset(column.touchpoint.channel for column in points),
        departments=frozenset(at_work | taking | interested | {journey.owner}),
        evidence=frozenset(used(journey, points)),
        personas=frozenset(journey.people),
        opportunities=frozenset(journey.opportunities),
    )


def site_facts(
    content: Content,
    by_journey: Mapping[str, UsedIds],
    today: datetime.date,
    dead_links: tuple[DeadLink, ...] = (),
) -> SiteFacts:
    """Return the library of a content; by_journey: the ids that each journey uses."""
    every = by_journey.values()
    cited = {name for persona in content.personas.values() for name in persona.evidence}
    cited |= {name for opportunity in content.opportunities.values() for name in opportunity.evidence}
    owners = {opportunity.owner for opportunity in content.opportunities.values()}
    there = {kind: {name for own, name in content.elsewhere if own == kind} for kind in _KINDS}
    together = UsedIds(
        channels=frozenset().union(there["channel"], *(used.channels for used in every)),
        departments=frozenset(owners).union(there["department"], *(used.departments for used in every)),
        evidence=frozenset(cited).union(there["evidence"], *(used.evidence for used in every)),
        personas=frozenset().union(there["persona"], *(used.personas for used in every)),
        opportunities=frozenset().union(there["opportunity"], *(used.opportunities for used in every)),
    )
    return SiteFacts(content, together, today, dead_links)
