"""One journey in a list of journeys."""

from collections.abc import Iterator, Mapping

from cjsite.analysis.columns import Column
from cjsite.analysis.counted import is_counted
from cjsite.analysis.feeling import Feeling, FeelingFigures
from cjsite.analysis.health import Health
from cjsite.analysis.pains import is_severe
from cjsite.analysis.review import Review
from cjsite.analysis.risk import urgency_of
from cjsite.base.frozen import frozen, replace
from cjsite.summaries.headline import alike
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis, TouchpointLink
from cjsite.summaries.links import Link, journey_link, persona_link
from cjsite.summaries.review_due import ReviewDue, review_due
from cjsite.summaries.tags import journey_tags
from cjsite.summaries.thumbnail import CurveThumbnail, Diamond, Position, coarse, diamonds, spot_of
from cjsite.text.prose import plain


@frozen
class ExtremeMark:
    """A feeling and its spot on the mini curve."""

    felt: FeelingEntry
    spot: Position


@frozen
class Extremes:
    """The ends and the turning points of a line; None where they are not known."""

    start: ExtremeMark | None
    lowest: ExtremeMark | None
    highest: ExtremeMark | None
    end: ExtremeMark | None

    @property
    def is_flat(self) -> bool:
        """Tell whether all that is known is the same, so that nothing is the lowest or the highest."""
        return bool(self.lowest and self.highest and self.lowest.felt.value == self.highest.felt.value)


@frozen
class JourneyCard:
    """A journey in a list, seen as one persona lives it.

    whose: the names of those who feel as this persona does, none where it is everyone on the map. extremes:
    lowest and highest on any route, ends of the main one.
    current: as-is and not archived, so that its figures count. segment: whose journey it is where no persona fits.
    follows: the as-is journey that it comes from. first_moment: the first moment of truth of the highest risk.
    need: as of `analysis.need`. mini: its line. coarse: its line for pages that show a hundred.
    """

    id: str
    journey: Link
    people: tuple[Link, ...]
    whose: tuple[str, ...]
    segment: str
    product: str
    state: str
    status: str
    current: bool
    owner: Link | None
    parent: Link | None
    children: tuple[Link, ...]
    counterpart: Link | None
    follows: str
    stages: int
    mini: CurveThumbnail
    coarse: CurveThumbnail
    extremes: Extremes
    diamonds: tuple[Diamond, ...]
    first_moment: TouchpointLink | None
    worst_pain: TouchpointLink | None
    health: Health
    review: Review
    need: float
    departments: tuple[str, ...]

    @property
    def due(self) -> ReviewDue:
        """Return the review of the map."""
        return ReviewDue(self.journey, self.owner, self.review, self.current)


def journey_card(analysis: JourneyAnalysis) -> JourneyCard:
    """Return a journey's card along the line that was analysed."""
    inputs = analysis.inputs
    journey = inputs.journey
    along = analysis.along
    health = analysis.health(analysis.columns, analysis.pains, analysis.handoffs)
    own = review_due(inputs)
    people = tuple(map(persona_link, inputs.personas))
    return JourneyCard(
        id=journey.id,
        journey=analysis.journey,
        people=people,
        whose=alike(analysis),
        segment=journey.segment or journey.job,
        product=journey.product,
        state=journey.state,
        status=journey.status,
        current=is_counted(journey),
        owner=own.owner,
        parent=journey_link(inputs.parent) if inputs.parent else None,
        children=tuple(map(journey_link, inputs.children)),
        counterpart=journey_link(inputs.counterpart) if inputs.counterpart else None,
        follows=journey.derived_from if journey.state == "to-be" else "",
        stages=len(journey.stages),
        mini=analysis.drawn.mini,
        coarse=coarse(analysis.drawn.mini),
        extremes=_extremes(analysis, along),
        diamonds=diamonds(analysis.drawn, analysis.facts.risks),
        first_moment=_first_moment(analysis),
        worst_pain=_worst_pain(analysis),
        health=health,
        review=own.review,
        need=analysis.facts.need,
        departments=_departments(analysis),
    )


def in_brief(card: JourneyCard) -> JourneyCard:
    """Return a card as a page of a long list shows it: its line alone."""
    return replace(card, mini=card.coarse)


def _extremes(analysis: JourneyAnalysis, along: FeelingFigures) -> Extremes:
    def mark(feeling: Feeling | None) -> ExtremeMark | None:
        return ExtremeMark(analysis.felt(feeling), spot_of(analysis.drawn, feeling)) if feeling else None

    start = next((f for f in analysis.main.feelings if f.value is not None), None)
    return Extremes(mark(start), mark(along.lowest), mark(along.highest), mark(along.ending))


def _first_moment(analysis: JourneyAnalysis) -> TouchpointLink | None:
    first = min(analysis.moments, key=lambda moment: urgency_of(moment.risk), default=None)
    return analysis.link(first.column) if first else None


def _worst_pain(analysis: JourneyAnalysis) -> TouchpointLink | None:
    severe = [pain for pain in analysis.pains if is_severe(pain.pain)]
    worst = max(severe, key=lambda pain: (not pain.planned, pain.weight), default=None)
    return analysis.link(worst.column) if worst else None


def _departments(analysis: JourneyAnalysis) -> tuple[str, ...]:
    at_work = (name for column in analysis.columns for name in column.departments)
    return tuple(dict.fromkeys((*at_work, *filter(None, [analysis.inputs.journey.owner]))))


def _said_at(column: Column, cast: Mapping[str, str]) -> Iterator[str]:
    """Yield what a touchpoint is searched by: its name, who takes part, and what is done in sight and out of it."""
    at = column.touchpoint
    yield from (column.step.title, at.title, *(cast.get(actor, actor) for actor in column.step.actors))
    for work in (*at.frontstage, *at.backstage):
        yield from (work.does, work.system)


def search_words(analysis: JourneyAnalysis) -> str:
    """Return what a search for a journey looks through, in lower case."""
    people = tuple(map(persona_link, analysis.inputs.personas))
    journey = analysis.inputs.journey
    steps = (text for column in analysis.columns for text in _said_at(column, analysis.inputs.cast))
    texts = (
        analysis.journey.title,
        journey.product,
        journey.segment,
        journey.job,
        *(p.title for p in people),
        *steps,
        *(tag for tag, _ in journey_tags(journey)),
    )
    return " ".join(dict.fromkeys(filter(None, (plain(text).casefold() for text in texts))))
