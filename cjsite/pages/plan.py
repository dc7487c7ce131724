"""Which pages a site has: the content's own, and the views on it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeVar

from cjsite.gathering import RUN, gathered, grouped
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.site import Document, Settings
from cjsite.pages.casting import Casting
from cjsite.pages.department import department_page, everybody
from cjsite.pages.departments import departments_page
from cjsite.pages.document import document_page
from cjsite.pages.insights.plan import Aspects, Insights, insight_pages, insights
from cjsite.pages.journey import journey_page
from cjsite.pages.not_found import not_found_page
from cjsite.pages.opening import Opening, openings_together
from cjsite.pages.openings import opportunities_page
from cjsite.pages.page import (
    Draft,
    Drafts,
    Frame,
    Later,
    Link,
    department_url,
    document_url,
    journey_url,
    opportunity_url,
    persona_url,
    reference_url,
)
from cjsite.pages.persona import persona_page
from cjsite.pages.personas import personas_page
from cjsite.pages.portfolio import portfolio_page
from cjsite.pages.reference import reference_page
from cjsite.pages.share import Share, shares_together
from cjsite.pages.sharing import shares
from cjsite.pages.summary import JourneySummary, summary
from cjsite.pages.survey import Survey, surveys
from cjsite.pages.work import works_together
from cjsite.prose import plain
from cjsite.wording import Wording

T = TypeVar("T")
_Parts = tuple[tuple[str, T], ...]


def plan(content: Content, wording: Wording, today: datetime.date, memory: Memory) -> Iterator[Draft]:
    """Yield the draft of every page of the site."""
    frame = memory(_frame, "", content.settings, tuple(content.documents.values()), wording, today)
    casting = Casting(content, today, memory)
    draft = Drafts(memory)
    surveyed = {name: Later(partial(_surveyed, name, casting, memory)) for name in content.journeys}
    for name, found in surveyed.items():
        path = content.places[f"journey/{name}"][""].path
        yield draft(journey_url(name), path, journey_page, name, found, frame, wording)
    summaries = Later(lambda: tuple(memory(summary, name, found()) for name, found in surveyed.items()))
    wanted = Later(lambda: _wanted(summaries(), memory))
    known = insights(content, surveyed, summaries, wanted, today, memory)
    yield from _views(content, summaries, wanted, (frame, wording), draft)
    yield from _departments(content, surveyed, summaries, known, (frame, wording), memory)
    yield from insight_pages(content, surveyed, summaries, known, frame, wording, today, memory)
    for name, document in content.documents.items():
        path = content.places[f"page/{name}"][""].path
        yield draft(document_url(name), path, document_page, name, document, frame)
    yield draft("404.html", "", not_found_page, "", frame, wording)


def _views(
    content: Content,
    summaries: Later[tuple[JourneySummary, ...]],
    wanted: Later[tuple[Opening, ...]],
    dress: tuple[Frame, Wording],
    draft: Drafts,
) -> Iterator[Draft]:
    departments, evidence, channels = content.departments, content.evidence, content.channels
    yield draft("index.html", "", portfolio_page, "", summaries, wanted, content.settings, departments, *dress)
    places = Later(lambda: _places(content))
    chances = content.opportunities
    yield draft(opportunity_url(), "", opportunities_page, "", chances, departments, evidence, places, *dress)
    yield draft(reference_url(), "", reference_page, "", evidence, content.metrics, channels, *dress)
    yield draft("personas/index.html", "", personas_page, "", tuple(content.personas.values()), summaries, *dress)
    for name, persona in content.personas.items():
        path = content.places[f"persona/{name}"][""].path
        yield draft(persona_url(name), path, persona_page, name, persona, summaries, channels, evidence, *dress)


def _wanted(summaries: tuple[JourneySummary, ...], memory: Memory) -> tuple[Opening, ...]:
    """Return the opportunities of the journeys that figures count, the most important first."""
    return gathered(memory, openings_together, "wanted", [one.openings for one in summaries if one.row.current])


def _departments(
    content: Content,
    surveyed: Mapping[str, Later[tuple[Survey, ...]]],
    summaries: Later[tuple[JourneySummary, ...]],
    known: Insights,
    dress: tuple[Frame, Wording],
    memory: Memory,
) -> Iterator[Draft]:
    draft = Drafts(memory)
    departments = content.departments
    works = _together(works_together, lambda: (one.works for one in summaries()), memory)
    shared = _together(shares_together, lambda: _shares(surveyed, known.by_name(), memory), memory)
    current = Later(lambda: tuple(one.row.health for one in summaries() if one.row.current))
    everyone = Later(lambda: memory(everybody, "", current()))
    listed = Later(lambda: tuple((department, works(name)) for name, department in departments.items()))
    yield draft("departments/index.html", "", departments_page, "", listed, everyone, *dress)
    for name, department in departments.items():
        path = content.places[f"department/{name}"][""].path
        own = (Later(partial(works, name)), Later(partial(shared, name)))
        parts = (department, *own, everyone, known.focus, departments)
        yield draft(department_url(name), path, department_page, name, *parts, *dress)


def _shares(
    surveyed: Mapping[str, Later[tuple[Survey, ...]]], known: Aspects, memory: Memory
) -> Iterator[tuple[tuple[str, Share], ...]]:
    for name, found in surveyed.items():
        yield memory(shares, name, found(), known[name])


def _together(
    together: Callable[[tuple[T, ...]], T], journeys: Callable[[], Iterable[_Parts[T]]], memory: Memory
) -> Callable[[str], T]:
    """Return what puts a department's parts of all journeys together; journeys: each one's, by department."""

    def parts() -> Mapping[str, list[T]]:
        every = tuple(journeys())
        runs = (memory(_run, (together, n), together, every[n : n + RUN]) for n in range(0, len(every), RUN))
        return grouped(chain.from_iterable(runs))

    by_department = Later(parts)
    return lambda name: gathered(memory, together, name, by_department().get(name, ()))


def _run(together: Callable[[tuple[T, ...]], T], journeys: tuple[_Parts[T], ...]) -> _Parts[T]:
    """Return the departments' parts of a few journeys, put together."""
    return tuple((name, together(tuple(parts))) for name, parts in grouped(chain.from_iterable(journeys)).items())


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


def _surveyed(name: str, casting: Casting, memory: Memory) -> tuple[Survey, ...]:
    return memory(surveys, name, casting.cast(name))


def _places(content: Content) -> dict[str, Link]:
    """Return the links to the steps and touchpoints that opportunities name, by address."""
    wanted = {address for opportunity in content.opportunities.values() for address in opportunity.steps}
    named = {address.partition("#")[0] for address in wanted} & content.journeys.keys()
    return {
        address: Link(plain(f"{content.journeys[name].title}: {title}"), journey_url(name, thing))
        for name in sorted(named)
        for thing, title in _named(content.journeys[name])
        if (address := f"{name}#{thing}") in wanted
    }


def _named(journey: Journey) -> Iterator[tuple[str, str]]:
    for step in journey.steps():
        yield step.id, step.title
        yield from ((touchpoint.id, touchpoint.title) for touchpoint in step.touchpoints)
