"""Reviews: which maps are due when, whose they are, and how far each is."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjsite.base.frozen import frozen
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.pages.page import Download, Page, SiteFrame, site_page
from cjsite.summaries.links import Link
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import id_in
from cjsite.text.wording import Wording

if TYPE_CHECKING:
    from icalendar import Event

STATES = ("draft", "reviewed", "published", "archived")
CALENDAR_URL = "insights/reviews.ics"


@frozen
class OwnedReviews:
    """The maps of one department (no address: nobody's), the latest review first."""

    who: Link
    dues: tuple[ReviewDue, ...]


@frozen
class ReviewsData:
    """What the page shows: all maps that are not archived. flow: how many maps are in each state.

    late, never, total: of those that figures count, without the futures.
    """

    owned: tuple[OwnedReviews, ...]
    late: tuple[ReviewDue, ...]
    never: int
    total: int
    flow: tuple[tuple[str, tuple[Link, ...]], ...]
    calendar: str


@site_page("insights/reviews.html")
def reviews(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the page on reviews."""
    states = tuple([(journey.card.status, journey.card.journey) for journey in site.journeys])
    return reviews_page(site.kept_reviews, states, frame, wording)


def review_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:
    """Declare the calendar of reviews."""
    yield Download(CALENDAR_URL, Lazy(_calendar, site, wording))


def _calendar(site: SiteSummary, wording: Wording) -> bytes:
    return review_calendar(site.kept_reviews, site.content.settings.title, site.today, wording)


@memo
def reviews_page(
    dues: tuple[ReviewDue, ...], states: tuple[tuple[str, Link], ...], frame: SiteFrame, wording: Wording
) -> Page:
    """Return the page on reviews; dues: of maps that are not archived, by urgency. states: of all maps."""
    owners = {due.owner: None for due in dues}
    owned = [OwnedReviews(who or Link(""), tuple(due for due in dues if due.owner == who)) for who in owners]
    counted = [due for due in dues if due.counted]
    data = ReviewsData(
        owned=tuple(owned),
        late=tuple(due for due in counted if due.is_late),
        never=sum(due.review.due is None for due in counted),
        total=len(counted),
        flow=tuple((state, tuple(at for status, at in states if status == state)) for state in STATES),
        calendar=CALENDAR_URL,
    )
    title, description = wording("insight.reviews"), wording("insight.reviews.lead")
    return Page("insights/reviews.html", "insights/reviews.html", title, frame, data, description, "insights")


@memo
def review_calendar(dues: tuple[ReviewDue, ...], title: str, today: datetime.date, wording: Wording) -> bytes:
    """Return the due dates as iCalendar (RFC 5545): an all-day event a map, with a reminder two weeks before."""
    from icalendar import Calendar, vText  # slow to import, and only whoever builds the file needs it

    calendar = Calendar()
    calendar.add("prodid", "-//cjsite//reviews//EN")
    calendar.add("version", "2.0")
    # What begins with X- is no text to the library, which escapes only texts: findings/icalendar-calendar-name.sh.
    calendar.add("x-wr-calname", vText(f"{title}: {wording('insight.reviews')}"))
    for due in dues:
        if due.review.due is not None:
            calendar.add_component(_event(due, due.review.due, today, wording))
    return bytes(calendar.to_ical())


def _event(due: ReviewDue, day: datetime.date, today: datetime.date, wording: Wording) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{id_in(due.journey.url)}@cjsite")
    event.add("summary", wording("insight.reviews.event", title=due.journey.title))
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("dtstamp", datetime.datetime.combine(today, datetime.time(), datetime.UTC))
    event.add("transp", "TRANSPARENT")
    if due.owner:
        event.add("categories", [due.owner.title])
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", wording("insight.reviews.event", title=due.journey.title))
    alarm.add("trigger", datetime.timedelta(days=-14))
    event.add_component(alarm)
    return event
