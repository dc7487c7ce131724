"""What each journey may read of the rest of the site, found without reading any journey."""

import datetime
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from cjsite.analysis.lane_names import titled_lanes
from cjsite.analysis.opportunities import by_journey
from cjsite.analysis.stakes import Stakes
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo, remembered
from cjsite.base.renewal import differing, renewed
from cjsite.model.content import Content, Measurement
from cjsite.model.emotion import Scale
from cjsite.model.file_history import SourceFile
from cjsite.model.opportunity import Opportunity
from cjsite.model.outline import JourneyOutline
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.site import Settings
from cjsite.summaries.kin import Kin, all_kin
from cjsite.summaries.redirects import moved_steps
from cjsite.summaries.shared_stakes import stakes_elsewhere
from cjsite.summaries.source_files import source_files
from cjsite.text.wording import Words

_NOTHING: Mapping[str, Any] = {}
Need = tuple[str, str]
"""The kind and id of what something names."""


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
    moved, source: as of a `JourneyInput`.
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
    moved: tuple[tuple[str, str], ...] = ()
    source: SourceFile | None = None

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
    outlines = content.outlines
    linked = _linked(outlines, content.opportunities)
    sources = _ContextSources(
        outlines,
        content.references["journey"],
        content.references["persona"],
        content.references["opportunity"],
        content.personas,
        linked,
        _every_kin(outlines),
        stakes_elsewhere(content.journeys, outlines, linked, content.settings.emotion_scale),
        content.measurements,
        content.links,
        content.partial,
        moved_steps(content),
        source_files(content, ["journey"]),
    )
    contexts: Mapping[str, JourneyContext] = remembered(_contexts, "", sources)
    return contexts


@frozen
class _ContextSources:
    """What the contexts of all journeys are made of; references: what each journey, persona, opportunity names."""

    outlines: Mapping[str, JourneyOutline]
    references: Mapping[str, frozenset[Need]]
    of_personas: Mapping[str, frozenset[Need]]
    of_opportunities: Mapping[str, frozenset[Need]]
    personas: Mapping[str, Persona]
    linked: Mapping[str, Mapping[str, Opportunity]]
    kin: Mapping[str, Kin]
    at_stake: Mapping[str, Mapping[str, Stakes]]
    measurements: Mapping[str, tuple[Measurement, ...]]
    links: Mapping[str, tuple[PlacedLink, ...]]
    partial: frozenset[str]
    moved: Mapping[str, tuple[tuple[str, str], ...]]
    sources: Mapping[str, SourceFile]

    def context(self, name: str) -> JourneyContext:
        """Return what a journey may read of the rest."""
        outlines, personas, brief, kin = self.outlines, self.personas, self.outlines[name], self.kin[name]
        there = tuple([address for address in brief.elsewhere if owner_of(address) in outlines])
        owners = tuple(map(owner_of, there))
        others = tuple(filter(self.references.__contains__, (brief.derived_from, kin.counterpart)))
        registered = self.linked.get(name, _NOTHING)
        return JourneyContext(
            tuple(map(personas.__getitem__, brief.people)),
            tuple(registered.items()),
            self.measurements.get(name, ()),
            kin,
            brief.derived_from if brief.derived_from in outlines else "",
            there,
            tuple([(other, outlines[other].title) for other in brief.zooms + owners]),
            tuple(self.at_stake.get(name, _NOTHING).items()),
            tuple([(who, personas[who].title) for who in brief.actors if who in personas]),
            (
                *map(self.references.__getitem__, (name, *others, *owners)),
                *map(self.of_personas.__getitem__, brief.people),
                *map(self.of_opportunities.__getitem__, registered),
            ),
            self.links.get(f"journey/{name}", ()),
            name in self.partial,
            self.moved.get(name, ()),
            self.sources.get(f"journey/{name}"),
        )

    def touched_since(self, before: "_ContextSources") -> Collection[str]:
        """Return the journeys whose contexts may be others than they were."""
        if any(
            getattr(self, name) != getattr(before, name) for name in ("personas", "of_personas", "of_opportunities")
        ):
            return self.outlines
        retitled = differing(self.outlines, before.outlines) | differing(self.references, before.references)
        touched = retitled | (self.partial ^ before.partial)
        for name in ("linked", "kin", "at_stake", "measurements", "moved"):
            touched |= differing(getattr(self, name), getattr(before, name))
        for things, then in ((self.links, before.links), (self.sources, before.sources)):
            touched |= {owner.removeprefix("journey/") for owner in differing(things, then)}
        if retitled:
            touched |= {name for name in self.outlines if not retitled.isdisjoint(self._others(name))}
        return touched

    def _others(self, name: str) -> Iterator[str]:
        brief = self.outlines[name]
        yield from (brief.derived_from, self.kin[name].counterpart, *brief.zooms, *map(owner_of, brief.elsewhere))


class _Contexts:
    """Makes the contexts of all journeys; after an edit, of those that it may have touched."""

    def __call__(self, sources: _ContextSources) -> Mapping[str, JourneyContext]:
        return renewed(sources.context, sources.outlines, {}, ())

    def renewed(
        self,
        args: tuple[_ContextSources],
        before: tuple[_ContextSources],
        last: Mapping[str, JourneyContext],
    ) -> Mapping[str, JourneyContext]:
        """Return the contexts of all journeys; last: those made of what there was before."""
        return renewed(args[0].context, args[0].outlines, last, args[0].touched_since(before[0]))


_contexts = _Contexts()


@memo
def _linked(
    outlines: Mapping[str, JourneyOutline], opportunities: Mapping[str, Opportunity]
) -> Mapping[str, Mapping[str, Opportunity]]:
    own = by_journey(outlines.values(), opportunities)
    # A step shows them as the author lists them: in another order they are another value.
    return OrderedDict((name, OrderedDict(linked)) for name, linked in own.items())


@memo
def _every_kin(outlines: Mapping[str, JourneyOutline]) -> Mapping[str, Kin]:
    return all_kin(tuple([(o.id, o.title, o.parent, o.derived_from, o.state) for o in outlines.values()]))


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
