"""Which pages and files of insights a site has."""

import datetime
from collections.abc import Iterator, Mapping

from cjsite.analysis.case import cases
from cjsite.analysis.findings import site_findings
from cjsite.analysis.review import review
from cjsite.analysis.rules.library import library, names
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.pages.cast import Cast
from cjsite.pages.due import Due, by_urgency
from cjsite.pages.insights.aspect import Aspect, aspect
from cjsite.pages.insights.atlas import atlas_page, named_things
from cjsite.pages.insights.backlog import CSV_URL, backlog_page, backlog_table
from cjsite.pages.insights.comparison import comparison_page
from cjsite.pages.insights.effort import effort_page
from cjsite.pages.insights.evidence import evidence_page
from cjsite.pages.insights.findings import catalogue_page, findings_page, journey_findings_page
from cjsite.pages.insights.focus import focus_page
from cjsite.pages.insights.handoffs import handoffs_page
from cjsite.pages.insights.moments import moments_page
from cjsite.pages.insights.reviews import CALENDAR_URL, review_calendar, reviews_page
from cjsite.pages.insights.touchpoints import touchpoints_page
from cjsite.pages.insights.walk import walk_page
from cjsite.pages.links import department_link, journey_link
from cjsite.pages.page import Frame, Page
from cjsite.pages.summary import JourneySummary
from cjsite.wording import Wording


def insight_pages(
    content: Content,
    casts: Mapping[str, Cast],
    summaries: tuple[JourneySummary, ...],
    frame: Frame,
    wording: Wording,
    today: datetime.date,
    memory: Memory,
) -> Iterator[Page]:
    """Yield every page of insights; summaries: of the casts, in their order."""
    known = cases(content, today)
    pairs = zip(casts.items(), summaries, strict=True)
    aspects = tuple(memory(aspect, name, cast, known[name], one.row) for (name, cast), one in pairs)
    yield from _of_site(content, summaries, aspects, frame, wording, today, memory)
    for (name, cast), one in zip(casts.items(), aspects, strict=True):
        yield memory(walk_page, name, cast, frame, wording)
        yield memory(journey_findings_page, name, one, frame, wording)
        compared = memory(comparison_page, name, cast, frame, wording)
        if compared is not None:
            yield compared


def _of_site(
    content: Content,
    summaries: tuple[JourneySummary, ...],
    aspects: tuple[Aspect, ...],
    frame: Frame,
    wording: Wording,
    today: datetime.date,
    memory: Memory,
) -> Iterator[Page]:
    used = {name: memory(names, name, journey) for name, journey in content.journeys.items()}
    shared = site_findings(library(content, used, today))
    departments = {name: department_link(department) for name, department in content.departments.items()}
    yield memory(focus_page, "", summaries, aspects, shared, departments, frame, wording)
    yield memory(moments_page, "", aspects, frame, wording)
    yield memory(backlog_page, "", summaries, aspects, content.opportunities, frame, wording)
    yield memory(effort_page, "", aspects, departments, frame, wording)
    yield memory(touchpoints_page, "", aspects, content.channels, frame, wording)
    yield memory(handoffs_page, "", aspects, departments, frame, wording)
    yield memory(evidence_page, "", aspects, content.evidence, today, frame, wording)
    yield memory(reviews_page, "", aspects, frame, wording)
    yield memory(findings_page, "", aspects, shared, frame, wording)
    yield memory(catalogue_page, "", aspects, shared, frame, wording)
    yield memory(atlas_page, "", aspects, named_things(content), frame, wording)


def downloads(content: Content, wording: Wording, today: datetime.date, memory: Memory) -> Mapping[str, bytes]:
    """Return the files that pages of insights offer: the backlog as a table, the reviews as a calendar."""
    settings = content.settings
    dues = by_urgency(
        Due(
            journey_link(journey),
            department_link(content.departments[journey.owner]) if journey.owner else None,
            review(journey, settings.review_every, today),
        )
        for journey in content.journeys.values()
        if journey.status != "archived"
    )
    return {
        CSV_URL: memory(backlog_table, "", content.opportunities),
        CALENDAR_URL: memory(review_calendar, "", dues, settings.title, today, wording),
    }
