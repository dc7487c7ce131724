"""What stands behind a map: its story, what the research says, its purpose and its relatives."""

from collections.abc import Iterator

from markupsafe import Markup

from cjsite.frozen import frozen
from cjsite.pages.facts import Fact, Item, fact, texts, words
from cjsite.pages.journey.scene import Scene
from cjsite.pages.journey.steps import path_of
from cjsite.pages.links import journey_link, name
from cjsite.pages.page import reference_url
from cjsite.prose import block, inline


@frozen
class Insight:
    """What the research says; kind is highlight or fallout; places: the steps and sources it is about."""

    kind: str
    word: str
    text: Markup
    places: tuple[Item, ...]


@frozen
class Background:
    """All that a map rests on and serves."""

    narrative: Markup
    insights: tuple[Insight, ...]
    facts: tuple[Fact, ...]


def background(found: Scene) -> Background:
    """Return everything behind the map."""
    journey = found.cast.journey
    return Background(block(journey.narrative), tuple(_insights(found)), tuple(_facts(found)))


def sources(found: Scene, names: tuple[str, ...]) -> Iterator[Item]:
    """Yield research sources as links to all that is known of them."""
    for source in names:
        known = found.cast.evidence.get(source)
        if known:
            count = f"n = {found.wording.number(known.n)}" if known.n is not None else ""
            yield Item(name(known), reference_url("source", source), note=count)


def _insights(found: Scene) -> Iterator[Insight]:
    for insight in found.cast.journey.insights:
        steps = (Item(link.title, link.url) for link in map(found.link, insight.steps))
        places = (*steps, *sources(found, insight.evidence))
        yield Insight(insight.kind, found.wording(f"map.insight.{insight.kind}"), inline(insight.text), places)


def _facts(found: Scene) -> Iterator[Fact]:
    journey, t = found.cast.journey, found.wording
    yield from texts(t("map.background.business-goal"), journey.business_goal)
    yield from texts(t("map.background.motivation"), journey.motivation)
    yield from texts(t("map.background.expectations"), journey.expectations)
    yield from texts(t("map.background.alternatives"), journey.alternatives)
    yield from words(t("map.background.paths"), *(path_of(found, path) for path in journey.paths))
    yield from _relatives(found)
    yield from texts(t("map.background.contributors"), journey.contributors)
    yield from texts(t("map.background.audience"), journey.audience)
    yield from words(t("map.background.review-every"), journey.review_every.text if journey.review_every else "")
    rests_on = tuple(sources(found, journey.evidence))
    if rests_on:
        yield Fact(t("map.background.evidence"), rests_on)


def _relatives(found: Scene) -> Iterator[Fact]:
    cast, t = found.cast, found.wording
    if cast.parent:
        yield fact(t("map.background.parent"), Item(cast.parent.title, cast.parent.url))
    if cast.children:
        yield fact(t("map.background.children"), *(Item(link.title, link.url) for link in cast.children))
    if cast.counterpart:
        link = journey_link(cast.counterpart)
        yield fact(t(f"state.{cast.counterpart.state}"), Item(link.title, link.url))
