"""An object without what names things that are left out, so that what remains still holds."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from cjsite.base.memo import memo
from cjsite.edition.parts import is_hollow, mapped, renewed
from cjsite.edition.withheld import Withheld
from cjsite.model.opportunity import Opportunity
from cjsite.model.types import Record, Ref
from cjsite.model.waiver import SiteWaiver
from cjsite.reading.references import ReferenceField, reference_fields
from cjsite.text.destinations import Target, unlinked

_ACTOR = Ref("persona", or_text="anything")
_AS_TEXT = {"actors": _ACTOR}
"""Fields of texts that may be ids, and are read as such only where they are shown."""


@memo(by="address")
def closed(address: str, value: Record, withheld: Withheld) -> Any:
    """Return an object without references to what is withheld; address: its `kind/id`."""
    return Closing(address.partition("/")[2], withheld).kept(value)


class Closing:
    """Taking what is withheld out of one object; owner: its id."""

    def __init__(self, owner: str, withheld: Withheld) -> None:
        self.owner = owner
        self.withheld = withheld.named
        self.ids = withheld.ids

    def kept(self, record: Record) -> Record | None:
        """Return what is left of a record, None if it would say something else without what it names."""
        if self._stands_for_one(record):
            return None
        fields, changes = _fields(type(record)), {}
        for name in record.model_fields_set:
            old = getattr(record, name)
            field = fields.get(name)
            ref, key_ref = (field.ref, field.key_ref) if field else (_AS_TEXT.get(name), None)
            new = self._by_name(old, key_ref) if isinstance(old, dict) else old
            new = mapped(new, partial(self._value, ref))
            if name == "link" and self._is_out(old):
                new = None
            if new is old:
                continue
            changes[name] = new
            if new is None and type(record).model_fields[name].is_required():
                return None
            if ref and (ref.takes_along == "any" or (ref.takes_along == "last" and new is None)):
                return None
        if is_hollow(record, changes):
            return None
        return renewed(record, changes) if changes else record

    def _value(self, ref: Ref | None, value: Any) -> Any:
        if isinstance(value, Record):
            return self.kept(value)
        if not isinstance(value, str):
            return value
        if ref and (name := self._named(ref, value)) != value:
            return name or None
        return value if ref and ref.or_text == "never" else self._text(value)

    def _named(self, ref: Ref, name: str) -> str:
        """Return what stands in the place of a name."""
        if name in ref.also:
            return name
        address = f"{self.owner}#{name}" if ref.kind == "step" and "#" not in name else name
        return self.withheld.get((ref.kind, address), name)

    def _by_name(self, pairs: dict[Any, Any], ref: Ref | None) -> dict[Any, Any] | None:
        """Return pairs without those of which the name is that of something withheld; a name may be a text, too."""
        kept = {name: self._value(ref, name) for name in pairs}
        if all(new is name for name, new in kept.items()):
            return pairs
        return type(pairs)((new, pairs[name]) for name, new in kept.items() if new is not None) or None

    def _text(self, text: str) -> str:
        kept = unlinked(text, self._is_out)
        return text if kept == text else kept

    def _is_out(self, destination: str) -> bool:
        """Tell whether a link leads to what is withheld."""
        target = Target(destination)
        if not target.is_within:
            return False
        owners = [name for name in target.names if name] or [self.owner]
        return not self.ids.isdisjoint((*target.names, *target.parts)) or any(
            ("step", f"{owner}#{part}") in self.withheld for owner in owners for part in target.parts
        )

    def _stands_for_one(self, record: Record) -> bool:
        """Tell whether a record is only there for something that is withheld."""
        if isinstance(record, SiteWaiver):
            kind, _, name = record.about.partition("/")
            return (kind, name) in self.withheld
        return (
            isinstance(record, Opportunity)
            and record.model_fields_set == {"title"}
            and ("opportunity", record.title) in self.withheld
        )


@cache
def _fields(model: type[Record]) -> Mapping[str, ReferenceField]:
    return {field.field: field for field in reference_fields(model)}
