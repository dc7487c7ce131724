"""A journey and what may be read of the rest: all that its pages, figures and findings can depend on."""

import datetime
from collections.abc import Mapping

from cjsite.analysis.stakes import Stakes
from cjsite.base.frozen import frozen
from cjsite.model.content import Measurement
from cjsite.model.emotion import Scale
from cjsite.model.file_history import SourceFile
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.step import Step


@frozen
class JourneyName:
    """What a journey may know of any other: its id and its title."""

    id: str
    title: str


@frozen
class JourneyInput:
    """A journey and what it refers to, and nothing of the rest of the site.

    departments, channels, evidence, metrics: those that anything here names, by id, in the order of their registry.
    opportunities: those linked from or to this journey, by id. basis: the as-is of a to-be. counterpart: the to-be
    of this as-is, or the as-is of this to-be. abroad: steps of other journeys that its own name, by `journey#step`.
    titles: of the journeys that its steps zoom into, and of the steps abroad. before, after: its neighbours in the
    list. measurements: the rows of its table. scale: what the numbers of all these journeys stand on; site_scale:
    what journeys are compared on. lane_names: the author's words for lanes. titled_lanes: lanes by the theme's
    words for them. stakes: of opportunities in other journeys, by their ids. cast: the titles of personas that its
    steps name as actors, by id. readers: for whom it is, as they are called, where it is not for everyone.
    links: those in its texts. is_partial: whether its readers see less of it than its authors wrote.
    moved: steps that were on it by other names, each with the address of where it is now. source: its file, where
    its page tells of it.
    """

    journey: Journey
    scale: Scale
    site_scale: Scale
    review_every: Cycle
    today: datetime.date
    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    personas: tuple[Persona, ...]
    opportunities: Mapping[str, Opportunity]
    measurements: tuple[Measurement, ...]
    basis: Journey | None
    counterpart: Journey | None
    abroad: Mapping[str, Step]
    titles: Mapping[str, str]
    cast: Mapping[str, str]
    parent: JourneyName | None
    children: tuple[JourneyName, ...]
    before: JourneyName | None
    after: JourneyName | None
    lane_names: Mapping[str, str]
    titled_lanes: Mapping[str, str]
    stakes: Mapping[str, Stakes]
    readers: tuple[str, ...]
    links: tuple[PlacedLink, ...] = ()
    is_partial: bool = False
    moved: tuple[tuple[str, str], ...] = ()
    source: SourceFile | None = None

    @property
    def has_own_scale(self) -> bool:
        """Tell whether the numbers of the journey are others than those of the site."""
        return not self.scale.is_like(self.site_scale)

    @property
    def is_overview(self) -> bool:
        """Tell whether other maps show the details of what this one only mentions."""
        return bool(self.journey.zooms or self.children)

    @property
    def id(self) -> str:
        """Return the journey's id."""
        return self.journey.id
