"""Feelings: what each journey is like moment by moment and so far, what is borne, and what is promised."""

from cjsite.analysis.tolerance import FATES, Fate
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, page_series
from cjsite.pages.paging import Paging, pages_for
from cjsite.summaries.feelings_line import FeelingsLine, LowFeeling
from cjsite.summaries.journey_analysis import FeelingEntry
from cjsite.summaries.journey_brief import JourneyBrief
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.links import Link
from cjsite.summaries.low_feelings import LowFeelings
from cjsite.summaries.site_summary import SiteSummary, value_part
from cjsite.summaries.toplist import TopList
from cjsite.text.wording import Wording

SHOWN = 40
"""How many journeys are shown with their lines; a thousand would be several megabytes."""
LINES = 20
"""How many of them stand on a page."""


@frozen
class FeelingsBrief:
    """A journey in short; figures on the site's scale, None where they are not known.

    whose: the names of those who fare worst, none where all feel alike.
    """

    journey: Link
    whose: tuple[str, ...]
    mean: float | None
    peak_end: float | None
    lowest: FeelingEntry | None
    known: int
    total: int


@frozen
class FeelingsData:
    """What the page shows: as-is journeys that are not archived; rest: those after the first `SHOWN`."""

    journeys: tuple[FeelingsLine, ...]
    rest: tuple[FeelingsBrief, ...]
    borne: LowFeelings

    @property
    def lows(self) -> tuple[tuple[Fate, TopList[LowFeeling]], ...]:
        """Return the negative feelings by what becomes of them."""
        return tuple(zip(FATES, self.borne.lows, strict=True))


def _pages(site: SiteSummary) -> int:
    maps = site.lengths.counted
    return max(pages_for(min(maps, SHOWN), LINES), pages_for(maps - SHOWN))


@value_part
def _order(site: SiteSummary) -> tuple[str, ...]:
    """Return the ids of journeys that figures count: the one with the worst mean first, unknown ones last."""
    ordered = sorted((brief for brief in site.briefs() if brief.current), key=_sort_key)
    return tuple([brief.id for brief in ordered])


@page_series("insights/feelings.html", _pages)
def feelings(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page on feelings."""
    order = _order(site)
    lines = tuple([site.of_journey(name, _line) for name in paging.rows(order[:SHOWN], LINES)])
    rest = tuple([site.of_journey(name, _brief) for name in paging.rows(order[SHOWN:])])
    return feelings_page(FeelingsData(lines, rest, site.low_feelings), paging, frame, wording)


@memo(by="paging")
def feelings_page(data: FeelingsData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on feelings, or one on which its list of journeys goes on."""
    title, description = wording("insight.feelings"), wording("insight.feelings.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/feelings.html", title, frame, data, description, "insights", paging=paging)


def _line(journey: JourneySummary) -> FeelingsLine:
    return journey.feelings


def _brief(journey: JourneySummary) -> FeelingsBrief:
    line = journey.feelings
    lowest = line.extremes.lowest.felt if line.extremes.lowest else None
    return FeelingsBrief(line.journey, line.whose, line.mean, line.peak_end, lowest, line.known, line.total)


def _sort_key(brief: JourneyBrief) -> tuple[bool, float, str]:
    return brief.mean is None, brief.mean or 0.0, brief.journey.title
