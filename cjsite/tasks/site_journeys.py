"""All journeys of a site, made by whoever can: kept from an earlier build, by other processes, or here."""

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from cjsite.base.digest import digest
from cjsite.base.frozen import replace
from cjsite.base.garbage import sweep
from cjsite.base.lazy import Lazy
from cjsite.base.problem import Broken, Problem
from cjsite.base.reads import unnoted
from cjsite.base.rollup import RUN
from cjsite.base.stopwatch import took
from cjsite.model.content import Content
from cjsite.pages.journey_result import JourneyResult, journey_addresses
from cjsite.pages.page import Download, Page, PageStub
from cjsite.pages.sitemap import Sitemap, origin, sitemap_of
from cjsite.reading.sourced import JourneySource, SourcedJourneys
from cjsite.summaries.journey_context import journey_contexts
from cjsite.summaries.journey_run import JourneyRun, journey_run
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.list_lengths import JourneyRows, journey_rows
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import published_path
from cjsite.tasks.date_slot import date_of
from cjsite.tasks.journey_maker import JourneyMaker, death
from cjsite.tasks.journey_task import JourneyTask, MadeJourney, MadeRun, RunTask, SharedInput, unpacked, with_dates
from cjsite.tasks.kept import TaskKeys
from cjsite.tasks.pool import Died
from cjsite.tasks.shared_pages import SharedPages
from cjsite.tasks.site_file import SiteFile
from cjsite.tasks.site_parts import Encoded, SiteParts
from cjsite.tasks.stored_summary import decoded_summary, encoded_run, stored_run, stored_summary
from cjsite.tasks.worker import make_runs
from cjsite.templating.renderer import Renderer

_RUNS = 8
"""Rows of journeys at least, where there are as many."""


