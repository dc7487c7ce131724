"""Which pages and files of insights a site has, but for those of one journey."""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from cjsite.analysis.findings import Found, site_findings
from cjsite.analysis.rules.library import library, names
from cjsite.frozen import frozen
from cjsite.gathering import gathered
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.pages.dossier import Dossier
from cjsite.pages.due import Due, by_urgency
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.insights.atlas import atlas_page, named_things, usage, usage_together
from cjsite.pages.insights.backlog import CSV_URL, backlog_page, backlog_table, judged
from cjsite.pages.insights.effort import effort_page
from cjsite.pages.insights.evidence import evidence_page, rests, rests_together
from cjsite.pages.insights.feelings import borne_together, feelings_page
from cjsite.pages.insights.findings import catalogue_page, findings_page, finds, finds_together
from cjsite.pages.insights.focus import FocusData, focal, focal_together, focus, focus_page
from cjsite.pages.insights.handoffs import handoffs_page, traffic, traffic_together
from cjsite.pages.insights.moments import moments_page
from cjsite.pages.insights.reviews import CALENDAR_URL, review_calendar, reviews_page
from cjsite.pages.insights.touchpoints import reach, reach_together, touchpoints_page
from cjsite.pages.insights.year import year_page
from cjsite.pages.links import department_link
from cjsite.pages.opening import Opening, openings_together
from cjsite.pages.page import Draft, Drafts, Frame, Later, Link, Page
from cjsite.wording import Wording

T = TypeVar("T")


@frozen
class Insights:
    """What several pages are made from, each worked out when the first of them is asked for.

    openings: the opportunities of all journeys, wanted: of those that figures count, the most important first.
    reviews: of those too, by urgency. shared: what is found in what journeys share; focus: what executives see.
    """

    openings: Later[tuple[Opening, ...]]
    wanted: Later[tuple[Opening, ...]]
    reviews: Later[tuple[Due, ...]]
    shared: Later[tuple[Found, ...]]
    focus: Later[FocusData]


def insights(content: Content, every: Sequence[Dossier], today: datetime.date, memory: Memory) -> Insights:
    """Return what pages of insights and departments are made from; every: the journeys, in their order."""
    openings = Later(lambda: gathered(memory, openings_together, "", [one.summary().openings for one in every]))
    wanted = Later(lambda: _wanted(every, memory))
    shared = Later(lambda: _shared(content, today, memory))
    asked = _whole(focal, focal_together, every, memory)
    summed = Later(lambda: memory(focus, "", asked(), wanted(), shared(), _links(content)))
    reviews = _by_urgency("current", lambda: (one.due() for one in every if one.summary().row.current), memory)
    return Insights(openings, wanted, reviews, shared, summed)


def insight_pages(
    content: Content,
    every: Sequence[Dossier],
    known: Insights,
    frame: Frame,
    wording: Wording,
    today: datetime.date,
    memory: Memory,
) -> Iterator[Draft]:
    """Yield the draft of every page of insights into all journeys."""
    draft = Drafts(memory)
    aspects = Later(lambda: tuple(one.aspect() for one in every))
    current = Later(lambda: [one for one in every if one.summary().row.current])
    found = _whole(finds, finds_together, every, memory)
    told = Later(lambda: gathered(memory, borne_together, "", [one.borne() for one in current()]))
    kept = _kept(every, memory)
    states = Later(lambda: tuple((one.journey.status, one.due().journey) for one in every))
    departments, chances = _links(content), content.opportunities
    pages: Mapping[str, tuple[Callable[..., Page], *tuple[object, ...]]] = {
        "index": (focus_page, known.focus),
        "moments": (moments_page, Later(lambda: tuple(one.aspect().pivots for one in current()))),
        "opportunities": (backlog_page, known.openings, _parts(judged, every), chances),
        "effort": (effort_page, Later(lambda: tuple(one.aspect().toll for one in every)), departments),
        "touchpoints": (touchpoints_page, _whole(reach, reach_together, every, memory), content.channels),
        "handoffs": (handoffs_page, _whole(traffic, traffic_together, every, memory), departments),
        "evidence": (evidence_page, _whole(rests, rests_together, every, memory), content.evidence, today),
        "reviews": (reviews_page, kept, states),
        "findings": (findings_page, found, known.shared),
        "catalogue": (catalogue_page, found, known.shared),
        "atlas": (
            atlas_page,
            aspects,
            _whole(usage, usage_together, every, memory),
            Later(lambda: named_things(content)),
        ),
        "feelings": (feelings_page, Later(lambda: tuple(one.along() for one in current())), told),
        "year": (
            year_page,
            Later(lambda: tuple(one.past() for one in every)),
            kept,
            Later(lambda: tuple(one.summary().openings for one in every)),
            today,
        ),
    }
    for name, (function, *parts) in pages.items():
        yield draft(f"insights/{name}.html", "", function, "", *parts, frame, wording)


def _parts(part: Callable[[Aspect], T], every: Sequence[Dossier]) -> Later[tuple[T, ...]]:
    return Later(lambda: tuple(one.part(part) for one in every))


def _whole(
    part: Callable[[Aspect], T], together: Callable[[tuple[T, ...]], T], every: Sequence[Dossier], memory: Memory
) -> Later[T]:
    """Return what all journeys come to; part: what one of them does, together: what several parts do."""
    return Later(lambda: gathered(memory, together, "", [one.part(part) for one in every]))


def _by_urgency(key: str, dues: Callable[[], Iterable[Due]], memory: Memory) -> Later[tuple[Due, ...]]:
    return Later(lambda: memory(by_urgency, key, tuple(dues())))


def _kept(every: Sequence[Dossier], memory: Memory) -> Later[tuple[Due, ...]]:
    """Return the reviews of maps that are not archived, by urgency."""
    return _by_urgency("kept", lambda: (one.due() for one in every if one.journey.status != "archived"), memory)


def _wanted(every: Sequence[Dossier], memory: Memory) -> tuple[Opening, ...]:
    summaries = (one.summary() for one in every)
    return gathered(memory, openings_together, "wanted", [one.openings for one in summaries if one.row.current])


def _links(content: Content) -> Mapping[str, Link]:
    return OrderedDict((name, department_link(department)) for name, department in content.departments.items())


def _shared(content: Content, today: datetime.date, memory: Memory) -> tuple[Found, ...]:
    used = {name: memory(names, name, journey) for name, journey in content.journeys.items()}
    return site_findings(library(content, used, today))


def downloads(
    content: Content, every: Sequence[Dossier], wording: Wording, today: datetime.date, memory: Memory
) -> Mapping[str, Later[bytes]]:
    """Return the files that pages of insights offer: the backlog as a table, the reviews as a calendar."""
    title, kept = content.settings.title, _kept(every, memory)
    return {
        CSV_URL: Later(lambda: memory(backlog_table, "", content.opportunities)),
        CALENDAR_URL: Later(lambda: memory(review_calendar, "", kept(), title, today, wording)),
    }
