"""Calendars of reviews: whoever reads those of several sites into one keeps every event, and none comes twice."""

import datetime
from typing import Any

from icalendar import Calendar

from cjsite.pages.sitemap import sitemap
from cjsite.reading.read import read
from tests.support.files import parse
from tests.support.page import TODAY, wording

MAPS = """
-- site.yml --
{settings}
-- departments.yml --
tea: {{title: "Tea, milk; and \N{SNOWMAN} {long}"}}
-- journeys/a.yml --
title: {title}
owner: tea
reviewed_on: {reviewed}
stages: [{{title: S, steps: [T]}}]
-- journeys/b.yml --
title: B
reviewed_on: 2026-05-05
"""


def _calendar(
    settings: str = "title: One", title: str = "A", reviewed: str = "2026-10-01", today: datetime.date = TODAY
) -> bytes:
    files = parse(MAPS.format(settings=settings, title=title, reviewed=reviewed, long="long " * 20))
    plan = sitemap(read(files, frozenset(), today), wording(), today)
    return next(own.make() for own in plan.downloads if own.url.endswith(".ics"))


def _events(*calendars: bytes) -> dict[str, Any]:
    """Return what somebody has who has read these calendars one after the other: by UID, the last stands."""
    return {str(event["uid"]): event for data in calendars for event in Calendar.from_ical(data).walk("VEVENT")}


def test_two_sites_side_by_side_keep_all_events() -> None:
    one = _calendar("title: One")
    for other in ("title: Two", "{title: One, organisation: Other}", "{title: One, language: de}"):
        both = _events(one, _calendar(other))
        assert len(both) == 4, other
        assert len({str(event["summary"]) for event in both.values()}) >= 2


def test_sites_of_one_name_are_told_apart_by_their_addresses_and_their_events_lead_there() -> None:
    here, there = (_calendar(f"{{title: One, address: https://{name}.example/maps/}}") for name in ("a", "b"))
    both = _events(here, there)
    assert len(both) == 4
    assert {str(event["url"]) for event in both.values()} >= {"https://a.example/maps/journeys/a.html"}


def test_sites_that_nobody_named_are_told_apart_by_their_maps() -> None:
    assert len(_events(_calendar("{}", "A"), _calendar("{}", "Another"))) == 3


def test_a_review_that_moves_is_moved_and_not_doubled() -> None:
    (before, after) = _calendar(), _calendar(reviewed="2026-11-01")
    assert _events(before).keys() == _events(after).keys() == _events(before, after).keys()
    assert before != after


def test_it_is_the_same_on_another_day_and_its_lines_are_those_of_the_standard() -> None:
    data = _calendar()
    assert data == _calendar(today=TODAY + datetime.timedelta(days=500))
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"") and max(map(len, lines)) <= 75
    (event,) = (own for own in _events(data).values() if own["summary"] == "Review due: A")
    assert event["categories"].cats[0] == "Tea, milk; and \N{SNOWMAN} " + ("long " * 20).strip()


def test_a_setting_that_calls_nobody_changes_no_uid() -> None:
    assert _events(_calendar()).keys() == _events(_calendar("{title: One, footer: New, tagline: New}")).keys()
