"""What the maps rest on: how touchpoints are known, which research is used where, and what to find out next."""

import datetime
from collections.abc import Mapping, Sequence

from cjsite.analysis.sources import Known, age, is_old, together
from cjsite.frozen import frozen
from cjsite.model.registry import Evidence
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.insights.point import Point
from cjsite.pages.links import name
from cjsite.pages.page import Frame, Link, Page, reference_url
from cjsite.pages.ranked import Ranked
from cjsite.pages.survey import TouchpointLink
from cjsite.wording import Wording

MOST = 24
"""How many touchpoints the list of a source shows."""


@frozen
class Told:
    """A map with how it is known; open: what is to be found out there, staff: what only staff say."""

    journey: Link
    known: Known
    open: tuple[Point, ...]
    staff: tuple[Point, ...]


@frozen
class Source:
    """Research with its age in days and where it is used; maps: that rest on it as a whole only."""

    link: Link
    source: str
    kind: str
    n: int | None
    date: datetime.date | None
    days: int | None
    old: bool
    at: Ranked[TouchpointLink]
    maps: tuple[Link, ...]


@frozen
class EvidenceData:
    """What the page shows: as-is journeys that are not archived; all journeys for where research is used."""

    maps: tuple[Told, ...]
    all: Known
    sources: tuple[Source, ...]


def evidence_page(
    aspects: tuple[Aspect, ...],
    evidence: Mapping[str, Evidence],
    today: datetime.date,
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the page on evidence, the map with most to find out first."""
    told = [_told(aspect) for aspect in aspects if aspect.row.current]
    uses: dict[str, list[tuple[Link, tuple[TouchpointLink, ...]]]] = {}
    for aspect in aspects:
        for source, resting in aspect.sources:
            uses.setdefault(source, []).append((aspect.journey, resting))
    sources = (_source(one, uses.get(one.id, []), today) for one in evidence.values())
    data = EvidenceData(
        maps=tuple(sorted(told, key=lambda one: (-one.known.open, one.journey.title))),
        all=together(one.known for one in told),
        sources=tuple(sorted(sources, key=lambda source: (-(source.days or 0), source.link.title))),
    )
    title, description = wording("insight.evidence"), wording("insight.evidence.lead")
    return Page("insights/evidence.html", "insights/evidence.html", title, frame, data, description, "insights")


def _told(aspect: Aspect) -> Told:
    return Told(aspect.journey, aspect.known, aspect.to_find_out, aspect.staff_only)


def _source(one: Evidence, uses: Sequence[tuple[Link, tuple[TouchpointLink, ...]]], today: datetime.date) -> Source:
    return Source(
        link=Link(name(one), reference_url("source", one.id)),
        source=one.source or "",
        kind=one.kind or "",
        n=one.n,
        date=one.date,
        days=age(one, today),
        old=is_old(one, today),
        at=Ranked.of((at for _, resting in uses for at in resting), MOST),
        maps=tuple(journey for journey, resting in uses if not resting),
    )
