"""What pages about the whole site are made from: the summaries of its journeys, and what these come to."""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Concatenate, ParamSpec, TypeVar, cast

from cjsite.analysis.dead_link import DeadLink
from cjsite.analysis.findings import RuleFinding, site_findings
from cjsite.analysis.rules import RULES
from cjsite.analysis.rules.site_facts import site_facts
from cjsite.base.lazy import LastAsked, Lazy
from cjsite.base.memo import memo
from cjsite.base.problem import Finding, Place
from cjsite.base.rollup import grouped, roll_up, rollup_of
from cjsite.model.content import Content
from cjsite.summaries.channel_metrics import MetricsByChannel, roll_up_metrics
from cjsite.summaries.dead_links import dead_links
from cjsite.summaries.department_insights import DepartmentInsights, roll_up_department_insights
from cjsite.summaries.department_work import DepartmentWork, roll_up_department_work
from cjsite.summaries.evidence_summary import EvidenceSummary, roll_up_evidence
from cjsite.summaries.findings_summary import FindingsSummary, findings_summary, roll_up_findings
from cjsite.summaries.focus_summary import JourneyFocus, journey_focus, roll_up_focus
from cjsite.summaries.handoff_summary import HandoffSummary, handoff_summary, roll_up_handoffs
from cjsite.summaries.investment_summary import JourneyInvestment, roll_up_investments
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.journey_run import JourneyRun, concerned, share_of, shared, work_of
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.link_targets import LinkTargets
from cjsite.summaries.links import Link, department_link
from cjsite.summaries.list_lengths import JourneyRows, ListLengths, list_lengths
from cjsite.summaries.low_feelings import LowFeelings, low_feelings, roll_up_low_feelings
from cjsite.summaries.opportunity import OpportunityCard, roll_up_opportunities
from cjsite.summaries.review_due import ReviewDue, by_urgency
from cjsite.summaries.touchpoint_summary import TouchpointSummary, roll_up_touchpoints, touchpoint_summary
from cjsite.summaries.usage import JourneyUsage, journey_usage, roll_up_usage
from cjsite.text.wording import Wording

P = ParamSpec("P")
T = TypeVar("T")


