"""The parts of a site that its pages read, by the names under which they note them, and their digests."""

from collections.abc import Callable, Collection, Mapping, Sequence

from cjsite.base.digest import Digests, digest
from cjsite.base.lazy import Lazy
from cjsite.model.content import Content
from cjsite.summaries.journey_rollups import ALONE, CONTENT, IN_A_ROW
from cjsite.summaries.site_summary import VALUES, SiteSummary
from cjsite.tasks.stored_summary import OF_JOURNEYS, OF_RUNS

BUILT = "built"
"""The date of the build, where a page makes something of it."""
Encoded = Sequence[Mapping[str, bytes]]
Reads = tuple[tuple[str, bytes], ...]
"""Parts that somebody has read, each with its digest."""


class SiteParts:
    """The parts of a site. summaries: those of its journeys, runs: what these come to in rows, field by field.

    mark_of: returns what stands for all that came of a journey, by its id.
    """

    def __init__(
        self,
        content: Content,
        site: SiteSummary,
        built: str,
        summaries: Lazy[Encoded],
        runs: Lazy[Encoded],
        mark_of: Callable[[str], bytes],
    ) -> None:
        self._content, self._site, self._built = content, site, built
        self._summaries, self._runs, self._mark_of = summaries, runs, mark_of
        self._values = Digests()
        self._digests: dict[str, bytes | None] = {}

    def digests(self, names: Collection[str]) -> Reads | None:
        """Return parts with their digests; None if there is no telling one of them from another."""
        reads = [(name, made) for name in names if (made := self._digest(name)) is not None]
        return tuple(reads) if len(reads) == len(names) else None

    def are_still(self, reads: Reads) -> bool:
        """Tell whether parts are what they were."""
        return all(self._digest(name) == before for name, before in reads)

    def _digest(self, name: str) -> bytes | None:
        if name not in self._digests:
            try:
                self._digests[name] = self._made(name)
            except TypeError:
                self._digests[name] = None
        return self._digests[name]

    def _made(self, name: str) -> bytes:
        for begin, values in ((OF_JOURNEYS, self._summaries), (OF_RUNS, self._runs)):
            if name.startswith(begin):
                field = name.removeprefix(begin)
                return digest(*(value.get(field, b"") for value in values()))
        if name.startswith(IN_A_ROW):
            field, first, after = name.removeprefix(IN_A_ROW).split(":")
            return digest(*(value.get(field, b"") for value in self._summaries()[int(first) : int(after)]))
        if name.startswith(ALONE):
            return self._mark_of(name.removeprefix(ALONE))
        if name.startswith(CONTENT):
            return self._values.of(getattr(self._content, name.removeprefix(CONTENT), None))
        if name in VALUES:
            value = VALUES[name](self._site)
            # What it was made of is much, and it itself little.
            self._site.forget()
            return self._values.of(value)
        # Another version of this may have noted what is no part any more.
        return self._values.of(self._built)
