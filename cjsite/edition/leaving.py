"""What goes with what readers do not see: the paths that only others take, their steps, and all these names."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from cjsite.base.memo import memo
from cjsite.edition.closing import Closing
from cjsite.edition.objects import is_as_before, replaced
from cjsite.edition.withheld import Withheld, settled
from cjsite.model.journey import Journey
from cjsite.model.outline import JourneyOutline, outline
from cjsite.model.registry import Evidence, unnamed
from cjsite.model.types import Kind
from cjsite.reading.entry import Need

Things = Mapping[Kind, Mapping[str, Any]]
"""Objects by kind and id."""


def leaving(before: Things, kept: Things, outlines: Mapping[str, JourneyOutline]) -> tuple[Withheld, Things]:
    """Return the names of what is left out, and what is kept without the steps that only others come by.

    before, kept: the objects as they are written, and as readers see them. outlines: of the journeys as they are
    written.
    """
    if all(kept[kind] is things for kind, things in before.items()):
        return Withheld({}), kept
    gone = dict(_objects(before, kept))
    out = settled("objects", Withheld(gone))
    written, journeys = before["journey"], kept["journey"]
    walked = {
        name: left
        for name in journeys
        if outlines[name].paths and (left := _walked(journeys[name], written[name], out)) is not journeys[name]
    }
    if walked:
        journeys = replaced(journeys, walked)
        kept = {**kept, "journey": journeys}
    parts = {name: brief.parts for name, brief in outlines.items() if name in journeys}
    for name in written:
        if not is_as_before(written, journeys, name):
            parts[name] = outline(journeys[name]).parts if name in journeys else ()
            lost = set(outlines[name].parts).difference(parts[name])
            gone.update({("step", f"{name}#{part}"): "" for part in lost})
    there = set(chain.from_iterable(parts.values()))
    ids = frozenset(_id(name) for _, name in gone).difference(there, *kept.values())
    return settled("all", Withheld(gone, ids)), kept


def _objects(before: Things, kept: Things) -> Iterator[tuple[Need, str]]:
    for kind, things in before.items():
        for name in things.keys() - kept[kind].keys():
            thing = things[name]
            # That there is evidence is no secret: without it, what rests on it would seem to rest on nothing.
            yield (kind, name), unnamed(thing.source) if isinstance(thing, Evidence) else ""


@memo(by="journey")
def _walked(journey: Journey, written: Journey, out: Withheld) -> Journey:
    """Return a journey without paths that only personas take whom readers do not know, and without their steps."""
    closing = Closing(journey.id, out)
    paths = OrderedDict((name, path) for name, path in journey.paths.items() if closing.kept(path) is not None)
    gone: dict[Need, str] = {("path", name): "" for name in written.paths.keys() - paths.keys()}
    if not gone:
        return journey
    left = journey.but(paths=paths) if paths else journey.unset("paths")
    walked = Closing(journey.id, Withheld(gone)).kept(left)
    assert isinstance(walked, Journey)
    return walked


def _id(address: str) -> str:
    return address.rpartition("#")[2]