class SiteSummary:
    """The registries, and what all journeys come to; each part is worked out when a page first asks for it.

    Of the journeys themselves only their summaries are read. today: the day that reviews are counted from. pages:
    the addresses of all pages and downloads.
    """

    def __init__(
        self,
        content: Content,
        summaries: Sequence[Lazy[JourneySummary]],
        today: datetime.date,
        pages: Lazy[frozenset[str]],
        rows_of: Callable[[str], JourneyRows] | None = None,
        runs: Lazy[Sequence[JourneyRun]] | None = None,
    ) -> None:
        self.content = content
        self.today = today
        self._summaries = summaries
        self._pages = pages
        self._rows_of = rows_of
        self._runs = runs
        self._once: dict[Callable[..., object], object] = {}

    def once(self, make: Callable[Concatenate["SiteSummary", P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return make(self, …), worked out by the first of the pages of a list that asks for it."""
        if make not in self._once:
            self._once[make] = make(self, *args, **kwargs)
        return cast(T, self._once[make])

    def origin(self, kind: str, name: str) -> str:
        """Return the path of the file that a thing of a kind stands in."""
        return self.content.places[f"{kind}/{name}"][""].path

    @cached_property
    def journeys(self) -> tuple[JourneySummary, ...]:
        """Return the summaries of all journeys, in their order."""
        return tuple([summary() for summary in self._summaries])

    @cached_property
    def current(self) -> tuple[JourneySummary, ...]:
        """Return the summaries of those that figures count: as-is journeys that are not archived."""
        return tuple([journey for journey in self.journeys if journey.card.current])

    @cached_property
    def lengths(self) -> ListLengths:
        """Return how many rows lists over all maps have, without a summary of any."""
        return list_lengths(self.content, self._rows_of)

    @cached_property
    def insights(self) -> tuple[JourneyInsights, ...]:
        """Return what the pages of insights need of all journeys."""
        return tuple([journey.insights for journey in self.journeys])

    @cached_property
    def department_links(self) -> Mapping[str, Link]:
        """Return the links to all departments by id, in the order of their registry."""
        departments = self.content.departments
        return OrderedDict((name, department_link(department)) for name, department in departments.items())

    @cached_property
    def opportunities(self) -> tuple[OpportunityCard, ...]:
        """Return the opportunities of all journeys, each once, the most important first."""
        parts = self._parts(lambda run: run.opportunities, self.journeys, lambda journey: journey.opportunities)
        return roll_up(roll_up_opportunities, parts, "all")

    @cached_property
    def current_opportunities(self) -> tuple[OpportunityCard, ...]:
        """Return the opportunities of the journeys that figures count, likewise."""
        parts = self._parts(lambda run: run.current_opportunities, self.current, lambda own: own.opportunities)
        return roll_up(roll_up_opportunities, parts, "current")

    @cached_property
    def current_reviews(self) -> tuple[ReviewDue, ...]:
        """Return the reviews of the journeys that figures count, by urgency."""
        return _reviews("current", tuple([journey.review for journey in self.current]))

    @cached_property
    def kept_reviews(self) -> tuple[ReviewDue, ...]:
        """Return the reviews of all maps that are not archived, by urgency."""
        kept = [journey.review for journey in self.journeys if journey.card.status != "archived"]
        return _reviews("kept", tuple(kept))

    @cached_property
    def evidence(self) -> EvidenceSummary:
        """Return what all maps rest on."""
        parts = self._parts(lambda run: run.evidence, self.journeys, lambda journey: journey.evidence)
        return roll_up(roll_up_evidence, parts)

    @cached_property
    def map_findings(self) -> FindingsSummary:
        """Return what was found in all maps."""
        return self._rolled(roll_up_findings, lambda run: run.map_findings, findings_summary)

    @cached_property
    def focus(self) -> JourneyFocus:
        """Return what all journeys ask for first."""
        return self._rolled(roll_up_focus, lambda run: run.focus, journey_focus)

    @cached_property
    def handoffs(self) -> HandoffSummary:
        """Return the handoffs of all journeys."""
        return self._rolled(roll_up_handoffs, lambda run: run.handoffs, handoff_summary)

    @cached_property
    def touchpoints(self) -> TouchpointSummary:
        """Return where customers are met in all journeys."""
        return self._rolled(roll_up_touchpoints, lambda run: run.touchpoints, touchpoint_summary)

    @cached_property
    def metrics(self) -> MetricsByChannel:
        """Return what is measured on each channel, on the journeys that figures count."""
        parts = self._parts(lambda run: run.metrics, self.current, lambda journey: journey.metrics)
        return roll_up(roll_up_metrics, parts)

    @cached_property
    def investment(self) -> JourneyInvestment:
        """Return where money would help on all journeys, and where it goes."""
        parts = self._parts(lambda run: run.investment, self.journeys, lambda journey: journey.investment)
        return roll_up(roll_up_investments, parts)

    @cached_property
    def low_feelings(self) -> LowFeelings:
        """Return what customers bear on the journeys that figures count."""
        if self._runs:
            return roll_up(roll_up_low_feelings, [run.low_feelings for run in self._runs()])
        return rollup_of(roll_up_low_feelings, low_feelings, [journey.feelings for journey in self.current])

    @cached_property
    def usage(self) -> JourneyUsage:
        """Return what all journeys use."""
        return self._rolled(roll_up_usage, lambda run: run.usage, journey_usage)

    @cached_property
    def department_work(self) -> Mapping[str, DepartmentWork]:
        """Return what all maps say of each department's work."""
        if self._runs:
            runs = self._runs()

            def work(name: str) -> DepartmentWork:
                return roll_up(roll_up_department_work, [own for run in runs if (own := run.work_of(name))], name)

            return LastAsked(self.content.departments, work)
        parts = grouped(concerned(self.journeys))
        return {
            name: rollup_of(roll_up_department_work, work_of, parts.get(name, ()), name)
            for name in self.content.departments
        }

    @cached_property
    def department_insights(self) -> Mapping[str, DepartmentInsights]:
        """Return what the insights into all maps say to each department."""
        if self._runs:
            runs = self._runs()

            def insights(name: str) -> DepartmentInsights:
                parts = [own for run in runs if (own := run.insights_of(name))]
                return roll_up(roll_up_department_insights, parts, name)

            return LastAsked(self.content.departments, insights)
        parts = grouped(shared(self.journeys))
        return {
            name: rollup_of(roll_up_department_insights, share_of, parts.get(name, ()), name)
            for name in self.content.departments
        }

    def _rolled(
        self,
        way: Callable[[Sequence[T]], T],
        of_run: Callable[[JourneyRun], T],
        of: Callable[[JourneyInsights], T],
    ) -> T:
        """Return what all journeys come to in one respect; of: one, by what pages of insights need of it."""
        if self._runs:
            return roll_up(way, [of_run(run) for run in self._runs()])
        return rollup_of(way, of, self.insights)

    def _parts(
        self,
        of_run: Callable[[JourneyRun], T],
        journeys: Iterable[JourneySummary],
        of_journey: Callable[[JourneySummary], T],
    ) -> list[T]:
        """Return the parts of a rollup: those of runs where these were put together already."""
        return [of_run(run) for run in self._runs()] if self._runs else [of_journey(own) for own in journeys]

    @cached_property
    def shared_findings(self) -> tuple[RuleFinding, ...]:
        """Return what the rules find in what journeys share."""
        used = {journey.id: journey.used for journey in self.journeys}
        return site_findings(site_facts(self.content, used, self.today, self._dead_links()))

    def _dead_links(self) -> tuple[DeadLink, ...]:
        by_journey = {f"journey/{journey.id}": journey.links for journey in self.journeys if journey.links}
        every = {**self.content.links, **by_journey}
        if not every:
            return ()
        targets = LinkTargets(self.content, self.journeys, self._pages())
        return tuple(dead_links(((thing, link) for thing, links in every.items() for link in links), targets))

    def findings(self, wording: Wording) -> tuple[Finding, ...]:
        """Return every finding with its place, in words, sorted by place; those that may stand say why."""
        placed = []
        for journey in self.journeys:
            places = self.content.places[f"journey/{journey.id}"]
            placed += [
                _placed(finding, places.get(finding.at, places[""]), wording)
                for finding in journey.insights.findings
            ]
        placed += [
            _placed(finding, finding.place or self._place(finding.at), wording) for finding in self.shared_findings
        ]
        return tuple(sorted(placed))

    def _place(self, at: str) -> Place:
        places, taken = self.content.places, self.content.taken_out
        if at in taken:
            return taken[at][0][1]
        return places[at][""] if at in places else Place(at or "site.yml")


def _placed(finding: RuleFinding, place: Place, wording: Wording) -> Finding:
    title, why, advice = (wording(f"rule.{finding.code}.{part}") for part in ("title", "why", "advice"))
    severity = RULES[finding.code].severity
    return Finding(place, finding.code, severity, finding.message(wording), advice, title, why, finding.waived)


@memo(by="which")
def _reviews(which: str, reviews: Iterable[ReviewDue]) -> tuple[ReviewDue, ...]:  # noqa: ARG001
    return by_urgency(reviews)
