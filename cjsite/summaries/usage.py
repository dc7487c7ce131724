"""What one journey uses, or any number of journeys put together."""

from collections.abc import Iterable, Mapping

from cjsite.base.rollup import ByName, concatenated
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link

JourneyUsage = tuple[tuple[tuple[str, str], tuple[Link, ...]], ...]
"""The journeys that use a thing, by its kind and id."""


def journey_usage(insights: JourneyInsights) -> JourneyUsage:
    """Return what one journey uses, each thing once."""
    people = (link.url.removeprefix("personas/").removesuffix(".html") for link in insights.card.people)
    used: Mapping[str, Iterable[str]] = {
        "persona": people,
        "department": insights.card.departments,
        "channel": (point.channel for point in insights.touchpoints if point.channel),
        "evidence": (source for source, _ in insights.sources),
        "system": (use.name for use in insights.systems),
    }
    return tuple({(kind, id_): (insights.journey,) for kind, ids in used.items() for id_ in ids}.items())


roll_up_usage: ByName[tuple[str, str], tuple[Link, ...]] = ByName(concatenated)
"""Puts what many journeys use together."""
