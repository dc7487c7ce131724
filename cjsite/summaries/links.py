"""Links to what has a page; their titles are words alone, for a link cannot hold another."""

from collections.abc import Mapping
from typing import Protocol

from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey
from cjsite.model.persona import Persona
from cjsite.model.registry import Department
from cjsite.summaries.urls import department_url, journey_url, persona_url
from cjsite.text import prose


@frozen
class Link:
    """A title and the address of a page, relative to the site's root ('' = no page).

    language: of the title, '' where it is that of the site.
    """

    title: str
    url: str = ""
    language: str = ""


class Titled(Protocol):
    """What has an id, and a title that may be empty and may hold Markdown."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


def name(record: Titled) -> str:
    """Return what a thing is called, in words alone."""
    return prose.plain(record.title) or record.id


def journey_link(journey: Titled) -> Link:
    """Return the link to a journey's page."""
    language = journey.language if isinstance(journey, Journey) else ""
    return Link(name(journey), journey_url(journey.id), language)


def department_link(department: Department) -> Link:
    """Return the link to a department's page."""
    return Link(name(department), department_url(department.id))


def department_named(name: str, departments: Mapping[str, Department]) -> Link | None:
    """Return the link to a department by its id, None where it is no department's."""
    department = departments.get(name)
    return department_link(department) if department else None


def whoever(words: str, departments: Mapping[str, Department]) -> Link:
    """Return the link to a department by its id, or who else it is in the author's words."""
    return department_named(words, departments) or Link(prose.plain(words))


def persona_link(persona: Persona) -> Link:
    """Return the link to a persona's page."""
    return Link(name(persona), persona_url(persona.id))
