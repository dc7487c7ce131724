"""CJM DSL, version 1.0: YAML of phases and actions, and up to three other documents about the same service.

Read from `packages/dsl/src/schemas`, `emstudio-core/references/dsl-spec.md` and the samples of
github.com/suwa-sh/enablement-map-studio. A file holds documents of the kinds `cjm`, `sbp` (a service blueprint),
`outcome` and `em` (an enablement map), which refer to each other by ids with colons, like `cjm:action:pay`. An
action becomes a step; `emotion_score` runs from −2 to 2, as feelings do here. Tasks of the blueprint become what
happens behind the action that they belong to, the rest becomes text.
"""

import re
from collections.abc import Mapping

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.cjm_dsl_blueprint import CjmBlueprint, entries
from cjsite.exchange.cjm_dsl_rest import key_figure, names_of_outcomes, told_of
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.script_language import language_of
from cjsite.exchange.source_notes import SourceNotes, shown
from cjsite.exchange.step_parts import MOST_OF_LINE, Parts, add, add_lane, add_text, journey_of, titled
from cjsite.exchange.trees import checked_count, yaml_trees
from cjsite.model.persona import Persona
from cjsite.model.registry import Metric
from cjsite.model.slugs import slug
from cjsite.reading.tree import Fields, Items, Loc, mark_of

_KIND = re.compile(rb"^kind:\s*['\"]?(?:cjm|sbp|outcome|em)['\"]?\s*$", re.MULTILINE)
_SCORE = re.compile(r"[-+−]?\d(?:\.\d+)?")
_MOST = 2
_WITHOUT = "Without a phase"


def is_cjm_dsl(path: str, data: bytes) -> bool:  # noqa: ARG001
    """Tell whether a file holds documents of the CJM DSL."""
    return bool(_KIND.search(data))


