"""A persona's page: who she is, how she likes to be reached, and her journeys along her own line."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.model.persona import Persona, Preference
from cjsite.model.registry import UNNAMED, Channel, Evidence
from cjsite.pages.page import Page, PageStub, SiteFrame, page_stubs, with_source
from cjsite.pages.paging import Paging, pages_for, pages_of
from cjsite.pages.pictures import photo
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.links import Link, name, persona_link
from cjsite.summaries.site_summary import SiteSummary, value_part
from cjsite.summaries.tags import tag_links
from cjsite.summaries.urls import persona_url, reference_url
from cjsite.text.wording import Wording


@frozen
class ChannelPreference:
    """A channel and how the persona takes to it; level 1 (avoided) to 5, None where nobody has asked."""

    at: Link
    icon: str
    hours: str
    level: int | None
    when: str
    because: str


@frozen
class PersonaSource:
    """Research that a persona rests on: what it is told of in full, and what is known of it in a line."""

    at: Link
    kind: str | None
    source: str | None
    n: int | None
    date: datetime.date | None


@frozen
class PersonaData:
    """What a persona's page shows.

    photo: the picture's address from the root, '' for none. unnamed: how many sources more its readers do not know.
    """

    persona: Persona
    initials: str
    photo: str
    channels: tuple[ChannelPreference, ...]
    evidence: tuple[PersonaSource, ...]
    unnamed: int
    journeys: tuple[JourneyCard, ...]
    tags: tuple[Link, ...]


def persona_pages(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
    """Declare the pages of personas."""
    for id_, persona in site.content.personas.items():
        total, make = site.lengths.of_persona(id_), partial(_page, site, persona, frame, wording)
        pages = pages_of(persona_url(id_), pages_for(total), total)
        yield from page_stubs(site.origin("persona", id_), pages, make)


def _page(site: SiteSummary, persona: Persona, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    content = site.content
    own = cards_of(site, persona.id, paging.rows(lives(site)[persona.id]), in_short=paging.count > 1)
    page = persona_page(persona, own, paging, content.channels, content.evidence, frame, wording)
    return with_source(page, site, f"persona/{persona.id}", wording)


@memo(by="paging")
def persona_page(
    persona: Persona,
    journeys: tuple[JourneyCard, ...],
    paging: Paging,
    channels: Mapping[str, Channel],
    evidence: Mapping[str, Evidence],
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the page of one persona, or one on which the list of her journeys, `journeys`, goes on."""
    title = persona_link(persona).title
    data = PersonaData(
        persona=persona,
        initials=initials(title),
        photo=photo(persona),
        channels=tuple(_preferred(preference, channels) for preference in _liked_first(persona)),
        evidence=tuple(_source(evidence[source]) for source in persona.evidence if source in evidence),
        unnamed=sum(source in UNNAMED for source in persona.evidence),
        journeys=journeys,
        tags=tag_links(persona.tags),
    )
    description = wording("persona.description", name=title)
    url = paging.address(paging.number)
    return Page(url, "persona.html", title, frame, data, description, "personas", paging=paging)


@value_part
def lives(site: SiteSummary) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of each persona's journeys: as they are first, then as they should be."""
    rows = grouped(
        (who, (not brief.current, brief.journey.title, brief.id))
        for brief in site.briefs()
        for who in brief.personas
    )
    return {who: tuple([own for *_, own in sorted(rows.get(who, ()))]) for who in site.content.personas}


def cards_of(
    site: SiteSummary, persona: str, journeys: Iterable[str], *, in_short: bool
) -> tuple[JourneyCard, ...]:
    """Return the cards of some journeys along a persona's own line; in_short: for a page of a long list."""
    cards = (site.of_journey(name, lambda own: dict(own.cards)[persona]) for name in journeys)
    return tuple(map(in_brief, cards)) if in_short else tuple(cards)


def initials(called: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = [word for word in called.split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))


def _liked_first(persona: Persona) -> list[Preference]:
    return sorted(persona.channels, key=lambda preference: -(preference.preference or 0))


def _preferred(preference: Preference, channels: Mapping[str, Channel]) -> ChannelPreference:
    channel = channels.get(preference.channel)
    return ChannelPreference(
        at=Link(name(channel) if channel else preference.channel, reference_url("channel", preference.channel)),
        icon=(channel.icon or channel.id) if channel else preference.channel,
        hours=channel.hours if channel else "",
        level=preference.preference,
        when=preference.hours,
        because=preference.because,
    )


def _source(evidence: Evidence) -> PersonaSource:
    at = Link(name(evidence), reference_url("source", evidence.id))
    return PersonaSource(at, evidence.kind, evidence.source, evidence.n, evidence.date)
