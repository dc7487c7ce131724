"""A persona's page: who she is, how she likes to be reached, and her journeys along her own line."""

import datetime
import posixpath
from collections.abc import Iterable, Mapping
from itertools import chain

from cjsite.frozen import frozen
from cjsite.gathering import grouped
from cjsite.model.persona import Persona, Preference
from cjsite.model.registry import Channel, Evidence
from cjsite.pages.links import name, persona_link
from cjsite.pages.page import Frame, Link, Page, reference_url
from cjsite.pages.row import Row
from cjsite.pages.summary import JourneySummary
from cjsite.wording import Wording


@frozen
class Preferred:
    """A channel and how the persona takes to it; level 1 (avoided) to 5, None where nobody has asked."""

    at: Link
    icon: str
    hours: str
    level: int | None
    when: str
    because: str


@frozen
class Source:
    """Research that a persona rests on: what it is told of in full, and what is known of it in a line."""

    at: Link
    kind: str | None
    source: str | None
    n: int | None
    date: datetime.date | None


@frozen
class Portrait:
    """What a persona's page shows; photo: the picture's address from the root, '' for none."""

    persona: Persona
    initials: str
    photo: str
    channels: tuple[Preferred, ...]
    evidence: tuple[Source, ...]
    journeys: tuple[Row, ...]


def persona_page(
    persona: Persona,
    journeys: tuple[Row, ...],
    channels: Mapping[str, Channel],
    evidence: Mapping[str, Evidence],
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the page of one persona; journeys: hers, in order."""
    link = persona_link(persona)
    data = Portrait(
        persona=persona,
        initials=initials(link.title),
        photo=photo(persona),
        channels=tuple(_preferred(preference, channels) for preference in _liked_first(persona)),
        evidence=tuple(_source(evidence[source]) for source in persona.evidence if source in evidence),
        journeys=journeys,
    )
    description = wording("persona.description", name=link.title)
    return Page(link.url, "persona.html", link.title, frame, data, description, "personas")


def journeys_of(people: Iterable[str], summaries: Iterable[JourneySummary]) -> Mapping[str, tuple[Row, ...]]:
    """Return each persona's journeys along her own line: as they are first, then as they should be."""
    rows = grouped(chain.from_iterable(summary.rows for summary in summaries))
    return {persona: tuple(sorted(rows.get(persona, ()), key=_place)) for persona in people}


def _place(row: Row) -> tuple[bool, str, str]:
    return not row.current, row.journey.title, row.id


def initials(called: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = [word for word in called.split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))


def photo(persona: Persona) -> str:
    """Return the address of a persona's picture from the site's root, '' for none."""
    return posixpath.normpath(posixpath.join("personas", persona.photo)) if persona.photo else ""


def _liked_first(persona: Persona) -> list[Preference]:
    return sorted(persona.channels, key=lambda preference: -(preference.preference or 0))


def _preferred(preference: Preference, channels: Mapping[str, Channel]) -> Preferred:
    channel = channels.get(preference.channel)
    return Preferred(
        at=Link(name(channel) if channel else preference.channel, reference_url("channel", preference.channel)),
        icon=(channel.icon or channel.id) if channel else preference.channel,
        hours=channel.hours if channel else "",
        level=preference.preference,
        when=preference.hours,
        because=preference.because,
    )


def _source(evidence: Evidence) -> Source:
    at = Link(name(evidence), reference_url("source", evidence.id))
    return Source(at, evidence.kind, evidence.source, evidence.n, evidence.date)
