"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Mapping
from functools import partial
from operator import attrgetter

from cjsite.analysis.channels import ranking
from cjsite.analysis.coverage import THIN, Heat, heat, heats_together
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.tally import Tally, tallied, tally
from cjsite.frozen import frozen
from cjsite.gathering import ByName, Together, chained, grouped
from cjsite.model.registry import Channel
from cjsite.pages.insights.aspect import Aspect, Unmet
from cjsite.pages.insights.heat_table import Table, heat_table
from cjsite.pages.insights.point import Point
from cjsite.pages.links import name
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.ranked import Ranked
from cjsite.wording import Wording

MOST = 60
"""How many touchpoints a list shows."""
MAPS = 40
"""How many maps have their tables here, those that need most attention; the others' touchpoints stand on them."""
WORST = 12
"""How many touchpoints of a channel stand beside it."""
PHASES = ("before", "during", "after", "")


@frozen
class Met:
    """How often customers are met on a channel and how they feel there, and the worst of it."""

    felt: Tally
    points: Ranked[Point]


@frozen
class Reach:
    """Where customers are met in one journey, or in many; depth: the sum of all depths. met: by channel."""

    count: int = 0
    depth: int = 0
    met: tuple[tuple[str, Met], ...] = ()
    on_channels: tuple[Heat[Point], ...] = ()
    on_devices: tuple[Heat[Point], ...] = ()
    maps: Ranked["Mapped"] = Ranked()
    thin: Ranked[Point] = Ranked()
    unowned: Ranked[Point] = Ranked()
    nowhere: Ranked[Point] = Ranked()
    unmet: tuple[tuple[Link, Unmet], ...] = ()


@frozen
class Standing:
    """A channel among all: the mean score over `known` feelings at its touchpoints; points: the worst first."""

    id: str
    title: str
    control: str
    kind: str
    mean: float | None
    band: Band
    known: int
    points: Ranked[Point]


@frozen
class Mapped:
    """A journey's touchpoints, and its own table of stages and channels; place: in the order of need."""

    journey: Link
    table: Table
    points: tuple[Point, ...]
    place: tuple[float, str]


@frozen
class TouchpointsData:
    """What the page shows: as-is journeys that are not archived. depth: the mean depth, 0 to 10."""

    count: int
    depth: float | None
    channels: tuple[Standing, ...]
    unmapped: tuple[str, ...]
    by_phase: Table
    by_device: Table
    maps: Ranked[Mapped]
    thin: Ranked[Point]
    unowned: Ranked[Point]
    nowhere: Ranked[Point]
    unmet: tuple[tuple[Link, Unmet], ...]


def touchpoints_page(reach: Reach, channels: Mapping[str, Channel], frame: Frame, wording: Wording) -> Page:
    """Return the page on touchpoints and channels, the channel that feels worst first; reach: of all journeys."""
    met = dict(reach.met)
    titles = {id_: name(channel) for id_, channel in channels.items()}
    phases = {phase: wording(f"phase.{phase}") if phase else wording("insight.unsaid") for phase in PHASES}
    devices = {cell.column: cell.column for cell in reach.on_devices}
    data = TouchpointsData(
        count=reach.count,
        depth=reach.depth / reach.count if reach.count else None,
        channels=tuple(
            _standing(channels[id_], met[id_]) for id_ in ranking({id_: one.felt for id_, one in met.items()})
        ),
        unmapped=tuple(titles[id_] for id_ in channels if id_ not in met),
        by_phase=heat_table(reach.on_channels, phases, titles),
        by_device=heat_table(reach.on_devices, phases, devices),
        maps=reach.maps,
        thin=reach.thin,
        unowned=reach.unowned,
        nowhere=reach.nowhere,
        unmet=tuple((journey, _titled(one, titles)) for journey, one in reach.unmet),
    )
    title, description = wording("insight.touchpoints"), wording("insight.touchpoints.lead")
    url = "insights/touchpoints.html"
    return Page(url, "insights/touchpoints.html", title, frame, data, description, "insights")


def reach(aspect: Aspect) -> Reach:
    """Return where customers are met in one journey; only as-is journeys that are not archived count."""
    points = aspect.points
    if not aspect.row.current:
        return Reach()
    at = grouped((point.channel, point) for point in points)
    own = Mapped(aspect.journey, aspect.heat, points, (-aspect.row.need, aspect.journey.title))
    return Reach(
        count=len(points),
        depth=sum(point.depth for point in points),
        met=tuple(
            (id_, Met(tally(point.felt.score for point in met), Ranked.of(met, WORST, _worst)))
            for id_, met in at.items()
            if id_
        ),
        on_channels=heat((p.phase, p.channel, p, p.felt.score) for p in points if p.channel),
        on_devices=heat((p.phase, device, p, p.felt.score) for p in points for device in p.devices),
        maps=Ranked.of([own] if points else [], MAPS, attrgetter("place")),
        thin=Ranked.of((point for point in points if point.depth <= THIN), MOST, _thinnest),
        unowned=Ranked.of((point for point in points if point.unowned), MOST),
        nowhere=Ranked.of((point for point in points if not point.channel), MOST),
        unmet=tuple((aspect.journey, one) for one in aspect.unmet),
    )


_most = partial(Ranked.merged, most=MOST)
reach_together = Together(
    Reach,
    count=sum,
    depth=sum,
    met=ByName(Together(Met, felt=tallied, points=partial(Ranked.merged, most=WORST))),
    on_channels=heats_together,
    on_devices=heats_together,
    maps=partial(Ranked.merged, most=MAPS),
    thin=_most,
    unowned=_most,
    nowhere=_most,
    unmet=chained,
)
"""Puts where customers are met in many journeys together."""


def _standing(channel: Channel, met: Met) -> Standing:
    return Standing(
        id=channel.id,
        title=name(channel),
        control=channel.control,
        kind=channel.kind or "",
        mean=met.felt.mean,
        band=band(met.felt.mean),
        known=met.felt.known,
        points=met.points,
    )


def _worst(point: Point) -> tuple[bool, float, str]:
    score = point.felt.score
    return score is None, score or 0.0, point.felt.at.url


def _thinnest(point: Point) -> tuple[int, str]:
    return point.depth, point.felt.at.url


def _titled(one: Unmet, titles: Mapping[str, str]) -> Unmet:
    return Unmet(one.kind, one.persona, titles.get(one.channel, one.channel), one.hours, one.because, one.at)
