"""Which pages a site has: the content's own, and the views on it."""

import datetime
from collections.abc import Iterator

from cjsite.analysis.opportunities import by_journey
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.site import Document, Settings
from cjsite.pages.cast import Cast
from cjsite.pages.department import department_page
from cjsite.pages.departments import departments_page
from cjsite.pages.document import document_page
from cjsite.pages.insights.plan import insight_pages
from cjsite.pages.journey import journey_page
from cjsite.pages.not_found import not_found_page
from cjsite.pages.openings import opportunities_page
from cjsite.pages.page import Frame, Link, Page, document_url, journey_url
from cjsite.pages.persona import persona_page
from cjsite.pages.personas import personas_page
from cjsite.pages.portfolio import portfolio_page
from cjsite.pages.reference import reference_page
from cjsite.pages.summary import JourneySummary, summary
from cjsite.wording import Wording


def plan(content: Content, wording: Wording, today: datetime.date, memory: Memory) -> Iterator[tuple[Page, str]]:
    """Yield every page of the site with the source path that it comes from ('' for views)."""
    frame = memory(_frame, "", content.settings, tuple(content.documents.values()), wording, today)
    casts = _casts(content, today)
    for name, cast in casts.items():
        path = content.places[f"journey/{name}"][""].path
        yield memory(journey_page, name, cast, frame, wording), path
    summaries = tuple(memory(summary, name, cast) for name, cast in casts.items())
    yield from _views(content, summaries, frame, wording, memory)
    for page in insight_pages(content, casts, summaries, frame, wording, today, memory):
        yield page, ""
    for name, document in content.documents.items():
        page = memory(document_page, name, document, frame)
        yield page, content.places[f"page/{name}"][""].path
    yield memory(not_found_page, "", frame, wording), ""


def _views(
    content: Content, summaries: tuple[JourneySummary, ...], frame: Frame, wording: Wording, memory: Memory
) -> Iterator[tuple[Page, str]]:
    departments = content.departments
    yield memory(portfolio_page, "", summaries, content.settings, departments, frame, wording), ""
    yield memory(departments_page, "", summaries, departments, frame, wording), ""
    for name, department in departments.items():
        page = memory(department_page, name, department, summaries, departments, frame, wording)
        yield page, content.places[f"department/{name}"][""].path
    chances, evidence = content.opportunities, content.evidence
    yield memory(opportunities_page, "", chances, departments, evidence, _places(content), frame, wording), ""
    yield memory(reference_page, "", evidence, content.metrics, content.channels, frame, wording), ""
    yield memory(personas_page, "", tuple(content.personas.values()), summaries, frame, wording), ""
    for name, persona in content.personas.items():
        page = memory(persona_page, name, persona, summaries, content.channels, content.evidence, frame, wording)
        yield page, content.places[f"persona/{name}"][""].path


def _frame(settings: Settings, documents: tuple[Document, ...], wording: Wording, today: datetime.date) -> Frame:
    titles = {document.id: document.title for document in documents}
    return Frame(
        site=settings.title,
        organisation=settings.organisation,
        language=settings.language,
        direction=wording.direction,
        menu=tuple(Link(titles[name], document_url(name)) for name in settings.menu),
        footer=settings.footer,
        built=wording.date(today),
    )


def _casts(content: Content, today: datetime.date) -> dict[str, Cast]:
    """Return what each journey's page may read."""
    journeys = list(content.journeys.values())
    linked = by_journey(journeys, content.opportunities)
    futures = {j.derived_from: j for j in journeys if j.state == "to-be" and j.derived_from}
    children: dict[str, list[Link]] = {}
    for journey in journeys:
        children.setdefault(journey.parent, []).append(Link(journey.title, journey_url(journey.id)))
    casts = {}
    for index, journey in enumerate(journeys):
        casts[journey.id] = Cast(
            journey=journey,
            scale=content.settings.emotion_scale,
            review_every=content.settings.review_every,
            today=today,
            departments=content.departments,
            channels=content.channels,
            evidence=content.evidence,
            metrics=content.metrics,
            personas=tuple(content.personas[name] for name in journey.people),
            opportunities=linked.get(journey.id, {}),
            measurements=content.measurements.get(journey.id, ()),
            counterpart=futures.get(journey.id) or content.journeys.get(journey.derived_from),
            parent=_link(content.journeys.get(journey.parent)),
            children=tuple(children.get(journey.id, ())),
            titles={name: content.journeys[name].title for name in journey.zooms},
            before=_link(journeys[index - 1]) if index else None,
            after=_link(journeys[index + 1]) if index + 1 < len(journeys) else None,
        )
    return casts


def _link(journey: Journey | None) -> Link | None:
    return Link(journey.title, journey_url(journey.id)) if journey else None


def _places(content: Content) -> dict[str, Link]:
    """Return the links to the steps and touchpoints that opportunities name, by address."""
    wanted = {address for opportunity in content.opportunities.values() for address in opportunity.steps}
    named = {address.partition("#")[0] for address in wanted} & content.journeys.keys()
    return {
        address: Link(f"{content.journeys[name].title}: {title}", journey_url(name, thing))
        for name in sorted(named)
        for thing, title in _named(content.journeys[name])
        if (address := f"{name}#{thing}") in wanted
    }


def _named(journey: Journey) -> Iterator[tuple[str, str]]:
    for step in journey.steps():
        yield step.id, step.title
        yield from ((touchpoint.id, touchpoint.title) for touchpoint in step.touchpoints)
