"""Reviews: which maps are due when, whose they are, and how far each is."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.pages.downloads import OfferedFile, offered
from cjsite.pages.insights.review_calendar import review_calendar
from cjsite.pages.page import Download, Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.links import Link
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording

STATES = ("draft", "reviewed", "published", "archived")
CALENDAR_URL = "insights/reviews.ics"


@frozen
class OwnedReviews:
    """The maps of one department (no address: nobody's), the latest review first."""

    who: Link
    dues: tuple[ReviewDue, ...]


@frozen
class ReviewsData:
    """What the page shows: all maps that are not archived. flow: how many maps are in each state, and which.

    late, never, total: of those that figures count, without the futures.
    """

    owned: tuple[OwnedReviews, ...]
    late: int
    never: int
    total: int
    flow: tuple[tuple[str, int, tuple[Link, ...]], ...]
    downloads: tuple[OfferedFile, ...]


def _whole(site: SiteSummary) -> ReviewsData:
    states = tuple([(journey.status, journey.review.journey) for journey in site.journeys])
    return all_reviews(site.kept_reviews, states)


@list_page("insights/reviews.html", lambda site: site.lengths.maps)
def reviews(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page on reviews."""
    return reviews_page(site.once(_whole), paging, frame, wording)


def review_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:
    """Declare the calendar of reviews."""
    yield Download(CALENDAR_URL, Lazy(_calendar, site, wording))


def _calendar(site: SiteSummary, wording: Wording) -> bytes:
    return review_calendar(site.kept_reviews, site.content.settings, wording)


@memo(by="paging")
def reviews_page(data: ReviewsData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on reviews, or one on which its lists go on."""
    own = data
    if paging.count > 1:
        owned = [replace(owner, dues=paging.rows(owner.dues)) for owner in data.owned]
        flow = [(state, count, paging.rows(maps)) for state, count, maps in data.flow]
        shown = tuple([owner for owner in owned if owner.dues])
        own = replace(data, owned=shown, flow=tuple([part for part in flow if part[2] or not paging.continues]))
    title, description = wording("insight.reviews"), wording("insight.reviews.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/reviews.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_reviews(dues: tuple[ReviewDue, ...], states: tuple[tuple[str, Link], ...]) -> ReviewsData:
    """Return the reviews of all maps; dues: of maps that are not archived, by urgency. states: of all maps."""
    owned, maps = grouped((due.owner, due) for due in dues), grouped(states)
    counted = [due for due in dues if due.counted]
    return ReviewsData(
        owned=tuple(OwnedReviews(who or Link(""), tuple(own)) for who, own in owned.items()),
        late=sum(due.is_late for due in counted),
        never=sum(due.review.due is None for due in counted),
        total=len(counted),
        flow=tuple((state, len(maps.get(state, ())), tuple(maps.get(state, ()))) for state in STATES),
        downloads=(offered(CALENDAR_URL, "reviews", sum(due.review.due is not None for due in dues)),),
    )
