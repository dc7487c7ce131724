"""The functions that are called in other processes: data in, data out, and nothing else read."""

import pickle
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence

from cjsite.base.digest import digest
from cjsite.base.frozen import replace
from cjsite.base.garbage import swept
from cjsite.base.memo import Memory
from cjsite.base.problem import Broken
from cjsite.base.watched_day import WatchedDay
from cjsite.model.journey import Journey
from cjsite.pages.journey_result import journey_result
from cjsite.pages.page import PageStub
from cjsite.reading.sourced import JourneySource, head, kept_for_now
from cjsite.summaries.journey_inputs import assembled
from cjsite.summaries.journey_run import journey_run
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.list_lengths import journey_rows
from cjsite.tasks.date_slot import DateSlot
from cjsite.tasks.journey_task import (
    JourneyTask,
    MadeFile,
    MadeJourney,
    MadeRun,
    ReadJourney,
    RunTask,
    SharedInput,
    packed,
)
from cjsite.tasks.stored_summary import encoded_run, encoded_summary
from cjsite.templating.renderer import Renderer
from cjsite.text.prose import forget

_SHARED = 2
"""Builds whose common part a process keeps at hand."""


def read_journeys(sources: Sequence[JourneySource]) -> list[tuple[ReadJourney, bytes]]:
    """Return what is kept of the files of journeys, and the journeys themselves for whoever makes their pages."""
    with swept():
        return [_read(source) for source in sources]


def _read(source: JourneySource) -> tuple[ReadJourney, bytes]:
    kept, journey = head(source)
    if journey is None:
        return ReadJourney(kept, None), b""
    # Not in the memory of the build, which forked processes have as well: that would keep every journey.
    with Memory().active():
        return ReadJourney(kept, journey_rows(journey)), kept_for_now(journey)


def make_runs(shared: bytes, tasks: Sequence[RunTask]) -> list[MadeRun]:
    """Return all that comes of journeys in rows; shared: the common part, pickled by whoever sends it."""
    with swept():
        workshop = _workshop(shared)
        made = [_made_run(workshop, task) for task in tasks]
        forget()
        return made


def _made_run(workshop: "_Workshop", task: RunTask) -> MadeRun:
    made, files, summaries = [], [], []
    for own in task.journeys:
        journey, data, summary = workshop.made(own)
        made.append(journey)
        files.append(data)
        summaries += [summary] if summary else []
    is_whole = task.is_whole and len(summaries) == len(made)
    return MadeRun(tuple(made), tuple(files), encoded_run(journey_run(summaries)) if is_whole else {})


def _workshop(shared: bytes) -> "_Workshop":
    workshops = _of_this_thread.workshops
    if shared not in workshops:
        workshops[shared] = _Workshop(pickle.loads(shared))  # sent by the build that this works for
        while len(workshops) > _SHARED:
            workshops.popitem(last=False)
    return workshops[shared]


class _Workshop:
    """All that is needed to make any journey of a build."""

    def __init__(self, shared: SharedInput) -> None:
        self._shared = shared
        self._wording = shared.wording
        self._renderer = Renderer(shared.theme, self._wording)
        self._date = DateSlot(shared.frame)

    def made(self, task: JourneyTask) -> tuple[MadeJourney, bytes, JourneySummary | None]:
        """Return all that comes of a journey, its files packed, and its summary, which is also there as data."""
        began, today = time.process_time(), WatchedDay(self._shared.context.today)
        try:
            # What several pages of a journey work out alike is worked out once.
            with Memory().active():
                files, summary = self._files(task, today)
        except Broken as error:
            return MadeJourney((), {}, today.since, today.until, error.problems), b"", None
        finally:
            self._renderer.keep(())
        data, pages = encoded_summary(summary), packed([data for _, data in files])
        seconds = time.process_time() - began
        made = tuple([file for file, _ in files])
        return MadeJourney(made, data, today.since, today.until, (), seconds), pages, summary

    def _files(self, task: JourneyTask, today: WatchedDay) -> tuple[list[tuple[MadeFile, bytes]], JourneySummary]:
        journeys = {name: _journey(source) for name, source in task.journeys.items()}
        inputs = assembled(task.id, journeys, replace(self._shared.context, today=today), task.context)
        result = journey_result(inputs, task.origin, self._date.frame, self._wording)
        pages = [self._page(stub) for stub in (result.map, *result.views)]
        if any(self._date.is_left_in(data) for _, data in pages):
            today.only()
            result = journey_result(inputs, task.origin, self._shared.frame, self._wording)
            pages = [self._page(stub) for stub in (result.map, *result.views)]
        downloads = [(download.url, download.make()) for download in result.downloads]
        return [*pages, *[(MadeFile(url, digest(data)), data) for url, data in downloads]], result.summary()

    def _page(self, stub: PageStub) -> tuple[MadeFile, bytes]:
        """Return a page without the date of the build, and where that goes."""
        return self._date.cut_from(stub.path, self._renderer.render(stub.make()))


def _journey(source: JourneySource | Journey) -> Journey:
    return source.journey() if isinstance(source, JourneySource) else source


class _Workshops(threading.local):
    """Those of a thread alone: a cluster's worker does several tasks at once, and templates are for one of them."""

    def __init__(self) -> None:
        self.workshops: OrderedDict[bytes, _Workshop] = OrderedDict()


_of_this_thread = _Workshops()
