"""The list of personas."""

from cjsite.frozen import frozen
from cjsite.model.persona import Persona
from cjsite.pages.links import persona_link
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.persona import initials, photo
from cjsite.pages.row import Row
from cjsite.wording import Wording


@frozen
class Card:
    """A persona in the list, with her journeys along her own line."""

    persona: Link
    initials: str
    photo: str
    role: tuple[str, ...]
    quote: str
    segment_size: str
    journeys: tuple[Row, ...]


@frozen
class Personas:
    """What the list shows."""

    cards: tuple[Card, ...]


def personas_page(personas: tuple[tuple[Persona, tuple[Row, ...]], ...], frame: Frame, wording: Wording) -> Page:
    """Return the list of personas, in the order of their files; personas: with the journeys of each."""
    data = Personas(tuple(_card(persona, journeys) for persona, journeys in personas))
    title, description = wording("personas.title"), wording("personas.description")
    return Page("personas/index.html", "personas.html", title, frame, data, description, "personas")


def _card(persona: Persona, journeys: tuple[Row, ...]) -> Card:
    link = persona_link(persona)
    return Card(
        persona=link,
        initials=initials(link.title),
        photo=photo(persona),
        role=tuple(text for text in (persona.age, persona.occupation, persona.location) if text),
        quote=persona.quote,
        segment_size=persona.segment_size,
        journeys=journeys,
    )
