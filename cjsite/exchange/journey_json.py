"""cjsite's own JSON: what `export --format json` writes and the site publishes comes in as the same journey.

The format is `cjsite-journey` version 1, as `cjsite.summaries.journey_json` declares it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.problem import Place
from cjsite.exchange.export_formats import Export
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.ojf import is_ojf
from cjsite.exchange.source_notes import SourceNotes
from cjsite.exchange.staged_data import is_staged_data
from cjsite.exchange.trees import json_tree, refused
from cjsite.model.content import Measurement
from cjsite.model.emotion import SCORES
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.registry import BUILT_IN_METRICS, UNNAMED
from cjsite.reading.decode import decode
from cjsite.reading.source import Source
from cjsite.reading.tree import Fields, Items, Loc, mark_of
from cjsite.summaries.journey_json import FORMAT, VERSION, JourneyDocument, journey_json

_SHOWN = 12
"""How many keys of unknown JSON are named."""
_OTHERS = (
    (
        "an event log: what systems recorded",
        {"event", "eventtype", "eventname", "time", "timestamp", "ts", "caseid"},
    ),
    (
        "places or a route on a map",
        {"type", "features", "coordinates", "geometry", "lat", "lng", "lon", "waypoints"},
    ),
    ("a graph or a flow chart", {"nodes", "edges", "links", "vertices", "transitions"}),
)
"""What JSON is that has several of these keys."""
_ELSEWHERE = ("parent", "derived_from", "journey")
"""Fields that name another journey."""
_STEPS = ("caused_by", "compensated_by")


def write_json(inputs: JourneyInput) -> Export:
    """Return a journey as JSON, which leaves nothing out; notes are there where it is its authors' edition."""
    return Export(journey_json(inputs, with_notes=True, indent=2))


def is_journey_json(path: str, data: bytes) -> bool:
    """Tell whether a file is JSON: of whatever kind no other importer knows, this one says what it is."""
    begin = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begin not in (b"{", b"[") or is_ojf(path, data) or is_staged_data(path, data):
        return False
    if path.lower().endswith(".json"):
        return True
    try:
        json_tree(path, data)
    except NotImported:
        return False
    return True


