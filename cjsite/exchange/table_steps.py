"""The stages and steps of a map, made of a table's lanes and points."""

from collections import Counter
from collections.abc import Iterator

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import GridCell
from cjsite.exchange.imported import Doubt
from cjsite.exchange.table_axes import is_count
from cjsite.exchange.table_cells import same_label, unmarked
from cjsite.exchange.table_feelings import Ends, ReadFeelings, feelings, has_number, scale_in
from cjsite.exchange.table_fields import OF_ONE, Fields, Texts, add, add_lane, side_of_stage, texts_as
from cjsite.exchange.table_lanes import LaneUse, is_flat, lane_of_field, lane_uses
from cjsite.exchange.table_meetings import rows_of_steps, with_meetings
from cjsite.exchange.table_points import TablePoint, TableReading
from cjsite.model.slugs import slug

_TITLE = 120
"""Characters of what is done at a step that has no title, to be its title."""
_LONGEST = 500


class StepsOfTable:
    """The stages of a table, with the channels and departments that they name, and what is doubtful."""

    def __init__(self, reading: TableReading, scale: Ends | None, languages: tuple[str, ...]) -> None:
        self.reading, self.languages = reading, languages
        self.channels: dict[str, str] = {}
        self.departments: dict[str, str] = {}
        self.scale = scale or _declared(reading)
        self.uses = lane_uses(reading, languages)
        self.doubts: list[Doubt] = []
        self._ids: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self._doubted: set[str] = set()
        self.ats: dict[Place, str] = {}
        self.stages = list(self._stages())
        self.doubts = [*self._lane_doubts(), *self.doubts]

    def _lane_doubts(self) -> Iterator[Doubt]:
        """Yield what is doubtful of whole lanes: at the lane's name, or where one of its own begins."""
        for index, use in enumerate(self.uses):
            cells = (point.cells[index] for point in self.reading.points)
            first = next((self.ats[cell.place] for cell, texts in zip(cells, use.texts, strict=True) if texts), "")
            named = f"lane_names/{lane_of_field(use.field, self.reading)}"
            at = named if use.field else f"{first}/lanes/{use.name}"
            yield from (replace(doubt, at=at) for doubt in use.doubts)

    def _stages(self) -> Iterator[Fields]:
        flat, first = is_flat(self.reading), 0
        for number, group in enumerate(_by_stage(self.reading.points)):
            title = unmarked(group[0].stage.text)
            titles = [unmarked(point.step.text) for point in group]
            runs = rows_of_steps(titles, self._met()[first : first + len(group)])
            if flat or (len(runs) == 1 and same_label(titles[0], title)):
                stage = self._step(
                    title, range(first, first + len(group)), f"stages/{number}", f"stage-{number + 1}"
                )
            else:
                stage = self._titled(title, f"stage-{number + 1}")
                spare = slug(stage.get("title", "")) or f"stage-{number + 1}"
                stage["steps"] = [
                    self._step(
                        titles[run.start],
                        range(first + run.start, first + run.stop),
                        f"stages/{number}/steps/{place}",
                        f"{spare}-{place + 1}",
                    )
                    for place, run in enumerate(runs)
                ]
            first += len(group)
            yield stage

    def _met(self) -> tuple[Texts, ...]:
        nobody: tuple[Texts, ...] = ((),) * len(self.reading.points)
        return next((use.texts for use in self.uses if use.field == "touchpoints"), nobody)

    def _step(self, title: str, rows: range, at: str, spare: str) -> Fields:
        """Return a step; one that has no title, or only a number, is called by what is done there."""
        if len(rows) == 1:
            fields = _settled(self._fields(rows[0], at))
        else:
            skipped = 0 if self._met()[rows[0]] else 1
            ats = [at] * skipped + [f"{at}/touchpoints/{number}" for number in range(len(rows) - skipped)]
            fields = _settled(with_meetings([self._fields(*row) for row in zip(rows, ats, strict=True)]))
        actions = fields.get("actions", [])
        if (not title or is_count(title)) and actions and len("; ".join(actions)) <= _TITLE:
            title = unmarked("; ".join(actions))
            del fields["actions"]
        step = self._titled(title, spare)
        add(step, fields)
        return step

    def _titled(self, title: str, spare: str) -> Fields:
        """Return a title with an id where the title alone would make none, or another's."""
        own = slug(title)
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 20].rsplit(' ', 1)[0]} …"
        fields: Fields = {"title": short} if title else {}
        if short != title:
            fields["description"] = title
        if not own or own in self._ids:
            base = own or spare
            own = base
            while own in self._ids:
                # Counted on from where it was: cells may say the same thousands of times.
                self._numbers[base] = max(self._numbers[base] + 1, 2)
                own = f"{base}-{self._numbers[base]}"
            fields["id"] = own
        self._ids.add(own)
        return fields

    def _fields(self, index: int, at: str) -> Fields:
        fields: Fields = {}
        cells = self.reading.points[index].cells
        for use, cell in zip(self.uses, cells, strict=True):
            texts = use.texts[index]
            if not texts:
                continue
            self.ats[cell.place] = at
            if use.field == "emotion":
                self._feel(fields, use, cell, texts, at)
            elif use.field == "channel":
                self._meet(fields, texts, at)
            elif use.field == "department":
                fields["department"] = _named(self.departments, "department", texts[0])
            elif use.field == "touchpoints":
                add(fields, {"touchpoints": [self._point(text, at) for text in texts]})
            elif use.field in ("frontstage", "backstage"):
                add(fields, {use.field: [self._work(use, text) for text in texts]})
            elif use.field:
                add(fields, texts_as(use.field, texts))
            else:
                add_lane(fields, use.name, texts)
        return fields

    def _work(self, use: LaneUse, text: str) -> Fields:
        """Return what is done on a side of the stage, by whom the lane's label names."""
        who = side_of_stage(use.lane.label.text)[1]
        return {"does": text, **({"department": _named(self.departments, "department", who)} if who else {})}

    def _point(self, text: str, at: str) -> Fields:
        return self._titled(unmarked(text), f"{at.replace('/', '-')}-touchpoint")

    def _meet(self, fields: Fields, texts: Texts, at: str) -> None:
        names = [_named(self.channels, "channel", text) for text in texts]
        if len(names) == 1:
            fields["channel"] = names[0]
        else:
            points = zip(texts, names, strict=True)
            fields["touchpoints"] = [{**self._point(text, at), "channel": name} for text, name in points]

    def _feel(self, fields: Fields, use: LaneUse, cell: GridCell, texts: Texts, at: str) -> None:
        felt = feelings(texts, self.scale, self.languages)
        if felt.samples:
            add(fields, {"emotion": [*felt.samples]})
        if felt.unread:
            add_lane(fields, use.name, felt.unread)
        message = self._doubt(felt, texts)
        # What holds for the whole lane is said once; a number off the scale is a slip of its own.
        if message and (felt.off_scale or message not in self._doubted):
            self._doubted.add(message)
            self.doubts.append(Doubt(cell.place, cell.text, message, f"{at}/emotion" if felt.samples else at))

    def _doubt(self, felt: ReadFeelings, texts: Texts) -> str:
        if felt.off_scale and self.scale:
            runs = f"{self.scale[0]:g} to {self.scale[1]:g}"
            return f"this number is off the scale of {runs}; it stands in a lane of its own"
        if felt.unread and not self.scale:
            return (
                "nothing says what numbers like this one are measured on, so they are no feelings, and stand in a "
                "lane of their own; give `--scale`, like `--scale 1..5`, or write the label like `Emotion (1-5)`"
            )
        if felt.unread:
            return "this is no word for a feeling, and no number; it stands in a lane of its own"
        if not self.scale and any(has_number(text) for text in texts):
            return "the number beside the words was left a part of them; give `--scale` to have such numbers read"
        return ""


def _declared(reading: TableReading) -> Ends | None:
    labels = (lane.label.text for lane in reading.lanes if lane.field == "emotion")
    return next((ends for label in labels if (ends := scale_in(label))), None)


def _named(registry: dict[str, str], kind: str, text: str) -> str:
    """Return the id of a channel or department, which is registered with its name."""
    name = unmarked(text)
    key = slug(name) or kind
    registry.setdefault(key, name)
    return key


def _settled(fields: Fields) -> Fields:
    """Return the fields of a step with what is said of one touchpoint put on each of several."""
    points = fields.get("touchpoints", [])
    if len(points) < 2:
        return fields
    shared = {name: fields.pop(name) for name in OF_ONE if name in fields}
    return {**fields, "touchpoints": [{**shared, **point} for point in points]}


def _by_stage(points: tuple[TablePoint, ...]) -> Iterator[list[TablePoint]]:
    group: list[TablePoint] = []
    for point in points:
        if group and point.stage is not group[-1].stage and not same_label(point.stage.text, group[-1].stage.text):
            yield group
            group = []
        group.append(point)
    if group:
        yield group
