"""What lists need of one journey, gathered once: its columns, its line of feelings and what stands along it."""

from collections.abc import Collection, Iterable

from cjsite.analysis.columns import Column, is_unowned
from cjsite.analysis.evidence import support
from cjsite.analysis.feeling import Band, Feeling, FeelingFigures, band, felt_at, figures, means
from cjsite.analysis.handoffs import PlacedHandoff
from cjsite.analysis.health import Health, health
from cjsite.analysis.journey_facts import JourneyFacts, journey_facts
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.pains import PlacedPain
from cjsite.analysis.readings import Observation, Reading, main_of, of_persona, whole_line, worst
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.summaries.links import Link, journey_link, name
from cjsite.summaries.thumbnail import LIST_PAD, DrawnThumbnail, draw
from cjsite.summaries.urls import journey_url
from cjsite.text.prose import plain


@frozen
class TouchpointLink:
    """A touchpoint of a journey: its number and title on the map, and the address of its details.

    name: the title as it stands beside the number.
    """

    number: int
    title: str
    url: str
    journey: Link
    name: str

    @property
    def language(self) -> str:
        """Return the language of the title, '' where it is that of the site."""
        return self.journey.language


@frozen
class FeelingEntry:
    """A feeling as lists show it: its number (None = not known), its score on −2 to +2 and its band.

    whole: whether it is that of a step as a whole, at one of the touchpoints that it stands for. people: the names
    of those who feel so, none where it is everyone on the map.
    """

    at: TouchpointLink
    value: float | None
    score: float | None
    band: Band
    firm: bool
    whole: bool = False
    people: tuple[str, ...] = ()


def worst_first(felt: FeelingEntry) -> tuple[float, str]:
    """Return a feeling's place in lists of the lowest ones; an unknown one stands among the neutral."""
    return felt.score or 0.0, felt.at.url


