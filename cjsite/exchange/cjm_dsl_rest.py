"""What the CJM DSL says beside the journey: the outcome that is wanted, and what people need for their tasks."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cjsite.exchange.cjm_dsl_blueprint import entries
from cjsite.exchange.source_notes import SourceNotes, shown
from cjsite.exchange.step_parts import MOST_OF_LINE, Parts, add_text, listed
from cjsite.model.registry import Metric
from cjsite.model.slugs import slug
from cjsite.reading.tree import Fields, Items, mark_of

_LABELS = {"kgi": "KGI", "primary_csf": "CSF"}
"""What the format itself calls them, whatever language the texts are in."""
_SHOWN = ("name", "rationale", "definition", "description")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_IDS = ("id", "kind", "version")


def told_of(document: Fields, notes: SourceNotes, tasks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield fields of the map with what a document adds to them; tasks: names of tasks and figures, by ids."""
    kind = document.get("kind")
    if kind == "outcome":
        yield from _outcome(document, notes, tasks)
    elif kind == "em":
        yield "narrative", _enablement(document, notes, tasks)
    elif kind != "sbp":
        mark = document.keys_at.get("kind", (1, 1))
        message = "documents of this kind are not known; its texts stand in the narrative"
        notes.doubt(mark, shown(kind), message, "narrative")
        yield "narrative", listed(_texts(document, document, (), notes))


def _outcome(document: Fields, notes: SourceNotes, tasks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, label in _LABELS.items():
        own = document.get(name)
        if not isinstance(own, Fields):
            continue
        parts = [notes.text(mark_of(document, (name, key)), own.get(key)) for key in _SHOWN]
        about = tasks.get(shown(own.get("source_id")), "")
        text = " – ".join(part for part in (about, *parts) if part)
        field = "business_goal" if name == "kgi" else "narrative"
        notes.take(mark_of(document, (name,)), f"`{name}`", f"`{field}`")
        yield field, text if name == "kgi" else _chain(document, f"**{label}:** {text}", own, tasks)


def _chain(document: Fields, factor: str, own: Fields, names: Mapping[str, str]) -> str:
    """Return the factor of success between the figure that measures it and the goal that it leads to."""
    kpi = document.get("primary_kpi")
    measured = isinstance(kpi, Fields) and own.get("id") and shown(kpi.get("csf_id")) == shown(own.get("id"))
    figure = names.get(shown(kpi.get("id")), "") if measured and isinstance(kpi, Fields) else ""
    goal = names.get(shown(own.get("kgi_id")), "")
    ends = (f"**KPI:** {figure}" if figure else "", factor, f"**KGI:** {goal}" if goal else "")
    return " → ".join(filter(None, ends))


def names_of_outcomes(documents: list[Fields]) -> dict[str, str]:
    """Return what the goals and figures of documents are called, by their ids."""
    own = (document.get(name) for document in documents for name in ("kgi", "primary_kpi"))
    return {
        shown(each.get("id")): shown(each.get("name"))
        for each in own
        if isinstance(each, Fields) and each.get("id")
    }


def key_figure(document: Fields, notes: SourceNotes) -> Metric | None:
    """Return the figure that tells whether the outcome is reached, None where the document names none."""
    own = document.get("primary_kpi")
    if not isinstance(own, Fields):
        return None

    def text(key: str) -> str:
        return notes.text(mark_of(document, ("primary_kpi", key)), own.get(key))

    name, target, unit = text("name"), text("target"), text("unit")
    if not name:
        return None
    about = "\n\n".join(filter(None, (text("definition"), text("rationale"), text("description"))))
    fields: Parts = {"description": about} if about else {}
    if _NUMBER.fullmatch(target):
        fields["target"] = float(target)
    else:
        add_text(fields, "description", target)
    notes.take(mark_of(document, ("primary_kpi",)), "`primary_kpi`", "a metric")
    more = {**fields, **({"unit": unit} if unit else {})}
    return Metric(id=slug(name) or "kpi", title=name[:MOST_OF_LINE], **more)


def _enablement(document: Fields, notes: SourceNotes, tasks: Mapping[str, str]) -> str:
    """Return what people need for their tasks as a list: each action with skills, knowledge and tools below it."""
    lines: list[str] = []
    for index, own in enumerate(entries(document, "actions")):
        name = notes.text(mark_of(document, ("actions", index)), own.get("name"))
        text = notes.text(mark_of(document, ("actions", index)), own.get("description"))
        task = tasks.get(shown(own.get("source_id")), "")
        lines.append(f"- {name}" + (f" ({task})" if task else "") + (f": {' '.join(text.split())}" if text else ""))
        for kind in ("skills", "knowledge", "tools"):
            lines += (f"  - {text}" for text in _needs(document, kind, shown(own.get("id")), notes))
    if lines:
        notes.take(mark_of(document, ("actions",)), "the enablement map (`kind: em`)", "a list in `narrative`")
    aims = [tasks[aim] for own in entries(document, "outcomes") if (aim := shown(own.get("source_id"))) in tasks]
    head = "**Enablement map**" + (f" → {', '.join(aims)}" if aims else "")
    return f"{head}\n\n" + "\n".join(lines) if lines else ""


def _needs(document: Fields, kind: str, action: str, notes: SourceNotes) -> Iterator[str]:
    for index, own in enumerate(entries(document, kind)):
        if shown(own.get("action_id")) == action:
            name = notes.text(mark_of(document, (kind, index)), own.get("name"))
            links = [_link(own, notes, document, kind, index)]
            links += [_link(way, notes, document, kind, index) for way in entries(own, "learnings")]
            yield "; ".join((name, *filter(None, links)))


def _link(own: Fields, notes: SourceNotes, document: Fields, kind: str, index: int) -> str:
    mark = mark_of(document, (kind, index))
    title, url = notes.text(mark, own.get("title")), notes.text(mark, own.get("url"))
    return f"{title} <{url}>".strip() if url else title


def _texts(document: Fields, tree: Any, loc: tuple[int | str, ...], notes: SourceNotes) -> Iterator[str]:
    pairs = tree.items() if isinstance(tree, Fields) else enumerate(tree) if isinstance(tree, Items) else ()
    for key, value in pairs:
        if isinstance(value, Fields | Items):
            yield from _texts(document, value, (*loc, key), notes)
        elif key not in _IDS and (text := notes.text(mark_of(document, (*loc, key)), value)):
            yield text
