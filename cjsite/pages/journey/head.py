"""The head of a journey's page: whose journey it is, what it is about, and its key figures."""

import datetime
from collections.abc import Iterator

from markupsafe import Markup

from cjsite.analysis.effort import effort
from cjsite.analysis.evidence import support
from cjsite.analysis.feeling import Band, Feeling, FeelingFigures, band, figures
from cjsite.analysis.review import Review, review
from cjsite.frozen import frozen
from cjsite.model.persona import Persona
from cjsite.pages.insights.comparison import comparison_of
from cjsite.pages.journey.scene import Scene, title_of
from cjsite.pages.page import Link, journey_url, persona_url
from cjsite.pages.persona import initials, photo
from cjsite.prose import block, inline, plain


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

    comparison: the address of the page that holds this journey against its counterpart.
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
    owner: Link
    product: str
    version: str
    scenario: Markup
    people: tuple[Person, ...]
    segment: str
    goals: tuple[Markup, ...]


@frozen
class Figure:
    """A key figure: what it is called, its value, where it is found or what qualifies it; kind picks its mark."""

    kind: str
    name: str
    value: str
    link: Link | None
    note: str
    band: Band = "unknown"
    firm: bool = True


def head(found: Scene) -> Head:
    """Return the head."""
    journey, cast, t = found.cast.journey, found.cast, found.wording
    reviewed = review(journey, cast.review_every, cast.today)
    other = cast.counterpart
    return Head(
        title=plain(journey.title) or journey.id,
        parent=cast.parent,
        counterpart=Link(plain(other.title) or other.id, journey_url(other.id)) if other else None,
        comparison=comparison_of(cast),
        state=t(f"state.{journey.state}"),
        status=t(f"status.{journey.status}"),
        is_published=journey.status == "published",
        review=reviewed,
        reviewed=_day(found, reviewed.reviewed_on),
        due=t.month(reviewed.due) if reviewed.due else "",
        late=t("map.review.late", time=t("days", n=reviewed.days_late)) if reviewed.days_late else "",
        owner=found.department(journey.owner),
        product=plain(journey.product),
        version=plain(journey.version),
        scenario=block(journey.scenario),
        people=tuple(map(_person, cast.personas)),
        segment=", ".join(filter(None, (plain(journey.segment), plain(journey.job)))),
        goals=tuple(map(inline, journey.goal)),
    )


def key_figures(found: Scene) -> tuple[Figure, ...]:
    """Return the key figures, along the chosen line."""
    along = figures(found.survey.feelings)
    return (*_feelings(found, along), *_counts(found), *_effort(found), _heard(found))


def _day(found: Scene, day: datetime.date | None) -> str:
    return found.wording.date(day) if day else ""


def _person(persona: Persona) -> Person:
    name = plain(persona.title) or persona.id
    role = ", ".join(filter(None, (plain(persona.age), plain(persona.occupation))))
    return Person(name, persona_url(persona.id), initials(name), photo(persona), role, inline(persona.quote))


def _feelings(found: Scene, along: FeelingFigures) -> Iterator[Figure]:
    t = found.wording
    ending = t("map.figure.mean", score=found.written(along.mean)) if along.mean is not None else ""
    for kind, feeling, note in (
        ("lowest", along.lowest, ""),
        ("highest", along.highest, ""),
        ("ending", along.ending, ending),
    ):
        if feeling is not None or (kind == "ending" and found.columns):
            yield _feeling(found, kind, feeling, note)


def _feeling(found: Scene, kind: str, feeling: Feeling | None, note: str) -> Figure:
    t = found.wording
    column = feeling.column if feeling else found.columns[-1]
    return Figure(
        kind=kind,
        name=t(f"map.figure.{kind}"),
        value=found.written(feeling.value) if feeling and feeling.value is not None else t("band.unknown"),
        link=Link(title_of(column), f"#at-{column.id}"),
        note=note,
        band=band(feeling.score if feeling else None),
        firm=bool(feeling and feeling.firm),
    )


def _counts(found: Scene) -> Iterator[Figure]:
    t, survey = found.wording, found.survey
    health = survey.health(found.columns, survey.pains, survey.passages)
    if health.moments:
        note = t("map.figure.at-risk", n=health.at_risk)
        total, is_safe = t.number(health.moments), not health.at_risk
        yield Figure("moments", t("map.figure.moments"), total, None, note, firm=is_safe)
    if survey.pains:
        note = t("map.figure.severe", n=health.severe)
        yield Figure("pains", t("map.lane.pains"), t.number(len(survey.pains)), None, note)
    chances = {o.id: o for step in found.opportunities.values() for o in step}
    if chances:
        doing = sum(o.status == "doing" for o in chances.values())
        note = t("map.figure.doing", n=doing)
        yield Figure("opportunities", t("map.lane.opportunities"), t.number(len(chances)), None, note)


def _effort(found: Scene) -> Iterator[Figure]:
    t, spent = found.wording, effort(found.columns)
    if spent.minutes is None and spent.waiting is None:
        return
    notes = [
        t("map.effort.wait", time=t.duration(spent.waiting)) if spent.waiting and spent.minutes is not None else "",
        t("map.effort.contacts", n=spent.contacts) if spent.contacts is not None else "",
    ]
    time = spent.minutes if spent.minutes is not None else spent.waiting or 0.0
    name = t("map.figure.effort" if spent.minutes is not None else "map.figure.waiting")
    yield Figure("effort", name, t.duration(time), None, ", ".join(filter(None, notes)))


def _heard(found: Scene) -> Figure:
    t, told = found.wording, support(found.survey.facts.standings)
    notes = [
        t("map.figure.staff", n=told.staff) if told.staff else "",
        t("map.figure.unheard", n=told.none) if told.none else "",
    ]
    value = t("map.figure.heard-of", heard=told.heard, total=told.total)
    return Figure("heard", t("map.figure.heard"), value, None, ", ".join(filter(None, notes)))
