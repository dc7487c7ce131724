"""One journey as the page of feelings needs it: its line, what is kept of it, and what becomes of its lows."""

from collections.abc import Iterator

from cjsite.analysis.feeling import Feeling, figures
from cjsite.analysis.remembered import Swing, biggest_drop, biggest_rise, peak_end, so_far
from cjsite.analysis.tolerance import Fate, negatives
from cjsite.analysis.value import promises, values
from cjsite.drawing.curve import Sample
from cjsite.drawing.sparkline import beside
from cjsite.frozen import frozen
from cjsite.pages.mini import HEIGHT, LIST_PAD, WIDTH, Diamond, Mini
from cjsite.pages.page import Link
from cjsite.pages.row import Extremes, Row
from cjsite.pages.survey import Felt, Survey, TouchpointLink


@frozen
class Leap:
    """The way from one known feeling to the next, in units of the author's scale."""

    size: float
    start: TouchpointLink
    end: TouchpointLink


@frozen
class Instant:
    """A point of both lines: how it feels, and the mean of all known feelings up to it; None = not known."""

    number: int
    title: str
    value: float | None
    so_far: float | None


@frozen
class Low:
    """A bad feeling and what becomes of it; because: why it is accepted; by: the feeling that makes up for it."""

    felt: Felt
    fate: Fate
    because: str
    by: Felt | None


@frozen
class Broken:
    """An expectation that what happened does not meet; functional: how it works, on the author's scale."""

    felt: Felt
    expectation: str
    functional: float | None


@frozen
class Worth:
    """How well a touchpoint works beside how it feels (gap: how much better), and how satisfied customers are."""

    felt: Felt
    functional: float | None
    gap: float | None
    satisfaction: float | None


@frozen
class Along:
    """A journey along its first persona's line; figures on the author's scale, None where they are not known.

    known, total: touchpoints with a feeling, and all. cumulative: the path of the mean so far in the box of
    `mini`. promises: how many expectations are kept, and of how many nobody knows.
    """

    journey: Link
    people: tuple[Link, ...]
    mini: Mini
    extremes: Extremes
    diamonds: tuple[Diamond, ...]
    cumulative: str
    mean: float | None
    peak_end: float | None
    known: int
    total: int
    drop: Leap | None
    rise: Leap | None
    instants: tuple[Instant, ...]
    lows: tuple[Low, ...]
    broken: tuple[Broken, ...]
    promises: tuple[int, int]
    worths: tuple[Worth, ...]


def along(surveyed: tuple[Survey, ...], row: Row) -> Along:
    """Return a journey along its first persona's line; row: the journey in the list of journeys."""
    known = surveyed[0]
    points, told = known.feelings, so_far(known.feelings)
    whole = figures(points)
    every = promises(points, known.cast.scale)
    return Along(
        journey=row.journey,
        people=row.people,
        mini=row.mini,
        extremes=row.extremes,
        diamonds=row.diamonds,
        cumulative=_path(known, told),
        mean=whole.mean,
        peak_end=peak_end(points),
        known=whole.known,
        total=whole.total,
        drop=_leap(known, biggest_drop(points)),
        rise=_leap(known, biggest_rise(points)),
        instants=tuple(_instant(known, *both) for both in zip(points, told, strict=True)),
        lows=tuple(_lows(known)),
        broken=tuple(
            Broken(known.felt(one.feeling), at.expectation, at.functional)
            for one in every
            if one.kept is False and (at := one.feeling.column.touchpoint)
        ),
        promises=(sum(one.kept is True for one in every), sum(one.kept is None for one in every)),
        worths=tuple(
            Worth(known.felt(one.feeling), one.functional, one.gap, one.satisfaction) for one in values(points)
        ),
    )


def _path(known: Survey, told: tuple[float | None, ...]) -> str:
    scale = known.cast.scale
    samples = [
        Sample(point.x, None if value is None else scale.normal(value))
        for point, value in zip(known.feelings, told, strict=True)
    ]
    if not samples:
        return ""
    return beside(samples, len(known.columns), width=WIDTH, height=HEIGHT, pad=LIST_PAD)


def _leap(known: Survey, swing: Swing | None) -> Leap | None:
    return Leap(swing.size, known.link(swing.before.column), known.link(swing.after.column)) if swing else None


def _instant(known: Survey, feeling: Feeling, told: float | None) -> Instant:
    at = known.link(feeling.column)
    return Instant(at.number, at.title, feeling.value, told)


def _lows(known: Survey) -> Iterator[Low]:
    for one in negatives(known.feelings, known.moments):
        because = one.feeling.sample.because if one.feeling.sample and one.fate == "accepted" else ""
        yield Low(known.felt(one.feeling), one.fate, because, known.felt(one.by) if one.by else None)
