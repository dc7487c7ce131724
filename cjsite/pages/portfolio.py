"""The home page: every journey, the one that needs most attention first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, islice

from cjsite.analysis.health import Health, total
from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.base.rows import Rows
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
    cards: Sequence[ListedJourney]
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


@frozen
class _Brief:
    """What the list and its figures need of each journey, however many there are."""

    id: str
    sort_key: tuple[bool, float, str, str]
    follows: str
    product: str
    departments: tuple[str, ...]
    current: bool
    health: Health
    is_late: bool


@memo
def portfolio(
    summaries: tuple[JourneySummary, ...],
    opportunities: Iterable[OpportunityCard],
    reviews: tuple[ReviewDue, ...],
    settings: Settings,
    departments: Mapping[str, Department],
) -> PortfolioData:
    """Return what the home page shows; opportunities, reviews: of those that figures count, by importance."""
    briefs = [_brief(summary.card) for summary in summaries]
    current = [brief for brief in briefs if brief.current]
    named, at_work = _departments(briefs), _departments(current)
    return PortfolioData(
        tagline=settings.tagline,
        cards=Rows([summaries[number] for number in _order(briefs)], _listed),
        maps=len(summaries),
        files=len(search_files(len(summaries))),
        count=len(current),
        health=total(brief.health for brief in current),
        overdue=sum(brief.is_late for brief in current),
        departments=tuple((d.id, d.title or d.id) for d in departments.values() if d.id in named),
        at_work=sum(id_ in at_work for id_ in departments),
        products=_products(briefs),
        lows=_lows(summary for summary in summaries if summary.current),
        opportunities=tuple(islice(filter(is_open, opportunities), TOP)),
        reviews=reviews[:TOP],
    )


def _listed(summary: JourneySummary) -> ListedJourney:
    return ListedJourney(summary.card, summary.words)


def _brief(card: JourneyCard) -> _Brief:
    return _Brief(
        id=card.id,
        sort_key=(not card.current, -card.need, card.journey.title, card.id),
        follows=card.follows,
        product=card.product,
        departments=card.departments,
        current=card.current,
        health=card.health,
        is_late=card.review.days_late > 0,
    )


def _departments(briefs: Iterable[_Brief]) -> set[str]:
    return {name for brief in briefs for name in brief.departments}


def _order(briefs: Sequence[_Brief]) -> list[int]:
    """Return the journeys by need; a to-be stands after the as-is that it comes from, archived ones come last."""
    needs = {brief.id: brief.sort_key for brief in briefs}
    leaders = {brief.id: brief.follows for brief in briefs}

    def place(number: int) -> tuple[tuple[bool, float, str, str], ...]:
        trail = [briefs[number].id]
        while (leader := leaders[trail[-1]]) in leaders and leader not in trail:
            trail.append(leader)
        return tuple(needs[name] for name in reversed(trail))

    return sorted(range(len(briefs)), key=place)


def by_need(cards: Sequence[JourneyCard]) -> tuple[JourneyCard, ...]:
    """Return cards in the order of the list of journeys."""
    return tuple([cards[number] for number in _order([_brief(card) for card in cards])])


def _products(briefs: Iterable[_Brief]) -> tuple[str, ...]:
    return tuple(sorted({brief.product for brief in briefs if brief.product}, key=lambda p: (p.casefold(), p)))


def _lows(current: Iterable[JourneySummary]) -> tuple[FeelingEntry, ...]:
    lows = chain.from_iterable(summary.lows for summary in current)
    return tuple(nsmallest(TOP, lows, key=worst_first))
