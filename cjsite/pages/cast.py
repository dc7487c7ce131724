"""Everything that one journey's page may read."""

from collections.abc import Mapping

from cjsite.analysis.case import Case
from cjsite.frozen import frozen
from cjsite.model.content import Measurement
from cjsite.model.journey import Journey
from cjsite.model.registry import Metric
from cjsite.pages.page import Link


@frozen
class Cast(Case):
    """A journey and what it refers to, and nothing of the rest of the site.

    opportunities: those linked from or to this journey, by id. counterpart: the to-be of this as-is, or the as-is
    of this to-be. titles: of the journeys that its steps zoom into, and of the steps abroad. before, after: its
    neighbours in the list.
    """

    metrics: Mapping[str, Metric]
    measurements: tuple[Measurement, ...]
    counterpart: Journey | None
    parent: Link | None
    children: tuple[Link, ...]
    titles: Mapping[str, str]
    before: Link | None
    after: Link | None
