"""An as-is held against its to-be: both lines, what changes at each touchpoint, and what it saves."""

from cjsite.analysis.columns import Column, columns
from cjsite.analysis.compare import Change, Kind, Line, compare
from cjsite.analysis.effort import Effort
from cjsite.analysis.feeling import Feeling, band, figures, line
from cjsite.analysis.moments import Moment, moments
from cjsite.analysis.remembered import peak_end
from cjsite.frozen import frozen
from cjsite.model.journey import Journey
from cjsite.pages.cast import Cast
from cjsite.pages.links import journey_link
from cjsite.pages.mini import LIST_PAD, Mini, draw
from cjsite.pages.page import Frame, Link, Page, journey_url
from cjsite.pages.survey import Felt, Survey, TouchpointLink
from cjsite.prose import plain
from cjsite.wording import Wording


@frozen
class Side:
    """One of two journeys: its line, drawn small, figures on the author's scale, effort and handoffs."""

    journey: Link
    mini: Mini
    touchpoints: int
    lowest: float | None
    mean: float | None
    ending: float | None
    peak_end: float | None
    effort: Effort
    handoffs: int
    broken: int


@frozen
class Turn:
    """What becomes of a touchpoint; fields: the names of what differs."""

    kind: Kind
    before: Felt | None
    after: Felt | None
    fields: tuple[str, ...]


@frozen
class ComparisonData:
    """What the page shows; counts: touchpoints kept, changed, added and removed."""

    before: Side
    after: Side
    counts: tuple[tuple[Kind, int], ...]
    turns: tuple[Turn, ...]
    resolved: tuple[TouchpointLink, ...]
    remaining: tuple[TouchpointLink, ...]
    risen: tuple[TouchpointLink, ...]


def comparison_url(journey: str) -> str:
    """Return the address of the comparison of a to-be with its as-is."""
    return f"compare/{journey}.html"


def comparison_of(cast: Cast) -> str:
    """Return the address of the comparison that a journey stands in, as as-is or as to-be; '' without one."""
    journey, other = cast.journey, cast.counterpart
    if other is not None and journey.state == "to-be" and journey.derived_from == other.id:
        return comparison_url(journey.id)
    stands = other is not None and other.state == "to-be" and other.derived_from == journey.id
    return comparison_url(other.id) if other and stands else ""


def comparison_page(surveyed: tuple[Survey, ...], frame: Frame, wording: Wording) -> Page:
    """Return the page of a to-be against its as-is."""
    cast = surveyed[0].cast
    after, before = cast.journey, cast.counterpart
    assert before is not None, "asked for only where a to-be has an as-is"
    old, new = _line(before, cast), _line(after, cast)
    found = compare(old, new)
    was, will = journey_link(before), journey_link(after)
    kinds: tuple[Kind, ...] = ("kept", "changed", "added", "removed")
    data = ComparisonData(
        before=_side(was, old, found.effort[0], found.handoffs[0], found.broken[0]),
        after=_side(will, new, found.effort[1], found.handoffs[1], found.broken[1]),
        counts=tuple((kind, found.count(kind)) for kind in kinds),
        turns=tuple(_turn(change, old, new, was, will) for change in found.changes),
        resolved=_places(found.resolved, was),
        remaining=_places(found.remaining, was),
        risen=_places(found.risen, will),
    )
    title = wording("insight.compare.of", title=was.title)
    return Page(comparison_url(after.id), "insights/comparison.html", title, frame, data, "", "insights")


def _line(journey: Journey, cast: Cast) -> Line:
    people, points = journey.people, columns(journey)
    feelings = line(points, people[0] if people else "", cast.scale, cast.evidence)
    return Line(points, feelings, moments(feelings))


def _side(journey: Link, told: Line, spent: Effort, handoffs: int, broken: int) -> Side:
    along = figures(told.feelings)
    return Side(
        journey=journey,
        mini=draw(told.feelings, told.points, LIST_PAD).mini,
        touchpoints=len(told.points),
        lowest=along.lowest.value if along.lowest else None,
        mean=along.mean,
        ending=along.ending.value if along.ending else None,
        peak_end=peak_end(told.feelings),
        effort=spent,
        handoffs=handoffs,
        broken=broken,
    )


def _turn(change: Change, old: Line, new: Line, was: Link, will: Link) -> Turn:
    before = _felt(change.before, old, was) if change.before else None
    after = _felt(change.after, new, will) if change.after else None
    return Turn(change.kind, before, after, change.fields)


def _felt(column: Column, told: Line, journey: Link) -> Felt:
    feeling: Feeling | None = told.feeling(column)
    score = feeling.score if feeling else None
    value, firm = (feeling.value, feeling.firm) if feeling else (None, False)
    return Felt(_place(column, journey), value, score, band(score), firm)


def _place(column: Column, journey: Link) -> TouchpointLink:
    name = journey.url.removeprefix("journeys/").removesuffix(".html")
    return TouchpointLink(column.number, plain(column.title) or column.id, journey_url(name, column.id), journey)


def _places(found: tuple[Moment, ...], journey: Link) -> tuple[TouchpointLink, ...]:
    return tuple(_place(moment.column, journey) for moment in found)
