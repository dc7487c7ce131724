"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Mapping

from cjsite.analysis.channels import ranking
from cjsite.analysis.feeling import Band, band
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.emotion import Scale
from cjsite.model.registry import Channel
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.heat_table import HeatTable, heat_table, mean_on
from cjsite.summaries.journey_insights import UnmetPreference
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.summaries.touchpoint_summary import (
    ChannelContacts,
    MapTouchpoints,
    TouchpointSummary,
)
from cjsite.text.wording import Wording

PHASES = ("before", "during", "after", "")


@frozen
class ChannelStanding:
    """A channel among all; mean: of `known` feelings there, on the site's scale; points: the worst first."""

    id: str
    title: str
    control: str
    kind: str
    service: str
    mean: float | None
    band: Band
    known: int
    points: TopList[TouchpointEntry]


@frozen
class TouchpointsData:
    """What the page shows: as-is journeys that are not archived. depth: the mean depth, 0 to 10.

    ends: of the site's scale.
    """

    ends: tuple[str, str]
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
    """Declare the page on touchpoints and channels."""
    content = site.content
    return touchpoints_page(site.touchpoints, content.channels, content.settings.emotion_scale, frame, wording)


@memo
def touchpoints_page(
    reach: TouchpointSummary, channels: Mapping[str, Channel], scale: Scale, frame: SiteFrame, wording: Wording
) -> Page:
    """Return the page on touchpoints and channels, the channel that feels worst first; reach: of all journeys."""
    met = dict(reach.met)
    titles = {id_: name(channel) for id_, channel in channels.items()}
    phases = {phase: wording(f"phase.{phase}") if phase else wording("insight.unsaid") for phase in PHASES}
    devices = {cell.column: cell.column for cell in reach.on_devices}
    data = TouchpointsData(
        ends=wording.ends(scale.min, scale.max),
        count=reach.count,
        depth=reach.depth / reach.count if reach.count else None,
        channels=tuple(
            _standing(channels[id_], met[id_], scale)
            for id_ in ranking({id_: one.felt for id_, one in met.items()})
        ),
        unmapped=tuple(titles[id_] for id_ in channels if id_ not in met),
        by_phase=heat_table(reach.on_channels, phases, titles, scale),
        by_device=heat_table(reach.on_devices, phases, devices, scale),
        maps=reach.maps,
        thin=reach.thin,
        unowned=reach.unowned,
        nowhere=reach.nowhere,
        unmet=tuple((journey, _titled(one, titles)) for journey, one in reach.unmet),
    )
    title, description = wording("insight.touchpoints"), wording("insight.touchpoints.lead")
    url = "insights/touchpoints.html"
    return Page(url, "insights/touchpoints.html", title, frame, data, description, "insights")


def _standing(channel: Channel, met: ChannelContacts, scale: Scale) -> ChannelStanding:
    return ChannelStanding(
        id=channel.id,
        title=name(channel),
        control=channel.control,
        kind=channel.kind or "",
        service=channel.service or "",
        mean=mean_on(met.felt, scale),
        band=band(met.felt.mean),
        known=met.felt.known,
        points=met.points,
    )


def _titled(preference: UnmetPreference, titles: Mapping[str, str]) -> UnmetPreference:
    return UnmetPreference(
        preference.kind,
        preference.persona,
        titles.get(preference.channel, preference.channel),
        preference.hours,
        preference.because,
        preference.at,
    )
