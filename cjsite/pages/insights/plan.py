"""Which pages and files of insights a site has."""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar, cast

from cjsite.analysis.case import abroad
from cjsite.analysis.findings import Found, site_findings
from cjsite.analysis.review import review
from cjsite.analysis.rules.library import library, names
from cjsite.frozen import frozen
from cjsite.gathering import gathered
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Department
from cjsite.pages.due import Due, by_urgency
from cjsite.pages.insights.along import Along, along
from cjsite.pages.insights.aspect import Aspect, aspect
from cjsite.pages.insights.atlas import atlas_page, named_things, usage, usage_together
from cjsite.pages.insights.backlog import CSV_URL, backlog_page, backlog_table
from cjsite.pages.insights.comparison import comparison_page, comparison_url
from cjsite.pages.insights.effort import effort_page
from cjsite.pages.insights.evidence import evidence_page, rests, rests_together
from cjsite.pages.insights.feelings import borne, borne_together, feelings_page
from cjsite.pages.insights.findings import (
    catalogue_page,
    findings_page,
    findings_url,
    finds,
    finds_together,
    journey_findings_page,
)
from cjsite.pages.insights.focus import FocusData, focal, focal_together, focus, focus_page
from cjsite.pages.insights.handoffs import handoffs_page, traffic, traffic_together
from cjsite.pages.insights.moments import moments_page
from cjsite.pages.insights.past import past
from cjsite.pages.insights.reviews import CALENDAR_URL, review_calendar, reviews_page
from cjsite.pages.insights.touchpoints import reach, reach_together, touchpoints_page
from cjsite.pages.insights.walk import walk_page, walk_url
from cjsite.pages.insights.year import year_page
from cjsite.pages.links import department_link, journey_link
from cjsite.pages.opening import Opening
from cjsite.pages.page import Draft, Drafts, Frame, Later, Link, Page
from cjsite.pages.summary import JourneySummary
from cjsite.pages.survey import Survey
from cjsite.wording import Wording

T = TypeVar("T")
J = TypeVar("J", Aspect, Along)
Summaries = tuple[JourneySummary, ...]
Aspects = Mapping[str, Aspect]
Surveys = tuple[Survey, ...]


@frozen
class Insights:
    """What pages are made from, each worked out when the first of them is asked for.

    by_name: the aspect of each journey by its id; aspects: the same in their order; shared: what is found in what
    journeys share; focus: the summary for executives.
    """

    by_name: Later[Aspects]
    aspects: Later[tuple[Aspect, ...]]
    shared: Later[tuple[Found, ...]]
    focus: Later[FocusData]


def insights(
    content: Content,
    surveyed: Mapping[str, Later[Surveys]],
    summaries: Later[Summaries],
    wanted: Later[tuple[Opening, ...]],
    today: datetime.date,
    memory: Memory,
) -> Insights:
    """Return what pages of insights are made from; surveyed, summaries: of the journeys, in their order.

    wanted: the opportunities of those that figures count, the most important first.
    """
    links = _links(content)
    by_name: Later[Aspects] = Later(lambda: _aspects(content, surveyed, summaries(), memory))
    aspects = Later(lambda: tuple(by_name().values()))
    shared = Later(lambda: _shared(content, today, memory))
    asked = _whole(focal, focal_together, aspects, memory)
    summed = Later(lambda: memory(focus, "", asked(), wanted(), shared(), links))
    return Insights(by_name, aspects, shared, summed)


def insight_pages(
    content: Content,
    surveyed: Mapping[str, Later[Surveys]],
    summaries: Later[Summaries],
    known: Insights,
    frame: Frame,
    wording: Wording,
    today: datetime.date,
    memory: Memory,
) -> Iterator[Draft]:
    """Yield the draft of every page of insights; surveyed, summaries: of the journeys, in their order."""
    draft = Drafts(memory)
    dress = (frame, wording)
    yield from _of_site(content, summaries, known, today, dress, memory)
    lines = Later(lambda: _lines(surveyed, summaries(), memory))
    told = _whole(borne, borne_together, lines, memory)
    yield draft("insights/feelings.html", "", feelings_page, "", lines, told, *dress)
    pasts = Later(lambda: tuple(memory(past, n, surveyed[n](), one) for n, one in known.by_name().items()))
    yield draft("insights/year.html", "", year_page, "", pasts, summaries, today, *dress)
    for name, one in content.journeys.items():
        yield draft(walk_url(name), "", walk_page, name, surveyed[name], *dress)
        yield draft(findings_url(name), "", journey_findings_page, name, _own(known.by_name, name), *dress)
        if one.state == "to-be" and one.derived_from in content.journeys:
            yield draft(comparison_url(name), "", comparison_page, name, surveyed[name], *dress)


