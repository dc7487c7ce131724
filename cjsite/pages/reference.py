"""What the maps refer to, in full: research sources, measures, channels."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.model.registry import Channel, Evidence, Metric
from cjsite.pages.downloads import METRICS_URL, OfferedFile, offered
from cjsite.pages.facts import amount, tracked
from cjsite.pages.page import Download, Page, SiteFrame, page_series
from cjsite.pages.paging import Paging, pages_for
from cjsite.summaries.links import Link, name
from cjsite.summaries.metrics_json import metrics_json
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import reference_url, tags_url
from cjsite.text.prose import block, plain
from cjsite.text.wording import Wording


@frozen
class ReferenceEntry:
    """One thing: its name, which may be a link elsewhere, what is known of it in a line, and its text."""

    id: str
    title: str
    url: str
    about: str
    text: Markup


@frozen
class ReferenceData:
    """What the page shows; tags: the list of all tags, None where there are none.

    others: what stands on the pages after it, by the names of their places.
    """

    sources: tuple[ReferenceEntry, ...]
    measures: tuple[ReferenceEntry, ...]
    channels: tuple[ReferenceEntry, ...]
    tags: Link | None
    others: tuple[tuple[str, Link], ...] = ()
    downloads: tuple[OfferedFile, ...] = (offered(METRICS_URL, "metrics"),)


def _pages(site: SiteSummary) -> int:
    content = site.content
    shelves = (content.evidence, content.metrics, content.channels)
    return max(pages_for(rows) for rows in map(len, shelves))


@page_series(reference_url(), _pages)
def reference(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page of sources, measures and channels."""
    return reference_page(site.once(_whole, wording), paging, frame, wording)


def measure_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:  # noqa: ARG001
    """Declare all that is measured as data."""
    yield Download(METRICS_URL, Lazy(_metrics, site))


def _metrics(site: SiteSummary) -> bytes:
    content = site.content
    return metrics_json(content.metrics, content.evidence, (journey.metric_uses for journey in site.journeys))


def _whole(site: SiteSummary, wording: Wording) -> ReferenceData:
    content = site.content
    tags = Link(wording("tags.all"), tags_url()) if site.lengths.tagged else None
    return all_references(content.evidence, content.metrics, content.channels, tags, wording)


@memo(by="paging")
def reference_page(data: ReferenceData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of everything that maps refer to by name, or one on which it goes on."""
    own = paging.part(data, "sources", "measures", "channels")
    if paging.count > 1:
        own = replace(own, others=tuple(_elsewhere(data, paging)))
    url, title = paging.address(paging.number), wording("reference.title")
    return Page(url, "reference.html", title, frame, own, paging=paging)


def _elsewhere(data: ReferenceData, paging: Paging) -> Iterator[tuple[str, Link]]:
    for kind, entries in (("source", data.sources), ("measure", data.measures), ("channel", data.channels)):
        yield from paging.elsewhere([(f"{kind}-{entry.id}", entry.title) for entry in entries])


@memo
def all_references(
    evidence: Mapping[str, Evidence],
    metrics: Mapping[str, Metric],
    channels: Mapping[str, Channel],
    tags: Link | None,
    wording: Wording,
) -> ReferenceData:
    """Return everything that maps refer to by name; tags: the list of all."""
    return ReferenceData(
        sources=tuple(_source(source, wording) for source in evidence.values()),
        measures=tuple(_measure(metric, wording) for metric in metrics.values()),
        channels=tuple(_channel(channel, wording) for channel in channels.values()),
        tags=tags,
    )


def _source(source: Evidence, t: Wording) -> ReferenceEntry:
    link = tracked(source.link)
    about = (
        t(f"evidence.kind.{source.kind}") if source.kind else "",
        t(f"evidence.source.{source.source}") if source.source else "",
        f"n = {t.number(source.n)}" if source.n is not None else "",
        t.date(source.date) if source.date else "",
        "" if link.url else str(link.text),
    )
    return _entry(source.id, name(source), link.url, t.comma.join(filter(None, about)), source.description)


def _measure(metric: Metric, t: Wording) -> ReferenceEntry:
    target = ""
    if metric.target is not None:
        target = t(f"reference.target.{metric.better}", value=amount(metric.target, metric.unit, t))
    better = t(f"reference.better.{metric.better}")
    unit = plain(metric.unit) if metric.target is None else ""
    about = t.comma.join(filter(None, (unit, target or better)))
    return _entry(metric.id, name(metric), "", about, metric.description)


def _channel(channel: Channel, t: Wording) -> ReferenceEntry:
    about = t.comma.join(filter(None, _about(channel, t)))
    return _entry(channel.id, name(channel), "", about, channel.description)


def _about(channel: Channel, t: Wording) -> Iterator[str]:
    if channel.kind:
        yield t(f"channel.kind.{channel.kind}")
    yield t(f"channel.control.{channel.control}")
    if channel.service:
        yield t(f"service.{channel.service}")
    yield plain(channel.group)
    yield plain(channel.hours)


def _entry(id_: str, title: str, url: str, about: str, text: str) -> ReferenceEntry:
    return ReferenceEntry(id_, title, url, about, block(text))
