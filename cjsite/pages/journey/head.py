"""The head of a journey's page: whose journey it is, what it is about, and its key figures."""

import datetime
from collections.abc import Iterator

from markupsafe import Markup

from cjsite.analysis.effort import effort
from cjsite.analysis.evidence import support
from cjsite.analysis.feeling import Band, Feeling, FeelingFigures, band
from cjsite.analysis.review import Review, changes_since_review, review
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen
from cjsite.base.span import Span
from cjsite.model.persona import Persona
from cjsite.model.types import MAIN
from cjsite.pages.insights.comparison import comparison_of
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.steps import paths_of
from cjsite.pages.persona import initials, photo
from cjsite.summaries.headline import alike, worst_for
from cjsite.summaries.links import Link, journey_link
from cjsite.summaries.tags import tag_links
from cjsite.summaries.urls import journey_url, persona_url
from cjsite.text.prose import block, inline, plain
from cjsite.text.wording import Wording


@frozen
class Person:
    """A persona in the head."""

    name: str
    url: str
    initials: str
    photo: str
    role: str
    quote: Markup


@frozen
class Head:
    """Everything above the key figures; `late` tells how many days the review is overdue, in words.

    comparison: the address of the page that holds this journey against its counterpart. changed: what was changed
    since the review, in words.
    """

    title: str
    parent: Link | None
    counterpart: Link | None
    comparison: str
    state: str
    status: str
    is_published: bool
    review: Review
    reviewed: str
    due: str
    late: str
    changed: str
    owner: Link
    product: str
    version: str
    scenario: Markup
    people: tuple[Person, ...]
    segment: str
    goals: tuple[Markup, ...]
    tags: tuple[Link, ...]


@frozen
class KeyFigure:
    """A key figure: what it is called, its value, where it is found or what qualifies it; kind picks its mark."""

    kind: str
    name: str
    value: str
    link: Link | None
    note: str
    band: Band = "unknown"
    firm: bool = True


def head(context: MapContext) -> Head:
    """Return the head."""
    journey, inputs, t = context.inputs.journey, context.inputs, context.wording
    reviewed = review(journey, inputs.review_every, inputs.today)
    other = inputs.counterpart
    changed = len(changes_since_review(journey))
    return Head(
        title=plain(journey.title) or journey.id,
        parent=journey_link(inputs.parent) if inputs.parent else None,
        counterpart=Link(plain(other.title) or other.id, journey_url(other.id)) if other else None,
        comparison=comparison_of(inputs),
        state=t(f"state.{journey.state}"),
        status=t(f"status.{journey.status}"),
        is_published=journey.status == "published",
        review=reviewed,
        reviewed=_day(context, reviewed.reviewed_on),
        due=t.month(reviewed.due) if reviewed.due else "",
        late=t("map.review.late", time=t("days", n=reviewed.days_late)) if reviewed.days_late else "",
        changed=t("map.changed", n=changed) if changed else "",
        owner=context.department(journey.owner),
        product=plain(journey.product),
        version=plain(journey.version),
        scenario=block(journey.scenario),
        people=tuple(_person(persona, context.wording) for persona in inputs.personas),
        segment=context.wording.listed(plain(journey.segment), plain(journey.job)),
        goals=tuple(map(inline, journey.goal)),
        tags=tag_links(journey.tags),
    )


def key_figures(context: MapContext) -> tuple[KeyFigure, ...]:
    """Return the key figures: of the persona who fares worst, and of the main route."""
    return (*_feelings(context, context.worst.along), *_counts(context), *_effort(context), _heard(context))


def _day(context: MapContext, day: datetime.date | None) -> str:
    return context.wording.date(day) if day else ""


def _person(persona: Persona, t: Wording) -> Person:
    name = plain(persona.title) or persona.id
    role = t.listed(plain(persona.age), plain(persona.occupation))
    return Person(name, persona_url(persona.id), initials(name), photo(persona), role, inline(persona.quote))


