"""What the maps rest on: how touchpoints are known, which research is used where, and what to find out next."""

import datetime
from collections.abc import Mapping

from cjsite.analysis.sources import KnownBy, age, is_old
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.registry import Evidence
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.evidence_summary import (
    EvidenceSummary,
    MapEvidence,
    MapWanted,
    SourceUsage,
)
from cjsite.summaries.journey_analysis import TouchpointLink
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.urls import reference_url
from cjsite.text.wording import Wording


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
class EvidenceData:
    """What the page shows: as-is journeys that are not archived; all journeys for where research is used.

    open: the maps with something to find out; staff: those with something that only staff say; wanted: those whose
    authors name evidence that is still to be gathered.
    """

    maps: tuple[MapEvidence, ...]
    open: tuple[MapEvidence, ...]
    staff: tuple[MapEvidence, ...]
    all: KnownBy
    sources: tuple[SourceUse, ...]
    wanted: tuple[MapWanted, ...]


def _whole(site: SiteSummary) -> EvidenceData:
    return all_evidence(site.evidence, site.content.evidence, site.today)


@list_page("insights/evidence.html", lambda site: max(site.lengths.counted, len(site.content.evidence)))
def evidence(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page on evidence."""
    return evidence_page(site.once(_whole), paging, frame, wording)


@memo(by="paging")
def evidence_page(data: EvidenceData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on evidence, or one on which its lists go on."""
    own = paging.part(data, "maps", "open", "staff", "sources", "wanted")
    title, description = wording("insight.evidence"), wording("insight.evidence.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/evidence.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_evidence(resting: EvidenceSummary, evidence: Mapping[str, Evidence], today: datetime.date) -> EvidenceData:
    """Return how maps are known, the map with most to find out first; resting: what all maps rest on."""
    uses = dict(resting.uses)
    sources = (_source(source, uses.get(source.id, SourceUsage()), today) for source in evidence.values())
    maps = tuple(sorted(resting.maps, key=lambda entry: (-entry.known.open, entry.journey.title)))
    return EvidenceData(
        maps=maps,
        open=tuple([entry for entry in maps if entry.open]),
        staff=tuple([entry for entry in maps if entry.staff]),
        all=resting.known,
        sources=tuple(sorted(sources, key=lambda source: (-(source.days or 0), source.link.title))),
        wanted=tuple(sorted(resting.wanted, key=lambda entry: entry.journey.title)),
    )


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
