"""What each lane of a table is taken as: a field that all its cells fit into, or a lane of its own."""

from collections.abc import Iterator, Sequence

from cjsite.base.frozen import frozen
from cjsite.exchange.imported import Doubt, TakenAs, in_short
from cjsite.exchange.lane_words import has_role, label_key, lanes_of
from cjsite.exchange.table_cells import is_joined, items, lines, same_label, unmarked
from cjsite.exchange.table_feelings import is_feeling
from cjsite.exchange.table_fields import NO_FIELDS, OF_ONE, PROSE, Texts, people, side_of_stage, suits
from cjsite.exchange.table_meetings import rows_of_steps
from cjsite.exchange.table_points import TableLane, TableReading
from cjsite.model.lanes import LANE_OF, LANES, PARTS

_ONCE = {"department", "duration", "wait", "time", "place", "moment_of_truth", "channel"}
"""Fields that hold one thing: a second lane of that kind would take the place of the first."""
_OURS = {"stage": ("phase",), "step": ("name", "title"), "actors": ("actor",), "wait": ("waiting time",)}
"""What else parts of a map are called in words like ours."""


@frozen
class LaneUse:
    """What a lane is taken as: a field, or '' for one of its own, with its texts at each point."""

    lane: TableLane
    field: str
    texts: tuple[Texts, ...]
    name: str
    taken: tuple[TakenAs, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def lane_uses(reading: TableReading, languages: tuple[str, ...]) -> tuple[LaneUse, ...]:
    """Return what each lane of a table is taken as."""
    return tuple(_Uses(reading, languages).all())


def is_flat(reading: TableReading) -> bool:
    """Tell whether each stage of a table is a step itself: it has none, or one that is called like it."""
    stages = [point.stage for point in reading.points]
    if not any(point.step.text.strip() for point in reading.points):
        return len(set(stages)) == len(stages)
    met = next((i for i, lane in enumerate(reading.lanes) if lane.field == "touchpoints"), -1)
    texts = [items(point.cells[met].text) if met >= 0 else () for point in reading.points]
    titles = [point.stage.text for point in reading.points]
    alike = all(same_label(point.step.text, point.stage.text) for point in reading.points)
    return alike and len(rows_of_steps(titles, texts)) == len(set(titles))


class _Uses:
    """The lanes of a table as they are taken, from the first: what is taken already is no field of the next."""

    def __init__(self, reading: TableReading, languages: tuple[str, ...]) -> None:
        self.reading, self.languages = reading, languages
        self.flat = is_flat(reading)
        self.cells = [self._texts(i, lane) for i, lane in enumerate(reading.lanes)]
        self.fields = [lane.field for lane in reading.lanes]
        self.is_blueprint = not reading.fields().isdisjoint(("frontstage", "backstage"))
        met = (cells for cells, field in zip(self.cells, self.fields, strict=True) if field == "touchpoints")
        self.several = any(len(texts) > 1 for cells in met for texts in cells)

    def _texts(self, index: int, lane: TableLane) -> tuple[Texts, ...]:
        """Return what a lane lists at each point; a text that goes on may hold semicolons."""
        parts = lines if lane.field in PROSE else people if lane.field == "actors" else items
        return tuple(parts(point.cells[index].text) for point in self.reading.points)

    def all(self) -> Iterator[LaneUse]:
        names: set[str] = set()
        fields: set[str] = set()
        for lane, texts in zip(self.reading.lanes, self.cells, strict=True):
            wanted, doubts = self._wanted(lane, texts)
            field = self._field(wanted, texts)
            field = "" if field in fields & _ONCE else field
            fields.add(field)
            name = _free_name(lane.name, names) if not field or field == "emotion" else lane.name
            names.add(name)
            own = f"`{field}`" if field else "a lane of its own"
            target = own if any(texts) else "nothing: its cells are empty"
            if wanted not in ("", "lanes", *NO_FIELDS) and not field:
                message = f"'{lane.name}' became a lane of its own: not all of it fits into `{wanted}`"
                doubts = (*doubts, Doubt(lane.label.place, lane.name, message))
            if who := side_of_stage(lane.label.text)[1] if field in ("frontstage", "backstage") else "":
                message = f"'{who}' was taken for the department that does this"
                doubts = (*doubts, Doubt(lane.label.place, lane.name, message))
            if field == "department":
                message = f"'{lane.name}' was taken for the department that customers meet, which nothing says"
                doubts = (*doubts, Doubt(lane.label.place, lane.name, message))
            taken = TakenAs(lane.label.place, f"'{lane.name}'" if lane.name else "what has no label", target)
            yield LaneUse(lane, field, texts, name, (taken, *_kept_whole(lane, texts)), doubts)

    def _wanted(self, lane: TableLane, texts: tuple[Texts, ...]) -> tuple[str, tuple[Doubt, ...]]:
        """Return the field that a label names; one of thoughts and feelings is what most of its cells are."""
        if lane.field == "evidence" and self.is_blueprint:
            # Blueprints call so what customers meet there, and not the research.
            return "props", ()
        if not lane.field and self.is_blueprint and has_role(lane.name, "strong-journey"):
            # Beside what is done for customers, their journey is what they do themselves.
            return "actions", ()
        both = set(lanes_of(lane.name))
        if len(both) < 2 or lane.field not in both:
            return lane.field, ()
        field = lane.field
        if both == {"thoughts", "emotion"}:
            told = [text for named in texts for text in named]
            felt = sum(is_feeling(text, self.languages) for text in told)
            field = "emotion" if 2 * felt > len(told) else "thoughts"
        message = f"'{lane.name}' names several lanes; it was taken as `{field}`"
        return field, (Doubt(lane.label.place, lane.name, message),)

    def _field(self, field: str, texts: tuple[Texts, ...]) -> str:
        if field == "channel":
            return self._channel(texts)
        if (field == "needs" and "goal" in self.fields) or (field in ("goal", "needs") and not self.flat):
            return ""
        if field in OF_ONE and self.several and field != "department":
            return ""
        if field == "duration" and not suits(field, texts):
            field = "time" if self.flat else ""
        return field if field and field != "lanes" and suits(field, texts) else ""

    def _channel(self, texts: tuple[Texts, ...]) -> str:
        if "touchpoints" in self.fields:
            alone = not self.several and all(len(named) < 2 for named in texts)
            return "channel" if alone and suits("channel", texts) else ""
        return next((field for field in ("channel", "touchpoints") if suits(field, texts)), "")


def _kept_whole(lane: TableLane, texts: Sequence[Texts]) -> Iterator[TakenAs]:
    """Yield the first text of a lane with a semicolon that parts nothing, which a list may have been meant by."""
    joined = [text for named in texts for text in named if lane.field not in PROSE and is_joined(text)]
    if joined:
        more = f" and {len(joined) - 1} more" if len(joined) > 1 else ""
        yield TakenAs(lane.label.place, f"'{in_short(joined[0])}'{more}", "one text, for it goes on behind the `;`")


def _free_name(name: str, taken: set[str]) -> str:
    short = (name or "Notes")[:480]
    number, free = 2, short
    while free in taken:
        free, number = f"{short} {number}", number + 1
    return free


def lane_of_field(field: str, reading: TableReading) -> str:
    """Return the lane or part that is named after what a field's label says; a stage's story is no step's."""
    field = "goal" if field == "needs" else field
    return "story" if field == "description" and is_flat(reading) else LANE_OF.get(field, field)


def lanes_named(reading: TableReading, uses: Sequence[LaneUse]) -> dict[str, str]:
    """Return the author's words for the lanes of the format, and for other parts where they differ from ours."""
    names: dict[str, list[str]] = {}
    told = [(part, unmarked(label.text)) for part, label in reading.axes]
    told += [(use.field, use.lane.name) for use in uses if any(use.texts)]
    for field, name in told:
        lane = lane_of_field(field, reading)
        is_ours = label_key(name) in (field, *_OURS.get(field, ()))
        is_telling = not is_ours and not has_role(name, "generic")
        if name and (is_telling if _is_brief(field) else lane in LANES):
            names.setdefault(lane, []).append(name)
    return {lane: " / ".join(dict.fromkeys(own))[:500] for lane, own in names.items()}


def _is_brief(field: str) -> bool:
    """Tell whether a map has no lane for a field alone, so that its name says nothing where it is ours."""
    return field in (*PARTS, "description") or LANE_OF.get(field) == "effort"
