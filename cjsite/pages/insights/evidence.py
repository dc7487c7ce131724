"""What the maps rest on: how touchpoints are known, which research is used where, and what to find out next."""

import datetime
from collections.abc import Mapping
from functools import partial

from cjsite.analysis.sources import Known, age, is_old, together
from cjsite.frozen import frozen
from cjsite.gathering import ByName, Together, chained
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
class Used:
    """Where research is used; maps: that rest on it as a whole only."""

    at: Ranked[TouchpointLink] = Ranked()
    maps: tuple[Link, ...] = ()


@frozen
class Rests:
    """What maps rest on; uses: of research in all journeys, by its id.

    told: as-is journeys that are not archived, summed up in `known`.
    """

    told: tuple[Told, ...] = ()
    known: Known = Known()
    uses: tuple[tuple[str, Used], ...] = ()


@frozen
class EvidenceData:
    """What the page shows: as-is journeys that are not archived; all journeys for where research is used.

    open: the maps with something to find out; staff: those with something that only staff say.
    """

    maps: tuple[Told, ...]
    open: tuple[Told, ...]
    staff: tuple[Told, ...]
    all: Known
    sources: tuple[Source, ...]


def rests(aspect: Aspect) -> Rests:
    """Return what one map rests on."""
    told = Told(aspect.journey, aspect.known, aspect.to_find_out, aspect.staff_only)
    return Rests(
        told=(told,) if aspect.row.current else (),
        known=aspect.known if aspect.row.current else Known(),
        uses=tuple(
            (source, Used(Ranked.of(resting, MOST), () if resting else (aspect.journey,)))
            for source, resting in aspect.sources
        ),
    )


rests_together = Together(
    Rests,
    told=chained,
    known=together,
    uses=ByName(Together(Used, at=partial(Ranked.merged, most=MOST), maps=chained)),
)
"""Puts what many maps rest on together."""


def evidence_page(
    resting: Rests,
    evidence: Mapping[str, Evidence],
    today: datetime.date,
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the page on evidence, the map with most to find out first; resting: what all maps rest on."""
    uses = dict(resting.uses)
    sources = (_source(one, uses.get(one.id, Used()), today) for one in evidence.values())
    maps = tuple(sorted(resting.told, key=lambda one: (-one.known.open, one.journey.title)))
    data = EvidenceData(
        maps=maps,
        open=tuple([one for one in maps if one.open]),
        staff=tuple([one for one in maps if one.staff]),
        all=resting.known,
        sources=tuple(sorted(sources, key=lambda source: (-(source.days or 0), source.link.title))),
    )
    title, description = wording("insight.evidence"), wording("insight.evidence.lead")
    return Page("insights/evidence.html", "insights/evidence.html", title, frame, data, description, "insights")


def _source(one: Evidence, used: Used, today: datetime.date) -> Source:
    return Source(
        link=Link(name(one), reference_url("source", one.id)),
        source=one.source or "",
        kind=one.kind or "",
        n=one.n,
        date=one.date,
        days=age(one, today),
        old=is_old(one, today),
        at=used.at,
        maps=used.maps,
    )
