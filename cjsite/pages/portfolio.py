"""The home page: every journey, the one that needs most attention first."""

from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import islice

from cjsite.analysis.health import Health, total
from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.model.registry import Department
from cjsite.model.site import Settings
from cjsite.pages.page import Download, Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.pages.search_list import ROWS, ListedJourney, search_file, search_files
from cjsite.summaries.journey_analysis import FeelingEntry, worst_first
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.opportunity import OpportunityCard, is_open
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary
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


@list_page("index.html", lambda site: site.lengths.maps)
def home(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the home page, and those on which its list goes on."""
    return portfolio_page(site.once(_whole), paging, frame, wording)


def _whole(site: SiteSummary) -> PortfolioData:
    content = site.content
    lists = (site.current_opportunities, site.current_reviews)
    return portfolio(site.journeys, *lists, content.settings, content.departments)


def home_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:
    """Declare what the list's script finds journeys by on all its pages."""
    for number, url in enumerate(search_files(site.lengths.maps), 1):
        yield Download(url, Lazy(_search_file, site, number, wording))


def _search_file(site: SiteSummary, number: int, wording: Wording) -> bytes:
    return search_file(number, site.once(_whole).cards[(number - 1) * ROWS : number * ROWS], wording)


@memo(by="paging")
def portfolio_page(data: PortfolioData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the home page, or one on which its list goes on; data: with all journeys."""
    own = paging.part(data, "cards")
    if paging.count > 1:
        own = replace(own, cards=tuple([ListedJourney(in_brief(row.card), "") for row in own.cards]))
    if paging.continues:
        own = replace(own, lows=(), opportunities=(), reviews=())
    url, title = paging.address(paging.number), frame.site
    return Page(url, "index.html", title, frame, own, wording("home.description"), "journeys", paging=paging)


@memo
def portfolio(
    summaries: tuple[JourneySummary, ...],
    opportunities: tuple[OpportunityCard, ...],
    reviews: tuple[ReviewDue, ...],
    settings: Settings,
    departments: Mapping[str, Department],
) -> PortfolioData:
    """Return what the home page shows; opportunities, reviews: of those that figures count, by importance."""
    current = [s for s in summaries if s.current]
    named, at_work = _departments(summaries), _departments(current)
    return PortfolioData(
        tagline=settings.tagline,
        cards=_ordered([ListedJourney(s.card, s.words) for s in summaries]),
        maps=len(summaries),
        files=len(search_files(len(summaries))),
        count=len(current),
        health=total(s.card.health for s in current),
        overdue=sum(s.card.review.days_late > 0 for s in current),
        departments=tuple((d.id, d.title or d.id) for d in departments.values() if d.id in named),
        at_work=sum(id_ in at_work for id_ in departments),
        products=_products(s.card for s in summaries),
        lows=_lows(current),
        opportunities=tuple(islice(filter(is_open, opportunities), TOP)),
        reviews=reviews[:TOP],
    )


def _departments(summaries: Iterable[JourneySummary]) -> set[str]:
    return {name for summary in summaries for name in summary.card.departments}


def _ordered(rows: list[ListedJourney]) -> tuple[ListedJourney, ...]:
    """Return the journeys by need; a to-be stands after the as-is that it comes from, archived ones come last."""
    needs = {row.id: _sort_key(row.card) for row in rows}
    leaders = {row.id: row.card.follows for row in rows}

    def place(row: ListedJourney) -> tuple[tuple[bool, float, str, str], ...]:
        trail = [row.id]
        while (leader := leaders[trail[-1]]) in leaders and leader not in trail:
            trail.append(leader)
        return tuple(needs[name] for name in reversed(trail))

    return tuple(sorted(rows, key=place))


def _sort_key(row: JourneyCard) -> tuple[bool, float, str, str]:
    return not row.current, -row.need, row.journey.title, row.id


def _products(rows: Iterable[JourneyCard]) -> tuple[str, ...]:
    return tuple(sorted({row.product for row in rows if row.product}, key=lambda p: (p.casefold(), p)))


def _lows(current: list[JourneySummary]) -> tuple[FeelingEntry, ...]:
    return tuple(islice(merge(*(s.lows for s in current), key=worst_first), TOP))
