"""Results of earlier builds: what journeys' files hold, and what came of the journeys."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from cjsite.base.digest import Digests, digest
from cjsite.base.frozen import fields, frozen, replace
from cjsite.base.store import Store
from cjsite.base.versions import versions
from cjsite.model.journey import Journey
from cjsite.reading.lexicon import Lexicon
from cjsite.reading.sourced import JourneySource
from cjsite.summaries.journey_context import JourneyContext, SharedContext
from cjsite.tasks.journey_task import JourneyTask, MadeFile, MadeJourney, ReadJourney, SharedInput, unpacked

T = TypeVar("T")
_OF_REGISTRIES = ("departments", "channels", "evidence", "metrics")


@frozen
class KeptPage:
    """A page as it is kept, with the parts of the site that it was made from, each with its digest.

    value: the digest of all that its template was given.
    """

    file: MadeFile
    reads: tuple[tuple[str, bytes], ...]
    value: bytes


class Kept:
    """What is kept in a store, by all that it was made from; without a store, nothing is."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._heads = msgspec.msgpack.Decoder(ReadJourney)
        self._journeys = msgspec.msgpack.Decoder(MadeJourney)
        self._pages = msgspec.msgpack.Decoder(KeptPage)
        self._runs = msgspec.msgpack.Decoder(dict[str, bytes])
        self._lexicons: dict[int, tuple[Lexicon, bytes]] = {}

    def source_key(self, source: JourneySource) -> bytes:
        """Return the key of what a journey's file holds."""
        lexicon = self._lexicons.get(id(source.lexicon))
        if lexicon is None:
            lexicon = self._lexicons[id(source.lexicon)] = source.lexicon, Digests().of(source.lexicon)
        return digest("head", versions(), source.path, source.data, lexicon[1])

    def head(self, key: bytes) -> ReadJourney | None:
        """Return what is kept of a journey's file."""
        return self._decoded(self._heads, key)

    def keep_head(self, key: bytes, head: ReadJourney) -> None:
        """Keep what a journey's file holds."""
        if self._store:
            self._store.put(key, msgspec.msgpack.encode(head))

    def journey(self, key: bytes, today: datetime.date) -> MadeJourney | None:
        """Return what came of a journey, if the same would come of it today."""
        kept = self._decoded(self._journeys, key)
        return kept if kept and kept.since <= today <= kept.until else None

    def data(self, made: MadeJourney) -> tuple[bytes, ...] | None:
        """Return the bytes of a journey's files, without the date of the build."""
        return self._unpacked(_files_key(made))

    def keep(self, key: bytes, made: MadeJourney, files: bytes) -> None:
        """Keep what came of a journey; files: packed."""
        if self._store:
            self._store.put(key, msgspec.msgpack.encode(made))
            self._store.put(_files_key(made), files)

    def run(self, key: bytes) -> dict[str, bytes] | None:
        """Return what journeys in a row come to, field by field."""
        return self._decoded(self._runs, key)

    def keep_run(self, key: bytes, rolled: Mapping[str, bytes]) -> None:
        """Keep what journeys in a row come to."""
        if self._store:
            self._store.put(key, msgspec.msgpack.encode(rolled))

    def page(self, key: bytes) -> KeptPage | None:
        """Return what is kept of a page that belongs to no journey alone."""
        return self._decoded(self._pages, key)

    def page_data(self, page: KeptPage) -> bytes | None:
        """Return its bytes, without the date of the build."""
        data = self._unpacked(page.file.mark)
        return data[0] if data and len(data) == 1 else None

    def keep_page(self, key: bytes, page: KeptPage, data: bytes | None) -> None:
        """Keep a page; data: packed, None where it is kept already."""
        if self._store:
            self._store.put(key, msgspec.msgpack.encode(page))
            if data is not None:
                self._store.put(page.file.mark, data)

    def _unpacked(self, key: bytes) -> tuple[bytes, ...] | None:
        data = self._store.get(key) if self._store else None
        try:
            return None if data is None else unpacked(data)
        except ValueError:
            return None

    def _decoded(self, decoder: "msgspec.msgpack.Decoder[T]", key: bytes) -> T | None:
        data = self._store.get(key) if self._store else None
        try:
            return None if data is None else decoder.decode(data)
        except msgspec.MsgspecError:  # what somebody else put there is not there
            return None


def _files_key(made: MadeJourney) -> bytes:
    # By what they hold: another day, or another build at the same time, may have made others of the same journey.
    return digest("files", *(file.mark for file in made.files))


class TaskKeys:
    """The keys of what comes of journeys: digests of all that each may read."""

    def __init__(self, shared: SharedInput) -> None:
        self._digests = Digests()
        context = shared.context
        self._registered = dict(self._records(context))
        rest = {name: getattr(context, name) for name in fields(context) if name not in (*_OF_REGISTRIES, "today")}
        frame = replace(shared.frame, built="")
        looks = (shared.theme.templates, shared.theme.origins, shared.theme.assets)
        own = shared.wording
        words = (own.language, own.words, own.english, own.signs)
        self.shared = self._digests.of((versions(), rest, frame, looks, words))
        """What stands for all that the tasks of a build have in common."""

    def of(self, task: JourneyTask, sources: Mapping[str, bytes]) -> bytes:
        """Return the key of a task; sources: those of the journeys that it reads, by their ids."""
        context = task.context
        measured = {("metric", measurement.metric) for measurement in context.measurements}
        named = frozenset[tuple[str, str]]().union(measured, *context.references)
        records = sorted(self._registered[need] for need in named if need in self._registered)
        return digest(
            "journey",
            self.shared,
            task.id,
            task.origin,
            *(part for name in task.journeys for part in (name, sources[name])),
            self._digests.plain(self._own(context)),
            *(part for _, part in records),
        )

    def record(self, journey: Journey) -> bytes:
        """Return what stands for a journey that says other things than its file."""
        return self._digests.of(journey)

    def value(self, value: object) -> bytes:
        """Return what stands for a value of the content. Raises TypeError for what nothing can stand for."""
        return self._digests.of(value)

    def _records(self, context: SharedContext) -> Iterator[tuple[tuple[str, str], tuple[int, bytes]]]:
        """Yield each thing of the registries with its place among them and its digest."""
        kinds = ("department", "channel", "evidence", "metric")
        for kind, field in zip(kinds, _OF_REGISTRIES, strict=True):
            for number, (name, record) in enumerate(getattr(context, field).items()):
                yield (kind, name), (number, digest(kind, name, self._digests.of(record)))

    def _own(self, context: JourneyContext) -> Sequence[object]:
        """Return what a journey reads beside itself; what it names of registries is looked up there."""
        return [getattr(context, name) for name in fields(context) if name != "references"]