def _own(by_name: Later[Aspects], journey: str) -> Later[Aspect]:
    return Later(lambda: by_name()[journey])


def _aspects(
    content: Content, surveyed: Mapping[str, Later[Surveys]], summaries: Summaries, memory: Memory
) -> dict[str, Aspect]:
    journeys = content.journeys
    return {
        name: memory(
            aspect,
            name,
            found(),
            journeys.get(journeys[name].derived_from),
            abroad(journeys[name], journeys),
            one.row,
        )
        for (name, found), one in zip(surveyed.items(), summaries, strict=True)
    }


def _lines(surveyed: Mapping[str, Later[Surveys]], summaries: Summaries, memory: Memory) -> tuple[Along, ...]:
    pairs = zip(surveyed.items(), (one.row for one in summaries), strict=True)
    return tuple(memory(along, name, found(), row) for (name, found), row in pairs if row.current)


def _of_site(
    content: Content,
    summaries: Later[Summaries],
    known: Insights,
    today: datetime.date,
    dress: tuple[Frame, Wording],
    memory: Memory,
) -> Iterator[Draft]:
    draft = Drafts(memory)
    departments, aspects, shared = _links(content), known.aspects, known.shared
    found = _whole(finds, finds_together, aspects, memory)
    things = Later(lambda: named_things(content))
    chances = content.opportunities
    pages: Mapping[str, tuple[object, ...]] = {
        "index": (focus_page, "", known.focus),
        "moments": (moments_page, "", aspects),
        "opportunities": (backlog_page, "", summaries, aspects, chances),
        "effort": (effort_page, "", aspects, departments),
        "touchpoints": (touchpoints_page, "", _whole(reach, reach_together, aspects, memory), content.channels),
        "handoffs": (handoffs_page, "", _whole(traffic, traffic_together, aspects, memory), departments),
        "evidence": (evidence_page, "", _whole(rests, rests_together, aspects, memory), content.evidence, today),
        "reviews": (reviews_page, "", aspects),
        "findings": (findings_page, "", found, shared),
        "catalogue": (catalogue_page, "", found, shared),
        "atlas": (atlas_page, "", aspects, _whole(usage, usage_together, aspects, memory), things),
    }
    for name, (function, key, *parts) in pages.items():
        yield draft(
            f"insights/{name}.html", "", cast(Callable[..., Page], function), cast(str, key), *parts, *dress
        )


def _whole(
    part: Callable[[J], T], together: Callable[[tuple[T, ...]], T], journeys: Later[tuple[J, ...]], memory: Memory
) -> Later[T]:
    """Return what all journeys come to; part: what one of them does, together: what several parts do."""
    return Later(lambda: gathered(memory, together, "", [memory(part, one.journey.url, one) for one in journeys()]))


def _links(content: Content) -> Mapping[str, Link]:
    return OrderedDict((name, department_link(department)) for name, department in content.departments.items())


def _shared(content: Content, today: datetime.date, memory: Memory) -> tuple[Found, ...]:
    used = {name: memory(names, name, journey) for name, journey in content.journeys.items()}
    return site_findings(library(content, used, today))


def downloads(
    content: Content, wording: Wording, today: datetime.date, memory: Memory
) -> Mapping[str, Later[bytes]]:
    """Return the files that pages of insights offer: the backlog as a table, the reviews as a calendar."""
    title = content.settings.title
    return {
        CSV_URL: Later(lambda: memory(backlog_table, "", content.opportunities)),
        CALENDAR_URL: Later(
            lambda: memory(review_calendar, "", _dues(content, today, memory), title, today, wording)
        ),
    }


def _dues(content: Content, today: datetime.date, memory: Memory) -> tuple[Due, ...]:
    cycle = content.settings.review_every
    return by_urgency(
        memory(_due, journey.id, journey, content.departments.get(journey.owner), cycle, today)
        for journey in content.journeys.values()
        if journey.status != "archived"
    )


def _due(journey: Journey, owner: Department | None, cycle: Cycle, today: datetime.date) -> Due:
    return Due(journey_link(journey), department_link(owner) if owner else None, review(journey, cycle, today))
