"""What the maps refer to, in full: research sources, measures, channels."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.registry import Channel, Evidence, Metric
from cjsite.pages.facts import tracked
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.links import name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import reference_url
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
    """What the page shows."""

    sources: tuple[ReferenceEntry, ...]
    measures: tuple[ReferenceEntry, ...]
    channels: tuple[ReferenceEntry, ...]


@site_page(reference_url())
def reference(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the page of sources, measures and channels."""
    content = site.content
    return reference_page(content.evidence, content.metrics, content.channels, frame, wording)


@memo
def reference_page(
    evidence: Mapping[str, Evidence],
    metrics: Mapping[str, Metric],
    channels: Mapping[str, Channel],
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the page of everything that maps refer to by name."""
    data = ReferenceData(
        sources=tuple(_source(source, wording) for source in evidence.values()),
        measures=tuple(_measure(metric, wording) for metric in metrics.values()),
        channels=tuple(_channel(channel, wording) for channel in channels.values()),
    )
    return Page(reference_url(), "reference.html", wording("reference.title"), frame, data)


def amount(value: float, unit: str, t: Wording) -> str:
    """Return a figure with its unit, held together."""
    return f"{t.number(value)}\N{NO-BREAK SPACE}{unit}" if unit else t.number(value)


def _source(source: Evidence, t: Wording) -> ReferenceEntry:
    link = tracked(source.link)
    about = (
        t(f"evidence.kind.{source.kind}") if source.kind else "",
        t(f"evidence.source.{source.source}") if source.source else "",
        f"n = {t.number(source.n)}" if source.n is not None else "",
        t.date(source.date) if source.date else "",
        "" if link.url else str(link.text),
    )
    return _entry(source.id, name(source), link.url, about, source.description)


def _measure(metric: Metric, t: Wording) -> ReferenceEntry:
    target = ""
    if metric.target is not None:
        target = t(f"reference.target.{metric.better}", value=amount(metric.target, metric.unit, t))
    better = t(f"reference.better.{metric.better}")
    unit = plain(metric.unit) if metric.target is None else ""
    return _entry(metric.id, name(metric), "", (unit, target or better), metric.description)


def _channel(channel: Channel, t: Wording) -> ReferenceEntry:
    return _entry(channel.id, name(channel), "", tuple(_about(channel, t)), channel.description)


def _about(channel: Channel, t: Wording) -> Iterator[str]:
    if channel.kind:
        yield t(f"channel.kind.{channel.kind}")
    yield t(f"channel.control.{channel.control}")
    yield plain(channel.group)
    yield plain(channel.hours)


def _entry(id_: str, title: str, url: str, about: tuple[str, ...], text: str) -> ReferenceEntry:
    return ReferenceEntry(id_, title, url, ", ".join(filter(None, about)), block(text))
