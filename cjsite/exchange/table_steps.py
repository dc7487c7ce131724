"""The stages and steps of a map, made of a table's lanes and points."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjsite.base.frozen import frozen
from cjsite.exchange.grid import GridCell
from cjsite.exchange.imported import Doubt, TakenAs
from cjsite.exchange.table_cells import items, same_label, unmarked
from cjsite.exchange.table_feelings import Ends, ReadFeelings, feelings, has_number, scale_in
from cjsite.exchange.table_fields import OF_ONE, Fields, Texts, add, add_lane, suits, texts_as
from cjsite.exchange.table_points import TableLane, TablePoint, TableReading
from cjsite.model.lanes import LANE_OF, LANES
from cjsite.model.slugs import slug

_TITLE = 120
"""Characters of an action that may be the title of a step that has none."""


@frozen
class LaneUse:
    """What a lane is taken as: a field, or '' for one of its own, with its texts at each point."""

    lane: TableLane
    field: str
    texts: tuple[Texts, ...]
    name: str


class StepsOfTable:
    """The stages of a table, and what was taken as what, as they are made."""

    def __init__(self, reading: TableReading, scale: Ends | None, languages: tuple[str, ...]) -> None:
        self.reading, self.languages = reading, languages
        self.taken: list[TakenAs] = []
        self.doubts: list[Doubt] = []
        self.channels: dict[str, str] = {}
        self.departments: dict[str, str] = {}
        self.scale = scale or self._declared()
        self._groups = list(_by_stage(reading.points))
        self.is_flat = all(len(group) == 1 and not group[0].step.text.strip() for group in self._groups)
        self.uses = list(self._uses())
        self._ids: set[str] = set()
        self.stages = [self._stage(number, group) for number, group in enumerate(self._groups)]

    def _declared(self) -> Ends | None:
        feeling = (lane for lane in self.reading.lanes if lane.field == "emotion")
        return next((ends for lane in feeling if (ends := scale_in(lane.label.text))), None)

    def _uses(self) -> Iterator[LaneUse]:
        points = self.reading.points
        cells = [tuple(items(point.cells[i].text) for point in points) for i in range(len(self.reading.lanes))]
        met = next((cells[i] for i, lane in enumerate(self.reading.lanes) if lane.field == "touchpoints"), ())
        several = any(len(texts) > 1 for texts in met)
        fields = [lane.field for lane in self.reading.lanes]
        names: set[str] = set()
        for lane, texts in zip(self.reading.lanes, cells, strict=True):
            field = self._field(lane, texts, fields, several)
            name = _free_name(lane.name, names) if not field or field == "emotion" else lane.name
            names.add(name)
            self._tell(lane, field)
            yield LaneUse(lane, field, texts, name)

    def _field(self, lane: TableLane, texts: tuple[Texts, ...], fields: list[str], several: bool) -> str:
        field = lane.field
        if field == "needs" and "goal" in fields:
            return ""
        if field in ("goal", "needs") and not self.is_flat:
            return ""
        if field == "channel" and "touchpoints" in fields and any(len(named) > 1 for named in texts):
            return ""
        if field in OF_ONE and several and field != "department":
            return ""
        if field == "channel" and "touchpoints" not in fields and not suits(field, texts):
            return "touchpoints" if suits("touchpoints", texts) else ""
        if field in ("duration", "wait") and not suits(field, texts):
            return "time" if field == "duration" and self.is_flat and suits("time", texts) else ""
        return field if field and field not in ("lanes", "notes") and suits(field, texts) else _own(field)

    def _tell(self, lane: TableLane, field: str) -> None:
        target = f"`{field}`" if field else "a lane of its own"
        self.taken.append(TakenAs(lane.label.place, f"'{lane.name}'", target))
        if lane.field and not field:
            message = f"'{lane.name}' became a lane of its own: the format has `{lane.field}` for what fits into it"
            self.doubts.append(Doubt(lane.label.place, lane.name, message))

    def _stage(self, number: int, group: list[TablePoint]) -> Fields:
        title = unmarked(group[0].stage.text)
        stage = self._titled(title, f"stage-{number + 1}")
        first = self.reading.points.index(group[0])
        if self.is_flat:
            add(stage, self._fields(first, f"stages/{number}"))
            return stage
        steps = []
        for place, point in enumerate(group):
            at = f"stages/{number}/steps/{place}"
            steps.append(
                self._step(point, first + place, at, f"{slug(title) or f'stage-{number + 1}'}-{place + 1}")
            )
        return {**stage, "steps": steps}

    def _step(self, point: TablePoint, index: int, at: str, spare: str) -> Fields:
        fields = self._fields(index, at)
        title = unmarked(point.step.text)
        if not title and len(actions := fields.get("actions", [])) == 1 and len(actions[0]) <= _TITLE:
            title = unmarked(actions[0])
            del fields["actions"]
        return {**self._titled(title, spare), **fields}

    def _titled(self, title: str, spare: str) -> Fields:
        """Return a title with an id where the title alone would make none, or another's."""
        own = slug(title)
        short = title if len(title) <= 500 else f"{title[:480].rsplit(' ', 1)[0]} …"
        fields: Fields = {"title": short} if title else {}
        if short != title:
            fields["description"] = title
        if not own or own in self._ids:
            base, number = own or spare, 2
            own = base
            while own in self._ids:
                own, number = f"{base}-{number}", number + 1
            fields["id"] = own
        self._ids.add(own)
        return fields

    def _fields(self, index: int, at: str) -> Fields:
        fields: Fields = {}
        for use in self.uses:
            texts = use.texts[index]
            cell = self.reading.points[index].cells[self.uses.index(use)] if texts else None
            if not texts or cell is None:
                continue
            if use.field == "emotion":
                self._feel(fields, use, cell, texts, at)
            elif use.field in ("channel", "department"):
                self._name(fields, use.field, texts)
            elif use.field == "touchpoints":
                add(fields, {"touchpoints": [self._point(text, at) for text in texts]})
            elif use.field:
                add(fields, texts_as(use.field, texts))
            else:
                add_lane(fields, use.name, texts)
        return _settled(fields)

    def _point(self, text: str, at: str) -> Fields:
        return self._titled(unmarked(text), f"{at.replace('/', '-')}-touchpoint")

    def _name(self, fields: Fields, kind: str, texts: Texts) -> None:
        registry = self.channels if kind == "channel" else self.departments
        named = [slug(unmarked(text)) or kind for text in texts]
        for name, text in zip(named, texts, strict=True):
            registry.setdefault(name, unmarked(text))
        if kind == "channel" and len(named) > 1:
            fields["_channels"] = named
        else:
            fields[kind] = named[0]

    def _feel(self, fields: Fields, use: LaneUse, cell: GridCell, texts: Texts, at: str) -> None:
        felt = feelings(texts, self.scale, self.languages)
        if felt.samples:
            add(fields, {"emotion": [*felt.samples]})
        if felt.unread:
            add_lane(fields, use.name, felt.unread)
        self._doubt_feeling(felt, cell, texts, at)

    def _doubt_feeling(self, felt: ReadFeelings, cell: GridCell, texts: Sequence[str], at: str) -> None:
        if felt.off_scale and self.scale:
            runs = f"{self.scale[0]:g} to {self.scale[1]:g}"
            message = f"this number is off the scale of {runs}; it stands in a lane of its own"
        elif felt.unread:
            message = (
                "nothing says what this number is measured on, so it is no feeling, and stands in a lane of its "
                "own; give `--scale`, like `--scale 1..5`, or write it into the label, like `Emotion (1-5)`"
            )
        elif not self.scale and any(has_number(text) for text in texts):
            message = "the number beside the words was left a part of them; give `--scale` to have it read"
        else:
            return
        self.doubts.append(Doubt(cell.place, cell.text, message, f"{at}/emotion" if felt.samples else at))


