"""Everything that comes of one journey: its own pages, and its part in those about many."""

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.pages.insights.comparison import comparison_page
from cjsite.pages.insights.findings import journey_findings_page
from cjsite.pages.insights.walk import walk_page
from cjsite.pages.journey.page import journey_page
from cjsite.pages.journey.picture import journey_picture
from cjsite.pages.page import Download, PageStub, SiteFrame
from cjsite.summaries.journey_inputs import on_site_scale
from cjsite.summaries.journey_json import journey_json
from cjsite.summaries.journey_summary import JourneySummary, journey_summary
from cjsite.summaries.step_csv import published_csv
from cjsite.summaries.urls import comparison_url, findings_url, journey_downloads, journey_url, walk_url
from cjsite.text.wording import Wording


@frozen
class JourneyResult:
    """A journey's map, the views that lead from there, the files that it offers, and its summary.

    Each is worked out when first asked for.
    """

    map: PageStub
    views: tuple[PageStub, ...]
    downloads: tuple[Download, ...]
    summary: Lazy[JourneySummary]


def journey_addresses(name: str, *, is_compared: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the addresses of a journey's pages, its map first, and of its downloads.

    is_compared: whether it is a to-be whose as-is is on the site.
    """
    compared = (comparison_url(name),) if is_compared else ()
    return (journey_url(name), walk_url(name), findings_url(name), *compared), journey_downloads(name)


def journey_result(inputs: JourneyInput, origin: str, frame: SiteFrame, wording: Wording) -> JourneyResult:
    """Return everything that comes of one journey; it depends on nothing else. origin: the path of its source."""
    name, compared = inputs.id, on_site_scale(inputs)
    is_compared = inputs.journey.state == "to-be" and inputs.basis is not None
    pages, downloads = journey_addresses(name, is_compared=is_compared)
    made = (
        Lazy(journey_page, inputs, frame, wording),
        Lazy(walk_page, inputs, frame, wording),
        Lazy(journey_findings_page, compared, frame, wording),
        Lazy(comparison_page, compared, frame, wording),
    )
    files = (
        Lazy(published_csv, inputs),
        Lazy(journey_json, inputs),
        Lazy(journey_picture, inputs, frame, wording),
    )
    stubs = [PageStub(url, "", make) for url, make in zip(pages, made, strict=False)]
    return JourneyResult(
        map=replace(stubs[0], origin=origin),
        views=tuple(stubs[1:]),
        downloads=tuple(Download(path, make) for path, make in zip(downloads, files, strict=True)),
        summary=Lazy(journey_summary, compared),
    )
