"""The list of personas."""

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.persona import Persona
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.pages.persona import cards_of, initials, photo
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.links import Link, persona_link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class PersonaCard:
    """A persona in the list, with her journeys along her own line."""

    persona: Link
    initials: str
    photo: str
    role: tuple[str, ...]
    quote: str
    segment_size: str
    journeys: tuple[JourneyCard, ...]


@frozen
class PersonasData:
    """What the list shows."""

    cards: tuple[PersonaCard, ...]


@site_page("personas/index.html")
def personas(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the list of personas."""
    people = site.content.personas
    cards = cards_of(people, site.journeys)
    return personas_page(tuple((persona, cards[name]) for name, persona in people.items()), frame, wording)


@memo
def personas_page(
    personas: tuple[tuple[Persona, tuple[JourneyCard, ...]], ...], frame: SiteFrame, wording: Wording
) -> Page:
    """Return the list of personas, in the order of their files; personas: with the journeys of each."""
    data = PersonasData(tuple(_card(persona, journeys) for persona, journeys in personas))
    title, description = wording("personas.title"), wording("personas.description")
    return Page("personas/index.html", "personas.html", title, frame, data, description, "personas")


def _card(persona: Persona, journeys: tuple[JourneyCard, ...]) -> PersonaCard:
    link = persona_link(persona)
    return PersonaCard(
        persona=link,
        initials=initials(link.title),
        photo=photo(persona),
        role=tuple(text for text in (persona.age, persona.occupation, persona.location) if text),
        quote=persona.quote,
        segment_size=persona.segment_size,
        journeys=journeys,
    )
