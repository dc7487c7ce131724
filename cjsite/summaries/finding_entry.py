"""A finding as a page tells it: what was found, and the way to the touchpoint it is about."""

from collections.abc import Mapping

from cjsite.analysis.findings import RuleFinding
from cjsite.base.frozen import frozen
from cjsite.summaries.links import Link
from cjsite.summaries.urls import journey_url


@frozen
class FindingEntry:
    """One finding, and where it is; a template says it with `found.sentence(t)`.

    journey: the map it is about; of what stands at a point of a file, that point, without an address.
    """

    finding: RuleFinding
    at: Link
    journey: Link


def finding_entry(finding: RuleFinding, journey: Link, name: str, titles: Mapping[str, str]) -> FindingEntry:
    """Return a finding of a journey; name: its id; titles: of its touchpoints, and steps that speak, by address."""
    url = journey_url(name, finding.at)
    # What is found in the map as a whole leads to the map.
    at = Link(titles[url], url) if url in titles else journey
    return FindingEntry(finding, at, journey)
