"""Pages and downloads that belong to no journey alone: kept from an earlier build, or made by this one.

What each of them reads of the site is noted when it is made, and kept with it, part by part with its digest: it
stands as long as every part is as it was (the "verifying traces" of Mokhov, Mitchell and Peyton Jones, "Build
Systems à la Carte", 2018).
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import count

import msgspec

from cjsite.base.digest import digest
from cjsite.base.frozen import frozen, replace
from cjsite.base.garbage import sweep, swept
from cjsite.base.lazy import Lazy
from cjsite.base.memo import Memory
from cjsite.base.problem import Broken, Place, Problem
from cjsite.base.reads import note, noting
from cjsite.base.stopwatch import took
from cjsite.pages.page import Page, SiteFrame
from cjsite.pages.paging import Paging
from cjsite.pages.sitemap import shared_downloads, shared_pages
from cjsite.summaries.site_summary import SiteSummary
from cjsite.tasks.date_slot import DateSlot, date_of
from cjsite.tasks.journey_maker import JourneyMaker
from cjsite.tasks.journey_task import MadeFile, SharedInput, packed, unpacked, with_dates
from cjsite.tasks.kept import KeptPage, TaskKeys
from cjsite.tasks.pool import Died
from cjsite.tasks.site_file import SiteFile
from cjsite.tasks.site_parts import BUILT, SiteParts
from cjsite.templating.renderer import Renderer
from cjsite.text.wording import Wording

_DIED = "the process that made these pages ended, as when memory runs out"
_SWEPT = 10
"""Pages after which the cycles that they left behind go."""
_MEND = "build with more memory, or with --jobs 1"


@frozen
class _Making:
    """A page or download to be made. group: of those that have much in common.

    key: stands for all that it is made from, but for what it reads of the site; None where nothing can.
    """

    path: str
    group: str
    key: bytes | None
    make: Lazy[Page] | Lazy[bytes]


@frozen
class MadePage:
    """What came of one. data: packed, None where it is what is kept; reads: the parts of the site it is made from.

    value: as of a `KeptPage`.
    """

    file: MadeFile
    data: bytes | None
    reads: tuple[str, ...]
    value: bytes = b""
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0


class SharedPages:
    """The pages and downloads of a site that belong to no journey alone."""

    def __init__(
        self,
        maker: JourneyMaker,
        shared: SharedInput,
        keys: TaskKeys,
        site: SiteSummary,
        renderer: Renderer,
        parts: SiteParts,
    ) -> None:
        self._maker, self._shared, self._site, self._renderer, self._parts = maker, shared, site, renderer, parts
        self._slot = DateSlot(shared.frame)
        self._date = date_of(shared.frame)
        downloads = ((download.url, download.make) for download in shared_downloads(site, shared.wording))
        pages = ((page.path, page.make) for page in shared_pages(site, self._slot.frame, shared.wording))
        made: Iterable[tuple[str, Lazy[Page] | Lazy[bytes]]] = (*pages, *downloads)
        self._before: dict[str, KeptPage] = {}
        self._makings = {path: _making(path, make, keys) for path, make in made}

    def files(self, is_there: Callable[[str, bytes], bool]) -> Iterator[SiteFile]:
        """Yield every file; is_there: tells whether one is where it belongs already, by its path and mark."""
        missing: dict[str, list[str]] = {}
        for path, making in self._makings.items():
            kept = self._maker.kept.page(making.key) if making.key else None
            if kept and kept.file.path == path:
                data = Lazy(self._maker.kept.page_data, kept)
                file = self._file(kept.file, data)
                if is_there(path, file.mark) or data() is not None:
                    if self._parts.are_still(kept.reads):
                        yield file
                        continue
                    self._before[path] = kept
            missing.setdefault(making.group, []).append(path)
        yield from self._made([*missing.values()])

    def _made(self, groups: Sequence[Sequence[str]]) -> Iterator[SiteFile]:
        done, total = count(), sum(map(len, groups))
        number = _offered(self)
        try:
            # The longest first, so that nobody waits for one that began last.
            tasks = sorted(groups, key=len, reverse=True)
            for _, made in self._maker.workers.each(partial(_make, number), tasks, 1, total, is_forked=True):
                if isinstance(made, Died):
                    raise Broken([Problem(Place("site.yml"), _DIED, _MEND)])
                for own in made:
                    self._maker.progress("Making pages", next(done), total)
                    yield self.taken(own)
        finally:
            del _at_hand[number]
        self._maker.workers.rest()

    def taken(self, made: MadePage) -> SiteFile:
        """Keep what was made, and return its file. Raises Broken with its problems."""
        if made.problems:
            raise Broken(made.problems)
        path = made.file.path
        took(path, made.seconds)
        key = self._makings[path].key
        digests = self._parts.digests(made.reads)
        page = KeptPage(made.file, digests or (), made.value)
        if key and digests is not None:
            self._maker.kept.keep_page(key, page, made.data)
        if made.data is None:
            return self._file(made.file, Lazy(self._maker.kept.page_data, page))
        return self._file(made.file, Lazy(_alone, made.data))

    def _file(self, file: MadeFile, data: Lazy[bytes | None]) -> SiteFile:
        mark = file.mark + self._date if file.dates else file.mark
        return SiteFile(file.path, mark, partial(_dated, data, file.dates, self._date))

    def make(self, paths: Iterable[str]) -> list[MadePage]:
        """Make some that have much in common; then let that go."""
        made = []
        with swept():
            for path in paths:
                made.append(self._one(path))
                if len(made) % _SWEPT == 0:
                    sweep()
        self._site.forget()
        return made

    def _one(self, path: str) -> MadePage:
        began = time.process_time()
        with noting() as reads, Memory().active():
            try:
                file, data, value = self._file_of(path)
            except Broken as error:
                return MadePage(MadeFile(path, b""), None, (), problems=tuple(error.problems))
        sent = None if data is None else packed([data])
        return MadePage(file, sent, tuple(sorted(reads)), value, (), time.process_time() - began)

    def _file_of(self, path: str) -> tuple[MadeFile, bytes | None, bytes]:
        """Return a file, its bytes where they are others than are kept, and the digest of what it is made from."""
        made = self._makings[path].make.once()
        if isinstance(made, bytes):
            return MadeFile(path, digest(made)), made, b""
        value, before = _value_of(made), self._before.get(path)
        if before and before.value == value:
            return before.file, None, value
        file, data = self._slot.cut_from(path, self._rendered(made))
        if self._slot.is_left_in(data):
            note(BUILT)
            data = self._rendered(self._of_this_day[path].once())
            return MadeFile(path, digest(data)), data, b""
        return file, data, value

    def _rendered(self, page: Page) -> bytes:
        data = self._renderer.render(page)
        self._renderer.keep(())
        return data

    @cached_property
    def _of_this_day(self) -> dict[str, Lazy[Page]]:
        """Return the pages with the date of the build in them."""
        pages = shared_pages(self._site, self._shared.frame, self._shared.wording)
        return {page.path: page.make for page in pages}


def _making(path: str, make: Lazy[Page] | Lazy[bytes], keys: TaskKeys) -> _Making:
    """Return what is to be made; what it is made from, but for the site, are the arguments of its function."""
    function = f"{make.work.func.__module__}.{make.work.func.__qualname__}"
    own = [value for value in make.work.args if not isinstance(value, SiteSummary | SiteFrame | Wording)]
    shared = [value for value in own if not isinstance(value, Paging | int)]
    try:
        group = digest(function, *map(keys.value, shared)).hex()
        key = digest("page", keys.shared, path, function, *map(keys.value, own))
    except TypeError:
        return _Making(path, path, None, make)
    return _Making(path, group, key, make)


def _alone(data: bytes) -> bytes:
    return unpacked(data)[0]


def _value_of(page: Page) -> bytes:
    """Return the digest of what a page's template is given; the site's frame is in its key."""
    return digest(page.template, msgspec.msgpack.encode(replace(page, frame=None), enc_hook=_plain))


def _plain(value: object) -> object:
    """Return a record of the model as data."""
    return str(value) if isinstance(value, str) else vars(value)


def _dated(data: Lazy[bytes | None], dates: tuple[int, ...], date: bytes) -> bytes:
    return with_dates(data() or b"", dates, date)


_at_hand: dict[int, SharedPages] = {}
"""Those that processes which are forked from this one find there: a site is too much to be sent."""
_numbers = count()


def _offered(pages: SharedPages) -> int:
    number = next(_numbers)
    _at_hand[number] = pages
    return number


def _make(number: int, groups: Sequence[Sequence[str]]) -> list[list[MadePage]]:
    return [_at_hand[number].make(group) for group in groups]
