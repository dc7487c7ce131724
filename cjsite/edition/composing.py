"""An edition's content, put together from what is left of its objects."""

from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from cjsite.base.frozen import replace
from cjsite.base.memo import memo
from cjsite.base.problem import Place
from cjsite.edition.closing import closed
from cjsite.edition.leaving import Things
from cjsite.edition.objects import is_as_before
from cjsite.edition.readers import Readers
from cjsite.edition.withheld import Withheld
from cjsite.model.content import Content, Measurement
from cjsite.model.file_history import NO_HISTORY, FileHistory
from cjsite.model.journey import Journey
from cjsite.model.moved import addressed_thing
from cjsite.model.named_files import named_files, named_targets
from cjsite.model.outline import JourneyOutline, outline
from cjsite.model.placed_link import PlacedLink
from cjsite.model.site import Settings
from cjsite.model.types import Identified, Kind, Record
from cjsite.model.written_texts import written_texts
from cjsite.reading.entry import Need, addresses, all_references, needs_of
from cjsite.text.prose import may_link, text_links

REGISTRIES: Mapping[Kind, str] = {
    "department": "departments", "channel": "channels", "evidence": "evidence", "metric": "metrics",
    "persona": "personas", "opportunity": "opportunities", "journey": "journeys", "page": "documents",
}  # fmt: skip
"""The fields of a content that hold its objects, by their kind."""


def composed(content: Content, kept: Things, out: Withheld, readers: Readers, partial: frozenset[str]) -> Content:
    """Return a content with the objects that are kept, and with what else is said of these.

    partial: the journeys of which readers see less than was written.
    """
    changes: dict[str, object] = {name: kept[kind] for kind, name in REGISTRIES.items()}
    if kept["journey"] is not content.journeys:
        changes["outlines"] = _outlines(content, kept["journey"])
    changes["settings"] = _settings(content.settings, out, readers)
    changes["unread"] = changes["notices"] = ()
    changes["partial"] = partial
    changes["history"] = content.history if content.history is NO_HISTORY else _history(content, kept, partial)
    if any(changes[name] is not getattr(content, name) for name in REGISTRIES.values()):
        changes.update(_about(content, kept, out))
    return replace(content, **changes)


def _history(content: Content, kept: Things, partial: Collection[str]) -> FileHistory:
    """Return the dates of what readers see whole: others might be those of what they do not see.

    What files were called is nobody's but their authors'.
    """
    paths = set[str]()
    for kind, name in REGISTRIES.items():
        before, things = getattr(content, name), kept[kind]
        is_journey = kind == "journey"
        same = (n for n in things if (n not in partial if is_journey else is_as_before(before, things, n)))
        paths |= {places[""].path for own in same if (places := content.places.get(f"{kind}/{own}"))}
    dates = {path: dates for path, dates in content.history.dates.items() if path in paths}
    return FileHistory(dates, {}, content.history.state)


def _outlines(content: Content, kept: Mapping[str, Journey]) -> Mapping[str, JourneyOutline]:
    before = content.journeys
    return OrderedDict(
        (name, content.outlines[name] if is_as_before(before, kept, name) else _outline(kept[name]))
        for name in kept
    )


@memo(by="journey")
def _outline(journey: Journey) -> JourneyOutline:
    return outline(journey)


def with_named_files(content: Content, elsewhere: Iterable[str]) -> Content:
    """Return a content with no other files than those that something in it names, or something elsewhere does."""
    if not content.files:
        return content
    named = {*elsewhere, *named_files("site.yml", named_targets(content.settings))}
    for kind, registry in REGISTRIES.items():
        for name in getattr(content, registry):
            if places := content.places.get(f"{kind}/{name}"):
                named |= named_files(places[""].path, _targets(content, kind, name))
    if named.issuperset(content.files):
        return content
    taken_out = {path: parts for path, parts in content.taken_out.items() if path in named}
    files = {path: data for path, data in content.files.items() if path in named}
    return replace(content, files=files, taken_out=taken_out)


def _targets(content: Content, kind: Kind, name: str) -> tuple[str, ...]:
    if kind == "journey":
        return content.outlines[name].targets
    return _named_targets(f"{kind}/{name}", getattr(content, REGISTRIES[kind])[name])


@memo(by="address")
def _named_targets(address: str, value: Identified) -> tuple[str, ...]:  # noqa: ARG001
    return named_targets(value)


