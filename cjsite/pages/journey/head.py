"""The head of a journey's page: whose journey it is, what it is about, and its key figures."""

import datetime

from markupsafe import Markup

from cjsite.analysis.review import Review, changes_since_review, review
from cjsite.base.frozen import frozen
from cjsite.model.persona import Persona
from cjsite.pages.insights.comparison import comparison_of
from cjsite.pages.journey.context import MapContext
from cjsite.pages.persona import initials
from cjsite.pages.pictures import photo
from cjsite.summaries.links import Link, journey_link
from cjsite.summaries.tags import tag_links
from cjsite.summaries.urls import journey_url, persona_url
from cjsite.text.prose import block, inline, plain
from cjsite.text.wording import Wording

SHOWN = 6
"""How many people the head shows at once."""


@frozen
class Person:
    """A persona in the head; number: counted from 1."""

    number: int
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

    @property
    def first(self) -> tuple[Person, ...]:
        """Return the people who are shown at once."""
        return self.people[:SHOWN]

    @property
    def others(self) -> tuple[Person, ...]:
        """Return the people after them."""
        return self.people[SHOWN:]


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
        late=t("map.review.late", time=t.duration(reviewed.days_late * 24 * 60)) if reviewed.days_late else "",
        changed=t("map.changed", n=changed) if changed else "",
        owner=context.department(journey.owner),
        product=plain(journey.product),
        version=plain(journey.version),
        scenario=block(journey.scenario),
        people=tuple(_person(n, persona, context.wording) for n, persona in enumerate(inputs.personas, 1)),
        segment=context.wording.listed(plain(journey.segment), plain(journey.job)),
        goals=tuple(map(inline, journey.goal)),
        tags=tag_links(journey.tags),
    )


def _day(context: MapContext, day: datetime.date | None) -> str:
    return context.wording.date(day) if day else ""


def _person(number: int, persona: Persona, t: Wording) -> Person:
    name = plain(persona.title) or persona.id
    role = t.listed(plain(persona.age), plain(persona.occupation))
    return Person(
        number, name, persona_url(persona.id), initials(name), photo(persona), role, inline(persona.quote)
    )
