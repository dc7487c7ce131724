"""What must hold between objects: references, circles, pictures that exist, measured steps."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cjsite.model.content import Measurement
from cjsite.model.journey import Journey
from cjsite.model.persona import Persona
from cjsite.model.site import Settings
from cjsite.model.types import Identified, Kind
from cjsite.problem import Place, Problem
from cjsite.reading.files import Entry
from cjsite.reading.hints import meant
from cjsite.reading.references import Reference, fault

Objects = Mapping[Kind, Mapping[str, Identified]]
Tables = Mapping[str, Sequence[tuple[int, Measurement]]]


def relation_problems(
    entries: Sequence[Entry],
    objects: Objects,
    steps: frozenset[str],
    settings: Settings,
    files: Mapping[str, bytes],
    tables: Tables,
    blind: Collection[tuple[Kind, str]],
    codes: Collection[str],
) -> list[Problem]:
    """Return every problem between objects; what may stand in a file that cannot be read is not missed."""
    problems = list(_dangling(entries, {**objects, "step": steps, "finding": codes}, objects, blind))
    problems += _circles(entries, objects)
    problems += _pictures(entries, files)
    problems += _menu(settings, objects)
    problems += _waived(settings, codes)
    problems += _unmeasurable(tables, objects, steps)
    return problems


def _dangling(
    entries: Sequence[Entry],
    known: Mapping[Kind, Collection[str]],
    objects: Objects,
    blind: Collection[tuple[Kind, str]],
) -> Iterator[Problem]:
    for entry in entries:
        paths = entry.value.paths if isinstance(entry.value, Journey) else {}
        local: dict[Kind, Collection[str]] = {**known, "path": paths}
        for reference, place, excerpt in entry.references:
            said = fault(reference, local, entry.id if entry.kind == "journey" else "")
            if said and not _may_be(reference, blind):
                message, _, mend = said.partition("; ")
                yield Problem(place, message, mend, excerpt)
        if isinstance(entry.value, Journey):
            yield from _unknown_opportunities(entry, entry.value, objects["opportunity"])


def _may_be(reference: Reference, blind: Collection[tuple[Kind, str]]) -> bool:
    kind, name = reference.ref.kind, reference.name
    if kind == "step":
        kind, name = "journey", name.partition("#")[0]
    return (kind, name) in blind or (kind, "*") in blind


def _unknown_opportunities(entry: Entry, journey: Journey, known: Mapping[str, Identified]) -> Iterator[Problem]:
    for step in journey.steps():
        for own in step.opportunities:
            # One lower-case word with hyphens is meant as an id; a sentence is an opportunity of its own.
            is_id = "-" in own.title and own.title == own.id and own.model_fields_set == {"title"}
            if is_id and own.title not in known:
                mend = meant(own.title, known) or "write it in words, or add it to opportunities.yml"
                yield Problem(entry.places[step.id], f"there is no opportunity '{own.title}'", mend)


def _circles(entries: Sequence[Entry], objects: Objects) -> Iterator[Problem]:
    places = {f"{entry.kind}/{entry.id}": entry.places for entry in entries}
    journeys = {name: j for name, j in objects["journey"].items() if isinstance(j, Journey)}
    for field in ("parent", "derived_from"):
        links = {name: getattr(journey, field) for name, journey in journeys.items()}
        for circle in _loops(links):
            shown = " → ".join((*circle, circle[0]))
            place = places[f"journey/{circle[0]}"][""]
            yield Problem(place, f"`{field}` runs in a circle: {shown}", f"remove `{field}` from one of them")
    for name, journey in journeys.items():
        for circle in _loops(dict(_compensations(journey))):
            shown = " → ".join((*circle, circle[0]))
            place = places[f"journey/{name}"].get(circle[0], places[f"journey/{name}"][""])
            yield Problem(place, f"`compensated_by` runs in a circle: {shown}", "name a step that needs no other")


def _compensations(journey: Journey) -> Iterator[tuple[str, str]]:
    for step in journey.steps():
        for meeting in (step, *step.touchpoints):
            for sample in (*meeting.emotion, *(s for samples in meeting.emotions.values() for s in samples)):
                if sample.compensated_by:
                    yield step.id, sample.compensated_by


def _loops(links: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield each circle that following one link from each name runs into, its smallest name first."""
    done: set[str] = set()
    for start in sorted(links):
        way: list[str] = []
        name = start
        while name in links and name not in done and name not in way:
            way.append(name)
            name = links[name]
        if name in way:
            circle = way[way.index(name) :]
            smallest = circle.index(min(circle))
            yield (*circle[smallest:], *circle[:smallest])
        done.update(way)


def _pictures(entries: Iterable[Entry], files: Mapping[str, bytes]) -> Iterator[Problem]:
    for entry in entries:
        for place, name in _named_pictures(entry):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(place.path), name))
            if path not in files:
                near = meant(name, [f for f in files if posixpath.dirname(f) == posixpath.dirname(path)])
                yield Problem(place, f"there is no picture '{name}'", near or f"put it at {path}")


def _named_pictures(entry: Entry) -> Iterator[tuple[Place, str]]:
    if isinstance(entry.value, Persona) and entry.value.photo:
        yield entry.places[""], entry.value.photo
    if isinstance(entry.value, Journey):
        for step in entry.value.steps():
            for meeting in (step, *step.touchpoints):
                if meeting.image:
                    yield entry.places[step.id], meeting.image.file


def _menu(settings: Settings, objects: Objects) -> Iterator[Problem]:
    for name in settings.menu:
        if name not in objects["page"]:
            yield Problem(Place("site.yml"), f"the menu names no page: '{name}'", meant(name, objects["page"]))


def _waived(settings: Settings, codes: Collection[str]) -> Iterator[Problem]:
    for waiver in settings.waive:
        if waiver.code not in codes:
            yield Problem(Place("site.yml"), f"there is no finding '{waiver.code}'", meant(waiver.code, codes))


def _unmeasurable(tables: Tables, objects: Objects, steps: frozenset[str]) -> Iterator[Problem]:
    for path, rows in tables.items():
        journey = posixpath.splitext(posixpath.basename(path))[0]
        if journey not in objects["journey"]:
            yield Problem(Place(path), f"there is no journey '{journey}'", meant(journey, objects["journey"]))
            continue
        there = [step.partition("#")[2] for step in steps if step.startswith(f"{journey}#")]
        for line, row in rows:
            if f"{journey}#{row.step}" not in steps:
                yield Problem(Place(path, line), f"there is no step '{row.step}'", meant(row.step, there))
            if row.metric not in objects["metric"]:
                mend = meant(row.metric, objects["metric"])
                yield Problem(Place(path, line), f"there is no metric '{row.metric}'", mend)