def read_journey_json(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:  # noqa: ARG001
    """Return the map of a file that cjsite wrote. Raises NotImported, with the keys of any other JSON."""
    tree = json_tree(path, data)
    if not isinstance(tree, Fields) or tree.get("format") != FORMAT:
        raise NotImported(Place(path), _unknown(tree))
    if tree.get("version") != VERSION:
        mark = mark_of(tree, ("version",))
        message = f"this is version {tree.get('version')} of {FORMAT}, and version {VERSION} is read here"
        raise NotImported(Place(path, *mark), message)
    notes = SourceNotes(path)
    _restore(tree, notes)
    source = Source(path, data)
    document, _ = decode(JourneyDocument, tree, source, None)
    if document is None or source.problems:
        faults = [((one.place.line, one.place.column), one.message, one.mend) for one in source.problems]
        raise refused(path, faults or [((1, 1), "this is no journey", "")])
    return (_map(document, tree, notes),)


def _unknown(tree: object) -> str:
    if isinstance(tree, Items):
        keys = list(dict.fromkeys(key for item in tree if isinstance(item, Fields) for key in item))
        what = f"this JSON is a list of {len(tree)} entries, and no journey"
    else:
        keys = list(tree) if isinstance(tree, Fields) else []
        what = "this JSON is no journey of a format known here"
    words = {key.casefold().replace("_", "") for key in keys}
    what = next((f"this JSON is {kind}, and no journey map" for kind, own in _OTHERS if len(own & words) > 1), what)
    named = ", ".join(f"`{key[:40]}`" for key in keys[:_SHOWN]) + (" …" if len(keys) > _SHOWN else "")
    return f"{what}; its keys are {named}" if keys else what


def _restore(tree: Fields, notes: SourceNotes) -> None:
    """Write into the tree what authors write, where the JSON says more for those who only read it, or less."""
    registry, journey = tree.get("opportunities"), tree.get("journey")
    for holder in _all(journey):
        _name_registered(holder.get("opportunities"), registry if isinstance(registry, Fields) else {})
        _without_unnamed(holder, notes)
    for loc, text in _texts(journey, ("journey",)):
        if loc[-1] != "id":
            notes.text(mark_of(tree, loc), text)


def _name_registered(opportunities: object, registry: Mapping[str, Any]) -> None:
    """Put the id of an opportunity of the site where the JSON has its title, too."""
    if isinstance(opportunities, Items):
        for index, own in enumerate(opportunities):
            if isinstance(own, Fields) and own.get("id") in registry and own.keys() <= {"id", "title"}:
                opportunities[index] = own["id"]


def _without_unnamed(holder: Fields, notes: SourceNotes) -> None:
    """Take away the research that readers of the edition may not know: it has no name that could be written."""
    evidence = holder.get("evidence")
    if not isinstance(evidence, Items):
        return
    for index in reversed(range(len(evidence))):
        if isinstance(evidence[index], str) and evidence[index] in UNNAMED:
            notes.doubt(
                evidence.items_at[index], evidence[index], "research stands here that the export does not name"
            )
            del evidence[index], evidence.items_at[index]
    if not evidence:
        del holder["evidence"]


def _all(tree: Any) -> Iterator[Fields]:
    if isinstance(tree, Fields):
        yield tree
    for inside in tree.values() if isinstance(tree, Fields) else tree if isinstance(tree, Items) else ():
        yield from _all(inside)


def _texts(tree: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(tree, Fields):
        for key, value in tree.items():
            yield from _texts(value, (*loc, key))
    elif isinstance(tree, Items):
        for index, value in enumerate(tree):
            yield from _texts(value, (*loc, index))
    elif isinstance(tree, str):
        yield loc, tree


def _map(document: JourneyDocument, tree: Fields, notes: SourceNotes) -> ImportedMap:
    journey = document.journey
    if not document.emotion_scale.is_like(SCORES) and journey.emotion_scale is None:
        notes.take(mark_of(tree, ("emotion_scale",)), "`emotion_scale`", "the map's own `emotion_scale`")
        journey = journey.but(emotion_scale=document.emotion_scale)
    for loc, text in _texts(tree["journey"], ("journey",)):
        if message := _doubt(loc, text, journey):
            notes.doubt(mark_of(tree, loc), text, message, "/".join(map(str, loc[1:])))
    built_in = {metric.id: metric for metric in BUILT_IN_METRICS}
    return ImportedMap(
        journey=journey,
        personas=tuple(value.but(id=name) for name, value in document.personas.items()),
        departments=tuple(value.but(id=name) for name, value in document.departments.items()),
        channels=tuple(value.but(id=name) for name, value in document.channels.items()),
        words=tuple(notes.words),
        taken=tuple(notes.taken),
        doubts=tuple(notes.doubts),
        evidence=tuple(value.but(id=name) for name, value in document.evidence.items()),
        metrics=tuple(value.but(id=name) for name, value in document.metrics.items() if name not in built_in),
        opportunities=tuple(_here(value.but(id=name), journey) for name, value in document.opportunities.items()),
        measurements=tuple(Measurement(own.step, own.metric, own.date, own.value) for own in document.measurements),
        is_ours=True,
    )


def _here(opportunity: Opportunity, journey: Journey) -> Opportunity:
    """Return an opportunity with those of its steps that are in the journey: others may not be in the site."""
    steps = tuple(step for step in opportunity.steps if step.startswith(f"{journey.id}#"))
    if steps == opportunity.steps:
        return opportunity
    return opportunity.but(steps=steps) if steps else opportunity.unset("steps")


def _doubt(loc: Loc, text: str, journey: Journey) -> str:
    """Return what is to be looked after at a text, because the JSON holds only its name."""
    field = next((part for part in reversed(loc) if isinstance(part, str)), "")
    if field in _ELSEWHERE and len(loc) in (2, 6, 4):
        return f"this names the journey '{text}', which does not come along; import it too, or take the name away"
    if field in _STEPS and "#" in text and not text.startswith(f"{journey.id}#"):
        return f"this names the step '{text}' of another journey; import that too, or take the name away"
    if field == "audience":
        return f"this is for '{text}'; declare `audiences` in site.yml, or take it away"
    if field == "file" and loc[-2] == "image":
        return f"the picture '{text}' does not come along; put it beside the map's file"
    return ""
