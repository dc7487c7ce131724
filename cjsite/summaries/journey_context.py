"""What each journey may read of the rest of the site, found without reading any journey."""

import datetime
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from cjsite.analysis.lane_names import titled_lanes
from cjsite.analysis.opportunities import by_journey
from cjsite.analysis.stakes import Stakes
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.content import Content, Measurement
from cjsite.model.emotion import Scale
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.site import Settings
from cjsite.summaries.kin import Kin, all_kin
from cjsite.summaries.shared_stakes import stakes_elsewhere
from cjsite.text.wording import Words

_NOTHING: Mapping[str, Any] = {}


@frozen
class SharedContext:
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


@frozen
class JourneyContext:
    """What one journey may read beside itself and what all may read.

    basis: the id of the as-is that it comes from, '' for none; there: addresses `journey#step` of steps of others
    that its own name. titles: of those others, and of those that show its steps in detail. cast: ids and titles of
    the personas that its steps name as actors. references: all that may be named. links: those in its texts.
    """

    personas: tuple[Persona, ...]
    linked: tuple[tuple[str, Opportunity], ...]
    measurements: tuple[Measurement, ...]
    kin: Kin
    basis: str
    there: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    at_stake: tuple[tuple[str, Stakes], ...]
    cast: tuple[tuple[str, str], ...]
    references: tuple[frozenset[tuple[str, str]], ...]
    links: tuple[PlacedLink, ...]
    is_partial: bool

    @property
    def others(self) -> tuple[str, ...]:
        """Return the ids of the journeys that have to be read for this one."""
        every = (self.basis, self.kin.counterpart, *map(owner_of, self.there))
        return tuple(dict.fromkeys(name for name in every if name))


def shared_context(content: Content, today: datetime.date, words: Mapping[str, Words]) -> SharedContext:
    """Return what all journeys may read of; words: the theme's, by language."""
    registries = (content.departments, content.channels, content.evidence, content.metrics)
    return _shared(*registries, content.settings, today, tuple(words.items()))


def journey_contexts(content: Content) -> Mapping[str, JourneyContext]:
    """Return what each journey may read of the rest, by its id."""
    # Every part below is the same object as in the last build where nothing changed, so that asking whether a
    # journey's input is still the same is a comparison of few identities, for each of a thousand maps.
    outlines, references, personas = content.outlines, content.references, content.personas
    linked = by_journey(outlines.values(), content.opportunities)
    every_kin = all_kin(tuple([(o.id, o.title, o.parent, o.derived_from, o.state) for o in outlines.values()]))
    at_stake = stakes_elsewhere(content.journeys, outlines, linked, content.settings.emotion_scale)

    def titled(name: str) -> tuple[str, str]:
        return name, outlines[name].title

    contexts = {}
    for name, brief in outlines.items():
        kin = every_kin[name]
        there = tuple([address for address in brief.elsewhere if owner_of(address) in outlines])
        owners = tuple(map(owner_of, there))
        others = tuple(filter(references["journey"].__contains__, (brief.derived_from, kin.counterpart)))
        registered = linked.get(name, _NOTHING)
        contexts[name] = JourneyContext(
            tuple(map(personas.__getitem__, brief.people)),
            tuple(registered.items()),
            content.measurements.get(name, ()),
            kin,
            brief.derived_from if brief.derived_from in outlines else "",
            there,
            tuple(map(titled, brief.zooms + owners)),
            tuple(at_stake.get(name, _NOTHING).items()),
            tuple([(who, personas[who].title) for who in brief.actors if who in personas]),
            (
                *map(references["journey"].__getitem__, (name, *others, *owners)),
                *map(references["persona"].__getitem__, brief.people),
                *map(references["opportunity"].__getitem__, registered),
            ),
            content.links.get(f"journey/{name}", ()),
            name in content.partial,
        )
    return contexts


@memo
def _shared(
    departments: Mapping[str, Department],
    channels: Mapping[str, Channel],
    evidence: Mapping[str, Evidence],
    metrics: Mapping[str, Metric],
    settings: Settings,
    today: datetime.date,
    words: tuple[tuple[str, Words], ...],
) -> SharedContext:
    return SharedContext(
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


def owner_of(address: str) -> str:
    """Return the journey that a step's address `journey#step` lies in."""
    return address.partition("#")[0]
