"""The nodes of a file in the OpenJourney Format, each as a step: its lane says what its text is."""

import re
from collections.abc import Iterator
from typing import Any

from cjsite.exchange.lane_words import lane_of
from cjsite.exchange.source_notes import SourceNotes, shown
from cjsite.exchange.step_parts import MOST_OF_LINE, Parts, add, add_lane, add_text, opportunity, titled
from cjsite.model.lanes import LANE_OF
from cjsite.model.registry import Department
from cjsite.model.slugs import slug
from cjsite.reading.tree import Fields, Items, Loc, mark_of

_LOOKS = {"id", "stageId", "swimlaneId", "icon", "iconColor", "color", "x", "y", "order", "position"}
"""What says how a node is drawn, or where it belongs."""
_READ = {
    "title",
    "description",
    "score",
    "sentiment",
    "severity",
    "purpose",
    "isMomentOfTruth",
    "tags",
    "blueprint",
}
_FIELDS = ("actions", "thoughts", "quotes", "gains", "pain_points", "opportunities", "emotion")
"""What a lane is taken as where its name says so; any other is a lane of its own."""
_PAINS = re.compile(r"pain|bottleneck|blocker|issue|barrier|hurdle|friction", re.IGNORECASE)
_PLAIN_PURPOSES = ("touchpoint", "action")
_SEVERITIES = ("low", "medium", "high")
_SCORE = re.compile(r"[-+]?\d(?:\.\d+)?")
_MOST, _NEUTRAL = 5, 1


