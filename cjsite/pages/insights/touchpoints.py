"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Mapping

from cjsite.analysis.channels import ranking
from cjsite.analysis.coverage import THIN
from cjsite.analysis.feeling import Band, band
from cjsite.frozen import frozen
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
    """A journey's touchpoints, and its own table of stages and channels."""

    journey: Link
    table: Table
    points: tuple[Point, ...]


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


def touchpoints_page(
    aspects: tuple[Aspect, ...], channels: Mapping[str, Channel], frame: Frame, wording: Wording
) -> Page:
    """Return the page on touchpoints and channels, the channel that feels worst first."""
    current = [aspect for aspect in aspects if aspect.row.current]
    points = [point for aspect in current for point in aspect.points]
    used = {point.channel for point in points}
    titles = {id_: name(channel) for id_, channel in channels.items()}
    phases = {phase: wording(f"phase.{phase}") if phase else wording("insight.unsaid") for phase in PHASES}
    on_channels = ((phases[p.phase], titles[p.channel], p) for p in points if p.channel)
    on_devices = ((phases[p.phase], device, p) for p in points for device in p.devices)
    data = TouchpointsData(
        count=len(points),
        depth=sum(point.depth for point in points) / len(points) if points else None,
        channels=_standings(points, channels),
        unmapped=tuple(titles[id_] for id_ in channels if id_ not in used),
        by_phase=heat_table(on_channels, phases.values()),
        by_device=heat_table(on_devices, phases.values()),
        maps=Ranked.of((_mapped(a) for a in sorted(current, key=_neediest) if a.points), MAPS),
        thin=Ranked.of(sorted((p for p in points if p.depth <= THIN), key=_thinnest), MOST),
        unowned=Ranked.of((point for point in points if point.unowned), MOST),
        nowhere=Ranked.of((point for point in points if not point.channel), MOST),
        unmet=tuple((aspect.journey, _titled(one, titles)) for aspect in current for one in aspect.unmet),
    )
    title, description = wording("insight.touchpoints"), wording("insight.touchpoints.lead")
    url = "insights/touchpoints.html"
    return Page(url, "insights/touchpoints.html", title, frame, data, description, "insights")


def _standings(points: list[Point], channels: Mapping[str, Channel]) -> tuple[Standing, ...]:
    at: dict[str, list[Point]] = {}
    for point in points:
        at.setdefault(point.channel, []).append(point)
    return tuple(
        Standing(
            id=one.channel,
            title=name(channels[one.channel]),
            control=channels[one.channel].control,
            kind=channels[one.channel].kind or "",
            mean=one.mean,
            band=band(one.mean),
            known=one.known,
            points=Ranked.of(sorted(at[one.channel], key=_worst), WORST),
        )
        for one in ranking((point.channel, point.felt.score) for point in points)
    )


def _worst(point: Point) -> tuple[bool, float, str]:
    score = point.felt.score
    return score is None, score or 0.0, point.felt.at.url


def _mapped(aspect: Aspect) -> Mapped:
    return Mapped(aspect.journey, aspect.heat, aspect.points)


def _neediest(aspect: Aspect) -> tuple[float, str]:
    return -aspect.row.need, aspect.journey.title


def _thinnest(point: Point) -> tuple[int, str]:
    return point.depth, point.felt.at.url


def _titled(one: Unmet, titles: Mapping[str, str]) -> Unmet:
    return Unmet(one.kind, one.persona, titles.get(one.channel, one.channel), one.hours, one.because, one.at)
