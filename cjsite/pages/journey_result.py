"""Everything that comes of one journey: its own pages, and its part in those about many."""

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.pages.insights.comparison import comparison_page
from cjsite.pages.insights.findings import journey_findings_page
from cjsite.pages.insights.walk import walk_page
from cjsite.pages.journey.page import journey_page
from cjsite.pages.page import Download, PageStub, SiteFrame
from cjsite.summaries.journey_inputs import on_site_scale
from cjsite.summaries.journey_json import journey_json
from cjsite.summaries.journey_summary import JourneySummary, journey_summary
from cjsite.summaries.urls import comparison_url, findings_url, journey_json_path, journey_url, walk_url
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


@memo(by="inputs")
def journey_result(inputs: JourneyInput, origin: str, frame: SiteFrame, wording: Wording) -> JourneyResult:
    """Return everything that comes of one journey; it depends on nothing else. origin: the path of its source."""
    name, compared = inputs.id, on_site_scale(inputs)
    views = [
        PageStub(walk_url(name), "", Lazy(walk_page, inputs, frame, wording)),
        PageStub(findings_url(name), "", Lazy(journey_findings_page, compared, frame, wording)),
    ]
    if inputs.journey.state == "to-be" and inputs.basis is not None:
        views.append(PageStub(comparison_url(name), "", Lazy(comparison_page, compared, frame, wording)))
    return JourneyResult(
        map=PageStub(journey_url(name), origin, Lazy(journey_page, inputs, frame, wording)),
        views=tuple(views),
        downloads=(Download(journey_json_path(name), Lazy(journey_json, inputs)),),
        summary=Lazy(journey_summary, compared),
    )