@frozen
class JourneyAnalysis:
    """The analysis of one journey as one persona lives it; it refers to the model and is not for templates.

    facts: what holds whoever is followed. persona: an id, '' for everyone. readings: theirs, of each route. links:
    to the columns, in their order. feelings: on any route, as they are drawn; at: what is felt at each column.
    over_all: the figures of all of them. drawn: the line in the proportions of a row of a list.
    """

    inputs: JourneyInput
    facts: JourneyFacts
    persona: str
    readings: tuple[Reading, ...]
    journey: Link
    links: tuple[TouchpointLink, ...]
    feelings: tuple[Feeling, ...]
    at: tuple[Feeling | None, ...]
    over_all: FeelingFigures
    drawn: DrawnThumbnail

    @property
    def marked(self) -> tuple[Feeling, ...]:
        """Return the feelings that bear a mark on the line.

        Where not one has a number it is said once that nothing is known, and only what is said in words is marked.
        """
        if any(feeling.score is not None for feeling in self.feelings):
            return self.feelings
        return tuple(feeling for feeling in self.feelings if feeling.sample and feeling.sample.said)

    @property
    def courses(self) -> tuple[tuple[Feeling, ...], ...]:
        """Return what is felt along each route, the main one first."""
        return tuple(reading.feelings for reading in self.readings)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.facts.columns

    @property
    def main(self) -> Reading:
        """Return the persona's reading of the main route."""
        return main_of(self.readings)

    @property
    def along(self) -> FeelingFigures:
        """Return the lowest and the highest feeling on any route, and the ending and the mean of the main one."""
        every = self.over_all
        return replace(self.main.along, lowest=every.lowest, highest=every.highest)

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
        """Return a feeling without the model behind it."""
        return _entry(feeling, self.place(feeling), self.names(self.facts.people(feeling)))

    def felt_in(self, feeling: Feeling, column: Column) -> FeelingEntry:
        """Return a feeling at one of the columns that it stands for."""
        return _entry(feeling, self.link(column), self.names(self.facts.people(feeling)))

    def observed(self, observation: Observation) -> FeelingEntry:
        """Return what is felt at a column, and by whom."""
        at = self.link(observation.column)
        return _entry(observation.feeling, at, self.names(observation.people))

    def worst_at(self, column: Column) -> Observation:
        """Return what is felt at a column by whoever feels worst there."""
        return worst(self.facts.felt[column.number - 1])

    def names(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return the names of personas."""
        wanted = set(people)
        return tuple(name(persona) for persona in self.inputs.personas if persona.id in wanted) if wanted else ()

    def place(self, feeling: Feeling) -> TouchpointLink:
        """Return the link to where a feeling's mark stands; that of a step as a whole has the step's title."""
        at = self.link(feeling.column)
        title = plain(feeling.column.step.title) if feeling.whole_step else ""
        return replace(at, title=title, name=title) if title else at

    def feeling_at(self, column: Column) -> Feeling | None:
        """Return the feeling that stands for a column: its own, else that of its step as a whole."""
        return self.at[column.number - 1]

    def risk(self, feeling: Feeling) -> Risk | None:
        """Return the risk of the moment of truth that a feeling stands at, None where there is none."""
        risks = (self.facts.risks.get(column.number) for column in feeling.over if feeling.main)
        return next((risk for risk in risks if risk is not None), None)

    def _means(self, numbers: Collection[int]) -> tuple[float, ...]:
        return tuple(mean for number, mean in sorted(self.facts.means.items()) if number in numbers)

    def health(
        self,
        points: Iterable[Column],
        pains: Iterable[PlacedPain],
        handoffs: Iterable[PlacedHandoff],
        of_part: bool = False,
    ) -> Health:
        """Count what these columns, pain points and handoffs of the journey amount to.

        of_part: whether it is a part of the journey: its mean is that of its touchpoints, whoever feels there. The
        mean of the whole is that of the main route.
        """
        chosen = {column.number: column for column in points}
        return health(
            support(map(self.facts.standing, chosen.values())),
            self._means(chosen) if of_part else tuple(means(self.main.feelings).values()),
            self.inputs.scale,
            [m for m in self.moments if m.column.number in chosen],
            pains,
            handoffs,
            sum(is_unowned(column, self.inputs.channels) for column in chosen.values()),
        )


@memo(by="inputs")
def journey_analyses(inputs: JourneyInput) -> tuple[JourneyAnalysis, ...]:
    """Analyse a journey as each of its personas lives it, in their order; as everyone where it names none."""
    facts = journey_facts(inputs)
    journey = journey_link(inputs.journey)
    links = tuple(_link(column, inputs.journey.id, journey) for column in facts.columns)
    analyses: list[JourneyAnalysis] = []
    for persona, own in of_persona(facts.readings).items():
        alike = next((other for other in analyses if is_alike(other.readings, own)), None)
        analyses.append(
            replace(alike, persona=persona, readings=own) if alike else _survey(inputs, facts, persona, own, links)
        )
    return tuple(analyses)


def is_alike(these: Iterable[Reading], those: Iterable[Reading]) -> bool:
    """Tell whether two personas come by the same and feel the same there."""
    return [(r.route.name, id(r.feelings)) for r in these] == [(r.route.name, id(r.feelings)) for r in those]


def _link(column: Column, name: str, journey: Link) -> TouchpointLink:
    title = plain(column.title) or column.id
    beside = plain(column.name) or column.id
    return TouchpointLink(column.number, title, journey_url(name, column.id), journey, beside)


def _entry(feeling: Feeling, at: TouchpointLink, people: tuple[str, ...] = ()) -> FeelingEntry:
    return FeelingEntry(
        at, feeling.value, feeling.score, band(feeling.score), feeling.firm, feeling.whole_step, people
    )


def _survey(
    inputs: JourneyInput,
    facts: JourneyFacts,
    persona: str,
    own: tuple[Reading, ...],
    links: tuple[TouchpointLink, ...],
) -> JourneyAnalysis:
    feelings = whole_line(own)
    at = felt_at(facts.columns, feelings)
    return JourneyAnalysis(
        inputs=inputs,
        facts=facts,
        persona=persona,
        readings=own,
        journey=journey_link(inputs.journey),
        links=links,
        feelings=feelings,
        at=at,
        over_all=own[0].along if len(own) == 1 else figures(feelings),
        drawn=draw(feelings, facts.columns, LIST_PAD, [reading.feelings for reading in own]),
    )
