"""One journey as the pages of insights need it."""

from cjsite.analysis.avoidable import Reason, avoidable, shortest
from cjsite.analysis.backstage import systems, unseen
from cjsite.analysis.columns import columns
from cjsite.analysis.effort import Effort, switches
from cjsite.analysis.findings import RuleFinding, journey_findings
from cjsite.analysis.routes import main_route
from cjsite.analysis.rules import RULES
from cjsite.analysis.savings import Savings, savings
from cjsite.analysis.sources import KnownBy, is_to_find_out, stated_at, used
from cjsite.analysis.sources import known_by as counted
from cjsite.base.frozen import frozen
from cjsite.base.span import Span
from cjsite.summaries.finding_entry import FindingEntry, finding_entry
from cjsite.summaries.heat_table import HeatTable, stage_table
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.links import Link, name
from cjsite.summaries.moment_of_truth import MomentEntry, moment_entries
from cjsite.summaries.reading_figures import RouteEffort, route_efforts
from cjsite.summaries.touchpoint_entry import TouchpointEntry, touchpoint_entry
from cjsite.summaries.urls import journey_url
from cjsite.text.prose import plain


@frozen
class SparedStep:
    """A step that the customer could be spared; who: the department that could ('' = nobody is named).

    effort: what is spared with it; of a step that could be merged only its contacts.
    """

    at: TouchpointLink
    reason: Reason
    who: str
    cause: str
    effort: Effort


@frozen
class Wait:
    """A wait of the customer in minutes; planned: whether there is an opportunity at the step."""

    at: TouchpointLink
    minutes: Span
    planned: bool


@frozen
class JourneyEffort:
    """What a journey costs the customer on its main route, and what it would at least.

    current: whether figures count it. savings: of a to-be against the as-is that it comes from. apart: touchpoints
    on other paths, which do not count. routes: the other routes, and the mean over customers.
    """

    journey: Link
    current: bool
    whole: Effort
    least: Effort
    savings: Savings | None
    spared: tuple[SparedStep, ...]
    waits: tuple[Wait, ...]
    switches: tuple[TouchpointLink, ...]
    apart: int
    routes: tuple[RouteEffort, ...] = ()


@frozen
class HandoffEntry:
    """A handoff; giver, taker: ids of departments ('' = nobody is named); minutes: how long it lies in between."""

    at: TouchpointLink
    giver: str
    taker: str
    quality: str
    carries: str
    minutes: Span | None


@frozen
class BackstageUse:
    """A touchpoint that a department shapes unseen, or that a system stands behind."""

    name: str
    at: TouchpointLink
    department: str = ""


@frozen
class UnmetPreference:
    """A persona's preference that the map does not meet."""

    kind: str
    persona: str
    channel: str
    hours: str
    because: str
    at: tuple[TouchpointLink, ...]


@frozen
class JourneyInsights:
    """What the pages of insights may read of one journey.

    to_find_out: touchpoints that are assumed, or of whose feeling nothing is known. staff_only: told of by staff
    alone. finding_entries: what was found, as pages tell it; warnings, notes: how many may not stand.
    """

    card: JourneyCard
    touchpoints: tuple[TouchpointEntry, ...]
    known: KnownBy
    to_find_out: tuple[TouchpointEntry, ...]
    staff_only: tuple[TouchpointEntry, ...]
    effort: JourneyEffort
    moments: tuple[MomentEntry, ...]
    handoffs: tuple[HandoffEntry, ...]
    unseen: tuple[BackstageUse, ...]
    systems: tuple[BackstageUse, ...]
    unmet: tuple[UnmetPreference, ...]
    sources: tuple[tuple[str, tuple[TouchpointLink, ...]], ...]
    finding_entries: tuple[FindingEntry, ...]
    heat: HeatTable

    warnings: int
    notes: int

    @property
    def journey(self) -> Link:
        return self.card.journey

    @property
    def findings(self) -> tuple[RuleFinding, ...]:
        """Return what was found, without where it is told."""
        return tuple([entry.finding for entry in self.finding_entries])


