"""A small site, page by page: what changes in its HTML is seen in review, and meant.

`pytest tests/golden --update-golden` writes the expected pages anew.
"""

import difflib
import re
from pathlib import Path

import pytest

from tests.support import command

HERE = Path(__file__).parent
PAGES = (
    "index", "404", "journeys/coffee", "journeys/coffee.to-be", "departments/index", "departments/counter",
    "departments/counter/touchpoints",
    "personas/index", "personas/noor", "opportunities", "pages/about",
    "compare/coffee.to-be", "walk/coffee", "findings/coffee", "insights/index", "insights/atlas",
    "insights/catalogue", "insights/effort", "insights/evidence", "insights/feelings", "insights/figures",
    "insights/findings", "insights/handoffs", "insights/moments", "insights/opportunities", "insights/reviews",
    "insights/touchpoints", "insights/year",
    "insights/goals", "insights/investment", "search",
)  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden site as it is built now."""
    return command.build(HERE, tmp_path_factory.mktemp("golden") / "output")


def _lines(path: Path) -> list[str]:
    """Return a page as lines of one element each, whatever the fingerprints of its assets."""
    text = re.sub(r"\.[0-9a-f]{10}\.(css|js)", r".FINGERPRINT.\1", path.read_text("utf-8"))
    return [line for line in re.sub(r"(?=<[a-z!])", "\n", text).split("\n") if line.strip()]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_expected(built: Path, page: str, update_golden: bool) -> None:
    expected = HERE / "expected" / f"{page.replace('/', '--')}.html"
    now = _lines(built / f"{page}.html")
    if update_golden:
        expected.write_text("\n".join(now) + "\n", "utf-8", newline="\n")
    known = expected.read_text("utf-8").splitlines()
    assert "\n".join(difflib.unified_diff(known, now, "expected", "now", lineterm="", n=1)) == ""


def test_every_kind_of_page_is_looked_at(built: Path) -> None:
    pages = {path.relative_to(built).with_suffix("").as_posix() for path in built.rglob("*.html")}
    # What is left is like one that is looked at; the reference shows the format, not the content.
    alike = {
        "departments/kitchen",
        "departments/kitchen/touchpoints",
        "walk/coffee.to-be",
        "findings/coffee.to-be",
        "reference",
    }
    assert pages - set(PAGES) == alike