@memo
def _settings(settings: Settings, out: Withheld, readers: Readers) -> Settings:
    left: Settings = closed("site", settings, out)
    own: dict[str, Any] = {
        "audiences": {name: own for name, own in left.audiences.items() if name in readers.audiences},
        "redirects": {old: new for old, new in left.redirects.items() if not _is_out(new, out)},
    }
    changed = {name: OrderedDict(kept) for name, kept in own.items() if len(kept) < len(getattr(left, name))}
    return left.but(**changed) if changed else left


def _is_out(redirected: str, out: Withheld) -> bool:
    """Tell whether a redirect leads to what is left out: the old name of that is nobody's either."""
    thing = addressed_thing(redirected)
    if thing is None or (thing.kind, thing.id) in out.named:
        return True
    return bool(thing.step) and ("step", f"{thing.id}#{thing.step}") in out.named


def _about(content: Content, kept: Things, out: Withheld) -> dict[str, object]:
    """Return what a content says of its objects, for those that are kept."""
    before: Things = {kind: getattr(content, name) for kind, name in REGISTRIES.items()}
    references: dict[Kind, dict[str, frozenset[tuple[str, str]]]] = {}
    lost: set[tuple[str, str]] = set()
    for kind, things in before.items():
        references[kind] = {}
        for name, needs in content.references[kind].items():
            is_same = is_as_before(things, kept[kind], name)
            left = needs if is_same else _needs(f"{kind}/{name}", kept[kind].get(name))
            lost |= needs - left
            if name in kept[kind]:
                references[kind][name] = left
    return {
        "references": references,
        "places": dict(_places(content.places, before, kept)),
        "measurements": dict(_measurements(content.measurements, kept, out)),
        "links": {**_site_links(content, out), **dict(_links(content.links, before, kept))},
        "elsewhere": frozenset(need for need in (*lost, *_stepless(before, kept)) if need not in out.named),
    }


def _site_links(content: Content, out: Withheld) -> dict[str, tuple[PlacedLink, ...]]:
    own = content.links.get("site")
    return {"site": _still_there(own, closed("site", content.settings, out))} if own else {}


def _links(
    links: Mapping[str, tuple[PlacedLink, ...]], before: Things, kept: Things
) -> Iterator[tuple[str, tuple[PlacedLink, ...]]]:
    """Yield the links that are left in each object: what is told of any other would name what is not there."""
    for kind, things in kept.items():
        for name in things:
            if own := links.get(f"{kind}/{name}"):
                is_same = is_as_before(before[kind], things, name)
                yield f"{kind}/{name}", own if is_same else _still_there(own, things[name])


def _still_there(placed: Iterable[PlacedLink], thing: Record) -> tuple[PlacedLink, ...]:
    texts = written_texts(thing, may_link)
    left = Counter((link.written, link.is_picture) for _, text in texts for link in text_links(text))
    kept = []
    for link in placed:
        left[link.written, link.is_picture] -= 1
        if left[link.written, link.is_picture] >= 0:
            kept.append(link)
    return tuple(kept)


@memo(by="address")
def _needs(address: str, thing: Identified | None) -> frozenset[tuple[str, str]]:  # noqa: ARG001
    if thing is None:
        return frozenset()
    there = addresses(thing) if isinstance(thing, Journey) else ()
    return needs_of(thing, all_references(thing), there)


def _stepless(before: Things, kept: Things) -> Iterator[Need]:
    """Yield the opportunities of which readers see no step any more."""
    for name, opportunity in kept["opportunity"].items():
        if before["opportunity"][name].steps and not opportunity.steps:
            yield "opportunity", name


def _places(
    places: Mapping[str, Mapping[str, Place]], before: Things, kept: Things
) -> Iterator[tuple[str, Mapping[str, Place]]]:
    for kind, things in kept.items():
        for name in things:
            own = places.get(f"{kind}/{name}", {})
            if kind == "journey" and not is_as_before(before[kind], things, name):
                there = {"", *(address.partition("#")[2] for address in addresses(things[name]))}
                own = {at: place for at, place in own.items() if at in there}
            if own:  # a built-in metric stands nowhere
                yield f"{kind}/{name}", own


def _measurements(
    tables: Mapping[str, tuple[Measurement, ...]], kept: Things, out: Withheld
) -> Iterator[tuple[str, tuple[Measurement, ...]]]:
    for name, rows in tables.items():
        if name in kept["journey"]:
            yield (
                name,
                tuple(
                    row
                    for row in rows
                    if ("step", f"{name}#{row.step}") not in out.named and ("metric", row.metric) not in out.named
                ),
            )
