"""The table of requirements leads to code and pages that are there."""

import re

from tests.support.command import ROOT
from tests.support.html import Site

TABLE = (ROOT / "docs/requirements.md").read_text("utf-8")
ROWS = re.findall(r"^\| (R\d.*?) \| `(.+?)` \| `(.+?)` \|$", TABLE, re.MULTILINE)


def test_code_and_pages_are_there(example: Site) -> None:
    assert len(ROWS) > 30
    missing = [code for _, code, _ in ROWS if not (ROOT / code).is_file()]
    missing += [page for _, _, page in ROWS if page not in example.pages]
    assert missing == []


def test_three_clicks_lead_from_home_to_a_step(example: Site) -> None:
    """Home leads to the summary, that to every page of insights, and each of them to touchpoints on maps."""
    home = example.pages["index.html"].links
    assert "insights/index.html" in home
    summary = example.pages["insights/index.html"].links
    for page in ("moments", "feelings", "year", "opportunities", "effort", "touchpoints", "handoffs", "evidence"):
        assert any(link.endswith(f"{page}.html") for link in summary), page
        links = example.pages[f"insights/{page}.html"].links
        assert any(link.startswith("../journeys/") and "#at-" in link for link in links), page
