"""A map in one line: where it is worst and why, who gives up, whose it is, and what is planned."""

from collections.abc import Iterator

from cjsite.analysis.columns import Column, is_unowned
from cjsite.analysis.feeling import Feeling, band
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.opportunities import is_planned
from cjsite.analysis.ownership import holder
from cjsite.analysis.priorities import by_priority
from cjsite.base.frozen import frozen
from cjsite.model.opportunity import Opportunity
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_marks import word_of
from cjsite.summaries.headline import worst_for
from cjsite.summaries.links import name
from cjsite.text.prose import plain

_ANSWERS = ("planned", "idea", "done")


@frozen
class Lead:
    """The headline of a map: its first sentence, the address of the place that it tells of, and what else there is.

    It says what the map says, and nothing where that says nothing.
    """

    first: str
    url: str
    rest: tuple[str, ...]


def lead(context: MapContext) -> Lead | None:
    """Return the headline of a map, None where nothing is bad and nobody gives up."""
    worst, leaving = _worst(context), _leaving(context)
    column = worst.column if worst else leaving.column if leaving else None
    if column is None:
        return None
    first, *rest = (*_felt(context, worst), *_given_up(context, leaving, column), *_answered(context, column))
    return Lead(first, f"#at-{column.id}", tuple(rest))


def _worst(context: MapContext) -> Feeling | None:
    lowest = context.worst.along.lowest
    is_low = lowest is not None and (lowest.score or 0.0) < 0 and not context.worst.along.is_flat
    return lowest if is_low else None


def _leaving(context: MapContext) -> PlacedMoment | None:
    """Return the moment of truth at which most give up: where it is worst, if any do there."""
    rated = [placed for placed in context.analysis.moments if placed.moment.bail_rate]
    worst = _worst(context)
    here = [p for p in rated if worst and worst.column.number in p.column.over("moment_of_truth")]
    return max(here or rated, key=lambda placed: placed.moment.bail_rate or 0, default=None)


def _felt(context: MapContext, felt: Feeling | None) -> Iterator[str]:
    """Yield where it is worst, for whom if not for all, and what hurts most there."""
    t = context.wording
    if felt is None:
        return
    words = t.beside(word_of(felt)) or t(f"band.{band(felt.score)}")
    title = plain(felt.column.step.title) if felt.whole_step else title_of(felt.column)
    feeling = t("list.note", text=words, note=context.written(felt.value or 0.0))
    who = t.listed(*worst_for(context.worst))
    key = "map.lead.worst.for" if who else "map.lead.worst"
    yield t(key, who=who, title=title, feeling=feeling)
    pain = max(felt.column.step.pain_points, key=lambda pain: pain.rank or 0, default=None)
    if pain is not None:
        yield t("map.lead.hurts", pain=_clause(pain.text))


def _given_up(context: MapContext, leaving: PlacedMoment | None, column: Column) -> Iterator[str]:
    if leaving is None or not leaving.moment.bail_rate:
        return
    t, moment = context.wording, leaving.moment
    rate, does = t.percent(leaving.moment.bail_rate), _clause(moment.bails_out)
    is_here = column.number in leaving.column.over("moment_of_truth") and bool(_worst(context))
    if not is_here:
        yield t("map.lead.leave.at", rate=rate, title=plain(leaving.title) or title_of(leaving.column))
    elif does:
        yield t("map.lead.leave.for", rate=rate, does=does)
    else:
        yield t("map.lead.leave", rate=rate)


def _answered(context: MapContext, column: Column) -> Iterator[str]:
    """Yield whose a touchpoint is, and the best of what is planned, thought of or done about it."""
    t = context.wording
    owner = context.department(holder(column.touchpoint)).title
    if owner:
        yield t("map.lead.owner", owner=owner)
    elif is_unowned(column, context.inputs.channels):
        yield t("map.lead.nobody")
    ranked = by_priority(context.analysis.facts.planned(column), context.analysis.facts.stakes)
    chosen = min(ranked, key=lambda own: _ANSWERS.index(_answer(own)), default=None)
    if chosen is not None:
        yield t(f"map.lead.{_answer(chosen)}", title=_clause(name(chosen)))
    elif _is_left_open(context, column):
        yield t("map.unplanned")


def _is_left_open(context: MapContext, column: Column) -> bool:
    """Tell whether a map names opportunities, but none here; one that names none at all is silent about them."""
    opportunities = context.analysis.facts.opportunities
    return any(opportunities.values()) and not opportunities[column.step.id]


def _answer(opportunity: Opportunity) -> str:
    if opportunity.status == "done":
        return "done"
    return "planned" if is_planned(opportunity) else "idea"


def _clause(text: str) -> str:
    """Return an author's text as it stands inside a sentence."""
    return plain(text).rstrip(" .。")
