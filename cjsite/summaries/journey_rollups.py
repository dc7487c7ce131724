"""What all journeys of a site come to, in one respect after the other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, cast, get_args, get_type_hints

from cjsite.base.lazy import LastAsked, Lazy
from cjsite.base.reads import note, read_once, unnoted
from cjsite.base.rollup import FieldByField, Rollup, grouped, put_together, roll_up, rollup_of
from cjsite.model.content import Content
from cjsite.summaries.channel_metrics import MetricsByChannel, roll_up_metrics
from cjsite.summaries.department_insights import DepartmentInsights, roll_up_department_insights
from cjsite.summaries.department_work import DepartmentWork, roll_up_department_work
from cjsite.summaries.evidence_summary import EvidenceSummary, roll_up_evidence
from cjsite.summaries.findings_summary import FindingsSummary, findings_summary, roll_up_findings
from cjsite.summaries.focus_summary import JourneyFocus, journey_focus, roll_up_focus
from cjsite.summaries.handoff_summary import HandoffSummary, handoff_summary, roll_up_handoffs
from cjsite.summaries.investment_summary import JourneyInvestment, roll_up_investments
from cjsite.summaries.journey_brief import JourneyBrief, journey_brief
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.journey_run import JourneyRun, concerned, importances, share_of, shared, work_of
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.low_feelings import LowFeelings, low_feelings, roll_up_low_feelings
from cjsite.summaries.opportunity import OpportunityCard, packed_opportunities, roll_up_opportunities
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_summary import TouchpointSummary, roll_up_touchpoints, touchpoint_summary
from cjsite.summaries.usage import JourneyUsage, journey_usage, roll_up_usage

T = TypeVar("T")
CONTENT = "content."
"""Stands before the name of a part of the content."""
IN_A_ROW = "row."
"""Stands before the name of a field of summaries of some journeys in a row, and the places of these."""
ALONE = "alone."
"""Stands before the id of a journey of which somebody has read, and of no other with it."""


class JourneyRollups:
    """What journeys come to; each part is worked out when a page first asks for it.

    runs: what they come to in rows, where somebody has put these together already.
    """

    def __init__(
        self,
        content: Content,
        summaries: Sequence[Lazy[JourneySummary]],
        runs: Lazy[Sequence[JourneyRun]] | None,
    ) -> None:
        self._content = content
        self._summaries = summaries
        self._runs = runs

    @property
    def content(self) -> Content:
        """Return what was written; which parts of it are read is noted."""
        return cast(Content, _NotedContent(self._content))

    @read_once
    def journeys(self) -> tuple[JourneySummary, ...]:
        """Return the summaries of all journeys, in their order."""
        return tuple([summary() for summary in self._summaries])

    def rows_of(self, field: str, first: int, after: int) -> Sequence[Any]:
        """Return a field of the summaries of some journeys in a row; only that of these is noted as read."""
        note(f"{IN_A_ROW}{field}:{first}:{after}")
        with unnoted():
            return [*map(attrgetter(field), (summary() for summary in self._summaries[first:after]))]

    def of_journey(self, name: str, read: Callable[[JourneySummary], T]) -> T:
        """Return what a function reads of the summary of one journey; only that one is noted as read."""
        note(f"{ALONE}{name}")
        with unnoted():
            return read(self._summaries[self._numbers[name]]())

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self._content.outlines)}

    def briefs(self) -> Iterator[JourneyBrief]:
        """Yield what lists need of all journeys, in their order; nothing is held."""
        if self._runs:
            return chain.from_iterable(run.briefs for run in self._runs())
        return map(journey_brief, self.journeys)

    def importances(self) -> Iterator[tuple[str, int]]:
        """Yield how important touchpoints of the journeys that figures count are, as `importances` does."""
        if self._runs:
            return chain.from_iterable(run.importances for run in self._runs())
        return importances(self.current)

    @read_once
    def current(self) -> tuple[JourneySummary, ...]:
        """Return the summaries of those that figures count: as-is journeys that are not archived."""
        return tuple([journey for journey in self.journeys if journey.current])

    @read_once
    def insights(self) -> tuple[JourneyInsights, ...]:
        """Return what the pages of insights need of all journeys."""
        return tuple([journey.insights for journey in self.journeys])

    @read_once
    def opportunities(self) -> Sequence[OpportunityCard]:
        """Return the opportunities of all journeys, each once, the most important first."""
        if self._runs:
            return packed_opportunities(run.opportunities for run in self._runs())
        return roll_up(roll_up_opportunities, [own.opportunities for own in self.journeys], "all")

    @read_once
    def current_opportunities(self) -> Sequence[OpportunityCard]:
        """Return the opportunities of the journeys that figures count, likewise."""
        if self._runs:
            return packed_opportunities(run.current_opportunities for run in self._runs())
        return roll_up(roll_up_opportunities, [own.opportunities for own in self.current], "current")

    @read_once
    def evidence(self) -> EvidenceSummary:
        """Return what all maps rest on."""
        return self._joined(
            roll_up_evidence, lambda run: run.evidence, lambda: [own.evidence for own in self.journeys]
        )

    @read_once
    def map_findings(self) -> FindingsSummary:
        """Return what was found in all maps."""
        return self._rolled(roll_up_findings, lambda run: run.map_findings, findings_summary)

    @read_once
    def focus(self) -> JourneyFocus:
        """Return what all journeys ask for first."""
        return self._rolled(roll_up_focus, lambda run: run.focus, journey_focus)

    @read_once
    def handoffs(self) -> HandoffSummary:
        """Return the handoffs of all journeys."""
        return self._rolled(roll_up_handoffs, lambda run: run.handoffs, handoff_summary)

    @read_once
    def touchpoints(self) -> TouchpointSummary:
        """Return where customers are met in all journeys."""
        return self._rolled(roll_up_touchpoints, lambda run: run.touchpoints, touchpoint_summary)

    @read_once
    def metrics(self) -> MetricsByChannel:
        """Return what is measured on each channel, on the journeys that figures count."""
        return self._joined(roll_up_metrics, lambda run: run.metrics, lambda: [own.metrics for own in self.current])

    @read_once
    def investment(self) -> JourneyInvestment:
        """Return where money would help on all journeys, and where it goes."""
        return self._joined(
            roll_up_investments, lambda run: run.investment, lambda: [own.investment for own in self.journeys]
        )

    @read_once
    def low_feelings(self) -> LowFeelings:
        """Return what customers bear on the journeys that figures count."""
        if self._runs:
            return put_together(roll_up_low_feelings, (run.low_feelings for run in self._runs()))
        return rollup_of(roll_up_low_feelings, low_feelings, [journey.feelings for journey in self.current])

    @read_once
    def usage(self) -> JourneyUsage:
        """Return what all journeys use."""
        return self._rolled(roll_up_usage, lambda run: run.usage, journey_usage)

    @read_once
    def department_work(self) -> Mapping[str, DepartmentWork]:
        """Return what all maps say of each department's work."""
        if self._runs:
            return self._by_department(roll_up_department_work, "department_work")
        parts = grouped(concerned(self.journeys))
        return {
            name: rollup_of(roll_up_department_work, work_of, parts.get(name, ()), name)
            for name in self.content.departments
        }

    @read_once
    def department_insights(self) -> Mapping[str, DepartmentInsights]:
        """Return what the insights into all maps say to each department."""
        if self._runs:
            return self._by_department(roll_up_department_insights, "department_insights")
        parts = grouped(shared(self.journeys))
        return {
            name: rollup_of(roll_up_department_insights, share_of, parts.get(name, ()), name)
            for name in self.content.departments
        }

    def _by_department(self, way: Rollup[T], field: str) -> Mapping[str, T]:
        """Return what rows of journeys come to for each department, one field put together at a time."""
        runs = self._runs() if self._runs else ()

        def made(department: str) -> T:
            parts = partial(_of_department, runs, field, department)
            return cast(T, FieldByField(way, parts, partial(_finished, way.kind)))

        return LastAsked(self.content.departments, made)

    def _rolled(
        self,
        way: Callable[[Sequence[T]], T],
        of_run: Callable[[JourneyRun], T],
        of: Callable[[JourneyInsights], T],
    ) -> T:
        """Return what all journeys come to in one respect; of: one, by what pages of insights need of it."""
        if self._runs:
            return put_together(way, map(of_run, self._runs()))
        return rollup_of(way, of, self.insights)

    def _joined(
        self,
        way: Callable[[Sequence[T]], T],
        of_run: Callable[[JourneyRun], T],
        parts: Callable[[], Iterable[T]],
    ) -> T:
        """Return what all journeys come to in one respect; parts: returns what each comes to."""
        if self._runs:
            return put_together(way, map(of_run, self._runs()))
        return roll_up(way, parts())


def _of_department(runs: Sequence[JourneyRun], field: str, department: str, name: str) -> Iterator[Any]:
    return (run.of_department(field, department, name) for run in runs)


def _finished(kind: type, name: str, value: Any) -> Any:
    """Return a field of a kind of values; entries of a list may have been left as data until it was made."""
    return value.decoded(*get_args(get_type_hints(kind)[name])) if isinstance(value, TopList) else value


class _NotedContent:
    """Stands for `Content`."""

    __slots__ = ("_content",)

    def __init__(self, content: Content) -> None:
        self._content = content

    def __getattr__(self, name: str) -> Any:
        """Return a field."""
        note(CONTENT + name)
        return getattr(self._content, name)
