"""The list of personas."""

from collections.abc import Sequence

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.persona import Persona
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import MOST, Paging
from cjsite.pages.persona import initials, site_cards
from cjsite.pages.pictures import photo
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.links import Link, persona_link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class PersonaCard:
    """A persona in the list, with her journeys along her own line; rest: how many more stand on her page."""

    persona: Link
    initials: str
    photo: str
    role: tuple[str, ...]
    quote: str
    segment_size: str
    journeys: tuple[JourneyCard, ...]
    rest: int = 0


@frozen
class PersonasData:
    """What the list shows; count: how many personas there are in all."""

    cards: tuple[PersonaCard, ...]
    count: int


@list_page("personas/index.html", lambda site: len(site.content.personas))
def personas(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the list of personas."""
    people = site.content.personas
    cards = site.once(site_cards)
    shown = tuple((people[name], cards[name]) for name in paging.rows([*people]))
    return personas_page(shown, len(people), paging, frame, wording)


@memo(by="paging")
def personas_page(
    personas: tuple[tuple[Persona, Sequence[JourneyCard]], ...],
    count: int,
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the list of personas, in the order of their files; personas: with the journeys of each.

    Where there are more journeys than a page has room for, each persona shows her first ones.
    """
    every = sum(len(journeys) for _, journeys in personas)
    few = MOST // len(personas) if every > MOST else every
    data = PersonasData(tuple(_card(persona, journeys, few) for persona, journeys in personas), count)
    title, description = wording("personas.title"), wording("personas.description")
    url = paging.address(paging.number)
    return Page(url, "personas.html", title, frame, data, description, "personas", paging=paging)


def _card(persona: Persona, journeys: Sequence[JourneyCard], few: int) -> PersonaCard:
    shown = tuple(journeys if few >= len(journeys) else map(in_brief, journeys[:few]))
    link = persona_link(persona)
    return PersonaCard(
        persona=link,
        initials=initials(link.title),
        photo=photo(persona),
        role=tuple(text for text in (persona.age, persona.occupation, persona.location) if text),
        quote=persona.quote,
        segment_size=persona.segment_size,
        journeys=shown,
        rest=len(journeys) - len(shown),
    )
