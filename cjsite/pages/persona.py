"""A persona's page: who she is, how she likes to be reached, and her journeys along her own line."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.base.rows import Rows
from cjsite.model.persona import Persona, Preference
from cjsite.model.registry import UNNAMED, Channel, Evidence
from cjsite.pages.page import Page, PageStub, SiteFrame, page_stubs, with_source
from cjsite.pages.paging import Paging, pages_for, pages_of
from cjsite.pages.pictures import photo
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.links import Link, name, persona_link
from cjsite.summaries.site_summary import SiteSummary
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
    cards = site.once(site_cards)[persona.id]
    own = paging.rows(cards) if paging.count == 1 else tuple(map(in_brief, paging.rows(cards)))
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


def site_cards(site: SiteSummary) -> Mapping[str, Sequence[JourneyCard]]:
    """Return the journeys of each of the site's personas."""
    return cards_of(site.content.personas, site.journeys)


@memo
def cards_of(
    people: Mapping[str, Persona], summaries: tuple[JourneySummary, ...]
) -> Mapping[str, Sequence[JourneyCard]]:
    """Return each persona's journeys along her own line: as they are first, then as they should be."""
    rows = grouped(
        (who, ((not card.current, card.journey.title, card.id), (who, summary)))
        for summary in summaries
        for who, card in summary.cards
    )
    ordered = {who: sorted(own, key=itemgetter(0)) for who, own in rows.items()}
    return {persona: Rows([lived for _, lived in ordered.get(persona, ())], _card_of) for persona in people}


def _card_of(lived: tuple[str, JourneySummary]) -> JourneyCard:
    persona, summary = lived
    return dict(summary.cards)[persona]


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
