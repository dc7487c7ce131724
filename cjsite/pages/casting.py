"""What each journey's page may read, found among everything that there is."""

import datetime
from collections.abc import Iterable, Mapping

from cjsite.analysis.case import abroad
from cjsite.analysis.opportunities import by_journey
from cjsite.frozen import frozen
from cjsite.memory import Memory
from cjsite.model.content import Content, Measurement
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey, Step
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.pages.cast import Cast
from cjsite.pages.links import journey_link
from cjsite.pages.page import Link

Journeys = Mapping[str, Journey]


@frozen
class _Common:
    """What all journeys refer to."""

    scale: Scale
    review_every: Cycle
    today: datetime.date
    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    personas: Mapping[str, Persona]
    opportunities: Mapping[str, Opportunity]
    measurements: Mapping[str, tuple[Measurement, ...]]


@frozen
class _Kin:
    """How a journey stands to the others. counterpart: the id of its to-be or as-is, '' without one."""

    counterpart: str
    parent: Link | None
    children: tuple[Link, ...]
    before: Link | None
    after: Link | None


@frozen
class _Casting:
    """What the pages of all journeys may read, and how these stand to each other, by their ids."""

    casts: Mapping[str, Cast]
    kin: Mapping[str, _Kin]


def casts(content: Content, today: datetime.date, memory: Memory) -> Mapping[str, Cast]:
    """Return what the page of each journey may read, by its id."""
    common = _Common(
        scale=content.settings.emotion_scale,
        review_every=content.settings.review_every,
        today=today,
        departments=content.departments,
        channels=content.channels,
        evidence=content.evidence,
        metrics=content.metrics,
        personas=content.personas,
        opportunities=content.opportunities,
        measurements=content.measurements,
    )
    return memory(_CAST, "", content.journeys, common).casts


class _Caster:
    """Finds what the pages of all journeys may read; of the last time, what an edited map does not touch stays."""

    def __call__(self, journeys: Journeys, common: _Common) -> _Casting:
        kin = _kin(journeys)
        linked = by_journey(journeys.values(), common.opportunities)
        return _Casting(
            {name: _cast(name, journeys, kin[name], linked.get(name, {}), common) for name in journeys}, kin
        )

    def renewed(self, args: tuple[Journeys, _Common], before: tuple[Journeys, _Common], last: _Casting) -> _Casting:
        """Return what a call with these arguments would; last: what others, `before`, came to."""
        (journeys, common), (old, known) = args, before
        changed = {name for name, journey in journeys.items() if old.get(name) is not journey}
        if (
            common != known
            or [*journeys] != [*old]
            or any(_outline(journeys[n]) != _outline(old[n]) for n in changed)
        ):
            return self(journeys, common)
        found = dict(last.casts)
        for name, journey in journeys.items():
            kin = last.kin[name]
            if name in changed or not changed.isdisjoint(_looked_into(journey, kin)):
                linked = by_journey([journey], common.opportunities).get(name, {})
                found[name] = _cast(name, journeys, kin, linked, common)
        return _Casting(found, last.kin)


_CAST = _Caster()


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


def _cast(name: str, journeys: Journeys, kin: _Kin, linked: Mapping[str, Opportunity], common: _Common) -> Cast:
    journey = journeys[name]
    there = abroad(journey, journeys)
    return Cast(
        journey=journey,
        scale=common.scale,
        review_every=common.review_every,
        today=common.today,
        departments=common.departments,
        channels=common.channels,
        evidence=common.evidence,
        metrics=common.metrics,
        personas=tuple(common.personas[person] for person in journey.people),
        opportunities=linked,
        measurements=common.measurements.get(name, ()),
        counterpart=journeys.get(kin.counterpart),
        basis=journeys.get(journey.derived_from),
        parent=kin.parent,
        children=kin.children,
        abroad=there,
        titles=_titles(journey, there, journeys),
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
