"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Iterator, Mapping
from itertools import chain

from cjsite.analysis.channels import ranking
from cjsite.analysis.feeling import Band, band
from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.model.emotion import Scale
from cjsite.model.registry import Channel, Metric
from cjsite.pages.downloads import METRICS_URL, OfferedFile, offered
from cjsite.pages.facts import amount
from cjsite.pages.page import Download, Page, SiteFrame, page_series
from cjsite.pages.paging import Paging, pages_for
from cjsite.summaries.channel_metrics import MetricRange, MetricsByChannel
from cjsite.summaries.heat_table import HeatTable, heat_table, mean_on
from cjsite.summaries.journey_insights import UnmetPreference
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.summaries.touchpoint_rows import TOUCHPOINT_COLUMNS
from cjsite.summaries.touchpoint_summary import (
    MAPS,
    ChannelContacts,
    MapTouchpoints,
    TouchpointSummary,
)
from cjsite.summaries.urls import reference_url
from cjsite.text.spreadsheet import csv_file, csv_rows
from cjsite.text.wording import Wording

TOUCHPOINTS_CSV_URL = "insights/touchpoints.csv"
_DOWNLOADS = (offered(TOUCHPOINTS_CSV_URL, "touchpoints"), offered(METRICS_URL, "metrics"))
TABLES = 20
"""How many maps have their tables on a page."""
PHASES = ("before", "during", "after", "")


@frozen
class ChannelStanding:
    """A channel among all; mean: of `known` feelings there, on the site's scale; touchpoints: the worst first."""

    id: str
    title: str
    control: str
    kind: str
    service: str
    mean: float | None
    band: Band
    known: int
    touchpoints: TopList[TouchpointEntry]


@frozen
class ChannelFigure:
    """A metric on a channel: its last value, or the lowest and the highest of several touchpoints, in words."""

    metric: Link
    value: str
    count: int


@frozen
class TouchpointsData:
    """What the page shows: as-is journeys that are not archived. depth: the mean depth, 0 to 10.

    ends: of the site's scale. measured: channels with what is measured there. rest: how many maps more there are.
    """

    ends: tuple[str, str]
    count: int
    depth: float | None
    channels: tuple[ChannelStanding, ...]
    unmapped: tuple[str, ...]
    by_phase: HeatTable
    by_device: HeatTable
    measured: tuple[tuple[Link, tuple[ChannelFigure, ...]], ...]
    maps: tuple[MapTouchpoints, ...]
    rest: int
    thin: TopList[TouchpointEntry]
    unowned: TopList[TouchpointEntry]
    nowhere: TopList[TouchpointEntry]
    unmet: tuple[tuple[Link, UnmetPreference], ...]
    downloads: tuple[OfferedFile, ...] = (
        offered(TOUCHPOINTS_CSV_URL, "touchpoints"),
        offered(METRICS_URL, "metrics"),
    )


@page_series("insights/touchpoints.html", lambda site: pages_for(min(site.lengths.counted, MAPS), TABLES))
def touchpoints(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page on touchpoints and channels."""
    content = site.content
    scale, metrics = content.settings.emotion_scale, content.metrics
    data = all_touchpoints(site.touchpoints, site.metrics, content.channels, metrics, scale, wording)
    return touchpoints_page(data, paging, frame, wording)


def touchpoint_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:  # noqa: ARG001
    """Declare all touchpoints as a table."""
    yield Download(TOUCHPOINTS_CSV_URL, Lazy(_table, site))


def _table(site: SiteSummary) -> bytes:
    head = csv_rows([TOUCHPOINT_COLUMNS])
    return csv_file(chain([head], (journey.touchpoint_rows for journey in site.journeys)))


@memo(by="paging")
def touchpoints_page(data: TouchpointsData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on touchpoints and channels, or one on which the list of maps goes on."""
    own = replace(data, maps=paging.rows(data.maps, TABLES), unmet=paging.rows(data.unmet))
    title, description = wording("insight.touchpoints"), wording("insight.touchpoints.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/touchpoints.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_touchpoints(
    reach: TouchpointSummary,
    measured: MetricsByChannel,
    channels: Mapping[str, Channel],
    metrics: Mapping[str, Metric],
    scale: Scale,
    wording: Wording,
) -> TouchpointsData:
    """Return where customers are met, the channel that feels worst first; reach: of all journeys."""
    met = dict(reach.met)
    titles = {id_: name(channel) for id_, channel in channels.items()}
    phases = {phase: wording(f"phase.{phase}") if phase else wording("insight.unsaid") for phase in PHASES}
    devices = {cell.column: cell.column for cell in reach.on_devices}
    return TouchpointsData(
        ends=wording.ends(scale.min, scale.max),
        count=reach.count,
        depth=reach.depth / reach.count if reach.count else None,
        channels=tuple(
            _standing(channels[id_], met[id_], scale)
            for id_ in ranking({id_: contacts.felt for id_, contacts in met.items()})
        ),
        unmapped=tuple(titles[id_] for id_ in channels if id_ not in met),
        by_phase=heat_table(reach.on_channels, phases, titles, scale),
        by_device=heat_table(reach.on_devices, phases, devices, scale),
        measured=tuple(_measured(measured, channels, metrics, wording)),
        maps=reach.maps.first,
        rest=reach.maps.rest,
        thin=reach.thin,
        unowned=reach.unowned,
        nowhere=reach.nowhere,
        unmet=tuple((journey, _titled(preference, titles)) for journey, preference in reach.unmet),
    )


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
        touchpoints=met.touchpoints,
    )


def _measured(
    measured: MetricsByChannel, channels: Mapping[str, Channel], metrics: Mapping[str, Metric], wording: Wording
) -> Iterator[tuple[Link, tuple[ChannelFigure, ...]]]:
    by_channel = grouped((channel, (metric, own)) for (channel, metric), own in measured)
    for id_, channel in channels.items():
        if id_ in by_channel:
            figures = (_figure(metrics[metric], own, wording) for metric, own in by_channel[id_])
            yield Link(name(channel), reference_url("channel", id_)), tuple(figures)


def _figure(metric: Metric, own: MetricRange, wording: Wording) -> ChannelFigure:
    low, high = (amount(value, metric.unit, wording) for value in (own.low, own.high))
    value = low if low == high else wording("insight.measured.range", low=low, high=high)
    return ChannelFigure(Link(name(metric), reference_url("measure", metric.id)), value, own.count)


def _titled(preference: UnmetPreference, titles: Mapping[str, str]) -> UnmetPreference:
    return UnmetPreference(
        preference.kind,
        preference.persona,
        titles.get(preference.channel, preference.channel),
        preference.hours,
        preference.because,
        preference.at,
    )
