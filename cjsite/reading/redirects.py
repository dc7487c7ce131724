"""Redirects: what has moved must be gone, and where it is now must be there."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Place, Problem
from cjsite.model.moved import FOLDERS, AddressedThing, addressed_thing
from cjsite.model.site import Settings
from cjsite.model.types import Identified, Kind, Ref
from cjsite.reading.entry import Need
from cjsite.reading.references import Reference, fault
from cjsite.reading.source import Source
from cjsite.reading.tree import mark_of

_FORMS = "write the id of a map (`ride`), of a step on one (`ride#pay`), or an address like personas/anna.html"
Objects = Mapping[Kind, Mapping[str, Identified]]


@frozen
class PlacedRedirect:
    """A redirect as it is written, and where its two ends stand."""

    old: str
    new: str
    old_at: Place
    new_at: Place
    excerpt: str


def placed_redirects(settings: Settings, tree: object, source: Source) -> Iterator[PlacedRedirect]:
    """Yield the redirects of `site.yml` with their places."""
    for old, new in settings.redirects.items():
        old_mark, new_mark = (mark_of(tree, ("redirects", old), key=key) for key in (True, False))
        old_at, new_at = Place(source.path, *old_mark), Place(source.path, *new_mark)
        yield PlacedRedirect(old, new, old_at, new_at, source.lines[old_mark[0] - 1][:400])


def redirect_problems(
    placed: Sequence[PlacedRedirect], objects: Objects, steps: Collection[str], blind: Collection[Need]
) -> Iterator[Problem]:
    """Yield every problem of redirects; what may stand in a file that cannot be read is not missed."""
    if placed:
        yield from _Redirects(placed, objects, steps, blind).problems()


class _Redirects:
    def __init__(
        self, placed: Sequence[PlacedRedirect], objects: Objects, steps: Collection[str], blind: Collection[Need]
    ) -> None:
        self._placed, self._objects, self._steps, self._blind = placed, objects, steps, blind
        self._ends = [(addressed_thing(one.old), addressed_thing(one.new)) for one in placed]
        self._moved = {old: new for old, new in self._ends if old and new}
        # On many disks and servers names that differ by capitals are one.
        self._pages = {kind: frozenset(map(str.casefold, own)) for kind, own in objects.items()}

    def problems(self) -> Iterator[Problem]:
        seen: set[AddressedThing | None] = set()
        for redirect, (old, new) in zip(self._placed, self._ends, strict=True):
            for written, thing, place in (
                (redirect.old, old, redirect.old_at),
                (redirect.new, new, redirect.new_at),
            ):
                if thing is None:
                    yield Problem(place, f"'{written}' is nothing that a redirect is for", _FORMS, redirect.excerpt)
            page = old and _on_any_disk(old)
            if old and page in seen:
                message = f"'{redirect.old}' is redirected twice"
                yield Problem(redirect.old_at, message, "remove one of the two", redirect.excerpt)
            elif old and (message := self._still_there(old)):
                yield Problem(
                    redirect.old_at, message, "remove the redirect, or rename what is there", redirect.excerpt
                )
            elif old and (message := self._nowhere(old)):
                mend = "write its id as its file's name has it" if self._has_page(old.whole) else ""
                yield Problem(redirect.old_at, message, mend or f"write also `{old.whole}: …`", redirect.excerpt)
            seen.add(page)
            if old and new and (said := self._missing(old, new)):
                message, _, mend = said.partition("; ")
                yield Problem(redirect.new_at, message, mend, redirect.excerpt)

    def _is_there(self, thing: AddressedThing) -> bool:
        if thing.step:
            return f"{thing.id}#{thing.step}" in self._steps
        return thing.id in self._objects[thing.kind]

    def _has_page(self, thing: AddressedThing) -> bool:
        """Tell whether a page stands there."""
        return self._is_there(thing) or thing.id.casefold() in self._pages[thing.kind]

    def _may_be(self, thing: AddressedThing) -> bool:
        return (thing.kind, thing.id) in self._blind or (thing.kind, "*") in self._blind

    def _still_there(self, old: AddressedThing) -> str:
        if self._may_be(old.whole) and not old.step:
            return f"there still is '{old}': its address leads there"
        is_left = self._is_there(old) if old.step else self._has_page(old)
        return f"there still is '{old}': its address leads there" if is_left else ""

    def _nowhere(self, old: AddressedThing) -> str:
        """Return what is wrong with a step of a map of which nothing is told; '' for nothing."""
        is_told = not old.step or old.whole in self._moved or self._is_there(old.whole) or self._may_be(old.whole)
        return "" if is_told else f"there is no journey '{old.id}', and nothing says where it is now"

    def _missing(self, old: AddressedThing, new: AddressedThing) -> str:
        """Return what is wrong with where a redirect leads, with its mend after `; `."""
        if self._may_be(new.whole) or self._is_there(new):
            return ""
        trail = [old]
        further: AddressedThing | None = new
        while further is not None:
            if further in trail:
                return f"redirects run in a circle: {_shown([*trail, further])}; let one lead to what is there"
            trail.append(further)
            further = self._moved.get(further)
        if len(trail) > 2:
            return f"'{new}' is redirected itself: {_shown(trail)}; write {trail[-1]}"
        name = f"{new.id}#{new.step}" if new.step else new.id
        others = (AddressedThing(kind, new.id) for kind in FOLDERS.values() if new.id in self._objects[kind])
        if not new.step and (other := next(others, None)):
            return f"there is no {new.kind} '{name}', but a {other.kind}; write {other}"
        reference = Reference(Ref("step" if new.step else new.kind), name, ())
        return fault(reference, {**self._objects, "step": self._steps}, "")


def _on_any_disk(old: AddressedThing) -> AddressedThing:
    """Return what shares its page on disks that take capitals for small letters; a place on a page is its own."""
    return old if old.step else replace(old, id=old.id.casefold())


def _shown(trail: Sequence[AddressedThing]) -> str:
    return " → ".join(map(str, trail))
