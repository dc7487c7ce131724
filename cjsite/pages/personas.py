"""The list of personas."""

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.persona import Persona
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import MOST, Paging
from cjsite.pages.persona import cards_of, initials, lives
from cjsite.pages.pictures import photo
from cjsite.summaries.journey_card import JourneyCard
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
    names, lived = paging.rows([*people]), lives(site)
    every = sum(len(lived[name]) for name in names)
    few = MOST // len(names) if every > MOST else every
    cards = [cards_of(site, name, lived[name][:few], in_short=len(lived[name]) > few) for name in names]
    shown = tuple([(people[name], own, len(lived[name])) for name, own in zip(names, cards, strict=True)])
    return personas_page(shown, len(people), paging, frame, wording)


@memo(by="paging")
def personas_page(
    personas: tuple[tuple[Persona, tuple[JourneyCard, ...], int], ...],
    count: int,
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the list of personas, in the order of their files.

    personas: with the journeys that each shows, and how many she has: where there are more than a page has room
    for, these are the first ones.
    """
    data = PersonasData(tuple([_card(*shown) for shown in personas]), count)
    title, description = wording("personas.title"), wording("personas.description")
    url = paging.address(paging.number)
    return Page(url, "personas.html", title, frame, data, description, "personas", paging=paging)


def _card(persona: Persona, shown: tuple[JourneyCard, ...], total: int) -> PersonaCard:
    link = persona_link(persona)
    return PersonaCard(
        persona=link,
        initials=initials(link.title),
        photo=photo(persona),
        role=tuple(text for text in (persona.age, persona.occupation, persona.location) if text),
        quote=persona.quote,
        segment_size=persona.segment_size,
        journeys=shown,
        rest=total - len(shown),
    )
