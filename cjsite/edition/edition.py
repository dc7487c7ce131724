"""The content for some readers: what is meant for others is not there, and nothing that is there speaks of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from cjsite.base.frozen import frozen
from cjsite.base.problem import Broken
from cjsite.edition.closing import closed
from cjsite.edition.composing import REGISTRIES, composed, with_named_files
from cjsite.edition.leaving import Things, leaving
from cjsite.edition.left_out import LeftOut
from cjsite.edition.objects import is_as_before, replaced
from cjsite.edition.readers import Readers, undeclared
from cjsite.edition.restricting import Restricted, restricted
from cjsite.edition.withheld import Withheld
from cjsite.model.content import Content
from cjsite.model.types import Kind
from cjsite.reading.entry import Need

_HELD_BACK = Restricted(None, {}, frozenset())


@frozen
class Edition:
    """What readers see of a content, and what they do not."""

    content: Content
    left_out: LeftOut


def edition(content: Content, readers: Readers, named: Iterable[str] = ()) -> Edition:
    """Return the edition of a content for some readers. Raises Broken where an audience is not declared.

    named: paths of files that are named outside the content, by the theme.
    """
    if problems := list(undeclared(readers, content.settings)):
        raise Broken(problems)
    before: Things = {kind: getattr(content, name) for kind, name in REGISTRIES.items()}
    archived = () if readers.archived else _of_status(content, "archived")
    drafts = () if readers.drafts else _of_status(content, "draft")
    parts: dict[Need, Restricted] = {("journey", name): _HELD_BACK for name in (*archived, *drafts)}
    parts.update(_restricted(content, before, readers, frozenset(parts)))
    seen = {kind: _kept(kind, things, parts) for kind, things in before.items()}
    out, kept = leaving(before, seen, content.outlines)
    if out.named:
        kept = {kind: _closed(kind, things, out, content, before[kind]) for kind, things in kept.items()}
    partial = frozenset(_partial(before["journey"], kept["journey"], parts))
    own = with_named_files(composed(content, kept, out, readers, partial), named)
    unnamed = tuple(sorted(content.files.keys() - own.files.keys()))
    return Edition(own, LeftOut.of(parts.values(), len(archived), len(drafts), unnamed, content.unread))


def _of_status(content: Content, status: str) -> tuple[str, ...]:
    return tuple([name for name, journey in content.outlines.items() if journey.status == status])


def _restricted(
    content: Content, things: Things, readers: Readers, held_back: Collection[Need]
) -> Iterator[tuple[Need, Restricted]]:
    """Yield what readers see of each object that may hold what is not for them."""
    declared = frozenset(("audience", name) for name in content.settings.audiences)
    for kind, own in things.items():
        # Where nobody is named who may read less than everyone, there are only notes.
        for name in own if declared or kind == "journey" else ():
            is_for_some = declared and not declared.isdisjoint(content.references[kind].get(name, ()))
            has_notes = kind == "journey" and content.outlines[name].has_notes
            if (is_for_some or has_notes) and (kind, name) not in held_back:
                yield (kind, name), restricted(f"{kind}/{name}", own[name], readers)


def _kept(kind: Kind, things: Mapping[str, Any], parts: Mapping[Need, Restricted]) -> Mapping[str, Any]:
    """Return the objects of a kind as readers see them: the same mapping where they see all."""
    changed = {name: part.value for (own, name), part in parts.items() if own == kind}
    return replaced(things, changed) if changed else things


def _partial(before: Mapping[str, Any], kept: Mapping[str, Any], parts: Mapping[Need, Restricted]) -> Iterator[str]:
    """Yield the journeys of which readers see less than their authors wrote, notes apart."""
    for name in kept:
        part = parts.get(("journey", name))
        has_all = part is not None and part.counts.keys() <= {"note"} and kept[name] is part.value
        if not has_all and not is_as_before(before, kept, name):
            yield name


def _closed(
    kind: Kind, things: Mapping[str, Any], out: Withheld, content: Content, before: Mapping[str, Any]
) -> Mapping[str, Any]:
    changed = {}
    for name in things:
        is_whole = kind == "journey" and is_as_before(before, things, name)
        if is_whole and not _may_name(content, name, out):
            continue
        thing = things[name]
        left = closed(f"{kind}/{name}", thing, out)
        if left is not thing:
            changed[name] = left
    return replaced(things, changed) if changed else things


def _may_name(content: Content, journey: str, out: Withheld) -> bool:
    """Tell whether a journey may name something that is left out, without reading it."""
    brief, needs = content.outlines[journey], content.references["journey"][journey]
    texts = (("persona", brief.actors), ("opportunity", brief.opportunities), ("step", brief.parts))
    return (
        f"journey/{journey}" in content.links
        or not needs.isdisjoint(out.named)
        or any((kind, name) in out.named for kind, names in texts for name in names)
    )
