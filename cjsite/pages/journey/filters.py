"""What a map can be filtered by: departments, channels, ways of service, domains."""

from collections.abc import Iterator, Mapping
from typing import get_args

from cjsite.analysis.channels import service
from cjsite.base.frozen import frozen
from cjsite.drawing.dimensions import FILTERS
from cjsite.model.registry import Service
from cjsite.pages.journey.context import MapContext
from cjsite.text.prose import plain

TICKS = (2, 1, 0, -1, -2)
TEASER = 200
"""Characters of the scenario that describe the page to search engines and in link previews."""
MANY_COLUMNS, MANY_ROWS = 25, 24
"""Touchpoints from which Fit and print keep marks and drop words; rows from which print is set closer."""


@frozen
class FilterChoice:
    """An option of a filter, and the class of the touchpoints that it keeps."""

    id: str
    title: str
    kept: str


def filters(context: MapContext) -> Mapping[str, tuple[FilterChoice, ...]]:
    """Return what the map can be filtered by: departments (d), channels (c), services (s), domains (m)."""
    working = {name for column in context.columns for name in column.departments}
    used = {column.touchpoint.channel for column in context.columns}
    serving = {service(column.touchpoint, context.inputs.channels) for column in context.columns}
    titles = {
        "d": {name: d.title for name, d in context.inputs.departments.items() if name in working},
        "c": {name: c.title for name, c in context.inputs.channels.items() if name in used},
        "s": {way: context.wording(f"service.{way}") for way in get_args(Service) if way in serving},
        "m": {domain: domain for column in context.columns for domain in column.step.domain},
    }
    return {letter: tuple(_choices(own, letter)) for letter, own in titles.items()}


def _choices(titles: Mapping[str, str], letter: str) -> Iterator[FilterChoice]:
    for index, (name, title) in enumerate(list(titles.items())[: FILTERS[letter]], start=1):
        yield FilterChoice(name, plain(title) or name, f"{letter}{index}")
