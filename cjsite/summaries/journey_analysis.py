"""What lists need of one journey, gathered once: its columns, its line of feelings and what stands along it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cjsite.analysis.columns import Column, is_unowned
from cjsite.analysis.evidence import support
from cjsite.analysis.feeling import Band, Feeling, band, felt_at, means
from cjsite.analysis.handoffs import PlacedHandoff
from cjsite.analysis.health import Health, health
from cjsite.analysis.journey_facts import JourneyFacts, journey_facts
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.pains import PlacedPain
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.summaries.links import Link, journey_link
from cjsite.summaries.thumbnail import LIST_PAD, DrawnThumbnail, draw
from cjsite.summaries.urls import journey_url
from cjsite.text.prose import plain


@frozen
class TouchpointLink:
    """A touchpoint of a journey: its number and title on the map, and the address of its details."""

    number: int
    title: str
    url: str
    journey: Link


@frozen
class FeelingEntry:
    """A feeling as lists show it: its number (None = not known), its score on −2 to +2 and its band.

    whole: whether it is that of a step as a whole, at one of the touchpoints that it stands for.
    """

    at: TouchpointLink
    value: float | None
    score: float | None
    band: Band
    firm: bool
    whole: bool = False

    @property
    def own_score(self) -> float | None:
        """Return the score where it is the touchpoint's own: what means of touchpoints are made of."""
        return None if self.whole else self.score


def worst_first(felt: FeelingEntry) -> tuple[float, str]:
    """Return a feeling's place in lists of the lowest ones; an unknown one stands among the neutral."""
    return felt.score or 0.0, felt.at.url


@frozen
class JourneyAnalysis:
    """The analysis of one journey along one persona's line; it refers to the model and is not for templates.

    facts: what holds along every line. persona: an id, '' for everyone. links: to the columns, in their order; at:
    what is felt there. drawn: the line in the proportions of a row of a list.
    """

    inputs: JourneyInput
    facts: JourneyFacts
    persona: str
    journey: Link
    links: tuple[TouchpointLink, ...]
    feelings: tuple[Feeling, ...]
    at: tuple[Feeling | None, ...]
    drawn: DrawnThumbnail

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.facts.columns

    @property
    def moments(self) -> tuple[PlacedMoment, ...]:
        return self.facts.moments

    @property
    def pains(self) -> tuple[PlacedPain, ...]:
        return self.facts.pains

    @property
    def handoffs(self) -> tuple[PlacedHandoff, ...]:
        return self.facts.handoffs

    def link(self, column: Column) -> TouchpointLink:
        """Return the link to a column's details."""
        return self.links[column.number - 1]

    def felt(self, feeling: Feeling) -> FeelingEntry:
        """Return a feeling of the line without the model behind it."""
        return _entry(feeling, self.place(feeling))

    def felt_in(self, feeling: Feeling, column: Column) -> FeelingEntry:
        """Return a feeling of the line at one of the columns that it stands for."""
        return _entry(feeling, self.link(column))

    def place(self, feeling: Feeling) -> TouchpointLink:
        """Return the link to where a feeling's mark stands; that of a step as a whole has the step's title."""
        at = self.link(feeling.column)
        title = plain(feeling.column.step.title) if feeling.whole_step else ""
        return replace(at, title=title) if title else at

    def feeling_at(self, column: Column) -> Feeling | None:
        """Return the feeling that stands for a column: its own, else that of its step as a whole."""
        return self.at[column.number - 1]

    def felt_everywhere(self) -> Iterator[tuple[Column, Feeling]]:
        """Yield every column with the feeling that stands for it."""
        for column, feeling in zip(self.columns, self.at, strict=True):
            if feeling is not None:
                yield column, feeling

    @property
    def risks(self) -> dict[int, Risk]:
        """Return the risk of each moment of truth by the number of its column."""
        return {moment.column.number: moment.risk for moment in self.moments}

    def health(
        self,
        points: Iterable[Column],
        hurts: Iterable[PlacedPain],
        handed: Iterable[PlacedHandoff],
        of_part: bool = False,
    ) -> Health:
        """Count what these columns, pain points and handoffs of the journey amount to.

        of_part: whether it is a part of the journey, whose mean a step as a whole does not enter.
        """
        chosen = {column.number: column for column in points}
        return health(
            support(map(self.facts.standing, chosen.values())),
            means(f for f in self.feelings if f.column.number in chosen and not (of_part and f.whole_step)),
            self.inputs.scale,
            [m for m in self.moments if m.column.number in chosen],
            hurts,
            handed,
            sum(is_unowned(column, self.inputs.channels) for column in chosen.values()),
        )


@memo(by="inputs")
def journey_analyses(inputs: JourneyInput) -> tuple[JourneyAnalysis, ...]:
    """Analyse a journey along the line of each of its personas, in their order; everyone's where it names none."""
    known = journey_facts(inputs)
    journey = journey_link(inputs.journey)
    links = tuple(_link(column, inputs.journey.id, journey) for column in known.columns)
    people = tuple(persona.id for persona in inputs.personas) or ("",)
    along = zip(people, known.lines, strict=True)
    return tuple(_survey(inputs, known, persona, feelings, links) for persona, feelings in along)


def _link(column: Column, name: str, journey: Link) -> TouchpointLink:
    title = plain(column.title) or column.id
    return TouchpointLink(column.number, title, journey_url(name, column.id), journey)


def _entry(feeling: Feeling, at: TouchpointLink) -> FeelingEntry:
    return FeelingEntry(at, feeling.value, feeling.score, band(feeling.score), feeling.firm, feeling.whole_step)


def _survey(
    inputs: JourneyInput,
    facts: JourneyFacts,
    persona: str,
    feelings: tuple[Feeling, ...],
    links: tuple[TouchpointLink, ...],
) -> JourneyAnalysis:
    return JourneyAnalysis(
        inputs=inputs,
        facts=facts,
        persona=persona,
        journey=journey_link(inputs.journey),
        links=links,
        feelings=feelings,
        at=felt_at(facts.columns, feelings),
        drawn=draw(feelings, facts.columns, LIST_PAD),
    )
