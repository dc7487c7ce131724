"""The walkthrough: a journey step by step in the customer's voice, without anything of ours in it."""

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.readings import Observation
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen, replace
from cjsite.base.span import Span
from cjsite.drawing.paths import number
from cjsite.model.step import Step
from cjsite.pages.page import Page, SiteFrame
from cjsite.pages.pictures import Picture, photo, picture
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink, journey_analyses
from cjsite.summaries.links import Link, name, persona_link
from cjsite.summaries.thumbnail import CurveThumbnail, Position
from cjsite.summaries.urls import walk_url
from cjsite.text.wording import Wording


@frozen
class WalkFeeling:
    """How a touchpoint feels, and why. people: to whom, none where it is everyone on the map.

    value: on the author's scale, '' if not known. whole: whether the feeling is that of the step as a whole.
    """

    people: tuple[str, ...]
    words: str
    value: str
    band: Band
    whole: bool
    trigger: str


@frozen
class WalkMoment:
    """A touchpoint on the way: where it is, what is expected, how it feels to whom, what is to be decided."""

    at: TouchpointLink
    channel: str
    why: str
    expectation: str
    felt: tuple[WalkFeeling, ...]
    asks: str
    risk: Risk | None
    wait: Span | None
    picture: Picture | None


@frozen
class WalkPlace:
    """Where a step is on the small curve: how far along, in per cent of its width, and its known feelings."""

    x: str
    spots: tuple[Position, ...]


@frozen
class WalkStep:
    """A step in the customer's own words; all texts are Markdown. title: '' where its stage bears it.

    at: where it is on the curve. asks, at_risk, wait: what is to be decided, and waited for, over several
    touchpoints together.
    """

    number: int
    title: str
    at: WalkPlace
    place: str
    actions: tuple[str, ...]
    thoughts: tuple[str, ...]
    quotes: tuple[str, ...]
    moments: tuple[WalkMoment, ...]
    asks: str
    risk: Risk | None
    wait: Span | None

    @property
    def said(self) -> tuple[str, ...]:
        """Return what the customer thinks and says."""
        return self.thoughts + self.quotes


@frozen
class WalkStage:
    """A stage of the way."""

    title: str
    time: str
    goal: str
    steps: tuple[WalkStep, ...]


@frozen
class WalkPerson:
    """Who is on the way; photo: the address of a picture from the site's root, '' for none."""

    persona: Link
    photo: str


@frozen
class WalkData:
    """What the page shows; mini: the curve of the persona who is named first."""

    journey: Link
    status: str
    people: tuple[WalkPerson, ...]
    mini: CurveThumbnail
    scenario: str
    goal: tuple[str, ...]
    stages: tuple[WalkStage, ...]
    steps: int


def walk_page(inputs: JourneyInput, frame: SiteFrame, wording: Wording) -> Page:
    """Return the walkthrough, with what every persona feels."""
    analysis, journey = journey_analyses(inputs)[0], inputs.journey
    order = {id(step): number for number, step in enumerate(journey.steps(), 1)}
    stages = tuple(
        WalkStage(
            stage.title,
            stage.time,
            stage.goal,
            tuple(_stride(step, order[id(step)], analysis, wording) for step in stage.course),
        )
        for stage in journey.stages
    )
    data = WalkData(
        journey=analysis.journey,
        status=journey.status,
        people=tuple(WalkPerson(persona_link(persona), photo(persona)) for persona in inputs.personas),
        mini=analysis.drawn.mini,
        scenario=journey.scenario,
        goal=journey.goal,
        stages=stages,
        steps=len(order),
    )
    title = wording.amid(journey.language)("insight.walk.of", title=analysis.journey.title)
    return Page(walk_url(journey.id), "insights/walk.html", title, frame, data, "", "insights", journey.language)


def _stride(step: Step, number: int, analysis: JourneyAnalysis, wording: Wording) -> WalkStep:
    points = [column for column in analysis.columns if column.step is step]
    return WalkStep(
        number=number,
        title="" if points[0].stage.is_step else step.title,
        at=_place(points, analysis),
        place=step.place,
        actions=step.actions,
        thoughts=step.thoughts,
        quotes=step.quotes,
        moments=tuple(_moment(column, analysis, wording) for column in points),
        asks=step.moment_of_truth.asks if step.moment_of_truth and step.spans else "",
        risk=next((analysis.facts.risks.get(c.number) for c in points if c.of_step("moment_of_truth")), None),
        wait=step.wait.minutes if step.wait and step.spans else None,
    )


def _place(points: list[Column], analysis: JourneyAnalysis) -> WalkPlace:
    numbers = {column.number for column in points}
    middle = (points[0].number - 1 + points[-1].number) / 2
    drawn = zip(analysis.drawn.feelings, analysis.drawn.spots, strict=True)
    there = (spot for felt, spot in drawn if felt.main and felt.score is not None and felt.column.number in numbers)
    return WalkPlace(f"{number(100 * middle / len(analysis.columns))}%", tuple(there))


def _moment(column: Column, analysis: JourneyAnalysis, wording: Wording) -> WalkMoment:
    channel = analysis.inputs.channels.get(column.touchpoint.channel)
    at, own = column.touchpoint, column.written
    # A stage that is its only step has one name, and it is said once.
    link, is_named = analysis.link(column), column.stage.is_step and column.title == column.stage.title
    return WalkMoment(
        at=replace(link, title="") if is_named else link,
        channel=name(channel) if channel else "",
        why=at.why,
        expectation=at.expectation,
        felt=tuple(_felt(observation, analysis, wording) for observation in analysis.facts.felt[column.number - 1]),
        asks=own.moment_of_truth.asks if own.moment_of_truth else "",
        risk=analysis.facts.risks.get(column.number),
        wait=own.wait.minutes if own.wait else None,
        picture=picture(at.image),
    )


def _felt(observed: Observation, analysis: JourneyAnalysis, wording: Wording) -> WalkFeeling:
    feeling, sample = observed.feeling, observed.feeling.sample
    value = feeling.value
    return WalkFeeling(
        people=analysis.names(observed.people),
        words=wording.comma.join(sample.said) if sample else "",
        value="" if value is None else wording.on_scale(value, analysis.inputs.scale.signs),
        band=band(feeling.score),
        whole=feeling.whole_step,
        trigger=sample.trigger if sample else "",
    )
