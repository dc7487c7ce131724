"""Which pages a site has: the content's own, and the views on it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from cjsite.gathering import gathered, grouped
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.site import Document, Settings
from cjsite.pages.department import department_page, everybody
from cjsite.pages.departments import departments_page
from cjsite.pages.document import document_page
from cjsite.pages.dossier import Dossier, JourneyPages
from cjsite.pages.insights.plan import Insights, insight_pages, insights
from cjsite.pages.not_found import not_found_page
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
from cjsite.pages.persona import journeys_of, persona_page
from cjsite.pages.personas import personas_page
from cjsite.pages.portfolio import portfolio_page
from cjsite.pages.reference import reference_page
from cjsite.pages.share import shares_together
from cjsite.pages.work import works_together
from cjsite.prose import plain
from cjsite.wording import Wording

T = TypeVar("T")
_Parts = tuple[tuple[str, T], ...]


def plan(
    content: Content, dossiers: Mapping[str, Dossier], wording: Wording, today: datetime.date, memory: Memory
) -> Iterator[Draft]:
    """Yield the draft of every page of the site."""
    frame = memory(_frame, "", content.settings, tuple(content.documents.values()), wording, today)
    draft = Drafts(memory)
    every = tuple(dossiers.values())
    origins = {name: content.places[f"journey/{name}"][""].path for name in dossiers}
    own = [memory(JourneyPages, name, one, origins[name], frame, wording) for name, one in dossiers.items()]
    yield from (one.map for one in own)
    known = insights(content, every, today, memory)
    yield from _views(content, every, known, (frame, wording), draft)
    yield from _departments(content, every, known, (frame, wording), memory)
    yield from insight_pages(content, every, known, frame, wording, today, memory)
    yield from chain.from_iterable(one.others for one in own)
    for name, document in content.documents.items():
        path = content.places[f"page/{name}"][""].path
        yield draft(document_url(name), path, document_page, name, document, frame)
    yield draft("404.html", "", not_found_page, "", frame, wording)


def _views(
    content: Content, every: Sequence[Dossier], known: Insights, dress: tuple[Frame, Wording], draft: Drafts
) -> Iterator[Draft]:
    departments, evidence, channels = content.departments, content.evidence, content.channels
    summaries = Later(lambda: tuple(one.summary() for one in every))
    found = (summaries, known.wanted, known.reviews, content.settings, departments)
    yield draft("index.html", "", portfolio_page, "", *found, *dress)
    places = Later(lambda: _places(content))
    chances = content.opportunities
    yield draft(opportunity_url(), "", opportunities_page, "", chances, departments, evidence, places, *dress)
    yield draft(reference_url(), "", reference_page, "", evidence, content.metrics, channels, *dress)
    people = content.personas
    theirs = Later(lambda: journeys_of(people, summaries()))
    cards = Later(lambda: tuple((persona, theirs()[name]) for name, persona in people.items()))
    yield draft("personas/index.html", "", personas_page, "", cards, *dress)
    for name, persona in people.items():
        path = content.places[f"persona/{name}"][""].path
        rows = _of(theirs, name)
        yield draft(persona_url(name), path, persona_page, name, persona, rows, channels, evidence, *dress)


def _of(values: Later[Mapping[str, T]], name: str) -> Later[T]:
    return Later(lambda: values()[name])


def _departments(
    content: Content, every: Sequence[Dossier], known: Insights, dress: tuple[Frame, Wording], memory: Memory
) -> Iterator[Draft]:
    draft = Drafts(memory)
    departments = content.departments
    works = _together(works_together, lambda: (one.summary().works for one in every), memory)
    shared = _together(shares_together, lambda: (one.shares() for one in every), memory)
    current = Later(lambda: tuple(row.health for one in every if (row := one.summary().row).current))
    everyone = Later(lambda: memory(everybody, "", current()))
    listed = Later(lambda: tuple((department, works(name)) for name, department in departments.items()))
    yield draft("departments/index.html", "", departments_page, "", listed, everyone, *dress)
    for name, department in departments.items():
        path = content.places[f"department/{name}"][""].path
        own = (Later(partial(works, name)), Later(partial(shared, name)))
        parts = (department, *own, everyone, known.focus, departments)
        yield draft(department_url(name), path, department_page, name, *parts, *dress)


def _together(
    together: Callable[[tuple[T, ...]], T], journeys: Callable[[], Iterable[_Parts[T]]], memory: Memory
) -> Callable[[str], T]:
    """Return what puts a department's parts of all journeys together; journeys: each one's, by department."""
    by_department = Later(lambda: grouped(chain.from_iterable(journeys())))
    return lambda name: gathered(memory, together, name, by_department().get(name, ()))


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
