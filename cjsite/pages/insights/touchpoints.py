"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Mapping
from functools import partial
from operator import attrgetter

from cjsite.analysis.channels import ranking
from cjsite.analysis.coverage import THIN, Heat, heat, heats_together
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.tally import Tally, tallied, tally
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rollup import ByName, Rollup, concatenated, grouped
from cjsite.model.registry import Channel
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.heat_table import HeatTable, heat_table
from cjsite.summaries.journey_insights import JourneyInsights, UnmetPreference
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.text.wording import Wording

MOST = 60
"""How many touchpoints a list shows."""
MAPS = 40
"""How many maps have their tables here, those that need most attention; the others' touchpoints stand on them."""
WORST = 12
"""How many touchpoints of a channel stand beside it."""
PHASES = ("before", "during", "after", "")


@frozen
class ChannelContacts:
    """How often customers are met on a channel and how they feel there, and the worst of it."""

    felt: Tally
    points: TopList[TouchpointEntry]


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
class ChannelStanding:
    """A channel among all: the mean score over `known` feelings at its touchpoints; points: the worst first."""

    id: str
    title: str
    control: str
    kind: str
    mean: float | None
    band: Band
    known: int
    points: TopList[TouchpointEntry]


@frozen
class MapTouchpoints:
    """A journey's touchpoints, and its own table of stages and channels; place: in the order of need."""

    journey: Link
    table: HeatTable
    points: tuple[TouchpointEntry, ...]
    place: tuple[float, str]


@frozen
class TouchpointsData:
    """What the page shows: as-is journeys that are not archived. depth: the mean depth, 0 to 10."""

    count: int
    depth: float | None
    channels: tuple[ChannelStanding, ...]
    unmapped: tuple[str, ...]
    by_phase: HeatTable
    by_device: HeatTable
    maps: TopList[MapTouchpoints]
    thin: TopList[TouchpointEntry]
    unowned: TopList[TouchpointEntry]
    nowhere: TopList[TouchpointEntry]
    unmet: tuple[tuple[Link, UnmetPreference], ...]


@site_page("insights/touchpoints.html")
def touchpoints(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    return touchpoints_page(_all(site.insights), site.content.channels, frame, wording)


@memo
def _all(every: tuple[JourneyInsights, ...]) -> TouchpointSummary:
    return roll_up_touchpoints([touchpoint_summary(insights) for insights in every])


@memo
def touchpoints_page(
    reach: TouchpointSummary, channels: Mapping[str, Channel], frame: SiteFrame, wording: Wording
) -> Page:
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


@memo(by="insights")
def touchpoint_summary(insights: JourneyInsights) -> TouchpointSummary:
    """Return where customers are met in one journey; only as-is journeys that are not archived count."""
    points = insights.points
    if not insights.row.current:
        return TouchpointSummary()
    at = grouped((point.channel, point) for point in points)
    own = MapTouchpoints(insights.journey, insights.heat, points, (-insights.row.need, insights.journey.title))
    return TouchpointSummary(
        count=len(points),
        depth=sum(point.depth for point in points),
        met=tuple(
            (id_, ChannelContacts(tally(point.felt.score for point in met), TopList.of(met, WORST, _worst)))
            for id_, met in at.items()
            if id_
        ),
        on_channels=heat((p.phase, p.channel, p, p.felt.score) for p in points if p.channel),
        on_devices=heat((p.phase, device, p, p.felt.score) for p in points for device in p.devices),
        maps=TopList.of([own] if points else [], MAPS, attrgetter("place")),
        thin=TopList.of((point for point in points if point.depth <= THIN), MOST, _thinnest),
        unowned=TopList.of((point for point in points if point.unowned), MOST),
        nowhere=TopList.of((point for point in points if not point.channel), MOST),
        unmet=tuple((insights.journey, one) for one in insights.unmet),
    )


_most = partial(TopList.merged, most=MOST)
roll_up_touchpoints = Rollup(
    TouchpointSummary,
    count=sum,
    depth=sum,
    met=ByName(Rollup(ChannelContacts, felt=tallied, points=partial(TopList.merged, most=WORST))),
    on_channels=heats_together,
    on_devices=heats_together,
    maps=partial(TopList.merged, most=MAPS),
    thin=_most,
    unowned=_most,
    nowhere=_most,
    unmet=concatenated,
)
"""Puts where customers are met in many journeys together."""


def _standing(channel: Channel, met: ChannelContacts) -> ChannelStanding:
    return ChannelStanding(
        id=channel.id,
        title=name(channel),
        control=channel.control,
        kind=channel.kind or "",
        mean=met.felt.mean,
        band=band(met.felt.mean),
        known=met.felt.known,
        points=met.points,
    )


def _worst(point: TouchpointEntry) -> tuple[bool, float, str]:
    score = point.felt.score
    return score is None, score or 0.0, point.felt.at.url


def _thinnest(point: TouchpointEntry) -> tuple[int, str]:
    return point.depth, point.felt.at.url


def _titled(preference: UnmetPreference, titles: Mapping[str, str]) -> UnmetPreference:
    return UnmetPreference(
        preference.kind,
        preference.persona,
        titles.get(preference.channel, preference.channel),
        preference.hours,
        preference.because,
        preference.at,
    )
