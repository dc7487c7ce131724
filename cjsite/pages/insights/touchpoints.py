"""Touchpoints and channels: where customers meet us, how they feel there, and what nobody looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cjsite.analysis.channels import ranking
from cjsite.analysis.coverage import THIN, heat
from cjsite.analysis.feeling import Band, band
from cjsite.model.registry import Channel
from cjsite.pages.insights.aspect import Aspect, Unmet
from cjsite.pages.insights.point import Point
from cjsite.pages.links import name
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.survey import TouchpointLink
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
class Spot:
    """A cell of a heat table: how many touchpoints, how they feel, and the first of them."""

    count: int
    known: int
    score: float | None
    band: Band
    at: TouchpointLink


@dataclass(frozen=True, slots=True)
class Table:
    """A heat table; rows: a name and its cells, one for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Spot | None, ...]], ...]


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
    data = TouchpointsData(
        count=len(points),
        depth=sum(point.depth for point in points) / len(points) if points else None,
        channels=_standings(points, channels),
        unmapped=tuple(titles[id_] for id_ in channels if all(point.channel != id_ for point in points)),
        by_phase=_table(((phases[p.phase], titles[p.channel], p) for p in points if p.channel), phases.values()),
        by_device=_table(((phases[p.phase], device, p) for p in points for device in p.devices), phases.values()),
        maps=tuple(Mapped(aspect.journey, _of_map(aspect, titles)) for aspect in current if aspect.points),
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


def _of_map(aspect: Aspect, titles: Mapping[str, str]) -> Table:
    stages = dict.fromkeys(f"{number}. {title}" for number, title in (point.stage for point in aspect.points))
    cells = ((f"{p.stage[0]}. {p.stage[1]}", titles[p.channel], p) for p in aspect.points if p.channel)
    return _table(cells, stages)


def _table(cells: Iterable[tuple[str, str, Point]], rows: Iterable[str]) -> Table:
    """Return a heat table; the column with most touchpoints stands first, rows without any are left out."""
    found = heat((row, column, point, point.felt.score) for row, column, point in cells)
    counts: dict[str, int] = {}
    for cell in found:
        counts[cell.column] = counts.get(cell.column, 0) + len(cell.points)
    columns = sorted(counts, key=lambda column: (-counts[column], column))
    at = {
        (c.row, c.column): Spot(len(c.points), c.known, c.score, band(c.score), c.points[0].felt.at) for c in found
    }
    filled = [row for row in rows if any((row, column) in at for column in columns)]
    return Table(tuple(columns), tuple((row, tuple(at.get((row, column)) for column in columns)) for row in filled))


def _titled(one: Unmet, titles: Mapping[str, str]) -> Unmet:
    return Unmet(one.kind, one.persona, titles.get(one.channel, one.channel), one.hours, one.because, one.at)