def read_cjm_dsl(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:  # noqa: ARG001
    """Return a map for each document of kind `cjm`, the others going with the first. Raises NotImported."""
    documents = [tree for tree in yaml_trees(path, data) if isinstance(tree, Fields)]
    journeys = [tree for tree in documents if tree.get("kind") == "cjm"]
    if not journeys:
        kinds = ", ".join(f"`{shown(tree.get('kind'))[:40]}`" for tree in documents)
        raise NotImported(
            Place(path), f"no document of this file is of kind `cjm`, but {kinds or 'none has a kind'}"
        )
    others = [tree for tree in documents if tree.get("kind") != "cjm"]
    for tree in documents:
        for name, value in tree.items():
            checked_count(path, mark_of(tree, (name,)), len(value) if isinstance(value, Items) else 0, f"`{name}`")
    return tuple(_map(path, tree, others if index == 0 else []) for index, tree in enumerate(journeys))


def _map(path: str, tree: Fields, others: list[Fields]) -> ImportedMap:
    notes = SourceNotes(path)
    blueprint = CjmBlueprint([other for other in others if other.get("kind") == "sbp"], notes)
    fields = titled(_title(tree, notes))
    personas = _personas(tree, notes)
    if personas:
        fields["persona"] = personas[0].id
    figures = _figures(others, blueprint, notes)
    fields["stages"] = _stages(tree, blueprint, notes, {action: own.id for action, own in figures if action})
    if not any("steps" in stage for stage in fields["stages"]):
        raise NotImported(Place(path, *mark_of(tree, ("actions",))), "no phase of this journey holds an action")
    notes.take(mark_of(tree, ("actions",)), "`actions`", "steps of their `phase`")
    if any("emotion" in step for stage in fields["stages"] for step in stage.get("steps", ())):
        fields["emotion_scale"] = {"min": -_MOST, "max": _MOST}
    actions = {shown(own.get("id")): shown(own.get("name")) for own in entries(tree, "actions")}
    for text in (blueprint.left(), blueprint.arrows(actions)):
        add_text(fields, "narrative", text)
    named = {**blueprint.names, **names_of_outcomes(others)}
    for other in others:
        for name, text in told_of(other, notes, named):
            add_text(fields, name, text)
    if language := language_of(text for _, text in notes.words):
        fields["language"] = language
    read = notes.map(journey_of(fields, path), personas, tuple(blueprint.departments.values()))
    return replace(read, metrics=tuple(own for _, own in figures))


def _figures(others: list[Fields], blueprint: CjmBlueprint, notes: SourceNotes) -> list[tuple[str, Metric]]:
    """Return the figures of outcomes, each with the action at which it is reached, '' where none is named."""
    figures = []
    for other in others:
        if other.get("kind") == "outcome" and (figure := key_figure(other, notes)):
            factor = other.get("primary_csf")
            source = shown(factor.get("source_id")) if isinstance(factor, Fields) else ""
            figures.append((blueprint.action_of(source) or source, figure))
    return figures


def _title(tree: Fields, notes: SourceNotes) -> str:
    """Return the title that the format has no field for: the words of the id."""
    for name in ("title", "name"):
        if text := notes.text(mark_of(tree, (name,)), tree.get(name)):
            return text
    words = re.sub(r"[\W_]+", " ", shown(tree.get("id")).partition(":")[2]).strip()
    title = words[:1].upper() + words[1:] or "Journey"
    notes.doubt(
        mark_of(tree, ("id",)), shown(tree.get("id")), "the format has no titles; this one is the id's", "title"
    )
    return title


def _personas(tree: Fields, notes: SourceNotes) -> tuple[Persona, ...]:
    persona = tree.get("persona")
    own = persona if isinstance(persona, Fields) else Fields()
    loc: Loc = ("persona", "name") if own else ("persona",)
    name = notes.text(mark_of(tree, loc), own.get("name") if own else persona)
    if not name:
        return ()
    fields = titled(name)
    text = notes.text(mark_of(tree, ("persona", "description")), own.get("description"))
    body = "\n\n".join(filter(None, (fields.get("description", ""), text)))
    more = {"body": body} if body else {}
    return (Persona(id=slug(name) or "persona", title=fields["title"], **more),)


def _stages(tree: Fields, blueprint: CjmBlueprint, notes: SourceNotes, figures: Mapping[str, str]) -> list[Parts]:
    phases = tree.get("phases") if isinstance(tree.get("phases"), Items) else Items()
    stages: dict[str, Parts] = {}
    for index, phase in enumerate(phases or ()):
        own = phase if isinstance(phase, Fields) else Fields()
        name = notes.text(mark_of(tree, ("phases", index)), own.get("name") if own else phase)
        stage = titled(name, f"Phase {index + 1}")
        add_text(stage, "description", notes.text(mark_of(tree, ("phases", index)), own.get("description")))
        stages[shown(own.get("id")) or str(index)] = stage
    actions = tree.get("actions")
    for index, action in enumerate(actions if isinstance(actions, Items) else ()):
        if isinstance(action, Fields):
            phase = shown(action.get("phase"))
            if phase not in stages:
                mark = mark_of(tree, ("actions", index))
                notes.doubt(mark, phase, "this action names no phase of the file", f"stages/{len(stages)}")
                stages[phase] = {"title": _WITHOUT}
            number = list(stages).index(phase)
            at = f"stages/{number}/steps/{len(stages[phase].get('steps', ()))}"
            step = _step(tree, action, ("actions", index), blueprint, notes, at)
            if figure := figures.get(shown(action.get("id"))):
                step["metrics"] = {figure: None}
            add(stages[phase], "steps", step)
    return list(stages.values())


def _step(tree: Fields, action: Fields, loc: Loc, blueprint: CjmBlueprint, notes: SourceNotes, at: str) -> Parts:
    def text(name: str) -> str:
        return notes.text(mark_of(tree, (*loc, name)), action.get(name))

    def texts(name: str) -> list[str]:
        every = action.get(name)
        items = every if isinstance(every, Items) else [every]
        found = (notes.text(mark_of(tree, (*loc, name, index)), item) for index, item in enumerate(items))
        return [own for own in found if own]

    step = titled(text("name"), "Action")
    add_text(step, "description", text("description"))
    add(step, "touchpoints", *({"title": own} for own in texts("touchpoints") if len(own) <= MOST_OF_LINE))
    add(step, "thoughts", *texts("thoughts_feelings"))
    score, mark = shown(action.get("emotion_score")), mark_of(tree, (*loc, "emotion_score"))
    if _SCORE.fullmatch(score) and abs(float(score.replace("−", "-"))) <= _MOST:
        step["emotion"] = [{"value": float(score.replace("−", "-"))}]
    elif score:
        add_lane(step, "emotion_score", notes.text(mark, score))
        notes.doubt(mark, score, f"'{score}' is no score from −2 to 2; it stands in a lane of its own", at)
    for field, deed in blueprint.of_action(shown(action.get("id")), at):
        add(step, field, deed)
    return step
