"""The walkthrough: a journey step by step in the customer's voice, without anything of ours in it."""

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Band, Feeling, band
from cjsite.frozen import frozen
from cjsite.model.journey import Step
from cjsite.pages.links import name, persona_link
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.survey import Survey, TouchpointLink
from cjsite.wording import Wording


@frozen
class Moment:
    """A touchpoint on the way: where it is, what is expected, how it feels and why, what is to be decided."""

    at: TouchpointLink
    channel: str
    why: str
    expectation: str
    words: str
    value: float | None
    band: Band
    trigger: str
    asks: str
    wait: float | None


@frozen
class Stride:
    """A step in the customer's own words; all texts are Markdown."""

    number: int
    title: str
    place: str
    actions: tuple[str, ...]
    thoughts: tuple[str, ...]
    quotes: tuple[str, ...]
    moments: tuple[Moment, ...]


@frozen
class Leg:
    """A stage of the way."""

    title: str
    time: str
    goal: str
    strides: tuple[Stride, ...]


@frozen
class WalkData:
    """What the page shows."""

    journey: Link
    people: tuple[Link, ...]
    scenario: str
    goal: tuple[str, ...]
    legs: tuple[Leg, ...]
    steps: int


def walk_url(journey: str) -> str:
    """Return the address of a journey's walkthrough."""
    return f"walk/{journey}.html"


def walk_page(surveyed: tuple[Survey, ...], frame: Frame, wording: Wording) -> Page:
    """Return the walkthrough along the first persona's line."""
    known = surveyed[0]
    cast, journey = known.cast, known.cast.journey
    order = {id(step): number for number, step in enumerate(journey.steps(), 1)}
    legs = tuple(
        Leg(one.title, one.time, one.goal, tuple(_stride(step, order[id(step)], known) for step in one.steps))
        for one in journey.stages
    )
    people = tuple(persona_link(persona) for persona in cast.personas)
    data = WalkData(known.journey, people, journey.scenario, journey.goal, legs, len(order))
    title = wording("insight.walk.of", title=known.journey.title)
    return Page(walk_url(journey.id), "insights/walk.html", title, frame, data, "", "insights")


def _stride(step: Step, number: int, known: Survey) -> Stride:
    points = [column for column in known.columns if column.step is step]
    return Stride(
        number=number,
        title=step.title,
        place=step.place,
        actions=step.actions,
        thoughts=step.thoughts,
        quotes=step.quotes,
        moments=tuple(_moment(column, known) for column in points),
    )


def _moment(column: Column, known: Survey) -> Moment:
    feeling: Feeling | None = known.feeling_at(column)
    sample = feeling.sample if feeling else None
    channel = known.cast.channels.get(column.touchpoint.channel)
    at = column.touchpoint
    return Moment(
        at=known.link(column),
        channel=name(channel) if channel else "",
        why=at.why,
        expectation=at.expectation,
        words=", ".join(sample.words) if sample else "",
        value=feeling.value if feeling else None,
        band=band(feeling.score if feeling else None),
        trigger=sample.trigger if sample else "",
        asks=at.moment_of_truth.asks if at.moment_of_truth else "",
        wait=at.wait.minutes if at.wait else None,
    )
