"""What an edition leaves out, and how somebody who builds it can take it in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from cjsite.base.frozen import frozen
from cjsite.base.problem import count
from cjsite.edition.restricting import Restricted

_MOST = 5
"""Files that are named; more of them are counted."""
_NOUNS: Mapping[str, str] = {"journey": "map", "evidence": "source"}
_ORDER = (
    "journey", "stage", "step", "touchpoint", "path", "insight", "detail", "persona", "evidence", "opportunity",
    "department", "channel", "metric", "page",
)  # fmt: skip


@frozen
class LeftOut:
    """What readers do not see of a content.

    counts: what is for others, by kind. lacking: the audiences that would see more. archived, drafts: maps. notes:
    for authors. files: those that nothing names which readers see. unread: those that nothing reads.
    """

    counts: Mapping[str, int]
    lacking: frozenset[str] = frozenset()
    archived: int = 0
    drafts: int = 0
    notes: int = 0
    files: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        parts: Iterable[Restricted],
        archived: int,
        drafts: int,
        files: tuple[str, ...],
        unread: tuple[str, ...],
    ) -> Self:
        """Return what is left out of objects, with maps held back and files that nothing names, or reads."""
        counts: Counter[str] = Counter()
        lacking: set[str] = set()
        for part in parts:
            counts.update(part.counts)
            lacking |= part.lacking
        notes = counts.pop("note", 0)
        return cls(counts, frozenset(lacking), archived, drafts, notes, files, unread)

    def lines(self) -> Iterator[str]:
        """Yield what is left out, a line for each way to take it in."""
        if self.counts:
            named = [_count(self.counts[kind], kind) for kind in _ORDER if self.counts.get(kind)]
            yield f"for other readers: {_listed(named)} (--audience {','.join(sorted(self.lacking))})"
        if self.archived:
            yield f"{_count(self.archived, 'archived map')} (--archived)"
        if self.drafts:
            yield _count(self.drafts, "draft")
        if self.notes:
            yield f"for authors: {_count(self.notes, 'note')}"
        if self.files:
            yield f"{_count(len(self.files), 'file')} that nothing in it names: {_first(self.files)}"
        if self.unread:
            said = "that nothing reads (`cjsite check` says why)"
            yield f"{_count(len(self.unread), 'file')} {said}: {_first(self.unread)}"


NOTHING = LeftOut({})
"""What authors do not see of what they wrote."""


def _count(number: int, kind: str) -> str:
    noun = _NOUNS.get(kind, kind)
    return count(number, noun) if number == 1 or not noun.endswith("y") else f"{number} {noun[:-1]}ies"


def _first(files: tuple[str, ...]) -> str:
    return ", ".join([*files[:_MOST], *(["…"] if len(files) > _MOST else [])])


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
