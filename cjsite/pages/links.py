"""Links to what has a page; their titles are words alone, for a link cannot hold another."""

from cjsite import prose
from cjsite.model.journey import Journey
from cjsite.model.persona import Persona
from cjsite.model.registry import Department
from cjsite.model.types import Identified
from cjsite.pages.page import Link, department_url, journey_url, persona_url


def name(thing: Identified) -> str:
    """Return what a thing is called, in words alone."""
    return prose.plain(thing.title) or thing.id


def journey_link(journey: Journey) -> Link:
    """Return the link to a journey's page."""
    return Link(name(journey), journey_url(journey.id))


def department_link(department: Department) -> Link:
    """Return the link to a department's page."""
    return Link(name(department), department_url(department.id))


def persona_link(persona: Persona) -> Link:
    """Return the link to a persona's page."""
    return Link(name(persona), persona_url(persona.id))
