"""Links and pictures in authors' texts: what leads nowhere is told with its place, and nothing else is."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from cjsite.audit import audit
from cjsite.base.problem import Finding
from cjsite.build import Builder, Site
from cjsite.summaries.link_targets import LinkTargets, resolved
from tests.support.command import ROOT
from tests.support.files import parse, write
from tests.support.page import TODAY, wording

DEAD = {
    "S131": "[x](nope.md)", "S132": "[x](#nostep)", "S133": "![x](none.png)", "S134": "[x](msteams:/l/meet)",
}  # fmt: skip
SITE = """
-- site.yml --
title: Ours
tagline: HERE
footer: HERE
audiences: {}
waive: {code: E111, because: HERE}
-- departments.yml --
shop: {title: Shop, lead: HERE, description: HERE, interest: {asks: HERE}}
-- channels.yml --
web:
  title: Web
  description: HERE
-- evidence.yml --
talks: {title: Talks, source: customer, description: HERE}
-- metrics.yml --
time: {title: Time, description: HERE}
-- personas/ana.md --
---
title: Ana
quote: HERE
goals: [HERE, HERE]
channels: [{channel: web, because: HERE}]
---
A story.

THERE
-- opportunities/bell.md --
---
title: A bell
reach: HERE
---
THERE
-- opportunities.yml --
lamp: {title: A lamp, body: HERE, cost: HERE}
-- pages/about.md --
# About

- An item: THERE

| A | B |
|---|---|
| THERE | b |
-- journeys/told.md --
# Told

THERE

## Buy

### Pays

THERE

> THERE
-- journeys/a.yml --
title: A
persona: ana
scenario: HERE
goal: [HERE]
business_goal: HERE
narrative: |
  It begins.

  THERE
lane_names: {pains: HERE}
insights: [{kind: highlight, text: HERE}]
changes: [{on: 2026-01-02, by: us, what: HERE}]
waive: {code: S103, because: HERE}
stages:
  - title: S
    goal: HERE
    description: HERE
    phase: after
    incentive: HERE
    steps:
      - title: Waits
        actions: >
          Sits and
          THERE
        description: HERE
        actors: HERE
        thoughts: HERE
        quotes: "THERE"
        place: HERE
        gains: 'THERE'
        notes: HERE
        lanes: {Ours: HERE}
        pain_points: [{text: HERE}]
        opportunities: [{title: Sing, body: HERE, solutions: [{title: Song, cost: HERE}]}]
        work: {done_by: customer}
        touchpoints:
          - title: Sits
            channel: web
            why: HERE
            device: HERE
            props: HERE
            expectation: HERE
            perceived: HERE
            intended: HERE
            emotion: {value: 1, trigger: HERE}
            backstage: {department: shop, does: HERE}
            handoff: {to: shop, carries: HERE}
            moment_of_truth: {asks: HERE, continues: HERE, bails_out: HERE}
"""


def _audit(folder: Path, text: str, more: dict[str, bytes] | None = None) -> list[Finding]:
    write(folder / "content", {**parse(text), **(more or {})})
    shown = audit(Builder(folder, TODAY), lambda *_: None)
    assert shown.problems == ()
    return [finding for finding in shown.findings if finding.code in DEAD]


def _planted(link: str, text: str = SITE) -> tuple[str, set[tuple[str, int, int]]]:
    """Return the site with a link at each HERE (in quotes of YAML) and THERE, and the places of its address."""
    written = text.replace("THERE", f"See {link}").replace("HERE", f"'See {link}'")
    address = link[link.index("(") + 1 : -1]
    places, path, line = set(), "", 0
    for row in written.split("\n"):
        if heading := re.fullmatch(r"-- (.+) --", row):
            path, line = heading[1], 0
            continue
        line += 1
        places |= {(path, line, found.start() + 1) for found in re.finditer(re.escape(address), row)}
    return written, places


@pytest.mark.parametrize("code", DEAD)
def test_a_dead_link_in_any_text_is_told_with_its_place(tmp_path: Path, code: str) -> None:
    written, places = _planted(DEAD[code])
    found = _audit(tmp_path, written)
    assert {finding.code for finding in found} == {code}
    told = {(f.place.path, f.place.line, f.place.column) for f in found}
    assert told == places
    assert len(places) > 50


ALIVE = """
-- site.yml --
title: Ours
footer: "[B](journeys/b.yml#rides)"
tagline: "[It](journeys/a.md), [steps](journeys/b.yml#at), [us](https://example.org/x(y)), [mail](mailto:a@b.eu)"
-- personas/ana.md --
# Ana

