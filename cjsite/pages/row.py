"""One journey in a list of journeys."""

from cjsite.analysis.feeling import Feeling, FeelingFigures, figures
from cjsite.analysis.health import Health, need
from cjsite.analysis.pains import is_severe
from cjsite.analysis.review import Review
from cjsite.frozen import frozen
from cjsite.pages.due import Due, due
from cjsite.pages.links import journey_link, persona_link
from cjsite.pages.mini import Diamond, Mini, Spot, diamonds, spot_of
from cjsite.pages.page import Link
from cjsite.pages.survey import Felt, Survey, TouchpointLink
from cjsite.prose import plain


@frozen
class Mark:
    """A feeling and its spot on the mini curve."""

    felt: Felt
    spot: Spot


@frozen
class Extremes:
    """The ends and the turning points of a line; None where they are not known."""

    start: Mark | None
    lowest: Mark | None
    highest: Mark | None
    end: Mark | None


@frozen
class Row:
    """A journey in a list, seen along one persona's line.

    current: as-is and not archived, so that its figures count. segment: whose journey it is where no persona fits.
    follows: the as-is journey that it comes from. first_moment: the first moment of truth at risk, else the first.
    need: the points of `analysis.health.need`. words: what the search looks through, in lower case.
    """

    id: str
    journey: Link
    people: tuple[Link, ...]
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
    mini: Mini
    extremes: Extremes
    diamonds: tuple[Diamond, ...]
    first_moment: TouchpointLink | None
    worst_pain: TouchpointLink | None
    health: Health
    review: Review
    need: float
    departments: tuple[str, ...]
    words: str

    @property
    def due(self) -> Due:
        """Return the review of the map."""
        return Due(self.journey, self.owner, self.review)


def row(found: Survey) -> Row:
    """Return a journey's row along the line that was surveyed."""
    cast = found.cast
    journey = cast.journey
    along = figures(found.feelings)
    health = found.health(found.columns, found.pains, found.passages)
    own = due(cast)
    lowest = along.lowest.score if along.lowest else None
    people = tuple(map(persona_link, cast.personas))
    return Row(
        id=journey.id,
        journey=found.journey,
        people=people,
        segment=journey.segment or journey.job,
        product=journey.product,
        state=journey.state,
        status=journey.status,
        current=journey.state == "as-is" and journey.status != "archived",
        owner=own.owner,
        parent=cast.parent,
        children=cast.children,
        counterpart=journey_link(cast.counterpart) if cast.counterpart else None,
        follows=journey.derived_from if journey.state == "to-be" else "",
        stages=len(journey.stages),
        mini=found.drawn.mini,
        extremes=_extremes(found, along),
        diamonds=diamonds(found.drawn, found.risky),
        first_moment=_first_moment(found),
        worst_pain=_worst_pain(found),
        health=health,
        review=own.review,
        need=need(health, lowest, own.review.days_late > 0),
        departments=_departments(found),
        words=_words(found, people),
    )


def _extremes(found: Survey, along: FeelingFigures) -> Extremes:
    def mark(feeling: Feeling | None) -> Mark | None:
        return Mark(found.felt(feeling), spot_of(found.drawn, feeling)) if feeling else None

    start = next((f for f in found.feelings if f.value is not None), None)
    return Extremes(mark(start), mark(along.lowest), mark(along.highest), mark(along.ending))


def _first_moment(found: Survey) -> TouchpointLink | None:
    first = min(found.moments, key=lambda moment: not moment.at_risk, default=None)
    return found.link(first.column) if first else None


def _worst_pain(found: Survey) -> TouchpointLink | None:
    severe = [pain for pain in found.pains if is_severe(pain.pain)]
    worst = max(severe, key=lambda pain: (not pain.planned, pain.weight), default=None)
    return found.link(worst.column) if worst else None


def _departments(found: Survey) -> tuple[str, ...]:
    at_work = (name for column in found.columns for name in column.departments)
    return tuple(dict.fromkeys((*at_work, *filter(None, [found.cast.journey.owner]))))


def _words(found: Survey, people: tuple[Link, ...]) -> str:
    journey = found.cast.journey
    steps = (title for c in found.columns for title in (c.step.title, c.touchpoint.title))
    texts = (found.journey.title, journey.product, journey.segment, journey.job, *(p.title for p in people), *steps)
    return " ".join(dict.fromkeys(filter(None, (plain(text).casefold() for text in texts))))
