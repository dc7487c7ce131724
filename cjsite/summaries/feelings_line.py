"""One journey as the page of feelings needs it: its line, what is kept of it, and what becomes of its lows."""

from collections.abc import Iterator

from cjsite.analysis.feeling import Feeling
from cjsite.analysis.peak_end import Swing, biggest_drop, biggest_rise, peak_end, so_far
from cjsite.analysis.risk import Risk
from cjsite.analysis.tolerance import FATES, Fate, Negative, negatives
from cjsite.analysis.value import Outcome, Promise, worst_promises, worst_worths
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint
from cjsite.drawing.sparkline import beside
from cjsite.summaries.headline import headline, worst_for
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis, TouchpointLink
from cjsite.summaries.journey_card import Extremes, JourneyCard
from cjsite.summaries.links import Link
from cjsite.summaries.reading_figures import ReadingFigures, reading_figures
from cjsite.summaries.thumbnail import HEIGHT, LIST_PAD, WIDTH, CurveThumbnail, Diamond


@frozen
class SwingEntry:
    """The way from one known feeling to the next, in units of the site's scale."""

    size: float
    start: TouchpointLink
    end: TouchpointLink


@frozen
class LinePoint:
    """A point of both lines: how it feels, and the mean of all known feelings up to it; None = not known.

    whole: whether it is the feeling of a step as a whole.
    """

    number: int
    title: str
    value: float | None
    so_far: float | None
    whole: bool = False


@frozen
class LowFeeling:
    """A bad feeling and what becomes of it.

    because: why it is accepted. by: the feeling that makes up for it; named: whether the author says so. risk: of
    the moment of truth that it runs into, `at`; bail_rate: how many give up there.
    """

    felt: FeelingEntry
    fate: Fate
    because: str
    by: FeelingEntry | None
    named: bool
    risk: Risk | None
    at: TouchpointLink | None
    bail_rate: float | None


@frozen
class JudgedPromise:
    """An expectation that is broken or exceeded; functional: how it works, on the site's scale."""

    felt: FeelingEntry
    expectation: str
    functional: float | None


@frozen
class WorthEntry:
    """How well a touchpoint works beside how it feels (gap: how much better), and how satisfied customers are."""

    felt: FeelingEntry
    functional: float | None
    gap: float | None
    satisfaction: float | None


@frozen
class FeelingsLine:
    """A journey as the persona lives it who fares worst; figures on the site's scale, None where not known.

    mean, peak_end, known, drop, rise, points: along the main route. lows, broken, promises, worths: of everyone.
    known, total: touchpoints with a feeling, and all. cumulative: the path of the mean so far in the box of
    `mini`. promises: how many expectations are just kept, and of how many nobody says. whose: the names of
    those who fare worst, none where all feel alike. readings: each persona on each route.
    """

    journey: Link
    people: tuple[Link, ...]
    mini: CurveThumbnail
    extremes: Extremes
    diamonds: tuple[Diamond, ...]
    cumulative: str
    mean: float | None
    peak_end: float | None
    known: int
    total: int
    drop: SwingEntry | None
    rise: SwingEntry | None
    points: tuple[LinePoint, ...]
    lows: tuple[LowFeeling, ...]
    broken: tuple[JudgedPromise, ...]
    exceeded: tuple[JudgedPromise, ...]
    promises: tuple[int, int]
    worths: tuple[WorthEntry, ...]
    whose: tuple[str, ...]
    readings: tuple[ReadingFigures, ...]

    @property
    def known_share(self) -> float:
        """Return the touchpoints with a feeling, in per cent."""
        return 100 * self.known / self.total if self.total else 0.0

    @property
    def course(self) -> tuple[float, float] | None:
        """Return the first and the last mean so far, None where nothing is known."""
        means = [instant.so_far for instant in self.points if instant.so_far is not None]
        return (means[0], means[-1]) if means else None


