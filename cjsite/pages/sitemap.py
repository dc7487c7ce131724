"""Which pages and files a site has: each kind of page is declared in its module, and listed here."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo, remembered
from cjsite.base.problem import Place
from cjsite.base.renewal import differing, renewed
from cjsite.model.content import Content
from cjsite.model.site import Document, Settings
from cjsite.pages.department import department_pages
from cjsite.pages.department_touchpoints import department_touchpoints
from cjsite.pages.departments import departments
from cjsite.pages.document import document_pages
from cjsite.pages.insights.atlas import atlas
from cjsite.pages.insights.backlog import backlog, backlog_downloads
from cjsite.pages.insights.effort import effort
from cjsite.pages.insights.evidence import evidence
from cjsite.pages.insights.feelings import feelings
from cjsite.pages.insights.figures import figures
from cjsite.pages.insights.findings import catalogue, findings
from cjsite.pages.insights.focus import focus
from cjsite.pages.insights.goals import goals
from cjsite.pages.insights.handoffs import handoffs
from cjsite.pages.insights.investment import investment
from cjsite.pages.insights.moments import moments
from cjsite.pages.insights.reviews import review_downloads, reviews
from cjsite.pages.insights.touchpoints import touchpoint_downloads, touchpoints
from cjsite.pages.insights.year import year
from cjsite.pages.journey_result import JourneyResult, journey_result
from cjsite.pages.not_found import not_found
from cjsite.pages.opportunities import opportunities
from cjsite.pages.page import Download, DownloadKind, PageKind, PageStub, SiteFrame
from cjsite.pages.persona import persona_pages
from cjsite.pages.personas import personas
from cjsite.pages.portfolio import home, home_downloads
from cjsite.pages.redirects import redirect_pages
from cjsite.pages.reference import measure_downloads, reference
from cjsite.pages.search.downloads import search_downloads
from cjsite.pages.search.page import search
from cjsite.pages.sitemap_xml import sitemap_files
from cjsite.pages.tags import tag_pages
from cjsite.summaries.journey_inputs import journey_inputs
from cjsite.summaries.journey_run import JourneyRun
from cjsite.summaries.links import Link
from cjsite.summaries.list_lengths import JourneyRows
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import base_path, document_url
from cjsite.text.wording import Wording, Words

LISTS: tuple[PageKind, ...] = (
    *(home, opportunities, reference, personas, persona_pages, departments, department_pages),
    *(department_touchpoints, tag_pages, search),
)
INSIGHTS: tuple[PageKind, ...] = (
    *(focus, moments, backlog, effort, touchpoints, handoffs, evidence, reviews),
    *(findings, catalogue, figures, atlas, feelings, year, goals, investment),
)
OTHERS: tuple[PageKind, ...] = (document_pages, redirect_pages, not_found)
DOWNLOADS: tuple[DownloadKind, ...] = (
    *(backlog_downloads, review_downloads, home_downloads),
    *(touchpoint_downloads, measure_downloads, sitemap_files, search_downloads),
)


@frozen
class Sitemap:
    """The pages of a site, the files that they offer, and what those about many journeys are made from."""

    pages: tuple[PageStub, ...]
    downloads: tuple[Download, ...]
    summary: SiteSummary


def sitemap(
    content: Content,
    wording: Wording,
    today: datetime.date,
    words: Mapping[str, Words] | None = None,
    base: str = "",
) -> Sitemap:
    """Return every page of the site as a stub: none is made before somebody asks for it.

    words: the theme's, by language, where there are others than the wording's. base: as of `site_frame`.
    """
    frame = site_frame(content, wording, today, base)
    every = journey_inputs(content, today, {wording.language: wording.words, **(words or {})})
    results: Mapping[str, JourneyResult] = remembered(_results, "", every, content.places, frame, wording)
    return sitemap_of(content, wording, today, frame, [*results.values()])


Places = Mapping[str, Mapping[str, Place]]
_ResultSources = tuple[Mapping[str, JourneyInput], Places, SiteFrame, Wording]


class _Results:
    """Makes what comes of each journey; after an edit, of those that it may have touched."""

    def __call__(
        self, every: Mapping[str, JourneyInput], places: Places, frame: SiteFrame, wording: Wording
    ) -> Mapping[str, JourneyResult]:
        return renewed(
            lambda name: journey_result(every[name], _origin(places, name), frame, wording), every, {}, ()
        )

    def renewed(
        self, args: _ResultSources, before: _ResultSources, last: Mapping[str, JourneyResult]
    ) -> Mapping[str, JourneyResult]:
        """Return what comes of each journey; last: what came of them before."""
        every, places, frame, wording = args
        touched: Collection[str] = every
        if (frame, wording) == before[2:]:
            things = {thing.removeprefix("journey/") for thing in differing(places, before[1])}
            moved = {name for name in things & last.keys() & every.keys() if _moved(name, places, before[1])}
            touched = differing(every, before[0]) | moved
        return renewed(
            lambda name: journey_result(every[name], _origin(places, name), frame, wording), every, last, touched
        )


_results = _Results()


def origin(content: Content, journey: str) -> str:
    """Return the path of the file that a journey stands in."""
    return _origin(content.places, journey)


def _origin(places: Places, journey: str) -> str:
    return places[f"journey/{journey}"][""].path


def _moved(journey: str, places: Places, before: Places) -> bool:
    return _origin(places, journey) != _origin(before, journey)


def sitemap_of(
    content: Content,
    wording: Wording,
    today: datetime.date,
    frame: SiteFrame,
    results: Sequence[JourneyResult],
    rows_of: Callable[[str], JourneyRows] | None = None,
    runs: Lazy[Sequence[JourneyRun]] | None = None,
) -> Sitemap:
    """Return every page of the site as a stub; results: what comes of each of its journeys.

    rows_of: what they give to lists, runs: what they come to in rows, where somebody knows it.
    """

    addresses = Lazy(lambda: frozenset([page.url for page in pages]))
    offered = Lazy(lambda: frozenset([download.url for download in downloads]))
    site = SiteSummary(content, [result.summary for result in results], today, addresses, offered, rows_of, runs)
    pages = (
        *(result.map for result in results),
        *shared_pages(site, frame, wording, LISTS + INSIGHTS),
        *chain.from_iterable(result.views for result in results),
        *shared_pages(site, frame, wording, OTHERS),
    )
    own = chain.from_iterable(result.downloads for result in results)
    downloads = (*own, *shared_downloads(site, wording))
    return Sitemap(pages, downloads, site)


def shared_pages(
    site: SiteSummary, frame: SiteFrame, wording: Wording, kinds: Iterable[PageKind] = LISTS + INSIGHTS + OTHERS
) -> Iterator[PageStub]:
    """Return the pages that belong to no journey alone."""
    return chain.from_iterable(kind(site, frame, wording) for kind in kinds)


def shared_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:
    """Return the files that these pages offer."""
    return chain.from_iterable(kind(site, wording) for kind in DOWNLOADS)


def site_frame(content: Content, wording: Wording, today: datetime.date, base: str = "") -> SiteFrame:
    """Return what stands around every page of a site.

    base: the path to its root on the server that shows it, '' where that is what its own address says.
    """
    scale = content.settings.emotion_scale
    has_scales = any(brief.has_other_scale(scale) for brief in content.outlines.values())
    own = base or base_path(content.settings.address)
    return _frame(content.settings, tuple(content.documents.values()), has_scales, wording, today, own)


@memo
def _frame(
    settings: Settings,
    documents: tuple[Document, ...],
    has_scales: bool,
    wording: Wording,
    today: datetime.date,
    base: str,
) -> SiteFrame:
    titles = {document.id: document.title for document in documents}
    low, high = wording.ends(settings.emotion_scale.min, settings.emotion_scale.max)
    return SiteFrame(
        site=settings.title,
        organisation=settings.organisation,
        language=settings.language,
        direction=wording.direction,
        menu=tuple(Link(titles[name], document_url(name)) for name in settings.menu),
        footer=settings.footer,
        built=wording.date(today),
        scale_note=wording("list.scale", low=low, high=high) if has_scales else "",
        address=settings.address,
        base=base,
        edit=settings.edit_url,
        is_dated=settings.history is not None,
    )
