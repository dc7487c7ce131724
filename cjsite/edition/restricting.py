"""An object without those of its parts that are for other readers, and without what was written for authors."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeVar

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.edition.parts import is_hollow, mapped, renewed
from cjsite.edition.readers import Readers
from cjsite.model.journey import Insight, Path, Stage
from cjsite.model.step import Step, StepFields
from cjsite.model.touchpoint import Touchpoint
from cjsite.model.types import EVERYONE, Identified, Record
from cjsite.reading.references import reference_fields

R = TypeVar("R", bound=Identified)
_EVERYONE = frozenset({EVERYONE})
_NOUNS: Mapping[type[Record], str] = {
    Stage: "stage", Step: "step", Touchpoint: "touchpoint", Path: "path", Insight: "insight",
}  # fmt: skip


@frozen
class Restricted:
    """What readers may see of an object, None for nothing of it.

    counts: what was left out, by what it is called. lacking: the audiences that would see more.
    """

    value: Any
    counts: Mapping[str, int]
    lacking: frozenset[str]


@memo(by="address")
def restricted(address: str, value: Identified, readers: Readers) -> Restricted:
    """Return what readers may see of an object; address: its `kind/id`."""
    work = _Restriction(readers)
    kept = work.kept(value, _EVERYONE)
    counts = {address.partition("/")[0]: 1} if kept is None else work.counts
    return Restricted(kept, counts, frozenset(work.lacking))


class _Restriction:
    """One object being restricted: what stands in a thing is for nobody who may not read the thing."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self.counts: Counter[str] = Counter()
        self.lacking: set[str] = set()

    def kept(self, record: Record, around: frozenset[str]) -> Record | None:
        """Return what is left of a record; around: who may read what it stands in."""
        audience = _narrowed(frozenset(getattr(record, "audience", ())), around)
        if not self.readers.are_among(audience):
            self.counts[_NOUNS.get(type(record), "detail")] += 1
            self.lacking |= audience
            return None
        changes: dict[str, Any] = {}
        for field in reference_fields(type(record)):
            if field.records and field.field in record.model_fields_set:
                old = getattr(record, field.field)
                new = mapped(old, lambda part: self.kept(part, audience) if isinstance(part, Record) else part)
                if new is not old:
                    changes[field.field] = new
        if is_hollow(record, changes):
            return None
        if isinstance(record, StepFields) and record.notes:
            self.counts["note"] += len(record.notes)
            changes["notes"] = None
        if "audience" in record.model_fields_set:
            changes["audience"] = tuple(sorted(audience & self.readers.audiences)) or (EVERYONE,)
        return renewed(record, changes) if changes else record


def _narrowed(own: frozenset[str], around: frozenset[str]) -> frozenset[str]:
    """Return who may read a thing: its own audience, as far as they may read what it stands in."""
    if not own or EVERYONE in own:
        return around
    return own if EVERYONE in around else own & around
