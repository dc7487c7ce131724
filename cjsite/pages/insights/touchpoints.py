"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjsite.analysis.channels import ranking
from cjsite.analysis.coverage import THIN
from cjsite.analysis.feeling import Band, band
from cjsite.model.registry import Channel
from cjsite.pages.insights.aspect import Aspect, Unmet
from cjsite.pages.insights.heat_table import Table, heat_table
from cjsite.pages.insights.point import Point
from cjsite.pages.links import name
from cjsite.pages.page import Frame, Link, Page
from cjsite.wording import Wording

PHASES = ("before", "during", "after", "")


@dataclass(frozen=True, slots=True)
class Standing:
    """A channel among all: the mean score over `known` feelings at its touchpoints, and where these are."""

    id: str
    title: str
    control: str
    kind: str
    mean: float | None
    band: Band
    known: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """A journey's own table of stages and channels."""

    journey: Link
    table: Table


@dataclass(frozen=True, slots=True)
class TouchpointsData:
    """What the page shows: as-is journeys that are not archived. depth: the mean depth, 0 to 10."""

    count: int
    depth: float | None
    channels: tuple[Standing, ...]
    unmapped: tuple[str, ...]
    by_phase: Table
    by_device: Table
    maps: tuple[Mapped, ...]
    thin: tuple[Point, ...]
    unowned: tuple[Point, ...]
    nowhere: tuple[Point, ...]
    unmet: tuple[tuple[Link, Unmet], ...]


def touchpoints_page(
    aspects: tuple[Aspect, ...], channels: Mapping[str, Channel], frame: Frame, wording: Wording
) -> Page:
    """Return the page on touchpoints and channels, the channel that feels worst first."""
    current = [aspect for aspect in aspects if aspect.row.current]
    points = [point for aspect in current for point in aspect.points]
    titles = {id_: name(channel) for id_, channel in channels.items()}
    phases = {phase: wording(f"phase.{phase}") if phase else wording("insight.unsaid") for phase in PHASES}
    on_channels = ((phases[p.phase], titles[p.channel], p) for p in points if p.channel)
    on_devices = ((phases[p.phase], device, p) for p in points for device in p.devices)
    data = TouchpointsData(
        count=len(points),
        depth=sum(point.depth for point in points) / len(points) if points else None,
        channels=_standings(points, channels),
        unmapped=tuple(titles[id_] for id_ in channels if all(point.channel != id_ for point in points)),
        by_phase=heat_table(on_channels, phases.values()),
        by_device=heat_table(on_devices, phases.values()),
        maps=tuple(Mapped(aspect.journey, aspect.heat) for aspect in current if aspect.points),
        thin=tuple(sorted((p for p in points if p.depth <= THIN), key=lambda p: (p.depth, p.felt.at.url))),
        unowned=tuple(point for point in points if point.unowned),
        nowhere=tuple(point for point in points if not point.channel),
        unmet=tuple((aspect.journey, _titled(one, titles)) for aspect in current for one in aspect.unmet),
    )
    title, description = wording("insight.touchpoints"), wording("insight.touchpoints.lead")
    url = "insights/touchpoints.html"
    return Page(url, "insights/touchpoints.html", title, frame, data, description, "insights")


def _standings(points: list[Point], channels: Mapping[str, Channel]) -> tuple[Standing, ...]:
    return tuple(
        Standing(
            id=one.channel,
            title=name(channels[one.channel]),
            control=channels[one.channel].control,
            kind=channels[one.channel].kind or "",
            mean=one.mean,
            band=band(one.mean),
            known=one.known,
            points=tuple(point for point in points if point.channel == one.channel),
        )
        for one in ranking((point.channel, point.felt.score) for point in points)
    )


def _titled(one: Unmet, titles: Mapping[str, str]) -> Unmet:
    return Unmet(one.kind, one.persona, titles.get(one.channel, one.channel), one.hours, one.because, one.at)
