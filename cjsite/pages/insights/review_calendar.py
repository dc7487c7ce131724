"""The calendar of reviews (RFC 5545): an all-day event for each map, with a reminder two weeks before."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from cjsite.base.memo import memo
from cjsite.model.site import Settings
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.urls import absolute_url, id_in
from cjsite.text.wording import Wording

if TYPE_CHECKING:
    from icalendar import Event

_BEFORE = datetime.timedelta(days=-14)


@memo
def review_calendar(dues: tuple[ReviewDue, ...], settings: Settings, wording: Wording) -> bytes:
    """Return the due dates as iCalendar, the earliest first: the same bytes on whichever day it is made."""
    from icalendar import Calendar, vText  # slow to import, and only whoever builds the file needs it

    calendar = Calendar()
    calendar.add("prodid", "-//cjsite//reviews//EN")
    calendar.add("version", "2.0")
    # What begins with X- is no text to the library, which escapes only texts: findings/icalendar-calendar-name.sh.
    calendar.add("x-wr-calname", vText(f"{settings.title}: {wording('insight.reviews')}"))
    begin, end, after = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    # Each event is written as soon as it is made: as objects, those of ten thousand maps are hundreds of megabytes.
    events = (bytes(_event(due, on, settings, wording).to_ical()) for on, due in _by_day(dues))
    return b"".join((begin, *events, end, after))


def _by_day(dues: Iterable[ReviewDue]) -> list[tuple[datetime.date, ReviewDue]]:
    dated = ((due.review.due, due) for due in dues if due.review.due is not None)
    return sorted(dated, key=lambda entry: (entry[0], entry[1].journey.url))


def _event(due: ReviewDue, on: datetime.date, settings: Settings, wording: Wording) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", review_uid(due, settings))
    event.add("summary", wording("insight.reviews.event", title=due.journey.title))
    event.add("dtstart", on)
    event.add("dtend", on + datetime.timedelta(days=1))
    # What it says is as old as the review that it counts from, whenever the file was made.
    event.add("dtstamp", datetime.datetime.combine(due.review.reviewed_on or on, datetime.time(), datetime.UTC))
    event.add("transp", "TRANSPARENT")
    if settings.address:
        event.add("url", absolute_url(settings.address, due.journey.url))
    if due.owner:
        event.add("categories", [due.owner.title])
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", wording("insight.reviews.event", title=due.journey.title))
    alarm.add("trigger", _BEFORE)
    event.add_component(alarm)
    return event


def review_uid(due: ReviewDue, settings: Settings) -> str:
    """Return what tells a map's review from those of all other maps and sites, in every build on every machine.

    A site is known by its address, which no other has; without one by how it is called and whose it is, and its map
    by its title besides. The day is no part of it: a review that moves is moved in the calendars that have it.
    """
    address, map_id = settings.address, id_in(due.journey.url)
    called = (settings.title, settings.organisation, settings.language, due.journey.title)
    return str(uuid5(NAMESPACE_URL, "\n".join((address, map_id) if address else (*called, map_id))))
