"""What maps rest on: of one map, or of any number of maps put together."""

from collections.abc import Iterator
from functools import partial

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.sources import KnownBy, together
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, concatenated
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link, whoever
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
class WantedEvidence:
    """Evidence that is still to be gathered; by: who does so, a department or anybody in words."""

    text: str
    kind: str
    by: Link


@frozen
class MapWanted:
    """A map with the evidence that is still to be gathered for it."""

    journey: Link
    wanted: tuple[WantedEvidence, ...]


@frozen
class SourceUsage:
    """Where research is used; maps: that rest on it as a whole only."""

    at: TopList[TouchpointLink] = TopList()
    maps: tuple[Link, ...] = ()


@frozen
class EvidenceSummary:
    """What maps rest on; uses: of research in all journeys, by its id.

    maps: as-is journeys that are not archived, summed up in `known`. wanted: of maps that are not archived.
    """

    maps: tuple[MapEvidence, ...] = ()
    known: KnownBy = KnownBy()
    uses: tuple[tuple[str, SourceUsage], ...] = ()
    wanted: tuple[MapWanted, ...] = ()


def evidence_summary(analysis: JourneyAnalysis, insights: JourneyInsights) -> EvidenceSummary:
    """Return what one map rests on; insights: the same map's."""
    own_map = MapEvidence(insights.journey, insights.known, insights.to_find_out, insights.staff_only)
    return EvidenceSummary(
        maps=(own_map,) if insights.card.current else (),
        known=insights.known if insights.card.current else KnownBy(),
        uses=tuple(
            (source, SourceUsage(TopList.of(resting, MOST), () if resting else (insights.journey,)))
            for source, resting in insights.sources
        ),
        wanted=tuple(_wanted(analysis.inputs, insights)),
    )


def _wanted(inputs: JourneyInput, insights: JourneyInsights) -> Iterator[MapWanted]:
    if inputs.journey.sources_wanted and insights.card.status != "archived":
        wanted = (
            WantedEvidence(wanted.text, wanted.kind or "", whoever(wanted.by, inputs.departments))
            for wanted in inputs.journey.sources_wanted
        )
        yield MapWanted(insights.journey, tuple(wanted))


roll_up_evidence = Rollup(
    EvidenceSummary,
    maps=concatenated,
    known=together,
    uses=ByName(Rollup(SourceUsage, at=partial(TopList.merged, most=MOST), maps=concatenated)),
    wanted=concatenated,
)
"""Puts what many maps rest on together."""
