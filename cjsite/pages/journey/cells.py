"""What stands in the cells of one touchpoint on the map."""

from collections.abc import Iterator

from markupsafe import Markup

from cjsite.analysis.channels import service
from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import Standing
from cjsite.analysis.measures import PlacedMeasure as Measured
from cjsite.analysis.measures import measures
from cjsite.analysis.moments import PlacedMoment as Decision
from cjsite.base.frozen import frozen
from cjsite.drawing.sparkline import trend
from cjsite.model.registry import Evidence as Source
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.reference import amount
from cjsite.summaries.links import name
from cjsite.text.prose import inline

MONTHS = 12
"""Values of a figure that its small line shows."""


@frozen
class MomentCell:
    """A moment of truth; share: how many give up in per cent as a number of a picture, '' where not known."""

    at_risk: bool
    asks: Markup
    share: str
    rate: str
    bails_out: Markup


@frozen
class MeasureCell:
    """A figure; state: met, missed or open (no target). The line is empty where there are no dated values."""

    name: str
    value: str
    state: str
    target: str
    line: str
    end: tuple[str, str] | None
    aim: str


@frozen
class EvidenceCell:
    """How a touchpoint is supported: in a word, and by which kinds of sources (kind, count)."""

    standing: Standing
    word: str
    sources: tuple[tuple[str, str], ...]


@frozen
class TouchpointCells:
    """One touchpoint on the map; `classes` are what filters look at."""

    id: str
    number: int
    title: str
    classes: str
    icon: str
    channel: str
    control: str
    service: str
    possible: bool
    moment: MomentCell | None
    effort: tuple[tuple[str, str], ...]
    props: tuple[tuple[str, Markup], ...]
    evidence: EvidenceCell
    measures: tuple[MeasureCell, ...]


def touchpoint_cells(
    context: MapContext, column: Column, decision: Decision | None, filters: dict[str, str]
) -> TouchpointCells:
    """Return a touchpoint's cells; filters: the class of department (`d/ID`), channel (`c/ID`) and service."""
    touchpoint = column.touchpoint
    channel = context.inputs.channels.get(touchpoint.channel)
    control = channel.control if channel else ""
    serving = service(touchpoint, context.inputs.channels)
    flags = (
        *(filters.get(f"d/{department}", "") for department in column.departments),
        filters.get(f"c/{touchpoint.channel}", ""),
        filters.get(f"s/{serving}", ""),
        {"none": "ours-not", "partner": "partner"}.get(control, ""),
        "possible" if touchpoint.kind == "possible" else "",
    )
    return TouchpointCells(
        id=column.id,
        number=column.number,
        title=title_of(column),
        classes="".join(f" {flag}" for flag in flags if flag),
        icon=(channel.icon or channel.id) if channel else "touch",
        channel=name(channel) if channel else "",
        control=context.wording(f"map.control.{control}.short") if control in ("none", "partner") else "",
        service=context.wording(f"service.{serving}") if serving else "",
        possible=touchpoint.kind == "possible",
        moment=_moment(context, decision) if decision else None,
        effort=tuple(_efforts(context, column)),
        props=tuple(_props(column)),
        evidence=_evidence(context, column),
        measures=tuple(_measure(context, m) for m in figures(context, column)),
    )


def figures(context: MapContext, column: Column) -> tuple[Measured, ...]:
    """Return the measured figures at a column."""
    return measures(column, context.inputs.metrics, context.inputs.measurements)


def target_of(context: MapContext, measured: Measured) -> str:
    """Return a figure's target in words, '' where it has none."""
    metric = measured.metric
    if metric.target is None:
        return ""
    key = "map.measure.met" if measured.met else "map.measure.target"
    return context.wording(key, value=amount(metric.target, metric.unit, context.wording))


def _evidence(context: MapContext, column: Column) -> EvidenceCell:
    """Return how a touchpoint is supported."""
    how = context.analysis.facts.standing(column)
    known = (
        context.inputs.evidence[name] for name in column.touchpoint.evidence if name in context.inputs.evidence
    )
    sources = ((_kind(context, s), context.wording.number(s.n) if s.n is not None else "") for s in known)
    return EvidenceCell(how, context.wording(f"evidence.{how}"), tuple(sources))


def _kind(context: MapContext, source: Source) -> str:
    return context.wording(f"evidence.kind.{source.kind}") if source.kind else name(source)


def scores(context: MapContext, column: Column) -> Iterator[tuple[str, str]]:
    """Yield the values apart from the feeling, by name."""
    touchpoint, t = column.touchpoint, context.wording
    if touchpoint.importance is not None:
        yield t("map.score.importance"), t("rank.of-five", value=touchpoint.importance)
    if touchpoint.intensity is not None:
        yield t("map.score.intensity"), t("rank.of-five", value=touchpoint.intensity)
    if touchpoint.functional is not None:
        yield t("map.score.functional"), context.written(touchpoint.functional)
    if touchpoint.satisfaction is not None:
        yield t("map.score.satisfaction"), t.number(touchpoint.satisfaction)


def _moment(context: MapContext, decision: Decision) -> MomentCell:
    moment = decision.moment
    rate = moment.bail_rate
    return MomentCell(
        at_risk=decision.at_risk,
        asks=inline(moment.asks),
        share="" if rate is None else f"{rate:g}",
        rate="" if rate is None else context.wording.percent(rate),
        bails_out=inline(moment.bails_out),
    )


def _efforts(context: MapContext, column: Column) -> Iterator[tuple[str, str]]:
    """Yield what a touchpoint costs the customer: time, waiting and contacts, each with its kind."""
    touchpoint, t = column.touchpoint, context.wording
    if touchpoint.duration:
        yield "time", t.duration(touchpoint.duration.minutes)
    if touchpoint.wait:
        yield "wait", t("map.effort.wait", time=t.duration(touchpoint.wait.minutes))
    if touchpoint.contacts is not None:
        yield "contacts", t("map.effort.contacts", n=touchpoint.contacts)


def _props(column: Column) -> Iterator[tuple[str, Markup]]:
    yield from (("device", inline(device)) for device in column.touchpoint.device)
    yield from (("prop", inline(prop)) for prop in column.touchpoint.props)


def _measure(context: MapContext, measured: Measured) -> MeasureCell:
    metric = measured.metric
    drawn = trend(measured.series[-MONTHS:], metric.target) if len(measured.series) > 1 else None
    return MeasureCell(
        name=name(metric),
        value=amount(measured.value, metric.unit, context.wording),
        state="open" if measured.met is None else "met" if measured.met else "missed",
        target=target_of(context, measured),
        line=drawn.path if drawn else "",
        end=(f"{drawn.last[0]:g}", f"{drawn.last[1]:g}") if drawn and drawn.last else None,
        aim=f"{drawn.target:g}" if drawn and drawn.target is not None else "",
    )
