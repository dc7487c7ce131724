"""What each journey may read, found among everything that there is."""

import datetime
from collections import OrderedDict
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from cjsite.analysis.journey_input import JourneyInput, JourneyName
from cjsite.analysis.opportunities import by_journey
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.content import Content, Measurement
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.site import Settings
from cjsite.model.step import Step

T = TypeVar("T")
Outline = tuple[str, str, str, str, str]
"""What other journeys may see of any: its id, title, parent, the as-is that it comes from, and its state."""


@frozen
class _Shared:
    """What all journeys may read of: the registries that they name things of, and what the site says for all."""

    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    scale: Scale
    review_every: Cycle
    today: datetime.date


@frozen
class _Kin:
    """How a journey stands to the others. counterpart: the id of its to-be or as-is, '' without one."""

    counterpart: str
    parent: JourneyName | None
    children: tuple[JourneyName, ...]
    before: JourneyName | None
    after: JourneyName | None


def journey_inputs(content: Content, today: datetime.date) -> Mapping[str, JourneyInput]:
    """Return what each journey may read, by its id."""
    journeys, references = content.journeys, content.references
    # Every argument below is the same object as in the last build where nothing changed, so that asking whether a
    # journey's input is still the same is a comparison of ten identities, for each of a thousand maps.
    registries = (content.departments, content.channels, content.evidence, content.metrics)
    shared = _shared(*registries, content.settings, today)
    linked = by_journey(journeys.values(), content.opportunities)
    every_kin = _all_kin(tuple([(j.id, j.title, j.parent, j.derived_from, j.state) for j in journeys.values()]))
    inputs = {}
    for name, journey in journeys.items():
        kin = every_kin[name]
        basis, counterpart = journeys.get(journey.derived_from), journeys.get(kin.counterpart)
        there = abroad(journey, journeys) if journey.elsewhere else _NOTHING
        others = [other.id for other in (basis, counterpart) if other] + [*map(_owner, there)]
        registered = linked.get(name, _NOTHING)
        inputs[name] = _journey_input(
            journey,
            shared,
            tuple([content.personas[person] for person in journey.people]),
            tuple(registered.items()),
            content.measurements.get(name, ()),
            kin,
            basis,
            counterpart,
            there,
            tuple([(other, journeys[other].title) for other in (*journey.zooms, *map(_owner, there))]),
            tuple([(who, content.personas[who].title) for who in journey.actors if who in content.personas]),
            (
                *[references["journey"][other] for other in (name, *others)],
                *[references["persona"][person] for person in journey.people],
                *[references["opportunity"][opportunity] for opportunity in registered],
            ),
        )
    return inputs


_NOTHING: Mapping[str, Any] = {}


@memo
def _shared(
    departments: Mapping[str, Department],
    channels: Mapping[str, Channel],
    evidence: Mapping[str, Evidence],
    metrics: Mapping[str, Metric],
    settings: Settings,
    today: datetime.date,
) -> _Shared:
    scale, review_every = settings.emotion_scale, settings.review_every
    return _Shared(departments, channels, evidence, metrics, scale, review_every, today)


def _owner(address: str) -> str:
    """Return the journey that a step's address `journey#step` lies in."""
    return address.partition("#")[0]


@memo(by="journey")
def _journey_input(
    journey: Journey,
    shared: _Shared,
    personas: tuple[Persona, ...],
    linked: tuple[tuple[str, Opportunity], ...],
    measurements: tuple[Measurement, ...],
    kin: _Kin,
    basis: Journey | None,
    counterpart: Journey | None,
    there: Mapping[str, Step],
    titles: tuple[tuple[str, str], ...],
    cast: tuple[tuple[str, str], ...],
    references: tuple[frozenset[tuple[str, str]], ...],
) -> JourneyInput:
    """Return what a journey may read.

    there: steps of others that its own name. titles: of those others, and of those that show its steps in detail.
    cast: ids and titles of the personas that its steps name as actors. references: all that may be named, as sets.
    """
    # Metrics of the journey's table are named in no field of it.
    measured = {("metric", measurement.metric) for measurement in measurements}
    named = frozenset[tuple[str, str]]().union(measured, *references)
    known = dict(titles)
    return JourneyInput(
        journey=journey,
        scale=shared.scale,
        review_every=shared.review_every,
        today=shared.today,
        departments=_named("department", shared.departments, named),
        channels=_named("channel", shared.channels, named),
        evidence=_named("evidence", shared.evidence, named),
        metrics=_named("metric", shared.metrics, named),
        personas=personas,
        # In another order they are another value: a step shows them as the author lists them.
        opportunities=OrderedDict(linked),
        measurements=measurements,
        basis=basis,
        counterpart=counterpart,
        abroad=there,
        titles={
            **{name: known[name] for name in journey.zooms},
            **{at: f"{known[_owner(at)]}: {step.title}" for at, step in there.items()},
        },
        cast=OrderedDict(cast),
        parent=kin.parent,
        children=kin.children,
        before=kin.before,
        after=kin.after,
    )


def _named(kind: str, registry: Mapping[str, T], named: Collection[tuple[str, str]]) -> Mapping[str, T]:
    return OrderedDict((name, thing) for name, thing in registry.items() if (kind, name) in named)


def abroad(journey: Journey, journeys: Mapping[str, Journey]) -> Mapping[str, Step]:
    """Return the steps of other journeys that a journey's steps name as cause or amends, by `journey#step`."""
    found = {}
    for address in journey.elsewhere:
        owner, _, name = address.rpartition("#")
        if owner in journeys:
            there = journeys[owner].steps()
            cause = next((s for s in there if name in (s.id, *(t.id for t in s.touchpoints))), None)
            if cause is not None:
                found[address] = cause
    return found


@memo
def _all_kin(outlines: tuple[Outline, ...]) -> Mapping[str, _Kin]:
    names = {name: JourneyName(name, title) for name, title, *_ in outlines}
    children: dict[str, list[JourneyName]] = {}
    for name, _, parent, *_ in outlines:
        children.setdefault(parent, []).append(names[name])
    futures = {basis: name for name, _, _, basis, state in outlines if state == "to-be" and basis}
    # Neighbours without special cases at both ends of the list.
    padded = [None, *names.values(), None]
    return {
        name: _Kin(
            counterpart=_counterpart(basis if basis in names else "", state, futures.get(name, "")),
            parent=names.get(parent),
            children=tuple(children.get(name, ())),
            before=padded[number],
            after=padded[number + 2],
        )
        for number, (name, _, parent, basis, state) in enumerate(outlines)
    }


def _counterpart(basis: str, state: str, future: str) -> str:
    # A to-be that another to-be comes from still belongs to its own as-is.
    return (basis or future) if state == "to-be" else (future or basis)
