"""What stands in the cells of one touchpoint on the map."""

from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup

from cjsite.analysis.channels import service
from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import Standing
from cjsite.analysis.measures import PlacedMeasure as Measured
from cjsite.analysis.measures import measures
from cjsite.analysis.moments import PlacedMoment as Decision
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.drawing.sparkline import trend
from cjsite.model.registry import Evidence as Source
from cjsite.pages.facts import amount
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.summaries.links import name
from cjsite.text.prose import inline, plain

MONTHS = 12
"""Values of a figure that its small line shows."""


@frozen
class MomentCell:
    """A moment of truth; share: how many give up in per cent as a number of a picture, '' where not known."""

    risk: Risk
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
    """One touchpoint on the map; `classes` are what filters look at.

    name: its title beside the number, '' if its stage bears it.
    arrives: from which channel the customer comes, '' where it is the same one or there is none.
    """

    id: str
    number: int
    title: str
    name: str
    classes: str
    icon: str
    channel: str
    arrives: str
    control: str
    service: str
    possible: bool
    moment: MomentCell | None
    effort: tuple[tuple[str, str], ...]
    props: tuple[tuple[str, Markup], ...]
    evidence: EvidenceCell
    measures: tuple[MeasureCell, ...]


def touchpoint_cells(
    context: MapContext,
    column: Column,
    decision: Decision | None,
    filters: dict[str, str],
    names: Collection[str] | None = None,
) -> TouchpointCells:
    """Return a touchpoint's cells.

    filters: the class of each department (`d/ID`), channel (`c/ID`), service (`s/ID`) and domain (`m/NAME`).
    names: as of `measures`.
    """
    touchpoint = column.touchpoint
    channel = context.inputs.channels.get(touchpoint.channel)
    control = channel.control if channel else ""
    serving = service(touchpoint, context.inputs.channels)
    is_stage = column.stage.is_step and title_of(column) == plain(column.stage.title)
    flags = (
        *filter_classes(context, column, filters),
        {"none": "ours-not", "partner": "partner"}.get(control, ""),
        "possible" if touchpoint.kind == "possible" else "",
    )
    return TouchpointCells(
        id=column.id,
        number=column.number,
        title=title_of(column),
        name="" if is_stage else context.analysis.link(column).name,
        classes="".join(f" {flag}" for flag in flags if flag),
        icon=(channel.icon or channel.id) if channel else "touch",
        channel=name(channel) if channel else "",
        arrives=_arrives(context, column),
        control=context.wording(f"map.control.{control}.short") if control in ("none", "partner") else "",
        service=context.wording(f"service.{serving}") if serving else "",
        possible=touchpoint.kind == "possible",
        moment=moment_cell(context, decision) if decision else None,
        effort=tuple(efforts(context, column)),
        props=tuple(props(column)),
        evidence=evidence_cell(context, column),
        measures=measure_cells(context, column, names),
    )


def filter_classes(context: MapContext, column: Column, filters: Mapping[str, str]) -> Iterator[str]:
    """Yield the classes by which filters keep a column; filters: as of `touchpoint_cells`."""
    for department in column.departments:
        yield filters.get(f"d/{department}", "")
    yield filters.get(f"c/{column.touchpoint.channel}", "")
    yield filters.get(f"s/{service(column.touchpoint, context.inputs.channels)}", "")
    for domain in column.step.domain:
        yield filters.get(f"m/{domain}", "")


def _arrives(context: MapContext, column: Column) -> str:
    before = context.inputs.channels.get(context.arrivals.get(column.number, ""))
    return context.wording("map.switch", channel=name(before)) if before else ""


def figures(context: MapContext, column: Column, names: Collection[str] | None = None) -> tuple[Measured, ...]:
    """Return the measured figures at a column; names: as of `measures`."""
    return measures(column, context.inputs.metrics, context.inputs.measurements, names)


def value_of(context: MapContext, measured: Measured) -> str:
    """Return a figure's value in words, '' where it has none."""
    return "" if measured.value is None else amount(measured.value, measured.metric.unit, context.wording)


def target_of(context: MapContext, measured: Measured) -> str:
    """Return a figure's target in words, '' where it has none."""
    metric = measured.metric
    if metric.target is None:
        return ""
    key = "map.measure.met" if measured.met else "map.measure.target"
    return context.wording(key, value=amount(metric.target, metric.unit, context.wording))


def evidence_cell(context: MapContext, column: Column) -> EvidenceCell:
    """Return how a touchpoint is supported."""
    how = context.analysis.facts.standing(column)
    cited = (
        context.inputs.evidence[name] for name in column.touchpoint.evidence if name in context.inputs.evidence
    )
    sources = ((_kind(context, s), context.wording.number(s.n) if s.n is not None else "") for s in cited)
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


def moment_cell(context: MapContext, decision: Decision) -> MomentCell:
    """Return a moment of truth."""
    moment = decision.moment
    rate = moment.bail_rate
    return MomentCell(
        risk=decision.risk,
        asks=inline(moment.asks),
        share="" if rate is None else f"{rate:g}",
        rate="" if rate is None else context.wording.percent(rate),
        bails_out=inline(moment.bails_out),
    )


def efforts(context: MapContext, column: Column) -> Iterator[tuple[str, str]]:
    """Yield what a touchpoint costs the customer: time, waiting and contacts, each with its kind."""
    touchpoint, t = column.touchpoint, context.wording
    if touchpoint.duration:
        yield "time", t.duration(touchpoint.duration.minutes)
    if touchpoint.wait:
        yield "wait", t("map.effort.wait", time=t.duration(touchpoint.wait.minutes))
    if touchpoint.contacts is not None:
        yield "contacts", t("map.effort.contacts", n=touchpoint.contacts)


def props(column: Column) -> Iterator[tuple[str, Markup]]:
    """Yield the devices and things that are met at a touchpoint, each with its kind."""
    yield from (("device", inline(device)) for device in column.touchpoint.device)
    yield from (("prop", inline(prop)) for prop in column.touchpoint.props)


def measure_cells(
    context: MapContext, column: Column, names: Collection[str] | None = None
) -> tuple[MeasureCell, ...]:
    """Return the measured figures at a column; names: as of `measures`."""
    return tuple(_measure(context, measured) for measured in figures(context, column, names))


def _measure(context: MapContext, measured: Measured) -> MeasureCell:
    metric = measured.metric
    drawn = trend(measured.series[-MONTHS:], metric.target) if len(measured.series) > 1 else None
    return MeasureCell(
        name=name(metric),
        value=value_of(context, measured),
        state="open" if measured.met is None else "met" if measured.met else "missed",
        target=target_of(context, measured),
        line=drawn.path if drawn else "",
        end=(f"{drawn.last[0]:g}", f"{drawn.last[1]:g}") if drawn and drawn.last else None,
        aim=f"{drawn.target:g}" if drawn and drawn.target is not None else "",
    )