def _feelings(context: MapContext, along: FeelingFigures) -> Iterator[KeyFigure]:
    t, worst = context.wording, context.worst
    mean = t("map.figure.mean", score=context.written(along.mean)) if along.mean is not None else ""
    own, main = t.listed(*alike(worst)), _main_route(context)
    for kind, feeling, note in (
        ("lowest", along.lowest, t.listed(*worst_for(worst), _off_main(context, along.lowest))),
        ("highest", along.highest, ", ".join(filter(None, (own, _off_main(context, along.highest))))),
        ("ending", along.ending, ", ".join(filter(None, (own, main, mean)))),
    ):
        if feeling is not None or (kind == "ending" and context.columns):
            yield _feeling(context, kind, feeling, note)


def _off_main(context: MapContext, feeling: Feeling | None) -> str:
    """Return the routes on which a feeling stands, '' where the main one comes by."""
    off = feeling is not None and not walks(MAIN, feeling.column.step)
    return context.wording.listed(*paths_of(context, feeling.column.step)) if feeling and off else ""


def _main_route(context: MapContext) -> str:
    return context.wording("map.path.main") if len(context.worst.readings) > 1 else ""


def _feeling(context: MapContext, kind: str, feeling: Feeling | None, note: str) -> KeyFigure:
    t = context.wording
    column = feeling.column if feeling else context.columns[-1]
    return KeyFigure(
        kind=kind,
        name=t(f"map.figure.{kind}"),
        value=context.written(feeling.value) if feeling and feeling.value is not None else t("band.unknown"),
        link=Link(_title(feeling) or title_of(column), f"#at-{column.id}"),
        note=note,
        band=band(feeling.score if feeling else None),
        firm=bool(feeling and feeling.firm),
    )


def _title(feeling: Feeling | None) -> str:
    return plain(feeling.column.step.title) if feeling and feeling.whole_step else ""


def _counts(context: MapContext) -> Iterator[KeyFigure]:
    t, analysis = context.wording, context.analysis
    health = analysis.health(context.columns, analysis.pains, analysis.handoffs)
    if health.moments:
        note = t("map.figure.at-risk", n=health.at_risk)
        total, is_safe = t.number(health.moments), not health.at_risk
        yield KeyFigure("moments", t("map.figure.moments"), total, None, note, firm=is_safe)
    if analysis.pains:
        note = t("map.figure.severe", n=health.severe)
        yield KeyFigure("pains", context.lane("pains"), t.number(len(analysis.pains)), None, note)
    chances = {o.id: o for step in context.opportunities.values() for o in step}
    if chances:
        doing = sum(o.status == "doing" for o in chances.values())
        note = t("map.figure.doing", n=doing)
        yield KeyFigure("opportunities", context.lane("opportunities"), t.number(len(chances)), None, note)


def _effort(context: MapContext) -> Iterator[KeyFigure]:
    t, spent = context.wording, effort(context.worst.main.columns)
    if spent.minutes is None and spent.waiting is None:
        return
    notes = [
        _main_route(context),
        t("map.effort.wait", time=t.duration(spent.waiting)) if spent.waiting and spent.minutes is not None else "",
        t("map.effort.contacts", n=spent.contacts) if spent.contacts is not None else "",
    ]
    time = spent.minutes if spent.minutes is not None else spent.waiting or Span()
    name = t("map.figure.effort" if spent.minutes is not None else "map.figure.waiting")
    yield KeyFigure("effort", name, t.duration(time), None, ", ".join(filter(None, notes)))


def _heard(context: MapContext) -> KeyFigure:
    t, told = context.wording, support(context.analysis.facts.standings)
    notes = [
        t("map.figure.staff", n=told.staff) if told.staff else "",
        t("map.figure.unheard", n=told.none) if told.none else "",
    ]
    value = t("map.figure.heard-of", heard=told.heard, total=told.total)
    return KeyFigure("heard", t("map.figure.heard"), value, None, ", ".join(filter(None, notes)))
