"""Quick edit: a point of the line, dragged to another height, becomes a number in the map's file; and back."""

from collections import deque
from pathlib import Path

from pydantic import TypeAdapter

from cjsite.analysis.columns import columns
from cjsite.analysis.feeling import samples_of
from cjsite.base.frozen import frozen
from cjsite.base.writing import rewrite
from cjsite.model.emotion import Emotion, Sample, Scale
from cjsite.model.journey import Journey
from cjsite.model.numerals import is_numeral
from cjsite.preview.editable_map import ColumnPlace, EditableMap
from cjsite.preview.yaml_patch import Unsplicable, given, replaced
from cjsite.reading.tree import Fields, Items, Loc
from cjsite.text.rounding import rounded

_UNDOS = 100
_FEELINGS: TypeAdapter[tuple[Sample, ...]] = TypeAdapter(Emotion)


@frozen
class Drag:
    """A point as the page knows it; score: on −2 to +2; line and sample: which, both from 0."""

    journey: str
    column: str
    score: float
    line: int = 0
    sample: int = 0


class QuickEdit:
    """Writes feelings and takes them back; the file stays the truth, and another's save is never undone."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._done: deque[tuple[Path, bytes, bytes]] = deque(maxlen=_UNDOS)

    def set_feeling(self, drag: Drag) -> str:
        """Write the new number of one feeling, on the scale of its map, and return it as it stands in the file.

        Raises Unsplicable with the reason where that would need more than one change.
        """
        draft = EditableMap(self._content, drag.journey)
        value = _written(draft.lexicon.scale, drag.score)
        data = _changed(draft, _feeling(draft, draft.spot(drag.column), drag), drag.sample, value)
        if data != draft.data:
            draft.write(data)
            self._done.append((draft.path, draft.data, data))
        return value

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one. Raises Unsplicable if the file changed since."""
        if not self._done:
            return False
        path, before, after = self._done.pop()
        if not path.is_file() or path.read_bytes() != after:
            raise Unsplicable(f"{path.name} was saved since; undo it in your editor")
        rewrite(path.resolve(), before)
        return True


def _written(scale: Scale, score: float) -> str:
    """Return a score as the author would write it: tenths, or whole numbers on a wide scale."""
    own = scale.own(max(-2.0, min(2.0, score)))
    number = float(rounded(own, 0 if scale.max - scale.min >= 20 else 1))
    return f"{max(scale.min, min(scale.max, number)) + 0.0:g}"


def _feeling(draft: EditableMap, spot: ColumnPlace, drag: Drag) -> Loc:
    """Return the place of a column's feeling: the touchpoint's own field before its step's, a person's first.

    The feeling of a step with several touchpoints is drawn over those of them that have none.
    """
    own = draft.item((*spot.step, "touchpoints"), spot.touchpoint)
    lines = _lines(draft.journey)
    person = lines[drag.line] if drag.line < len(lines) else ""
    for holder in (own, spot.step):
        fields = draft.at(holder)
        if not isinstance(fields, Fields):
            continue
        people = fields.get("emotions")
        if isinstance(people, Fields) and person in people:
            return (*holder, "emotions", person)
        if fields.get("emotion") is not None:
            return (*holder, "emotion")
    # Nobody wrote one yet: it goes where the column's other fields are.
    return (*(own if spot.count > 1 else spot.step), "emotion")


def _lines(journey: Journey) -> tuple[str, ...]:
    """Return whose lines the map draws, in its order: personas who feel alike everywhere share one."""
    points = columns(journey)
    felt: dict[tuple[object, ...], str] = {}
    for person in journey.people:
        felt.setdefault(tuple((samples_of(c.written, person), samples_of(c.step, person)) for c in points), person)
    return tuple(felt.values())


def _changed(draft: EditableMap, loc: Loc, sample: int, value: str) -> bytes:
    feeling = draft.at(loc)
    if feeling is not None:
        loc = _source(draft, loc, feeling, sample)
        feeling = draft.at(loc)
    if feeling is None:
        return draft.changed(loc[:-1], lambda yaml, at: given(yaml, at, "emotion", value))
    if isinstance(feeling, Fields) and feeling.get("value") is not None:
        return draft.changed((*loc, "value"), lambda yaml, at: replaced(yaml, at, value))
    if isinstance(feeling, Fields) or not is_numeral(str(feeling)):
        # The customer's words stay; the number joins them.
        return draft.changed(loc, lambda yaml, at: given(yaml, at, "value", value))
    return draft.changed(loc, lambda yaml, at: replaced(yaml, at, value))


def _source(draft: EditableMap, loc: Loc, feeling: object, sample: int) -> Loc:
    """Return the place of what a sample of the line was written as; words with arrows are several samples."""
    items = feeling if isinstance(feeling, Items) else [feeling]
    for index, item in enumerate(items):
        count = len(_FEELINGS.validate_python(item, context=draft.lexicon))
        if sample < count > 1:
            raise Unsplicable("these words name several feelings; write them as a list, and each can be moved")
        if sample < count:
            return draft.item(loc, index)
        sample -= count
    raise Unsplicable("there is no such feeling any more")
