"""What each journey's page may read, found among everything that there is."""

import datetime
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from cjsite.analysis.case import abroad
from cjsite.analysis.opportunities import by_journey
from cjsite.frozen import frozen
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.journey import Journey, Step
from cjsite.model.opportunity import Opportunity
from cjsite.pages.cast import Cast
from cjsite.pages.links import journey_link
from cjsite.pages.page import Link

Journeys = Mapping[str, Journey]


@frozen
class _Kin:
    """How a journey stands to the others. counterpart: the id of its to-be or as-is, '' without one."""

    counterpart: str
    parent: Link | None
    children: tuple[Link, ...]
    before: Link | None
    after: Link | None


@frozen
class _Known:
    """What the pages of all journeys may read, and how these stand to each other, by their ids."""

    casts: Mapping[str, Cast]
    kin: Mapping[str, _Kin]


def casts(content: Content, today: datetime.date, memory: Memory) -> Mapping[str, Cast]:
    """Return what the page of each journey may read, by its id."""
    return memory(_all_casts, "", content, today).casts


class _AllCasts:
    """Finds what the pages of all journeys may read; of the last time, what an edited map does not touch stays."""

    def __call__(self, content: Content, today: datetime.date) -> _Known:
        kin = _kin(content.journeys)
        linked = by_journey(content.journeys.values(), content.opportunities)
        found = {name: _cast(content, today, name, one, linked.get(name, {})) for name, one in kin.items()}
        return _Known(found, kin)

    def renewed(
        self, args: tuple[Content, datetime.date], before: tuple[Content, datetime.date], last: _Known
    ) -> _Known:
        """Return what a call with these arguments would; last: what others, `before`, came to."""
        (content, today), (earlier, then) = args, before
        journeys, old = content.journeys, earlier.journeys
        changed = {name for name, journey in journeys.items() if old.get(name) is not journey}
        alike = [*journeys] == [*old] and all(_outline(journeys[name]) == _outline(old[name]) for name in changed)
        if not alike or today != then or _common(content) != _common(earlier):
            return self(content, today)
        found = dict(last.casts)
        for name, kin in last.kin.items():
            if name in changed or not changed.isdisjoint(_looked_into(journeys[name], kin)):
                linked = by_journey([journeys[name]], content.opportunities).get(name, {})
                found[name] = _cast(content, today, name, kin, linked)
        return _Known(found, last.kin)


_all_casts = _AllCasts()


_common = attrgetter(
    "settings.emotion_scale",
    "settings.review_every",
    *("departments", "channels", "evidence", "metrics", "personas", "opportunities", "measurements"),
)
"""Returns what all casts may hold of a content, besides journeys."""


def _outline(journey: Journey) -> tuple[str, ...]:
    """Return what other journeys see of one that is not among those that they look into."""
    return journey.title, journey.parent, journey.derived_from, journey.state


def _looked_into(journey: Journey, kin: _Kin) -> Iterable[str]:
    """Return the ids of the journeys of which a cast holds more than the outline."""
    return (kin.counterpart, journey.derived_from, *(address.partition("#")[0] for address in journey.elsewhere))


def _kin(journeys: Journeys) -> Mapping[str, _Kin]:
    links = {name: journey_link(journey) for name, journey in journeys.items()}
    children: dict[str, list[Link]] = {}
    for name, journey in journeys.items():
        children.setdefault(journey.parent, []).append(links[name])
    futures = {j.derived_from: j.id for j in journeys.values() if j.state == "to-be" and j.derived_from}
    padded = ["", *journeys, ""]
    return {
        name: _Kin(
            counterpart=_counterpart(journey, journeys, futures.get(name, "")),
            parent=links.get(journey.parent),
            children=tuple(children.get(name, ())),
            before=links.get(padded[number]),
            after=links.get(padded[number + 2]),
        )
        for number, (name, journey) in enumerate(journeys.items())
    }


def _cast(content: Content, today: datetime.date, name: str, kin: _Kin, linked: Mapping[str, Opportunity]) -> Cast:
    journey = content.journeys[name]
    there = abroad(journey, content.journeys)
    return Cast(
        journey=journey,
        scale=content.settings.emotion_scale,
        review_every=content.settings.review_every,
        today=today,
        departments=content.departments,
        channels=content.channels,
        evidence=content.evidence,
        metrics=content.metrics,
        personas=tuple(content.personas[person] for person in journey.people),
        # In another order they are another value: a step shows them as the author lists them.
        opportunities=OrderedDict(linked),
        measurements=content.measurements.get(name, ()),
        counterpart=content.journeys.get(kin.counterpart),
        basis=content.journeys.get(journey.derived_from),
        parent=kin.parent,
        children=kin.children,
        abroad=there,
        titles=_titles(journey, there, content.journeys),
        before=kin.before,
        after=kin.after,
    )


def _titles(journey: Journey, there: Mapping[str, Step], journeys: Journeys) -> dict[str, str]:
    found = {name: journeys[name].title for name in journey.zooms}
    for address, step in there.items():
        found[address] = f"{journeys[address.partition('#')[0]].title}: {step.title}"
    return found


def _counterpart(journey: Journey, journeys: Journeys, future: str) -> str:
    # A to-be that another to-be comes from still belongs to its own as-is.
    basis = journey.derived_from if journey.derived_from in journeys else ""
    return (basis or future) if journey.state == "to-be" else (future or basis)
