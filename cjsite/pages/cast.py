"""Everything that one journey's page may read."""

import datetime
from collections.abc import Mapping

from cjsite.frozen import frozen
from cjsite.model.content import Measurement
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey, Step
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.pages.page import Link


@frozen
class Cast:
    """A journey and what it refers to, and nothing of the rest of the site.

    opportunities: those linked from or to this journey, by id. counterpart: the to-be of this as-is, or the as-is
    of this to-be; basis: the one that it says it comes from. abroad: the steps of others that its own name. titles:
    of these, and of the journeys that its steps zoom into. before, after: its neighbours in the list.
    """

    journey: Journey
    scale: Scale
    review_every: Cycle
    today: datetime.date
    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    personas: tuple[Persona, ...]
    opportunities: Mapping[str, Opportunity]
    measurements: tuple[Measurement, ...]
    counterpart: Journey | None
    basis: Journey | None
    parent: Link | None
    children: tuple[Link, ...]
    abroad: Mapping[str, Step]
    titles: Mapping[str, str]
    before: Link | None
    after: Link | None
