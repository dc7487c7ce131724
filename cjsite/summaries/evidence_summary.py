"""What maps rest on: of one map, or of any number of maps put together."""

from functools import partial

from cjsite.analysis.sources import KnownBy, together
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, concatenated
from cjsite.summaries.journey_analysis import TouchpointLink
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link
from cjsite.summaries.toplist import TopList
from cjsite.summaries.touchpoint_entry import TouchpointEntry

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
