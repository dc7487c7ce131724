"""Tags: the words of their own that authors find things by, and what bears them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cjsite.base.rollup import grouped
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.slugs import hyphenated, without_destinations
from cjsite.summaries.links import Link, journey_link, name, persona_link
from cjsite.summaries.urls import journey_url, opportunity_url, tag_url
from cjsite.text.prose import plain

Tagged = tuple[str, Link]
"""A tag as it is written, and what bears it."""
_TELLING = re.compile(r"((?:[+<>=±≈≠≤≥×÷−%‰$€£¥]|(?<=\w)#)+)")
"""Signs that tell one tag from another: `<18` is not `>18`, nor `C#` the same as `C`."""


@lru_cache(2**12)
def tag_key(tag: str) -> str:
    """Return what tags that are written alike share: their words, or their signs where they have no words.

    >>> tag_key("Refund first"), tag_key("#refund-first"), tag_key("🔥"), tag_key("C#")
    ('refund-first', 'refund-first', '1f525_', 'c-23_')
    """
    if not hyphenated(tag):
        return _numbers(tag.strip())
    # Words and signs by turns.
    parts = enumerate(_TELLING.split(without_destinations(tag)))
    return "-".join(filter(None, [_numbers(part) if place % 2 else hyphenated(part) for place, part in parts]))


def _numbers(signs: str) -> str:
    # No words have such a line at their end: the tag of a sign is not that of its number.
    return "".join(f"{ord(sign):x}_" for sign in signs)


def tag_links(tags: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to all that bears each of the tags."""
    return tuple(Link(plain(tag), tag_url(tag_key(tag))) for tag in tags if tag_key(tag))


def journey_tags(journey: Journey) -> tuple[Tagged, ...]:
    """Return the tags of a journey, of its steps and of their touchpoints."""
    own = [(tag, journey_link(journey)) for tag in journey.tags]
    return tuple(dict.fromkeys((*own, *_along(journey))))


def _along(journey: Journey) -> Iterator[Tagged]:
    for step in journey.steps():
        for place in (step, *step.touchpoints):
            for tag in place.tags:
                title = plain(place.title or step.title) or place.id
                yield tag, Link(f"{name(journey)}: {title}", journey_url(journey.id, place.id))
        for idea in step.opportunities:
            for tag in idea.tags:
                yield tag, Link(f"{name(journey)}: {plain(idea.title)}", journey_url(journey.id, step.id))


def counted_tags(journey: Journey) -> tuple[tuple[str, int, int], ...]:
    """Return the keys of the tags on a map: whether the map itself bears each, and how much on it does."""
    return _counted(journey_tags(journey))


def counted_others(
    opportunities: Iterable[Opportunity], personas: Iterable[Persona]
) -> tuple[tuple[str, int, int], ...]:
    """Return the keys of the tags of what is beside the journeys, and how much bears each."""
    return _counted(other_tags(opportunities, personas))


def _counted(tagged: Iterable[Tagged]) -> tuple[tuple[str, int, int], ...]:
    bearing = grouped((tag_key(tag), link.url) for tag, link in tagged)
    counts = []
    for key, urls in bearing.items():
        every = set(urls)
        maps = sum(url.startswith("journeys/") and "#" not in url for url in every)
        counts.append((key, maps, len(every) - maps))
    return tuple(count for count in counts if count[0])


def other_tags(opportunities: Iterable[Opportunity], personas: Iterable[Persona]) -> tuple[Tagged, ...]:
    """Return the tags of what has a page or an entry of its own beside the journeys."""
    ideas = (
        (tag, Link(name(opportunity), opportunity_url(opportunity.id)))
        for opportunity in opportunities
        for tag in opportunity.tags
    )
    people = ((tag, persona_link(persona)) for persona in personas for tag in persona.tags)
    return (*ideas, *people)
