"""An as-is held against its to-be: both lines, what changes at each touchpoint, and what it saves."""

from cjsite.analysis.columns import Column, columns
from cjsite.analysis.compare import ColumnChange, ComparedLine, Kind, compare
from cjsite.analysis.effort import Effort
from cjsite.analysis.feeling import Feeling, band, figures
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.moments import PlacedMoment, moments
from cjsite.analysis.peak_end import peak_end
from cjsite.analysis.readings import Reading, fares, of_persona, readings, whole_line, worst_off
from cjsite.analysis.risk import Risk
from cjsite.analysis.savings import Savings
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey
from cjsite.pages.insights.compared_chart import ComparedChart, compared_chart
from cjsite.pages.insights.field_changes import FieldChange, field_changes
from cjsite.pages.page import Page, SiteFrame
from cjsite.summaries.journey_analysis import FeelingEntry, TouchpointLink
from cjsite.summaries.links import Link, journey_link, name
from cjsite.summaries.urls import comparison_url, id_in, journey_url
from cjsite.text.prose import plain
from cjsite.text.wording import Wording


@frozen
class ComparedSide:
    """One of two journeys: figures on the site's scale, effort and handoffs."""

    journey: Link
    status: str
    touchpoints: int
    lowest: float | None
    mean: float | None
    ending: float | None
    peak_end: float | None
    effort: Effort
    handoffs: int
    broken: int


@frozen
class TouchpointChange:
    """What becomes of a touchpoint.

    difference: of its feeling, None where either is not known or both are the same. fields: what else differs.
    """

    kind: Kind
    before: FeelingEntry | None
    after: FeelingEntry | None
    difference: float | None
    fields: tuple[FieldChange, ...]


@frozen
class MomentChange:
    """A moment of truth and its risk before and after; None where it is not there."""

    at: TouchpointLink
    before: Risk | None
    after: Risk | None


@frozen
class ComparisonData:
    """What the page shows; counts: touchpoints kept, changed, added and removed.

    whose: the name of the persona who is followed, '' where there is only one.
    """

    whose: str
    before: ComparedSide
    after: ComparedSide
    chart: ComparedChart
    saved: Savings
    counts: tuple[tuple[Kind, int], ...]
    turns: tuple[TouchpointChange, ...]
    resolved: tuple[MomentChange, ...]
    remaining: tuple[MomentChange, ...]
    risen: tuple[MomentChange, ...]


def comparison_of(inputs: JourneyInput) -> str:
    """Return the address of the comparison that a journey stands in, as as-is or as to-be; '' without one."""
    journey, other = inputs.journey, inputs.counterpart
    if other is not None and journey.state == "to-be" and journey.derived_from == other.id:
        return comparison_url(journey.id)
    stands = other is not None and other.state == "to-be" and other.derived_from == journey.id
    return comparison_url(other.id) if other and stands else ""


def comparison_page(inputs: JourneyInput, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of a to-be against its as-is."""
    after, before = inputs.journey, inputs.counterpart
    assert before is not None, "asked for only where a to-be has an as-is"
    people = _followed(before, after, inputs)
    old, new = (_line(journey, inputs, who) for journey, who in zip((before, after), people, strict=True))
    names = {persona.id: name(persona) for persona in inputs.personas}
    comparison = compare(old, new)
    was, will = journey_link(before), journey_link(after)
    kinds: tuple[Kind, ...] = ("kept", "changed", "added", "removed")
    successors = {c.before.number: c.after for c in comparison.changes if c.before and c.after}

    def later(moment: PlacedMoment) -> Risk | None:
        column = successors.get(moment.column.number)
        becomes = new.moment(column) if column else None
        return becomes.risk if becomes else None

    data = ComparisonData(
        whose=names.get(people[1], "") if len(names) > 1 else "",
        before=_side(was, before.status, old, comparison.effort[0], comparison.handoffs[0], comparison.broken[0]),
        after=_side(will, after.status, new, comparison.effort[1], comparison.handoffs[1], comparison.broken[1]),
        chart=compared_chart(comparison.changes, old, new),
        saved=comparison.savings,
        counts=tuple((kind, comparison.count(kind)) for kind in kinds),
        turns=tuple(
            _turn(change, (old, was), (new, will), field_changes(change, inputs, wording))
            for change in comparison.changes
        ),
        resolved=tuple(MomentChange(_place(m.column, was), m.risk, later(m)) for m in comparison.resolved),
        remaining=tuple(MomentChange(_place(m.column, was), m.risk, later(m)) for m in comparison.remaining),
        risen=tuple(MomentChange(_place(m.column, will), None, m.risk) for m in comparison.risen),
    )
    title = wording("insight.compare.of", title=was.title)
    return Page(comparison_url(after.id), "insights/comparison.html", title, frame, data, "", "insights")


def _followed(before: Journey, after: Journey, inputs: JourneyInput) -> tuple[str, str]:
    """Return the persona who fares worst before, of those who are on both; where nobody is, of either's own."""
    old, new = (_readings(journey, inputs) for journey in (before, after))
    shared = [reading for reading in old if reading.persona in of_persona(new)]
    if not shared:
        return worst_off(old)[0], worst_off(new)[0]
    future = of_persona(new)
    persona = min(worst_off(shared), key=lambda who: fares(future[who]))
    return persona, persona


def _line(journey: Journey, inputs: JourneyInput, persona: str) -> ComparedLine:
    every = of_persona(_readings(journey, inputs))
    courses = tuple(reading.feelings for reading in every[persona])
    lines = {name: whole_line(own) for name, own in every.items()}
    return ComparedLine(columns(journey), lines[persona], moments(*lines.values()), courses)


def _readings(journey: Journey, inputs: JourneyInput) -> tuple[Reading, ...]:
    return readings(journey, columns(journey), inputs.scale, inputs.evidence)


def _side(
    journey: Link, status: str, line: ComparedLine, spent: Effort, handoffs: int, broken: int
) -> ComparedSide:
    along, main = figures(line.feelings), figures(line.main)
    return ComparedSide(
        journey=journey,
        status=status,
        touchpoints=len(line.points),
        lowest=along.lowest.value if along.lowest else None,
        mean=main.mean,
        ending=main.ending.value if main.ending else None,
        peak_end=peak_end(line.main),
        effort=spent,
        handoffs=handoffs,
        broken=broken,
    )


def _turn(
    change: ColumnChange,
    earlier: tuple[ComparedLine, Link],
    later: tuple[ComparedLine, Link],
    fields: tuple[FieldChange, ...],
) -> TouchpointChange:
    before = _felt(change.before, *earlier) if change.before else None
    after = _felt(change.after, *later) if change.after else None
    values = [None if felt is None else felt.value for felt in (before, after)]
    difference = None if values[0] is None or values[1] is None else values[1] - values[0]
    return TouchpointChange(change.kind, before, after, difference or None, fields)


def _felt(column: Column, line: ComparedLine, journey: Link) -> FeelingEntry:
    feeling: Feeling | None = line.feeling(column)
    score = feeling.score if feeling else None
    value, firm, whole = (feeling.value, feeling.firm, feeling.whole_step) if feeling else (None, False, False)
    return FeelingEntry(_place(column, journey), value, score, band(score), firm, whole)


def _place(column: Column, journey: Link) -> TouchpointLink:
    title = plain(column.title) or column.id
    return TouchpointLink(column.number, title, journey_url(id_in(journey.url), column.id), journey, title)
