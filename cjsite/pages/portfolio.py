"""The home page: every journey, the one that needs most attention first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain

from cjsite.analysis.health import Health, total
from cjsite.base.frozen import frozen
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.model.registry import Department
from cjsite.pages.page import Download, Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.pages.search_list import ROWS, ListedJourney, search_file, search_files
from cjsite.summaries.current_opportunities import current_opportunities
from cjsite.summaries.journey_analysis import FeelingEntry, worst_first
from cjsite.summaries.journey_brief import JourneyBrief
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.opportunity import OpportunityCard
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary, value_part
from cjsite.text.wording import Wording

TOP = 6
"""How many entries the lists below the journeys show."""


@frozen
class PortfolioData:
    """What the home page shows; figures count as-is journeys that are not archived.

    count: how many these are. maps: how many journeys there are on all pages of the list; files: how many files
    hold them for the list's script, 0 where it needs none. departments: id and title of those that appear in a
    journey; at_work: how many appear in one that figures count.
    """

    tagline: str
    cards: tuple[ListedJourney, ...]
    maps: int
    files: int
    count: int
    health: Health
    overdue: int
    departments: tuple[tuple[str, str], ...]
    at_work: int
    products: tuple[str, ...]
    lows: tuple[FeelingEntry, ...]
    opportunities: tuple[OpportunityCard, ...]
    reviews: tuple[ReviewDue, ...]

    @property
    def order(self) -> str:
        """Return the journeys' ids in the order of the rows."""
        return " ".join([row.id for row in self.cards])


@frozen
class _Everyone:
    """All journeys in the order of the list, and what the home page says of them, named as in `PortfolioData`."""

    order: tuple[str, ...]
    count: int
    health: Health
    overdue: int
    departments: tuple[tuple[str, str], ...]
    at_work: int
    products: tuple[str, ...]


@frozen
class _Tops:
    """What stands below the list on its first page."""

    lows: tuple[FeelingEntry, ...] = ()
    opportunities: tuple[OpportunityCard, ...] = ()
    reviews: tuple[ReviewDue, ...] = ()


@list_page("index.html", lambda site: site.lengths.maps)
def home(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the home page, and those on which its list goes on."""
    row = _listed if paging.count == 1 else _listed_in_brief
    every = _everyone(site)
    cards = tuple([site.of_journey(name, row) for name in paging.rows(every.order)])
    tops = _Tops() if paging.continues else _tops(site)
    return portfolio_page(every, cards, tops, site.content.settings.tagline, paging, frame, wording)


@value_part
def _everyone(site: SiteSummary) -> _Everyone:
    return everyone(tuple(site.briefs()), site.content.departments)


@value_part
def _tops(site: SiteSummary) -> _Tops:
    return _Tops(
        lows=_lows(site.current),
        opportunities=current_opportunities(site).first[:TOP],
        reviews=site.current_reviews[:TOP],
    )


def home_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:
    """Declare what the list's script finds journeys by on all its pages."""
    for number, url in enumerate(search_files(site.lengths.maps), 1):
        yield Download(url, Lazy(_search_file, site, number, wording))


def _search_file(site: SiteSummary, number: int, wording: Wording) -> bytes:
    own = _everyone(site).order[(number - 1) * ROWS : number * ROWS]
    return search_file(number, tuple([site.of_journey(name, _listed) for name in own]), wording)


@memo(by="paging")
def portfolio_page(
    every: _Everyone,
    cards: tuple[ListedJourney, ...],
    tops: _Tops,
    tagline: str,
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the home page, or one on which its list goes on; cards: those on it. tops: none where it goes on."""
    maps = len(every.order)
    data = PortfolioData(
        tagline=tagline,
        cards=cards,
        maps=maps,
        files=len(search_files(maps)),
        count=every.count,
        health=every.health,
        overdue=every.overdue,
        departments=every.departments,
        at_work=every.at_work,
        products=every.products,
        lows=tops.lows,
        opportunities=tops.opportunities,
        reviews=tops.reviews,
    )
    url, title = paging.address(paging.number), frame.site
    return Page(url, "index.html", title, frame, data, wording("home.description"), "journeys", paging=paging)


@memo
def everyone(briefs: tuple[JourneyBrief, ...], departments: Mapping[str, Department]) -> _Everyone:
    """Return the order of all journeys, and what they come to."""
    current = [brief for brief in briefs if brief.current]
    named, at_work = _departments(briefs), _departments(current)
    return _Everyone(
        order=tuple([briefs[number].id for number in _order(briefs)]),
        count=len(current),
        health=total(brief.health for brief in current),
        overdue=sum(brief.late for brief in current),
        departments=tuple((d.id, d.title or d.id) for d in departments.values() if d.id in named),
        at_work=sum(id_ in at_work for id_ in departments),
        products=_products(briefs),
    )


def _listed(summary: JourneySummary) -> ListedJourney:
    return ListedJourney(summary.card, summary.words)


def _listed_in_brief(summary: JourneySummary) -> ListedJourney:
    return ListedJourney(in_brief(summary.card), "")


def _departments(briefs: Iterable[JourneyBrief]) -> set[str]:
    return {name for brief in briefs for name in brief.departments}


def _order(journeys: Sequence[JourneyBrief | JourneyCard]) -> list[int]:
    """Return the journeys by need; a to-be stands after the as-is that it comes from, archived ones come last."""
    needs = {own.id: (not own.current, -own.need, own.journey.title, own.id) for own in journeys}
    leaders = {own.id: own.follows for own in journeys}

    def place(number: int) -> tuple[tuple[bool, float, str, str], ...]:
        trail = [journeys[number].id]
        while (leader := leaders[trail[-1]]) in leaders and leader not in trail:
            trail.append(leader)
        return tuple(needs[name] for name in reversed(trail))

    return sorted(range(len(journeys)), key=place)


def by_need(cards: Sequence[JourneyCard]) -> tuple[JourneyCard, ...]:
    """Return cards in the order of the list of journeys."""
    return tuple([cards[number] for number in _order(cards)])


def _products(briefs: Iterable[JourneyBrief]) -> tuple[str, ...]:
    return tuple(sorted({brief.product for brief in briefs if brief.product}, key=lambda p: (p.casefold(), p)))


def _lows(current: Iterable[JourneySummary]) -> tuple[FeelingEntry, ...]:
    lows = chain.from_iterable(summary.lows for summary in current)
    return tuple(nsmallest(TOP, lows, key=worst_first))
