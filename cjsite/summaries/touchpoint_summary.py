"""Where customers are met in one journey, or in any number of journeys put together."""

from functools import partial
from operator import attrgetter

from cjsite.analysis.coverage import THIN, Heat, heat, heats_together
from cjsite.analysis.tally import Tally, tallied, tally
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, concatenated, grouped
from cjsite.summaries.heat_table import HeatTable
from cjsite.summaries.journey_insights import JourneyInsights, UnmetPreference
from cjsite.summaries.links import Link
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry

MOST = 60
"""How many touchpoints a list shows."""


MAPS = 40
"""How many maps have their tables here, those that need most attention; the others' touchpoints stand on them."""


WORST = 12
"""How many touchpoints of a channel stand beside it."""


@frozen
class ChannelContacts:
    """How often customers are met on a channel and how they feel there, and the worst of it."""

    felt: Tally
    touchpoints: TopList[TouchpointEntry]


@frozen
class TouchpointSummary:
    """Where customers are met in one journey, or in many; depth: the sum of all depths. met: by channel."""

    count: int = 0
    depth: int = 0
    met: tuple[tuple[str, ChannelContacts], ...] = ()
    on_channels: tuple[Heat[TouchpointEntry], ...] = ()
    on_devices: tuple[Heat[TouchpointEntry], ...] = ()
    maps: TopList["MapTouchpoints"] = TopList()
    thin: TopList[TouchpointEntry] = TopList()
    unowned: TopList[TouchpointEntry] = TopList()
    nowhere: TopList[TouchpointEntry] = TopList()
    unmet: tuple[tuple[Link, UnmetPreference], ...] = ()


@frozen
class MapTouchpoints:
    """A journey's touchpoints, and its own table of stages and channels; sort_key: in the order of need."""

    journey: Link
    table: HeatTable
    touchpoints: tuple[TouchpointEntry, ...]
    sort_key: tuple[float, str]


def touchpoint_summary(insights: JourneyInsights) -> TouchpointSummary:
    """Return where customers are met in one journey; only as-is journeys that are not archived count."""
    points = insights.touchpoints
    if not insights.card.current:
        return TouchpointSummary()
    at = grouped((point.channel, point) for point in points)
    own = MapTouchpoints(insights.journey, insights.heat, points, (-insights.card.need, insights.journey.title))
    return TouchpointSummary(
        count=len(points),
        depth=sum(point.depth for point in points),
        met=tuple(
            (id_, ChannelContacts(tally(point.mean for point in met), TopList.of(met, WORST, _worst)))
            for id_, met in at.items()
            if id_
        ),
        on_channels=heat((p.phase, p.channel, p, p.mean) for p in points if p.channel),
        on_devices=heat((p.phase, device, p, p.mean) for p in points for device in p.devices),
        maps=TopList.of([own] if points else [], MAPS, attrgetter("sort_key")),
        thin=TopList.of((point for point in points if point.depth <= THIN), MOST, _thinnest),
        unowned=TopList.of((point for point in points if point.unowned), MOST),
        nowhere=TopList.of((point for point in points if not point.channel), MOST),
        unmet=tuple((insights.journey, preference) for preference in insights.unmet),
    )


_most = partial(TopList.merged, most=MOST)


roll_up_touchpoints = Rollup(
    TouchpointSummary,
    count=sum,
    depth=sum,
    met=ByName(Rollup(ChannelContacts, felt=tallied, touchpoints=partial(TopList.merged, most=WORST))),
    on_channels=heats_together,
    on_devices=heats_together,
    maps=partial(TopList.merged, most=MAPS),
    thin=_most,
    unowned=_most,
    nowhere=_most,
    unmet=concatenated,
)
"""Puts where customers are met in many journeys together."""


def _worst(point: TouchpointEntry) -> tuple[bool, float, str]:
    score = point.felt.score
    return score is None, score or 0.0, point.felt.at.url


def _thinnest(point: TouchpointEntry) -> tuple[int, str]:
    return point.depth, point.felt.at.url
