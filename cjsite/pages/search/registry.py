"""What a search may come upon beside the maps: people, departments, registries, pages, and the rules."""

from collections.abc import Iterator

from cjsite.analysis.rules import RULES
from cjsite.model.content import Content
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.registry import Department
from cjsite.summaries.links import Titled, name
from cjsite.summaries.search_entry import SearchEntry, search_entry, telling_id
from cjsite.summaries.urls import department_url, document_url, opportunity_url, persona_url, reference_url
from cjsite.text.wording import Wording


def registry_entries(content: Content, wording: Wording) -> Iterator[SearchEntry]:
    """Yield everything that is no part of a map, each kind in its order."""
    for persona in content.personas.values():
        yield search_entry(
            "persona", persona_url(persona.id), name(persona), _of_persona(persona), prose=persona.body
        )
    for department in content.departments.values():
        yield _department(department)
    for channel in content.channels.values():
        url, about = reference_url("channel", channel.id), (channel.group, channel.hours, *_id(channel))
        yield search_entry("channel", url, name(channel), about, prose=channel.description)
    for opportunity in content.opportunities.values():
        yield _opportunity(opportunity)
    for source in content.evidence.values():
        yield search_entry(
            "evidence", reference_url("source", source.id), name(source), _id(source), prose=source.description
        )
    for metric in content.metrics.values():
        url = reference_url("measure", metric.id)
        yield search_entry("measure", url, name(metric), (metric.unit, *_id(metric)), prose=metric.description)
    for document in content.documents.values():
        yield search_entry("page", document_url(document.id), name(document), _id(document), prose=document.body)
    for code in RULES:
        title, *texts = (wording(f"rule.{code}.{part}") for part in ("title", "why", "advice"))
        yield search_entry("finding", f"insights/catalogue.html#{code}", title, (code, *texts))


def _id(thing: Titled) -> tuple[str, ...]:
    return telling_id(thing.id, name(thing))


def _department(department: Department) -> SearchEntry:
    texts = (department.lead, department.interest.asks, department.description, *_id(department))
    url, own = department_url(department.id), (department.id,)
    return search_entry("department", url, name(department), texts, departments=own)


def _opportunity(opportunity: Opportunity) -> SearchEntry:
    owner = (opportunity.owner,) if opportunity.owner else ()
    solutions = (solution.title for solution in opportunity.solutions)
    worth = (opportunity.reach, opportunity.cost.text, opportunity.benefit.text)
    texts = (*worth, *opportunity.tags, *solutions, *_id(opportunity))
    url, title = opportunity_url(opportunity.id), name(opportunity)
    return search_entry("opportunity", url, title, texts, departments=owner, prose=opportunity.body)


def _of_persona(persona: Persona) -> Iterator[str]:
    yield from (persona.quote, persona.occupation, persona.location, persona.lifestyle, persona.tech)
    yield from (persona.age, persona.segment_size, persona.communication_style)
    yield from (*persona.goals, *persona.frustrations, *persona.devices)
    yield from (preference.because for preference in persona.channels)
    yield from (*persona.time_limits, *persona.tags, *_id(persona))