def _own(field: str) -> str:
    return "notes" if field == "notes" else ""


def _settled(fields: Fields) -> Fields:
    """Return the fields of a step with what is said of one touchpoint put on each of several."""
    named = fields.pop("_channels", [])
    if named:
        fields["touchpoints"] = [{"channel": name, "title": name} for name in named]
    points = fields.get("touchpoints", [])
    if len(points) > 1:
        for name in OF_ONE:
            if name in fields:
                value = fields.pop(name)
                fields["touchpoints"] = [{**point, name: value} for point in fields["touchpoints"]]
    return fields


def _free_name(name: str, taken: set[str]) -> str:
    short = (name or "Notes")[:480]
    number, free = 2, short
    while free in taken:
        free, number = f"{short} {number}", number + 1
    return free


def _by_stage(points: tuple[TablePoint, ...]) -> Iterator[list[TablePoint]]:
    group: list[TablePoint] = []
    for point in points:
        if group and point.stage is not group[-1].stage and not same_label(point.stage.text, group[-1].stage.text):
            yield group
            group = []
        group.append(point)
    if group:
        yield group


def lanes_named(uses: Sequence[LaneUse]) -> dict[str, Any]:
    """Return the author's words for the lanes of the format."""
    names: dict[str, list[str]] = {}
    for use in uses:
        lane = LANE_OF.get("goal" if use.field == "needs" else use.field, use.field)
        if lane in LANES and any(use.texts):
            told = names.setdefault(lane, [])
            if use.lane.name not in told:
                told.append(use.lane.name)
    return {lane: " / ".join(told)[:500] for lane, told in names.items() if told}
