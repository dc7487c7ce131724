"""A finding as a page tells it: its sentence, and the way to the touchpoint it is about."""

from collections.abc import Mapping

from cjsite.analysis.findings import Found
from cjsite.frozen import frozen
from cjsite.pages.page import Link, journey_url


@frozen
class Hit:
    """One finding: its sentence, where it is, and why it may stand ('' = it may not)."""

    message: str
    at: Link
    journey: Link
    waived: str


def hit(found: Found, journey: Link, name: str, titles: Mapping[str, str]) -> Hit:
    """Return a finding of a journey; name: its id; titles: of its touchpoints by their addresses."""
    url = journey_url(name, found.at)
    # What is found at a step with several touchpoints, or in the map as a whole, leads to the map.
    at = Link(titles[url], url) if url in titles else journey
    return Hit(sentence(found), at, journey, found.waived)


def sentence(found: Found) -> str:
    """Return what a finding says, with a capital letter."""
    return found.message[:1].upper() + found.message[1:]
