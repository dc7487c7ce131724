"""What each journey may read, found among everything that there is."""

import datetime
from collections import OrderedDict
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.lane_names import titled_lanes
from cjsite.analysis.opportunities import by_journey
from cjsite.analysis.stakes import Stakes
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.model.content import Content, Measurement
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.rescaling import rescaled
from cjsite.model.site import Settings
from cjsite.model.step import Step
from cjsite.summaries.kin import Kin, all_kin
from cjsite.summaries.shared_stakes import stakes_elsewhere
from cjsite.text.wording import Words

T = TypeVar("T")


@frozen
class _Shared:
    """What all journeys may read of: the registries that they name things of, and what the site says for all.

    lane_names: its author's words for lanes. titled_lanes: lanes by the theme's words for them, by language.
    audiences: what readers are called, by the names for them.
    """

    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    scale: Scale
    review_every: Cycle
    today: datetime.date
    lane_names: Mapping[str, str]
    titled_lanes: Mapping[str, Mapping[str, str]]
    audiences: Mapping[str, str]


def journey_inputs(
    content: Content, today: datetime.date, words: Mapping[str, Words] | None = None
) -> Mapping[str, JourneyInput]:
    """Return what each journey may read, by its id; words: the theme's, by language."""
    journeys, references = content.journeys, content.references
    # Every argument below is the same object as in the last build where nothing changed, so that asking whether a
    # journey's input is still the same is a comparison of few identities, for each of a thousand maps.
    registries = (content.departments, content.channels, content.evidence, content.metrics)
    shared = _shared(*registries, content.settings, today, tuple((words or {}).items()))
    linked = by_journey(journeys.values(), content.opportunities)
    every_kin = all_kin(tuple([(j.id, j.title, j.parent, j.derived_from, j.state) for j in journeys.values()]))

    at_stake = stakes_elsewhere(journeys, linked, content.settings.emotion_scale)

    def titled(name: str) -> tuple[str, str]:
        return name, journeys[name].title

    inputs = {}
    for name, journey in journeys.items():
        kin = every_kin[name]
        basis, counterpart = journeys.get(journey.derived_from), journeys.get(kin.counterpart)
        there = abroad(journey, journeys) if journey.elsewhere else _NOTHING
        owners = tuple(map(_owner, there))
        others = tuple(filter(references["journey"].__contains__, (journey.derived_from, kin.counterpart)))
        registered = linked.get(name, _NOTHING)
        inputs[name] = _journey_input(
            journey,
            shared,
            tuple(map(content.personas.__getitem__, journey.people)),
            tuple(registered.items()),
            content.measurements.get(name, ()),
            kin,
            basis,
            counterpart,
            there,
            tuple(map(titled, journey.zooms + owners)),
            tuple(at_stake.get(name, _NOTHING).items()),
            tuple([(who, content.personas[who].title) for who in journey.actors if who in content.personas]),
            (
                *map(references["journey"].__getitem__, (name, *others, *owners)),
                *map(references["persona"].__getitem__, journey.people),
                *map(references["opportunity"].__getitem__, registered),
            ),
            content.links.get(f"journey/{name}", ()),
            name in content.partial,
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
    words: tuple[tuple[str, Words], ...],
) -> _Shared:
    return _Shared(
        departments,
        channels,
        evidence,
        metrics,
        settings.emotion_scale,
        settings.review_every,
        today,
        OrderedDict(settings.lane_names.items()),
        {language: titled_lanes(own) for language, own in words},
        {name: audience.title or name for name, audience in settings.audiences.items()},
    )


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
    kin: Kin,
    basis: Journey | None,
    counterpart: Journey | None,
    there: Mapping[str, Step],
    titles: tuple[tuple[str, str], ...],
    at_stake: tuple[tuple[str, Stakes], ...],
    cast: tuple[tuple[str, str], ...],
    references: tuple[frozenset[tuple[str, str]], ...],
    links: tuple[PlacedLink, ...],
    is_partial: bool,
) -> JourneyInput:
    """Return what a journey may read.

    there: steps of others that its own name. titles: of those others, and of those that show its steps in detail.
    cast: ids and titles of the personas that its steps name as actors. references: all that may be named, as sets.
    links: those in its texts.
    """
    scale = journey.emotion_scale or shared.scale

    def alongside(other: Journey | None) -> Journey | None:
        # Held against this journey, another is told on its scale.
        return other and rescaled(other, other.emotion_scale or shared.scale, scale)

    # Metrics of the journey's table are named in no field of it.
    measured = {("metric", measurement.metric) for measurement in measurements}
    named = frozenset[tuple[str, str]]().union(measured, *references)
    title_of = dict(titles)
    return JourneyInput(
        journey=journey,
        scale=scale,
        site_scale=shared.scale,
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
        basis=alongside(basis),
        counterpart=alongside(counterpart),
        abroad=there,
        titles={
            **{name: title_of[name] for name in journey.zooms},
            **{at: f"{title_of[_owner(at)]}: {step.title}" for at, step in there.items()},
        },
        cast=OrderedDict(cast),
        parent=kin.parent,
        children=kin.children,
        before=kin.before,
        after=kin.after,
        lane_names=OrderedDict[str, str]((*shared.lane_names.items(), *journey.lane_names.items())),
        stakes=dict(at_stake),
        titled_lanes=_titled(shared.titled_lanes, journey.language),
        links=links,
        is_partial=is_partial,
        readers=tuple(shared.audiences[name] for name in journey.audience if name in shared.audiences),
    )


def on_site_scale(inputs: JourneyInput) -> JourneyInput:
    """Return what a journey may read, told on the site's scale: what is compared with others is made from it."""
    if not inputs.has_own_scale:
        return inputs

    def on_its_scale(journey: Journey) -> Journey:
        return rescaled(journey, inputs.scale, inputs.site_scale)

    return replace(
        inputs,
        journey=on_its_scale(inputs.journey),
        scale=inputs.site_scale,
        basis=inputs.basis and on_its_scale(inputs.basis),
        counterpart=inputs.counterpart and on_its_scale(inputs.counterpart),
    )


def _titled(by_theme: Mapping[str, Mapping[str, str]], language: str) -> Mapping[str, str]:
    """Return lanes by the theme's words in the site's language, and in a map's own."""
    first = next(iter(by_theme.values()), {})
    return {**first, **by_theme[language]} if language in by_theme else first


def _named(kind: str, registry: Mapping[str, T], named: Collection[tuple[str, str]]) -> Mapping[str, T]:
    return OrderedDict((name, record) for name, record in registry.items() if (kind, name) in named)


def abroad(journey: Journey, journeys: Mapping[str, Journey]) -> Mapping[str, Step]:
    """Return the steps of other journeys that a journey's steps name as cause or amends, by `journey#step`."""
    causes = {}
    for address in journey.elsewhere:
        owner, _, name = address.rpartition("#")
        if owner in journeys:
            there = journeys[owner].steps()
            cause = next((s for s in there if name in (s.id, *(t.id for t in s.touchpoints))), None)
            if cause is not None:
                causes[address] = cause
    return causes