[Her way](../journeys/b.yml#rides), [a plan](../docs/the%20plan.pdf#page=2), [call](tel:+4912345),
[home](../index.html), [the top](#main), [her](ana.md), [her life](#life), [home](../), [all](../personas/),
[what](../insights/catalogue.html#E101)

![A cup](../img/gr%C3%B6%C3%9Fe.png) ![A cup](<../img/größe.png>) `[x](nope.md)` \\[x](nope.md)

    [x](nope.md)
-- pages/about.md --
[Word](other.md) [there](./other.md) [sum](../opportunities.html#opportunity-bell)
[web](../reference.html#channel-web) [Bell](../opportunities.yml#bell) [seat](../opportunities/seat.md)
[proof](../reference.html#source-talks) [host](//example.org/x) [q](other.html?x=1)
[list](../insights/opportunities.csv)
[shops](../departments.yml)
-- pages/other.md --
# Other
-- channels.yml --
web: {title: Web}
-- departments.yml --
shop: {title: Shop, lead: "[B](journeys/b.yml#rides)", description: "[B](../journeys/b.yml#rides)"}
-- evidence.yml --
talks: {title: Talks}
-- opportunities.yml --
bell: {title: A bell, body: "[On the map](journeys/b.yml#rides)"}
-- opportunities/seat.md --
[On the map](../journeys/b.yml#rides)
-- journeys/a.md --
# Told

[There](b.yml#rides), [stage](b.html#stage-use), [here](#at-waits), [panel](b.html#at-rides), [walk](../walk/b.html)

## Use

### Waits
-- journeys/b.yml --
title: B
stages: [{title: Use, steps: [{title: Rides, touchpoints: [{title: Home, id: at, channel: web}]}]}]
"""
FILES = {"docs/the plan.pdf": b"%PDF", "img/größe.png": b"png"}


def test_a_link_that_leads_somewhere_is_not_told(tmp_path: Path) -> None:
    assert [f"{one.place}: {one.message}" for one in _audit(tmp_path, ALIVE, FILES)] == []


def _targets(site: Site) -> LinkTargets:
    return LinkTargets(site.content, site.summary.journeys, frozenset(site.pages) | frozenset(site.downloads))


def test_every_place_on_the_pages_of_the_example_is_one() -> None:
    site = Builder(ROOT, TODAY).site()
    targets = _targets(site)
    unknown = [
        (url, name)
        for url in site.pages
        for name in re.findall(r'<(?!symbol|linearGradient|pattern)\w+[^<>]*\sid="([^"]+)"', site[url].decode())
        if not targets.has_anchor(url, name)
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("link", "near"),
    [
        ("[x](../pages/ohter.md)", "../pages/other.md"),
        ("[x](other.md)", "../pages/other.md"),
        ("[x](b.yml#ride)", "b.yml#rides"),
        ("[x](#rides)", "b.yml#rides"),
        ("[x](#at-ride)", "b.yml#rides"),
        ("[x](../jurneys/a.md)", "a.md"),
        ("[x](../personas/Ana.md)", "../personas/ana.md"),
        ("![x](../img/große.png)", "../img/größe.png"),
        ("![x](größe.png)", "../img/größe.png"),
        ("[x](file:///C:/Docs/the%20plan.pdf)", "../docs/the%20plan.pdf"),
        ("[x](file:///C:/Docs/else.pdf)", ""),
        ("[x](htps://example.org)", "https://example.org"),
        ("[x](www.example.org/y)", "https://www.example.org/y"),
        ("[x](example.org/y)", "https://example.org/y"),
        ("[x](ana@example.org)", "mailto:ana@example.org"),
        ("[x](../../README.md)", ""),
        ("[x]()", ""),
    ],
)
def test_what_was_meant_is_told(tmp_path: Path, link: str, near: str) -> None:
    site = ALIVE.replace("{title: Rides,", f"{{title: Rides, actions: '{link}',")
    (found,) = _audit(tmp_path, site, FILES)
    told = re.search(r"did you mean “(.*)”\?", found.message)
    assert (told[1] if told else "") == near


def test_a_picture_that_browsers_cannot_show_is_told_wherever_it_is_named(tmp_path: Path) -> None:
    text = ALIVE.replace("{title: Rides,", "{title: Rides, actions: '![x](../img/a.HEIC) ![y](../img/b.jfif)',")
    files = {**FILES, "img/a.HEIC": b"heic", "img/b.jfif": b"jpeg", "img/scan.tiff": b"tiff"}
    write(tmp_path / "content", {**parse(text), **files})
    site = Builder(tmp_path, TODAY).site()
    told = {one.sentence(wording()) for one in site.summary.shared_findings if one.code in ("S105", "S133", "S135")}
    assert told == {f"Browsers cannot show “{path}”" for path in ("../img/a.HEIC", "img/a.HEIC", "img/scan.tiff")}
    assert "img/b.jfif" in site


def test_a_field_for_a_picture_says_what_to_save(tmp_path: Path) -> None:
    text = ALIVE.replace("{title: Rides,", "{title: Rides, image: ../img/a.heic,")
    write(tmp_path / "content", {**parse(text), **FILES, "img/a.heic": b"heic"})
    (problem,) = audit(Builder(tmp_path, TODAY), lambda *_: None).problems
    assert (str(problem.place), problem.message, problem.mend) == (
        "journeys/b.yml:2:53",
        "browsers cannot show pictures in the form .heic",
        "save it as .jpg, .png or .webp, and name that file",
    )


def test_dead_links_stand_on_the_page_of_findings_and_on_no_map(tmp_path: Path) -> None:
    text = ALIVE.replace("{title: Rides,", "{title: Rides, actions: '[x](nope.md) [y](msteams:/l)',")
    write(tmp_path / "content", {**parse(text), **FILES})
    site = Builder(tmp_path, TODAY).site()
    pages = {url: site[url].decode() for url in site.pages}
    assert "There is no page or file “nope.md”" in pages["insights/findings.html"]
    assert "journeys/b.yml:2:60" in pages["insights/findings.html"]
    assert [url for url, html in pages.items() if "There is no page or file “nope" in html] == [
        "insights/findings.html"
    ]
    assert 'href="nope.html"' in pages["journeys/b.html"], "the address is what it was"


def test_a_dead_link_may_stand_for_a_reason(tmp_path: Path) -> None:
    text = ALIVE.replace("{title: Rides,", "{title: Rides, actions: '[x](nope.md)',").replace(
        "title: Ours", "title: Ours\nwaive: [{code: S131, about: journey/b, because: It comes in May}]"
    )
    assert [one.waived for one in _audit(tmp_path, text, FILES)] == ["It comes in May"]


def test_a_page_that_goes_leaves_dead_links_behind(tmp_path: Path) -> None:
    write(tmp_path / "content", {**parse(ALIVE), **FILES})
    builder = Builder(tmp_path, TODAY)
    assert "S131" not in {one.code for one in builder.site().summary.shared_findings}
    (tmp_path / "content" / "pages" / "other.md").unlink()
    after = [one for one in builder.site().summary.shared_findings if one.code == "S131"]
    assert [str(one.place) for one in after] == [
        "pages/about.md:1:8",
        "pages/about.md:1:26",
        "pages/about.md:3:69",
    ]


def test_a_link_to_a_source_file_works_on_every_page_that_shows_it(tmp_path: Path) -> None:
    write(tmp_path / "content", {**parse(ALIVE), **FILES})
    site = Builder(tmp_path, TODAY).site()
    for url in site.pages.keys() - {"404.html"}:
        ways = set(re.findall(r'href="([^"]*)journeys/b\.html#at-rides"', site[url].decode()))
        assert ways == {"../" * url.count("/")}, url


def test_letters_and_headings_of_any_script_lead_where_they_lead_on_a_code_hosting_site(tmp_path: Path) -> None:
    decomposed = normalize("NFD", "größe")
    text = f"""
-- journeys/größe.yml --
title: A
narrative: >-
  [a](größe.yml#wählt) [b](gr%C3%B6%C3%9Fe.yml?v=2#w%C3%A4hlt) [c]({decomposed}.yml) [d](../pages/über.md#für-alle)
  ![e](../img/{decomposed}.png) [f](../personas/安娜.md#her-day) [g](../journeys/old/b.YML)
stages: [{{title: S, steps: [Wählt]}}]
-- journeys/old/b.YML --
title: B
stages: [{{title: S, steps: [Waits]}}]
-- pages/über.md --
# Über

## Für alle!

[a](#für-alle) [b](about.md#one-more) [c](./%C3%BCber.md)
-- pages/about.md --
# About

## One *more*
## One more

[a](#one-more-1)
-- personas/安娜.md --
---
title: Anna
---
## Her day
"""
    assert [one.message for one in _audit(tmp_path, text, {"img/größe.png": b"png"})] == []
    site = Builder(tmp_path, TODAY).site()
    dead = [
        (url, address)
        for url in ("journeys/größe.html", "pages/über.html", "pages/about.html")
        for address in re.findall(r'<(?:a|img) (?:href|src)="((?![a-z]+:)[^"]+)"', site[url].decode())
        if not _is_there(site, url, address)
    ]
    assert dead == []


def _is_there(site: Site, url: str, address: str) -> bool:
    path, anchor = resolved(url, address)
    there = site[path].decode("utf-8", "replace") if path in site else ""
    return path in site and (not anchor or f'id="{anchor}"' in there)