class SiteJourneys:
    """What comes of the journeys of one content."""

    def __init__(self, maker: JourneyMaker, content: Content, shared: SharedInput) -> None:
        self._maker = maker
        self._content, self._outlines = content, content.outlines
        self._shared = replace(shared, theme=replace(shared.theme, files={}))
        self._keys = TaskKeys(self._shared)
        self._today = shared.context.today
        self._date = date_of(shared.frame)
        self._origins = {name: origin(content, name) for name in content.outlines}
        self._tasks = dict(self._every_task(content))
        self._keys_of: dict[str, bytes] = {}
        self._shelf = maker.shelf
        self._results: dict[str, MadeJourney] = {}
        self._rolled: dict[tuple[str, ...], Mapping[str, bytes]] = {}
        self._encoded_runs = Lazy(self._put_together)

    def sitemap(self) -> Sitemap:
        """Return every page of the site as a stub; those of journeys are made by `files` alone."""
        results = [self._result(name) for name in self._outlines]
        shared = self._shared
        runs: Lazy[Sequence[JourneyRun]] = Lazy(self._every_run)
        return sitemap_of(self._content, shared.wording, self._today, shared.frame, results, self._rows, runs)

    def _rows(self, name: str) -> JourneyRows:
        """Return how many rows a journey gives to lists; one that readers see less of is looked at."""
        is_whole = isinstance(self._tasks[name].journeys[name], JourneySource)
        return self._maker.rows(name) if is_whole else journey_rows(self._content.journeys[name])

    def pages(self, site: SiteSummary, renderer: Renderer) -> SharedPages:
        """Return the pages that belong to no journey alone; those of journeys must be made before."""
        summaries: Lazy[Encoded] = Lazy(lambda: [self._results[name].summary for name in self._outlines])
        # Before there are forks of this process: they read what is kept and put away, and add nothing to it.
        self._encoded_runs()
        parts = SiteParts(self._content, site, self._shared.frame.built, summaries, self._encoded_runs, self._mark)
        return SharedPages(self._maker, self._shared, self._keys, site, renderer, parts)

    def files(self, is_there: Callable[[str, bytes], bool]) -> Iterator[SiteFile]:
        """Yield every file of every journey, those of one after the other; of what is made, nothing is held.

        is_there: tells whether a file is where it belongs already, by its path and mark; its bytes are not needed
        then. Raises Broken with the problems of journeys that nothing could be made of, when all others are done.
        """
        missing: list[str] = []
        for number, (name, task) in enumerate(self._tasks.items()):
            self._maker.progress("Looking for changes", number, len(self._tasks))
            key = self._keys_of[name] = self._key(task)
            kept = self._maker.kept.journey(key, self._today)
            if kept is None or [file.path for file in kept.files] != self._paths(name):
                missing.append(name)
                continue
            data = Lazy(self._maker.kept.data, kept)
            files = list(self._files_of(kept, data))
            if all(is_there(file.path, file.mark) for file in files) or len(data() or ()) == len(files):
                self._hold(name, kept)
                yield from files
            else:
                missing.append(name)
        yield from self._made(missing)
        # What comes now needs the room.
        self._maker.workers.rest()

    def _made(self, names: list[str]) -> Iterator[SiteFile]:
        wanted, problems = frozenset(names), list[Problem]()
        runs = [own for run in self._runs() if (own := [name for name in run if name in wanted])]
        whole = set(map(tuple, self._runs()))
        tasks = [RunTask(tuple(map(self._tasks.__getitem__, own)), tuple(own) in whole) for own in runs]
        again: list[RunTask] = []
        for task, made in self._worked(tasks, len(names)):
            if isinstance(made, Died):
                # Its journeys one by one: all but those that end their process can be made.
                again += [RunTask((own,), is_whole=False) for own in task.journeys]
            else:
                yield from self._taken(task, made)
        for task, made in self._worked(again, len(names)):
            if isinstance(made, Died):
                problems.append(death(task.journeys[0].origin, made))
            else:
                yield from self._taken(task, made)
        if problems:
            raise Broken(problems)

    def _worked(self, tasks: Sequence[RunTask], count: int) -> Iterator[tuple[RunTask, MadeRun | Died]]:
        """Yield each task with what came of it; count: of all journeys that are made."""
        work = partial(make_runs, pickle.dumps(self._shared)) if tasks else make_runs
        for number, made in self._maker.workers.each(work, tasks, 1, count):  # type: ignore[arg-type]
            yield tasks[number], made
            sweep()
            self._maker.progress("Making maps", len(self._results), len(self._tasks))

    def _taken(self, task: RunTask, made: MadeRun) -> Iterator[SiteFile]:
        """Keep what came of journeys in a row, and yield their files."""
        for own, journey, data in zip(task.journeys, made.journeys, made.packed, strict=True):
            if journey.problems:
                # A template that fails for one map fails for most: one of them says what is to be mended.
                raise Broken(journey.problems)
            took(own.origin, journey.seconds)
            self._hold(own.id, journey)
            self._maker.kept.keep(self._keys_of[own.id], journey, data)
            yield from self._files_of(journey, Lazy(unpacked, data))
        if made.rolled:
            names = tuple(own.id for own in task.journeys)
            self._rolled[names] = self._shelf.put(made.rolled)
            self._maker.kept.keep_run(self._run_key(names), made.rolled)

    def _hold(self, name: str, made: MadeJourney) -> None:
        """Remember what came of a journey; its summary is put away, and so are what rows of journeys come to."""
        self._results[name] = replace(made, summary=self._shelf.put(made.summary))

    def _runs(self) -> list[tuple[str, ...]]:
        """Return the journeys in rows, which are put together; few make short ones, for all to work on."""
        names = tuple(self._tasks)
        length = max(1, min(RUN, len(names) // _RUNS))
        return [names[begin : begin + length] for begin in range(0, len(names), length)]

    def _run_key(self, names: tuple[str, ...]) -> bytes:
        return digest("run", *map(self._mark, names))

    def _mark(self, name: str) -> bytes:
        """Return what stands for all that came of a journey, b"" for none of them."""
        made = self._results.get(name)
        # On another day something else may come of a journey by the same key: by its days results are told apart.
        return digest(self._keys_of[name], str(made.since), str(made.until)) if made else b""

    def _every_run(self) -> Sequence[JourneyRun]:
        """Return what all rows of journeys come to."""
        return tuple([stored_run(rolled) for rolled in self._encoded_runs()])

    def _put_together(self) -> Sequence[Mapping[str, bytes]]:
        # Which journeys it takes to put a row together is nothing that a page has read.
        with unnoted():
            return [self._run(names) for names in self._runs()]

    def _run(self, names: tuple[str, ...]) -> Mapping[str, bytes]:
        if names in self._rolled:
            return self._rolled[names]
        rolled = self._maker.kept.run(self._run_key(names))
        if not rolled:
            summaries = [decoded_summary(self._results[name].summary) for name in names]
            rolled = encoded_run(journey_run(summaries))
            self._maker.kept.keep_run(self._run_key(names), rolled)
        return self._shelf.put(rolled)

    def _files_of(self, made: MadeJourney, data: Lazy[tuple[bytes, ...] | None]) -> Iterator[SiteFile]:
        """Yield the files of a journey; data: their bytes, unpacked when one of them is asked for."""
        for number, file in enumerate(made.files):
            mark = file.mark + self._date if file.dates else file.mark
            yield SiteFile(file.path, mark, partial(self._bytes, data, number, file.dates))

    def _bytes(self, data: Lazy[tuple[bytes, ...] | None], number: int, dates: tuple[int, ...]) -> bytes:
        return with_dates((data() or ())[number], dates, self._date)

    def _key(self, task: JourneyTask) -> bytes:
        sources = {
            name: self._maker.source_key(source) if isinstance(source, JourneySource) else self._keys.record(source)
            for name, source in task.journeys.items()
        }
        return self._keys.of(task, sources)

    def _every_task(self, content: Content) -> Iterator[tuple[str, JourneyTask]]:
        journeys = content.journeys
        source = journeys.source if isinstance(journeys, SourcedJourneys) else journeys.__getitem__
        for name, context in journey_contexts(content).items():
            read = {own: source(own) for own in (name, *context.others) if own in content.outlines}
            yield name, JourneyTask(name, self._origins[name], read, context)

    def _addresses(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        brief = self._outlines[name]
        is_compared = brief.state == "to-be" and brief.derived_from in self._outlines
        return journey_addresses(name, is_compared=is_compared)

    def _paths(self, name: str) -> list[str]:
        """Return where the files of a journey belong: what is kept may have been written by anybody."""
        pages, downloads = self._addresses(name)
        return [*map(published_path, pages), *downloads]

    def _result(self, name: str) -> JourneyResult:
        pages, downloads = self._addresses(name)
        stubs = [PageStub(url, self._origins[name] * (url == pages[0]), Lazy(_elsewhere, url)) for url in pages]
        return JourneyResult(
            stubs[0],
            tuple(stubs[1:]),
            tuple(Download(url, Lazy(_bytes_elsewhere, url)) for url in downloads),
            Lazy(self._summary, name),
        )

    def _summary(self, name: str) -> JourneySummary:
        return stored_summary(self._results[name].summary)


def _elsewhere(url: str) -> Page:
    raise LookupError(f"{url} is made with its journey")


def _bytes_elsewhere(url: str) -> bytes:
    raise LookupError(f"{url} is made with its journey")
