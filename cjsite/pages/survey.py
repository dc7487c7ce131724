"""What lists need of one journey, gathered once: its columns, its line of feelings and what stands along it."""

from collections.abc import Iterable

from cjsite.analysis.case import Facts, facts
from cjsite.analysis.columns import Column, is_unowned
from cjsite.analysis.evidence import support
from cjsite.analysis.feeling import Band, Feeling, band, means
from cjsite.analysis.handoffs import Passage
from cjsite.analysis.health import Health, health
from cjsite.analysis.moments import Moment, moments
from cjsite.analysis.pains import Pain
from cjsite.frozen import frozen
from cjsite.pages.cast import Cast
from cjsite.pages.links import journey_link
from cjsite.pages.mini import LIST_PAD, Drawn, draw
from cjsite.pages.page import Link, journey_url
from cjsite.prose import plain


@frozen
class TouchpointLink:
    """A touchpoint of a journey: its number and title on the map, and the address of its details."""

    number: int
    title: str
    url: str
    journey: Link


@frozen
class Felt:
    """A feeling as lists show it: the author's number (None = not known), its score on −2 to +2 and its band."""

    at: TouchpointLink
    value: float | None
    score: float | None
    band: Band
    firm: bool


def worst_first(felt: Felt) -> tuple[float, str]:
    """Return a feeling's place in lists of the lowest ones; an unknown one stands among the neutral."""
    return felt.score or 0.0, felt.at.url


@frozen
class Survey:
    """The analysis of one journey along one persona's line; it refers to the model and is not for templates.

    facts: what holds along every line. persona: an id, '' for everyone. links: to the columns, in their order; at:
    what is felt there. drawn: the line in the proportions of a row of a list.
    """

    cast: Cast
    facts: Facts
    persona: str
    journey: Link
    links: tuple[TouchpointLink, ...]
    feelings: tuple[Feeling, ...]
    at: tuple[Feeling | None, ...]
    moments: tuple[Moment, ...]
    drawn: Drawn

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.facts.columns

    @property
    def pains(self) -> tuple[Pain, ...]:
        return self.facts.pains

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.facts.passages

    def link(self, column: Column) -> TouchpointLink:
        """Return the link to a column's details."""
        return self.links[column.number - 1]

    def felt(self, feeling: Feeling) -> Felt:
        """Return a feeling of the line without the model behind it."""
        at = self.link(feeling.column)
        return Felt(at, feeling.value, feeling.score, band(feeling.score), feeling.firm)

    def feeling_at(self, column: Column) -> Feeling | None:
        """Return the feeling that stands for a column: its own, else that of its step as a whole."""
        return self.at[column.number - 1]

    @property
    def risky(self) -> dict[int, bool]:
        """Return the columns with a moment of truth by number, and whether it is at risk."""
        return {moment.column.number: moment.at_risk for moment in self.moments}

    def health(self, points: Iterable[Column], hurts: Iterable[Pain], handed: Iterable[Passage]) -> Health:
        """Count what these columns, pain points and handoffs of the journey amount to."""
        chosen = {column.number: column for column in points}
        return health(
            support(map(self.facts.standing, chosen.values())),
            means(f for f in self.feelings if f.column.number in chosen),
            self.cast.scale,
            [m for m in self.moments if m.column.number in chosen],
            hurts,
            handed,
            sum(is_unowned(column, self.cast.channels) for column in chosen.values()),
        )


def surveys(cast: Cast) -> tuple[Survey, ...]:
    """Analyse a journey along the line of each of its personas, in their order; everyone's where it names none."""
    known = facts(cast)
    journey = journey_link(cast.journey)
    links = tuple(_link(column, cast.journey.id, journey) for column in known.columns)
    people = tuple(persona.id for persona in cast.personas) or ("",)
    along = zip(people, known.lines, strict=True)
    return tuple(_survey(cast, known, persona, feelings, links) for persona, feelings in along)


def _link(column: Column, name: str, journey: Link) -> TouchpointLink:
    title = plain(column.title) or column.id
    return TouchpointLink(column.number, title, journey_url(name, column.id), journey)


def _survey(
    cast: Cast, known: Facts, persona: str, feelings: tuple[Feeling, ...], links: tuple[TouchpointLink, ...]
) -> Survey:
    return Survey(
        cast=cast,
        facts=known,
        persona=persona,
        journey=journey_link(cast.journey),
        links=links,
        feelings=feelings,
        at=_felt_at(known.columns, feelings),
        moments=known.moments if feelings is known.feelings else moments(feelings),
        drawn=draw(feelings, known.columns, LIST_PAD),
    )


def _felt_at(points: tuple[Column, ...], feelings: tuple[Feeling, ...]) -> tuple[Feeling | None, ...]:
    """Return the feeling that stands for each column."""
    own: dict[int, Feeling] = {}
    whole: dict[int, Feeling] = {}
    for feeling in feelings:
        if feeling.main:
            own.setdefault(feeling.column.number, feeling)
            if feeling.whole_step:
                whole.setdefault(id(feeling.column.step), feeling)
    return tuple(own.get(column.number) or whole.get(id(column.step)) for column in points)
