"""Right-to-left maps and names on left-to-right sites, and the other way round: what readers see, sign by sign."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.support.command import build
from tests.support.files import parse, write
from tests.support.server import serving

pytestmark = pytest.mark.browser
WHERE = """([text]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode());)
    for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
      const lefts = [...text].map((_, index) => {
        const range = document.createRange();
        range.setStart(node, at + index);
        range.setEnd(node, at + index + 1);
        return range.getBoundingClientRect();
      });
      if (lefts.every((box) => box.width && box.top === lefts[0].top)) found.push(lefts.map((box) => box.left));
    }
  return found;
}"""
"""Where the signs of a text are, at each place where it is shown in one line."""
SITE = """
-- site.yml --
title: خطوط
organisation: الشركة
language: LANGUAGE
-- departments.yml --
desk: مكتب
-- journeys/a.yml --
title: رحلة (1)
language: ar
owner: desk
stages:
- title: سفر
  steps:
STEPS
-- journeys/b.yml --
title: A trip
language: en
stages:
- title: Go
  steps:
STEPS
"""
STEP = (
    "  - {title: مشي NUMBER, emotion: VALUE, wait: 25m, department: desk, pain_points: {text: طويل, severity: 5}}\n"
)
SIGNED = {"+1.5": 1.5, "−1.0": -1}


@pytest.fixture(scope="module", params=["en", "ar"])
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("directions")
    numbered = enumerate([*SIGNED.values()] * 9)
    steps = "".join(STEP.replace("NUMBER", str(n)).replace("VALUE", str(value)) for n, value in numbered)
    files = parse(SITE.replace("LANGUAGE", request.param).replace("STEPS\n", steps))
    write(folder, {f"content/{path}": data for path, data in files.items()})
    with serving(build(folder, folder / "output")) as address:
        yield address


@pytest.mark.parametrize(
    "url", ["journeys/a.html", "journeys/b.html", "walk/a.html", "index.html", "insights/index.html"]
)
def test_a_number_reads_from_its_sign_on(visit: Visitor, base: str, url: str) -> None:
    with visit(base=base) as here:
        page = here.go(url)
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            shown = [lefts for number in SIGNED for lefts in page.evaluate(WHERE, [number])]
            assert shown, size
            assert [lefts for lefts in shown if any(a >= b for a, b in pairwise(lefts))] == [], size
        # Once: directions are the same in every window, and each kind of page is looked at in both.
        assert here.axe() == []


def test_the_foot_s_day_is_whole(visit: Visitor, base: str) -> None:
    with visit(base=base) as here:
        page = here.go("index.html")
        # Arabic has signs of its own between day, month and year.
        day = "21 Nov 2026" if page.locator("html").get_attribute("lang") == "en" else "2026"
        (lefts,) = page.evaluate(WHERE, [day])
        assert all(a < b for a, b in pairwise(lefts))


@pytest.mark.parametrize(("url", "from_right"), [("journeys/a.html", True), ("journeys/b.html", False)])
def test_a_wide_map_begins_at_its_start(visit: Visitor, base: str, url: str, from_right: bool) -> None:
    with visit(base=base) as here:
        page = here.go(url)
        box = page.locator("article.touchpoint").first.bounding_box()
        assert box is not None and here.overflow() > 0
        middle = box["x"] + box["width"] / 2
        assert (DESK["width"] / 2 < middle < DESK["width"]) if from_right else (0 < middle < DESK["width"] / 2)
