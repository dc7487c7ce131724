"""What goes with what readers do not see: the paths that only others take, their steps, and all these names."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from cjsite.base.memo import memo
from cjsite.edition.closing import Closing
from cjsite.edition.withheld import Withheld, settled
from cjsite.model.journey import Journey
from cjsite.model.registry import Evidence, unnamed
from cjsite.model.types import Kind
from cjsite.reading.entry import Need, addresses

Things = Mapping[Kind, Mapping[str, Any]]
"""Objects by kind and id."""


def leaving(before: Things, kept: Things) -> tuple[Withheld, Things]:
    """Return the names of what is left out, and what is kept without the steps that only others come by.

    before, kept: the objects as they are written, and as readers see them.
    """
    if all(kept[kind] is things for kind, things in before.items()):
        return Withheld({}), kept
    gone = dict(_objects(before, kept))
    out = settled("objects", Withheld(gone))
    journeys = {name: _walked(journey, before["journey"][name], out) for name, journey in kept["journey"].items()}
    if any(journeys[name] is not journey for name, journey in kept["journey"].items()):
        kept = {**kept, "journey": OrderedDict(journeys)}
    gone.update(_steps(before["journey"], journeys))
    there = {_id(address) for journey in journeys.values() for address in _addresses(journey)}
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


def _steps(before: Mapping[str, Journey], kept: Mapping[str, Journey]) -> Iterator[tuple[Need, str]]:
    """Yield the addresses of the steps, touchpoints and stages that are gone."""
    for name, journey in before.items():
        left = kept.get(name)
        if left is not journey:
            there = _addresses(left) if left else frozenset[str]()
            yield from ((("step", address), "") for address in _addresses(journey) - there)


def _id(address: str) -> str:
    return address.rpartition("#")[2]


def _addresses(journey: Journey) -> frozenset[str]:
    return addresses(journey) | {f"{journey.id}#{stage.id}" for stage in journey.stages}
