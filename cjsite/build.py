"""The whole program: sources to site, remembering what the last run made."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from cjsite.analysis.rules import CODES
from cjsite.base.clashes import clashes
from cjsite.base.digest import digest
from cjsite.base.folder import Folder
from cjsite.base.garbage import no_collection
from cjsite.base.memo import Memory, memo
from cjsite.base.problem import Broken, Finding
from cjsite.base.stopwatch import stage, staged
from cjsite.edition.edition import Edition, edition
from cjsite.edition.left_out import NOTHING
from cjsite.edition.readers import Readers
from cjsite.model.content import Content
from cjsite.model.types import Kind
from cjsite.pages.page import Download, PageStub
from cjsite.pages.sitemap import Sitemap, site_frame, sitemap
from cjsite.reading.file_kinds import useful_bytes
from cjsite.reading.ids import ids_of
from cjsite.reading.in_place import in_its_place
from cjsite.reading.read import read
from cjsite.reading.whereabouts import beside_content, no_content
from cjsite.summaries.journey_context import shared_context
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import published_path
from cjsite.tasks.journey_maker import JourneyMaker
from cjsite.tasks.journey_task import SharedInput
from cjsite.tasks.site_file import SiteFile
from cjsite.tasks.site_journeys import SiteJourneys
from cjsite.templating.page_cache import PageCache
from cjsite.templating.renderer import Renderer
from cjsite.text.wording import Wording, Words
from cjsite.theming.bundles import Files
from cjsite.theming.layers import Theme, theme
from cjsite.theming.site_layers import SiteLayers, named_by_theme

T = TypeVar("T")


@dataclass(slots=True)
class Site(Mapping[str, bytes]):
    """A site as bytes by the paths they are published at; pages and downloads are made when first asked for.


    whole: all that its authors wrote, of which its pages are an edition.
    """

    whole: Content
    edition: Edition
    summary: SiteSummary
    pages: Mapping[str, PageStub]
    downloads: Mapping[str, Download]
    files: Files
    renderer: Renderer
    _builder: "Builder"
    _journeys: SiteJourneys | None = None
    _bytes: dict[str, bytes] = field(default_factory=dict)

    def __getitem__(self, url: str) -> bytes:
        if url in self.files:
            return self.files[url]
        if url not in self._bytes:
            self._bytes[url] = self._builder.made(self, url)
        return self._bytes[url]

    def __iter__(self) -> Iterator[str]:
        yield from self.pages
        yield from self.downloads
        yield from self.files

    def __len__(self) -> int:
        return len(self.pages) + len(self.downloads) + len(self.files)

    def streamed(self, is_there: Callable[[str, bytes], bool]) -> Iterator[SiteFile]:
        """Yield every file of the site, those of journeys first and as they are made; none of these is held.

        is_there: tells whether a file lies where it belongs already, by its path and mark.
        """
        assert self._journeys
        yield from staged("making maps", self._journeys.files(is_there))
        shared = self._journeys.pages(self.summary, self.renderer)
        yield from staged("making pages about many maps", shared.files(is_there))
        for url, data in self.files.items():
            yield SiteFile(url, digest(data), partial(bytes, data))

    @property
    def content(self) -> Content:
        """The content that its readers see."""
        return self.edition.content

    def findings(self, wording: Wording) -> tuple[Finding, ...]:
        """Return what the rules find in the content, in words, sorted by place."""
        return self._builder.remembering(lambda: self.summary.findings(wording))

    def is_like(self, other: "Site") -> bool:
        """Tell whether the other site is made of the same content, looks and files."""
        return self.renderer is other.renderer and self.whole == other.whole and self.files == other.files


class Builder:
    """Builds a project's site again and again; work whose inputs are the same values is not done twice.

    root: the folder that holds content/ and perhaps themes/. readers: whom it is for, None where it is for its
    authors, who see all. address: of the site on the web, base: the path to its root on the server that shows it;
    '' where its own are meant. cache: the pages that were rendered.
    """

    def __init__(
        self,
        root: Path,
        today: datetime.date,
        content: str = "content",
        readers: Readers | None = None,
        maker: JourneyMaker | None = None,
        base: str = "",
        address: str = "",
    ) -> None:
        self.root = root
        self.today = today
        self.readers = readers
        self.base = base
        self.address = address
        self._maker = maker
        self._content = Folder(root / content, root, most=useful_bytes)
        self._layers = SiteLayers(root)
        self._memory = Memory()
        self._addresses: tuple[tuple[str, ...], ...] = ()
        self.cache = PageCache()

    @property
    def content_folder(self) -> Path:
        """The folder that authors write in."""
        return self._content.root

    def site(self, changed: Collection[str] | None = None) -> Site:
        """Return the site of what is on disk now. Raises Broken with every problem of it.

        changed: the paths of all that changed since the last build, None where nobody can tell.
        """
        self._memory.turn()
        try:
            with no_collection(), self._memory.active():
                return self._site(changed)
        except BaseException:
            # Whoever mends one file wants the next build to be as fast as any other.
            self._memory.keep()
            raise

    def ids(self) -> Mapping[Kind, Mapping[str, str]]:
        """Return the titles of what the content on disk holds by kind and id, as far as they can be seen."""
        return self.remembering(lambda: ids_of(self._content.last or self._content.scan()))

    def _site(self, changed: Collection[str] | None) -> Site:
        with stage("reading"):
            sources = self._content.scan(changed)
        refused = self._content.refused
        if not sources and not refused:
            raise Broken([no_content(self._content.root)])
        decode = self._maker.decode if self._maker else None
        whole = read(sources, CODES, self.today, (*refused, *beside_content(self._content.root)), decode)
        whole = in_its_place(whole, self._content.root, self.address)
        if self._maker:
            # Whoever makes maps has put their files away; what is built once need not be known again.
            self._content.forget()
        layers = self._layers(whole.settings.theme)
        own_edition = Edition(whole, NOTHING)
        if self.readers:
            own_edition = edition(whole, self.readers, named_by_theme(whole.files, layers))
        content = own_edition.content
        settings = content.settings
        own = {journey.language: None for journey in content.outlines.values() if journey.language}
        layered = theme(layers, settings.language, tuple(own))
        signs = settings.emotion_scale.signs
        wording = _wording(settings.language, layered.words[settings.language], layered.words["en"], signs)
        journeys = self._journeys(content, layered, wording)
        plan = journeys.sitemap() if journeys else sitemap(content, wording, self.today, layered.words, self.base)
        return self._assemble(whole, own_edition, layered, _renderer(layered, wording), plan, journeys)

    def _journeys(self, content: Content, layered: Theme, wording: Wording) -> SiteJourneys | None:
        if self._maker is None:
            return None
        frame = site_frame(content, wording, self.today, self.base)
        context = shared_context(content, self.today, {wording.language: wording.words, **layered.words})
        return SiteJourneys(self._maker, content, SharedInput(context, layered, wording, frame))

    def _assemble(
        self,
        whole: Content,
        own_edition: Edition,
        layered: Theme,
        renderer: Renderer,
        plan: Sitemap,
        journeys: SiteJourneys | None,
    ) -> Site:
        content = own_edition.content
        urls = [page.url for page in plan.pages]
        pages = dict(zip(map(published_path, urls), plan.pages, strict=True))
        downloads = {download.url: download for download in plan.downloads}
        addresses = (tuple(urls), tuple(downloads), tuple(layered.files), tuple(content.files))
        if addresses != self._addresses:
            _refuse_clashes(plan.pages, downloads, layered.files, content.files)
            self.cache.keep(frozenset(urls))
            renderer.keep(frozenset(urls))
            self._addresses = addresses
        files = {**layered.files, **content.files}
        return Site(whole, own_edition, plan.summary, pages, downloads, files, renderer, self, journeys)

    def made(self, site: Site, url: str) -> bytes:
        """Return the bytes of a page or download. Raises KeyError for an address that the site does not have."""
        if url in site.downloads:
            return self.remembering(site.downloads[url].make)
        make = site.pages[url].make
        return self.cache.rendered(make() if make.is_done else self.remembering(make), site.renderer)

    def remembering(self, work: Callable[[], T]) -> T:
        """Return work(), with what earlier builds remember at hand."""
        with self._memory.active():
            return work()


def _refuse_clashes(
    pages: Iterable[PageStub], downloads: Iterable[str], themed: Iterable[str], own: Iterable[str]
) -> None:
    """Raise Broken where two things of a site want the same address; themed, own: files of theme and content."""
    owners = [(page.path, page.origin or f"the view {page.url}") for page in pages]
    owners += [(url, f"the view {url}") for url in downloads]
    owners += [(url, f"the theme's {url}") for url in themed]
    owners += [(url, url) for url in own]
    if problems := clashes((url.casefold(), owner) for url, owner in owners):
        raise Broken(problems)


@memo
def _wording(language: str, words: Words, english: Words, signs: bool) -> Wording:
    return Wording(language, words, signs, english=english)


@memo
def _renderer(layered: Theme, wording: Wording) -> Renderer:
    return Renderer(layered, wording)