class OjfNodes:
    """Nodes by their stage; departments: those that act in their blueprints, by id. names: of the map's lanes."""

    def __init__(self, tree: Fields, notes: SourceNotes) -> None:
        self.tree, self.notes = tree, notes
        self.departments: dict[str, Department] = {}
        self.names: dict[str, str] = {}
        every = tree.get("nodes")
        self.left = dict(enumerate(every)) if isinstance(every, Items) else {}
        self.lanes = dict(self._lanes())

    def of_stage(self, stage: str | None, number: int) -> Iterator[Parts]:
        """Yield the nodes of a stage as steps, in the order of the file; None stands for whatever is left."""
        every = [(index, node) for index, node in self.left.items() if isinstance(node, Fields)]
        mine = [(index, node) for index, node in every if stage is None or shown(node.get("stageId")) == stage]
        for count, (index, node) in enumerate(mine):
            del self.left[index]
            yield self._step(node, ("nodes", index), f"stages/{number}/steps/{count}")

    def _lanes(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the lanes' ids with their names and what they are: a field, or '' for a lane of its own."""
        every = self.tree.get("swimlanes")
        for index, lane in enumerate(every if isinstance(every, Items) else ()):
            if isinstance(lane, Fields):
                name = shown(lane.get("name", lane.get("title"))) or f"Lane {index + 1}"
                field = lane_of(name)
                drawn = LANE_OF.get(field, field)
                # Of two swimlanes that would be one lane, the second keeps its name as one of its own.
                field = field if field in _FIELDS and drawn not in self.names else ""
                if field:
                    self.names[drawn] = name[:MOST_OF_LINE]
                target = f"`{field}`" if field else f"a lane of its own, '{name}'"
                self.notes.take(mark_of(self.tree, ("swimlanes", index)), f"swimlane '{name}'", target)
                yield shown(lane.get("id")), (name[:MOST_OF_LINE], field)

    def _step(self, node: Fields, loc: Loc, at: str) -> Parts:
        title, description = self._text(node, loc, "title"), self._text(node, loc, "description")
        fields = titled(title or description, "Untitled")
        lane, field = self.lanes.get(shown(node.get("swimlaneId")), ("Notes", ""))
        purpose = self._purpose(node, loc)
        hurts = field == "pain_points" or bool(_PAINS.search(purpose))
        if hurts:
            self._pain(fields, description or title, shown(node.get("severity")))
        elif not field and "description" not in fields:
            # What a node says of itself is no text of a lane that nobody knows.
            add_text(fields, "description", description if description != title else "")
        self._say(fields, lane, field, title if hurts or not field else description or title)
        self._feel(fields, node, loc, at)
        if node.get("isMomentOfTruth") is True:
            fields["moment_of_truth"] = {}
        tags = [*self._texts(node.get("tags"), (*loc, "tags")), *([purpose] if purpose else [])]
        add(fields, "tags", *(tag for tag in dict.fromkeys(tags) if len(tag) <= MOST_OF_LINE))
        self._severe(fields, shown(node.get("severity")), (*loc, "severity"), hurts)
        if isinstance(node.get("blueprint"), Fields):
            self._blueprint(fields, node["blueprint"], (*loc, "blueprint"))
        for name in sorted(node.keys() - _LOOKS - _READ):
            add_lane(fields, name[:MOST_OF_LINE], *self._texts(node[name], (*loc, name)))
        return fields

    def _purpose(self, node: Fields, loc: Loc) -> str:
        """Return what a node is for; nothing, where that is what every node is."""
        if shown(node.get("purpose")).casefold() not in _PLAIN_PURPOSES:
            return self._text(node, loc, "purpose")
        self.notes.take(
            mark_of(self.tree, (*loc, "purpose")), "`purpose: touchpoint`, `action`", "nothing: all are"
        )
        return ""

    def _text(self, node: Fields, loc: Loc, name: str) -> str:
        return self.notes.text(mark_of(self.tree, (*loc, name)), node.get(name))

    def _texts(self, value: Any, loc: Loc) -> Iterator[str]:
        """Yield the texts of whatever stands in a node."""
        if isinstance(value, Items):
            for index, item in enumerate(value):
                yield from self._texts(item, (*loc, index))
        elif isinstance(value, Fields):
            for name, item in value.items():
                yield from (f"{name}: {text}" for text in self._texts(item, (*loc, name)))
        elif text := self.notes.text(mark_of(self.tree, loc), value):
            yield text

    def _say(self, fields: Parts, lane: str, field: str, text: str) -> None:
        if field == "emotion":
            add_text(fields, "description", text if text != fields["title"] else "")
        elif field == "opportunities":
            add(fields, field, opportunity(text))
        elif field and field != "pain_points":
            add(fields, field, text)
        elif not field:
            add_lane(fields, lane, text)

    def _pain(self, fields: Parts, text: str, severity: str) -> None:
        rank = {"severity": severity} if severity.casefold() in _SEVERITIES else {}
        add(fields, "pain_points", {"text": text, **rank})

    def _severe(self, fields: Parts, severity: str, loc: Loc, hurts: bool) -> None:
        """Keep how severe a node is that is no pain; `low` is what the editor writes where nobody chose."""
        if severity and not (hurts and severity.casefold() in _SEVERITIES):
            if severity == "low":
                message = "left out: it is what the editor writes where nobody chose"
                self.notes.take(mark_of(self.tree, loc), "`severity: low` of what is no pain", message)
            else:
                add_lane(fields, "Severity", self.notes.text(mark_of(self.tree, loc), severity))
                self.notes.take(
                    mark_of(self.tree, loc), "`severity` of what is no pain", "a lane of its own, 'Severity'"
                )

    def _feel(self, fields: Parts, node: Fields, loc: Loc, at: str) -> None:
        sample: Parts = {}
        score, mark = shown(node.get("score")), mark_of(self.tree, (*loc, "score"))
        if _SCORE.fullmatch(score) and abs(float(score)) <= _MOST:
            sample["value"] = float(score)
        elif score:
            add_lane(fields, "Score", self.notes.text(mark, score))
            self.notes.doubt(mark, score, f"'{score}' is no score from −5 to 5; it stands in a lane of its own", at)
        words = shown(node.get("sentiment"))
        if words.casefold() == "neutral" and abs(sample.get("value", _MOST)) <= _NEUTRAL:
            self.notes.take(mark, "`sentiment: neutral` beside a score of −1 to 1", "nothing: the number says it")
        elif words:
            sample["words"] = [self._text(node, loc, "sentiment")[:MOST_OF_LINE]]
        if sample:
            fields["emotion"] = [sample]

    def _blueprint(self, fields: Parts, blueprint: Fields, loc: Loc) -> None:
        for index, own in self._entries(blueprint, "evidence"):
            texts = [*self._texts(own, (*loc, "evidence", index))] if not isinstance(own, Fields) else []
            if isinstance(own, Fields):
                item, kind = (self._text(own, (*loc, "evidence", index), name) for name in ("item", "type"))
                texts = [f"{item} ({kind})" if item and kind else item or kind]
            add(fields, "props", *filter(None, texts))
        for part, field, who in (
            ("onstage", "frontstage", "actor"),
            ("backstage", "backstage", "actor"),
            ("support", "backstage", "system"),
        ):
            for index, own in self._entries(blueprint, part):
                if deed := self._deed(own, (*loc, part, index), who):
                    add(fields, field, deed)

    def _entries(self, blueprint: Fields, part: str) -> list[tuple[int, Any]]:
        every = blueprint.get(part)
        return list(enumerate(every)) if isinstance(every, Items) else []

    def _deed(self, own: Any, loc: Loc, who: str) -> Parts:
        """Return what is done on or behind the stage; who does it becomes a department."""
        if not isinstance(own, Fields):
            return {"does": "; ".join(self._texts(own, loc))}
        name, does = self._text(own, loc, who), self._text(own, loc, "action" if who == "actor" else "description")
        deed: Parts = {"does": does} if does else {}
        if who == "system" and name:
            deed["system"] = name[:MOST_OF_LINE]
            self.notes.take(mark_of(self.tree, loc), "`support` of a blueprint", "`backstage`, with its `system`")
        elif id_ := slug(name):
            self.departments.setdefault(id_, Department(id=id_, title=name[:MOST_OF_LINE]))
            self.notes.take(mark_of(self.tree, loc), "`actor` of a blueprint", "a department")
            deed["department"] = id_
        return deed
