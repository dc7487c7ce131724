"""What each journey may read, put together from itself, from others that it names, and from what all may read."""

import datetime
from collections import OrderedDict
from collections.abc import Collection, Mapping
from typing import TypeVar

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import replace
from cjsite.base.memo import remembered
from cjsite.base.renewal import differing, renewed
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.rescaling import rescaled
from cjsite.model.step import Step
from cjsite.summaries.journey_context import (
    JourneyContext,
    SharedContext,
    journey_contexts,
    owner_of,
    shared_context,
)
from cjsite.text.wording import Words

T = TypeVar("T")


def journey_inputs(
    content: Content, today: datetime.date, words: Mapping[str, Words] | None = None
) -> Mapping[str, JourneyInput]:
    """Return what each journey may read, by its id; words: the theme's, by language."""
    shared = shared_context(content, today, words or {})
    every: Mapping[str, JourneyInput] = remembered(_inputs, "", content.journeys, shared, journey_contexts(content))
    return every


_InputSources = tuple[Mapping[str, Journey], SharedContext, Mapping[str, JourneyContext]]


class _Inputs:
    """Puts together what all journeys may read; after an edit, for those that it may have touched."""

    def __call__(
        self, journeys: Mapping[str, Journey], shared: SharedContext, contexts: Mapping[str, JourneyContext]
    ) -> Mapping[str, JourneyInput]:
        return renewed(lambda name: assembled(name, journeys, shared, contexts[name]), contexts, {}, ())

    def renewed(
        self, args: _InputSources, before: _InputSources, last: Mapping[str, JourneyInput]
    ) -> Mapping[str, JourneyInput]:
        """Return what all journeys may read; last: the same of what there was before."""
        journeys, shared, contexts = args
        touched: Collection[str] = contexts
        if shared == before[1]:
            written = differing(journeys, before[0])
            # Most journeys name no other one.
            readers = {
                name
                for name, context in contexts.items()
                if (context.basis or context.there or context.kin.counterpart)
                and not written.isdisjoint(context.others)
            }
            touched = written | readers | differing(contexts, before[2])
        return renewed(lambda name: assembled(name, journeys, shared, contexts[name]), contexts, last, touched)


_inputs = _Inputs()


def assembled(
    name: str, journeys: Mapping[str, Journey], shared: SharedContext, context: JourneyContext
) -> JourneyInput:
    """Return what a journey may read; journeys: itself, and at least those that its context names."""
    others = (journeys.get(context.basis), journeys.get(context.kin.counterpart))
    there = abroad(context.there, journeys) if context.there else _NOWHERE
    return _journey_input(journeys[name], shared, context, *others, there)


_NOWHERE: Mapping[str, Step] = {}


def _journey_input(
    journey: Journey,
    shared: SharedContext,
    context: JourneyContext,
    basis: Journey | None,
    counterpart: Journey | None,
    there: Mapping[str, Step],
) -> JourneyInput:
    """Return what a journey may read. there: steps of others that its own name."""
    scale = journey.emotion_scale or shared.scale

    def alongside(other: Journey | None) -> Journey | None:
        # Held against this journey, another is told on its scale.
        return other and rescaled(other, other.emotion_scale or shared.scale, scale)

    # Metrics of the journey's table are named in no field of it.
    measured = {("metric", measurement.metric) for measurement in context.measurements}
    named = frozenset[tuple[str, str]]().union(measured, *context.references)
    title_of = dict(context.titles)
    kin = context.kin
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
        personas=context.personas,
        # In another order they are another value: a step shows them as the author lists them.
        opportunities=OrderedDict(context.linked),
        measurements=context.measurements,
        basis=alongside(basis),
        counterpart=alongside(counterpart),
        abroad=there,
        titles={
            **{name: title_of[name] for name in journey.zooms},
            **{at: f"{title_of[owner_of(at)]}: {step.title}" for at, step in there.items()},
        },
        cast=OrderedDict(context.cast),
        parent=kin.parent,
        children=kin.children,
        before=kin.before,
        after=kin.after,
        lane_names=OrderedDict[str, str]((*shared.lane_names.items(), *journey.lane_names.items())),
        stakes=dict(context.at_stake),
        titled_lanes=_titled(shared.titled_lanes, journey.language),
        links=context.links,
        is_partial=context.is_partial,
        moved=context.moved,
        source=context.source,
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


def abroad(addresses: tuple[str, ...], journeys: Mapping[str, Journey]) -> Mapping[str, Step]:
    """Return the steps of other journeys that a journey's steps name as cause or amends, by `journey#step`."""
    causes = {}
    for address in addresses:
        owner, _, name = address.rpartition("#")
        if owner in journeys:
            there = journeys[owner].steps()
            cause = next((s for s in there if name in (s.id, *(t.id for t in s.touchpoints))), None)
            if cause is not None:
                causes[address] = cause
    return causes