def feelings_line(analyses: tuple[JourneyAnalysis, ...], row: JourneyCard) -> FeelingsLine:
    """Return a journey as the persona lives it who fares worst; row: its card in lists."""
    analysis = headline(analyses)
    inputs, points, whole = analysis.inputs, analysis.main.feelings, analysis.along
    means_so_far, lines = so_far(points), analysis.facts.lines
    every = worst_promises(lines, inputs.scale, inputs.metrics, inputs.measurements)
    return FeelingsLine(
        journey=row.journey,
        people=row.people,
        mini=row.mini,
        extremes=row.extremes,
        diamonds=row.diamonds,
        cumulative=_path(analysis, means_so_far),
        mean=whole.mean,
        peak_end=peak_end(points),
        known=whole.known,
        total=whole.total,
        drop=_leap(analysis, biggest_drop(points)),
        rise=_leap(analysis, biggest_rise(points)),
        points=tuple(_instant(analysis, *both) for both in zip(points, means_so_far, strict=True)),
        lows=tuple(_lows(analysis)),
        broken=_judged(analysis, every, "broken"),
        exceeded=_judged(analysis, every, "exceeded"),
        promises=(
            sum(promise.outcome == "kept" for promise in every),
            sum(promise.outcome is None for promise in every),
        ),
        worths=tuple(
            WorthEntry(
                analysis.felt_in(worth.feeling, worth.column), worth.functional, worth.gap, worth.satisfaction
            )
            for worth in worst_worths(lines)
        ),
        whose=worst_for(analysis),
        readings=reading_figures(analyses),
    )


def _judged(
    analysis: JourneyAnalysis, promised: tuple[Promise, ...], outcome: Outcome
) -> tuple[JudgedPromise, ...]:
    return tuple(
        JudgedPromise(analysis.felt_in(promise.feeling, promise.column), at.expectation, at.functional)
        for promise in promised
        if promise.outcome == outcome and (at := promise.column.touchpoint)
    )


def _path(analysis: JourneyAnalysis, means: tuple[float | None, ...]) -> str:
    scale = analysis.inputs.scale
    samples = [
        CurvePoint(point.x, None if value is None else scale.normal(value))
        for point, value in zip(analysis.main.feelings, means, strict=True)
    ]
    if not samples:
        return ""
    return beside(samples, len(analysis.columns), width=WIDTH, height=HEIGHT, pad=LIST_PAD)


def _leap(analysis: JourneyAnalysis, swing: Swing | None) -> SwingEntry | None:
    return SwingEntry(swing.size, analysis.place(swing.before), analysis.place(swing.after)) if swing else None


def _instant(analysis: JourneyAnalysis, feeling: Feeling, mean: float | None) -> LinePoint:
    at = analysis.place(feeling)
    return LinePoint(at.number, at.name, feeling.value, mean, feeling.whole_step)


def _lows(analysis: JourneyAnalysis) -> Iterator[LowFeeling]:
    facts, worst = analysis.facts, dict[tuple[float, int], Negative]()
    for negative in (negative for course in facts.courses for negative in negatives(course, facts.moments)):
        # A feeling that several routes come by is listed once, with the worst that becomes of it.
        key = negative.feeling.x, id(negative.feeling.sample)
        worst[key] = min(worst.get(key, negative), negative, key=lambda low: FATES.index(low.fate))
    for negative in sorted(worst.values(), key=lambda low: (low.feeling.x, low.feeling.score or 0.0)):
        sample, met = negative.feeling.sample, negative.moment
        yield LowFeeling(
            felt=analysis.felt(negative.feeling),
            fate=negative.fate,
            because=sample.because if sample and sample.response == "accept" else "",
            by=analysis.felt(negative.by) if negative.by else None,
            named=negative.named,
            risk=met.risk if met else None,
            at=analysis.link(met.column) if met else None,
            bail_rate=met.moment.bail_rate if met else None,
        )