def journey_insights(analyses: tuple[JourneyAnalysis, ...], row: JourneyCard) -> JourneyInsights:
    """Return the insights into a journey, judged for whoever fares worst; row: its card in lists."""
    everyone = analyses[0]
    inputs = everyone.inputs
    felt = [everyone.worst_at(column) for column in everyone.columns]
    points = tuple(touchpoint_entry(everyone, observation) for observation in felt)
    findings = journey_findings(everyone.facts)
    severities = [RULES[finding.code].severity for finding in findings if not finding.waived]
    unsure = {
        observation.column.number for observation in felt if is_to_find_out(observation.feeling, observation.column)
    }
    # Findings know addresses; what a step says for several touchpoints has an address of its own.
    titles = {point.felt.at.url: point.felt.at.title for point in points}
    speaking = (column.step for column in everyone.columns if column.step.feeling_of_whole or column.step.spans)
    titles |= {journey_url(row.id, step.id): plain(step.title) or step.id for step in speaking}
    return JourneyInsights(
        card=row,
        touchpoints=points,
        known=counted(
            (stated_at(observation.feeling, observation.column), point.standing)
            for observation, point in zip(felt, points, strict=True)
        ),
        to_find_out=tuple(point for point in points if point.felt.at.number in unsure),
        staff_only=tuple(point for point in points if point.standing == "staff"),
        effort=_toll(everyone, row),
        moments=moment_entries(everyone),
        handoffs=tuple(_passings(everyone)),
        unseen=tuple(
            BackstageUse(who, everyone.link(column))
            for who, shaped in unseen(everyone.columns).items()
            for column in shaped
        ),
        systems=tuple(
            BackstageUse(use.system, everyone.link(use.column), use.department) for use in systems(everyone.columns)
        ),
        unmet=tuple(_unmet(everyone)),
        sources=tuple(
            (source, tuple(everyone.link(column) for column in resting))
            for source, resting in used(inputs.journey, everyone.columns).items()
        ),
        finding_entries=tuple(finding_entry(finding, row.journey, row.id, titles) for finding in findings),
        warnings=severities.count("warning"),
        notes=severities.count("note"),
        heat=stage_table(points, {id_: name(channel) for id_, channel in inputs.channels.items()}, inputs.scale),
    )


def _toll(analysis: JourneyAnalysis, row: JourneyCard) -> JourneyEffort:
    inputs, route = analysis.inputs, analysis.main.columns
    planned = {pain.column.step.id for pain in analysis.pains if pain.planned}
    spared = avoidable(route, inputs.abroad)
    return JourneyEffort(
        journey=row.journey,
        current=row.current,
        whole=analysis.main.effort,
        least=shortest(route, analysis.main.effort, spared),
        savings=savings(main_route(columns(inputs.basis)), route)
        if inputs.basis and inputs.journey.state == "to-be"
        else None,
        spared=tuple(
            SparedStep(analysis.link(step.column), step.reason, step.department, step.cause, step.effort)
            for step in spared
        ),
        waits=tuple(
            Wait(analysis.link(column), column.touchpoint.wait.minutes, column.step.id in planned)
            for column in route
            if column.touchpoint.wait
        ),
        switches=tuple(analysis.link(column) for column in switches(route)),
        apart=len(analysis.columns) - len(route),
        routes=route_efforts(inputs.journey, analysis.columns),
    )


def _passings(analysis: JourneyAnalysis) -> list[HandoffEntry]:
    return [
        HandoffEntry(
            at=analysis.link(placed.column),
            giver=placed.giver,
            taker=placed.taker,
            quality=placed.quality,
            carries=placed.handoff.carries,
            minutes=placed.minutes,
        )
        for placed in analysis.handoffs
    ]


def _unmet(analysis: JourneyAnalysis) -> list[UnmetPreference]:
    return [
        UnmetPreference(
            kind=mismatch.kind,
            persona=name(persona),
            channel=mismatch.preference.channel,
            hours=mismatch.preference.hours,
            because=mismatch.preference.because,
            at=tuple(analysis.link(column) for column in mismatch.at),
        )
        for persona in analysis.inputs.personas
        for mismatch in analysis.facts.unmet(persona)
    ]
