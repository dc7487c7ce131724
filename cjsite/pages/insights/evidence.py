"""What the maps rest on: how touchpoints are known, which research is used where, and what to find out next."""

import datetime
from collections.abc import Mapping
from functools import partial

from cjsite.analysis.sources import KnownBy, age, is_old, together
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rollup import ByName, Rollup, concatenated
from cjsite.model.registry import Evidence
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.journey_analysis import TouchpointLink
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.summaries.urls import reference_url
from cjsite.text.wording import Wording

MOST = 24
"""How many touchpoints the list of a source shows."""


@frozen
class MapEvidence:
    """A map with how it is known; open: what is to be found out there, staff: what only staff say."""

    journey: Link
    known: KnownBy
    open: tuple[TouchpointEntry, ...]
    staff: tuple[TouchpointEntry, ...]


@frozen
class SourceUse:
    """Research with its age in days and where it is used; maps: that rest on it as a whole only."""

    link: Link
    source: str
    kind: str
    n: int | None
    date: datetime.date | None
    days: int | None
    old: bool
    at: TopList[TouchpointLink]
    maps: tuple[Link, ...]


@frozen
class SourceUsage:
    """Where research is used; maps: that rest on it as a whole only."""

    at: TopList[TouchpointLink] = TopList()
    maps: tuple[Link, ...] = ()


@frozen
class EvidenceSummary:
    """What maps rest on; uses: of research in all journeys, by its id.

    told: as-is journeys that are not archived, summed up in `known`.
    """

    told: tuple[MapEvidence, ...] = ()
    known: KnownBy = KnownBy()
    uses: tuple[tuple[str, SourceUsage], ...] = ()


@frozen
class EvidenceData:
    """What the page shows: as-is journeys that are not archived; all journeys for where research is used.

    open: the maps with something to find out; staff: those with something that only staff say.
    """

    maps: tuple[MapEvidence, ...]
    open: tuple[MapEvidence, ...]
    staff: tuple[MapEvidence, ...]
    all: KnownBy
    sources: tuple[SourceUse, ...]


@memo(by="insights")
def evidence_summary(insights: JourneyInsights) -> EvidenceSummary:
    """Return what one map rests on."""
    told = MapEvidence(insights.journey, insights.known, insights.to_find_out, insights.staff_only)
    return EvidenceSummary(
        told=(told,) if insights.row.current else (),
        known=insights.known if insights.row.current else KnownBy(),
        uses=tuple(
            (source, SourceUsage(TopList.of(resting, MOST), () if resting else (insights.journey,)))
            for source, resting in insights.sources
        ),
    )


roll_up_evidence = Rollup(
    EvidenceSummary,
    told=concatenated,
    known=together,
    uses=ByName(Rollup(SourceUsage, at=partial(TopList.merged, most=MOST), maps=concatenated)),
)
"""Puts what many maps rest on together."""


@site_page("insights/evidence.html")
def evidence(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    return evidence_page(_all(site.insights), site.content.evidence, site.today, frame, wording)


@memo
def _all(every: tuple[JourneyInsights, ...]) -> EvidenceSummary:
    return roll_up_evidence([evidence_summary(insights) for insights in every])


@memo
def evidence_page(
    resting: EvidenceSummary,
    evidence: Mapping[str, Evidence],
    today: datetime.date,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the page on evidence, the map with most to find out first; resting: what all maps rest on."""
    uses = dict(resting.uses)
    sources = (_source(one, uses.get(one.id, SourceUsage()), today) for one in evidence.values())
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


def _source(evidence: Evidence, used: SourceUsage, today: datetime.date) -> SourceUse:
    return SourceUse(
        link=Link(name(evidence), reference_url("source", evidence.id)),
        source=evidence.source or "",
        kind=evidence.kind or "",
        n=evidence.n,
        date=evidence.date,
        days=age(evidence, today),
        old=is_old(evidence, today),
        at=used.at,
        maps=used.maps,
    )
