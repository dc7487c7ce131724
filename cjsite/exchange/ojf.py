"""OpenJourney Format (`.ojf`), version 1.0: JSON of stages, swimlanes and nodes, as Ptolemy writes it.

Read from `OJF_SPEC.md`, the editor and the samples of github.com/andywestley/ptolemy-journey-mapper. Its files have
two shapes: `persona` and `pointOfView` at the top, with a `title` or without one, or `title`, `persona` and `pov`
in `metadata`. There are no steps: each node becomes one, in its stage. Nodes of any lane may have a score from −5
to +5. The specification calls an absent score 0, the editor draws none: it is unknown here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cjsite.base.problem import Place
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.ojf_nodes import OjfNodes
from cjsite.exchange.script_language import language_of
from cjsite.exchange.source_notes import SourceNotes, shown
from cjsite.exchange.step_parts import Parts, add, add_text, journey_of, titled
from cjsite.exchange.trees import checked_count, json_tree
from cjsite.model.persona import Persona
from cjsite.model.slugs import slug
from cjsite.reading.tree import Fields, Items, mark_of

_UNPLACED = "Without a stage"
_OF_ROOT = {"version", "title", "persona", "pointOfView", "pov", "description", "metadata"}
_PARTS = ("stages", "swimlanes", "nodes")


def is_ojf(path: str, data: bytes) -> bool:
    """Tell whether a file is in the OpenJourney Format."""
    if b'"swimlanes"' not in data or b'"stages"' not in data:
        return path.lower().endswith(".ojf")
    try:
        tree = json_tree(path, data)
    except NotImported:
        return path.lower().endswith(".ojf")
    return isinstance(tree, Fields) and isinstance(tree.get("stages"), Items) and "swimlanes" in tree


def read_ojf(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:  # noqa: ARG001
    """Return the map of a file. Raises NotImported."""
    tree = json_tree(path, data)
    if not isinstance(tree, Fields) or not isinstance(tree.get("stages"), Items) or not tree["stages"]:
        raise NotImported(Place(path), "this is no journey in the OpenJourney Format: it has no `stages`")
    for name in _PARTS:
        if isinstance(tree.get(name), Items):
            checked_count(path, mark_of(tree, (name,)), len(tree[name]), name)
    notes = SourceNotes(path)
    nodes = OjfNodes(tree, notes)
    fields: Parts = {**_head(tree, notes), "emotion_scale": {"min": -5, "max": 5}}
    if nodes.names:
        fields["lane_names"] = nodes.names
    fields["stages"] = list(_stages(tree, nodes, notes))
    if not any("steps" in stage for stage in fields["stages"]):
        raise NotImported(Place(path), "no stage of this file holds a node")
    notes.take((1, 1), "`score` of every lane", "`emotion` on a scale of −5 to 5; without one it is unknown")
    personas = tuple(_personas(tree, notes))
    if personas:
        fields["persona"] = personas[0].id
    if language := language_of(text for _, text in notes.words):
        fields["language"] = language
    return (notes.map(journey_of(fields, path), personas, tuple(nodes.departments.values())),)


def _head(tree: Fields, notes: SourceNotes) -> Parts:
    """Return the fields of the map as a whole."""
    own = tree["metadata"] if isinstance(tree.get("metadata"), Fields) else tree
    view = next((name for name in ("pointOfView", "pov") if shown(own.get(name))), "")
    scenario = notes.text(mark_of(own, (view,)), own.get(view)) if view else ""
    title = notes.text(mark_of(own, ("title",)), own.get("title"))
    if not title:
        notes.doubt((1, 1), scenario, "the file has no title; the map is called by its point of view", "title")
    fields = titled(title or scenario, _stem(notes.path))
    add_text(fields, "scenario", scenario if title or "description" in fields else "")
    add_text(fields, "narrative", fields.pop("description", ""))
    add_text(fields, "narrative", notes.text(mark_of(own, ("description",)), own.get("description")))
    for name, value in _others(own):
        add_text(fields, "narrative", f"{name}: {notes.text(mark_of(own, (name,)), value)}")
    return fields


def _others(own: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in own.items():
        if name not in _OF_ROOT and name not in _PARTS and isinstance(value, str) and value.strip():
            yield name, value


def _stem(path: str) -> str:
    stem = path.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    words = stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Journey"


def _personas(tree: Fields, notes: SourceNotes) -> Iterator[Persona]:
    own = tree["metadata"] if isinstance(tree.get("metadata"), Fields) else tree
    if name := notes.text(mark_of(own, ("persona",)), own.get("persona")):
        fields = titled(name)
        notes.take(mark_of(own, ("persona",)), "`persona`", "a persona")
        more = {"body": fields["description"]} if "description" in fields else {}
        yield Persona(id=slug(name) or "persona", title=fields["title"], **more)


def _stages(tree: Fields, nodes: OjfNodes, notes: SourceNotes) -> Iterator[Parts]:
    for index, stage in enumerate(tree["stages"]):
        own = stage if isinstance(stage, Fields) else Fields()
        loc = ("stages", index)
        name = notes.text(mark_of(tree, (*loc, "name")), own.get("name", own.get("title")))
        fields = titled(name, f"Stage {index + 1}")
        for step in nodes.of_stage(shown(own.get("id")), index):
            add(fields, "steps", step)
        add_text(fields, "description", notes.text(mark_of(tree, (*loc, "description")), own.get("description")))
        if (whole := shown(own.get("overrideEmotion"))) and "steps" in fields:
            text = f"The feeling of the whole stage is set to {notes.text(mark_of(tree, loc), whole)}."
            add_text(fields, "description", text)
            message = "this number is of the stage as a whole; it stands in its description"
            notes.doubt(mark_of(tree, loc), whole, message, f"stages/{index}/description")
        yield fields
    if left := list(nodes.of_stage(None, len(tree["stages"]))):
        notes.doubt((1, 1), "", "these nodes name no stage of the file", f"stages/{len(tree['stages'])}")
        yield {"title": _UNPLACED, "steps": left}
