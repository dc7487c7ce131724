"""What the maps rest on: how touchpoints are known, which research is used where, and what to find out next."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from cjsite.analysis.sources import age, is_old
from cjsite.model.registry import Evidence
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.insights.point import Point
from cjsite.pages.links import name
from cjsite.pages.page import Frame, Link, Page, reference_url
from cjsite.pages.survey import TouchpointLink
from cjsite.wording import Wording

WAYS = ("observed", "reported", "inferred", "assumed", "")


@dataclass(frozen=True, slots=True)
class Known:
    """How a map's touchpoints are known: counts in the order of `WAYS`; heard, staff, silent: who told us."""

    journey: Link
    counts: tuple[int, ...]
    heard: int
    staff: int
    silent: int

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Source:
    """Research with its age in days and where it is used; maps: that rest on it as a whole only."""

    link: Link
    source: str
    kind: str
    n: int | None
    date: datetime.date | None
    days: int | None
    old: bool
    at: tuple[TouchpointLink, ...]
    maps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceData:
    """What the page shows: as-is journeys that are not archived; all journeys for where research is used."""

    known: tuple[Known, ...]
    all: Known
    sources: tuple[Source, ...]
    staff_only: tuple[Point, ...]
    to_find_out: tuple[Point, ...]


def evidence_page(
    aspects: tuple[Aspect, ...],
    evidence: Mapping[str, Evidence],
    today: datetime.date,
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the page on evidence, the map with most to find out first."""
    current = [aspect for aspect in aspects if aspect.row.current]
    points = [point for aspect in current for point in aspect.points]
    every = (_source(one, aspects, today) for one in evidence.values())
    data = EvidenceData(
        known=tuple(sorted((_known(aspect) for aspect in current), key=lambda k: (-_open(k), k.journey.title))),
        all=_counted(Link(""), points),
        sources=tuple(sorted(every, key=lambda source: (-(source.days or 0), source.link.title))),
        staff_only=tuple(point for point in points if point.standing == "staff"),
        to_find_out=tuple(point for point in points if point.felt.value is None or point.known == "assumed"),
    )
    title, description = wording("insight.evidence"), wording("insight.evidence.lead")
    return Page("insights/evidence.html", "insights/evidence.html", title, frame, data, description, "insights")


def _known(aspect: Aspect) -> Known:
    return _counted(aspect.journey, list(aspect.points))


def _counted(journey: Link, points: list[Point]) -> Known:
    ways, standings = [point.known for point in points], [point.standing for point in points]
    counts = tuple(ways.count(way) for way in WAYS)
    heard = standings.count("strong") + standings.count("some")
    return Known(journey, counts, heard, standings.count("staff"), standings.count("none"))


def _open(known: Known) -> float:
    return (known.total - known.heard) / (known.total or 1)


def _source(one: Evidence, aspects: tuple[Aspect, ...], today: datetime.date) -> Source:
    uses = [(aspect.journey, dict(aspect.sources)[one.id]) for aspect in aspects if one.id in dict(aspect.sources)]
    return Source(
        link=Link(name(one), reference_url("source", one.id)),
        source=one.source or "",
        kind=one.kind or "",
        n=one.n,
        date=one.date,
        days=age(one, today),
        old=is_old(one, today),
        at=tuple(at for _, resting in uses for at in resting),
        maps=tuple(journey for journey, resting in uses if not resting),
    )
