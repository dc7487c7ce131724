"""Long code, addresses and tables in every kind of text; and what else of a map only stands out when looked at."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import PHONE, Visitor
from tests.support.command import build
from tests.support.files import parse, write
from tests.support.server import serving

pytestmark = pytest.mark.browser
ADDRESS = f"https://example.org/{'long/' * 20}"
NAME = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
TEXT = f"""\
See {ADDRESS} and `{"code" * 30}`.

| Fare | Price | Middle |
|:-----|------:|:------:|
| Child, up to the age of eleven and a half | 12.50 | no |

```
{"a line of code " * 12}
```
"""
LINES = """cell => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  return words.getClientRects().length;
}"""
KINDS = {
    "home": "index.html",
    "map": "journeys/a.html",
    "department": "departments/desk.html",
    "persona": "personas/mo.html",
    "document": "pages/p.html",
    "opportunities": "opportunities.html",
    "walkthrough": "walk/a.html",
    "feelings": "insights/feelings.html",
    "findings": "insights/findings.html",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("long")
    value = "|\n" + "".join(f"          {line}\n" for line in TEXT.splitlines())
    site = f"""
-- site.yml --
title: {NAME}
tagline: See {ADDRESS}
footer: See {ADDRESS}
-- departments.yml --
desk:
  title: {NAME}
  description: {value}
-- personas/mo.yml --
title: {NAME}
body: {value}
goals: See {ADDRESS}
-- opportunities/o.md --
{TEXT}
-- pages/p.md --
{TEXT}
-- journeys/a.yml --
title: {NAME}
persona: mo
scenario: {value}
goal: {value}
narrative: {value}
stages:
  - title: {NAME}
    goal: {value}
    steps:
      - title: Walks
        id: walks
        department: desk
        emotion: {{value: -1.5, words: {NAME}}}
        moment_of_truth: {{asks: "{NAME}?", bail_rate: 12%}}
        actions: {value}
        pain_points: See {ADDRESS}
        opportunities: o
        description: {value}
"""
    write(folder, {f"content/{path}": data for path, data in parse(site).items()})
    with serving(build(folder, folder / "output")) as address:
        yield address


@pytest.mark.parametrize("url", KINDS.values(), ids=KINDS)
def test_no_text_makes_a_phone_scroll_sideways_or_needs_a_pointer(visit: Visitor, base: str, url: str) -> None:
    with visit(PHONE, base=base) as here:
        here.go(url)
        assert here.overflow() <= 0
        assert here.axe() == []


def test_a_number_in_a_narrow_table_stays_in_one_line(visit: Visitor, base: str) -> None:
    with visit(base=base) as here:
        page = here.go("journeys/a.html#at-walks")
        price = page.locator(".panel:target td", has_text="12.50")
        assert price.evaluate(LINES) == 1


def test_initials_stand_in_a_circle_as_photos_do(visit: Visitor, base: str) -> None:
    with visit(base=base) as here:
        box = here.go("journeys/a.html").locator(".persona .initials").bounding_box()
        assert box is not None
        assert box["width"] == box["height"] > 40


def test_on_paper_the_names_of_stages_stand_above_all_lanes(visit: Visitor, base: str) -> None:
    with visit(base=base) as here:
        page = here.go("journeys/a.html")
        page.emulate_media(media="print")
        head = page.locator(".map .stage-head").bounding_box()
        chip = page.locator(".map .chip").first.bounding_box()
        lane = page.locator(".map .cell.doing").first.bounding_box()
        assert head is not None and chip is not None and lane is not None
        assert head["y"] + head["height"] <= min(lane["y"], chip["y"]) + 1
