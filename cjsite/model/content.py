"""Everything the author wrote, typed, frozen and checked."""

import datetime
from collections.abc import Mapping

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place, Problem
from cjsite.model.file_history import NO_HISTORY, FileHistory
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.outline import JourneyOutline
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.site import Document, Settings
from cjsite.model.types import Kind


@frozen
class Measurement:
    """One measured value of a metric at a step on a day."""

    step: str
    metric: str
    date: datetime.date
    value: float


@frozen
class Content:
    """The whole content; mappings are by id, in the order of their ids or their registry file."""

    settings: Settings
    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    personas: Mapping[str, Persona]
    opportunities: Mapping[str, Opportunity]
    journeys: Mapping[str, Journey]
    outlines: Mapping[str, JourneyOutline]
    """The journeys in brief: all of them can be gone through without having each at hand."""
    documents: Mapping[str, Document]
    measurements: Mapping[str, tuple[Measurement, ...]]
    """Measured values by journey."""
    files: Mapping[str, bytes]
    """Pictures and other files that pages show, by path below the content folder."""
    places: Mapping[str, Mapping[str, Place]]
    """Where each object stands, by `kind/id`: itself at '', a journey's steps by their ids."""
    references: Mapping[Kind, Mapping[str, frozenset[tuple[str, str]]]]
    """The kind and id of all that each object refers to, by its own; a step's id is `journey#step`."""
    unread: tuple[str, ...]
    """Paths of files that nothing reads or publishes."""
    taken_out: Mapping[str, tuple[tuple[str, Place], ...]]
    """What was left out of pictures when they were made safe, and where it stood, by the picture's path."""
    links: Mapping[str, tuple[PlacedLink, ...]]
    """The links and pictures in the texts of each object that has any, by `kind/id`; of `site.yml` at `site`."""
    notices: tuple[Problem, ...] = ()
    """What was read otherwise than others would have written it; nothing is wrong with it."""
    elsewhere: frozenset[tuple[str, str]] = frozenset()
    """The kind and id of what was named by what an edition leaves out: it is used, if nothing here shows it."""
    partial: frozenset[str] = frozenset()
    """The ids of journeys of which an edition leaves something out, beside notes."""
    history: FileHistory = NO_HISTORY
    """When files were written, and what they were called, where the site asks for it."""
